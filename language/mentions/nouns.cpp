#include "entente/language/mentions/nouns.h"

#include <array>
#include <utility>

#include "entente/language/mentions/word_classes.h"

namespace entente::language {

std::optional<NounClass> noun_class(std::string_view lemma) {
  constexpr std::array<std::pair<WordClass, NounClass>, 8> kNouns = {{{WordClass::Agreement, NounClass::Agreement},
                                                                      {WordClass::Policy, NounClass::Policy},
                                                                      {WordClass::Aid, NounClass::Aid},
                                                                      {WordClass::State, NounClass::State},
                                                                      {WordClass::Side, NounClass::Side},
                                                                      {WordClass::Place, NounClass::PlaceNoun},
                                                                      {WordClass::Speech, NounClass::Speech},
                                                                      {WordClass::Time, NounClass::Time}}};
  const std::uint32_t classes = classes_of(lemma);
  for (const auto& [word_class, noun] : kNouns)
    if ((classes & static_cast<std::uint32_t>(word_class)) != 0) return noun;
  return std::nullopt;
}

bool owned_by_actors(std::string_view lemma) {
  return is_of_class(lemma, WordClass::Speech) || is_of_class(lemma, WordClass::Owned);
}
bool ends_body_name(std::string_view lower_form) { return is_of_class(lower_form, WordClass::BodyNameEnd); }
bool is_reporting_verb(std::string_view lemma) { return is_of_class(lemma, WordClass::ReportingVerb); }
bool is_saying_verb(std::string_view lemma) {
  return is_reporting_verb(lemma) || is_of_class(lemma, WordClass::SayingVerb);
}
bool is_motion_verb(std::string_view lemma) { return is_of_class(lemma, WordClass::MotionVerb); }
bool is_place_verb(std::string_view lemma) { return is_of_class(lemma, WordClass::PlaceVerb); }
bool needs_actor(std::string_view lemma) { return is_of_class(lemma, WordClass::ActingVerb); }
bool imposes(std::string_view lemma) { return is_of_class(lemma, WordClass::ImposingVerb); }

}  // namespace entente::language
