#pragma once

#include <optional>
#include <vector>

#include "entente/graph/assemble/events.h"
#include "entente/graph/graph.h"

namespace entente {

/// Sets Event::happening: acts of one type, status and days join where each end of one is that of the other, or an end
/// is a state and the other acts for it: an official of that country, a body whose country it is and that an edge or
/// the actor data ties to the state. Two officials join through what is told of their state only. Undated events must
/// share a document. Everything else in the graph must be in place; `days` by event.
void join_happenings(Graph& graph, const std::vector<std::optional<Days>>& days, const ActorLookup& actors);

}  // namespace entente
