#include "entente/language/tokenizer/sentences.h"

#include <algorithm>

#include "entente/language/tokenizer/abbreviations.h"
#include "entente/language/tokenizer/characters.h"

namespace entente::language {
namespace {

bool is_any_of(std::string_view form, std::initializer_list<std::string_view> forms) {
  return std::find(forms.begin(), forms.end(), form) != forms.end();
}

bool is_ellipsis(std::string_view form) {
  return (form.size() > 1 && form.find_first_not_of('.') == std::string_view::npos) || form.starts_with("\xE2\x80\xA6");
}

bool is_stop(std::string_view form) {
  return form.starts_with('?') || form.starts_with('!') || form == "." || is_ellipsis(form);
}

/// Finds the boundaries in one paragraph.
class Boundaries {
 public:
  explicit Boundaries(std::span<const Token> tokens) : tokens_(tokens) {}

  /// Whether the sentence from sentence_begin ends with token i, where i is not the last token.
  bool ends_at(std::size_t i, std::size_t sentence_begin) {
    sentence_begin_ = sentence_begin;
    const std::size_t stop = stop_before_closers(i);
    if (stop == kNone) return false;
    // "? ? ?", ". . .": the last of them ends it.
    if (is_stop(tokens_[i + 1].form)) return false;
    // A closing mark or a reference that is next belongs to this sentence.
    if (closes(i + 1) || (!tokens_[i].space_after && reference_end(i + 1) != i + 1)) return false;
    const std::string_view form = tokens_[stop].form;
    if (!tokens_[i].space_after && !is_any_of(form, {"?", "!"}) && !opens(i + 1)) {
      // "end.The": a missing space, or "U.S.-led".
      if (form != "." || !starts_upper(i + 1)) return false;
    }
    const std::size_t next = first_word(i + 1);
    if (next == tokens_.size()) return form == "." || form.front() == '?' || form.front() == '!';
    if (form == "." && is_list_number(stop)) return false;
    if (is_ellipsis(form)) return starts_upper(next) && !is_pronoun_i(next);
    // "... the pact. (see below)" goes on.
    if (form == ".") return !starts_lower(next);
    if (form.front() == '?' || form.front() == '!') return ends_at_mark(stop, i, next);
    return ends_at_abbreviation(stop, next);
  }

 private:
  static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
  // Marks beside each other that are looked at: text has two or three, a broken file may have a million.
  static constexpr std::size_t kMarksInARow = 12;
  static constexpr std::size_t kQuotedTokens = 120;

  /// The token that may stop a sentence: i, or one before closing quotation marks and brackets up to i.
  std::size_t stop_before_closers(std::size_t i) const {
    std::size_t stop = i;
    while (stop > 0 && i - stop < kMarksInARow && !tokens_[stop - 1].space_after) {
      if (stop > 2 && reference_end(stop - 2) == stop + 1 && !tokens_[stop - 3].space_after) {
        stop -= 3;
      } else if (closes(stop)) {
        --stop;
      } else {
        break;
      }
    }
    const std::string_view form = tokens_[stop].form;
    if (form.empty()) return kNone;
    const bool abbreviated = form.size() > 1 && form.back() == '.' && is_word(decode(form, 0).code);
    return is_stop(form) || abbreviated ? stop : kNone;
  }

  /// The end of a reference that begins with token i ("[8]"), else i.
  std::size_t reference_end(std::size_t i) const {
    const bool found =
        i + 2 < tokens_.size() && tokens_[i].form == "[" && is_digit(first_code(i + 1)) && tokens_[i + 2].form == "]";
    return found ? i + 3 : i;
  }

  /// Whether token i is a mark that closes a quotation or bracket. A straight mark closes if it stands at the word
  /// before it and not at the one behind.
  bool closes(std::size_t i) const {
    const std::string_view form = tokens_[i].form;
    if (is_any_of(form, {"\xE2\x80\x9D", ")", "]", "}", "\xC2\xBB"})) return true;
    if (!is_any_of(form, {"\"", "'", "''", "\xE2\x80\x99", "\xE2\x80\x99\xE2\x80\x99"})) return false;
    if (i == 0 || tokens_[i - 1].space_after)
      return i + 1 < tokens_.size() && tokens_[i].space_after && quote_open_before(i);
    return true;
  }

  /// A straight mark with spaces on both sides closes if an odd number of them is before it.
  bool quote_open_before(std::size_t i) const {
    std::size_t count = 0;
    for (std::size_t t = i; t-- > 0 && i - t < kQuotedTokens;) count += tokens_[t].form == tokens_[i].form;
    return count % 2 == 1;
  }

