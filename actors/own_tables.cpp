#include "entente/actors/own_tables.h"

#include <algorithm>
#include <array>
#include <utility>

#include "entente/actors/codes.h"
#include "entente/actors/fold.h"
#include "entente/actors/slug.h"

namespace entente {

namespace {

constexpr std::string_view kRules = "actor, name, not-name, office, position, member, merge, never-merge";

bool is_wikidata_id(std::string_view text) {
  return text.size() > 1 && text[0] == 'Q' &&
         std::all_of(text.begin() + 1, text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_actor_rule(std::string_view rule) { return rule.empty() || rule == "actor"; }

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

std::string in_quotes(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string lower(std::string_view text) {
  std::string out(text);
  lower_in_place(out);
  return out;
}

/// The kind of an actor whose row does not tell it.
std::optional<ActorKind> default_kind(NodeType type) {
  switch (type) {
    case NodeType::Country:
      return ActorKind::State;
    case NodeType::Official:
    case NodeType::Person:
      return ActorKind::Person;
    case NodeType::Organisation:
      return ActorKind::Ngo;
    case NodeType::Agreement:
      return ActorKind::Agreement;
    case NodeType::Place:
      return ActorKind::City;
    case NodeType::Policy:
    case NodeType::Group:
      return std::nullopt;
  }
  return std::nullopt;
}

/// Type of an actor by the first part of its id.
std::optional<NodeType> type_of_id(std::string_view id) {
  for (const NodeType type :
       {NodeType::Country, NodeType::Official, NodeType::Organisation, NodeType::Agreement, NodeType::Place}) {
    if (is_node_id(id, type)) return type;
  }
  return std::nullopt;
}

/// The type that a row of an actor states; a reason if it cannot be.
std::string stated_type(const Row& row, std::optional<NodeType>& type) {
  const std::string_view id = row[Column::Id];
  if (!row[Column::Type].empty()) {
    type = node_type_of(row[Column::Type]);
    if (!type || !default_kind(*type))
      return "type " + in_quotes(row[Column::Type]) +
             " is none of country, official, person, organisation, agreement, place";
    if (!id.empty() && !is_wikidata_id(id) && !is_node_id(id, *type))
      return "the id " + in_quotes(id) + " does not begin with '" + std::string(entente::row(*type).id_prefix) + "/'";
  } else if (!id.empty() && !is_wikidata_id(id)) {
    type = type_of_id(id);
  }
  return {};
}

}  // namespace

std::optional<Error> TableLoader::read_own(std::span<const std::filesystem::path> paths) {
  shipped_names_ = out.names.size();
  return OwnTables(*this).read(paths);
}

std::optional<Error> OwnTables::read(std::span<const std::filesystem::path> paths) {
  for (const std::filesystem::path& path : paths) {
    Result<Table> table = Table::read_own(path, kOwnColumns);
    if (!table) return table.error();
    out_.texts.push_back(table->text());
    tables_.push_back(std::move(*table));
  }
  for (std::size_t i = 0; i < out_.actors.size(); ++i) {
    const Actor& actor = out_.actors[i];
    if (!actor.wikidata.empty()) by_wikidata_.emplace(actor.wikidata, ActorId(i));
    if (!is_person(actor.type) || actor.iso3.empty() || actor.family_name.empty()) continue;
    if (actor.name.ends_with(actor.family_name)) {
      --family_first_[actor.iso3];
    } else if (actor.name.starts_with(actor.family_name)) {
      ++family_first_[actor.iso3];
    }
  }
  for (std::size_t i = 0; i < loader_.offices_.size(); ++i) offices_of_.emplace(loader_.offices_[i].first.value, i);
  if (auto error = each_row(&OwnTables::register_actor)) return error;
  if (auto error = each_row(&OwnTables::describe_actor)) return error;
  give_ids();
  return each_row(&OwnTables::apply);
}

std::optional<Error> OwnTables::each_row(std::string (OwnTables::*visit)(const Row& row)) {
  for (Table& table : tables_) {
    table_ = &table;
    table.rewind();
    if (auto error = loader_.each_row(table, [&](const Row& row) { return (this->*visit)(row); })) return error;
  }
  return std::nullopt;
}

// Actors.
// --------------------------------------------------------------------------------------------------------------

std::string OwnTables::register_actor(const Row& row) {
  const std::string_view rule = row[Column::Rule];
  if (rule == "position") {
    if (row[Column::Id].empty()) return "a position needs an id";
    const std::string_view title = row[Column::Title].empty() ? row[Column::Name] : row[Column::Title];
    positions_[row[Column::Id]] = {title, row[Column::Class], row[Column::Of]};
    return {};
  }
  if (!is_actor_rule(rule)) return {};
  std::optional<NodeType> type;
  std::string reason = stated_type(row, type);
  std::string id;
  if (reason.empty()) reason = id_of(row, id);
  if (!reason.empty()) return reason;
  if (find(id).valid()) return {};
  if (!type) return "a new actor needs a type";
  if (row[Column::Name].empty()) return in_quotes(id) + " is not listed yet: a new actor needs a name";
  Actor actor;
  actor.id = keep(std::move(id));
  actor.type = *type;
  actor.kind = *default_kind(*type);
  const ActorId place(out_.actors.size());
  if (is_wikidata_id(actor.id)) {
    actor.wikidata = actor.id;
    by_wikidata_.emplace(actor.wikidata, place);
    without_id_.push_back(place);
  } else {
    out_.by_id.emplace(actor.id, place);
  }
  out_.actors.push_back(actor);
  return {};
}

std::string OwnTables::id_of(const Row& row, std::string& id) const {
  id = row[Column::Id];
  if (is_wikidata_id(id)) return {};
  if (!id.empty())
    return type_of_id(id)
               ? ""
               : in_quotes(id) + " is no id, such as country/KOR, person/taro-kono, organisation/nato or Q884";
  const auto type = node_type_of(row[Column::Type]);
  if (!type || row[Column::Name].empty()) return "without an id an actor needs type and name";
  std::string_view name = row[Column::Name];
  if (name.ends_with('~')) name.remove_suffix(1);
  id = std::string(entente::row(*type).id_prefix) + "/" + slug(name);
  return {};
}

std::string OwnTables::describe_actor(const Row& row) {
  if (!is_actor_rule(row[Column::Rule])) return {};
  std::string id_text;
  id_of(row, id_text);
  const ActorId id = find(id_text);
  Actor actor = out_.actors[id.index()];
  const auto set = [&row](std::string_view& field, Column column) {
    if (!row[column].empty()) field = row[column];
  };
  set(actor.name, Column::Name);
  set(actor.official_name, Column::OfficialName);
  set(actor.iso3, Column::Iso3);
  set(actor.wikidata, Column::Wikidata);
  if (actor.name.ends_with('~')) actor.name.remove_suffix(1);
  if (!row[Column::Kind].empty()) {
    const auto kind = actor_kind_of(row[Column::Kind]);
    if (!kind) return not_known("kind", row[Column::Kind]);
    actor.kind = *kind;
  }
  if (row[Column::Type] == "official") actor.type = NodeType::Official;
  if (!row[Column::Gender].empty()) actor.gender = row[Column::Gender].front();
  Validity valid;
  if (!read_dates(row[Column::ValidFrom], row[Column::ValidTo], valid)) return "a date is none";
  if (valid.from) actor.valid.from = valid.from;
  if (valid.to) actor.valid.to = valid.to;
  ActorId country;
  ActorId parent;
  std::string reason = find_cell(row, Column::Country, country);
  if (reason.empty()) reason = find_cell(row, Column::Parent, parent);
  if (!reason.empty()) return reason;
  if (country.valid()) {
    actor.country = country;
    if (actor.type != NodeType::Country) actor.iso3 = out_.actors[country.index()].iso3;
  }
  if (parent.valid()) (actor.type == NodeType::Country ? actor.country : actor.parent) = parent;
  const auto add_pairs = [&](Column column, std::vector<std::pair<ActorId, ActorId>>& pairs) {
    for_each_value(row[column], [&](std::string_view value) {
      const ActorId other = find(value);
      if (other.valid()) pairs.emplace_back(id, other);
      if (!other.valid() && !is_wikidata_id(value)) reason = not_known(name(column), value);
    });
  };
  add_pairs(Column::Parties, loader_.parties_);
  add_pairs(Column::Successors, loader_.successors_);
  if (!reason.empty()) return reason;
  if (actor.type == NodeType::Country && !actor.iso3.empty()) out_.by_iso3.emplace(actor.iso3, id);
  if (is_person(actor.type)) {
    if (!row[Column::Family].empty()) {
      actor.family_name = row[Column::Family].substr(0, row[Column::Family].find(" | "));
      loader_.add_families(row[Column::Family], id);
    } else if (actor.family_name.empty()) {
      actor.family_name = family_name(actor);
      loader_.add_families(actor.family_name, id);
    }
  }
  out_.actors[id.index()] = actor;
  loader_.add_names_of(row, id);
  if (!row[Column::Domains].empty() || actor.kind == ActorKind::Media) loader_.add_publisher_names(row, id);
  return {};
}

bool OwnTables::has_family_first(std::string_view iso3) {
  const auto found = family_first_.find(iso3);
  return found != family_first_.end() && found->second > 0;
}

/// The word of the name that is the family's, in the order of names of the person's country.
std::string_view OwnTables::family_name(const Actor& person) {
  const std::string_view name = person.name;
  return has_family_first(person.iso3) ? name.substr(0, name.find(' ')) : name.substr(name.rfind(' ') + 1);
}

/// Ids of new actors that their rows know by Wikidata id only (CONTRACT, Identifiers): where two clash all get their
/// country, then their Wikidata id.
void OwnTables::give_ids() {
  std::vector<std::string> ids;
  std::map<std::string, int> uses;
  for (const ActorId id : without_id_) {
    const Actor& actor = out_.actors[id.index()];
    ids.push_back(std::string(row(actor.type).id_prefix) + "/" + slug(actor.name));
    ++uses[ids.back()];
  }
  for (const bool by_country : {true, false}) {
    std::map<std::string, int> next;
    for (std::size_t i = 0; i < ids.size(); ++i) {
      const Actor& actor = out_.actors[without_id_[i].index()];
      if (uses[ids[i]] > 1 || out_.by_id.count(ids[i]) != 0) {
        const std::string suffix = lower(by_country ? actor.iso3 : actor.wikidata);
        if (!suffix.empty()) ids[i] += "-" + suffix;
      }
      ++next[ids[i]];
    }
    uses = std::move(next);
  }
  for (std::size_t i = 0; i < ids.size(); ++i) {
    Actor& actor = out_.actors[without_id_[i].index()];
    actor.id = keep(std::move(ids[i]));
    out_.by_id.emplace(actor.id, without_id_[i]);
  }
}

// What is said of actors.
// ----------------------------------------------------------------------------------------------

std::string OwnTables::apply(const Row& row) {
  const std::string_view rule = row[Column::Rule];
  if (is_actor_rule(rule) || rule == "position") return {};
  if (rule == "never-merge") return never_merge(row);
  ActorId id;
  std::string reason = find_cell(row, Column::Id, id);
  if (!reason.empty()) return reason;
  if (rule != "name" && rule != "not-name" && rule != "office" && rule != "member" && rule != "merge")
    return "rule " + in_quotes(rule) + " is none of " + std::string(kRules);
  if (!id.valid()) return row[Column::Id].empty() ? "the rule '" + std::string(rule) + "' needs an id" : std::string();
  if (rule == "name") return add_name(row, id);
  if (rule == "not-name") return remove_names(row, id);
  if (rule == "office") return add_office(row, id);
  if (rule == "member") return add_member(row, id);
  return merge(row, id);
}

std::string OwnTables::add_name(const Row& row, ActorId id) {
  const std::size_t before = out_.names.size();
  loader_.add_names_of(row, id);
  if (out_.names.size() == before) return "no name";
  Validity valid;
  if (!read_dates(row[Column::ValidFrom], row[Column::ValidTo], valid)) return "a date is none";
  std::optional<NameKind> kind;
  if (!row[Column::Kind].empty()) {
    kind = metonym_kind_of(row[Column::Kind]);
    if (!kind) return "kind " + in_quotes(row[Column::Kind]) + " is none of capital, seat, building, other";
  }
  for (std::size_t i = before; i < out_.names.size(); ++i) {
    Name& name = out_.names[i];
    name.valid = valid;
    if (kind) {
      name.kind = *kind;
    } else if (name.kind == NameKind::Name) {
      name.kind = NameKind::Alias;  // its own name is that of its row
    }
  }
  return {};
}

std::string OwnTables::remove_names(const Row& row, ActorId id) {
  std::string reason = "no name";
  for (const auto& column : kNameColumns) {
    for_each_value(row[column.first], [&](std::string_view value) {
      const std::string key = match_key(value);
      bool found = false;
      for (Name& name : out_.names) {
        if (name.actor != id || match_key(name.text) != key) continue;
        name.actor = ActorId();
        found = true;
      }
      if (reason == "no name") reason.clear();
      if (!found) reason = std::string(out_.actors[id.index()].id) + " has no name " + in_quotes(value);
    });
  }
  return reason;
}

std::string OwnTables::add_office(const Row& row, ActorId id) {
  Actor& person = out_.actors[id.index()];
  if (!is_person(person.type)) return in_quotes(person.id) + " is no person";
  Office office;
  office.person = id;
  office.title = row[Column::Title];
  std::string_view office_class = row[Column::Class];
  std::string_view of = row[Column::Of];
  if (const auto position = positions_.find(office.title); position != positions_.end()) {
    office.title = position->second.title;
    if (office_class.empty()) office_class = position->second.office_class;
    if (of.empty()) of = position->second.of;
  }
  if (is_wikidata_id(office.title)) return {};
  office.of = of.empty() ? person.country : find(of);
  if (!office.of.valid() && (is_wikidata_id(of) || !row[Column::Country].empty())) office.of = person.country;
  if (!office.of.valid() && is_wikidata_id(row[Column::Id])) return {};
  if (!office.of.valid()) return of.empty() ? "an office needs 'of': a country or organisation" : not_known("of", of);
  office.office_class = OfficeClass::Other;
  if (!office_class.empty()) {
    const auto known = office_class_of(office_class);
    if (!known) return not_known("class", office_class);
    office.office_class = *known;
  } else {
    office.office_class = class_of_title(office.title, office.of);
  }
  if (!read_dates(row[Column::ValidFrom], row[Column::ValidTo], office.held)) return "a date is none";
  office.end = office.held.to ? OfficeEnd::Stated : OfficeEnd::Open;
  if (!row[Column::End].empty()) {
    const auto end = office_end_of(row[Column::End]);
    if (!end) return not_known("end", row[Column::End]);
    office.end = *end;
  }
  person.type = NodeType::Official;
  if (Office* listed = listed_office(office)) {
    if (!office.title.empty()) listed->title = office.title;
    listed->held = office.held;
    listed->end = office.end;
    return {};
  }
  offices_of_.emplace(id.value, loader_.offices_.size());
  loader_.offices_.emplace_back(id, office);
  return {};
}

Office* OwnTables::listed_office(const Office& office) {
  constexpr std::int32_t kYear = 366;
  const auto [first, last] = offices_of_.equal_range(office.person.value);
  for (auto at = first; at != last; ++at) {
    Office& listed = loader_.offices_[at->second].second;
    if (listed.of != office.of || listed.office_class != office.office_class) continue;
    if (!listed.held.from || !office.held.from ||
        (first_day(*listed.held.from) <= last_day(*office.held.from) + kYear &&
         first_day(*office.held.from) <= last_day(*listed.held.from) + kYear))
      return &listed;
  }
  return nullptr;
}

/// "Minister of Foreign Affairs of Japan" has the class of "Minister of Foreign Affairs".
OfficeClass OwnTables::class_of_title(std::string_view text, ActorId of) const {
  for (;;) {
    for (std::uint32_t i = out_.title_index.first(match_key(text)); i != NameIndex::kEnd;
         i = out_.title_index.after(i)) {
      const Title& title = out_.titles[i];
      if (title.office && (!title.country.valid() || title.country == of)) return *title.office;
    }
    const std::size_t end = text.rfind(" of ");
    if (end == std::string_view::npos) return OfficeClass::Other;
    text = text.substr(0, end);
  }
}

std::string OwnTables::add_member(const Row& row, ActorId id) {
  Membership membership;
  membership.member = id;
  std::string reason = find_cell(row, Column::Of, membership.organisation);
  if (!reason.empty()) return reason;
  if (!membership.organisation.valid()) return "a member needs 'of': an organisation";
  membership.role = row[Column::Role].empty() ? "member" : row[Column::Role];
  if (!read_dates(row[Column::ValidFrom], row[Column::ValidTo], membership.valid)) return "a date is none";
  loader_.memberships_.emplace_back(membership.organisation, membership);
  return {};
}

std::string OwnTables::merge(const Row& row, ActorId id) {
  const Actor& kept = out_.actors[id.index()];
  if (row[Column::With].empty()) return "a merge needs 'with': the ids that are the same actor";
  std::string reason;
  for_each_value(row[Column::With], [&](std::string_view with) {
    const ActorId other = find(with);
    if (other == id) return;
    if (other.valid()) {
      const Actor& dropped = out_.actors[other.index()];
      if (entente::row(dropped.type).id_prefix != entente::row(kept.type).id_prefix) {
        reason = in_quotes(with) + " is of another type than " + in_quotes(kept.id);
        return;
      }
      loader_.merges_.emplace_back(other, id);
      out_.merged_ids.emplace_back(id, dropped.id);
    } else if (!is_node_id(with, kept.type)) {
      reason = in_quotes(with) + " is no id that begins with '" + std::string(entente::row(kept.type).id_prefix) + "/'";
    } else {
      out_.by_id.emplace(with, id);
      out_.merged_ids.emplace_back(id, with);
    }
  });
  return reason;
}

std::string OwnTables::never_merge(const Row& row) {
  const auto id_text = [&](std::string_view id, std::string_view& text) {
    const ActorId found = find(id);
    text = found.valid() ? out_.actors[found.index()].id : id;
    return found.valid() || is_node_id(id);
  };
  std::string_view first;
  if (!id_text(row[Column::Id], first)) return in_quotes(row[Column::Id]) + " is no id";
  if (row[Column::With].empty()) return "a never-merge needs 'with': the ids that are other actors";
  std::string reason;
  for_each_value(row[Column::With], [&](std::string_view with) {
    std::string_view second;
    if (!id_text(with, second)) reason = in_quotes(with) + " is no id";
    if (first == second) reason = in_quotes(with) + " is the same actor as " + in_quotes(row[Column::Id]);
    out_.never_merged.emplace_back(std::min(first, second), std::max(first, second));
  });
  return reason;
}

ActorId OwnTables::find(std::string_view id) const {
  if (!is_wikidata_id(id)) return loader_.find(id);
  const auto found = by_wikidata_.find(id);
  return found == by_wikidata_.end() ? ActorId() : found->second;
}

std::string OwnTables::find_cell(const Row& row, Column column, ActorId& actor) const {
  actor = find(row[column]);
  // Of a dump's entities those that no row is about are left out.
  if (row[column].empty() || actor.valid() || is_wikidata_id(row[column])) return {};
  return not_known(name(column), row[column]);
}

std::string_view OwnTables::keep(std::string text) {
  out_.texts.push_back(std::make_shared<const std::string>(std::move(text)));
  return *out_.texts.back();
}

}  // namespace entente
