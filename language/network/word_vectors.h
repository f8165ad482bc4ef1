#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "entente/base/error.h"
#include "entente/language/model/model_file.h"

namespace entente::language {

/// Fixed word vectors that the networks share (kind VECT of docs/formats/model.md). Free to read from any thread.
class WordVectors {
 public:
  static constexpr std::size_t kSize = 100;

  [[nodiscard]] static Result<std::shared_ptr<const WordVectors>> load(const std::string& path);

  /// values · scale is the vector; values within -63 … 63, bound to the WordVectors.
  struct Vector {
    std::span<const std::int8_t> values;
    float scale = 0;
  };
  std::optional<Vector> find(std::string_view lexical_form) const;
  /// The number of the word in the file; none if it has no vector.
  std::optional<std::uint32_t> row(std::string_view lexical_form) const;
  std::size_t size() const { return scales_.rows; }

 private:
  explicit WordVectors(ModelFile file) : file_(std::move(file)) {}

  ModelFile file_;
  ModelArray<std::int8_t> values_;
  ModelArray<float> scales_;
  std::unordered_map<std::string_view, std::uint32_t> rows_;
};

}  // namespace entente::language
