#pragma once

#include <cstddef>
#include <cstdint>

namespace entente::language {

/// The instructions that the inner loops may use. Every set gives the same bits: integer products cannot saturate,
/// floats are added in a fixed order, and exp and tanh are our own.
enum class InstructionSet : std::uint8_t { Baseline, Avx2, Avx512Vnni };

/// What this processor has.
InstructionSet best_instruction_set();
bool supported(InstructionSet set);

/// Activations are quantised to x = scale · (q - 64) with q in 1 … 127: 7 bits, so that the sum of two products with
/// int8 weights, which AVX2 forms in 16 bits, is at most 2 · 127 · 127 and fits.
inline constexpr int kZeroPoint = 64;
inline constexpr float kLevels = 63.0F;

/// Outputs are padded to blocks of 16, inputs to groups of 4; weights are [block][group][16 outputs][4 inputs].
inline constexpr std::size_t kOutputBlock = 16;
inline constexpr std::size_t kInputGroup = 4;

/// y = bias + scale · (W q + offset), all arrays padded.
struct DenseView {
  const std::int8_t* weights = nullptr;
  const std::int32_t* offset = nullptr;  // -kZeroPoint · sum of the output's weights
  const float* scale = nullptr;
  const float* bias = nullptr;
  std::size_t groups = 0;
  std::size_t blocks = 0;
};

/// One recurrent layer after its matrix product, over sentences whose first rows are start[0 … sentences], the last
/// being the end. width is a multiple of 32.
struct RecurrentView {
  const std::uint32_t* start = nullptr;
  std::size_t sentences = 0;
  std::size_t width = 0;
  const float* gain = nullptr;  // of the normalisation, [width]
  const float* bias = nullptr;
};

/// The inner loops of one instruction set.
struct Kernels {
  /// One row: values[0 … count) to 7 bits; returns the scale.
  float (*quantise)(const float* values, std::size_t count, std::uint8_t* out);
  /// One row to 16 bits: values = scale · out; returns the scale.
  float (*quantise16)(const float* values, std::size_t count, std::int16_t* out);
  /// out[k] += scale · values[k].
  void (*add_scaled16)(const std::int16_t* values, float scale, std::size_t count, float* out);
  /// rows of 4 · groups quantised inputs to rows of 16 · blocks outputs.
  void (*dense)(const DenseView& layer, const std::uint8_t* inputs, const float* input_scales, std::size_t rows,
                float* out);
  /// gates: [tokens × 3 width] products z, f, r, overwritten; residual: [tokens × width]; out: [tokens × width] =
  /// normalised r tanh(c) + residual, where c = f c' + (1 - f) z runs forward in the first half of the channels and
  /// backward in the second.
  void (*recur)(const RecurrentView& layer, float* gates, const float* residual, float* out);
  /// out[j] = sum over k of left[k] · right[k · columns + j].
  void (*product)(const float* left, const float* right, std::size_t inner, std::size_t columns, float* out);
};

/// Requires supported(set).
const Kernels& kernels(InstructionSet set);

}  // namespace entente::language
