#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "entente/actors/loader.h"

namespace entente {

/// The columns of a user's table of actors (docs/formats/actors.md).
inline constexpr std::string_view kOwnColumns =
    "rule id type kind name official_name aliases abbreviations demonym demonym_plural adjectives family gender "
    "country "
    "parent iso2 iso3 wikidata parties successors domains title class of end role valid_from valid_to with source note";

/// Adds a user's tables to those that a TableLoader has read: actors first, so that any row may name those of any
/// other, then what is said of them. Later rows overrule earlier ones.
class OwnTables {
 public:
  explicit OwnTables(TableLoader& loader) : loader_(loader), out_(loader.out) {}

  std::optional<Error> read(std::span<const std::filesystem::path> paths);

 private:
  /// An office that many have held: what its own row says of it.
  struct Position {
    std::string_view title;
    std::string_view office_class;
    std::string_view of;
  };

  std::optional<Error> each_row(std::string (OwnTables::*visit)(const Row& row));

  // The passes, in their order; each returns why a row cannot be, or nothing.
  std::string register_actor(const Row& row);
  std::string describe_actor(const Row& row);
  void give_ids();
  std::string apply(const Row& row);

  // The rules of the last pass.
  std::string add_name(const Row& row, ActorId id);
  std::string remove_names(const Row& row, ActorId id);
  std::string add_office(const Row& row, ActorId id);
  /// The office that a row is about, if it is listed: of the same person and class, begun in about the same year.
  Office* listed_office(const Office& office);
  OfficeClass class_of_title(std::string_view text, ActorId of) const;
  std::string add_member(const Row& row, ActorId id);
  std::string merge(const Row& row, ActorId id);
  std::string never_merge(const Row& row);

  /// By id or Wikidata id.
  ActorId find(std::string_view id) const;
  std::string find_cell(const Row& row, Column column, ActorId& actor) const;
  /// The id that a row of an actor gives or means.
  std::string id_of(const Row& row, std::string& id) const;
  std::string_view keep(std::string text);
  bool has_family_first(std::string_view iso3);
  std::string_view family_name(const Actor& person);

  TableLoader& loader_;
  ActorTables& out_;
  std::vector<Table> tables_;
  Table* table_ = nullptr;  // being read
  std::unordered_map<std::string_view, ActorId> by_wikidata_;
  std::map<std::string_view, Position> positions_;
  std::vector<ActorId> without_id_;                                 // new ones that are known by their Wikidata id
  std::unordered_multimap<std::uint32_t, std::size_t> offices_of_;  // by person, indices into the loader's offices
  std::map<std::string_view, int>
      family_first_;  // by country: officials whose family name comes first, less the others
};

}  // namespace entente
