#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/language/ner/bilou.h"

namespace entente::language {
namespace {

using testing::ElementsAre;
using testing::FloatNear;
using testing::IsEmpty;

// Two classes: O, B0 I0 L0 U0, B1 I1 L1 U1, padded to ten columns.
constexpr std::size_t kStride = 10;
enum Tag : std::size_t { O, B0, I0, L0, U0, B1, I1, L1, U1 };

struct Scores {
  std::vector<float> values;

  /// A token with these scores for some tags, 0 for the others.
  Scores& token(std::vector<std::pair<Tag, float>> scores) {
    values.resize(values.size() + kStride);
    for (const auto& [tag, score] : scores) values[values.size() - kStride + tag] = score;
    return *this;
  }
  TagScores view() const { return {values, values.size() / kStride, kStride, 2}; }
};

std::vector<std::vector<std::uint32_t>> spans(const Scores& scores) {
  BilouDecoder decoder;
  std::vector<std::vector<std::uint32_t>> out;
  for (const ClassSpan& s : decoder.decode(scores.view())) out.push_back({s.begin, s.end, s.label});
  return out;
}

TEST(BilouDecoder, FindsNothingWhenEveryTokenIsOutside) {
  EXPECT_THAT(spans(Scores().token({{O, 3}}).token({{O, 3}})), IsEmpty());
  EXPECT_THAT(spans(Scores()), IsEmpty());
}

TEST(BilouDecoder, ReadsSpansOfOneTwoAndThreeTokens) {
  const auto scores = Scores()
                          .token({{U1, 5}})
                          .token({{B0, 5}})
                          .token({{L0, 5}})
                          .token({{O, 5}})
                          .token({{B1, 5}})
                          .token({{I1, 5}})
                          .token({{L1, 5}});
  EXPECT_THAT(spans(scores), ElementsAre(ElementsAre(0, 1, 1), ElementsAre(1, 3, 0), ElementsAre(4, 7, 1)));
}

TEST(BilouDecoder, KeepsOneClassWhenTheBestTagsOfASpanDisagree) {
  const auto scores = Scores().token({{B0, 5}, {B1, 4}}).token({{L1, 5}, {L0, 3}});
  EXPECT_THAT(spans(scores), ElementsAre(ElementsAre(0, 2, 1)));
}

TEST(BilouDecoder, OpensNoSpanThatTheSentenceCannotClose) {
  EXPECT_THAT(spans(Scores().token({{O, 1}}).token({{B0, 5}, {O, 4}})), IsEmpty());
  EXPECT_THAT(spans(Scores().token({{L0, 5}, {U0, 1}})), ElementsAre(ElementsAre(0, 1, 0)));
}

TEST(BilouDecoder, ScoresASpanByTheProductOfItsTagsProbabilities) {
  BilouDecoder decoder;
  // A tag that is 4 nats better than eight others has the probability 1 / (1 + 8 e^-4).
  const auto scores = Scores().token({{B0, 4}}).token({{L0, 4}});
  const auto found = decoder.decode(scores.view());
  ASSERT_EQ(found.size(), 1U);
  const double one = 1 / (1 + 8 * 0.018315638888734);
  EXPECT_THAT(found[0].score, FloatNear(static_cast<float>(one * one), 1e-6F));
}

}  // namespace
}  // namespace entente::language
