#include "entente/actors/import/codes.h"

#include <algorithm>

namespace entente {

namespace {

/// Calls read(row) for every row of a table, sorted by its first column.
template <class Read>
Result<std::shared_ptr<const std::string>> read_all(const std::filesystem::path& path, std::string_view header,
                                                    Read read) {
  Result<Table> table = Table::read(path, header);
  if (!table) return tl::make_unexpected(std::move(table.error()));
  Row row;
  for (;;) {
    const Result<bool> more = table->next(row);
    if (!more) return tl::make_unexpected(more.error());
    if (!*more) return table->text();
    read(row);
  }
}

}  // namespace

Result<CameoCodes> CameoCodes::load(const std::filesystem::path& folder) {
  CameoCodes codes;
  auto text = read_all(folder / "cameo_codes.tsv", "term country kind title class source", [&](const Row& row) {
    codes.codes_.push_back(
        {row[Column::Term], row[Column::Country], row[Column::Kind], row[Column::Title], row[Column::Class]});
  });
  if (!text) return tl::make_unexpected(std::move(text.error()));
  codes.text_ = std::move(*text);
  std::sort(codes.codes_.begin(), codes.codes_.end(), [](const auto& a, const auto& b) { return a.code < b.code; });
  return codes;
}

const CameoCode* CameoCodes::find(std::string_view code) const {
  const auto at = std::lower_bound(codes_.begin(), codes_.end(), code,
                                   [](const CameoCode& one, std::string_view wanted) { return one.code < wanted; });
  return at != codes_.end() && at->code == code ? &*at : nullptr;
}

Result<WikidataClasses> WikidataClasses::load(const std::filesystem::path& folder) {
  WikidataClasses classes;
  auto text = read_all(folder / "wikidata_classes.tsv", "wikidata name type kind source", [&](const Row& row) {
    classes.classes_.push_back({row[Column::Wikidata], row[Column::Type], row[Column::Kind]});
  });
  if (!text) return tl::make_unexpected(std::move(text.error()));
  classes.text_ = std::move(*text);
  std::sort(classes.classes_.begin(), classes.classes_.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return classes;
}

const WikidataClass* WikidataClasses::find(std::string_view id) const {
  const auto at = std::lower_bound(classes_.begin(), classes_.end(), id,
                                   [](const WikidataClass& one, std::string_view wanted) { return one.id < wanted; });
  return at != classes_.end() && at->id == id ? &*at : nullptr;
}

}  // namespace entente
