#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/base/date.h"
#include "entente/base/error.h"
#include "entente/graph/graph.h"

// What nodes and events are in the property-graph formats (.neo4j/ .cypher .kuzu/ .graphml .gexf .cyjs): one table, so
// that all of them say the same (docs/formats/property_graphs.md). An event is a relationship.
namespace entente::exporter {

enum class PropertyKind : std::uint8_t {
  String,
  Integer,
  Float,
  Day,  // a whole date
  Strings,
  Integers,
  Floats,
};

struct Property {
  std::string_view name;  // camelCase; the first of each table is "id"
  PropertyKind kind;
};

/// Of the kind that the property has, a String also as a Date at the precision known; monostate: absent. Text is bound
/// to the graph.
using PropertyValue = std::variant<std::monostate, std::string_view, std::int64_t, double, Date,
                                   std::vector<std::string>, std::vector<std::int64_t>, std::vector<double>>;

std::span<const Property> node_properties();
std::span<const Property> event_properties();

/// Values in the order of the tables, into out, which is a buffer to be used again. The lists of an event have one
/// element a sentence of evidence, all in one order; an element that is unknown is empty, and a list of nothing else is
/// absent.
/// Errors: Encoding, with the id as source, for text that is not UTF-8.
Result<void> node_values(const Node& node, std::vector<PropertyValue>& out);
Result<void> event_values(const Graph& graph, const Event& event, std::vector<PropertyValue>& out);

/// What an element of a format for drawing programs has its own place for: its id, and what it is called.
bool is_id_or_name(const Property& property);

/// "Country": the kind as a label of nodes.
std::string label_name(NodeType type);
/// "HOLDS_OFFICE_IN": the relation as a type of relationships.
std::string relationship_name(RelationType type);

/// Shortest that reads back as the same number, always with a point or an exponent: "-2.0".
std::string float_text(double value);

/// Calls row(event) for every event of that relation, in the order of the graph, until one fails.
template <class Row>
Result<void> for_each_event(const Graph& graph, RelationType type, const Row& row) {
  Result<void> done;
  for (const Edge& edge : graph.edges) {
    if (edge.type != type) continue;
    for (auto e = edge.events.begin; done && e < edge.events.end; ++e) done = row(graph.events[e]);
    if (!done) break;
  }
  return done;
}

}  // namespace entente::exporter
