#include <cstddef>
#include <cstdint>

#include "entente/language/network/kernels.h"
#include "entente/language/network/kernels_table.h"

namespace entente::language {
namespace {

#include "entente/language/network/kernel_loops.inc"

void dense(const DenseView& layer, const std::uint8_t* inputs, const float* input_scales, std::size_t rows,
           float* out) {
  const std::size_t stride = layer.groups * kInputGroup;
  for (std::size_t block = 0; block < layer.blocks; ++block) {
    const std::int8_t* weights = layer.weights + block * layer.groups * kOutputBlock * kInputGroup;
    for (std::size_t t = 0; t < rows; ++t) {
      std::int32_t sums[kOutputBlock] = {};
      const std::uint8_t* q = inputs + t * stride;
      for (std::size_t g = 0; g < layer.groups; ++g) {
        const std::int8_t* w = weights + g * kOutputBlock * kInputGroup;
        for (std::size_t o = 0; o < kOutputBlock; ++o) {
          for (std::size_t i = 0; i < kInputGroup; ++i) {
            sums[o] += std::int32_t{q[g * kInputGroup + i]} * w[o * kInputGroup + i];
          }
        }
      }
      finish_block(layer, block, sums, input_scales[t], out + (t * layer.blocks + block) * kOutputBlock);
    }
  }
}

}  // namespace

const Kernels kBaselineKernels = {quantise, quantise16, add_scaled16, dense, recur, product};

}  // namespace entente::language
