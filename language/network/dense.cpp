#include "entente/language/network/dense.h"

#include <algorithm>
#include <cassert>

namespace entente::language {
namespace {

std::size_t in_units(std::size_t count, std::size_t unit) { return (count + unit - 1) / unit; }

}  // namespace

void QuantisedRows::resize(std::size_t row_count, std::size_t columns) {
  const std::size_t padded = in_units(columns, kInputGroup) * kInputGroup;
  if (padded != stride) values.clear();
  rows = row_count;
  stride = padded;
  values.resize(rows * stride, static_cast<std::uint8_t>(kZeroPoint));
  scales.resize(rows);
}

void QuantisedRows::set_row(std::size_t row, std::span<const float> from, const Kernels& kernels) {
  assert(row < rows && from.size() <= stride);
  scales[row] = kernels.quantise(from.data(), from.size(), values.data() + row * stride);
}

Result<Dense> Dense::load(const ModelFile& file, const std::string& name, std::size_t outputs, std::size_t inputs) {
  const auto weights = file.int8s(name + ".weights", outputs, inputs);
  if (!weights) return tl::unexpected(weights.error());
  const auto scales = file.floats(name + ".scales", weights->rows, 1);
  if (!scales) return tl::unexpected(scales.error());
  const auto bias = file.floats(name + ".bias", weights->rows, 1);
  if (!bias) return tl::unexpected(bias.error());
  const auto outside = [](std::int8_t w) { return w < -127; };
  if (std::any_of(weights->values.begin(), weights->values.end(), outside)) {
    return failure(ErrorCode::Corrupt, file.path(), "section " + name + ".weights has a weight of -128");
  }
  return Dense(weights->values, scales->values, bias->values, weights->rows, inputs);
}

Dense::Dense(std::span<const std::int8_t> weights, std::span<const float> scales, std::span<const float> bias,
             std::size_t outputs, std::size_t inputs)
    : inputs_(inputs),
      outputs_(outputs),
      groups_(in_units(inputs, kInputGroup)),
      blocks_(in_units(outputs, kOutputBlock)) {
  weights_.resize(blocks_ * groups_ * kOutputBlock * kInputGroup);
  offset_.resize(stride());
  scale_.resize(stride());
  bias_.resize(stride());
  for (std::size_t o = 0; o < outputs; ++o) {
    std::int8_t* block = weights_.data() + (o / kOutputBlock) * groups_ * kOutputBlock * kInputGroup;
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < inputs; ++i) {
      const std::int8_t w = weights[o * inputs + i];
      const std::size_t group = (i / kInputGroup) * kOutputBlock + o % kOutputBlock;
      block[group * kInputGroup + i % kInputGroup] = w;
      sum += w;
    }
    offset_[o] = -kZeroPoint * sum;
    scale_[o] = scales[o];
    bias_[o] = bias[o];
  }
}

void Dense::apply(const QuantisedRows& in, std::vector<float>& out, const Kernels& kernels) const {
  assert(in.stride == groups_ * kInputGroup);
  out.resize(in.rows * stride());
  kernels.dense(view(), in.values.data(), in.scales.data(), in.rows, out.data());
}

void Dense::apply_row(const QuantisedRows& in, std::size_t row, float* out, const Kernels& kernels) const {
  assert(in.stride == groups_ * kInputGroup && row < in.rows);
  kernels.dense(view(), in.values.data() + row * in.stride, in.scales.data() + row, 1, out);
}

DenseView Dense::view() const {
  return {weights_.data(), offset_.data(), scale_.data(), bias_.data(), groups_, blocks_};
}

}  // namespace entente::language
