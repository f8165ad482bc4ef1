#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "entente/graph/graph.h"

// What the relationship diagram shows, in words and numbers; how it is drawn is graphviz.h's.
namespace entente::exporter {

enum class Tone : std::uint8_t { Conflict, Neutral, Cooperation };

/// From this many edges on sfdp places the nodes: what dot draws of more is a tower of long lines, and takes it 12 s at
/// 1,000.
inline constexpr std::size_t kSpreadFromEdges = 90;

/// From this many edges on there is no room for the words on lines.
inline constexpr std::size_t kLargeFromEdges = 300;

struct DiagramNode {
  std::string id;
  NodeType type = NodeType::Person;
  std::vector<std::string> title;     // lines
  std::vector<std::string> subtitle;  // lines: offices
  std::string tooltip;
  std::string cluster;      // key of DiagramCluster; empty: none
  std::uint32_t lines = 0;  // that end here
};

/// A country with its officials and bodies.
struct DiagramCluster {
  std::string key;
  std::string title;  // empty: the country's own node is inside and says it
};

/// One edge of the graph, or several that are drawn as one.
struct DiagramLine {
  std::string source;  // node ids
  std::string target;
  std::vector<std::string> labels;
  std::size_t edges = 1;  // of the graph that it stands for
  Tone tone = Tone::Neutral;
  Status status = Status::Asserted;
  bool symmetric = false;
  /// Someone's or something's place in a body: the cluster or the office under the name says it already.
  bool belonging = false;
  std::uint32_t sources = 0;  // independent publishers, the most of any edge in it
  std::string tooltip;
  std::string url;
};

struct Diagram {
  std::string title;
  std::string source_line;
  std::vector<DiagramCluster> clusters;
  std::vector<DiagramNode> nodes;
  std::vector<DiagramLine> lines;
  std::size_t edges = 0;  // of the graph

  /// Whether the engine for large graphs places the nodes; it knows no clusters.
  bool is_spread() const { return edges >= kSpreadFromEdges; }
  bool is_large() const { return edges >= kLargeFromEdges; }
};

/// Chooses and words what is drawn of the graph: nodes that have an edge (all, if none has), one line an edge. Where
/// two nodes have more than three (in a crowded diagram: more than one), those of one direction and tone become one
/// line with all their words. Keeps the graph's order. An empty title becomes one that names the busiest actors.
Diagram diagram_of(const Graph& graph, const std::string& title);

Tone tone_of(const Edge& edge);

/// "Source: 3 articles, 2019-08-20 to 2019-08-22: Example Times, Harbour Post"; empty for a graph of none.
std::string source_line_of(const Graph& graph);

}  // namespace entente::exporter
