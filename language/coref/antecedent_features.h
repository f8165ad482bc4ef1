#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "entente/language/coref/antecedents.h"

namespace entente::language {

inline constexpr std::size_t kAntecedentBuckets = std::size_t{1} << 13;

/// Hashed binary features of each candidate of one pronoun, and of leaving it alone: of the pronoun (form, place),
/// of the candidate (kind, type, place, how often it was spoken of), of how they stand to each other, and of how the
/// candidate compares with the others. Used to choose (antecedent_ranker.h) and, dumped, to train
/// (training/train_antecedents.py). Candidates are those of AntecedentFinder, in its order.
class AntecedentFeatures {
 public:
  AntecedentFeatures(const Entities& entities, const AntecedentFinder& finder, const Quotations& quotations);

  /// One set of buckets, below kAntecedentBuckets, for each candidate, and a last one for none of them.
  void of(MentionId pronoun, std::span<const Antecedent> candidates,
          std::vector<std::vector<std::uint32_t>>& out) const;

 private:
  struct Context;
  Context context(MentionId pronoun, std::span<const Antecedent> candidates) const;
  void add_candidate(const Context& context, std::size_t index, std::vector<std::uint32_t>& out) const;
  void add_none(const Context& context, std::vector<std::uint32_t>& out) const;

  const Entities& entities_;
  const AntecedentFinder& finder_;
  const Quotations& quotations_;
};

}  // namespace entente::language
