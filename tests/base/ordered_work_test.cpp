#include "entente/base/ordered_work.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>

namespace entente {
namespace {

// Squares of 0 … count-1 on that many threads, where early items take longest.
std::vector<int> squares(unsigned threads, int count, std::size_t window) {
  std::vector<int> out;
  int i = 0;
  run_in_order(
      threads, window, [&]() -> std::optional<int> { return i < count ? std::optional(i++) : std::nullopt; },
      [&] {
        return [&](int n) {
          std::this_thread::sleep_for(std::chrono::microseconds((n % 7) * 50));
          return n * n;
        };
      },
      [&](int n) {
        out.push_back(n);
        return true;
      });
  return out;
}

TEST(RunInOrder, HandsResultsOnInTheOrderOfItemsWhateverTheThreads) {
  const std::vector<int> expected = squares(1, 200, 1);
  ASSERT_EQ(expected.size(), 200U);
  EXPECT_EQ(squares(2, 200, 1), expected);
  EXPECT_EQ(squares(4, 200, 8), expected);
  EXPECT_EQ(squares(8, 3, 100), squares(1, 3, 1));
}

TEST(RunInOrder, EndsAtOnceWhenThereIsNoItem) { EXPECT_THAT(squares(3, 0, 4), testing::IsEmpty()); }

TEST(RunInOrder, KeepsNoMoreThanTheWindowBetweenNextAndCommit) {
  std::atomic<int> open = 0;
  std::atomic<int> most = 0;
  int i = 0;
  run_in_order(
      4, 5,
      [&]() -> std::optional<int> {
        if (i == 100) return std::nullopt;
        const int now = ++open;
        if (now > most) most = now;
        return i++;
      },
      [] { return [](int n) { return n; }; },
      [&](int) {
        std::this_thread::sleep_for(std::chrono::microseconds(100));
        --open;
        return true;
      });
  // The item in commit() has left the window already.
  EXPECT_LE(most, 6);
}

TEST(RunInOrder, StopsWhenCommitSaysSo) {
  for (unsigned threads : {1U, 4U}) {
    int i = 0;
    std::vector<int> out;
    run_in_order(
        threads, 4, [&]() -> std::optional<int> { return i++; }, [] { return [](int n) { return n; }; },
        [&](int n) {
          out.push_back(n);
          return n < 10;
        });
    EXPECT_EQ(out.size(), 11U);
  }
}

TEST(RunInOrder, ThrowsWhatAWorkerThrew) {
  for (unsigned threads : {1U, 3U}) {
    int i = 0;
    EXPECT_THROW(run_in_order(
                     threads, 4, [&]() -> std::optional<int> { return i++; },
                     [] {
                       return [](int n) -> int {
                         if (n == 20) throw std::runtime_error("twenty");
                         return n;
                       };
                     },
                     [](int) { return true; }),
                 std::runtime_error);
  }
}

}  // namespace
}  // namespace entente
