#include "entente/language/lemmatizer/lemmatizer.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/digest.h"
#include "entente/language/lemmatizer/agreement.h"
#include "support/conllu_document.h"

namespace entente::language {
namespace {

std::string table(const std::string& body, const std::string& version = "1") {
  return "entente-lemmas\t" + version + "\t" + sha256_hex(body) + "\n" + body;
}

constexpr char kBody[] =
    "S\tVBD\tl\t\tl00\nS\tVBD\tl\ted\tl02\nS\tVBD\tl\tied\tl03y\nS\tNNP\tt\t\tk00\n"
    "L\tn't\tPART\tRB\tl02ot\nL\tfled\tVERB\tVBD\tl02ee\n"
    "D\tVERB\tVBD\tTense=Past\nF\tn't\tPART\tRB\tPolarity=Neg\n";

std::string lemma(const Lemmatizer& lemmatizer, std::string_view form, Upos upos, std::string_view xpos) {
  std::string out;
  lemmatizer.append_lemma(out, form, upos, xpos);
  return out;
}

TEST(Lemmatizer, TakesTheLongestSuffixUnlessTheWordIsListed) {
  const auto lemmatizer = Lemmatizer::of_bytes(table(kBody), "t");
  ASSERT_TRUE(lemmatizer) << lemmatizer.error().to_string();
  EXPECT_EQ(lemma(*lemmatizer, "signed", Upos::Verb, "VBD"), "sign");
  EXPECT_EQ(lemma(*lemmatizer, "ratified", Upos::Verb, "VBD"), "ratify");
  EXPECT_EQ(lemma(*lemmatizer, "fled", Upos::Verb, "VBD"), "flee");
  EXPECT_EQ(lemma(*lemmatizer, "n\xE2\x80\x99t", Upos::Part, "RB"), "not");
  EXPECT_EQ(lemma(*lemmatizer, "Aland", Upos::Propn, "NNP"), "Aland");
  EXPECT_EQ(lemma(*lemmatizer, "\xC3\x89t\xC3\xA9", Upos::X, "FW"), "\xC3\x89t\xC3\xA9");
  EXPECT_EQ(lemmatizer->features("fled", Upos::Verb, "VBD"), "Tense=Past");
  EXPECT_EQ(lemmatizer->features("n't", Upos::Part, "RB"), "Polarity=Neg");
  EXPECT_EQ(lemmatizer->features("x", Upos::X, "FW"), "");
}

TEST(Lemmatizer, NeverLeavesAWordWithoutALemma) {
  const auto lemmatizer = Lemmatizer::of_bytes(table(kBody), "t");
  ASSERT_TRUE(lemmatizer);
  EXPECT_EQ(lemma(*lemmatizer, "ed", Upos::Verb, "VBD"), "ed");
  const std::string long_word(100'000, 'x');
  EXPECT_EQ(lemma(*lemmatizer, long_word + "ed", Upos::Verb, "VBD"), long_word);
}

TEST(Lemmatizer, RejectsWhatIsNoTableOfItsVersion) {
  EXPECT_EQ(Lemmatizer::of_bytes("", "t").error().code, ErrorCode::Corrupt);
  EXPECT_EQ(Lemmatizer::of_bytes(table(kBody, "2"), "t").error().to_string(),
            "t:15: version \"2\" of the table of lemmas, this program reads version 1");
  std::string damaged = table(kBody);
  damaged.back() = 'x';
  EXPECT_THAT(Lemmatizer::of_bytes(damaged, "t").error().message, testing::HasSubstr("checksum"));
  EXPECT_EQ(Lemmatizer::of_bytes(table("L\tx\tVERB\tVBD\tz9\n"), "t").error().code, ErrorCode::Corrupt);
  EXPECT_EQ(Lemmatizer::of_bytes(table("no\n"), "t").error().code, ErrorCode::Corrupt);
  EXPECT_EQ(Lemmatizer::load("/nonexistent").error().code, ErrorCode::NotFound);
}

class ShippedLemmas : public testing::TestWithParam<std::array<const char*, 4>> {};

TEST_P(ShippedLemmas, AreThoseOfADictionary) {
  static const auto lemmatizer = Lemmatizer::load(ENTENTE_DATA_DIR "/models/lemmas.tsv");
  ASSERT_TRUE(lemmatizer) << lemmatizer.error().to_string();
  const auto& [form, upos, xpos, expected] = GetParam();
  EXPECT_EQ(lemma(*lemmatizer, form, *upos_of(upos), xpos), expected);
}

INSTANTIATE_TEST_SUITE_P(
    Words, ShippedLemmas,
    testing::Values(std::array{"sanctions", "NOUN", "NNS", "sanction"},
                    std::array{"countries", "NOUN", "NNS", "country"}, std::array{"allies", "NOUN", "NNS", "ally"},
                    std::array{"talks", "NOUN", "NNS", "talk"}, std::array{"withdrew", "VERB", "VBD", "withdraw"},
                    std::array{"sought", "VERB", "VBD", "seek"}, std::array{"banned", "VERB", "VBN", "ban"},
                    std::array{"condemned", "VERB", "VBD", "condemn"}, std::array{"imposing", "VERB", "VBG", "impose"},
                    std::array{"signing", "VERB", "VBG", "sign"}, std::array{"agreed", "VERB", "VBD", "agree"},
                    std::array{"freed", "VERB", "VBD", "free"}, std::array{"occupied", "VERB", "VBN", "occupy"},
                    std::array{"warned", "VERB", "VBD", "warn"}, std::array{"ca", "AUX", "MD", "can"},
                    std::array{"wo", "AUX", "MD", "will"}, std::array{"was", "AUX", "VBD", "be"},
                    std::array{"South", "PROPN", "NNP", "South"}, std::array{"Japanese", "ADJ", "JJ", "Japanese"},
                    std::array{"Regional", "ADJ", "JJ", "regional"}, std::array{"underwent", "VERB", "VBD", "undergo"},
                    std::array{"provoked", "VERB", "VBN", "provoke"}, std::array{"revoked", "VERB", "VBD", "revoke"},
                    std::array{"overthrew", "VERB", "VBD", "overthrow"}, std::array{"3,000", "NUM", "CD", "3000"},
                    std::array{"worst", "ADJ", "JJS", "bad"}, std::array{"Talks", "NOUN", "NNS", "talk"}));

std::string feats(const char* conllu, std::string_view form) {
  Document document = support::conllu_document(conllu);
  refine_features(document);
  return std::string(document[support::token_of(document, form)].feats);
}

TEST(Agreement, TellsPassivesFromPerfects) {
  EXPECT_EQ(feats("1  Pacts  pact  NOUN  NNS  _  3  nsubj:pass\n2  were  be  AUX  VBD  _  3  aux:pass\n"
                  "3  signed  sign  VERB  VBN  Tense=Past|VerbForm=Part  0  root",
                  "signed"),
            "Tense=Past|VerbForm=Part|Voice=Pass");
  EXPECT_EQ(feats("1  Aland  Aland  PROPN  NNP  _  3  nsubj\n2  has  have  AUX  VBZ  _  3  aux\n"
                  "3  signed  sign  VERB  VBN  Tense=Past|VerbForm=Part|Voice=Pass  0  root",
                  "signed"),
            "Tense=Past|VerbForm=Part");
}

TEST(Agreement, GivesFiniteVerbsTheirSubjectsNumberAndPerson) {
  EXPECT_EQ(feats("1  I  I  PRON  PRP  _  2  nsubj\n"
                  "2  left  leave  VERB  VBD  Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin  0  root",
                  "left"),
            "Mood=Ind|Number=Sing|Person=1|Tense=Past|VerbForm=Fin");
  EXPECT_EQ(feats("1  Aland  Aland  PROPN  NNP  _  4  nsubj\n2  and  and  CCONJ  CC  _  3  cc\n"
                  "3  Borduria  Borduria  PROPN  NNP  _  1  conj\n"
                  "4  met  meet  VERB  VBD  Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin  0  root",
                  "met"),
            "Mood=Ind|Number=Plur|Person=3|Tense=Past|VerbForm=Fin");
}

TEST(Agreement, TellsImperativesAndObjectsAndLeavesTextWithoutTreesAlone) {
  EXPECT_EQ(
      feats("1  Sign  sign  VERB  VB  VerbForm=Inf  0  root\n2  it  it  PRON  PRP  Case=Nom|Person=3  1  obj", "Sign"),
      "Mood=Imp|VerbForm=Fin");
  EXPECT_EQ(
      feats("1  Sign  sign  VERB  VB  VerbForm=Inf  0  root\n2  it  it  PRON  PRP  Case=Nom|Person=3  1  obj", "it"),
      "Case=Acc|Person=3");
  EXPECT_EQ(feats("1  Sign  sign  VERB  VB  VerbForm=Inf\n2  it  it  PRON  PRP  Case=Nom", "Sign"), "VerbForm=Inf");
}

}  // namespace
}  // namespace entente::language
