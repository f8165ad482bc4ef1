#include "entente/language/network/encoder.h"

#include <algorithm>
#include <cassert>
#include <string>
#include <utility>

namespace entente::language {
namespace {

constexpr std::size_t kMaxWidth = 1024;
constexpr std::size_t kMaxLayers = 16;

}  // namespace

Result<Encoder> Encoder::load(ModelFile file, std::shared_ptr<const WordVectors> vectors, InstructionSet set) {
  assert(supported(set) && vectors != nullptr);
  Encoder encoder;
  encoder.file_ = std::make_unique<const ModelFile>(std::move(file));
  encoder.vectors_ = std::move(vectors);
  encoder.kernels_ = &language::kernels(set);
  if (auto read = encoder.read(); !read) return tl::unexpected(std::move(read.error()));
  return encoder;
}

Result<void> Encoder::read() {
  const auto norm = file_->floats("norm1", 2, ModelFile::kAny);
  if (!norm) return tl::unexpected(norm.error());
  width_ = norm->columns;
  if (width_ == 0 || width_ % 32 != 0 || width_ > kMaxWidth) {
    return failure(ErrorCode::Corrupt, file_->path(), "section norm1 has a width of " + std::to_string(width_));
  }
  const auto words = file_->lines("words");
  if (!words) return tl::unexpected(words.error());
  const auto table = file_->int8s("table", 1 + words->size() + kAffixBuckets, kTrained);
  if (!table) return tl::unexpected(table.error());
  const auto scales = file_->floats("table.scales", table->rows, 1);
  if (!scales) return tl::unexpected(scales.error());
  table_ = *table;
  table_scales_ = *scales;
  words_.reserve(words->size());
  for (std::size_t w = 0; w < words->size(); ++w) words_.emplace((*words)[w], static_cast<std::uint32_t>(1 + w));

  const std::size_t gates = 3 * width_;
  const std::size_t first = 3 * gates + width_;
  const auto take = [&](const std::string& name, std::size_t outputs, std::size_t inputs) -> Result<void> {
    auto dense = Dense::load(*file_, name, outputs, inputs);
    if (!dense) return tl::unexpected(std::move(dense.error()));
    dense_.push_back(std::move(*dense));
    return {};
  };
  if (auto taken = take("first.fixed", first, WordVectors::kSize); !taken) return taken;
  if (auto taken = take("first.trained", first, kTrained); !taken) return taken;
  if (auto taken = read_norm(1); !taken) return taken;
  for (std::size_t layer = 2; layer <= kMaxLayers && file_->has("norm" + std::to_string(layer)); ++layer) {
    if (auto taken = take("layer" + std::to_string(layer), 3 * width_, width_); !taken) return taken;
    if (auto taken = read_norm(layer); !taken) return taken;
  }
  return {};
}

Result<void> Encoder::read_norm(std::size_t number) {
  const auto norm = file_->floats("norm" + std::to_string(number), 2, width_);
  if (!norm) return tl::unexpected(norm.error());
  const auto gain = norm->row(0);
  const auto bias = norm->row(1);
  norms_.push_back({{gain.begin(), gain.end()}, {bias.begin(), bias.end()}});
  return {};
}

void Encoder::encode(std::span<const std::string_view> forms, std::span<const std::uint32_t> start,
                     Workspace& workspace) const {
  assert(!start.empty() && start.front() == 0 && start.back() == forms.size());
  const std::size_t tokens = forms.size();
  workspace.outputs.resize(layers());
  workspace.quantised.resize(layers());
  first_layer_products(forms, start, workspace);
  for (std::size_t layer = 0; layer < layers(); ++layer) {
    if (layer > 0) dense_[layer + 1].apply(workspace.quantised[layer - 1], workspace.gates, *kernels_);
    const std::vector<float>& residual = layer == 0 ? workspace.residual : workspace.outputs[layer - 1];
    std::vector<float>& out = workspace.outputs[layer];
    out.resize(tokens * width_);
    const RecurrentView view = {start.data(), start.size() - 1, width_, norms_[layer].gain.data(),
                                norms_[layer].bias.data()};
    kernels_->recur(view, workspace.gates.data(), residual.data(), out.data());
    QuantisedRows& quantised = workspace.quantised[layer];
    quantised.resize(tokens, width_);
    for (std::size_t t = 0; t < tokens; ++t) quantised.set_row(t, {out.data() + t * width_, width_}, *kernels_);
  }
}

// gates of token t = products of the word before, of t and of the word after, always added in this order.
void Encoder::first_layer_products(std::span<const std::string_view> forms, std::span<const std::uint32_t> start,
                                   Workspace& workspace) const {
  const std::size_t gates = 3 * width_;
  if (workspace.cache.row_size() != 3 * gates + width_) workspace.cache.reset(3 * gates + width_);
  workspace.gates.assign(forms.size() * gates, 0.0F);
  workspace.residual.assign(forms.size() * width_, 0.0F);
  for (std::size_t s = 0; s + 1 < start.size(); ++s) {
    for (std::size_t t = start[s]; t < start[s + 1]; ++t) {
      const WordCache::Row row = workspace.cache.find(forms[t]);
      if (!row.filled) word_products(forms[t], row, workspace);
      float* own = workspace.gates.data() + t * gates;
      if (t + 1 < start[s + 1]) kernels_->add_scaled16(row.values, row.scales[0], gates, own + gates);
      kernels_->add_scaled16(row.values + gates, row.scales[1], gates, own);
      if (t > start[s]) kernels_->add_scaled16(row.values + 2 * gates, row.scales[2], gates, own - gates);
      kernels_->add_scaled16(row.values + 3 * gates, row.scales[3], width_, workspace.residual.data() + t * width_);
    }
  }
}

void Encoder::word_products(std::string_view form, WordCache::Row row, Workspace& workspace) const {
  const WordFeatures word = word_features(form);
  std::vector<float>& products = workspace.products;
  std::vector<float>& more = workspace.more_products;

  workspace.fixed.resize(1, WordVectors::kSize);
  const auto vector = vectors_->find(word.lexical);
  workspace.fixed.scales[0] = vector ? vector->scale : 0.0F;
  for (std::size_t k = 0; k < WordVectors::kSize; ++k) {
    workspace.fixed.values[k] = static_cast<std::uint8_t>(kZeroPoint + (vector ? vector->values[k] : 0));
  }
  dense_[0].apply(workspace.fixed, products, *kernels_);

  float trained[kTrained] = {};
  trained_input(word, trained);
  workspace.trained.resize(1, kTrained);
  workspace.trained.set_row(0, trained, *kernels_);
  dense_[1].apply(workspace.trained, more, *kernels_);
  for (std::size_t k = 0; k < products.size(); ++k) products[k] += more[k];

  const std::size_t gates = 3 * width_;
  for (std::size_t part = 0; part < WordCache::kParts; ++part) {
    const std::size_t size = part < 3 ? gates : width_;
    row.scales[part] = kernels_->quantise16(products.data() + part * gates, size, row.values + part * gates);
  }
}

void Encoder::trained_input(const WordFeatures& word, float* out) const {
  const auto known = words_.find(word.normal);
  const std::size_t first_affix = table_.rows - kAffixBuckets;
  const auto add = [&](std::size_t row) {
    const auto values = table_.row(row);
    const float scale = table_scales_.values[row];
    for (std::size_t k = 0; k < kTrained; ++k) out[k] += scale * static_cast<float>(values[k]);
  };
  add(known == words_.end() ? 0 : known->second);
  for (const std::uint32_t affix : word.affixes) add(first_affix + affix);
}

}  // namespace entente::language
