#include "entente/language/dateline.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "entente/language/mentions/nouns.h"

namespace entente::language {
namespace {

constexpr std::size_t kLongestDateline = 16;
constexpr std::size_t kShortestClause = 3;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

bool is_dash(std::string_view form) { return form == "-" || form == "--" || form == "–" || form == "—" || form == "_"; }

bool is_month_or_day(const std::string& word) {
  static constexpr std::string_view kShort[] = {"jan", "feb", "mar",  "apr", "jun", "jul",
                                                "aug", "sep", "sept", "oct", "nov", "dec"};
  std::string_view bare = word;
  if (bare.ends_with('.')) bare.remove_suffix(1);
  return noun_class(word) == NounClass::Time ||
         std::find(std::begin(kShort), std::end(kShort), bare) != std::end(kShort);
}

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

TokenRange dateline(const Document& document, const KnowledgeBase& knowledge, const Sentence& sentence) {
  const auto& tokens = document.tokens;
  const TokenRange range = sentence.tokens;
  const TokenRange none{range.begin, range.begin};
  if (range.size() < 3) return none;
  const auto length =
      static_cast<std::uint32_t>(dateline_length(std::span<const Token>(tokens.data() + range.begin, range.size())));
  if (length > 0) return {range.begin, range.begin + length};
  const auto form = [&](std::uint32_t i) { return tokens[i].form; };
  if (form(range.begin) == "(" && form(range.begin + 2) == ")" && is_capitalised(form(range.begin + 1)))
    return {range.begin, range.begin + 3};
  const bool shouted = is_all_capitals(form(range.begin));
  if (!is_proper(tokens[range.begin]) && !shouted) return none;
  bool bracket = false, dated = false;
  for (std::uint32_t i = range.begin; i < range.end && i < range.begin + kLongestDateline; ++i) {
    const bool dash_next = i + 1 < range.end && is_dash(form(i + 1));
    if (form(i) == "(") {
      bracket = true;
      // "New Delhi (CNN) A film …"
      if (i + 2 < range.end && form(i + 2) == ")" && knowledge.publisher(form(i + 1)).valid())
        return {range.begin, i + 3 < range.end && is_dash(form(i + 3)) ? i + 4 : i + 3};
    }
    dated |= i > range.begin && is_month_or_day(lower(form(i)));
    if (is_dash(form(i)) && i > range.begin && tokens[i - 1].space_after && tokens[i].space_after &&
        (bracket || dated || shouted))
      return {range.begin, i + 1};
    if (form(i) == ")" && bracket && shouted && i + 1 < range.end && !dash_next) return {range.begin, i + 1};
    if (tokens[i].upos == Upos::Verb || tokens[i].upos == Upos::Aux) break;
  }
  return none;
}

bool is_credit_line(const Document& document, const Sentence& sentence) {
  const auto& tokens = document.tokens;
  std::uint32_t i = sentence.tokens.begin;
  if (i < sentence.tokens.end && tokens[i].form == "(") ++i;
  if (i + 1 >= sentence.tokens.end) return false;
  // "Ann Lee and Bo Li contributed to this report."
  for (std::uint32_t k = i; k + 2 < sentence.tokens.end; ++k)
    if (lower(tokens[k].form) == "contributed" && lower(tokens[k + 1].form) == "to" &&
        lower(tokens[k + 2].form) == "this")
      return true;
  std::string first = lower(tokens[i].form);
  if ((first == "additional" || first == "with") && i + 2 < sentence.tokens.end) first = lower(tokens[++i].form);
  const std::string second = lower(tokens[i + 1].form);
  if (first == "reporting" || first == "editing" || first == "writing" || first == "edited" || first == "compiled")
    return second == "by" || second == "and";
  if (first != "by" || !is_proper(tokens[i + 1]) || sentence.tokens.size() > 14) return false;
  return std::none_of(tokens.begin() + sentence.tokens.begin, tokens.begin() + sentence.tokens.end,
                      [](const Token& t) { return t.upos == Upos::Verb || t.upos == Upos::Aux; });
}

}  // namespace entente::language
