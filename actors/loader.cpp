#include <algorithm>
#include <array>
#include <numeric>
#include <tuple>
#include <utility>

#include "entente/actors/table.h"
#include "entente/actors/tables.h"

namespace entente {

namespace {

using Row = std::vector<std::string_view>;

template <class Value>
using Spelling = std::pair<std::string_view, Value>;

constexpr auto kKinds = std::to_array<Spelling<ActorKind>>({
    {"state", ActorKind::State},
    {"territory", ActorKind::Territory},
    {"de-facto", ActorKind::DeFacto},
    {"former", ActorKind::FormerState},
    {"igo", ActorKind::Igo},
    {"igo-body", ActorKind::IgoBody},
    {"alliance", ActorKind::Alliance},
    {"forum", ActorKind::Forum},
    {"peacekeeping", ActorKind::Peacekeeping},
    {"government", ActorKind::Government},
    {"intelligence", ActorKind::Intelligence},
    {"military", ActorKind::Military},
    {"legislature", ActorKind::Legislature},
    {"court", ActorKind::Court},
    {"central-bank", ActorKind::CentralBank},
    {"party", ActorKind::Party},
    {"militant", ActorKind::Militant},
    {"religious", ActorKind::Religious},
    {"ngo", ActorKind::Ngo},
    {"company", ActorKind::Company},
    {"city", ActorKind::City},
    {"region", ActorKind::Region},
    {"sea", ActorKind::Sea},
    {"site", ActorKind::Site},
    {"agency", ActorKind::Media},
    {"newspaper", ActorKind::Media},
    {"broadcaster", ActorKind::Media},
});

constexpr auto kOfficeClasses = std::to_array<Spelling<OfficeClass>>({
    {"head-of-state", OfficeClass::HeadOfState},
    {"head-of-government", OfficeClass::HeadOfGovernment},
    {"deputy-head-of-government", OfficeClass::DeputyHeadOfGovernment},
    {"vice-president", OfficeClass::VicePresident},
    {"foreign-minister", OfficeClass::ForeignMinister},
    {"defence-minister", OfficeClass::DefenceMinister},
    {"finance-minister", OfficeClass::FinanceMinister},
    {"interior-minister", OfficeClass::InteriorMinister},
    {"justice-minister", OfficeClass::JusticeMinister},
    {"trade-minister", OfficeClass::TradeMinister},
    {"energy-minister", OfficeClass::EnergyMinister},
    {"central-bank", OfficeClass::CentralBank},
    {"security", OfficeClass::Security},
    {"head-of-organisation", OfficeClass::HeadOfOrganisation},
    {"ambassador", OfficeClass::Ambassador},
    {"military", OfficeClass::Military},
    {"spokesperson", OfficeClass::Spokesperson},
    {"leader", OfficeClass::Leader},
    {"other", OfficeClass::Other},
});

constexpr auto kOfficeEnds = std::to_array<Spelling<OfficeEnd>>({{"stated", OfficeEnd::Stated},
                                                                 {"inferred", OfficeEnd::Inferred},
                                                                 {"open", OfficeEnd::Open},
                                                                 {"last-seen", OfficeEnd::LastSeen}});

constexpr auto kBodies = std::to_array<Spelling<BodyKind>>({{"", BodyKind::None},
                                                            {"state", BodyKind::State},
                                                            {"ministry", BodyKind::Ministry},
                                                            {"military", BodyKind::Military},
                                                            {"legislature", BodyKind::Legislature},
                                                            {"court", BodyKind::Court},
                                                            {"organisation", BodyKind::Organisation},
                                                            {"religious", BodyKind::Religious},
                                                            {"monarchy", BodyKind::Monarchy},
                                                            {"party", BodyKind::Party},
                                                            {"media", BodyKind::Media}});

constexpr auto kTitleClasses = std::to_array<Spelling<TitleClass>>({{"honorific", TitleClass::Honorific},
                                                                    {"military-rank", TitleClass::MilitaryRank},
                                                                    {"office", TitleClass::Office},
                                                                    {"spokesperson", TitleClass::Spokesperson},
                                                                    {"royal", TitleClass::Royal}});

constexpr auto kRoleClasses = std::to_array<Spelling<RoleClass>>(
    {{"body", RoleClass::Body}, {"group", RoleClass::Group}, {"role", RoleClass::Role}});

constexpr auto kMetonymKinds = std::to_array<Spelling<NameKind>>({{"capital", NameKind::Capital},
                                                                  {"seat", NameKind::Seat},
                                                                  {"building", NameKind::Building},
                                                                  {"other", NameKind::Alias}});

constexpr auto kGenders =
    std::to_array<Spelling<Gender>>({{"f", Gender::Female}, {"m", Gender::Male}, {"u", Gender::Either}});

template <class Value, std::size_t N>
std::optional<Value> spelled(const std::array<Spelling<Value>, N>& spellings, std::string_view text) {
  for (const auto& [spelling, value] : spellings) {
    if (spelling == text) return value;
  }
  return std::nullopt;
}

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

}  // namespace

/// Reads table after table; each may name ids of those before it.
struct TableLoader {
  ActorTables& out;
  std::filesystem::path folder;
  std::vector<std::pair<ActorId, ActorId>> successors{};
  std::vector<std::pair<ActorId, ActorId>> parties{};
  std::vector<std::pair<ActorId, std::string_view>> parents{};  // to be found when all ids are known
  std::vector<std::pair<ActorId, std::string_view>> pending_successors{};

