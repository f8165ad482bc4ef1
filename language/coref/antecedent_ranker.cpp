#include "entente/language/coref/antecedent_ranker.h"

#include <algorithm>
#include <cmath>

#include "entente/language/coref/antecedent_features.h"
#include "entente/language/model/model_file.h"

namespace entente::language {

Result<AntecedentRanker> AntecedentRanker::load(const std::string& path) {
  const auto file = ModelFile::load(path, "ANTE");
  if (!file) return tl::unexpected(file.error());
  const auto weights = file->floats("weights", 1, kAntecedentBuckets);
  if (!weights) return tl::unexpected(weights.error());
  const auto least = file->floats("least", 1, 1);
  if (!least) return tl::unexpected(least.error());
  AntecedentRanker ranker;
  ranker.weights_.assign(weights->values.begin(), weights->values.end());
  ranker.least_probability_ = least->values[0];
  return ranker;
}

std::optional<std::size_t> AntecedentRanker::choose(std::span<const std::vector<std::uint32_t>> features) const {
  std::vector<double> scores;
  scores.reserve(features.size());
  for (const auto& buckets : features) {
    double score = 0;
    for (std::uint32_t bucket : buckets) score += static_cast<double>(weights_[bucket]);
    scores.push_back(score);
  }
  const auto best = std::max_element(scores.begin(), scores.end());
  if (best + 1 == scores.end() || scores.empty()) return std::nullopt;
  double sum = 0;
  for (double score : scores) sum += std::exp(score - *best);
  if (1 / sum < static_cast<double>(least_probability_)) return std::nullopt;
  return static_cast<std::size_t>(best - scores.begin());
}

}  // namespace entente::language
