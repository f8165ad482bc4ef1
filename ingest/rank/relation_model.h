#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "entente/base/error.h"
#include "entente/ingest/rank/pair_features.h"
#include "entente/ingest/rank/pair_network.h"
#include "entente/language/model/model_file.h"
#include "entente/language/network/word_clusters.h"
#include "entente/schemas/types.h"

namespace entente::ingest {

/// Linear models over hashed features (kind RELA of docs/formats/model.md), trained by training/train_relations.py:
/// whether a pair of candidates stands in a relation, and which root it has. Const; free to use from any thread.
class RelationModel {
 public:
  /// network: file of the pair network; clusters: those that both were trained with. Errors: Io, Version, Corrupt.
  [[nodiscard]] static Result<RelationModel> load(const std::string& path, const std::string& network,
                                                  std::shared_ptr<const language::WordClusters> clusters);
  const PairNetwork& network() const { return *network_; }
  const language::WordClusters& clusters() const { return *clusters_; }

  /// How much speaks for a relation of the pair: a logit, uncalibrated.
  float pair_score(const PairFeatures& pair) const;
  /// How much speaks for each root, given that there is one: features, and the network's score of the pair.
  RootScores root_scores(const PairFeatures& pair, const PairNetwork::Score& network) const;
  /// Of a pair among those of its sentence: probability in [0,1] that ends, direction and root are right.
  double confidence(std::span<const float> competition) const;
  /// Of a pair that is given: probability that the best root is right.
  double root_confidence(const RootScores& scores) const;

  /// Numbers that confidence() takes.
  static constexpr std::size_t kCompetition = 12;

 private:
  /// Rows of weights by feature key, sorted.
  struct Table {
    std::vector<FeatureKey> keys;
    std::vector<float> weights;  // of the feature in the normalised row
    std::vector<float> pair;
    std::vector<std::int8_t> roots;    // [keys × kRootCount]
    std::vector<float> scales;         // [keys]
    std::vector<std::uint32_t> slots;  // open addressing: index + 1
  };
  struct Knots {
    std::vector<float> at;
    std::vector<float> value;
  };

  static Result<Table> load_table(const language::ModelFile& file, const std::string& name, bool with_pair);
  static Result<Knots> load_knots(const language::ModelFile& file, const std::string& name);
  static std::size_t find(const Table& table, FeatureKey key);
  static void add_roots(const Table& table, const std::vector<FeatureKey>& keys, float share, RootScores& out);
  static double interpolate(const Knots& knots, float at);

  std::shared_ptr<const language::WordClusters> clusters_;
  std::shared_ptr<const PairNetwork> network_;
  Table structure_;
  Table wording_;
  float pair_bias_ = 0;
  RootScores root_bias_{};
  std::vector<float> competition_;  // weights, the last is the bias
  Knots confidence_;
  Knots root_confidence_;
};

/// The best root and how much it leads the next.
struct BestRoot {
  std::size_t root = 0;
  float score = 0;
  float lead = 0;
};
BestRoot best_root(const RootScores& scores);

}  // namespace entente::ingest
