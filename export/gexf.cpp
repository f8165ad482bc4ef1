#include <charconv>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

#include "entente/export/property_table.h"
#include "entente/export/property_text.h"
#include "entente/export/writers.h"
#include "entente/export/xml_text.h"

// GEXF 1.3 (https://gexf.net/), a dynamic graph: an edge an event, with the days that it lasted.
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
      return "string";
    case PropertyKind::Strings:
    case PropertyKind::Integers:
    case PropertyKind::Floats:
      return "liststring";
  }
  return {};
}

std::string declarations(std::string_view element, std::span<const Property> properties) {
  std::string out = "<attributes class=\"" + std::string(element) + "\" mode=\"static\">\n";
  for (const Property& property : properties) {
    if (is_id_or_name(property)) continue;
    out.append("<attribute id=\"").append(property.name).append("\" title=\"").append(property.name);
    out.append("\" type=\"").append(attribute_type(property.kind)).append("\"/>\n");
  }
  return out += "</attributes>\n";
}

/// A list as Gephi reads it: as JSON, but that a backslash only makes the next character part of the text, so that
/// control characters stand for themselves.
template <class Element>
std::string list_text(const std::vector<Element>& elements) {
  std::string out;
  for (const Element& element : elements) {
    out += out.empty() ? "[\"" : "\", \"";
    if constexpr (std::is_same_v<Element, std::string>) {
      for (const char c : element) out.append(c == '"' || c == '\\' ? "\\" : "") += c;
    } else {
      out += property_text(element);
    }
  }
  return out + "\"]";
}

std::string value_text(const PropertyValue& value) {
  if (const auto* texts = std::get_if<std::vector<std::string>>(&value)) return list_text(*texts);
  if (const auto* integers = std::get_if<std::vector<std::int64_t>>(&value)) return list_text(*integers);
  if (const auto* numbers = std::get_if<std::vector<double>>(&value)) return list_text(*numbers);
  return property_text(value);
}

void append_values(std::string& out, std::span<const Property> properties, const std::vector<PropertyValue>& values) {
  out += "<attvalues>";
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (is_id_or_name(properties[i]) || std::holds_alternative<std::monostate>(values[i])) continue;
    out.append("<attvalue for=\"").append(properties[i].name).append("\" value=\"");
    append_xml(out, value_text(values[i]));
    out += "\"/>";
  }
  out += "</attvalues>";
}

/// color: "#rrggbb".
void append_color(std::string& out, std::string_view color) {
  const char* const names[] = {" r=\"", " g=\"", " b=\""};
  out += "<viz:color";
  for (std::size_t i = 0; i < 3; ++i) {
    int value = 0;
    std::from_chars(color.data() + 1 + 2 * i, color.data() + 3 + 2 * i, value, 16);
    out.append(names[i]).append(std::to_string(value)).append("\"");
  }
  out += "/>";
}

void append_node(std::string& out, const Node& node, const std::vector<PropertyValue>& values) {
  out.append("<node id=\"").append(xml(node.id)).append("\" label=\"").append(xml(node.label)).append("\">");
  append_values(out, node_properties(), values);
  append_color(out, row(node.type).fill);
  out += "</node>\n";
}

void append_edge(std::string& out, const Graph& graph, const Event& event, const std::vector<PropertyValue>& values) {
  const Edge& edge = graph[event.edge];
  out.append("<edge id=\"").append(xml(event.id)).append("\" source=\"").append(xml(graph[edge.source].id));
  // Directed, also where the relation is symmetric: NetworkX reads no graph of both.
  out.append("\" target=\"").append(xml(graph[edge.target].id)).append("\" kind=\"").append(name(edge.type));
  out.append("\" label=\"").append(row(edge.type).label).append("\" weight=\"");
  out.append(std::to_string(event.sources == 0 ? 1 : event.sources)).append("\"");
  if (event.date) out.append(" start=\"").append(to_string(date_of_day(first_day(*event.date)))).append("\"");
  // An act that has no end ends with its last day; what lasts is open.
  if (event.until || (event.date && !row(edge.type).lasting)) {
    const std::int32_t end = last_day(event.until ? *event.until : *event.date);
    out.append(" end=\"").append(to_string(date_of_day(end))).append("\"");
  }
  out += '>';
  append_values(out, event_properties(), values);
  out += "</edge>\n";
}

std::string head(const WriteOptions& options) {
  std::string out = R"(<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">
<meta><creator>entente</creator>)";
  if (!options.title.empty()) out += "<description>" + xml(options.title) + "</description>";
  out += "</meta>\n<graph defaultedgetype=\"directed\" idtype=\"string\" mode=\"dynamic\" timeformat=\"date\">\n";
  out += declarations("node", node_properties());
  return out += declarations("edge", event_properties());
}

}  // namespace

Result<void> write_gexf(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  Result<void> sent = sink(head(options) + "<nodes>\n");
  std::vector<PropertyValue> values;
  std::string row;
  for (const Node& node : graph.nodes) {
    if (sent) sent = node_values(node, values);
    if (!sent) return sent;
    row.clear();
    append_node(row, node, values);
    sent = sink(row);
  }
  if (sent) sent = sink("</nodes>\n<edges>\n");
  for (const Event& event : graph.events) {
    if (sent) sent = event_values(graph, event, values);
    if (!sent) return sent;
    row.clear();
    append_edge(row, graph, event, values);
    sent = sink(row);
  }
  return sent ? sink("</edges>\n</graph>\n</gexf>\n") : sent;
}

}  // namespace entente::exporter
