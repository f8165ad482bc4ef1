#include "entente/language/identify.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

namespace entente::language {
namespace {

constexpr std::size_t kJudgedBytes = 20'000;

// Frequent function words of English that are rare in other languages of the Latin script, and the other way round;
// words that both have ("a", "in", "on", "was") are in neither list.
constexpr std::string_view kEnglish[] = {
    "about", "after", "all",   "also",  "and",  "are",  "as",   "at",    "be",   "been",  "but",
    "by",    "could", "for",   "from",  "had",  "has",  "have", "he",    "her",  "his",   "if",
    "into",  "is",    "it",    "its",   "last", "more", "new",  "not",   "of",   "only",  "or",
    "other", "our",   "out",   "over",  "said", "say",  "says", "she",   "than", "that",  "the",
    "their", "them",  "there", "these", "they", "this", "to",   "under", "up",   "we",    "were",
    "what",  "when",  "which", "while", "who",  "will", "with", "would", "year", "years", "you"};
constexpr std::string_view kOther[] = {
    "ab",   "al",   "alla",   "ang", "ao",   "artık",  "att",   "au",   "auch",   "aus",   "aux", "av",
    "avec", "az",   "bei",    "bir", "ce",   "che",    "com",   "como", "con",    "că",    "da",  "dan",
    "dans", "dari", "das",    "de",  "del",  "della",  "dem",   "den",  "dengan", "der",   "des", "di",
    "die",  "dos",  "du",     "e",   "een",  "egy",    "ein",   "eine", "el",     "els",   "em",  "en",
    "era",  "est",  "et",     "fra", "för",  "für",    "gli",   "het",  "hogy",   "i",     "ich", "il",
    "ile",  "im",   "ini",    "ist", "je",   "jest",   "kan",   "ki",   "käy",    "la",    "las", "le",
    "les",  "lo",   "los",    "med", "mit",  "mukaan", "na",    "nach", "ng",     "nicht", "nie", "nu",
    "não",  "o",    "och",    "ook", "op",   "os",     "pada",  "par",  "para",   "pas",   "per", "por",
    "pour", "på",   "que",    "qui", "sa",   "se",     "sich",  "sie",  "som",    "su",    "sur", "są",
    "te",   "til",  "un",     "una", "und",  "une",    "untuk", "uz",   "van",    "ve",    "vom", "von",
    "voor", "w",    "werden", "y",   "yang", "yn",     "z",     "za",   "zu",     "zum",   "że"};

/// What the words and letters of a text say about its language.
struct Counts {
  std::uint32_t letters = 0, latin_letters = 0;
  std::uint32_t words = 0, english = 0, other = 0;
};

template <std::size_t kSize>
bool holds(const std::array<std::string_view, kSize>& sorted, std::string_view word) {
  return std::binary_search(sorted.begin(), sorted.end(), word);
}

template <std::size_t kSize>
std::array<std::string_view, kSize> sorted(const std::string_view (&words)[kSize]) {
  std::array<std::string_view, kSize> out;
  std::copy(std::begin(words), std::end(words), out.begin());
  std::sort(out.begin(), out.end());
  return out;
}

Counts count(std::string_view text) {
  static const auto english = sorted(kEnglish);
  static const auto other = sorted(kOther);
  Counts counts;
  std::string word;
  const auto end_word = [&] {
    if (word.empty()) return;
    ++counts.words;
    if (holds(english, word)) ++counts.english;
    if (holds(other, word)) ++counts.other;
    word.clear();
  };
  const char* const bytes = text.data();
  for (std::size_t i = 0; i < text.size();) {
    UChar32 c = 0;
    U8_NEXT(bytes, i, text.size(), c);
    if (c < 0 || !u_isalpha(c)) {
      end_word();
      continue;
    }
    ++counts.letters;
    UErrorCode status = U_ZERO_ERROR;
    if (c < 0x250 || uscript_getScript(c, &status) == USCRIPT_LATIN) ++counts.latin_letters;
    c = u_tolower(c);
    char encoded[U8_MAX_LENGTH];
    std::int32_t size = 0;
    U8_APPEND_UNSAFE(encoded, size, c);
    word.append(encoded, static_cast<std::size_t>(size));
  }
  end_word();
  return counts;
}

}  // namespace

bool may_be_english(std::string_view text) {
  const Counts counts = count(text.substr(0, kJudgedBytes));
  // Names in another script do not make a text foreign, whole sentences do.
  if (counts.letters >= 10 && counts.latin_letters * 2 < counts.letters) return false;
  // A short text must show another language: "El Salvador" and "Rio de Janeiro" are in English headlines too.
  const std::uint32_t enough = counts.words < 15 ? 4 : 3;
  if (counts.other >= enough && counts.other > 2 * counts.english && counts.other * 8 >= counts.words) return false;
  // News has 3 function words of this list in 10; tables and lists of names are let through up to this length.
  return counts.words < 60 || counts.english * 25 >= counts.words;
}

}  // namespace entente::language
