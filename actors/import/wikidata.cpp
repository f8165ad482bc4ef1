#include "entente/actors/import/wikidata.h"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "entente/base/json.h"

namespace entente {

namespace {

// Properties, https://www.wikidata.org/wiki/Wikidata:List_of_properties.
constexpr std::string_view kInstanceOf = "P31";
constexpr std::string_view kSubclassOf = "P279";
constexpr std::string_view kPositionHeld = "P39";
constexpr std::string_view kCitizenship = "P27";
constexpr std::string_view kCountry = "P17";
constexpr std::string_view kJurisdiction = "P1001";
constexpr std::string_view kDirects = "P2389";
constexpr std::string_view kGender = "P21";
constexpr std::string_view kIso3 = "P298";
constexpr std::string_view kSignatory = "P1891";
constexpr std::string_view kParticipant = "P710";
constexpr std::string_view kInception = "P571";
constexpr std::string_view kDissolved = "P576";
constexpr std::string_view kPointInTime = "P585";
constexpr std::string_view kStart = "P580";
constexpr std::string_view kEnd = "P582";
constexpr std::string_view kHuman = "Q5";
constexpr std::string_view kMale = "Q6581097";
constexpr std::string_view kFemale = "Q6581072";

constexpr std::array<std::string_view, 4> kEnglish = {"en", "en-gb", "en-us", "mul"};

/// A short alias is rather the name of something else.
constexpr std::size_t kShortAlias = 4;

std::string_view trimmed(std::string_view line) {
  while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == ',')) line.remove_suffix(1);
  while (!line.empty() && line.front() == ' ') line.remove_prefix(1);
  return line;
}

/// The English label, by the first of kEnglish that has one.
std::string_view label_of(JsonValue entity) {
  for (const std::string_view language : kEnglish) {
    const std::string_view label = entity["labels"][language]["value"].string_or_empty();
    if (!label.empty()) return label;
  }
  return {};
}

std::string aliases_of(JsonValue entity, std::string_view label) {
  std::string list;
  for (const std::string_view language : kEnglish) {
    const std::string_view other = entity["labels"][language]["value"].string_or_empty();
    if (other != label) add_value(list, other);
    const JsonValue aliases = entity["aliases"][language];
    for (std::size_t i = 0; i < aliases.size(); ++i) {
      const std::string_view alias = aliases.at(i)["value"].string_or_empty();
      if (alias == label || alias.size() < 2) continue;
      const std::size_t before = list.size();
      add_value(list, alias);
      if (alias.size() <= kShortAlias && list.size() > before) list += '~';
    }
  }
  return list;
}

/// The value of a snak that says one.
JsonValue value_of(JsonValue snak) {
  return snak["snaktype"].string_or_empty() == "value" ? snak["datavalue"]["value"] : JsonValue();
}

/// The date of a time value, at its precision; empty if it is none or coarser than a year.
std::string date_of(JsonValue value) {
  constexpr std::int64_t kYear = 9;
  constexpr std::int64_t kMonth = 10;
  const std::string_view time = value["time"].string_or_empty();
  const std::int64_t precision = value["precision"].as_int().value_or(0);
  // "+2017-08-03T00:00:00Z"
  if (time.size() < 11 || time.front() != '+' || precision < kYear) return {};
  std::string_view date = time.substr(1, 10);
  if (precision == kYear || date.substr(5, 2) == "00") {
    date = date.substr(0, 4);
  } else if (precision == kMonth || date.substr(8, 2) == "00") {
    date = date.substr(0, 7);
  }
  return parse_date(date) ? std::string(date) : std::string();
}

/// One entity of a dump.
class Entity {
 public:
  explicit Entity(JsonValue entity) : entity_(entity) {}

  std::string_view id() const { return entity_["id"].string_or_empty(); }

  /// Calls visit(statement) for the statements of a property that are not deprecated.
  template <class Visit>
  void each(std::string_view property, Visit visit) const {
    const JsonValue statements = entity_["claims"][property];
    for (std::size_t i = 0; i < statements.size(); ++i) {
      const JsonValue statement = statements.at(i);
      if (statement["rank"].string_or_empty() != "deprecated") visit(statement);
    }
  }

  /// Ids that the property names; those of preferred rank first.
  std::vector<std::string_view> items(std::string_view property) const {
    std::vector<std::string_view> preferred;
    std::vector<std::string_view> others;
    each(property, [&](JsonValue statement) {
      const std::string_view id = value_of(statement["mainsnak"])["id"].string_or_empty();
      if (id.empty()) return;
      (statement["rank"].string_or_empty() == "preferred" ? preferred : others).push_back(id);
    });
    preferred.insert(preferred.end(), others.begin(), others.end());
    return preferred;
  }
  std::string_view item(std::string_view property) const {
    const auto all = items(property);
    return all.empty() ? std::string_view() : all.front();
  }
  std::string date(std::string_view property) const {
    std::string found;
    each(property, [&](JsonValue statement) {
      if (found.empty()) found = date_of(value_of(statement["mainsnak"]));
    });
    return found;
  }
  std::string_view text(std::string_view property) const {
    std::string_view found;
    each(property, [&](JsonValue statement) {
      const JsonValue value = value_of(statement["mainsnak"]);
      if (found.empty()) found = value.string_or_empty();
    });
    return found;
  }

 private:
  JsonValue entity_;
};

std::string_view first_of(std::string_view a, std::string_view b) { return a.empty() ? b : a; }

std::string_view gender_of_item(std::string_view id) {
  if (id == kMale) return "m";
  return id == kFemale ? "f" : "";
}

