#include "entente/language/network/word_cache.h"

namespace entente::language {
namespace {

std::uint64_t hash(std::string_view text) {  // FNV-1a, 64 bits
  std::uint64_t h = 14695981039346656037ULL;
  for (const char c : text) h = (h ^ static_cast<std::uint8_t>(c)) * 1099511628211ULL;
  return h ^ (h >> 32U);
}

}  // namespace

void WordCache::reset(std::size_t row_size) {
  row_size_ = row_size;
  values_.assign(kSets * kWays * row_size, 0);
  scales_.assign(kSets * kWays * kParts, 0);
  forms_.assign(kSets * kWays, std::string());
  next_.assign(kSets, 0);
}

WordCache::Row WordCache::find(std::string_view form) {
  const std::size_t set = hash(form) % kSets;
  for (std::size_t way = 0; way < kWays; ++way) {
    const std::size_t slot = set * kWays + way;
    if (forms_[slot] == form && !form.empty()) {
      return {values_.data() + slot * row_size_, scales_.data() + slot * kParts, true};
    }
  }
  const std::size_t slot = set * kWays + next_[set];
  next_[set] = static_cast<std::uint8_t>((next_[set] + 1U) % kWays);
  forms_[slot] = form;
  return {values_.data() + slot * row_size_, scales_.data() + slot * kParts, false};
}

}  // namespace entente::language
