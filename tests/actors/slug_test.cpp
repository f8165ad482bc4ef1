#include "entente/actors/slug.h"

#include <gtest/gtest.h>
#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <string>

namespace entente {
namespace {

TEST(LowerLatin, IsWhatIcuMakesOfEveryLetterUpToLatinExtendedB) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Transliterator> icu(
      icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
  ASSERT_TRUE(U_SUCCESS(status));
  for (UChar32 letter = 0xA0; letter < 0x250; ++letter) {
    icu::UnicodeString text = icu::UnicodeString("Ab").append(letter).append(icu::UnicodeString("Cd"));
    std::string given;
    text.toUTF8String(given);
    icu->transliterate(text);
    std::string expected;
    text.toUTF8String(expected);
    EXPECT_EQ(lower_latin(given), expected) << letter;
  }
}

TEST(LowerLatin, WritesOtherScriptsInLatinLetters) {
  EXPECT_EQ(lower_latin("Сергей Лавров"), "sergej lavrov");
  EXPECT_EQ(slug("Erdoğan (Türkiye)"), "erdogan-turkiye");
}

}  // namespace
}  // namespace entente
