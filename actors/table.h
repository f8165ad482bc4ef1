#pragma once

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

/// A tab-separated table in memory: UTF-8, one header line, no quoting, lists parted by " | ".
/// Views into it are bound to its text, which never moves.
class Table {
 public:
  /// Reads the file and checks that its header is `header` (column names parted by one blank).
  [[nodiscard]] static Result<Table> read(const std::filesystem::path& path, std::string_view header);

  /// Fills `row` with the cells of the next line; false at the end. Errors: a wrong number of cells.
  [[nodiscard]] Result<bool> next(std::vector<std::string_view>& row);
  std::size_t columns() const { return columns_; }
  /// An error about the row last read.
  [[nodiscard]] tl::unexpected<Error> fault(std::string_view reason) const;
  /// The text, for whoever keeps views of it.
  std::shared_ptr<const std::string> text() const { return text_; }

 private:
  std::shared_ptr<const std::string> text_;
  std::string path_;
  std::size_t at_ = 0;
  std::size_t row_begin_ = 0;
  std::size_t line_ = 1;
  std::size_t columns_ = 0;
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
