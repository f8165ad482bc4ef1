#include "entente/actors/import/own_rows.h"

#include <array>

namespace entente {

namespace {

constexpr std::array<Column, 18> kColumns = {
    Column::Rule,   Column::Id,        Column::Type,    Column::Kind,    Column::Name,          Column::Aliases,
    Column::Family, Column::Gender,    Column::Iso3,    Column::Country, Column::Title,         Column::Class,
    Column::Of,     Column::ValidFrom, Column::ValidTo, Column::Parties, Column::Abbreviations, Column::Note};

void append_cell(std::string_view value, std::string& line) {
  for (const char c : value) line += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
}

}  // namespace

std::string OwnRows::header() {
  std::string line;
  for (const Column column : kColumns) {
    if (!line.empty()) line += '\t';
    line += name(column);
  }
  return line + "\n";
}

void OwnRows::add(std::string_view rule, std::initializer_list<std::pair<Column, std::string_view>> cells) {
  ++(rule == "actor" ? counts_.actors : rule == "office" ? counts_.offices : counts_.others);
  lines_ += rule;
  for (std::size_t i = 1; i < kColumns.size(); ++i) {
    lines_ += '\t';
    for (const auto& [column, value] : cells) {
      if (column == kColumns[i]) append_cell(value, lines_);
    }
  }
  lines_ += '\n';
}

void add_value(std::string& list, std::string_view value) {
  std::string clean(value);
  for (char& c : clean) c = c == '|' ? '/' : c;
  while (clean.ends_with('~') || clean.ends_with(' ')) clean.pop_back();
  bool known = clean.empty();
  for_each_value(list, [&](std::string_view other) { known |= other == clean; });
  if (known) return;
  if (!list.empty()) list += " | ";
  list += clean;
}

}  // namespace entente
