#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/actor.h"
#include "entente/graph/claim.h"
#include "entente/graph/graph.h"

namespace entente {

class KnowledgeBase;

struct AssembleOptions {
  /// Claims below it stay out; [0,1].
  double min_confidence = 0.5;
};

/// What assemble asks of the actor data.
struct ActorLookup {
  /// The listed actor with that id; null if there is none.
  std::function<const Actor*(std::string_view id)> actor;
  /// The id of the listed publisher with that name or domain; empty if there is none.
  std::function<std::string(std::string_view name_or_domain)> publisher;
  /// Other ids that mean that listed actor. May be empty: none has any.
  std::function<std::vector<std::string_view>(std::string_view id)> merged_ids = {};
  /// The one listed actor of that type, and country if both are known, with that name; null if there is none or two are.
  /// May be empty.
  std::function<const Actor*(std::string_view name, NodeType type, std::string_view iso3)> named = {};
  /// What the spellings of a person's name have in common. May be empty.
  std::function<std::string(std::string_view name)> spelling_key = {};
  /// Whether two ids must stay two nodes. May be empty: none must.
  std::function<bool(std::string_view id, std::string_view other)> are_apart = {};
};

/// Makes the graph of all claims: decides who is who across articles, joins claims to events and events to edges, gives
/// ids. Pure: a function of the set of claims and the actor data; the order of claims does not matter, and the claims
/// that the evidence of a graph holds give that graph again. Claims with an end that is no node, or whose ends do not
/// fit the ontology's domain and range, stay out (Graph::claims counts them). They and those below min_confidence still
/// tell who is who, so that ids do not depend on the options.
/// Confidence of events and edges is noisy-or, 1 - Π(1 - c), over independent publishers, with c the highest confidence
/// of a publisher's claims: repeating oneself adds nothing.
Graph assemble(std::vector<Claim> claims, const KnowledgeBase& actors, const AssembleOptions& options = {});
Graph assemble(std::vector<Claim> claims, const ActorLookup& actors, const AssembleOptions& options = {});

/// The lookup over the actor data, bound to it.
ActorLookup lookup_of(const KnowledgeBase& actors);

}  // namespace entente
