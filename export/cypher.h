#pragma once

#include <string>

#include "entente/graph/graph.h"

namespace entente::exporter {

/// The keys of nodes and of the relationships that the graph has, as statements of Cypher that may be run again.
std::string cypher_constraints(const Graph& graph);

}  // namespace entente::exporter
