#pragma once

#include <string>
#include <vector>

#include "entente/ingest/extract/events.h"

namespace entente::ingest {

/// A lasting relation that names, titles, appositions and the chains of a document carry.
struct LastingRelation {
  RelationType type = RelationType::HoldsOfficeIn;
  End source;
  End target;
  ByteSpan trigger;    // in the document
  std::string office;  // holds-office-in, spokesperson-for
  bool ended = false;
  double confidence = 0;
};

/// Offices, parts, parties, alliances and memberships, in text order. ends are those of the same tree.
std::vector<LastingRelation> read_lasting(const Ends& ends, const Patterns& patterns);

}  // namespace entente::ingest
