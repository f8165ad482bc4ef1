#pragma once

#include <string>
#include <vector>

#include "entente/ingest/extract/ends.h"
#include "entente/ingest/extract/standing.h"

namespace entente::ingest {

/// A relation that a sentence states between ends, before it becomes claims.
struct Relation {
  RelationType type = RelationType::Criticizes;
  std::vector<End> sources;
  std::vector<End> targets;
  std::vector<End> affected;  // of acts on an agreement or policy: whom it falls upon
  TokenId predicate;          // the word that carries it
  TokenId about;              // head of what it is over; invalid: nothing said
  bool reciprocal = false;    // "accused each other": both ways
  ClauseStanding standing;
  Commitment commitment = Commitment::None;
  std::string cameo;      // more exact code of the act, or empty
  double confidence = 0;  // of the frame, before its ends and standing
  bool ended = false;     // of a lasting one: "during Lima's occupation of the islands"
};

/// The acts that verbs and event nouns of the sentence state; lasting relations that nouns carry too ("alliance with").
std::vector<Relation> read_events(const Ends& ends, const Patterns& patterns, TokenRange sentence);

}  // namespace entente::ingest
