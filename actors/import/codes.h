#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/actors/table.h"
#include "entente/base/error.h"

namespace entente {

/// What three letters of a CAMEO actor code say.
struct CameoCode {
  std::string_view code;     // "GOV"
  std::string_view country;  // of codes of countries that are not ISO 3166-1's: "country/XKX"
  std::string_view kind;     // of a body with that code
  std::string_view title;    // of a person with that code, as an office; empty: it is none
  std::string_view office_class;
};

/// The table data/actors/cameo_codes.tsv.
class CameoCodes {
 public:
  [[nodiscard]] static Result<CameoCodes> load(const std::filesystem::path& folder);
  /// Null if the table has it not.
  const CameoCode* find(std::string_view code) const;

 private:
  std::shared_ptr<const std::string> text_;
  std::vector<CameoCode> codes_;  // sorted
};

/// What a Wikidata class means here.
struct WikidataClass {
  std::string_view id;    // "Q6256"
  std::string_view type;  // country, organisation, agreement, position; empty: its members are left out
  std::string_view kind;  // of actors; of positions the class of the office
};

/// The table data/actors/wikidata_classes.tsv.
class WikidataClasses {
 public:
  [[nodiscard]] static Result<WikidataClasses> load(const std::filesystem::path& folder);
  const WikidataClass* find(std::string_view id) const;

 private:
  std::shared_ptr<const std::string> text_;
  std::vector<WikidataClass> classes_;  // sorted
};

}  // namespace entente
