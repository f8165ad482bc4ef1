#include "entente/ingest/rank/ranker.h"

#include <algorithm>

namespace entente::ingest {
namespace {

/// Pairs below this logit are no claims whatever their root.
constexpr float kLeast = -7.0F;

/// Pairs that the network gives less than it are not looked at further.
constexpr float kLeastOfNetwork = -6.5F;

/// What the network's score weighs beside that of the features.
constexpr float kNetworkShare = 0.8F;

float within(float value) { return std::clamp(value, -6.0F, 6.0F); }

}  // namespace

std::array<float, RelationModel::kCompetition> competition(const std::vector<ScoredPair>& pairs, std::size_t pair,
                                                           const BestRoot& root, float network_root) {
  const ScoredPair& me = pairs[pair];
  float reversed = -6;
  float best = -8;
  float best_of_source = -8;
  float best_of_target = -8;
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    if (i == pair) continue;
    const ScoredPair& other = pairs[i];
    best = std::max(best, other.score);
    if (other.source == me.source) best_of_source = std::max(best_of_source, other.score);
    if (other.target == me.target) best_of_target = std::max(best_of_target, other.score);
    if (other.source == me.target && other.target == me.source) reversed = other.score;
  }
  return {me.score,
          std::min(me.score, 0.0F),
          root.score,
          root.lead,
          within(reversed),
          within(me.score - best),
          within(me.score - best_of_source),
          within(me.score - best_of_target),
          me.score > best_of_source ? 1.0F : 0.0F,
          me.score > best_of_target ? 1.0F : 0.0F,
          me.related,
          network_root - me.related};
}

std::vector<RankedPair> rank_pairs(const RelationModel& model, const PairReader& reader, const Document& document,
                                   TokenRange sentence, const std::vector<Candidate>& candidates) {
  if (candidates.size() < 2) return {};
  const auto network = model.network().read(document, sentence, candidates);
  const auto of_network = [&](std::size_t s, std::size_t t) -> const PairNetwork::Score& {
    return network[s * candidates.size() + t];
  };
  std::vector<ScoredPair> scored;
  for (std::size_t s = 0; s < candidates.size(); ++s) {
    if (!may_act(candidates[s].kind)) continue;
    for (std::size_t t = 0; t < candidates.size(); ++t) {
      if (s == t) continue;
      const float related = of_network(s, t).related;
      if (related < kLeastOfNetwork) {
        scored.push_back({s, t, kLeast - 1, related});
        continue;
      }
      scored.push_back({s, t, model.pair_score(reader.read_structure(s, t)) + kNetworkShare * related, related});
    }
  }
  std::vector<RankedPair> out;
  for (std::size_t i = 0; i < scored.size(); ++i) {
    if (scored[i].score < kLeast) continue;
    const PairFeatures features = reader.read(scored[i].source, scored[i].target);
    const PairNetwork::Score& seen = of_network(scored[i].source, scored[i].target);
    const RootScores scores = model.root_scores(features, seen);
    const BestRoot root = best_root(scores);
    out.push_back({scored[i].source, scored[i].target, root.root,
                   model.confidence(competition(scored, i, root, seen.roots[root.root])), features.predicate, scores});
  }
  std::stable_sort(out.begin(), out.end(),
                   [](const RankedPair& a, const RankedPair& b) { return a.confidence > b.confidence; });
  // Of the same act the two ways round only the surer.
  std::vector<RankedPair> kept;
  for (const RankedPair& pair : out) {
    const bool turned = std::any_of(kept.begin(), kept.end(), [&](const RankedPair& other) {
      return other.source == pair.target && other.target == pair.source && other.root == pair.root;
    });
    if (!turned) kept.push_back(pair);
  }
  return kept;
}

}  // namespace entente::ingest
