#pragma once

#include <string>

#include "entente/actors/knowledge_base.h"
#include "entente/base/error.h"
#include "entente/cli/commands.h"
#include "entente/graph/graph.h"
#include "entente/store/store.h"

namespace entente::cli {

/// The graph of all claims of the store.
Result<Graph> assemble_stored(Store& store, const KnowledgeBase& actors, double min_confidence);

/// A graph file and the actor data that its names are looked up in.
struct StoredGraph {
  KnowledgeBase actors;
  Graph graph;
};

/// input: whose data and actors are used. Errors: those of the store and of the actor data.
Result<StoredGraph> load_stored_graph(const std::string& path, const InputOptions& input, double min_confidence);

/// Title of the one article that the whole graph was read in; else empty.
std::string common_title(const Graph& graph);

}  // namespace entente::cli
