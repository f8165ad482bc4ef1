#include "entente/language/tokenizer/words.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "entente/language/tokenizer/abbreviations.h"
#include "entente/language/tokenizer/characters.h"

namespace entente::language {
namespace {

// Words that keep their hyphen: the treebanks split the others. Sorted.
constexpr std::string_view kPrefixes[] = {
    "anti",   "co",    "counter", "cross", "e",     "ex",  "extra", "hyper", "inter", "intra", "macro", "meta",
    "micro",  "mid",   "mini",    "multi", "neo",   "non", "over",  "post",  "pre",   "pro",   "proto", "pseudo",
    "psycho", "quasi", "re",      "semi",  "socio", "sub", "super", "trans", "ultra", "un",    "under"};

// Written behind a number without a space. Sorted.
constexpr std::string_view kUnits[] = {
    "A.M.", "AM", "B",   "BN",  "C",    "F",    "GB", "GHz", "GW",  "K",  "KM",  "M",   "MB",  "MHz",
    "MN",   "MW", "MWh", "PM",  "TB",   "a.m.", "am", "b",   "bln", "bn", "bpd", "cc",  "cm",  "ft",
    "g",    "gb", "ha",  "hr",  "hrs",  "in",   "k",  "kHz", "kb",  "kg", "kgs", "km",  "kmh", "km²",
    "kph",  "kV", "kW",  "kWh", "lb",   "lbs",  "m",  "m²",  "mb",  "mg", "mi",  "min", "ml",  "mln",
    "mm",   "mn", "mph", "oz",  "p.m.", "pm",   "sq", "tn",  "trn", "yr", "yrs"};

// Contractions without an apostrophe, and where they are split. Sorted.
struct Fused {
  std::string_view word;
  std::uint32_t first_size;
};
constexpr Fused kFused[] = {{"arent", 3}, {"cannot", 3}, {"couldnt", 5}, {"didnt", 3},  {"doesnt", 4},
                            {"dont", 2},  {"gimme", 3},  {"gonna", 3},   {"gotta", 3},  {"hadnt", 3},
                            {"hasnt", 3}, {"havent", 4}, {"isnt", 2},    {"lemme", 3},  {"shouldnt", 6},
                            {"wanna", 3}, {"wasnt", 3},  {"werent", 4},  {"wouldnt", 5}};

// The sign that tells an address ("@", "://") is this near to its beginning.
constexpr std::size_t kAddressHeadBytes = 256;

// Behind an apostrophe at the beginning of a word: "'em", "'til".
constexpr std::string_view kClipped[] = {"bout", "cause", "cos", "em", "n", "round", "til", "till", "tis", "twas"};

constexpr std::string_view kEmoticons[] = {":(", ":)", ":-(", ":-)", ":-/", ":/", ":D",
                                           ":P", ":p", ";)",  ";-)", "<3",  "=)", "^_^"};

static_assert(std::is_sorted(std::begin(kPrefixes), std::end(kPrefixes)));
static_assert(std::is_sorted(std::begin(kClipped), std::end(kClipped)));
static_assert(std::is_sorted(std::begin(kEmoticons), std::end(kEmoticons)));

template <std::size_t kSize>
bool holds(const std::string_view (&sorted)[kSize], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

/// ASCII letters in lower case, of a short word; empty for a longer one.
class Lowered {
 public:
  explicit Lowered(std::string_view word) {
    if (word.size() > bytes_.size()) return;
    size_ = word.size();
    std::transform(word.begin(), word.end(), bytes_.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, 16> bytes_{};
  std::size_t size_ = 0;
};

/// Takes a run of characters apart from left to right.
class Splitter {
 public:
  Splitter(std::string_view text, ByteSpan run, std::string_view previous, Following following,
           std::vector<ByteSpan>& out)
      : text_(text), run_(run), at_(run.begin), previous_(previous), following_(following), out_(out) {}

  void split() {
    while (at_ < run_.end) {
      const Character c = here();
      if (!(starts_address() && address()) && !emoticon() && !(starts_word(c) && word())) emit(punctuation_end(c));
      if (!out_.empty() && out_.back().end == at_) previous_ = out_.back().of(text_);
    }
  }

 private:
  Character here() const { return decode(text_, at_); }
  /// The character there, {0, 0} outside of the run.
  Character character_at(std::uint32_t at) const { return at < run_.end ? decode(text_, at) : Character{}; }
  std::int32_t code_at(std::uint32_t at) const { return character_at(at).code; }
  std::string_view rest() const { return ByteSpan{at_, run_.end}.of(text_); }
  void emit(std::uint32_t end) {
    out_.push_back({at_, end});
    at_ = end;
  }

  bool starts_address() const;
  bool address();
  bool emoticon();
  bool starts_word(Character c) const;
  bool word();
  std::uint32_t word_end();
  std::uint32_t after_infix(std::uint32_t at, std::uint32_t word_begin);
  bool keeps_hyphen(std::uint32_t begin, std::uint32_t hyphen) const;
  bool keeps_slash(std::uint32_t begin, std::uint32_t slash) const;
  std::uint32_t digit_groups_end(std::uint32_t begin) const;
  bool takes_stop(std::string_view word, std::uint32_t stop) const;
  bool nothing_follows(std::uint32_t at) const;
  void emit_word(std::uint32_t end);
  std::uint32_t punctuation_end(Character c) const;

  std::string_view text_;
  ByteSpan run_;
  std::uint32_t at_;
  std::string_view previous_;
  Following following_;
  std::vector<ByteSpan>& out_;
  // Up to here no address begins: what was searched in vain is not searched again.
  std::uint32_t no_address_before_ = 0;
};

bool Splitter::starts_address() const {
  if (at_ < no_address_before_) return false;
  const std::int32_t c = code_at(at_);
  return is_word(c) || c == '@' || c == '.';
}

/// "http://…", "www.…", "mailto:…", "name@host.org", "@handle", "host.org/path": to the end of the run without the
/// punctuation that closes the sentence.
bool Splitter::address() {
  const std::string_view rest = this->rest();
  const std::string_view head = rest.substr(0, kAddressHeadBytes);
  const std::size_t sign = head.find_first_of("@:/");
  const bool www = rest.size() > 4 && Lowered(rest.substr(0, 4)).view() == "www.";
  if (sign == std::string_view::npos && !www) {
    no_address_before_ = at_ + static_cast<std::uint32_t>(head.size());
    return false;
  }
  // What an address begins with: no brackets, quotes or commas before the sign that tells it.
  const std::size_t stop = head.substr(0, sign).find_first_of("()[]{}<>\"',;");
  bool found = www;
  if (!found && sign < stop) {
    const std::string_view before = rest.substr(0, sign);
    const std::string_view behind = head.substr(sign + 1);
    switch (rest[sign]) {
      case '@':
        found = !behind.empty() && is_letter(decode(behind, 0).code) &&
                (before.empty() || behind.find('.') != std::string_view::npos || is_upper(decode(behind, 0).code));
        break;
      case ':':
        found = behind.starts_with("//") || before == "mailto" || before == "doi";
        break;
      default: {  // a host name before the slash
        const std::size_t dot = before.rfind('.');
        found = dot != std::string_view::npos && dot > 0 && before.size() - dot > 2 && before.size() - dot < 7 &&
                std::all_of(before.begin() + static_cast<std::ptrdiff_t>(dot) + 1, before.end(),
                            [](char c) { return c >= 'a' && c <= 'z'; });
      }
    }
  }
  if (!found) {
    no_address_before_ = at_ + static_cast<std::uint32_t>(std::min(sign, stop)) + 1;
    return false;
  }
  std::string_view whole = rest.substr(0, rest.find_first_of("<>\"{}|"));
  whole = whole.substr(0, whole.find("\xE2\x80\x9D"));
  whole = whole.substr(0, whole.find("\xE2\x80\x99"));
  // A bracket that the address did not open closes something around it.
  auto unopened = [&whole](char open, char close) {
    return std::count(whole.begin(), whole.end(), close) - std::count(whole.begin(), whole.end(), open);
  };
  auto round = unopened('(', ')');
  auto square = unopened('[', ']');
  std::size_t end = whole.size();
  for (; end > 1; --end) {
    const char last = whole[end - 1];
    const bool closes_outer = (last == ')' && round-- > 0) || (last == ']' && square-- > 0);
    if (!closes_outer && std::string_view(".,;:!?'*").find(last) == std::string_view::npos) break;
  }
  emit(at_ + static_cast<std::uint32_t>(end));
  return true;
}

bool Splitter::emoticon() {
  const std::string_view rest = this->rest();
  if (std::string_view(":;=<^").find(rest.front()) == std::string_view::npos ||
      (at_ > run_.begin && is_word(text_[at_ - 1])))
    return false;
  for (std::size_t size : {std::size_t{3}, std::size_t{2}}) {
    if (rest.size() < size || !holds(kEmoticons, rest.substr(0, size))) continue;
    if (is_word(code_at(at_ + static_cast<std::uint32_t>(size)))) continue;
    emit(at_ + static_cast<std::uint32_t>(size));
    return true;
  }
  return false;
}

bool Splitter::starts_word(Character c) const {
  if (is_word(c.code)) return true;
  const std::int32_t next = code_at(at_ + c.size);
  const bool first = at_ == run_.begin || !is_word(static_cast<unsigned char>(text_[at_ - 1]));
  switch (c.code) {
    case '.':  // ".04", ".doc", ".DJI"
      return first && is_word(next);
    case '+':  // "+852"
      return first && is_digit(next);
    case '#':  // "#PeaceTalks", but "# 5"
      return first && is_letter(next);
    case '\'':
    case kApostrophe: {  // "'90s", "'em"
      if (!first) return false;
      if (is_digit(next)) return is_digit(code_at(at_ + c.size + 1)) && code_at(at_ + c.size + 2) == 's';
      std::uint32_t end = at_ + c.size;
      while (end < run_.end && is_lower(code_at(end)) && end - at_ < 10) ++end;
      return holds(kClipped, ByteSpan{at_ + c.size, end}.of(text_)) && !is_word(code_at(end));
    }
    default:
      return false;
  }
}

bool Splitter::word() {
  const Character c = here();
  if (!is_word(c.code)) {
    // The sign belongs to the word behind it.
    std::uint32_t end = at_ + c.size;
    while (end < run_.end && (is_word(code_at(end)) || (code_at(end) == '.' && is_digit(code_at(end + 1))))) {
      end += character_at(end).size;
    }
    emit(end);
    return true;
  }
  emit_word(word_end());
  return true;
}

/// The end of the word that begins here, with what holds its parts together.
std::uint32_t Splitter::word_end() {
  const std::uint32_t begin = at_;
  if (is_digit(code_at(begin))) {
    if (const std::uint32_t end = digit_groups_end(begin); end != 0) return end;
  }
  std::uint32_t end = begin;
  while (true) {
    while (end < run_.end) {
      const Character c = decode(text_, end);
      if (!is_word(c.code)) break;
      end += c.size;
    }
    if (end == run_.end) return end;
    const std::uint32_t next = after_infix(end, begin);
    if (next == end || text_[end] == '$') return next;
    end = next;
  }
}

/// Behind the character there if it holds the words around it together, or is a sign that ends the word; else `at`.
std::uint32_t Splitter::after_infix(std::uint32_t at, std::uint32_t begin) {
  const Character c = character_at(at);
  const std::uint32_t behind = at + c.size;
  const std::int32_t next = code_at(behind);
  const auto last = static_cast<unsigned char>(text_[at - 1]);
  const std::string_view word = ByteSpan{begin, at}.of(text_);
  switch (c.code) {
    case '.': {
      if (!is_word(next)) return at;
      // "ended.The": a space is missing.
      const bool glued = is_lower(last) && word.size() > 1 && is_lower(static_cast<unsigned char>(text_[at - 2])) &&
                         is_upper(next) && is_lower(code_at(behind + 1)) && word.find('.') == std::string_view::npos;
      // "S.Korea": an initial and a name.
      const bool initial = word.size() == 1 && is_upper(last) && is_upper(next) && is_lower(code_at(behind + 1));
      return glued || initial ? at : behind;
    }
    case ',': {  // "1,000"
      std::uint32_t digits = behind;
      while (digits < run_.end && is_digit(text_[digits]) && digits - behind < 4) ++digits;
      return is_digit(last) && digits - behind == 3 ? behind : at;
    }
    case ':':
      return is_digit(last) && is_digit(next) && word.size() <= 8 ? behind : at;
    case '\'':
    case kApostrophe:
      return is_letter(next) ? behind : at;
    case '&':
      return is_letter(next) && word.size() <= 4 && !is_lower(last) ? behind : at;
    case '*':
      return is_letter(next) || (next == '*' && is_letter(code_at(behind + 1))) ? behind : at;
    case '@':
      return is_letter(next) ? behind : at;
    case '-':
      return keeps_hyphen(begin, at) ? behind : at;
    case '/':
      return keeps_slash(begin, at) ? behind : at;
    case '$': {  // "US$5"
      const bool country =
          word.size() <= 3 && std::all_of(word.begin(), word.end(), [](char x) { return is_upper(x); });
      return country ? behind : at;
    }
    case '=': {  // Reuters codes of currencies: "KRW=", "EUR=D3"
      const bool code = word.size() >= 3 && word.size() <= 6 &&
                        std::all_of(word.begin(), word.end(), [](char x) { return is_upper(x); });
      return code ? behind : at;
    }
    default:
      return at;
  }
}

bool Splitter::keeps_hyphen(std::uint32_t begin, std::uint32_t hyphen) const {
  if (!is_word(code_at(hyphen + 1))) return false;
  const std::string_view before = ByteSpan{begin, hyphen}.of(text_);
  return holds(kPrefixes, Lowered(before).view()) && !is_digit(code_at(hyphen + 1)) &&
                 // "re - elect" is whole, "Re-Max" and "E-3" are names; "mid-1980s" is whole.
                 (before.size() > 1 || is_lower(code_at(hyphen + 1)))
             ? true
             : Lowered(before).view() == "mid";
}

bool Splitter::keeps_slash(std::uint32_t begin, std::uint32_t slash) const {
  const std::string_view before = ByteSpan{begin, slash}.of(text_);
  const std::int32_t next = code_at(slash + 1);
  if (!is_word(next)) return false;
  if (is_digit(static_cast<unsigned char>(before.back())) && is_digit(next)) return true;  // "9/11", "12/31/2000"
  // "s/he", "A/73/PV.6": one letter before the first slash.
  const std::size_t first = before.find('/');
  return (first == std::string_view::npos ? before.size() : first) == 1 && is_letter(decode(before, 0).code) &&
         (first != std::string_view::npos || is_digit(next) || !is_word(code_at(slash + 2)) || before == "s");
}

/// The end of a telephone number or date of digit groups ("713-853-3989", "345-9945", "11-20-2000") that begins there,
/// else 0. Two groups are a range ("1910-1945") unless they are 3 and 4 digits.
std::uint32_t Splitter::digit_groups_end(std::uint32_t begin) const {
  std::array<std::uint32_t, 8> sizes{};
  std::size_t groups = 0;
  std::uint32_t end = begin;
  while (groups < sizes.size()) {
    const std::uint32_t group = end;
    while (end < run_.end && is_digit(text_[end])) ++end;
    sizes[groups++] = end - group;
    if (end == group) return 0;
    if (code_at(end) != '-') break;
    ++end;
  }
  if (is_word(code_at(end))) return 0;
  return groups > 2 || (groups == 2 && sizes[0] == 3 && sizes[1] == 4) ? end : 0;
}

/// Whether nothing but closing punctuation and the end of the paragraph is behind.
bool Splitter::nothing_follows(std::uint32_t at) const {
  for (; at < run_.end; ++at) {
    if (is_word(static_cast<unsigned char>(text_[at]))) return false;
  }
  return following_ == Following::Nothing;
}

/// Whether the stop behind the word is part of it.
bool Splitter::takes_stop(std::string_view word, std::uint32_t stop) const {
  if (code_at(stop + 1) == '.') return false;  // "U.S...."
  const bool dotted = word.find('.') != std::string_view::npos;
  const Character first = decode(word, 0);
  if (word.size() == first.size && is_letter(first.code)) {
    if (word == "I") return following_ == Following::Upper && !previous_.empty() && is_upper(previous_.front());
    const bool before_number = following_ == Following::Digit && abbreviation(word) == Abbreviation::BeforeNumber;
    return before_number || (is_upper(first.code) && !nothing_follows(stop + 1));
  }
  if (dotted) {
    // "U.S.", "Ph.D.", "a.m.": parts of at most 3 letters.
    std::size_t part = 0;
    for (const char c : word) {
      if (c == '.') {
        part = 0;
      } else if (!is_letter(static_cast<unsigned char>(c)) || ++part > 3) {
        return false;
      }
    }
    return part <= 2;
  }
  const auto kind = abbreviation(word);
  if (!kind) return false;
  switch (*kind) {
    case Abbreviation::Title:
      return following_ != Following::Nothing || stop + 1 < run_.end;
    case Abbreviation::Word:
      return true;
    case Abbreviation::BeforeNumber:
      return is_digit(code_at(stop + 1)) || (stop + 1 == run_.end && following_ == Following::Digit);
    case Abbreviation::AfterComma:
      return previous_ == ",";
  }
  return false;
}

/// Emits the word from here to end, and its stop if that is part of it, as the parts that the treebanks make of it.
void Splitter::emit_word(std::uint32_t end) {
  const std::string_view word = ByteSpan{at_, end}.of(text_);
  if (code_at(end) == '.' && takes_stop(word, end)) {
    const std::uint32_t stop = end + 1;
    // "6p.m."
    std::uint32_t digits = at_;
    while (digits < end && (is_digit(text_[digits]) || text_[digits] == ':')) ++digits;
    if (digits > at_ && digits < end) emit(digits);
    emit(stop);
    return;
  }
  if (is_digit(text_[at_])) {
    std::uint32_t number = at_;
    while (number < end &&
           (is_digit(text_[number]) || text_[number] == '.' || text_[number] == ',' || text_[number] == ':')) {
      ++number;
    }
    // "5-10km" has a unit, "B-1B" a name.
    const bool in_name =
        at_ >= run_.begin + 2 && text_[at_ - 1] == '-' && is_letter(static_cast<unsigned char>(text_[at_ - 2]));
    if (number > at_ && number < end && !in_name &&
        std::find(std::begin(kUnits), std::end(kUnits), ByteSpan{number, end}.of(text_)) != std::end(kUnits)) {
      emit(number);
      emit(end);
      return;
    }
  }
  // do|n't, Seoul|'s
  std::uint32_t mark = end;
  for (std::uint32_t i = end; i > at_ && end - i < 6; --i) {
    const auto byte = static_cast<unsigned char>(text_[i - 1]);
    if (byte == '\'') mark = i - 1;
    if (byte == 0x99 && i - at_ >= 3 && text_.substr(i - 3, 3) == "\xE2\x80\x99") mark = i - 3;
    if (mark != end) break;
  }
  if (mark != end && mark > at_) {
    const std::uint32_t tail = mark + character_at(mark).size;
    const Lowered clitic_word(ByteSpan{tail, end}.of(text_));
    const std::string_view clitic = clitic_word.view();
    const char before = text_[mark - 1];
    std::uint32_t cut = 0;
    if (clitic == "t" && (before == 'n' || before == 'N') && mark - at_ > 1) cut = mark - 1;
    if (clitic == "s" || clitic == "re" || clitic == "ve" || clitic == "ll" || clitic == "d" || clitic == "m")
      cut = mark;
    if (cut != 0) {
      emit(cut);
      emit(end);
      return;
    }
  }
  const Lowered lowered(word);
  for (const Fused& fused : kFused) {
    if (lowered.view() != fused.word) continue;
    emit(at_ + fused.first_size);
    emit(end);
    return;
  }
  emit(end);
}

/// The end of one mark, or of a run of marks that is one token: "...", "--", "?!", "''".
std::uint32_t Splitter::punctuation_end(Character c) const {
  std::uint32_t end = at_ + c.size;
  const auto extend = [&](std::string_view marks) {
    while (end < run_.end && marks.find(text_[end]) != std::string_view::npos) ++end;
    return end;
  };
  switch (c.code) {
    case '.':
      return extend(".");
    case '-':
      return extend("->");
    case '!':
    case '?':
      return extend("!?");
    case '*':
    case '=':
    case '~':
    case '_':
    case '+':
    case '#':
    case '|':
    case '<':
    case '>':
    case '^':
    case '\'':
    case '`': {
      const char mark = text_[at_];
      return extend(std::string_view(&mark, 1));
    }
    case '[':
      return rest().starts_with("[...]") ? at_ + 5 : end;
    case 0x2026: {  // …
      while (code_at(end) == c.code || code_at(end) == '.') end += character_at(end).size;
      return end;
    }
    case kApostrophe: {
      while (code_at(end) == c.code) end += c.size;
      return end;
    }
    default:
      return end;
  }
}

}  // namespace

void split_words(std::string_view text, ByteSpan run, std::string_view previous, Following following,
                 std::vector<ByteSpan>& out) {
  Splitter(text, run, previous, following, out).split();
}

}  // namespace entente::language
