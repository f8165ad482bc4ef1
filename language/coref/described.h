#pragma once

#include <string>
#include <vector>

#include "entente/language/coref/entities.h"

namespace entente::language {

/// What a nominal says of its entity: "South Korea's curbs on chip exports".
struct Description {
  std::string kind;                    // lemma of the noun: "curb"
  std::vector<std::string> modifiers;  // lemmas of its other words and of its topic, without names, sorted
  std::string text;                    // "curbs on chip exports"
  ChainId owner;                       // possessor, or the national word before the noun
  std::vector<ChainId> partners;       // "with X", "between X and Y"
  ChainId target;                      // "on X", "against X", "to X"
};

Description describe(const Entities& entities, TokenId head);

/// Who does what the verb says, as an entity: its subject, the possessor of the noun that it modifies ("Seoul's
/// decision to end"); a person stands for himself. Invalid if unknown.
ChainId agent_of(const Entities& entities, TokenId verb);

/// A described agreement or policy, or the one that it takes up ("the pact", "the curbs").
void link_described(Entities& entities, MentionId nominal);

/// A named agreement, at its first mention: whether it is the described one of which the sentences before speak ("will
/// scrap an intelligence-sharing pact … not to extend the General Security Agreement"); then they become one.
void link_introduced(Entities& entities, MentionId name);

}  // namespace entente::language
