#include "entente/ingest/rank/pair_network.h"

#include <algorithm>
#include <utility>

namespace entente::ingest {

using language::Dense;
using language::QuantisedRows;

Result<PairNetwork> PairNetwork::load(const std::string& path, language::InstructionSet set) {
  const auto file = language::ModelFile::load(path, "PAIR");
  if (!file) return tl::unexpected(file.error());
  PairNetwork out;
  out.kernels_ = &language::kernels(set);
  struct Shape {
    const char* name;
    std::size_t outputs;
    std::size_t inputs;
  };
  constexpr Shape kParts[] = {{"layer1", 3 * kWidth, kInputs},     {"layer1.project", kWidth, kInputs},
                              {"layer2", 3 * kWidth, kWidth},      {"source", kPair, kWidth},
                              {"target", kPair, kWidth},           {"product.source", kProduct, kWidth},
                              {"product.target", kProduct, kWidth}};
  for (const Shape& part : kParts) {
    auto dense = Dense::load(*file, part.name, part.outputs, part.inputs);
    if (!dense) return tl::unexpected(std::move(dense.error()));
    out.dense_.push_back(std::move(*dense));
  }
  const auto floats = [&](const char* name, std::size_t rows, std::size_t columns,
                          std::vector<float>& to) -> Result<void> {
    const auto found = file->floats(name, rows, columns);
    if (!found) return tl::unexpected(found.error());
    to.assign(found->values.begin(), found->values.end());
    return {};
  };
  std::array<std::vector<float>, 2> norms;
  for (std::size_t layer = 0; layer < norms.size(); ++layer) {
    const std::string name = "norm" + std::to_string(layer + 1);
    if (auto read = floats(name.c_str(), 2, kWidth, norms[layer]); !read) return tl::unexpected(read.error());
    out.norm_[2 * layer].assign(norms[layer].begin(), norms[layer].begin() + kWidth);
    out.norm_[2 * layer + 1].assign(norms[layer].begin() + kWidth, norms[layer].end());
  }
  if (auto read = floats("distance", 2 * kReach + 1, kPair, out.distance_); !read) return tl::unexpected(read.error());
  if (auto read = floats("out", kClasses, kPair, out.out_); !read) return tl::unexpected(read.error());
  if (auto read = floats("bias", kClasses, 1, out.bias_); !read) return tl::unexpected(read.error());
  if (auto read = floats("product", kClasses, kProduct, out.product_); !read) return tl::unexpected(read.error());
  return out;
}

std::vector<PairNetwork::Score> PairNetwork::read(const Document& document, TokenRange sentence,
                                                  const std::vector<Candidate>& candidates) const {
  const std::size_t tokens = sentence.size();
  const float* states = document.context.data() + std::size_t{sentence.begin} * kInputs;
  QuantisedRows rows;
  rows.resize(tokens, kInputs);
  for (std::size_t t = 0; t < tokens; ++t) rows.set_row(t, {states + t * kInputs, kInputs}, *kernels_);
  std::vector<float> gates;
  std::vector<float> projected;
  dense_[Gates1].apply(rows, gates, *kernels_);
  dense_[Project].apply(rows, projected, *kernels_);
  const std::uint32_t start[] = {0, static_cast<std::uint32_t>(tokens)};
  std::vector<float> first(tokens * kWidth);
  kernels_->recur({start, 1, kWidth, norm_[0].data(), norm_[1].data()}, gates.data(), projected.data(), first.data());
  QuantisedRows hidden;
  hidden.resize(tokens, kWidth);
  for (std::size_t t = 0; t < tokens; ++t) hidden.set_row(t, {first.data() + t * kWidth, kWidth}, *kernels_);
  dense_[Gates2].apply(hidden, gates, *kernels_);
  std::vector<float> second(tokens * kWidth);
  kernels_->recur({start, 1, kWidth, norm_[2].data(), norm_[3].data()}, gates.data(), first.data(), second.data());

  const std::size_t count = candidates.size();
  QuantisedRows heads;
  heads.resize(count, kWidth);
  for (std::size_t c = 0; c < count; ++c) {
    const std::size_t t = candidates[c].head.value - sentence.begin;
    heads.set_row(c, {second.data() + t * kWidth, kWidth}, *kernels_);
  }
  std::array<std::vector<float>, 4> parts;
  for (std::size_t p = 0; p < parts.size(); ++p) dense_[Source + p].apply(heads, parts[p], *kernels_);
  const std::size_t pair_stride = dense_[Source].stride();
  const std::size_t product_stride = dense_[ProductSource].stride();

  std::vector<Score> out(count * count);
  std::array<float, kPair> sum;
  std::array<float, kProduct> product;
  for (std::size_t s = 0; s < count; ++s) {
    for (std::size_t t = 0; t < count; ++t) {
      if (s == t) continue;
      const auto gap =
          static_cast<std::int64_t>(candidates[t].head.value) - static_cast<std::int64_t>(candidates[s].head.value);
      constexpr auto kFar = static_cast<std::int64_t>(kReach);
      const float* distance = distance_.data() + static_cast<std::size_t>(std::clamp(gap, -kFar, kFar) + kFar) * kPair;
      const float* a = parts[0].data() + s * pair_stride;
      const float* b = parts[1].data() + t * pair_stride;
      for (std::size_t k = 0; k < kPair; ++k) sum[k] = std::max(0.0F, a[k] + b[k] + distance[k]);
      const float* c = parts[2].data() + s * product_stride;
      const float* d = parts[3].data() + t * product_stride;
      for (std::size_t k = 0; k < kProduct; ++k) product[k] = c[k] * d[k];
      std::array<float, kClasses> scores;
      for (std::size_t r = 0; r < kClasses; ++r) {
        float score = bias_[r];
        for (std::size_t k = 0; k < kPair; ++k) score += out_[r * kPair + k] * sum[k];
        for (std::size_t k = 0; k < kProduct; ++k) score += product_[r * kProduct + k] * product[k];
        scores[r] = score;
      }
      Score& score = out[s * count + t];
      for (std::size_t r = 0; r < kRootCount; ++r) score.roots[r] = scores[r + 1] - scores[0];
      score.related = *std::max_element(score.roots.begin(), score.roots.end());
    }
  }
  return out;
}

}  // namespace entente::ingest