  template <class Read>
  std::optional<Error> each_row(std::string_view file, std::string_view header, Read read) {
    Result<Table> table = Table::read(folder / file, header);
    if (!table) return table.error();
    out.texts.push_back(table->text());
    Row row;
    for (;;) {
      const Result<bool> more = table->next(row);
      if (!more) return more.error();
      if (!*more) return std::nullopt;
      const std::string reason = read(row);
      if (!reason.empty()) return table->fault(reason).value();
    }
  }

  static std::string not_known(std::string_view what, std::string_view found) {
    return std::string(what) + " '" + std::string(found) + "' is not known";
  }

  static bool read_dates(std::string_view from, std::string_view to, Validity& valid) {
    valid.from = parse_date(from);
    valid.to = parse_date(to);
    return (from.empty() || valid.from) && (to.empty() || valid.to);
  }

  ActorId find(std::string_view id) const {
    const auto found = out.by_id.find(id);
    return found == out.by_id.end() ? ActorId() : found->second;
  }

  /// A listed name; "~" at its end marks it as ambiguous.
  Name name_of(std::string_view text, ActorId actor, NameKind kind) const {
    Name name;
    name.ambiguous = text.ends_with('~');
    if (name.ambiguous) text.remove_suffix(1);
    name.text = text;
    name.actor = actor;
    name.kind = kind;
    return name;
  }

  void add_name(const Name& name) {
    if (name.text.empty()) return;
    out.name_index.add(name.text, static_cast<std::uint32_t>(out.names.size()));
    out.names.push_back(name);
  }

  void add_names(std::string_view cell, ActorId actor, NameKind kind) {
    for_each_value(cell, [&](std::string_view value) { add_name(name_of(value, actor, kind)); });
  }

  /// The actor's id and place among the actors; a reason if the id is taken.
  std::string add_actor(Actor actor, ActorId& id) {
    if (actor.name.ends_with('~')) actor.name.remove_suffix(1);
    id = ActorId(out.actors.size());
    if (actor.id.empty()) return "no id";
    if (!out.by_id.emplace(actor.id, id).second) return "the id '" + std::string(actor.id) + "' is taken";
    out.actors.push_back(actor);
    return {};
  }

