#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entente/base/error.h"

namespace entente::language {

/// Chooses what a pronoun takes up: a log-linear model over its candidates and leaving it alone (mention ranking, Denis
/// and Baldridge 2008, EMNLP), which abstains where it is not sure. Const; free to use from any thread.
class AntecedentRanker {
 public:
  /// path: a model of kind ANTE (docs/formats/model.md). Errors: as ModelFile; Corrupt if a section is missing.
  [[nodiscard]] static Result<AntecedentRanker> load(const std::string& path);

  /// features: of each candidate and, last, of none (antecedent_features.h). The candidate's index; none if the pronoun
  /// had better be left alone.
  std::optional<std::size_t> choose(std::span<const std::vector<std::uint32_t>> features) const;

 private:
  std::vector<float> weights_;
  float least_probability_ = 0;
};

}  // namespace entente::language
