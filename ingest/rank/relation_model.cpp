#include "entente/ingest/rank/relation_model.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace entente::ingest {
namespace {

constexpr std::size_t kNone = SIZE_MAX;

std::vector<FeatureKey> distinct(const std::vector<FeatureKey>& keys) {
  std::vector<FeatureKey> out = keys;
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace

Result<RelationModel::Table> RelationModel::load_table(const language::ModelFile& file, const std::string& name,
                                                       bool with_pair) {
  const auto keys = file.uint32s(name + ".keys", language::ModelFile::kAny, 1);
  if (!keys) return tl::unexpected(keys.error());
  const std::size_t n = keys->rows;
  const auto weights = file.floats(name + ".weights", n, 1);
  if (!weights) return tl::unexpected(weights.error());
  const auto roots = file.int8s(name + ".roots", n, kRootCount);
  if (!roots) return tl::unexpected(roots.error());
  const auto scales = file.floats(name + ".scales", n, 1);
  if (!scales) return tl::unexpected(scales.error());
  Table out;
  out.keys.assign(keys->values.begin(), keys->values.end());
  out.weights.assign(weights->values.begin(), weights->values.end());
  out.roots.assign(roots->values.begin(), roots->values.end());
  out.scales.assign(scales->values.begin(), scales->values.end());
  if (with_pair) {
    const auto pair = file.floats(name + ".pair", n, 1);
    if (!pair) return tl::unexpected(pair.error());
    out.pair.assign(pair->values.begin(), pair->values.end());
  }
  std::size_t size = 16;
  while (size < 3 * n) size *= 2;
  out.slots.resize(size);
  for (std::size_t i = 0; i < n; ++i) {
    std::size_t at = out.keys[i] & (size - 1);
    while (out.slots[at] != 0) at = (at + 1) & (size - 1);
    out.slots[at] = static_cast<std::uint32_t>(i + 1);
  }
  return out;
}

Result<RelationModel::Knots> RelationModel::load_knots(const language::ModelFile& file, const std::string& name) {
  const auto values = file.floats(name, language::ModelFile::kAny, 2);
  if (!values) return tl::unexpected(values.error());
  Knots out;
  for (std::size_t i = 0; i < values->rows; ++i) {
    out.at.push_back(values->row(i)[0]);
    out.value.push_back(values->row(i)[1]);
  }
  if (out.at.empty() || !std::is_sorted(out.at.begin(), out.at.end()))
    return failure(ErrorCode::Corrupt, file.path(), "section " + name + " is empty or not sorted");
  return out;
}

Result<RelationModel> RelationModel::load(const std::string& path, const std::string& network,
                                          std::shared_ptr<const language::WordClusters> clusters) {
  const auto file = language::ModelFile::load(path, "RELA");
  if (!file) return tl::unexpected(file.error());
  RelationModel out;
  auto pairs = PairNetwork::load(network, language::best_instruction_set());
  if (!pairs) return tl::unexpected(pairs.error());
  out.network_ = std::make_shared<const PairNetwork>(std::move(*pairs));
  auto structure = load_table(*file, "structure", true);
  if (!structure) return tl::unexpected(structure.error());
  auto wording = load_table(*file, "wording", false);
  if (!wording) return tl::unexpected(wording.error());
  const auto bias = file->floats("bias", 1, 1 + kRootCount);
  if (!bias) return tl::unexpected(bias.error());
  const auto competition = file->floats("competition", 1, kCompetition + 1);
  if (!competition) return tl::unexpected(competition.error());
  auto confidence = load_knots(*file, "confidence");
  if (!confidence) return tl::unexpected(confidence.error());
  auto root_confidence = load_knots(*file, "root.confidence");
  if (!root_confidence) return tl::unexpected(root_confidence.error());
  out.clusters_ = std::move(clusters);
  out.structure_ = std::move(*structure);
  out.wording_ = std::move(*wording);
  out.pair_bias_ = bias->values[0];
  std::copy(bias->values.begin() + 1, bias->values.end(), out.root_bias_.begin());
  out.competition_.assign(competition->values.begin(), competition->values.end());
  out.confidence_ = std::move(*confidence);
  out.root_confidence_ = std::move(*root_confidence);
  return out;
}

std::size_t RelationModel::find(const Table& table, FeatureKey key) {
  const std::size_t mask = table.slots.size() - 1;
  for (std::size_t at = key & mask; table.slots[at] != 0; at = (at + 1) & mask) {
    const std::size_t row = table.slots[at] - 1;
    if (table.keys[row] == key) return row;
  }
  return kNone;
}

float RelationModel::pair_score(const PairFeatures& pair) const {
  float out = pair_bias_;
  for (const FeatureKey key : distinct(pair.structure)) {
    if (const std::size_t row = find(structure_, key); row != kNone) out += structure_.pair[row];
  }
  return out;
}

void RelationModel::add_roots(const Table& table, const std::vector<FeatureKey>& keys, float share, RootScores& out) {
  std::array<float, kRootCount> sums{};
  float length = 0;
  for (const FeatureKey key : keys) {
    const std::size_t row = find(table, key);
    if (row == kNone) continue;
    const float weight = table.weights[row];
    length += weight * weight;
    const float scale = table.scales[row] * weight;
    for (std::size_t r = 0; r < kRootCount; ++r)
      sums[r] += scale * static_cast<float>(table.roots[row * kRootCount + r]);
  }
  if (length == 0) return;
  const float norm = share / std::sqrt(length);
  for (std::size_t r = 0; r < kRootCount; ++r) out[r] += norm * sums[r];
}

RootScores RelationModel::root_scores(const PairFeatures& pair, const PairNetwork::Score& network) const {
  RootScores out = root_bias_;
  constexpr float kWordingShare = 1.41421356F;
  constexpr float kNetworkShare = 0.12F;
  const float best = *std::max_element(network.roots.begin(), network.roots.end());
  for (std::size_t r = 0; r < kRootCount; ++r) out[r] += kNetworkShare * (network.roots[r] - best);
  add_roots(structure_, distinct(pair.structure), 1, out);
  add_roots(wording_, distinct(pair.wording), kWordingShare, out);
  return out;
}

double RelationModel::interpolate(const Knots& knots, float at) {
  const auto above = std::upper_bound(knots.at.begin(), knots.at.end(), at);
  if (above == knots.at.begin()) return knots.value.front();
  if (above == knots.at.end()) return knots.value.back();
  const auto i = static_cast<std::size_t>(above - knots.at.begin());
  const double share = (at - knots.at[i - 1]) / static_cast<double>(knots.at[i] - knots.at[i - 1]);
  return knots.value[i - 1] + share * (knots.value[i] - knots.value[i - 1]);
}

double RelationModel::confidence(std::span<const float> competition) const {
  float sum = competition_.back();
  for (std::size_t i = 0; i < kCompetition; ++i) sum += competition_[i] * competition[i];
  return interpolate(confidence_, sum);
}

double RelationModel::root_confidence(const RootScores& scores) const {
  return interpolate(root_confidence_, best_root(scores).lead);
}

BestRoot best_root(const RootScores& scores) {
  BestRoot out;
  for (std::size_t r = 1; r < kRootCount; ++r) {
    if (scores[r] > scores[out.root]) out.root = r;
  }
  out.score = scores[out.root];
  float next = -1e9F;
  for (std::size_t r = 0; r < kRootCount; ++r) {
    if (r != out.root) next = std::max(next, scores[r]);
  }
  out.lead = out.score - next;
  return out;
}

}  // namespace entente::ingest
