#pragma once

#include <vector>

#include "entente/graph/assemble.h"
#include "entente/graph/claim.h"
#include "entente/graph/graph.h"

namespace entente {

/// A claim and the nodes that it names; invalid: none.
struct IdentifiedClaim {
  Claim claim;
  NodeId source;
  NodeId target;
  NodeId affected;
  NodeId place;
  NodeId speaker;
  NodeId about;
};

struct Identities {
  std::vector<Node> nodes;              // by id; Node::claims is 0
  std::vector<IdentifiedClaim> claims;  // in the order given
};

/// Decides who is who. Within a document equal ids are one entity. Listed actors keep their ids. Across documents
/// entities with equal names are one unless their countries (of agreements: their parties) differ; a shorter name or
/// another name joins a fuller one only where prefix and country (parties) agree, exactly one fuller one fits, and no
/// document tells the two apart. Ends then carry the node's id, type, iso3 and label, their old name among the aliases.
Identities identify(std::vector<Claim> claims, const ActorLookup& actors);

}  // namespace entente
