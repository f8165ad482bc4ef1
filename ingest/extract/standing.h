#pragma once

#include <optional>

#include "entente/ingest/extract/clause.h"

namespace entente::ingest {

/// How what a predicate says stands in its sentence: read off its auxiliaries and the words that govern its clause.
struct ClauseStanding {
  bool negated = false;
  bool planned = false;
  bool promised = false;
  bool hypothetical = false;
  bool denied = false;
  bool refused = false;     // by the subject of `refuser`
  bool threatened = false;  // inside "threaten to"
  bool demanded = false;    // inside "urge X to"
  bool alleged = false;     // inside "accuse X of"
  bool stopped = false;     // "stopped shelling"
  bool past = false;        // finite, past or perfect
  bool background = false;  // inside a relative or adverbial clause, or pluperfect: no news of today
  TokenId reporter;         // innermost verb of saying over it; invalid: the narrator says it
  TokenId alleger;          // verb of accusing over it
  TokenId refuser;
  TokenId clause;  // outermost predicate whose words belong to it, for the date

  Status status() const;
  Commitment commitment() const { return promised ? Commitment::Promised : Commitment::None; }
};

ClauseStanding standing_of(TokenId predicate, const Tree& tree, const Patterns& patterns);

}  // namespace entente::ingest
