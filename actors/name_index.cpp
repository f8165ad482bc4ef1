#include <algorithm>
#include <cstring>

#include "entente/actors/fold.h"
#include "entente/actors/tables.h"

namespace entente {

void NameIndex::reserve(std::size_t names) {
  chains_.reserve(names);
  longest_.reserve(names / 2);
  next_.reserve(names);
}

void NameIndex::add(std::string_view text, std::uint32_t value) {
  next_.resize(std::max<std::size_t>(next_.size(), value + std::size_t{1}), kEnd);
  scratch_.clear();
  append_folded(text, scratch_);
  lower_in_place(scratch_);
  if (scratch_.empty()) return;
  auto found = chains_.find(scratch_);
  if (found == chains_.end()) {
    char* kept = static_cast<char*>(memory_->allocate(scratch_.size(), 1));
    std::memcpy(kept, scratch_.data(), scratch_.size());
    const std::string_view key(kept, scratch_.size());
    found = chains_.emplace(key, Chain{}).first;
    const std::string_view word = key.substr(0, key.find(' '));
    const auto words = static_cast<std::uint32_t>(std::count(key.begin(), key.end(), ' ') + 1);
    std::uint32_t& longest = longest_[word];
    longest = std::max(longest, words);
  }
  Chain& chain = found->second;
  if (chain.first == kEnd) {
    chain.first = value;
  } else {
    next_[chain.last] = value;
  }
  chain.last = value;
}

std::uint32_t NameIndex::first(std::string_view key) const {
  const auto found = chains_.find(key);
  return found == chains_.end() ? kEnd : found->second.first;
}

std::uint32_t NameIndex::longest(std::string_view word) const {
  const auto found = longest_.find(word);
  return found == longest_.end() ? 0 : found->second;
}

}  // namespace entente
