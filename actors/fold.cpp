#include "entente/actors/fold.h"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>

namespace entente {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_alnum(char c) { return (c >= 'a' && c <= 'z') || is_upper(c) || (c >= '0' && c <= '9'); }
char to_lower(char c) { return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }

bool all_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

struct Letter {
  UChar32 letter;
  std::string_view ascii;
};

/// Letters that compatibility decomposition leaves whole, and punctuation with an ASCII twin.
constexpr std::array<Letter, 31> kLetters = {{
    {0x00C6, "Ae"}, {0x00D0, "D"},  {0x00D8, "O"}, {0x00DE, "Th"}, {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"},
    {0x00F8, "o"},  {0x00FE, "th"}, {0x0110, "D"}, {0x0111, "d"},  {0x0126, "H"},  {0x0127, "h"},  {0x0130, "I"},
    {0x0131, "i"},  {0x0141, "L"},  {0x0142, "l"}, {0x0152, "Oe"}, {0x0153, "oe"}, {0x018F, "E"},  {0x0259, "e"},
    {0x02BC, "'"},  {0x02BE, "'"},  {0x02BF, "'"}, {0x2010, "-"},  {0x2011, "-"},  {0x2013, "-"},  {0x2014, "-"},
    {0x2018, "'"},  {0x2019, "'"},  {0x201B, "'"},
}};

/// Without diacritics; letters that have no ASCII form stay.
std::string strip_diacritics(std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfkd = icu::Normalizer2::getNFKDInstance(status);
  icu::UnicodeString source =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  icu::UnicodeString pieces = U_SUCCESS(status) ? nfkd->normalize(source, status) : source;
  icu::UnicodeString kept;
  std::string out;
  for (std::int32_t i = 0; i < pieces.length();) {
    const UChar32 c = pieces.char32At(i);
    i += U16_LENGTH(c);
    if (u_charType(c) == U_NON_SPACING_MARK) continue;
    const auto* known =
        std::lower_bound(kLetters.begin(), kLetters.end(), c, [](const Letter& a, UChar32 b) { return a.letter < b; });
    if (known != kLetters.end() && known->letter == c) {
      out += known->ascii;
    } else {
      icu::UnicodeString(c).toUTF8String(out);
    }
  }
  return out;
}

void append_ascii(std::string_view text, std::string& folded) {
  const auto part = [&folded] {
    if (!folded.empty() && folded.back() != ' ') folded += ' ';
  };
  for (char c : text) {
    if (is_alnum(c) || static_cast<unsigned char>(c) >= 0x80) {
      folded += c;
    } else if (c == '.' || c == '\'' || c == '`') {
      continue;
    } else if (c == ' ' || c == '-' || c == '/' || c == '_' || c == '\t' || c == '\n') {
      part();
    } else if (c == '&') {
      part();
      folded += "and ";
    } else {
      part();
      folded += c;
      folded += ' ';
    }
  }
}

bool starts_with_apostrophe(std::string_view token) {
  return token.starts_with('\'') || token.starts_with('`') || token.starts_with("\u2019") ||
         token.starts_with("\u2018");
}

/// Words that a name may write either way.
bool is_function_word(std::string_view word) {
  constexpr std::array<std::string_view, 17> kWords = {"al", "and", "bin", "da", "de", "del", "der", "el", "for",
                                                       "in", "la",  "le",  "of", "on", "the", "to",  "von"};
  std::string lower(word);
  lower_in_place(lower);
  return std::binary_search(kWords.begin(), kWords.end(), std::string_view(lower));
}

}  // namespace

void append_folded(std::string_view token, std::string& folded) {
  const bool joined = starts_with_apostrophe(token);
  if (!joined && !folded.empty() && folded.back() != ' ') folded += ' ';
  if (all_ascii(token)) {
    append_ascii(token, folded);
  } else {
    append_ascii(strip_diacritics(token), folded);
  }
  while (!folded.empty() && folded.back() == ' ') folded.pop_back();
}

std::string fold_name(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  append_folded(text, folded);
  return folded;
}

void lower_in_place(std::string& folded) {
  if (all_ascii(folded)) {
    std::transform(folded.begin(), folded.end(), folded.begin(), to_lower);
  } else {
    std::string lower;
    icu::UnicodeString::fromUTF8(folded).toLower(icu::Locale::getRoot()).toUTF8String(lower);
    folded = std::move(lower);
  }
}

std::string match_key(std::string_view text) {
  std::string key = fold_name(text);
  lower_in_place(key);
  return key;
}

bool case_agrees(std::string_view listed, std::string_view text) {
  const std::size_t shared = std::min(listed.size(), text.size());
  for (std::size_t begin = 0; begin < shared;) {
    const std::size_t end = std::min(listed.find(' ', begin), listed.size());
    const std::string_view word = listed.substr(begin, end - begin);
    bool agrees = true;
    for (std::size_t i = begin; i < std::min(end, shared) && agrees; ++i)
      agrees = !is_upper(listed[i]) || is_upper(text[i]);
    if (!agrees && (word.size() == listed.size() || !is_function_word(word))) return false;
    begin = end + 1;
  }
  return true;
}

}  // namespace entente
