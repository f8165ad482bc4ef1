#pragma once

#include <vector>

#include "entente/graph/claim.h"
#include "entente/graph/graph.h"

namespace entente {

class KnowledgeBase;

struct AssembleOptions {
  /// Claims below it stay out; [0,1].
  double min_confidence = 0.5;
};

/// Makes the graph of all claims: decides who is who across articles, joins claims to events and events to edges, gives
/// ids. Pure: a function of the set of claims and the actor data; the order of claims does not matter. Claims with an
/// end that is no node, or whose ends do not fit the ontology's domain and range, stay out (validate.h counts them).
Graph assemble(std::vector<Claim> claims, const KnowledgeBase& actors, const AssembleOptions& options = {});

}  // namespace entente
