#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "entente/actors/table.h"

namespace entente {

/// Writes lines of a table of actors (docs/formats/actors.md). What a cell cannot hold, tabs and line ends, becomes a
/// blank.
class OwnRows {
 public:
  /// The first line of the table.
  static std::string header();

  struct Counts {
    std::uint64_t actors = 0;
    std::uint64_t offices = 0;
    std::uint64_t others = 0;
  };

  /// A line; columns that are not named stay empty.
  void add(std::string_view rule, std::initializer_list<std::pair<Column, std::string_view>> cells);
  /// The lines since the last call.
  std::string take() { return std::exchange(lines_, {}); }
  const Counts& counts() const { return counts_; }

 private:
  std::string lines_;
  Counts counts_;
};

/// Adds a value to a list cell; one that is there already, or empty, is left out.
void add_value(std::string& list, std::string_view value);

}  // namespace entente
