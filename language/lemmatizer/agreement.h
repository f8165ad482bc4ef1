#pragma once

#include "entente/language/document.h"

namespace entente::language {

/// Refines features that the word and its tag leave open, by its sentence's tree: case of "it" and "you", Voice=Pass of
/// participles, gerunds and participles in -ing, imperatives, and number and person of finite verbs, which are their
/// subject's. Needs head, deprel, upos, xpos, feats; sentences that have not been parsed are left as they are.
void refine_features(Document& document);

}  // namespace entente::language
