#include "entente/actors/table.h"

#include <algorithm>
#include <fstream>
#include <utility>

namespace entente {

Result<Table> Table::read(const std::filesystem::path& path, std::string_view header) {
  std::ifstream file(path, std::ios::binary | std::ios::ate);
  if (!file) return failure(ErrorCode::NotFound, path.string(), "cannot be opened");
  const std::streamoff size = file.tellg();
  if (size < 0) return failure(ErrorCode::Io, path.string(), "is no file");
  auto text = std::make_shared<std::string>(static_cast<std::size_t>(size), '\0');
  file.seekg(0);
  if (!file.read(text->data(), size)) return failure(ErrorCode::Io, path.string(), "cannot be read");

  Table table;
  table.path_ = path.string();
  const std::string_view first = std::string_view(*text).substr(0, text->find('\n'));
  std::string found(first);
  std::replace(found.begin(), found.end(), '\t', ' ');
  if (found != header) {
    return failure(ErrorCode::Parse, table.path_,
                   "line 1: the header is '" + found + "', expected '" + std::string(header) + "'", 0);
  }
  table.columns_ = static_cast<std::size_t>(std::count(header.begin(), header.end(), ' ')) + 1;
  table.at_ = std::min(first.size() + 1, text->size());
  table.text_ = std::move(text);
  return table;
}

Result<bool> Table::next(std::vector<std::string_view>& row) {
  const std::string_view text(*text_);
  if (at_ >= text.size()) return false;
  row_begin_ = at_;
  ++line_;
  const std::size_t end = std::min(text.find('\n', at_), text.size());
  std::string_view line = text.substr(at_, end - at_);
  at_ = end + 1;
  row.clear();
  for (;;) {
    const std::size_t tab = line.find('\t');
    row.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) break;
    line.remove_prefix(tab + 1);
  }
  if (row.size() != columns_) {
    return fault(std::to_string(row.size()) + " columns, expected " + std::to_string(columns_));
  }
  return true;
}

tl::unexpected<Error> Table::fault(std::string_view reason) const {
  return failure(ErrorCode::Parse, path_, "line " + std::to_string(line_) + ": " + std::string(reason), row_begin_);
}

}  // namespace entente
