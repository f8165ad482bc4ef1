#pragma once

#include <cstddef>
#include <optional>

#include "entente/actors/knowledge_base.h"
#include "entente/base/error.h"
#include "entente/cli/commands.h"
#include "entente/graph/query.h"

namespace entente::cli {

/// The options as a query of that graph. Errors: InvalidArgument where a name is no actor of the graph (NotFound) or
/// may be several, which the message lists.
Result<EdgeQuery> edge_query(const Graph& graph, const KnowledgeBase& actors, const FilterOptions& options);

/// The part of the graph that the options take, its quotes cut to so many words if that is wanted. Errors: as above.
Result<Graph> filtered(Graph graph, const KnowledgeBase& actors, const FilterOptions& options,
                       std::optional<std::size_t> quote_words = std::nullopt);

}  // namespace entente::cli
