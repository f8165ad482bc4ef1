#include "entente/actors/spelling.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

SpellingKeys keys() {
  SpellingKeys keys;
  keys.add_letters("ou", "u");
  keys.add_letters("o", "u");
  keys.add_letters("y", "i");
  keys.add_letters("iy$", "i");
  keys.add_letters("^kh", "h");
  keys.add_word("kadhafi", "gaddafi");
  keys.add_word("al", "");
  return keys;
}

TEST(SpellingKeys, AreEqualForSpellingsOfOneName) {
  const SpellingKeys k = keys();
  EXPECT_EQ(k.key("Rouhani"), k.key("Rohani"));
  EXPECT_EQ(k.key("Zelenskiy"), k.key("Zelensky"));
  EXPECT_EQ(k.key("Kadhafi"), k.key("Gaddafi"));
  EXPECT_EQ(k.key("al-Said"), k.key("Sa'id"));
  EXPECT_EQ(k.key("Jong-un"), k.key("Jong Un"));
  EXPECT_EQ(k.key("Erdoğan"), k.key("ERDOGAN"));
}

TEST(SpellingKeys, CountDoubledLettersOnce) { EXPECT_EQ(keys().key("Assad"), keys().key("Asad")); }

TEST(SpellingKeys, KeepLettersThatAreBoundToAnotherPlace) {
  const SpellingKeys k = keys();
  EXPECT_EQ(k.key("Khan"), "han");
  EXPECT_EQ(k.key("Akhan"), "akhan");
}

TEST(SpellingKeys, DifferForOtherNames) {
  EXPECT_NE(keys().key("Rouhani"), keys().key("Ruhami"));
  EXPECT_EQ(keys().key("123"), "");
}

}  // namespace
}  // namespace entente
