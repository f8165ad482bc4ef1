#include "entente/graph/ids.h"

#include <algorithm>
#include <array>

namespace entente {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_function_word(std::string_view word) {
  static constexpr std::array<std::string_view, 18> kWords = {"a",  "an", "and", "between", "by",   "da",
                                                              "de", "du", "for", "in",      "la",   "of",
                                                              "on", "or", "the", "to",      "with", "y"};
  return std::find(kWords.begin(), kWords.end(), word) != kWords.end();
}

std::string_view prefix(NodeType type) { return row(type).id_prefix; }

}  // namespace

bool is_proper_name(std::string_view name) {
  bool any_capitalised = false;
  std::size_t begin = 0;
  while (begin < name.size()) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    const std::string_view word = name.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    const char first = word[word.size() > 1 && (word[0] == '(' || word[0] == '"') ? 1 : 0];
    if (is_upper(first) || static_cast<unsigned char>(first) >= 0x80) {
      any_capitalised = true;
    } else if (first >= 'a' && first <= 'z' && !is_function_word(word)) {
      return false;
    }
  }
  return any_capitalised;
}

std::string id_of_name(NodeType type, std::string_view name, std::span<const std::string> parties) {
  std::string words;
  const bool described = type == NodeType::Policy || (type == NodeType::Agreement && !is_proper_name(name));
  if (described) {
    for (const std::string& party : parties) {
      words += party.substr(party.find('/') + 1);
      words += ' ';
    }
  }
  words += name;
  return std::string(prefix(type)) + "/" + slug(words);
}

std::string id_of_name(const ClaimEnd& end) { return id_of_name(*end.type, end.name, end.parties); }

}  // namespace entente
