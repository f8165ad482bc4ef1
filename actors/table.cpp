#include "entente/actors/table.h"

#include <algorithm>
#include <fstream>
#include <utility>

#include "entente/base/utf8.h"

namespace entente {

namespace {

constexpr std::array<std::string_view, kColumnCount> kNames = {
    "abbreviations", "adjectives",   "aliases",  "body",     "class",      "country", "demonym",     "demonym_plural",
    "domains",       "end",          "family",   "from",     "gender",     "id",      "institution", "iso2",
    "iso3",          "kind",         "member",   "name",     "note",       "noun",    "of",          "office",
    "official_name", "organisation", "parent",   "parties",  "person",     "plural",  "role",        "rule",
    "signed",        "source",       "state",    "status",   "successors", "term",    "title",       "to",
    "type",          "valid_from",   "valid_to", "wikidata", "with"};

bool has_word(std::string_view words, std::string_view word) {
  for (std::size_t begin = 0; begin < words.size();) {
    const std::size_t end = std::min(words.find(' ', begin), words.size());
    if (words.substr(begin, end - begin) == word) return true;
    begin = end + 1;
  }
  return false;
}

/// Calls visit(cell) for every cell of a line.
template <class Visit>
void for_each_cell(std::string_view line, Visit visit) {
  for (;;) {
    const std::size_t tab = line.find('\t');
    visit(line.substr(0, tab));
    if (tab == std::string_view::npos) return;
    line.remove_prefix(tab + 1);
  }
}

}  // namespace

std::string_view name(Column column) { return kNames[static_cast<std::size_t>(column)]; }

std::optional<Column> column_of(std::string_view name) {
  const auto* found = std::find(kNames.begin(), kNames.end(), name);
  if (found == kNames.end()) return std::nullopt;
  return static_cast<Column>(found - kNames.begin());
}

Result<Table> Table::open(const std::filesystem::path& path) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return failure(ErrorCode::NotFound, path.string(), "cannot be opened");
  const std::streamoff size = file.tellg();
  if (size < 0) return failure(ErrorCode::Io, path.string(), "is no file");
  auto text = std::make_shared<std::string>(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  if (!file.read(text->data(), size)) return failure(ErrorCode::Io, path.string(), "cannot be read");
  Table table;
  table.path_ = path.string();
  table.text_ = std::move(text);
  return table;
}

std::string_view Table::line_at(std::size_t begin) const {
  const std::string_view text(*text_);
  return text.substr(begin, text.find('\n', begin) - begin);
}

Result<Table> Table::read(const std::filesystem::path& path, std::string_view header) {
  Result<Table> opened = open(path);
  if (!opened) return opened;
  Table& table = *opened;
  const std::string_view first = table.line_at(0);
  std::string found(first);
  std::replace(found.begin(), found.end(), '\t', ' ');
  if (found != header) return table.fault("the header is '" + found + "', expected '" + std::string(header) + "'");
  for_each_cell(first, [&](std::string_view name) { table.columns_.push_back(*column_of(name)); });
  table.first_row_ = first.size() + 1;
  table.rewind();
  return opened;
}

Result<Table> Table::read_own(const std::filesystem::path& path, std::string_view known) {
  Result<Table> opened = open(path);
  if (!opened) return opened;
  Table& table = *opened;
  table.own_ = true;
  const std::string_view text(*table.text_);
  if (const auto bad = find_invalid_utf8(text)) {
    table.line_ =
        1 + static_cast<std::size_t>(std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(*bad), '\n'));
    return failure(ErrorCode::Encoding, table.where(), "is not UTF-8");
  }
  std::size_t at = text.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  table.line_ = 0;
  std::string_view header;
  while (at < text.size() && (header.empty() || header.front() == '#')) {
    header = table.line_at(at);
    at += header.size() + 1;
    if (header.ends_with('\r')) header.remove_suffix(1);
    ++table.line_;
  }
  std::string reason;
  for_each_cell(header, [&](std::string_view name) {
    const auto column = has_word(known, name) ? column_of(name) : std::nullopt;
    if (!reason.empty()) return;
    if (!column) {
      reason = "'" + std::string(name) + "' is no column; columns are: " + std::string(known);
    } else if (std::find(table.columns_.begin(), table.columns_.end(), *column) != table.columns_.end()) {
      reason = "the column '" + std::string(name) + "' is there twice";
    } else {
      table.columns_.push_back(*column);
    }
  });
  if (!reason.empty()) return table.fault(reason);
  table.first_row_ = std::min(at, text.size());
  table.header_line_ = table.line_;
  table.rewind();
  return opened;
}

void Table::rewind() {
  at_ = std::min(first_row_, text_->size());
  line_ = header_line_;
}

Result<bool> Table::next(Row& row) {
  const std::string_view text(*text_);
  std::string_view line;
  do {
    if (at_ >= text.size()) return false;
    ++line_;
    line = line_at(at_);
    at_ += line.size() + 1;
    if (own_ && line.ends_with('\r')) line.remove_suffix(1);
  } while (own_ && (line.empty() || line.front() == '#'));
  std::size_t cells = 0;
  for_each_cell(line, [&](std::string_view cell) {
    while (own_ && cell.starts_with(' ')) cell.remove_prefix(1);
    while (own_ && cell.ends_with(' ')) cell.remove_suffix(1);
    if (cells < columns_.size()) row.cells_[static_cast<std::size_t>(columns_[cells])] = cell;
    ++cells;
  });
  // Editors drop the empty cells at the end of a line.
  for (; own_ && cells < columns_.size(); ++cells) row.cells_[static_cast<std::size_t>(columns_[cells])] = {};
  if (cells != columns_.size()) {
    return fault(std::to_string(cells) + " columns, expected " + std::to_string(columns_.size()));
  }
  return true;
}

std::string Table::where() const { return path_ + ":" + std::to_string(line_); }

tl::unexpected<Error> Table::fault(std::string_view reason) const {
  return failure(ErrorCode::Parse, where(), std::string(reason));
}

}  // namespace entente