void add_offices(const Entity& entity, OwnRows& rows) {
  entity.each(kPositionHeld, [&](JsonValue statement) {
    const std::string_view position = value_of(statement["mainsnak"])["id"].string_or_empty();
    if (position.empty()) return;
    const JsonValue qualifiers = statement["qualifiers"];
    const auto qualifier = [&](std::string_view property) { return date_of(value_of(qualifiers[property].at(0))); };
    const auto has = [&](std::string_view property) { return qualifiers[property].size() > 0; };
    const std::string from = has(kStart) ? qualifier(kStart) : std::string();
    const std::string to = has(kEnd) ? qualifier(kEnd) : std::string();
    // Without a start nothing says when it was held.
    if (from.empty()) return;
    rows.add("office",
             {{Column::Id, entity.id()}, {Column::Title, position}, {Column::ValidFrom, from}, {Column::ValidTo, to}});
  });
}

std::string listed(const std::vector<std::string_view>& ids) {
  std::string list;
  for (const std::string_view id : ids) add_value(list, id);
  return list;
}

/// The class that decides what an entity is: the first of its classes that the table has.
const WikidataClass* class_of(const Entity& entity, const WikidataClasses& classes) {
  for (const std::string_view id : entity.items(kInstanceOf)) {
    if (const WikidataClass* known = classes.find(id)) return known;
  }
  // A position is rather a subclass of one: "foreign minister of X" of "foreign minister".
  for (const std::string_view id : entity.items(kSubclassOf)) {
    const WikidataClass* known = classes.find(id);
    if (known != nullptr && known->type == "position") return known;
  }
  return nullptr;
}

}  // namespace

WikidataImport::WikidataImport(const KnowledgeBase& knowledge, const WikidataClasses& classes)
    : knowledge_(knowledge), classes_(classes) {
  const auto actors = knowledge.actors();
  for (std::size_t i = 0; i < actors.size(); ++i) {
    if (!actors[i].wikidata.empty()) listed_.emplace(actors[i].wikidata, ActorId(i));
  }
}

/// The row of an actor; of one that is listed only the names that are new.
void WikidataImport::add_actor(std::string_view id, std::initializer_list<std::pair<Column, std::string_view>> cells,
                               std::string_view label, const std::string& aliases) {
  const auto listed = listed_.find(id);
  if (listed == listed_.end()) {
    rows_.add("actor", cells);
    return;
  }
  std::string fresh;
  const auto add = [&](std::string_view name) {
    const std::string_view plain = name.ends_with('~') ? name.substr(0, name.size() - 1) : name;
    const auto known = knowledge_.lookup_any_case(plain);
    if (std::any_of(known.begin(), known.end(), [&](const Name* one) { return one->actor == listed->second; })) return;
    add_value(fresh, name);
    if (name.ends_with('~')) fresh += '~';
  };
  add(label);
  for_each_value(aliases, add);
  if (!fresh.empty()) rows_.add("name", {{Column::Id, id}, {Column::Aliases, fresh}});
}

void WikidataImport::read_line(std::string_view line, const std::string& where, Diagnostics& diagnostics) {
  line = trimmed(line);
  if (line.empty() || line == "[" || line == "]") return;
  const Result<JsonDocument> json = JsonDocument::parse(line, where);
  if (!json) {
    diagnostics.reject(json.error());
    return;
  }
  const JsonValue root = json->root();
  const Entity entity(root);
  if (!root.is_object() || entity.id().empty()) {
    diagnostics.reject({ErrorCode::Parse, where, std::nullopt, "no entity: an object with an id"});
    return;
  }
  if (entity.id().front() != 'Q') return;  // properties and lexemes
  const std::string_view label = label_of(root);
  if (label.empty()) return;

  const auto instances = entity.items(kInstanceOf);
  if (std::find(instances.begin(), instances.end(), kHuman) != instances.end()) {
    if (entity.items(kPositionHeld).empty()) return;
    const std::string aliases = aliases_of(root, label);
    add_actor(entity.id(),
              {{Column::Id, entity.id()},
               {Column::Type, "official"},
               {Column::Name, label},
               {Column::Aliases, aliases},
               {Column::Gender, gender_of_item(entity.item(kGender))},
               {Column::Country, entity.item(kCitizenship)}},
              label, aliases);
    add_offices(entity, rows_);
    return;
  }
  const WikidataClass* known = class_of(entity, classes_);
  const bool has_parties = !entity.items(kSignatory).empty();
  if (known == nullptr && !has_parties) return;
  const std::string_view type = known == nullptr ? "agreement" : known->type;
  if (type == "position") {
    rows_.add(
        "position",
        {{Column::Id, entity.id()},
         {Column::Title, label},
         {Column::Class, known->kind == "other" ? std::string_view() : known->kind},
         {Column::Of, first_of(first_of(entity.item(kDirects), entity.item(kJurisdiction)), entity.item(kCountry))}});
    return;
  }
  const bool agreement = type == "agreement";
  std::string from = entity.date(agreement ? kPointInTime : kInception);
  if (from.empty() && agreement) from = entity.date(kInception);
  const std::string to = entity.date(kDissolved);
  const std::string parties = agreement ? listed(entity.items(has_parties ? kSignatory : kParticipant)) : std::string();
  const std::string aliases = aliases_of(root, label);
  const bool own_country = type == "country" || agreement;
  add_actor(entity.id(),
            {{Column::Id, entity.id()},
             {Column::Type, type},
             {Column::Kind, known == nullptr ? std::string_view() : known->kind},
             {Column::Name, label},
             {Column::Aliases, aliases},
             {Column::Iso3, type == "country" ? entity.text(kIso3) : std::string_view()},
             {Column::Country, own_country ? std::string_view() : entity.item(kCountry)},
             {Column::ValidFrom, from},
             {Column::ValidTo, to},
             {Column::Parties, parties}},
            label, aliases);
}

}  // namespace entente
