#pragma once

#include <boost/graph/adjacency_iterator.hpp>
#include <boost/graph/graph_traits.hpp>
#include <boost/graph/properties.hpp>
#include <boost/iterator/counting_iterator.hpp>
#include <boost/property_map/property_map.hpp>
#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "entente/graph/graph.h"

namespace entente {

/// Two nodes with some edge between them. `edge` is the surest of those edges, of equally sure ones the first.
struct Tie {
  std::uint32_t from = 0;
  std::uint32_t to = 0;
  EdgeId edge;
  bool operator==(const Tie& other) const { return from == other.from && to == other.to; }
};

/// A Graph as Boost.Graph sees it: undirected and simple, its vertices the nodes' numbers, its edges the ties, whatever
/// relation they are by. Models VertexListGraph, EdgeListGraph, IncidenceGraph and AdjacencyGraph. Holds indices only,
/// bound to the graph. The one header that includes Boost.
class TieView {
 public:
  using VertexIterator = boost::counting_iterator<std::uint32_t>;
  using TieIterator = std::vector<Tie>::const_iterator;

  explicit TieView(const Graph& graph);
  explicit TieView(Graph&&) = delete;

  const Graph& graph() const { return *graph_; }
  std::size_t vertex_count() const { return offsets_.size() - 1; }
  /// Every tie once, by its ends, smaller first.
  const std::vector<Tie>& ties() const { return ties_; }
  /// Ties of a vertex as their `from`, by `to`.
  std::pair<TieIterator, TieIterator> ties_of(std::uint32_t vertex) const {
    const auto at = [&](std::uint32_t offset) { return incident_.begin() + static_cast<std::ptrdiff_t>(offset); };
    return {at(offsets_[vertex]), at(offsets_[vertex + 1])};
  }

 private:
  const Graph* graph_;
  std::vector<Tie> ties_;
  std::vector<Tie> incident_;           // by (from, to): each tie twice
  std::vector<std::uint32_t> offsets_;  // of each vertex in incident_, and the end
};

}  // namespace entente

namespace boost {

template <>
struct graph_traits<entente::TieView> {
  struct traversal_category : public virtual vertex_list_graph_tag,
                              public virtual edge_list_graph_tag,
                              public virtual incidence_graph_tag,
                              public virtual adjacency_graph_tag {};
  using vertex_descriptor = std::uint32_t;
  using edge_descriptor = entente::Tie;
  using directed_category = undirected_tag;
  using edge_parallel_category = disallow_parallel_edge_tag;
  using vertices_size_type = std::size_t;
  using edges_size_type = std::size_t;
  using degree_size_type = std::size_t;
  using vertex_iterator = entente::TieView::VertexIterator;
  using edge_iterator = entente::TieView::TieIterator;
  using out_edge_iterator = entente::TieView::TieIterator;
  using adjacency_iterator = adjacency_iterator_generator<entente::TieView, vertex_descriptor, out_edge_iterator>::type;
  static vertex_descriptor null_vertex() { return UINT32_MAX; }
};

template <>
struct graph_traits<const entente::TieView> : graph_traits<entente::TieView> {};

template <>
struct property_map<entente::TieView, vertex_index_t> {
  using type = typed_identity_property_map<std::uint32_t>;
  using const_type = type;
};

}  // namespace boost

namespace entente {

inline std::size_t num_vertices(const TieView& view) { return view.vertex_count(); }
inline std::size_t num_edges(const TieView& view) { return view.ties().size(); }
inline std::pair<TieView::VertexIterator, TieView::VertexIterator> vertices(const TieView& view) {
  return {TieView::VertexIterator(0), TieView::VertexIterator(static_cast<std::uint32_t>(view.vertex_count()))};
}
inline std::pair<TieView::TieIterator, TieView::TieIterator> edges(const TieView& view) {
  return {view.ties().begin(), view.ties().end()};
}
inline std::pair<TieView::TieIterator, TieView::TieIterator> out_edges(std::uint32_t vertex, const TieView& view) {
  return view.ties_of(vertex);
}
inline std::size_t out_degree(std::uint32_t vertex, const TieView& view) {
  const auto [begin, end] = view.ties_of(vertex);
  return static_cast<std::size_t>(end - begin);
}
inline std::uint32_t source(const Tie& tie, const TieView&) { return tie.from; }
inline std::uint32_t target(const Tie& tie, const TieView&) { return tie.to; }
inline auto adjacent_vertices(std::uint32_t vertex, const TieView& view) {
  using Adjacent = boost::graph_traits<TieView>::adjacency_iterator;
  const auto [begin, end] = view.ties_of(vertex);
  return std::pair(Adjacent(begin, &view), Adjacent(end, &view));
}
inline boost::typed_identity_property_map<std::uint32_t> get(boost::vertex_index_t, const TieView&) { return {}; }

}  // namespace entente
