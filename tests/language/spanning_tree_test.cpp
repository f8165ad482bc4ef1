#include "entente/language/parser/spanning_tree.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <vector>

namespace entente::language {
namespace {

std::vector<std::uint32_t> heads_of(const std::vector<float>& scores, std::size_t words) {
  std::vector<std::uint32_t> heads(words);
  best_tree(scores, heads);
  return heads;
}

bool is_tree(const std::vector<std::uint32_t>& heads) {
  std::size_t roots = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) {
    roots += heads[i] == 0 ? 1 : 0;
    std::uint32_t word = static_cast<std::uint32_t>(i) + 1;
    for (std::size_t step = 0; word != 0; ++step, word = heads[word - 1]) {
      if (step > heads.size()) return false;
    }
  }
  return roots == 1;
}

float score_of(const std::vector<float>& scores, const std::vector<std::uint32_t>& heads) {
  float total = 0;
  for (std::size_t i = 0; i < heads.size(); ++i) total += scores[i * (heads.size() + 1) + heads[i]];
  return total;
}

/// Tries every assignment of heads.
float best_score(const std::vector<float>& scores, std::size_t words) {
  float best = -1e9F;
  std::vector<std::uint32_t> heads(words, 0);
  for (;;) {
    if (is_tree(heads)) best = std::max(best, score_of(scores, heads));
    std::size_t i = 0;
    while (i < words && heads[i] == words) heads[i++] = 0;
    if (i == words) return best;
    ++heads[i];
  }
}

TEST(BestTree, TakesTheBestHeadsWhenTheyAreATree) {
  EXPECT_EQ(heads_of({1, 9, 5, 3,  //
                      8, 1, 9, 2,  //
                      0, 1, 7, 9},
                     3),
            (std::vector<std::uint32_t>{2, 0, 2}));
}

TEST(BestTree, BreaksACycle) {
  EXPECT_EQ(heads_of({5, 0, 9,  //
                      3, 9, 0},
                     2),
            (std::vector<std::uint32_t>{0, 1}));
}

TEST(BestTree, HasOneRootEvenIfTwoAreBetter) {
  EXPECT_EQ(heads_of({9, 0, 1,  //
                      8, 1, 0},
                     2),
            (std::vector<std::uint32_t>{0, 1}));
}

TEST(BestTree, IsTheBestOfAllTreesWhateverTheScores) {
  constexpr std::uint32_t kSeed = 5;
  std::mt19937 random(kSeed);
  std::normal_distribution<float> normal(0, 5);
  for (int round = 0; round < 300; ++round) {
    const std::size_t words = 1 + static_cast<std::size_t>(round) % 6;
    std::vector<float> scores(words * (words + 1));
    for (float& score : scores) score = normal(random);
    const auto heads = heads_of(scores, words);
    ASSERT_TRUE(is_tree(heads)) << "seed " << kSeed << ", round " << round;
    EXPECT_NEAR(score_of(scores, heads), best_score(scores, words), 1e-3) << "seed " << kSeed << ", round " << round;
  }
}

TEST(BestTree, ManagesNestedCyclesOfManyWords) {
  constexpr std::uint32_t kSeed = 6;
  std::mt19937 random(kSeed);
  std::normal_distribution<float> normal(0, 5);
  const std::size_t words = 300;
  std::vector<float> scores(words * (words + 1));
  for (float& score : scores) score = normal(random);
  EXPECT_TRUE(is_tree(heads_of(scores, words)));
}

TEST(BestTree, LeavesNoWordsAlone) {
  std::vector<std::uint32_t> none;
  best_tree({}, none);
  EXPECT_TRUE(none.empty());
}

}  // namespace
}  // namespace entente::language
