#include "entente/actors/loader.h"

#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

#include "entente/actors/codes.h"
#include "entente/actors/slug.h"

namespace entente {

namespace {

/// The tables of actors, in the order of reading: a row may name a country of a table before its own.
constexpr std::array<ActorTable, 4> kBodies = {
    {{"countries.tsv",
      "id name official_name iso2 iso3 wikidata aliases abbreviations demonym demonym_plural adjectives status parent "
      "valid_from valid_to successors source",
      NodeType::Country, std::nullopt},
     {"organisations.tsv", "id name aliases abbreviations kind country parent valid_from valid_to source",
      NodeType::Organisation, std::nullopt},
     {"publishers.tsv", "id name aliases kind country domains source", NodeType::Organisation, ActorKind::Media},
     {"places.tsv", "id name aliases demonym demonym_plural adjectives kind country source", NodeType::Place,
      std::nullopt}}};
constexpr std::array<ActorTable, 2> kOthers = {
    {{"agreements.tsv", "id name aliases abbreviations parties signed valid_from valid_to status source",
      NodeType::Agreement, ActorKind::Agreement},
     {"officials.tsv", "id name family aliases country gender wikidata source", NodeType::Official,
      ActorKind::Person}}};

/// Sorts rows of (actor, value) into groups; equal actors keep their order.
template <class T>
Grouped<T> group(std::vector<std::pair<ActorId, T>> rows, std::size_t actors) {
  std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  Grouped<T> grouped;
  grouped.begins.assign(actors + 1, 0);
  grouped.values.reserve(rows.size());
  for (auto& [actor, value] : rows) {
    ++grouped.begins[actor.index() + 1];
    grouped.values.push_back(std::move(value));
  }
  std::partial_sum(grouped.begins.begin(), grouped.begins.end(), grouped.begins.begin());
  return grouped;
}

std::string_view first_value(std::string_view cell) { return cell.substr(0, cell.find(" | ")); }

}  // namespace

std::string not_known(std::string_view what, std::string_view found) {
  return std::string(what) + " '" + std::string(found) + "' is not known";
}

bool read_dates(std::string_view from, std::string_view to, Validity& valid) {
  valid.from = parse_date(from);
  valid.to = parse_date(to);
  return (from.empty() || valid.from) && (to.empty() || valid.to);
}

Name name_of(std::string_view text, ActorId actor, NameKind kind) {
  Name name;
  name.ambiguous = text.ends_with('~');
  if (name.ambiguous) text.remove_suffix(1);
  name.text = text;
  name.actor = actor;
  name.kind = kind;
  return name;
}

Result<std::unique_ptr<ActorTables>> ActorTables::load(const std::filesystem::path& folder,
                                                       std::span<const std::filesystem::path> own) {
  auto tables = std::make_unique<ActorTables>();
  tables->actors.reserve(16000);
  tables->by_id.reserve(16000);
  tables->names.reserve(40000);
  TableLoader loader(*tables);
  auto error = loader.read_shipped(folder);
  if (!error && !own.empty()) error = loader.read_own(own);
  if (!error) error = loader.finish();
  if (error) return tl::make_unexpected(std::move(*error));
  return tables;
}

std::optional<Error> TableLoader::read_shipped(const std::filesystem::path& folder) {
  struct Relations {
    std::string_view file;
    std::string_view header;
    std::string (TableLoader::*read)(const Row& row);
  };
  const auto read_rows = [&](const Relations& relations) -> std::optional<Error> {
    Result<Table> table = Table::read(folder / relations.file, relations.header);
    if (!table) return table.error();
    out.texts.push_back(table->text());
    return each_row(*table, [&](const Row& row) { return (this->*relations.read)(row); });
  };
  for (const ActorTable& table : kBodies)
    if (auto error = read_actors(folder, table)) return error;
  if (auto error = read_rows(
          {"metonyms.tsv", "term kind country institution valid_from valid_to source", &TableLoader::read_metonym}))
    return error;
  for (const ActorTable& table : kOthers)
    if (auto error = read_actors(folder, table)) return error;
  out.given_index.reserve(9000);
  constexpr std::array<Relations, 6> kRelations = {
      {{"offices.tsv", "person title class of valid_from valid_to end source", &TableLoader::read_office},
       {"memberships.tsv", "organisation member role valid_from valid_to source", &TableLoader::read_membership},
       {"titles.tsv", "title class office body country gender source", &TableLoader::read_title},
       {"role_nouns.tsv", "noun plural class body state source", &TableLoader::read_role_noun},
       {"person_names.tsv", "name gender source", &TableLoader::read_given_name},
       {"spellings.tsv", "from kind to source", &TableLoader::read_spelling}}};
  for (const Relations& relations : kRelations)
    if (auto error = read_rows(relations)) return error;
  return std::nullopt;
}

// Actors.
// --------------------------------------------------------------------------------------------------------------

std::optional<Error> TableLoader::read_actors(const std::filesystem::path& folder, const ActorTable& description) {
  Result<Table> table = Table::read(folder / description.file, description.header);
  if (!table) return table.error();
  out.texts.push_back(table->text());
  return each_row(*table, [&](const Row& row) { return read_actor(row, description, *table); });
}

std::string TableLoader::read_actor(const Row& row, const ActorTable& description, const Table& table) {
  Actor actor;
  actor.id = row[Column::Id];
  actor.name = row[Column::Name];
  actor.official_name = row[Column::OfficialName];
  actor.family_name = first_value(row[Column::Family]);
  actor.iso3 = row[Column::Iso3];
  actor.wikidata = row[Column::Wikidata];
  actor.type = description.type;
  actor.gender = row[Column::Gender].empty() ? char{0} : row[Column::Gender].front();
  if (description.kind) {
    actor.kind = *description.kind;
  } else {
    const Column column = description.type == NodeType::Country ? Column::Status : Column::Kind;
    const auto kind = actor_kind_of(row[column]);
    if (!kind) return not_known(name(column), row[column]);
    actor.kind = *kind;
  }
  const std::string_view from = row[Column::ValidFrom].empty() ? row[Column::Signed] : row[Column::ValidFrom];
  if (!read_dates(from, row[Column::ValidTo], actor.valid)) return "a date is none";
  std::string reason = set_country(row[Column::Country], actor);
  if (!reason.empty()) return reason;
  ActorId id;
  reason = add_actor(actor, id);
  if (!reason.empty()) return reason;
  const auto wait = [&](std::vector<Pending>& pending, Column column, std::string_view what) {
    if (row[column].empty()) return;
    for_each_value(row[column], [&](std::string_view value) { pending.push_back({id, value, what, table.where()}); });
  };
  wait(pending_parents_, Column::Parent, "parent");
  wait(pending_successors_, Column::Successors, "successor");
  wait(pending_parties_, Column::Parties, "party");
  if (actor.type == NodeType::Country && !actor.iso3.empty()) out.by_iso3.emplace(actor.iso3, id);
  add_names_of(row, id);
  if (actor.kind == ActorKind::Media) add_publisher_names(row, id);
  add_families(row[Column::Family], id);
  return {};
}

ActorId TableLoader::find(std::string_view id) const {
  const auto found = out.by_id.find(id);
  return found == out.by_id.end() ? ActorId() : found->second;
}

std::string TableLoader::find_cell(const Row& row, Column column, ActorId& actor) const {
  actor = find(row[column]);
  return row[column].empty() || actor.valid() ? std::string() : not_known(name(column), row[column]);
}

std::string TableLoader::set_country(std::string_view id, Actor& actor) const {
  if (id.empty()) return {};
  actor.country = find(id);
  if (!actor.country.valid()) return not_known("country", id);
  actor.iso3 = out.actors[actor.country.index()].iso3;
  return {};
}

std::string TableLoader::add_actor(Actor actor, ActorId& id) {
  if (actor.name.ends_with('~')) actor.name.remove_suffix(1);
  id = ActorId(out.actors.size());
  if (actor.id.empty()) return "no id";
  if (!out.by_id.emplace(actor.id, id).second) return "the id '" + std::string(actor.id) + "' is taken";
  out.actors.push_back(actor);
  return {};
}

void TableLoader::add_names_of(const Row& row, ActorId id) {
  for (const auto& [column, kind] : kNameColumns) add_names(row[column], id, kind);
}

void TableLoader::add_names(std::string_view cell, ActorId actor, NameKind kind) {
  for_each_value(cell, [&](std::string_view value) {
    const Name name = name_of(value, actor, kind);
    if (!name.text.empty()) out.names.push_back(name);
  });
}

void TableLoader::add_families(std::string_view cell, ActorId person) {
  for_each_value(cell, [&](std::string_view value) {
    out.families.push_back({value, person});
    // "al-Assad" is also called "Assad".
    for (std::string_view article : {"al-", "Al-", "el-", "El-", "Al ", "al ", "bin "}) {
      if (value.starts_with(article)) out.families.push_back({value.substr(article.size()), person});
    }
  });
}

void TableLoader::add_publisher_names(const Row& row, ActorId id) {
  for (const Column column : {Column::Name, Column::Aliases, Column::Domains}) {
    for_each_value(row[column], [&](std::string_view text) {
      if (text.ends_with('~')) text.remove_suffix(1);
      out.publisher_index.add(text, static_cast<std::uint32_t>(out.publishers.size()));
      out.publishers.push_back(id);
    });
  }
}

// Relations and words.
// -------------------------------------------------------------------------------------------------

std::string TableLoader::read_metonym(const Row& row) {
  const auto kind = metonym_kind_of(row[Column::Kind]);
  if (!kind) return not_known("kind", row[Column::Kind]);
  ActorId country;
  ActorId institution;
  std::string reason = find_cell(row, Column::Country, country);
  if (reason.empty()) reason = find_cell(row, Column::Institution, institution);
  if (!reason.empty()) return reason;
  if (!country.valid() && !institution.valid()) return "neither country nor institution";
  Name name = name_of(row[Column::Term], country.valid() ? country : institution, *kind);
  name.institution = institution;
  if (!read_dates(row[Column::ValidFrom], row[Column::ValidTo], name.valid)) return "a date is none";
  if (!name.text.empty()) out.names.push_back(name);
  return {};
}

std::string TableLoader::read_office(const Row& row) {
  Office office;
  office.title = row[Column::Title];
  std::string reason = find_cell(row, Column::Person, office.person);
  if (reason.empty()) reason = find_cell(row, Column::Of, office.of);
  if (!reason.empty()) return reason;
  const auto office_class = office_class_of(row[Column::Class]);
  const auto end = office_end_of(row[Column::End]);
  if (!office_class) return not_known("class", row[Column::Class]);
  if (!office.of.valid() || !office.person.valid()) return "neither person nor country may be empty";
  if (!end) return not_known("end", row[Column::End]);
  if (!read_dates(row[Column::ValidFrom], row[Column::ValidTo], office.held)) return "a date is none";
  office.office_class = *office_class;
  office.end = *end;
  offices_.emplace_back(office.person, office);
  return {};
}

std::string TableLoader::read_membership(const Row& row) {
  Membership membership;
  membership.role = row[Column::Role];
  std::string reason = find_cell(row, Column::Organisation, membership.organisation);
  if (reason.empty()) reason = find_cell(row, Column::Member, membership.member);
  if (!reason.empty()) return reason;
  if (!membership.organisation.valid() || !membership.member.valid())
    return "neither organisation nor member may be empty";
  if (!read_dates(row[Column::ValidFrom], row[Column::ValidTo], membership.valid)) return "a date is none";
  memberships_.emplace_back(membership.organisation, membership);
  return {};
}

std::string TableLoader::read_title(const Row& row) {
  Title title;
  title.text = row[Column::Title];
  const auto title_class = title_class_of(row[Column::Class]);
  const auto body = body_kind_of(row[Column::Body]);
  if (!title_class) return not_known("class", row[Column::Class]);
  if (!body) return not_known("body", row[Column::Body]);
  title.title_class = *title_class;
  title.body = *body;
  title.office = office_class_of(row[Column::Office]);
  if (!row[Column::Office].empty() && !title.office) return not_known("office", row[Column::Office]);
  if (title.title_class == TitleClass::Spokesperson) title.office = OfficeClass::Spokesperson;
  std::string reason = find_cell(row, Column::Country, title.country);
  if (!reason.empty()) return reason;
  title.gender = gender_of(row[Column::Gender]);
  out.title_index.add(title.text, static_cast<std::uint32_t>(out.titles.size()));
  out.titles.push_back(title);
  return {};
}

std::string TableLoader::read_role_noun(const Row& row) {
  RoleNoun noun;
  noun.singular = row[Column::Noun];
  noun.plural = row[Column::Plural];
  const auto role_class = role_class_of(row[Column::Class]);
  const auto body = body_kind_of(row[Column::Body]);
  if (!role_class) return not_known("class", row[Column::Class]);
  if (!body) return not_known("body", row[Column::Body]);
  noun.role_class = *role_class;
  noun.body = *body;
  noun.is_state = row[Column::State] == "yes";
  const auto value = static_cast<std::uint32_t>(2 * out.role_nouns.size());
  out.role_index.add(noun.singular, value);
  if (!noun.plural.empty() && noun.plural != noun.singular) out.role_index.add(noun.plural, value + 1);
  out.role_nouns.push_back(noun);
  return {};
}

std::string TableLoader::read_given_name(const Row& row) {
  const auto gender = gender_of(row[Column::Gender]);
  if (!gender) return not_known("gender", row[Column::Gender]);
  out.given_index.add(row[Column::Name], static_cast<std::uint32_t>(out.given_genders.size()));
  out.given_genders.push_back(*gender);
  return {};
}

std::string TableLoader::read_spelling(const Row& row) {
  if (row[Column::Kind] == "word") {
    out.spellings.add_word(row[Column::From], row[Column::To]);
  } else if (row[Column::Kind] == "letters") {
    out.spellings.add_letters(row[Column::From], row[Column::To]);
  } else {
    return not_known("kind", row[Column::Kind]);
  }
  return {};
}

// What could only be done when all was read.
// ---------------------------------------------------------------------------

std::optional<Error> TableLoader::finish() {
  std::vector<std::pair<ActorId, ActorId>> parents;
  if (auto error = resolve(pending_parents_, parents)) return error;
  for (const auto& [actor, parent] : parents) {
    Actor& child = out.actors[actor.index()];
    (child.type == NodeType::Country ? child.country : child.parent) = parent;
  }
  if (auto error = resolve(pending_successors_, successors_)) return error;
  if (auto error = resolve(pending_parties_, parties_)) return error;
  if (!merges_.empty()) follow_merges();
  std::sort(out.merged_ids.begin(), out.merged_ids.end());
  std::sort(out.never_merged.begin(), out.never_merged.end());
  out.successors = group(std::move(successors_), out.actors.size());
  out.parties = group(std::move(parties_), out.actors.size());
  index_names();
  index_spellings();
  group_offices();
  group_memberships();
  return std::nullopt;
}

std::optional<Error> TableLoader::resolve(const std::vector<Pending>& pending,
                                          std::vector<std::pair<ActorId, ActorId>>& pairs) {
  for (const Pending& one : pending) {
    const ActorId found = find(one.id);
    if (!found.valid()) return failure(ErrorCode::Parse, one.where, not_known(one.what, one.id)).value();
    pairs.emplace_back(one.actor, found);
  }
  return std::nullopt;
}

void TableLoader::follow_merges() {
  std::vector<ActorId> became(out.actors.size());
  for (std::size_t i = 0; i < became.size(); ++i) became[i] = ActorId(i);
  for (const auto& [from, to] : merges_) {
    const ActorId dropped = became[from.index()];
    const ActorId kept = became[to.index()];
    std::replace(became.begin(), became.end(), dropped, kept);
  }
  const auto follow = [&](ActorId& id) {
    if (id.valid()) id = became[id.index()];
  };
  for (Actor& actor : out.actors) {
    follow(actor.country);
    follow(actor.parent);
  }
  for (auto& entry : out.by_id) follow(entry.second);
  for (auto& entry : out.by_iso3) follow(entry.second);
  for (Name& name : out.names) {
    follow(name.actor);
    follow(name.institution);
  }
  for (auto& [person, office] : offices_) {
    follow(person);
    follow(office.person);
    follow(office.of);
  }
  for (auto& [organisation, membership] : memberships_) {
    follow(organisation);
    follow(membership.organisation);
    follow(membership.member);
  }
  for (auto* pairs : {&successors_, &parties_}) {
    for (auto& [actor, other] : *pairs) {
      follow(actor);
      follow(other);
    }
  }
  for (FamilyName& family : out.families) follow(family.person);
  for (ActorId& id : out.publishers) follow(id);
  for (Title& title : out.titles) follow(title.country);
  for (auto& merged : out.merged_ids) follow(merged.first);
}

/// A user's names come before the shipped ones of the same spelling. Names without an actor were taken away.
void TableLoader::index_names() {
  const std::size_t own = std::min(shipped_names_, out.names.size());
  std::rotate(out.names.begin(), out.names.begin() + static_cast<std::ptrdiff_t>(own), out.names.end());
  std::erase_if(out.names, [](const Name& name) { return !name.actor.valid(); });
  out.name_index.reserve(out.names.size());
  std::vector<std::pair<ActorId, std::uint32_t>> names;
  names.reserve(out.names.size());
  for (std::uint32_t i = 0; i < out.names.size(); ++i) {
    out.name_index.add(out.names[i].text, i);
    names.emplace_back(out.names[i].actor, i);
  }
  out.names_of = group(std::move(names), out.actors.size());
}

/// Names of persons by their spelling keys, and family names also as they are. Of shipped names those that only ICU can
/// read in Latin letters have no key: to ask it once would cost more than all others.
void TableLoader::index_spellings() {
  std::string key;
  key.reserve(64);
  out.spelled_persons.reserve(out.families.size());
  out.spelled_families.reserve(out.families.size());
  out.family_index.reserve(out.families.size());
  const auto has_key = [this](std::string_view name) { return shipped_names_ != SIZE_MAX || is_common_latin(name); };
  for (std::uint32_t i = 0; i < out.names.size(); ++i) {
    const Name& name = out.names[i];
    if (out.actors[name.actor.index()].kind != ActorKind::Person || name.text.find(' ') == std::string_view::npos ||
        !has_key(name.text))
      continue;
    key.clear();
    out.spellings.append_key(name.text, key);
    out.spelled_persons.add(key, i);
  }
  out.spelled_persons.sort();
  for (std::uint32_t i = 0; i < out.families.size(); ++i) {
    out.family_index.add(out.families[i].text, i);
  }
  for (std::uint32_t i = 0; i < out.families.size(); ++i) {
    if (!has_key(out.families[i].text)) continue;
    key.clear();
    out.spellings.append_key(out.families[i].text, key);
    out.spelled_families.add(key, i);
  }
  out.spelled_families.sort();
}

void TableLoader::group_offices() {
  std::stable_sort(offices_.begin(), offices_.end(),
                   [](const auto& a, const auto& b) { return a.second.held.from < b.second.held.from; });
  out.offices = group(std::move(offices_), out.actors.size());
  out.offices_held.resize(out.offices.values.size());
  std::iota(out.offices_held.begin(), out.offices_held.end(), 0U);
  const auto key = [this](std::uint32_t i) {
    const Office& office = out.offices.values[i];
    return std::tuple(office.of, office.office_class, office.held.from, office.person, i);
  };
  std::sort(out.offices_held.begin(), out.offices_held.end(),
            [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
}

void TableLoader::group_memberships() {
  out.members = group(std::move(memberships_), out.actors.size());
  std::vector<std::pair<ActorId, std::uint32_t>> by_member;
  by_member.reserve(out.members.values.size());
  for (std::uint32_t i = 0; i < out.members.values.size(); ++i) by_member.emplace_back(out.members.values[i].member, i);
  out.memberships = group(std::move(by_member), out.actors.size());
}

}  // namespace entente
