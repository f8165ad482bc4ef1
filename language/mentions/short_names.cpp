#include "entente/language/mentions/short_names.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace entente::language {

namespace {

bool is_short_form(std::string_view form) {
  if (form.size() < 2 || form.size() > 10) return false;
  const auto capitals = std::count_if(form.begin(), form.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
  return capitals >= 2 && is_capitalised(form);
}

char small(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// Matches the letters of brief in the words [begin, end) from the right; the first letter must begin a word: the
/// index of that word, end if they do not match.
std::uint32_t match_back(const Document& document, std::uint32_t begin, std::uint32_t end, std::string_view brief) {
  std::uint32_t word = end;
  std::ptrdiff_t at = -1;
  const auto step = [&] {
    while (at < 0) {
      if (word == begin) return false;
      --word;
      at = static_cast<std::ptrdiff_t>(document.tokens[word].form.size()) - 1;
    }
    return true;
  };
  for (std::size_t i = brief.size(); i-- > 0;) {
    if (std::isalnum(static_cast<unsigned char>(brief[i])) == 0) continue;
    for (;;) {
      if (!step()) return end;
      const std::string_view form = document.tokens[word].form;
      const bool matches =
          small(form[static_cast<std::size_t>(at)]) == small(brief[i]) && (i > 0 || (at == 0 && is_capitalised(form)));
      --at;
      if (matches) break;
    }
  }
  return word;
}

}  // namespace

std::vector<ShortName> find_short_names(const Tree& tree) {
  std::vector<ShortName> out;
  const Document& document = tree.document();
  for (const Sentence& sentence : document.sentences) {
    for (std::uint32_t i = sentence.tokens.begin + 1; i + 2 < sentence.tokens.end; ++i) {
      if (document.tokens[i].form != "(" || document.tokens[i + 2].form != ")") continue;
      const std::string_view brief = document.tokens[i + 1].form;
      if (!is_short_form(brief) || !is_noun(document.tokens[i - 1])) continue;
      // At most min(|A| + 5, 2 |A|) words back, and not over a comma.
      const auto longest = static_cast<std::uint32_t>(std::min(brief.size() + 5, 2 * brief.size()));
      std::uint32_t begin = i;
      while (begin > sentence.tokens.begin && i - begin < longest && document.tokens[begin - 1].upos != Upos::Verb &&
             (document.tokens[begin - 1].upos != Upos::Punct || document.tokens[begin - 1].form == "-"))
        --begin;
      const std::uint32_t first = match_back(document, begin, i, brief);
      if (first == i || first + 1 > i) continue;
      if (i - first < 2 && document.tokens[first].form.size() <= brief.size()) continue;
      out.push_back({{first, i}, {i + 1, i + 2}});
    }
  }
  return out;
}

bool abbreviates(std::string_view brief, std::string_view full) {
  if (!is_short_form(brief)) return false;
  std::string initials, capitals;
  bool start = true;
  for (char c : full) {
    if (c == ' ' || c == '-') {
      start = true;
    } else if (start) {
      initials += small(c);
      if ('A' <= c && c <= 'Z') capitals += small(c);
      start = false;
    }
  }
  std::string letters;
  for (char c : brief)
    if (c != '.') letters += small(c);
  return letters.size() >= 2 && (letters == initials || letters == capitals);
}

}  // namespace entente::language
