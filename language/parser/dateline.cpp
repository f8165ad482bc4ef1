#include "entente/language/parser/dateline.h"

#include <algorithm>
#include <string_view>

namespace entente::language {
namespace {

constexpr std::size_t kLongestDateline = 16;
constexpr std::size_t kShortestClause = 3;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_dash(std::string_view form) { return form == "-" || form == "--" || form == "–" || form == "—"; }

/// "GENEVA", "U.N.", but no acronym of two letters.
bool is_capitals(std::string_view form) {
  return std::count_if(form.begin(), form.end(), is_upper) > 2 && std::none_of(form.begin(), form.end(), is_lower);
}

bool may_stand_in_dateline(std::string_view form) {
  if (form.empty()) return false;
  if (form == "," || form == "(" || form == ")" || form == "/" || form == "." || form == "-LRB-" || form == "-RRB-")
    return true;
  return is_upper(form.front()) || (form.front() >= '0' && form.front() <= '9') ||
         static_cast<unsigned char>(form.front()) >= 0x80;
}

}  // namespace

std::size_t dateline_length(std::span<const Token> sentence) {
  if (sentence.size() < kShortestClause + 2 || !may_stand_in_dateline(sentence[0].form)) return 0;
  const bool capitals = is_capitals(sentence[0].form);
  bool agency = false;  // "(Agency)"
  for (std::size_t i = 0; i + kShortestClause < sentence.size() && i < kLongestDateline; ++i) {
    const std::string_view form = sentence[i].form;
    if (i > 0 && is_dash(form)) {
      const bool apart = sentence[i - 1].space_after && sentence[i].space_after;
      // "LIMA -- The" and "Lima (Agency) - The", but not "Mr. Smith - a teacher - said".
      return apart && (capitals || agency) ? i + 1 : 0;
    }
    if (form == "(" && i > 0 && i + 2 < sentence.size()) {
      const auto close = std::find_if(sentence.begin() + static_cast<std::ptrdiff_t>(i), sentence.end(),
                                      [](const Token& token) { return token.form == ")"; });
      agency = close != sentence.end() && close + 1 != sentence.end() && is_dash((close + 1)->form);
    }
    if (!may_stand_in_dateline(form)) return 0;
  }
  return 0;
}

}  // namespace entente::language
