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
  scratch_.clear();
  append_folded(text, scratch_);
  lower_in_place(scratch_);
  add_key(scratch_, value);
}

void NameIndex::add_key(std::string_view text, std::uint32_t value) {
  next_.resize(std::max<std::size_t>(next_.size(), value + std::size_t{1}), kEnd);
  if (text.empty()) return;
  auto found = chains_.find(text);
  if (found == chains_.end()) {
    char* kept = static_cast<char*>(memory_->allocate(text.size(), 1));
    std::memcpy(kept, text.data(), text.size());
    const std::string_view key(kept, text.size());
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
