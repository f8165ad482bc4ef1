#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/actors/table.h"
#include "entente/actors/tables.h"

namespace entente {

/// A table of data/actors whose rows are actors, and what its columns do not tell.
struct ActorTable {
  std::string_view file;
  std::string_view header;
  NodeType type;
  std::optional<ActorKind> kind;  // none: a column says it
};

/// Reads table after table; each may name ids of those before it. What needs all ids waits for finish().
/// Functions that take a row return why it cannot be, or nothing.
class TableLoader {
 public:
  explicit TableLoader(ActorTables& tables) : out(tables) {}

  std::optional<Error> read_shipped(const std::filesystem::path& folder);
  /// Adds tables of a user's own, in their order (docs/formats/actors.md).
  std::optional<Error> read_own(std::span<const std::filesystem::path> paths);
  /// Sorts, groups and indexes what was read.
  std::optional<Error> finish();

 private:
  friend class OwnTables;

  /// An id that is to be found when all are known.
  struct Pending {
    ActorId actor;
    std::string_view id;
    std::string_view what;  // "parent"
    std::string where;
  };

  template <class Read>
  std::optional<Error> each_row(Table& table, Read read) {
    Row row;
    for (;;) {
      const Result<bool> more = table.next(row);
      if (!more) return more.error();
      if (!*more) return std::nullopt;
      const std::string reason = read(row);
      if (!reason.empty()) return table.fault(reason).value();
    }
  }

  std::optional<Error> read_actors(const std::filesystem::path& folder, const ActorTable& description);
  std::string read_actor(const Row& row, const ActorTable& description, const Table& table);
  std::string read_metonym(const Row& row);
  std::string read_office(const Row& row);
  std::string read_membership(const Row& row);
  std::string read_title(const Row& row);
  std::string read_role_noun(const Row& row);
  std::string read_given_name(const Row& row);
  std::string read_spelling(const Row& row);

  ActorId find(std::string_view id) const;
  /// The actor of a cell that names one; a reason if it is not known. An empty cell gives none.
  std::string find_cell(const Row& row, Column column, ActorId& actor) const;
  std::string set_country(std::string_view id, Actor& actor) const;
  /// The actor's id and place among the actors; a reason if the id is taken.
  std::string add_actor(Actor actor, ActorId& id);
  /// All names that the row gives to the actor.
  void add_names_of(const Row& row, ActorId id);
  void add_names(std::string_view cell, ActorId actor, NameKind kind);
  void add_families(std::string_view cell, ActorId person);
  void add_publisher_names(const Row& row, ActorId id);

  std::optional<Error> resolve(const std::vector<Pending>& pending, std::vector<std::pair<ActorId, ActorId>>& pairs);
  /// Gives what belongs to a merged actor to the one that it is.
  void follow_merges();
  void index_names();
  void index_spellings();
  void group_offices();
  void group_memberships();

  ActorTables& out;
  std::size_t shipped_names_ = SIZE_MAX;  // how many names are of the shipped tables
  std::vector<std::pair<ActorId, Office>> offices_;
  std::vector<std::pair<ActorId, Membership>> memberships_;
  std::vector<std::pair<ActorId, ActorId>> successors_;
  std::vector<std::pair<ActorId, ActorId>> parties_;
  std::vector<Pending> pending_parents_;
  std::vector<Pending> pending_successors_;
  std::vector<Pending> pending_parties_;
  std::vector<std::pair<ActorId, ActorId>> merges_;  // who is no more, and who it is
};

// Readings of cells.
// ---------------------------------------------------------------------------------------------------

std::string not_known(std::string_view what, std::string_view found);
bool read_dates(std::string_view from, std::string_view to, Validity& valid);
/// A listed name; "~" at its end marks it as ambiguous.
Name name_of(std::string_view text, ActorId actor, NameKind kind);

/// The columns of names, and how they name.
inline constexpr std::array<std::pair<Column, NameKind>, 7> kNameColumns = {
    {{Column::Name, NameKind::Name},
     {Column::OfficialName, NameKind::OfficialName},
     {Column::Aliases, NameKind::Alias},
     {Column::Abbreviations, NameKind::Abbreviation},
     {Column::Demonym, NameKind::DemonymNoun},
     {Column::DemonymPlural, NameKind::DemonymPlural},
     {Column::Adjectives, NameKind::DemonymAdjective}}};

}  // namespace entente
