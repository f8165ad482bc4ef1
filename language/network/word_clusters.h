#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "entente/base/error.h"
#include "entente/language/network/word_vectors.h"

namespace entente::language {

/// Words in groups of like meaning (kind CLUS of docs/formats/model.md; training/cluster_words.py). Free to read from
/// any thread.
class WordClusters {
 public:
  /// Errors: Io, Version, Corrupt if it is not of the words of these vectors.
  [[nodiscard]] static Result<std::shared_ptr<const WordClusters>> load(const std::string& path,
                                                                        std::shared_ptr<const WordVectors> vectors);

  struct Cluster {
    std::uint32_t coarse = 0;
    std::uint32_t fine = 0;
  };
  /// Of a word in lower case; none if it has no vector.
  std::optional<Cluster> find(std::string_view word) const;

 private:
  WordClusters(ModelFile file, std::shared_ptr<const WordVectors> vectors)
      : file_(std::move(file)), vectors_(std::move(vectors)) {}

  ModelFile file_;
  ModelArray<std::uint32_t> clusters_;
  std::shared_ptr<const WordVectors> vectors_;
};

}  // namespace entente::language
