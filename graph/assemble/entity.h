#pragma once

#include <cstddef>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/actor.h"
#include "entente/graph/claim.h"

namespace entente {

/// What claims say of one entity, first within a document, then across documents. Merging is a union, so it does not
/// depend on order.
struct Entity {
  NodeType type = NodeType::Person;
  std::string iso3;
  std::string last_of_id;         // last part of the id, its name where claims give none
  std::set<std::string> names;    // names that claims give it
  std::set<std::string> aliases;  // other names
  std::set<std::string> parties;
  std::set<std::string> documents;
  std::optional<int> first_year;  // of publication
  const Actor* listed = nullptr;

  std::string_view prefix() const { return row(type).id_prefix; }
  /// The listed name, else the fullest of names, else last_of_id.
  std::string_view name() const;
  std::string base_id() const;
  void absorb(const Entity& other);
};

/// Fullness of a name, greater is fuller: proper before described, more words, more bytes, then bytewise smaller.
bool is_fuller(std::string_view a, std::string_view b);

/// name_key of the words of a name, split at spaces.
std::vector<std::string> word_keys(std::string_view name);

/// Divides entities with one base id by country (agreements: by parties) into those that are one: the number of each
/// one's class. An entity of unknown country belongs to the only class, or is a class of its own with its like.
std::vector<std::size_t> classes_of_namesakes(const std::vector<const Entity*>& namesakes);

/// Whether claims of `shorter` may be about `fuller` by name, type and country or parties, `fuller` being fuller.
bool may_be(const Entity& shorter, const Entity& fuller);

}  // namespace entente
