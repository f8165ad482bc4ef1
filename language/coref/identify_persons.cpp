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

}  // namespace

void identify_persons(Entities& entities) {
  const auto& date = entities.document().article().date;
  if (!date) return;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const ChainId id(i);
    if (!entities.is_live(id) || !is_person(entities[id].type) || entities[id].actor.valid()) continue;
    if (entities[id].name_words.size() != 1 || entities[id].names.empty()) continue;
    const std::string country = entities.iso3_of(id);
    ActorId only;
    bool several = false;
    for (const Office* office : entities.knowledge().by_family_name(entities[id].names.front(), *date)) {
      const Actor& person = entities.knowledge().actor(office->person);
      if (!country.empty() && !person.iso3.empty() && country != person.iso3) continue;
      const bool stated = is_stated(entities, entities[id], *office);
      if (!stated && !(entities[id].offices.empty() && is_high(office->office_class) &&
                       (is_named(entities, person.country) || names_government(entities, entities[id]))))
        continue;
      several |= only.valid() && only != office->person;
      only = office->person;
    }
    if (!only.valid() || several) continue;
    entities[id].actor = only;
    if (entities[id].gender == 0) entities[id].gender = entities.knowledge().actor(only).gender;
    for (std::size_t j = 0; j < entities.size(); ++j) {
      const ChainId other(j);
      if (j == i || !entities.is_live(other) || entities[other].actor != only || !is_person(entities[other].type))
        continue;
      entities.merge(id, other);
      break;
    }
  }
}

}  // namespace entente::language
