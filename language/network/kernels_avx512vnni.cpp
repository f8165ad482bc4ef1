#if defined(__x86_64__)

#include <immintrin.h>

#include <cstddef>
#include <cstdint>

#include "entente/language/network/kernels.h"
#include "entente/language/network/kernels_table.h"

namespace entente::language {
namespace {

#include "entente/language/network/kernel_loops.inc"

// Rows [first, first + Rows) of one block of outputs: the weights are loaded once for all of them.
template <std::size_t Rows>
void dense_rows(const DenseView& layer, std::size_t block, const std::uint8_t* inputs, const float* input_scales,
                std::size_t first, float* out) {
  const std::size_t stride = layer.groups * kInputGroup;
  const std::int8_t* weights = layer.weights + block * layer.groups * kOutputBlock * kInputGroup;
  const std::uint8_t* q = inputs + first * stride;
  __m512i sums[Rows];
  for (std::size_t t = 0; t < Rows; ++t) sums[t] = _mm512_setzero_si512();
  for (std::size_t g = 0; g < layer.groups; ++g) {
    const __m512i w = _mm512_loadu_si512(weights + g * kOutputBlock * kInputGroup);
    for (std::size_t t = 0; t < Rows; ++t) {
      std::int32_t four;
      __builtin_memcpy(&four, q + t * stride + g * kInputGroup, sizeof four);
      sums[t] = _mm512_dpbusd_epi32(sums[t], _mm512_set1_epi32(four), w);
    }
  }
  for (std::size_t t = 0; t < Rows; ++t) {
    std::int32_t stored[kOutputBlock];
    _mm512_storeu_si512(stored, sums[t]);
    finish_block(layer, block, stored, input_scales[first + t],
                 out + ((first + t) * layer.blocks + block) * kOutputBlock);
  }
}

void dense(const DenseView& layer, const std::uint8_t* inputs, const float* input_scales, std::size_t rows,
           float* out) {
  for (std::size_t block = 0; block < layer.blocks; ++block) {
    std::size_t t = 0;
    for (; t + 8 <= rows; t += 8) dense_rows<8>(layer, block, inputs, input_scales, t, out);
    for (; t + 2 <= rows; t += 2) dense_rows<2>(layer, block, inputs, input_scales, t, out);
    for (; t < rows; ++t) dense_rows<1>(layer, block, inputs, input_scales, t, out);
  }
}

}  // namespace

const Kernels kAvx512VnniKernels = {quantise, quantise16, add_scaled16, dense, recur, product};

}  // namespace entente::language

#endif
