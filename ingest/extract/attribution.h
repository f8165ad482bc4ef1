#pragma once

#include "entente/ingest/extract/ends.h"

namespace entente::ingest {

/// The subject of a verb of saying; invalid if the sentence does not say.
TokenId speaker_of(TokenId reporting, const Arguments& arguments);

/// -1 if the clause speaks ill of its subject, +1 well, 0 neither ("had created a grave change", "are misreading the
/// situation").
int evaluation_of(TokenId predicate, const Tree& tree, const Patterns& patterns);

}  // namespace entente::ingest
