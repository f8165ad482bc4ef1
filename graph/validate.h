#pragma once

#include <string>
#include <vector>

#include "entente/graph/graph.h"

namespace entente {

/// Whether a relation takes ends of these types, by the ontology.
enum class Fit : std::uint8_t { Fits, OutsideDomain, OutsideRange };
Fit fit(RelationType type, NodeType source, NodeType target);

/// What is wrong with a graph, in the order of its parts; empty: it keeps what graph.h promises (order, ranges, ids
/// unique and of the node's type, domain and range, no edge from a node to itself, confidences within [0,1]).
std::vector<std::string> validate(const Graph& graph);

}  // namespace entente
