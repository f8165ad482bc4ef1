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
  const __m256i ones = _mm256_set1_epi16(1);
  __m256i low[Rows];
  __m256i high[Rows];
  for (std::size_t t = 0; t < Rows; ++t) low[t] = high[t] = _mm256_setzero_si256();
  for (std::size_t g = 0; g < layer.groups; ++g) {
    const auto* w = reinterpret_cast<const __m256i*>(weights + g * kOutputBlock * kInputGroup);
    const __m256i w0 = _mm256_loadu_si256(w);
    const __m256i w1 = _mm256_loadu_si256(w + 1);
    for (std::size_t t = 0; t < Rows; ++t) {
      std::int32_t four;
      __builtin_memcpy(&four, q + t * stride + g * kInputGroup, sizeof four);
      const __m256i a = _mm256_set1_epi32(four);
      low[t] = _mm256_add_epi32(low[t], _mm256_madd_epi16(_mm256_maddubs_epi16(a, w0), ones));
      high[t] = _mm256_add_epi32(high[t], _mm256_madd_epi16(_mm256_maddubs_epi16(a, w1), ones));
    }
  }
  for (std::size_t t = 0; t < Rows; ++t) {
    std::int32_t sums[kOutputBlock];
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), low[t]);
    _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 8), high[t]);
    finish_block(layer, block, sums, input_scales[first + t],
                 out + ((first + t) * layer.blocks + block) * kOutputBlock);
  }
}

void dense(const DenseView& layer, const std::uint8_t* inputs, const float* input_scales, std::size_t rows,
           float* out) {
  for (std::size_t block = 0; block < layer.blocks; ++block) {
    std::size_t t = 0;
    for (; t + 4 <= rows; t += 4) dense_rows<4>(layer, block, inputs, input_scales, t, out);
    for (; t < rows; ++t) dense_rows<1>(layer, block, inputs, input_scales, t, out);
  }
}

}  // namespace

const Kernels kAvx2Kernels = {quantise, quantise16, add_scaled16, dense, recur, product};

}  // namespace entente::language

#endif
