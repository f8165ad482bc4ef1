#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "entente/base/error.h"
#include "entente/language/model/model_file.h"
#include "entente/language/network/kernels.h"

namespace entente::language {

/// Rows of 7-bit activations, each with its scale: the input of a Dense layer.
struct QuantisedRows {
  std::vector<std::uint8_t> values;  // [rows × padded columns]; padding is the zero point
  std::vector<float> scales;         // [rows]
  std::size_t rows = 0;
  std::size_t stride = 0;

  /// columns is padded to a multiple of kInputGroup.
  void resize(std::size_t row_count, std::size_t columns);
  /// Requires row < rows and no more values than columns.
  void set_row(std::size_t row, std::span<const float> from, const Kernels& kernels);
};

/// A dense layer with int8 weights: y = W x + b, one row of outputs for one of inputs. Const; free to use from any
/// thread.
class Dense {
 public:
  /// Sections name.weights, name.scales and name.bias; ModelFile::kAny fits every number of outputs.
  [[nodiscard]] static Result<Dense> load(const ModelFile& file, const std::string& name, std::size_t outputs,
                                          std::size_t inputs);
  /// weights: [outputs × inputs], row-major.
  Dense(std::span<const std::int8_t> weights, std::span<const float> scales, std::span<const float> bias,
        std::size_t outputs, std::size_t inputs);

  std::size_t inputs() const { return inputs_; }
  std::size_t outputs() const { return outputs_; }
  /// Length of a row of apply's output: outputs() rounded up to kOutputBlock.
  std::size_t stride() const { return blocks_ * kOutputBlock; }

  /// out: [in.rows × stride()], resized. Requires in of inputs() columns.
  void apply(const QuantisedRows& in, std::vector<float>& out, const Kernels& kernels) const;
  /// One row into out[0 … stride()).
  void apply_row(const QuantisedRows& in, std::size_t row, float* out, const Kernels& kernels) const;

 private:
  DenseView view() const;

  std::vector<std::int8_t> weights_;  // as DenseView wants them
  std::vector<std::int32_t> offset_;
  std::vector<float> scale_;
  std::vector<float> bias_;
  std::size_t inputs_ = 0;
  std::size_t outputs_ = 0;
  std::size_t groups_ = 0;
  std::size_t blocks_ = 0;
};

}  // namespace entente::language
