#include "entente/graph/algorithms.h"

#include <algorithm>
#include <boost/graph/betweenness_centrality.hpp>
#include <boost/graph/connected_components.hpp>
#include <boost/graph/dijkstra_shortest_paths.hpp>
#include <boost/graph/page_rank.hpp>
#include <boost/property_map/function_property_map.hpp>
#include <map>
#include <numeric>
#include <utility>

#include "entente/graph/bgl_view.h"

namespace entente {
namespace {

constexpr double kDamping = 0.85;
constexpr std::size_t kPageRankSteps = 50;

/// A property map by vertex over the values.
template <class Value>
auto by_vertex(std::vector<Value>& values) {
  return boost::make_iterator_property_map(values.begin(), boost::typed_identity_property_map<std::uint32_t>{});
}

std::vector<std::uint32_t> components(const TieView& view) {
  std::vector<std::uint32_t> component(view.vertex_count());
  if (!component.empty()) boost::connected_components(view, by_vertex(component));
  return component;
}

std::vector<double> page_ranks(const TieView& view) {
  std::vector<double> rank(view.vertex_count());
  if (rank.empty()) return rank;
  std::vector<double> scratch(rank.size());
  boost::graph::page_rank(view, by_vertex(rank), boost::graph::n_iterations(kPageRankSteps), kDamping, rank.size(),
                          by_vertex(scratch));
  // Boost gives each node 1 - damping, not its share of it.
  const double sum = std::accumulate(rank.begin(), rank.end(), 0.0);
  for (double& share : rank) share /= sum;
  return rank;
}

std::vector<double> betweenness(const TieView& view) {
  std::vector<double> centrality(view.vertex_count());
  if (centrality.size() < 3) return centrality;
  boost::brandes_betweenness_centrality(view, by_vertex(centrality));
  boost::relative_betweenness_centrality(view, by_vertex(centrality));
  // A rounding error above 1 would be a wrong share.
  for (double& share : centrality) share = std::clamp(share, 0.0, 1.0);
  return centrality;
}

}  // namespace

TieView::TieView(const Graph& graph) : graph_(&graph), offsets_(graph.nodes.size() + 1, 0) {
  std::map<std::pair<std::uint32_t, std::uint32_t>, EdgeId> surest;
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    const Edge& edge = graph.edges[e];
    const auto [found, is_new] = surest.emplace(std::minmax(edge.source.value, edge.target.value), EdgeId(e));
    if (!is_new && graph[found->second].confidence < edge.confidence) found->second = EdgeId(e);
  }
  for (const auto& [ends, edge] : surest) {
    if (ends.first == ends.second) continue;
    ties_.push_back({ends.first, ends.second, edge});
    incident_.push_back({ends.first, ends.second, edge});
    incident_.push_back({ends.second, ends.first, edge});
    ++offsets_[ends.first + 1];
    ++offsets_[ends.second + 1];
  }
  for (std::size_t i = 1; i < offsets_.size(); ++i) offsets_[i] += offsets_[i - 1];
  std::sort(incident_.begin(), incident_.end(),
            [](const Tie& a, const Tie& b) { return std::pair(a.from, a.to) < std::pair(b.from, b.to); });
}

GraphMeasures measures(const Graph& graph) {
  const TieView view(graph);
  GraphMeasures out;
  out.component = components(view);
  for (const std::uint32_t number : out.component) out.components = std::max(out.components, number + 1);
  out.page_rank = page_ranks(view);
  out.betweenness = betweenness(view);
  return out;
}

std::vector<std::uint32_t> components(const Graph& graph) { return components(TieView(graph)); }
std::vector<double> page_ranks(const Graph& graph) { return page_ranks(TieView(graph)); }
std::vector<double> betweenness(const Graph& graph) { return betweenness(TieView(graph)); }

std::optional<std::vector<EdgeId>> shortest_path(const Graph& graph, NodeId from, NodeId to) {
  const TieView view(graph);
  // The doubt about all ties of a path together is less than one tie.
  const double doubt_share = 1.0 / static_cast<double>(graph.nodes.size() + 1);
  const auto length = boost::make_function_property_map<Tie>(
      [&](const Tie& tie) { return 1.0 + (1.0 - graph[tie.edge].confidence) * doubt_share; });
  std::vector<std::uint32_t> previous(view.vertex_count());
  boost::dijkstra_shortest_paths(view, from.value, boost::predecessor_map(by_vertex(previous)).weight_map(length));
  std::vector<EdgeId> path;
  for (std::uint32_t at = to.value; at != from.value; at = previous[at]) {
    if (previous[at] == at) return std::nullopt;
    const auto [begin, end] = view.ties_of(at);
    const auto tie = std::find_if(begin, end, [&](const Tie& t) { return t.to == previous[at]; });
    path.push_back(tie->edge);
  }
  std::reverse(path.begin(), path.end());
  return path;
}

}  // namespace entente
