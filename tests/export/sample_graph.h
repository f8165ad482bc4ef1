#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/graph.h"

namespace entente::exporter {

/// One sentence behind an edge of a hand-made graph.
struct SampleQuote {
  std::string quote;
  std::string doc = "a1";
  std::string publisher = "Example Times";
  std::string date = {};     // when it happened
  std::string speaker = {};  // name
};

struct SampleNode {
  std::string id;
  NodeType type;
  std::string label;
  std::string iso3 = {};
  std::vector<std::string> aliases = {};
  std::string wikidata = {};
};

struct SampleEdge {
  std::string source;
  RelationType type;
  std::string target;
  Status status = Status::Asserted;
  std::vector<SampleQuote> quotes = {};
  std::string office = {};
  std::string date = {};
  std::string until = {};
  std::string affected = {};
};

/// The graph of hand-made nodes and edges, in any order: one event an edge, ids and order as graph.h says.
Graph sample_graph(std::vector<SampleNode> nodes, std::vector<SampleEdge> edges);

/// A story of two neighbours and a lapsed pact: every kind of node, status and tone; 14 nodes, 22 edges.
Graph pact_story();

/// The same in six lines.
Graph small_story();

/// Names and quotes that try to break out of every syntax.
Graph hostile_story();

/// Texts that separators, escapes and buffers of loaders may trip over: NUL, quotes, ␟ ␀ ; | and long ones.
Graph awkward_strings();

/// A made-up world of that many edges, the same on every machine.
Graph made_up_world(std::size_t edges);

}  // namespace entente::exporter
