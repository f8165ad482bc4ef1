#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/import/codes.h"
#include "entente/actors/import/own_rows.h"
#include "entente/actors/knowledge_base.h"
#include "entente/base/diagnostics.h"

namespace entente {

/// Turns actor dictionaries of TABARI and PETRARCH into rows of a table of actors: PETRARCH's Phoenix.*.actors.txt and
/// CountryInfo, TABARI's .actors (TABARI manual 0.8, ch. 5; PETRARCH, docs/dictionaries.rst):
///
///     HAMID_KARZAI_ [AFGELI]     # comment; also ";" and <!-- -->
///     +PRESIDENT_KARZAI_         a synonym
///     	[AFGGOV 011222-140929]    a role between two days (also >day, <day); YYMMDD or YYYYMMDD
///
/// A bare country code makes a name of the country or a place in it, a role a person with an office or a body. Lines
/// that it cannot read go to diagnostics as FILE:LINE, and the next one is read.
class PetrarchImport {
 public:
  PetrarchImport(const KnowledgeBase& knowledge, const CameoCodes& codes) : knowledge_(knowledge), codes_(codes) {}

  void read_line(std::string_view line, const std::string& where, Diagnostics& diagnostics);
  /// Ends a file: its last record.
  void finish();
  OwnRows& rows() { return rows_; }
  const OwnRows& rows() const { return rows_; }

 private:
  /// A role with its dates: "AFGGOV", 2001-12-22 to 2014-09-29.
  struct Role {
    std::string code;
    Validity valid;
  };
  struct Record {
    std::vector<std::string> names;  // as the dictionary writes them
    std::vector<Role> roles;
    bool unusable = false;  // a line of it was none
  };

  std::string read_codes(std::string_view codes);
  void write(const Record& record);
  void write_country(const Record& record, ActorId country, const Role& role);
  void write_person(const Record& record, ActorId country);
  void write_body(const Record& record, ActorId country);
  bool is_person(const Record& record) const;
  bool is_listed_name(ActorId actor, std::string_view name) const;
  /// The listed actor of that name, type and country, else an id that no other country's namesake has.
  std::string id_of(NodeType type, std::string_view name, ActorId country);

  const KnowledgeBase& knowledge_;
  const CameoCodes& codes_;
  OwnRows rows_;
  Record record_;
  bool in_comment_ = false;
  std::map<std::string, ActorId> given_ids_;
};

enum class Abbreviations : std::uint8_t { Keep, Recase };

/// "HAMID_KARZAI_" as news writes it: "Hamid Karzai". A single short word may be an abbreviation: "FARC".
std::string recased(std::string_view phrase, Abbreviations abbreviations);
/// A day in one of the dictionaries' forms: "011222", "19270101".
std::optional<Date> read_dictionary_date(std::string_view text);

}  // namespace entente