  std::optional<Error> countries() {
    return each_row("countries.tsv",
                    "id name official_name iso2 iso3 wikidata aliases abbreviations demonym demonym_plural adjectives "
                    "status parent valid_from "
                    "valid_to successors source",
                    [this](const Row& row) -> std::string {
                      const auto kind = spelled(kKinds, row[11]);
                      if (!kind) return not_known("status", row[11]);
                      Actor actor;
                      actor.id = row[0];
                      actor.name = row[1];
                      actor.official_name = row[2];
                      actor.iso3 = row[4];
                      actor.wikidata = row[5];
                      actor.type = NodeType::Country;
                      actor.kind = *kind;
                      if (!read_dates(row[13], row[14], actor.valid)) return "a date is none";
                      ActorId id;
                      std::string reason = add_actor(actor, id);
                      if (!reason.empty()) return reason;
                      if (!row[12].empty()) parents.emplace_back(id, row[12]);
                      for_each_value(row[15],
                                     [&](std::string_view value) { pending_successors.emplace_back(id, value); });
                      if (!actor.iso3.empty()) out.by_iso3.emplace(actor.iso3, id);
                      add_name(name_of(row[1], id, NameKind::Name));
                      add_names(row[2], id, NameKind::OfficialName);
                      add_names(row[6], id, NameKind::Alias);
                      add_names(row[7], id, NameKind::Abbreviation);
                      add_names(row[8], id, NameKind::DemonymNoun);
                      add_names(row[9], id, NameKind::DemonymPlural);
                      add_names(row[10], id, NameKind::DemonymAdjective);
                      return {};
                    });
  }

  std::string set_country(std::string_view id, Actor& actor) const {
    if (id.empty()) return {};
    actor.country = find(id);
    if (!actor.country.valid()) return not_known("country", id);
    actor.iso3 = out.actors[actor.country.index()].iso3;
    return {};
  }

  std::optional<Error> organisations() {
    return each_row("organisations.tsv", "id name aliases abbreviations kind country parent valid_from valid_to source",
                    [this](const Row& row) -> std::string {
                      const auto kind = spelled(kKinds, row[4]);
                      if (!kind) return not_known("kind", row[4]);
                      Actor actor;
                      actor.id = row[0];
                      actor.name = row[1];
                      actor.type = NodeType::Organisation;
                      actor.kind = *kind;
                      if (!read_dates(row[7], row[8], actor.valid)) return "a date is none";
                      std::string reason = set_country(row[5], actor);
                      if (!reason.empty()) return reason;
                      ActorId id;
                      reason = add_actor(actor, id);
                      if (!reason.empty()) return reason;
                      if (!row[6].empty()) parents.emplace_back(id, row[6]);
                      add_name(name_of(row[1], id, NameKind::Name));
                      add_names(row[2], id, NameKind::Alias);
                      add_names(row[3], id, NameKind::Abbreviation);
                      return {};
                    });
  }

  void add_publisher_name(std::string_view text, ActorId id) {
    if (text.ends_with('~')) text.remove_suffix(1);
    out.publisher_index.add(text, static_cast<std::uint32_t>(out.publishers.size()));
    out.publishers.push_back(id);
  }

  std::optional<Error> publishers() {
    return each_row("publishers.tsv", "id name aliases kind country domains source",
                    [this](const Row& row) -> std::string {
                      Actor actor;
                      actor.id = row[0];
                      actor.name = row[1];
                      actor.type = NodeType::Organisation;
                      actor.kind = ActorKind::Media;
                      if (row[3] != "site" && spelled(kKinds, row[3]) != ActorKind::Media)
                        return not_known("kind", row[3]);
                      std::string reason = set_country(row[4], actor);
                      if (!reason.empty()) return reason;
                      ActorId id;
                      reason = add_actor(actor, id);
                      if (!reason.empty()) return reason;
                      add_name(name_of(row[1], id, NameKind::Name));
                      add_names(row[2], id, NameKind::Alias);
                      add_publisher_name(row[1], id);
                      for_each_value(row[2], [&](std::string_view value) { add_publisher_name(value, id); });
                      for_each_value(row[5], [&](std::string_view value) { add_publisher_name(value, id); });
                      return {};
                    });
  }

