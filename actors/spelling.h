#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace entente {

/// What the romanisations of one name have in common: a coarse key, by the table data/actors/spellings.tsv. "Rouhani"
/// and "Rohani", "Zelenskyy" and "Selenskyj", "Muammar Gaddafi" and "Mouammar Kadhafi" have one key; so have names that
/// have nothing to do with each other, so it decides only where one actor alone has it. Frozen once filled.
class SpellingKeys {
 public:
  /// A spelling of a whole word, and the one that it counts as; empty: the word says nothing ("al").
  void add_word(std::string_view from, std::string_view to) { words_.emplace(from, to); }
  /// Letters that count as others; "^" at the begin and "$" at the end bind them to begin and end of a word.
  void add_letters(std::string_view from, std::string_view to);

  /// Appends the key of a name: its words, ICU "Any-Latin; Latin-ASCII; Lower", without what parts them.
  void append_key(std::string_view name, std::string& key) const;
  std::string key(std::string_view name) const;

 private:
  struct Letters {
    std::string_view from;
    std::string_view to;
    bool at_begin = false;
    bool at_end = false;
  };

  void append_word(std::string_view word, std::string& key) const;

  std::unordered_map<std::string_view, std::string_view> words_;
  std::array<std::vector<Letters>, 26> letters_;  // by first letter, longest first
};

/// Values by spelling key. Small and quick to make: it holds digests of the keys, of which two may be equal, so that
/// what it finds must be compared.
class SpellingIndex {
 public:
  void reserve(std::size_t values) { values_.reserve(values); }
  void add(std::string_view key, std::uint32_t value);
  /// To be called once, after the last add.
  void sort();
  /// Calls visit(value) for the values that may have the key, in order.
  template <class Visit>
  void find(std::string_view key, Visit visit) const {
    const std::uint64_t digest = digest_of(key);
    for (auto at = first(digest); at != values_.end() && at->first == digest; ++at) visit(at->second);
  }

 private:
  using Values = std::vector<std::pair<std::uint64_t, std::uint32_t>>;
  static std::uint64_t digest_of(std::string_view key);
  Values::const_iterator first(std::uint64_t digest) const;

  Values values_;
};

}  // namespace entente
