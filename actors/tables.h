#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entente/actors/actor.h"
#include "entente/actors/spelling.h"
#include "entente/base/error.h"

namespace entente {

/// Keys of names, each with the chain of what it names, in the order of adding.
class NameIndex {
 public:
  static constexpr std::uint32_t kEnd = UINT32_MAX;

  NameIndex() : memory_(std::make_unique<std::pmr::monotonic_buffer_resource>(std::size_t{1} << 20U)) {}
  void reserve(std::size_t names);
  /// Adds `value`, that no call has added before, under the key of `text` (match_key).
  void add(std::string_view text, std::uint32_t value);
  /// Adds it under `key`; keys that are empty are left out.
  void add_key(std::string_view key, std::uint32_t value);
  /// First value with that key, or kEnd.
  std::uint32_t first(std::string_view key) const;
  std::uint32_t after(std::uint32_t value) const { return next_[value]; }
  /// Words of the longest key that begins with that word; 0: none does.
  std::uint32_t longest(std::string_view word) const;

 private:
  std::unique_ptr<std::pmr::monotonic_buffer_resource> memory_;  // of the keys
  struct Chain {
    std::uint32_t first = kEnd;
    std::uint32_t last = kEnd;
  };
  std::unordered_map<std::string_view, Chain> chains_;
  std::unordered_map<std::string_view, std::uint32_t> longest_;
  std::vector<std::uint32_t> next_;
  std::string scratch_;
};

/// Values in groups by actor: group i is values[begins[i], begins[i + 1]).
template <class T>
struct Grouped {
  std::vector<T> values;
  std::vector<std::uint32_t> begins;

  std::span<const T> of(ActorId actor) const {
    if (!actor.valid() || actor.index() + 1 >= begins.size()) return {};
    return {values.data() + begins[actor.index()], values.data() + begins[actor.index() + 1]};
  }
};

/// A name that a person is called by in short.
struct FamilyName {
  std::string_view text;
  ActorId person;
};

/// What a KnowledgeBase holds.
struct ActorTables {
  std::vector<std::shared_ptr<const std::string>> texts;  // what all views are bound to
  std::vector<Actor> actors;
  std::unordered_map<std::string_view, ActorId> by_id;
  std::unordered_map<std::string_view, ActorId> by_iso3;

  std::vector<Name> names;
  NameIndex name_index;
  Grouped<std::uint32_t> names_of;  // indices into names

  Grouped<Office> offices;                  // by person, then start
  std::vector<std::uint32_t> offices_held;  // indices into offices.values, by (of, class, start, person)
  NameIndex family_index;                   // values: indices into families
  std::vector<FamilyName> families;
  SpellingKeys spellings;
  SpellingIndex spelled_persons;   // persons' names of two words or more; values: indices into names
  SpellingIndex spelled_families;  // their family names; values: indices into families

  Grouped<Membership> members;         // by organisation
  Grouped<std::uint32_t> memberships;  // indices into members.values, by member
  Grouped<ActorId> successors;
  Grouped<ActorId> parties;

  std::vector<Title> titles;
  NameIndex title_index;
  std::vector<RoleNoun> role_nouns;
  NameIndex role_index;  // two values for each noun: its singular, its plural
  std::vector<Gender> given_genders;
  NameIndex given_index;
  NameIndex publisher_index;  // values: indices into publishers
  std::vector<ActorId> publishers;

  // What a user's tables say of ids, listed or not; sorted.
  std::vector<std::pair<ActorId, std::string_view>> merged_ids;             // an actor, and an id that means it
  std::vector<std::pair<std::string_view, std::string_view>> never_merged;  // the smaller id first

  [[nodiscard]] static Result<std::unique_ptr<ActorTables>> load(const std::filesystem::path& folder,
                                                                 std::span<const std::filesystem::path> own);
};

}  // namespace entente
