#include "entente/actors/spelling.h"

#include <algorithm>

#include "entente/actors/slug.h"

namespace entente {

namespace {

bool is_letter(char c) { return c >= 'a' && c <= 'z'; }

}  // namespace

void SpellingKeys::add_letters(std::string_view from, std::string_view to) {
  Letters letters{from, to};
  if (from.starts_with('^')) {
    letters.at_begin = true;
    letters.from.remove_prefix(1);
  }
  if (from.ends_with('$')) {
    letters.at_end = true;
    letters.from.remove_suffix(1);
  }
  if (letters.from.empty() || !is_letter(letters.from.front())) return;
  std::vector<Letters>& same = letters_[static_cast<std::size_t>(letters.from.front() - 'a')];
  // Of equal length those that are bound to a place come first.
  const auto bound = [](const Letters& one) { return static_cast<int>(one.at_begin) + static_cast<int>(one.at_end); };
  const auto at = std::find_if(same.begin(), same.end(), [&](const Letters& other) {
    return other.from.size() < letters.from.size() ||
           (other.from.size() == letters.from.size() && bound(other) < bound(letters));
  });
  same.insert(at, letters);
}

void SpellingKeys::append_key(std::string_view name, std::string& key) const {
  const std::string latin = lower_latin(name);
  for (std::size_t begin = 0; begin < latin.size();) {
    // Apostrophes part no words: "Sana'a".
    std::size_t end = begin;
    while (end < latin.size() && latin[end] != ' ' && latin[end] != '-') ++end;
    std::string_view word = std::string_view(latin).substr(begin, end - begin);
    begin = end + 1;
    if (std::all_of(word.begin(), word.end(), is_letter)) {
      append_word(word, key);
    } else {
      std::string letters;
      std::copy_if(word.begin(), word.end(), std::back_inserter(letters), is_letter);
      append_word(letters, key);
    }
  }
}

std::string SpellingKeys::key(std::string_view name) const {
  std::string key;
  append_key(name, key);
  return key;
}

/// FNV-1a (Fowler, Noll, Vo).
std::uint64_t SpellingIndex::digest_of(std::string_view key) {
  std::uint64_t digest = 0xcbf29ce484222325U;
  for (const char c : key) digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  return digest;
}

void SpellingIndex::add(std::string_view key, std::uint32_t value) {
  if (!key.empty()) values_.emplace_back(digest_of(key), value);
}

void SpellingIndex::sort() { std::sort(values_.begin(), values_.end()); }

SpellingIndex::Values::const_iterator SpellingIndex::first(std::uint64_t digest) const {
  return std::lower_bound(values_.begin(), values_.end(), digest,
                          [](const auto& entry, std::uint64_t wanted) { return entry.first < wanted; });
}

void SpellingKeys::append_word(std::string_view word, std::string& key) const {
  if (const auto known = words_.find(word); known != words_.end()) {
    if (known->second.empty()) return;
    word = known->second;
  }
  const std::size_t key_begin = key.size();
  for (std::size_t i = 0; i < word.size();) {
    const std::vector<Letters>& rules = letters_[static_cast<std::size_t>(word[i] - 'a')];
    const auto rule = std::find_if(rules.begin(), rules.end(), [&](const Letters& one) {
      return word.substr(i, one.from.size()) == one.from && (!one.at_begin || i == 0) &&
             (!one.at_end || i + one.from.size() == word.size());
    });
    std::string_view to = word.substr(i, 1);
    i += rule == rules.end() ? 1 : rule->from.size();
    if (rule != rules.end()) to = rule->to;
    for (const char c : to) {
      // Doubled letters count once.
      if (key.size() == key_begin || key.back() != c) key += c;
    }
  }
}

}  // namespace entente
