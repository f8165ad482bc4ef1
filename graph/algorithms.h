#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "entente/graph/graph.h"

namespace entente {

/// How the nodes of a graph lie in it, each by node. Edges count as ties of two nodes, whatever their type, status and
/// direction, and once.
struct GraphMeasures {
  std::vector<std::uint32_t> component;  // number of its connected component, from 0 in order of first nodes
  std::uint32_t components = 0;
  std::vector<double> page_rank;    // Brin & Page 1998, damping 0.85, 50 steps; the sum is 1
  std::vector<double> betweenness;  // Brandes 2001: share of the shortest paths between others through it, [0,1]
};

/// All of them. Time: betweenness nodes × ties, the rest linear.
GraphMeasures measures(const Graph& graph);

/// One of them alone.
std::vector<std::uint32_t> components(const Graph& graph);
std::vector<double> page_ranks(const Graph& graph);
std::vector<double> betweenness(const Graph& graph);

/// Edges from one node to the other over the fewest ties, of as few ones the surest, in any direction; empty where both
/// are one node; none where no path leads.
std::optional<std::vector<EdgeId>> shortest_path(const Graph& graph, NodeId from, NodeId to);

}  // namespace entente
