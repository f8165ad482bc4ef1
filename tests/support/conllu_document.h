#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "entente/language/conllu.h"

namespace entente::support {

/// The Document that a CoNLL-U text describes, for tests. Columns are parted by tabs, or by two spaces or more (then a
/// row may leave out columns at its end, and DEPS and MISC with them); sentences with "# field = title" make the title.
inline Document conllu_document(std::string_view text) {
  std::string tabbed;
  std::istringstream lines{std::string(text)};
  for (std::string line; std::getline(lines, line);) {
    const std::size_t begin = line.find_first_not_of(' ');
    line.erase(0, begin == std::string::npos ? line.size() : begin);
    if (!line.empty() && line.front() != '#' && line.find('\t') == std::string::npos) {
      std::string row;
      std::size_t columns = 1;
      for (std::size_t i = 0; i < line.size(); ++i) {
        const std::size_t end = std::min(line.find_first_not_of(' ', i), line.size());
        if (end - i >= 2) {
          i = end - 1;
          if (end == line.size()) break;
          row += '\t';
          ++columns;
        } else {
          row += line[i];
        }
      }
      for (; columns < 10; ++columns) row += "\t_";
      line = std::move(row);
    }
    tabbed += line + "\n";
  }
  std::istringstream in(tabbed);
  language::ConlluReader reader(in, "test");
  auto read = reader.next();
  if (!read) {
    ADD_FAILURE() << "no sentence in the CoNLL-U text";
    return Document(Article{});
  }
  if (!*read) {
    ADD_FAILURE() << (*read).error().to_string();
    return Document(Article{});
  }
  return std::move((*read)->document);
}

/// The token that has this form; the n-th of them, from 0.
inline TokenId token_of(const Document& document, std::string_view form, std::size_t n = 0) {
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    if (document.tokens[i].form == form && n-- == 0) return TokenId(i);
  }
  ADD_FAILURE() << "no token \"" << form << "\"";
  return {};
}

}  // namespace entente::support
