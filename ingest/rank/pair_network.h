#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/base/error.h"
#include "entente/ingest/rank/candidates.h"
#include "entente/language/model/model_file.h"
#include "entente/language/network/dense.h"
#include "entente/language/network/kernels.h"

namespace entente::ingest {

/// Roots in the order of PloverRoot.
inline constexpr std::size_t kRootCount = 15;
using RootScores = std::array<float, kRootCount>;

/// Which words of a sentence stand in a relation, read off what the parser's encoder knows of them: two recurrent
/// layers over its states (Document::context) and a score for every ordered pair (kind PAIR of docs/formats/model.md).
/// Trained by training/train_pairs.py on labelled sentences and on a larger network's answers. Const; free to use from
/// any thread.
class PairNetwork {
 public:
  static constexpr std::size_t kInputs = 512;  // of a token in Document::context

  /// The result is the same for every instruction set. Errors: Io, Version, Corrupt.
  [[nodiscard]] static Result<PairNetwork> load(const std::string& path, language::InstructionSet set);

  struct Score {
    float related = 0;   // how much the best root leads "no relation"
    RootScores roots{};  // of each root, against "no relation"
  };
  /// Scores of all pairs of candidates of the sentence, [source × candidates + target]. Requires document.context.
  std::vector<Score> read(const Document& document, TokenRange sentence,
                          const std::vector<Candidate>& candidates) const;

 private:
  static constexpr std::size_t kWidth = 256;
  static constexpr std::size_t kPair = 128;
  static constexpr std::size_t kProduct = 64;
  static constexpr std::size_t kClasses = 1 + kRootCount;
  static constexpr std::size_t kReach = 20;  // distances beyond are alike

  enum Part : std::uint8_t { Gates1, Project, Gates2, Source, Target, ProductSource, ProductTarget };

  PairNetwork() = default;

  const language::Kernels* kernels_ = nullptr;
  std::vector<language::Dense> dense_;      // by Part
  std::array<std::vector<float>, 4> norm_;  // gain and bias of both layers
  std::vector<float> distance_;             // [2 kReach + 1 × kPair]
  std::vector<float> out_;                  // [kClasses × kPair]
  std::vector<float> bias_;                 // [kClasses]
  std::vector<float> product_;              // [kClasses × kProduct]
};

}  // namespace entente::ingest