  std::optional<Error> places() {
    return each_row("places.tsv", "id name aliases demonym demonym_plural adjectives kind country source",
                    [this](const Row& row) -> std::string {
                      const auto kind = spelled(kKinds, row[6]);
                      if (!kind) return not_known("kind", row[6]);
                      Actor actor;
                      actor.id = row[0];
                      actor.name = row[1];
                      actor.type = NodeType::Place;
                      actor.kind = *kind;
                      std::string reason = set_country(row[7], actor);
                      if (!reason.empty()) return reason;
                      ActorId id;
                      reason = add_actor(actor, id);
                      if (!reason.empty()) return reason;
                      add_name(name_of(row[1], id, NameKind::Name));
                      add_names(row[2], id, NameKind::Alias);
                      add_names(row[3], id, NameKind::DemonymNoun);
                      add_names(row[4], id, NameKind::DemonymPlural);
                      add_names(row[5], id, NameKind::DemonymAdjective);
                      return {};
                    });
  }

  std::optional<Error> metonyms() {
    return each_row("metonyms.tsv", "term kind country institution valid_from valid_to source",
                    [this](const Row& row) -> std::string {
                      const auto kind = spelled(kMetonymKinds, row[1]);
                      if (!kind) return not_known("kind", row[1]);
                      const ActorId country = find(row[2]);
                      const ActorId institution = find(row[3]);
                      if (!row[2].empty() && !country.valid()) return not_known("country", row[2]);
                      if (!row[3].empty() && !institution.valid()) return not_known("institution", row[3]);
                      if (!country.valid() && !institution.valid()) return "neither country nor institution";
                      Name name = name_of(row[0], country.valid() ? country : institution, *kind);
                      name.institution = institution;
                      if (!read_dates(row[4], row[5], name.valid)) return "a date is none";
                      add_name(name);
                      return {};
                    });
  }

  std::optional<Error> agreements() {
    return each_row("agreements.tsv", "id name aliases abbreviations parties signed valid_from valid_to status source",
                    [this](const Row& row) -> std::string {
                      Actor actor;
                      actor.id = row[0];
                      actor.name = row[1];
                      actor.type = NodeType::Agreement;
                      actor.kind = ActorKind::Agreement;
                      if (!read_dates(row[6].empty() ? row[5] : row[6], row[7], actor.valid)) return "a date is none";
                      ActorId id;
                      std::string reason = add_actor(actor, id);
                      for_each_value(row[4], [&](std::string_view value) {
                        const ActorId party = find(value);
                        if (party.valid()) {
                          parties.emplace_back(id, party);
                        } else {
                          reason = not_known("party", value);
                        }
                      });
                      if (!reason.empty()) return reason;
                      add_name(name_of(row[1], id, NameKind::Name));
                      add_names(row[2], id, NameKind::Alias);
                      add_names(row[3], id, NameKind::Abbreviation);
                      return {};
                    });
  }

  std::optional<Error> officials() {
    return each_row("officials.tsv", "id name family aliases country gender wikidata source",
                    [this](const Row& row) -> std::string {
                      Actor actor;
                      actor.id = row[0];
                      actor.name = row[1];
                      actor.family_name = row[2].substr(0, row[2].find(" | "));
                      actor.wikidata = row[6];
                      actor.type = NodeType::Official;
                      actor.kind = ActorKind::Person;
                      actor.gender = row[5].empty() ? char{0} : row[5].front();
                      std::string reason = set_country(row[4], actor);
                      if (!reason.empty()) return reason;
                      ActorId id;
                      reason = add_actor(actor, id);
                      if (!reason.empty()) return reason;
                      add_name(name_of(row[1], id, NameKind::Name));
                      add_names(row[3], id, NameKind::Alias);
                      for_each_value(row[2], [&](std::string_view value) {
                        add_family(value, id);
                        // "al-Assad" is also called "Assad".
                        for (std::string_view article : {"al-", "Al-", "el-", "El-", "Al ", "al ", "bin "}) {
                          if (value.starts_with(article)) add_family(value.substr(article.size()), id);
                        }
                      });
                      return {};
                    });
  }

