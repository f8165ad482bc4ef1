#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/date.h"
#include "entente/base/error.h"

namespace entente {

/// The columns that tables of actors have, by their names in header lines ("valid_from").
enum class Column : std::uint8_t {
  Abbreviations,
  Adjectives,
  Aliases,
  Body,
  Class,
  Country,
  Demonym,
  DemonymPlural,
  Domains,
  End,
  Family,
  From,
  Gender,
  Id,
  Institution,
  Iso2,
  Iso3,
  Kind,
  Member,
  Name,
  Note,
  Noun,
  Of,
  Office,
  OfficialName,
  Organisation,
  Parent,
  Parties,
  Person,
  Plural,
  Role,
  Rule,
  Signed,
  Source,
  State,
  Status,
  Successors,
  Term,
  Title,
  To,
  Type,
  ValidFrom,
  ValidTo,
  Wikidata,
  With,
};

inline constexpr std::size_t kColumnCount = 45;

std::string_view name(Column column);
std::optional<Column> column_of(std::string_view name);

/// The cells of a line by column; a column that the table has not is empty. Bound to the table's text.
class Row {
 public:
  std::string_view operator[](Column column) const { return cells_[static_cast<std::size_t>(column)]; }

 private:
  friend class Table;
  std::array<std::string_view, kColumnCount> cells_;
};

/// A tab-separated table in memory: UTF-8, one header line, no quoting, lists parted by " | ".
/// Views into it are bound to its text, which never moves.
class Table {
 public:
  /// Reads the file and checks that its header is `header` (column names parted by one blank). Errors: NotFound, Io,
  /// Parse.
  [[nodiscard]] static Result<Table> read(const std::filesystem::path& path, std::string_view header);
  /// Reads a table whose writer chose the columns among `known`, in any order; lines may end with a carriage return;
  /// blank lines and those that begin with "#" are left out. Errors: the same, and Encoding.
  [[nodiscard]] static Result<Table> read_own(const std::filesystem::path& path, std::string_view known);

  /// Fills `row` with the cells of the next line; false at the end. Errors: a wrong number of cells.
  [[nodiscard]] Result<bool> next(Row& row);
  /// Goes back to the first row.
  void rewind();
  /// Where the row last read stands: "FILE:LINE".
  std::string where() const;
  /// An error about the row last read.
  [[nodiscard]] tl::unexpected<Error> fault(std::string_view reason) const;
  /// The text, for whoever keeps views of it.
  std::shared_ptr<const std::string> text() const { return text_; }

 private:
  [[nodiscard]] static Result<Table> open(const std::filesystem::path& path);
  std::string_view line_at(std::size_t begin) const;

  std::shared_ptr<const std::string> text_;
  std::string path_;
  std::vector<Column> columns_;
  bool own_ = false;
  std::size_t first_row_ = 0;
  std::size_t header_line_ = 1;
  std::size_t at_ = 0;
  std::size_t line_ = 1;
};

/// Calls visit(value) for every value of a list cell.
template <class Visit>
void for_each_value(std::string_view cell, Visit visit) {
  while (!cell.empty()) {
    const std::size_t end = cell.find(" | ");
    visit(cell.substr(0, end));
    if (end == std::string_view::npos) return;
    cell.remove_prefix(end + 3);
  }
}

}  // namespace entente
