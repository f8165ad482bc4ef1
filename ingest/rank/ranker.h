#pragma once

#include <vector>

#include "entente/ingest/rank/relation_model.h"

namespace entente::ingest {

/// A pair of candidates that may stand in a relation.
struct RankedPair {
  std::size_t source = 0;  // candidates
  std::size_t target = 0;
  std::size_t root = 0;   // PloverRoot
  double confidence = 0;  // that ends, direction and root are right
  TokenId predicate;      // the word that joins them; invalid: none
  RootScores scores{};    // of all roots
};

/// The pairs of one sentence that have something for them, surest first (then in text order).
std::vector<RankedPair> rank_pairs(const RelationModel& model, const PairReader& reader, const Document& document,
                                   TokenRange sentence, const std::vector<Candidate>& candidates);

/// What a pair's features say of its place among those of its sentence, as RelationModel::confidence takes it.
struct ScoredPair {
  std::size_t source = 0;
  std::size_t target = 0;
  float score = 0;    // features and network together
  float related = 0;  // the network's
};
std::array<float, RelationModel::kCompetition> competition(const std::vector<ScoredPair>& pairs, std::size_t pair,
                                                           const BestRoot& root, float network_root);

}  // namespace entente::ingest
