#pragma once

#include "entente/language/tree.h"

namespace entente::language {

/// Whether the words stand where a place stands: "in Seoul", "flew to Geneva", "the streets of Cairo", "Tokyo airport".
/// Else they can be an actor: "Seoul said", "protest from Tokyo", "talks with Beijing". national: the name of a whole
/// country, which is a place less often than a city's.
bool stands_as_place(const Tree& tree, TokenRange name, bool national);

/// Whether a publisher is named as the source of the report ("told CNN", "according to KCNA", "Reuters writes"), and
/// not as one who acts or is acted on ("expelled the BBC").
bool stands_as_outlet(const Tree& tree, TokenRange name);

}  // namespace entente::language
