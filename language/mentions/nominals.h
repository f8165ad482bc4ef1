#pragma once

#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/language/mentions/names.h"
#include "entente/language/tree.h"

namespace entente::language {

/// The nominals of the document that can be a mention, in text order: roles ("the foreign minister"), bodies ("Turkish
/// police"), groups ("protesters"), agreements and policies that are described by kind and parties or owner or are
/// definite, "the two countries", "both sides". names: those found before; their words are no nominals.
std::vector<Mention> find_nominals(const Tree& tree, const KnowledgeBase& knowledge,
                                   const std::vector<FoundName>& names);

/// Personal and possessive pronouns that can refer to a mention, in text order; no expletives ("it is raining").
std::vector<Mention> find_pronouns(const Tree& tree, const std::vector<FoundName>& names);

/// Nouns of number that stand for people: "thousands (of protesters)".
bool counts_people(std::string_view lemma);
/// How many people a singular noun stands for: "pair", "couple", "trio"; 0 if it does not say.
int couple_size(std::string_view lemma);
/// Singular nouns for many people: "crowd", "militia".
bool is_collective(std::string_view lemma);
/// "government", "administration", "authorities": with a country, the state itself.
bool means_state(std::string_view lemma);

}  // namespace entente::language
