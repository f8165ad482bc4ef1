#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstring>
#include <random>
#include <string>
#include <vector>

#include "entente/language/network/dense.h"
#include "entente/language/network/kernels.h"
#include "entente/language/network/word_cache.h"
#include "entente/language/network/word_features.h"

namespace entente::language {
namespace {

constexpr std::uint32_t kSeed = 20;

std::vector<float> random_floats(std::size_t count, float size, std::mt19937& random) {
  std::normal_distribution<float> normal(0, size);
  std::vector<float> out(count);
  for (float& value : out) value = normal(random);
  return out;
}

std::vector<std::int8_t> random_weights(std::size_t count, std::mt19937& random) {
  std::uniform_int_distribution<int> uniform(-127, 127);
  std::vector<std::int8_t> out(count);
  for (std::int8_t& value : out) value = static_cast<std::int8_t>(uniform(random));
  return out;
}

std::vector<InstructionSet> faster_sets() {
  std::vector<InstructionSet> sets;
  for (const InstructionSet set : {InstructionSet::Avx2, InstructionSet::Avx512Vnni}) {
    if (supported(set)) sets.push_back(set);
  }
  return sets;
}

bool same_bits(const std::vector<float>& a, const std::vector<float>& b) {
  return a.size() == b.size() && std::memcmp(a.data(), b.data(), a.size() * sizeof(float)) == 0;
}

QuantisedRows quantised(const std::vector<float>& values, std::size_t rows, const Kernels& kernels) {
  QuantisedRows out;
  const std::size_t columns = values.size() / rows;
  out.resize(rows, columns);
  for (std::size_t r = 0; r < rows; ++r) out.set_row(r, {values.data() + r * columns, columns}, kernels);
  return out;
}

TEST(Kernels, DenseGivesTheSameBitsOnEveryInstructionSet) {
  std::mt19937 random(kSeed);
  for (const std::size_t rows : {1U, 3U, 4U, 8U, 13U}) {
    const std::size_t inputs = 100;
    const std::size_t outputs = 50;
    const Dense dense(random_weights(inputs * outputs, random), random_floats(outputs, 0.01F, random),
                      random_floats(outputs, 1, random), outputs, inputs);
    const std::vector<float> values = random_floats(rows * inputs, 3, random);
    const Kernels& baseline = kernels(InstructionSet::Baseline);
    std::vector<float> expected;
    dense.apply(quantised(values, rows, baseline), expected, baseline);
    for (const InstructionSet set : faster_sets()) {
      std::vector<float> found;
      dense.apply(quantised(values, rows, kernels(set)), found, kernels(set));
      EXPECT_TRUE(same_bits(found, expected)) << "set " << static_cast<int>(set) << ", rows " << rows;
    }
  }
}

TEST(Kernels, DenseDoesNotSaturateAtTheLargestValues) {
  const std::size_t inputs = 64;
  const Dense dense(std::vector<std::int8_t>(inputs, 127), std::vector<float>(1, 1), std::vector<float>(1, 0), 1,
                    inputs);
  std::vector<InstructionSet> sets = faster_sets();
  sets.push_back(InstructionSet::Baseline);
  for (const InstructionSet set : sets) {
    std::vector<float> found;
    dense.apply(quantised(std::vector<float>(inputs, 63), 1, kernels(set)), found, kernels(set));
    EXPECT_EQ(found[0], 63.0F * 127.0F * 64.0F) << static_cast<int>(set);
  }
}

TEST(Kernels, RecurrenceGivesTheSameBitsOnEveryInstructionSet) {
  std::mt19937 random(kSeed);
  const std::vector<std::uint32_t> start = {0, 1, 8, 30};
  const std::size_t width = 64;
  const std::vector<float> gain = random_floats(width, 1, random);
  const std::vector<float> bias = random_floats(width, 1, random);
  std::vector<float> gates = random_floats(start.back() * 3 * width, 4, random);
  gates[5] = 200;  // beyond what exp can take
  gates[width + 7] = -300;
  const std::vector<float> residual = random_floats(start.back() * width, 1, random);
  const RecurrentView layer = {start.data(), start.size() - 1, width, gain.data(), bias.data()};
  const auto run = [&](InstructionSet set) {
    std::vector<float> scratch = gates;
    std::vector<float> out(residual.size());
    kernels(set).recur(layer, scratch.data(), residual.data(), out.data());
    return out;
  };
  const std::vector<float> expected = run(InstructionSet::Baseline);
  for (const float value : expected) ASSERT_TRUE(std::isfinite(value));
  for (const InstructionSet set : faster_sets()) EXPECT_TRUE(same_bits(run(set), expected)) << static_cast<int>(set);
}

TEST(Kernels, RecurrenceIsTheTextbooks) {
  const std::vector<std::uint32_t> start = {0, 3};
  const std::size_t width = 32;
  std::mt19937 random(kSeed);
  const std::vector<float> gates = random_floats(3 * 3 * width, 2, random);
  const std::vector<float> gain(width, 1);
  const std::vector<float> bias(width, 0);
  std::vector<float> scratch = gates;
  std::vector<float> out(3 * width);
  kernels(InstructionSet::Baseline)
      .recur({start.data(), 1, width, gain.data(), bias.data()}, scratch.data(), std::vector<float>(3 * width).data(),
             out.data());

  std::vector<double> h(3 * width);
  const auto gate = [&](std::size_t t, std::size_t which, std::size_t k) {
    return double{gates[t * 3 * width + which * width + k]};
  };
  const auto sigmoid = [](double x) { return 1 / (1 + std::exp(-x)); };
  for (std::size_t k = 0; k < width; ++k) {
    double c = 0;
    for (std::size_t step = 0; step < 3; ++step) {
      const std::size_t t = k < width / 2 ? step : 2 - step;
      const double f = sigmoid(gate(t, 1, k));
      c = f * c + (1 - f) * gate(t, 0, k);
      h[t * width + k] = sigmoid(gate(t, 2, k)) * std::tanh(c);
    }
  }
  for (std::size_t t = 0; t < 3; ++t) {
    double mean = 0;
    double variance = 0;
    for (std::size_t k = 0; k < width; ++k) mean += h[t * width + k] / width;
    for (std::size_t k = 0; k < width; ++k) variance += std::pow(h[t * width + k] - mean, 2) / width;
    for (std::size_t k = 0; k < width; ++k) {
      EXPECT_NEAR(out[t * width + k], (h[t * width + k] - mean) / std::sqrt(variance + 1e-5), 1e-4);
    }
  }
}

TEST(Kernels, SmallLoopsGiveTheSameBitsOnEveryInstructionSet) {
  std::mt19937 random(kSeed);
  const std::vector<float> values = random_floats(256, 2, random);
  const std::vector<float> matrix = random_floats(256 * 37, 1, random);
  const auto run = [&](const Kernels& k) {
    std::vector<std::int16_t> wide(values.size());
    std::vector<float> out(37);
    k.product(values.data(), matrix.data(), 256, 37, out.data());
    const float scale = k.quantise16(values.data(), values.size(), wide.data());
    std::vector<float> sums = values;
    k.add_scaled16(wide.data(), scale, wide.size(), sums.data());
    out.insert(out.end(), sums.begin(), sums.end());
    return out;
  };
  const std::vector<float> expected = run(kernels(InstructionSet::Baseline));
  for (std::size_t k = 0; k < values.size(); ++k) EXPECT_NEAR(expected[37 + k], 2 * values[k], 1e-3);
  for (const InstructionSet set : faster_sets()) EXPECT_TRUE(same_bits(run(kernels(set)), expected));
}

TEST(Dense, IsTheProductUpToQuantisation) {
  const std::vector<std::int8_t> weights = {127, 0, -127, 10, 20, 30};
  const std::vector<float> scales = {0.01F, 0.1F};
  const std::vector<float> bias = {1, -1};
  const Dense dense(weights, scales, bias, 2, 3);
  const Kernels& k = kernels(InstructionSet::Baseline);
  std::vector<float> out;
  dense.apply(quantised({63, -21, 0, 0, 0, 0}, 2, k), out, k);
  EXPECT_NEAR(out[0], 1 + 1.27F * 63, 1e-4);
  EXPECT_NEAR(out[1], -1 + 1.0F * 63 - 2.0F * 21, 1e-4);
  EXPECT_EQ(out[dense.stride()], 1);
  EXPECT_EQ(out[dense.stride() + 1], -1);
}

TEST(WordCache, ForgetsNoWordThatWasJustAsked) {
  WordCache cache;
  cache.reset(2);
  for (int i = 0; i < 20000; ++i) {
    const std::string form = "w" + std::to_string(i);
    WordCache::Row row = cache.find(form);
    EXPECT_FALSE(row.filled);
    row.values[0] = static_cast<std::int16_t>(i);
    row = cache.find(form);
    EXPECT_TRUE(row.filled);
    EXPECT_EQ(row.values[0], static_cast<std::int16_t>(i));
  }
  EXPECT_FALSE(cache.find("w0").filled);
}

/// The cases of training/test_features.py.
TEST(WordFeatures, AreThoseOfTheTrainer) {
  const struct {
    const char* form;
    const char* lexical;
    const char* normal;
    std::array<std::uint32_t, kAffixFeatures> affixes;
  } cases[] = {
      {"", "", "", {10012, 11221, 10818, 10540, 11749, 11346, 9331, 1410, 3053}},
      {"a", "a", "a", {10695, 3164, 5401, 1079, 9932, 5193, 2134, 10382, 9626}},
      {"Treaty", "treaty", "treaty", {2232, 11155, 3695, 4303, 15438, 6746, 8842, 5102, 3442}},
      {"NATO", "nato", "nato", {6262, 13568, 7953, 13433, 9796, 14264, 4839, 15298, 3845}},
      {"McDonald", "mcdonald", "mcdonald", {5859, 5521, 1146, 15448, 12253, 4417, 14394, 1294, 13517}},
      {"1,234.5", "1,234.5", "0,000.0", {10820, 7593, 10426, 14100, 8051, 15640, 13565, 14504, 3053}},
      {"U.S.", "u.s.", "u.s.", {2635, 2122, 598, 3622, 3044, 3569, 2193, 5458, 3845}},
      {"don\342\200\231t", "don't", "don't", {8680, 1572, 15051, 5512, 13398, 13287, 6509, 9593, 9626}},
      {"\342\200\234", "\042", "\042", {1690, 13781, 13600, 8458, 4165, 13392, 11139, 2612, 3053}},
      {"``", "\042", "\042", {1690, 13781, 13600, 8458, 4165, 13392, 11139, 11090, 3053}},
      {"-LRB-", "(", "(", {14044, 16199, 1246, 4428, 6583, 1038, 15169, 664, 3845}},
      {"\342\200\224", "--", "--", {12835, 415, 1712, 3219, 1199, 16192, 16245, 15772, 3053}},
      {"\342\200\246", "...", "...", {13238, 2973, 14736, 3622, 3757, 1344, 6687, 13618, 3053}},
      {"\303\211lys\303\251e",
       "\303\251lys\303\251e",
       "\303\251lys\303\251e",
       {3628, 11783, 15341, 15851, 10636, 6266, 8126, 5102, 3442}},
      {"\304\260zmir", "\304\260zmir", "\304\260zmir", {7336, 9993, 1531, 7930, 11170, 13914, 2377, 5102, 3442}},
      {"\320\227\320\265\320\273\320\265\320\275\321\201\321\214\320\272\320\270\320\271",
       "\320\267\320\265\320\273\320\265\320\275\321\201\321\214\320\272\320\270\320\271",
       "\320\267\320\265\320\273\320\265\320\275\321\201\321\214\320\272\320\270\320\271",
       {14697, 12407, 1541, 2423, 12914, 14695, 739, 5102, 3442}},
      {"\345\214\227\344\272\254",
       "\345\214\227\344\272\254",
       "\345\214\227\344\272\254",
       {7782, 8849, 15286, 11102, 8609, 15366, 14191, 15170, 9626}},
      {"2019-08-22", "2019-08-22", "0000-00-00", {10820, 5981, 9766, 14100, 6637, 5749, 11964, 1496, 3053}},
      {"\331\243", "\331\243", "0", {10820, 6527, 4470, 14100, 9807, 7750, 5497, 2322, 3053}},
      {"aaaaBBBB1111----x",
       "aaaabbbb1111----x",
       "aaaabbbb0000----x",
       {10695, 1031, 10411, 3900, 16096, 1320, 3792, 2352, 13517}},
      {"\360\237\207\257",
       "\360\237\207\257",
       "\360\237\207\257",
       {2279, 11070, 16273, 2167, 5966, 673, 2208, 2641, 3053}},
  };
  for (const auto& c : cases) {
    const WordFeatures found = word_features(c.form);
    EXPECT_EQ(found.lexical, c.lexical);
    EXPECT_EQ(found.normal, c.normal);
    EXPECT_EQ(found.affixes, c.affixes) << c.form;
  }
}

}  // namespace
}  // namespace entente::language
