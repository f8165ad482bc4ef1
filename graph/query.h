#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "entente/graph/graph.h"

namespace entente {

class KnowledgeBase;

/// The node with that id; invalid if there is none.
NodeId find_node(const Graph& graph, std::string_view id);

/// The nodes that text may mean, by id: the one with that id; else those with that label, alias or former id, letter
/// case, diacritics, spaces and punctuation ignored. Empty: none; more than one: ambiguous.
std::vector<NodeId> find_nodes(const Graph& graph, std::string_view text);
/// The same with all names that the actor data lists ("Seoul", "u.s.") for nodes of the graph.
std::vector<NodeId> find_nodes(const Graph& graph, std::string_view text, const KnowledgeBase& actors);

/// Nodes that text may have been meant to name: their label or an alias has a word with the same four letters at its
/// beginning. Those with most claims first, so many at the most.
std::vector<NodeId> find_similar_nodes(const Graph& graph, std::string_view text, std::size_t limit);

/// Somebody's or something's place in a body: every article has some, and nobody looks for them first.
bool is_belonging(RelationType type);

/// Which edges are wanted; an empty list takes all.
struct EdgeQuery {
  std::vector<NodeId> sources;  // of symmetric relations either end
  std::vector<NodeId> targets;
  std::vector<NodeId> ends;  // source or target or affected
  /// How many edges away from `ends` an edge may be: 1 touches one of them, 2 one that an edge like those wanted joins
  /// to one of them.
  std::uint32_t hops = 1;
  std::vector<RelationType> types;
  std::vector<Status> statuses;
  std::vector<Quad> quads;  // of its events; lasting relations have none
  /// Days on which one of its events may have happened or held: a lasting relation of unknown end until the last
  /// article that tells of it; an undated event when an article told of it.
  std::optional<Date> since;
  std::optional<Date> until;
  double min_confidence = 0;  // [0,1], of the edge
  // Of what is left of an edge by all the above:
  std::uint32_t min_sources = 0;  // independent publishers
  /// So many edges at the most: of most sources, then claims, then confidence, then the first, offices and
  /// memberships behind all others; and the offices and memberships among the actors of these. 0: all.
  std::size_t top = 0;
};

/// The part of the graph that the query takes: its edges, with the events of its days and quads, and the nodes that
/// they name. Ids and order stay; counts, dates and confidences are of what is left.
Graph select(const Graph& graph, const EdgeQuery& query);

}  // namespace entente
