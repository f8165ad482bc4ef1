#include <algorithm>
#include <string>

#include "entente/language/coref/entities.h"
#include "entente/language/mentions/nominals.h"
#include "entente/language/mentions/titles.h"

namespace entente::language {

namespace {

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

bool is_high(OfficeClass office) {
  return office == OfficeClass::HeadOfState || office == OfficeClass::HeadOfGovernment ||
         office == OfficeClass::VicePresident;
}

bool is_named(const Entities& entities, ActorId country) {
  for (std::size_t i = 0; i < entities.size(); ++i)
    if (entities.is_live(ChainId(i)) && entities[ChainId(i)].type == NodeType::Country &&
        entities[ChainId(i)].actor == country)
      return true;
  return false;
}

/// "the Trump administration"
bool names_government(const Entities& entities, const Entity& e) {
  return std::any_of(e.mentions.begin(), e.mentions.end(), [&](MentionId id) {
    const Token& t = entities.tree()[entities.mention(id).head];
    return universal(t.deprel) == Deprel::Compound && t.head.valid() && means_state(lemma(entities.tree()[t.head]));
  });
}

/// Whether the text says that the person holds an office of that class.
bool is_stated(const Entities& entities, const Entity& e, const Office& office) {
  return std::any_of(e.offices.begin(), e.offices.end(), [&](const StatedOffice& stated) {
    const ActorId country = stated.country.valid() ? entities[stated.country].actor : office.of;
    const Title* title = find_title(entities.knowledge(), stated.title, country);
    return !stated.former && title != nullptr && title->office && *title->office == office.office_class;
  });
}

/// Whether the text must name the country of an office that it does not state.
enum class CountryNeed { Named, None };

/// The only person with that family name whose office on that day the text states or, without one, a high office of a
/// country that it names. Several such: invalid.
ActorId holder(const Entities& entities, ChainId id, Date date, CountryNeed need) {
  const Entity& e = entities[id];
  const std::string country = entities.iso3_of(id);
  ActorId only;
  for (const Office* office : entities.knowledge().by_family_name(e.names.front(), date)) {
    const Actor& person = entities.knowledge().actor(office->person);
    if (!country.empty() && !person.iso3.empty() && country != person.iso3) continue;
    const bool leads =
        office->office_class == OfficeClass::HeadOfState || office->office_class == OfficeClass::HeadOfGovernment;
    const bool high =
        is_high(office->office_class) &&
        (is_named(entities, person.country) || (leads && need == CountryNeed::None && names_government(entities, e)));
    if (!is_stated(entities, e, *office) && !(e.offices.empty() && high)) continue;
    if (only.valid() && only != office->person) return {};
    only = office->person;
  }
  return only;
}

/// "the Obama administration", some years later.
ActorId former_leader(const Entities& entities, ChainId id, Date date) {
  const Entity& e = entities[id];
  if (!e.offices.empty()) return {};
  for (int years = 1; years <= 12; ++years) {
    ActorId only;
    for (const Office* office :
         entities.knowledge().by_family_name(e.names.front(), Date{static_cast<std::int16_t>(date.year - years)})) {
      if (office->office_class != OfficeClass::HeadOfState && office->office_class != OfficeClass::HeadOfGovernment)
        continue;
      if (!is_named(entities, entities.knowledge().actor(office->person).country)) continue;
      if (only.valid() && only != office->person) return {};
      only = office->person;
    }
    if (only.valid()) return only;
  }
  return {};
}

}  // namespace

void identify_persons(Entities& entities) {
  const auto& date = entities.document().article().date;
  if (!date) return;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const ChainId id(i);
    if (!entities.is_live(id) || !is_person(entities[id].type) || entities[id].actor.valid()) continue;
    if (entities[id].name_words.size() != 1 || entities[id].names.empty()) continue;
    ActorId person = holder(entities, id, *date, CountryNeed::Named);
    if (!person.valid()) person = former_leader(entities, id, *date);
    if (!person.valid()) person = holder(entities, id, *date, CountryNeed::None);
    if (!person.valid()) continue;
    entities[id].actor = person;
    if (entities[id].gender == 0) entities[id].gender = entities.knowledge().actor(person).gender;
    for (std::size_t j = 0; j < entities.size(); ++j) {
      const ChainId other(j);
      if (j == i || !entities.is_live(other) || entities[other].actor != person || !is_person(entities[other].type))
        continue;
      entities.merge(id, other);
      break;
    }
  }
}

}  // namespace entente::language
