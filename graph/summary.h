#pragma once

#include <string_view>

#include "entente/graph/graph.h"

namespace entente {

/// Fills in what an event says from its evidence: date, until, confidence, sources, affected, place. Needs id, edge and
/// evidence.
void summarize_event(const Graph& graph, Event& event);

/// Fills in what an edge says from its events and their evidence: coding (of most claims, of equally many the more
/// exact), office, date, until, confidence, claims, sources, affected. Needs ends, type, status and events.
void summarize_edge(const Graph& graph, Edge& edge);

/// Coding of an event: of most of its claims, of equally many the more exact; without evidence that of its edge.
Coding coding_of(const Graph& graph, const Event& event);

/// Office that an event tells of, as most of its claims word it; else that of its edge. Bound to the graph.
std::string_view office_of(const Graph& graph, const Event& event);

/// Counts for each node the claims that it is source or target of.
void count_claims(Graph& graph);

}  // namespace entente