  bool opens(std::size_t i) const {
    const std::string_view form = tokens_[i].form;
    if (is_any_of(form, {"\xE2\x80\x9C", "\xE2\x80\x98", "(", "[", "{", "\xC2\xAB", "``", "`"})) return true;
    return is_any_of(form, {"\"", "'", "''"}) && !closes(i);
  }

  std::size_t first_word(std::size_t begin) const {
    std::size_t i = begin;
    while (i < tokens_.size() && i - begin < kMarksInARow &&
           (opens(i) || is_any_of(tokens_[i].form, {"-", "--", "\xE2\x80\x94", "\xE2\x80\x93", "*", "\xE2\x80\xA2"}))) {
      ++i;
    }
    return i;
  }

  std::int32_t first_code(std::size_t i) const { return decode(tokens_[i].form, 0).code; }
  bool starts_upper(std::size_t i) const { return is_upper(first_code(i)); }
  bool starts_lower(std::size_t i) const { return is_lower(first_code(i)); }
  bool is_pronoun_i(std::size_t i) const { return tokens_[i].form == "I"; }

  /// "2. The talks": a number that opens the sentence, and its stop.
  bool is_list_number(std::size_t stop) const {
    return stop == sentence_begin_ + 1 && tokens_[stop - 1].form.size() <= 3 && is_digit(first_code(stop - 1)) &&
           tokens_[stop].space_after;
  }

  /// "“Will it hold?” Kim asked." is one sentence, "“Will it hold?” The ministers" are two.
  bool ends_at_mark(std::size_t stop, std::size_t i, std::size_t next) const {
    if (starts_lower(next)) return false;
    if (i == stop || !starts_upper(next)) return true;
    for (std::size_t t = next; t < std::min(next + 6, tokens_.size()); ++t) {
      const std::string_view form = tokens_[t].form;
      if (is_speech_verb(form)) return false;
      if (!is_word(first_code(t)) || (t > next && is_lower(first_code(t)))) break;
    }
    return true;
  }

  /// "Gen. Lee", "J. Smith", "Aug. 22", "the U.S. Navy" go on; "in the U.S. The" ends.
  bool ends_at_abbreviation(std::size_t stop, std::size_t next) const {
    const std::string_view form = tokens_[stop].form;
    const std::string_view word = form.substr(0, form.size() - 1);
    if (next != stop + 1 && !starts_upper(next)) return false;
    const auto kind = abbreviation(word);
    if (kind == Abbreviation::Title || kind == Abbreviation::BeforeNumber) return false;
    if (!starts_upper(next)) return false;
    if (!is_sentence_starter(tokens_[next].form)) return false;
    // "A. The" in a list, "Plan B. The"; but initials: "J. A. Smith", "W. A. The".
    if (decode(word, 0).size == word.size()) return tokens_[next].form.size() > 1;
    return true;
  }

  std::span<const Token> tokens_;
  std::size_t sentence_begin_ = 0;
};

/// Where to cut a sentence that is too long: behind the last semicolon, else comma, of its second half.
std::size_t cut_of(std::span<const Token> tokens, std::size_t begin) {
  const std::size_t limit = begin + kSentenceLimitTokens;
  for (const std::string_view mark : {";", ","}) {
    for (std::size_t i = limit; i-- > begin + kSentenceLimitTokens / 2;) {
      if (tokens[i].form == mark) return i + 1;
    }
  }
  return limit;
}

void push_end(std::span<const Token> tokens, std::size_t end, std::vector<std::size_t>& out, std::size_t& begin) {
  while (end - begin > kSentenceLimitTokens) {
    begin = cut_of(tokens, begin);
    out.push_back(begin);
  }
  out.push_back(end);
  begin = end;
}

}  // namespace

void sentence_ends(std::span<const Token> tokens, std::vector<std::size_t>& out) {
  Boundaries boundaries(tokens);
  std::size_t begin = 0;
  for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
    if (boundaries.ends_at(i, begin)) push_end(tokens, i + 1, out, begin);
  }
  if (!tokens.empty()) push_end(tokens, tokens.size(), out, begin);
}

void title_ends(std::span<const Token> tokens, std::vector<std::size_t>& out) {
  std::size_t begin = 0;
  if (!tokens.empty()) push_end(tokens, tokens.size(), out, begin);
}

}  // namespace entente::language
