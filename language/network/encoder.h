#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/base/error.h"
#include "entente/language/model/model_file.h"
#include "entente/language/network/dense.h"
#include "entente/language/network/kernels.h"
#include "entente/language/network/word_cache.h"
#include "entente/language/network/word_features.h"
#include "entente/language/network/word_vectors.h"

namespace entente::language {

/// Turns the words of sentences into vectors that know their context: bidirectional recurrent layers whose gates depend
/// on their input only (SRU, Lei et al. 2018, EMNLP), over fixed word vectors, trained word vectors and affixes. The
/// first layer sees the words before and after; its products are kept by word. Const; free to use from any thread.
class Encoder {
 public:
  static constexpr std::size_t kTrained = 64;

  /// The encoder's sections of docs/formats/model.md. Requires supported(set).
  [[nodiscard]] static Result<Encoder> load(ModelFile file, std::shared_ptr<const WordVectors> vectors,
                                            InstructionSet set);

  /// Scratch and output of encode, for one thread and one encoder.
  struct Workspace {
    std::vector<std::vector<float>> outputs;  // of each layer, [tokens × width]
    std::vector<QuantisedRows> quantised;     // the same as input of Dense layers

    WordCache cache;
    QuantisedRows fixed;
    QuantisedRows trained;
    std::vector<float> products;
    std::vector<float> more_products;
    std::vector<float> gates;
    std::vector<float> residual;
  };

  std::size_t width() const { return width_; }
  std::size_t layers() const { return norms_.size(); }
  const Kernels& kernels() const { return *kernels_; }
  const ModelFile& file() const& { return *file_; }

  /// start: first index in forms of each sentence, and the end of the last; no sentence is empty. Fills
  /// workspace.outputs and workspace.quantised. The result for a sentence depends on its forms only.
  void encode(std::span<const std::string_view> forms, std::span<const std::uint32_t> start,
              Workspace& workspace) const;

 private:
  struct Norm {
    std::vector<float> gain;
    std::vector<float> bias;
  };

  Encoder() = default;
  Result<void> read();
  Result<void> read_norm(std::size_t number);
  void first_layer_products(std::span<const std::string_view> forms, std::span<const std::uint32_t> start,
                            Workspace& workspace) const;
  void word_products(std::string_view form, WordCache::Row row, Workspace& workspace) const;
  void trained_input(const WordFeatures& word, float* out) const;

  std::unique_ptr<const ModelFile> file_;
  std::shared_ptr<const WordVectors> vectors_;
  const Kernels* kernels_ = nullptr;
  std::size_t width_ = 0;
  std::unordered_map<std::string_view, std::uint32_t> words_;  // row in the table
  ModelArray<std::int8_t> table_;
  ModelArray<float> table_scales_;
  std::vector<Dense> dense_;  // first.fixed, first.trained, layer2, layer3 …
  std::vector<Norm> norms_;
};

}  // namespace entente::language
