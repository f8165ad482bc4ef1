#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace entente::language {

/// What the networks see of a word besides its vectors; training/features.py computes the same.
inline constexpr std::size_t kAffixBuckets = 1U << 14U;
inline constexpr std::size_t kAffixFeatures = 9;

struct WordFeatures {
  std::string lexical;  // lower-cased, typographic quotes and dashes as ASCII: the key of the fixed vectors
  std::string normal;   // the same with every digit as 0: the key of the trained words
  /// Buckets of prefixes of 1 to 3 and suffixes of 1 to 4 characters of the normal form, shape, capitalisation.
  std::array<std::uint32_t, kAffixFeatures> affixes{};
};

/// form: UTF-8; ill-formed bytes count as U+FFFD each.
WordFeatures word_features(std::string_view form);

}  // namespace entente::language
