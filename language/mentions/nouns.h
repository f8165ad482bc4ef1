#pragma once

#include <optional>
#include <string_view>

namespace entente::language {

/// What a common noun can stand for as a mention. Bodies, groups and roles of people are in the actor data
/// (KnowledgeBase::role_noun); these are the words that it has no use for.
enum class NounClass {
  Agreement,  // "pact": has parties and is signed
  Policy,     // "curbs", "embargo": imposed, kept or lifted
  Aid,        // "aid", "shipments": a policy only with a receiver
  State,      // "country", "nation": a country that was named before
  Side,       // "side", "neighbour", "ally": one of two or more actors that were named before
  PlaceNoun,  // "city", "airport": what it is joined with is a place
  Speech,     // "protest", "statement": what comes from an actor
  Time,       // "Thursday", "year": no actor
};

/// By lower-case lemma.
std::optional<NounClass> noun_class(std::string_view lemma);

/// Nouns that an actor owns, and no pact does: "its army", "its decision". By lemma.
bool owned_by_actors(std::string_view lemma);

/// Last words of names of bodies: "Ministry", "Corp".
bool ends_body_name(std::string_view lower_form);
/// Verbs by lower-case lemma.
bool is_reporting_verb(std::string_view lemma);  // "say", "report"
bool is_saying_verb(std::string_view lemma);     // these, and "insist", "urge": with words in quotation marks
bool is_motion_verb(std::string_view lemma);     // "fly", "arrive"
bool is_place_verb(std::string_view lemma);      // its object or passive subject is a place: "visit", "bomb"
bool needs_actor(std::string_view lemma);        // its subject decides or speaks, as no pact does: "sign", "insist"
bool imposes(std::string_view lemma);            // its subject owns the measure that is its object: "impose", "lift"

}  // namespace entente::language
