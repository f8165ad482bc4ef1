#include <string>
#include <string_view>
#include <vector>

#include "entente/export/property_table.h"
#include "entente/export/property_text.h"
#include "entente/export/writers.h"
#include "entente/export/xml_text.h"

// GraphML (http://graphml.graphdrawing.org/specification.html), with the names, colours and line styles that yEd shows.
namespace entente::exporter {
namespace {

std::string_view attribute_type(PropertyKind kind) {
  switch (kind) {
    case PropertyKind::Integer:
      return "long";
    case PropertyKind::Float:
      return "double";
    case PropertyKind::String:
    case PropertyKind::Day:
    case PropertyKind::Strings:
    case PropertyKind::Integers:
    case PropertyKind::Floats:
      return "string";
  }
  return {};
}

/// What node and edge are called: the attribute that Gephi and igraph show. In place of the property "name".
constexpr std::string_view kLabel = "label";
/// The id of an edge once more: igraph does not keep those of edges.
constexpr std::string_view kEvent = "event";

/// Unique in the document: igraph wants keys of nodes and of edges, not of all.
std::string key_id(std::string_view element, std::string_view property) {
  return std::string(element).append("_").append(property);
}

void append_key(std::string& out, std::string_view element, std::string_view name, PropertyKind kind) {
  out.append("<key id=\"").append(key_id(element, name)).append("\" for=\"").append(element);
  out.append("\" attr.name=\"").append(name).append("\" attr.type=\"").append(attribute_type(kind)).append("\"/>\n");
}

/// Keys of properties but the id, which is the element's own.
std::string keys(std::string_view element, std::span<const Property> properties) {
  std::string out;
  append_key(out, element, kLabel, PropertyKind::String);
  if (element == "edge") append_key(out, element, kEvent, PropertyKind::String);
  for (const Property& property : properties) {
    if (!is_id_or_name(property)) append_key(out, element, property.name, property.kind);
  }
  return out;
}

void append_data(std::string& out, std::string_view key, std::string_view text) {
  out.append("<data key=\"").append(key).append("\">");
  append_xml(out, text);
  out += "</data>";
}

void append_data(std::string& out, std::string_view element, std::string_view label,
                 std::span<const Property> properties, const std::vector<PropertyValue>& values) {
  append_data(out, key_id(element, kLabel), label);
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (is_id_or_name(properties[i]) || std::holds_alternative<std::monostate>(values[i])) continue;
    append_data(out, key_id(element, properties[i].name), property_text(values[i]));
  }
}

void append_node_graphics(std::string& out, const Node& node) {
  out.append("<data key=\"node_graphics\"><y:ShapeNode><y:Fill color=\"").append(row(node.type).fill);
  out.append("\" transparent=\"false\"/><y:NodeLabel>");
  append_xml(out, node.label);
  out += "</y:NodeLabel><y:Shape type=\"roundrectangle\"/></y:ShapeNode></data>";
}

std::string_view line_type(Status status) {
  switch (status) {
    case Status::Asserted:
    case Status::Ended:
      return "line";
    case Status::Planned:
    case Status::Hypothetical:
      return "dashed";
    case Status::Negated:
    case Status::Denied:
      return "dotted";
  }
  return {};
}

/// Okabe and Ito's vermilion and blue for conflict and cooperation, as in the diagram.
std::string_view line_color(RelationType type) {
  if (row(type).polarity < 0) return "#D55E00";
  return row(type).polarity > 0 ? "#0072B2" : "#808080";
}

/// "scraps (planned)"
std::string edge_label(const Edge& edge) {
  std::string label(row(edge.type).label);
  if (edge.status != Status::Asserted) label.append(" (").append(name(edge.status)).append(")");
  return label;
}

void append_edge_graphics(std::string& out, const Edge& edge, std::string_view label) {
  out.append("<data key=\"edge_graphics\"><y:PolyLineEdge><y:LineStyle color=\"").append(line_color(edge.type));
  out.append("\" type=\"")
      .append(line_type(edge.status))
      .append("\" width=\"1.0\"/><y:Arrows source=\"none\" target=\"");
  out.append(row(edge.type).symmetric ? "none" : "standard").append("\"/><y:EdgeLabel>");
  append_xml(out, label);
  out += "</y:EdgeLabel></y:PolyLineEdge></data>";
}

std::string head(const WriteOptions& options) {
  std::string out = R"(<?xml version="1.0" encoding="UTF-8"?>
<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:y="http://www.yworks.com/xml/graphml">
)";
  if (!options.title.empty()) out += "<key id=\"g_title\" for=\"graph\" attr.name=\"title\" attr.type=\"string\"/>\n";
  out += keys("node", node_properties()) + keys("edge", event_properties());
  out += "<key id=\"node_graphics\" for=\"node\" yfiles.type=\"nodegraphics\"/>\n";
  out += "<key id=\"edge_graphics\" for=\"edge\" yfiles.type=\"edgegraphics\"/>\n";
  out += "<graph id=\"entente\" edgedefault=\"directed\">\n";
  if (!options.title.empty()) out += "<data key=\"g_title\">" + xml(options.title) + "</data>\n";
  return out;
}

}  // namespace

Result<void> write_graphml(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  Result<void> sent = sink(head(options));
  std::vector<PropertyValue> values;
  std::string row;
  for (const Node& node : graph.nodes) {
    if (sent) sent = node_values(node, values);
    if (!sent) return sent;
    row.assign("<node id=\"").append(xml(node.id)).append("\">");
    append_data(row, "node", node.label, node_properties(), values);
    append_node_graphics(row, node);
    sent = sink(row += "</node>\n");
  }
  for (const Event& event : graph.events) {
    if (sent) sent = event_values(graph, event, values);
    if (!sent) return sent;
    const Edge& edge = graph[event.edge];
    row.assign("<edge id=\"").append(xml(event.id)).append("\" source=\"").append(xml(graph[edge.source].id));
    row.append("\" target=\"").append(xml(graph[edge.target].id)).append("\">");
    const std::string label = edge_label(edge);
    append_data(row, key_id("edge", kEvent), event.id);
    append_data(row, "edge", label, event_properties(), values);
    append_edge_graphics(row, edge, label);
    sent = sink(row += "</edge>\n");
  }
  return sent ? sink("</graph>\n</graphml>\n") : sent;
}

}  // namespace entente::exporter
