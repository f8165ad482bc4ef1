#include "entente/language/coref/antecedent_ranker.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdint>
#include <string>
#include <vector>

#include "support/conllu_document.h"
#include "support/knowledge.h"
#include "support/mentions.h"

namespace entente {
namespace {

using language::Antecedent;
using language::AntecedentRanker;
using support::annotated;
using support::knowledge;

constexpr std::string_view kTwoMen = R"(
    1  Juan  Juan  PROPN  NNP  _  3  nsubj
    2  Soto  Soto  PROPN  NNP  _  1  flat
    3  met  meet  VERB  VBD  _  0  root
    4  Taro  Taro  PROPN  NNP  _  3  obj
    5  Ito  Ito  PROPN  NNP  _  4  flat  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  3  punct

    1  He  he  PRON  PRP  _  2  nsubj
    2  smiled  smile  VERB  VBD  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct
)";

TEST(AntecedentRanker, IsShownEachCandidateAndNone) {
  Document document = annotated(kTwoMen);
  std::size_t pronouns = 0;
  language::CoreferenceOptions options;
  options.observe = [&](MentionId pronoun, std::span<const Antecedent> candidates,
                        std::span<const std::vector<std::uint32_t>> features) {
    ++pronouns;
    EXPECT_EQ(document.text_of(document.mentions[pronoun.index()].tokens), "He");
    EXPECT_EQ(candidates.size(), 2U);
    ASSERT_EQ(features.size(), 3U);
    EXPECT_NE(features[0], features[1]);
  };
  language::resolve_coreference(document, knowledge(), options);
  EXPECT_EQ(pronouns, 1U);
}

TEST(AntecedentRanker, ChoosesASubjectBeforeAnObject) {
  const auto ranker = AntecedentRanker::load(ENTENTE_DATA_DIR "/models/antecedents.bin");
  ASSERT_TRUE(ranker) << ranker.error().to_string();
  Document document = annotated(kTwoMen);
  language::resolve_coreference(document, knowledge(), {.ranker = &*ranker, .observe = {}});
  EXPECT_EQ(support::chain_of(document, "He").name, "Juan Soto");
}

TEST(AntecedentRanker, ChoosesNothingOfNothing) {
  const auto ranker = AntecedentRanker::load(ENTENTE_DATA_DIR "/models/antecedents.bin");
  ASSERT_TRUE(ranker) << ranker.error().to_string();
  const std::vector<std::vector<std::uint32_t>> none(1);
  EXPECT_FALSE(ranker->choose(none));
}

TEST(AntecedentRanker, NamesAModelOfAnotherKind) {
  const auto ranker = AntecedentRanker::load(ENTENTE_DATA_DIR "/models/names.bin");
  ASSERT_FALSE(ranker);
  EXPECT_THAT(ranker.error().source, testing::HasSubstr("names.bin"));
}

}  // namespace
}  // namespace entente