  void add_family(std::string_view text, ActorId person) {
    out.family_index.add(text, static_cast<std::uint32_t>(out.families.size()));
    out.families.push_back(person);
  }

  std::optional<Error> offices() {
    std::vector<std::pair<ActorId, Office>> rows;
    auto error = each_row("offices.tsv", "person title class of valid_from valid_to end source",
                          [&](const Row& row) -> std::string {
                            Office office;
                            office.person = find(row[0]);
                            office.title = row[1];
                            office.of = find(row[3]);
                            const auto office_class = spelled(kOfficeClasses, row[2]);
                            const auto end = spelled(kOfficeEnds, row[6]);
                            if (!office.person.valid()) return not_known("person", row[0]);
                            if (!office_class) return not_known("class", row[2]);
                            if (!office.of.valid()) return not_known("country or organisation", row[3]);
                            if (!end) return not_known("end", row[6]);
                            if (!read_dates(row[4], row[5], office.held)) return "a date is none";
                            office.office_class = *office_class;
                            office.end = *end;
                            rows.emplace_back(office.person, office);
                            return {};
                          });
    if (error) return error;
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto& a, const auto& b) { return a.second.held.from < b.second.held.from; });
    out.offices = group(std::move(rows), out.actors.size());
    out.offices_held.resize(out.offices.values.size());
    std::iota(out.offices_held.begin(), out.offices_held.end(), 0U);
    const auto key = [this](std::uint32_t i) {
      const Office& office = out.offices.values[i];
      return std::tuple(office.of, office.office_class, office.held.from, office.person, i);
    };
    std::sort(out.offices_held.begin(), out.offices_held.end(),
              [&](std::uint32_t a, std::uint32_t b) { return key(a) < key(b); });
    return std::nullopt;
  }

  std::optional<Error> memberships() {
    std::vector<std::pair<ActorId, Membership>> rows;
    auto error = each_row("memberships.tsv", "organisation member role valid_from valid_to source",
                          [&](const Row& row) -> std::string {
                            Membership membership;
                            membership.organisation = find(row[0]);
                            membership.member = find(row[1]);
                            membership.role = row[2];
                            if (!membership.organisation.valid()) return not_known("organisation", row[0]);
                            if (!membership.member.valid()) return not_known("member", row[1]);
                            if (!read_dates(row[3], row[4], membership.valid)) return "a date is none";
                            rows.emplace_back(membership.organisation, membership);
                            return {};
                          });
    if (error) return error;
    out.members = group(std::move(rows), out.actors.size());
    std::vector<std::pair<ActorId, std::uint32_t>> by_member;
    by_member.reserve(out.members.values.size());
    for (std::uint32_t i = 0; i < out.members.values.size(); ++i)
      by_member.emplace_back(out.members.values[i].member, i);
    out.memberships = group(std::move(by_member), out.actors.size());
    return std::nullopt;
  }

  std::optional<Error> titles() {
    return each_row("titles.tsv", "title class office body country gender source",
                    [this](const Row& row) -> std::string {
                      Title title;
                      title.text = row[0];
                      const auto title_class = spelled(kTitleClasses, row[1]);
                      const auto body = spelled(kBodies, row[3]);
                      if (!title_class) return not_known("class", row[1]);
                      if (!body) return not_known("body", row[3]);
                      title.title_class = *title_class;
                      title.body = *body;
                      title.office = spelled(kOfficeClasses, row[2]);
                      if (!row[2].empty() && !title.office) return not_known("office", row[2]);
                      if (title.title_class == TitleClass::Spokesperson) title.office = OfficeClass::Spokesperson;
                      title.country = find(row[4]);
                      if (!row[4].empty() && !title.country.valid()) return not_known("country", row[4]);
                      title.gender = spelled(kGenders, row[5]);
                      out.title_index.add(title.text, static_cast<std::uint32_t>(out.titles.size()));
                      out.titles.push_back(title);
                      return {};
                    });
  }

  std::optional<Error> role_nouns() {
    return each_row("role_nouns.tsv", "noun plural class body state source", [this](const Row& row) -> std::string {
      RoleNoun noun;
      noun.singular = row[0];
      noun.plural = row[1];
      const auto role_class = spelled(kRoleClasses, row[2]);
      const auto body = spelled(kBodies, row[3]);
      if (!role_class) return not_known("class", row[2]);
      if (!body) return not_known("body", row[3]);
      noun.role_class = *role_class;
      noun.body = *body;
      noun.is_state = row[4] == "yes";
      const auto value = static_cast<std::uint32_t>(2 * out.role_nouns.size());
      out.role_index.add(noun.singular, value);
      if (!noun.plural.empty() && noun.plural != noun.singular) out.role_index.add(noun.plural, value + 1);
      out.role_nouns.push_back(noun);
      return {};
    });
  }

  std::optional<Error> given_names() {
    out.given_index.reserve(9000);
    return each_row("person_names.tsv", "name gender source", [this](const Row& row) -> std::string {
      const auto gender = spelled(kGenders, row[1]);
      if (!gender) return not_known("gender", row[1]);
      out.given_index.add(row[0], static_cast<std::uint32_t>(out.given_genders.size()));
      out.given_genders.push_back(*gender);
      return {};
    });
  }

  /// What could only be found when all ids were known.
  std::optional<Error> finish() {
    for (const auto& [actor, parent_id] : parents) {
      const ActorId parent = find(parent_id);
      if (!parent.valid()) {
        return failure(ErrorCode::Parse, folder.string(),
                       std::string(out.actors[actor.index()].id) + ": " + not_known("parent", parent_id))
            .value();
      }
      (out.actors[actor.index()].type == NodeType::Country ? out.actors[actor.index()].country
                                                           : out.actors[actor.index()].parent) = parent;
    }
    for (const auto& [actor, successor_id] : pending_successors) {
      const ActorId successor = find(successor_id);
      if (!successor.valid()) {
        return failure(ErrorCode::Parse, folder.string(),
                       std::string(out.actors[actor.index()].id) + ": " + not_known("successor", successor_id))
            .value();
      }
      successors.emplace_back(actor, successor);
    }
    out.successors = group(std::move(successors), out.actors.size());
    out.parties = group(std::move(parties), out.actors.size());
    std::vector<std::pair<ActorId, std::uint32_t>> names;
    names.reserve(out.names.size());
    for (std::uint32_t i = 0; i < out.names.size(); ++i) names.emplace_back(out.names[i].actor, i);
    out.names_of = group(std::move(names), out.actors.size());
    return std::nullopt;
  }
};

Result<std::unique_ptr<ActorTables>> ActorTables::load(const std::filesystem::path& folder) {
  auto tables = std::make_unique<ActorTables>();
  tables->actors.reserve(16000);
  tables->by_id.reserve(16000);
  tables->names.reserve(40000);
  tables->name_index.reserve(40000);
  tables->family_index.reserve(16000);
  TableLoader loader{*tables, folder};
  using Step = std::optional<Error> (TableLoader::*)();
  constexpr std::array<Step, 13> kSteps = {
      &TableLoader::countries,   &TableLoader::organisations, &TableLoader::publishers, &TableLoader::places,
      &TableLoader::metonyms,    &TableLoader::agreements,    &TableLoader::officials,  &TableLoader::offices,
      &TableLoader::memberships, &TableLoader::titles,        &TableLoader::role_nouns, &TableLoader::given_names,
      &TableLoader::finish};
  for (const Step step : kSteps) {
    if (auto error = (loader.*step)()) return tl::make_unexpected(std::move(*error));
  }
  return tables;
}

}  // namespace entente
