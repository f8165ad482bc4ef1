#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/base/json.h"
#include "entente/export/property_table.h"
#include "entente/export/writers.h"

// The JSON of Cytoscape (.cyjs) and of Cytoscape.js, whose elements it holds, and of networkx.cytoscape_graph
// (https://js.cytoscape.org/#notation/elements-json).
namespace entente::exporter {
namespace {

void write_element(JsonWriter& json, const std::string& element) { json.string(element); }
void write_element(JsonWriter& json, std::int64_t element) { json.integer(element); }
void write_element(JsonWriter& json, double element) { json.number(element); }

struct ValueWriter {
  JsonWriter& json;

  void operator()(std::monostate) const { json.null(); }
  void operator()(std::string_view text) const { json.string(text); }
  void operator()(std::int64_t value) const { json.integer(value); }
  void operator()(double value) const { json.number(value); }
  void operator()(Date date) const { json.string(to_string(date)); }
  template <class Element>
  void operator()(const std::vector<Element>& elements) const {
    json.begin_array();
    for (const Element& element : elements) write_element(json, element);
    json.end_array();
  }
};

/// Members for the values that are there: Cytoscape makes columns of them, and takes null for no value of a list.
void write_values(JsonWriter& json, std::span<const Property> properties, const std::vector<PropertyValue>& values) {
  for (std::size_t i = 0; i < properties.size(); ++i) {
    if (std::holds_alternative<std::monostate>(values[i])) continue;
    json.key(properties[i].name);
    std::visit(ValueWriter{json}, values[i]);
  }
}

Result<void> send_row(JsonWriter& json, std::string_view separator, const std::string& subject, const Sink& sink) {
  auto row = json.take();
  if (!row) return failure(row.error().code, subject, row.error().message);
  return sink(row->insert(0, separator));
}

Result<std::string> head(const WriteOptions& options) {
  JsonWriter json;
  json.begin_object().key("name").string(options.title.empty() ? "entente" : options.title).end_object();
  const auto data = json.take();
  if (!data) return failure(ErrorCode::Encoding, "title", data.error().message);
  return R"({"format_version":"1.0","generated_by":"entente","target_cytoscapejs_version":"~3.0",)"
         R"("directed":true,"multigraph":true,"data":)" +
         *data + R"(,"elements":{"nodes":[)";
}

}  // namespace

Result<void> write_cytoscape(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  const auto begin = head(options);
  if (!begin) return tl::unexpected(begin.error());
  Result<void> sent = sink(*begin);
  JsonWriter json;
  std::vector<PropertyValue> values;
  std::string_view separator = "\n";
  for (const Node& node : graph.nodes) {
    if (sent) sent = node_values(node, values);
    if (!sent) return sent;
    json.begin_object().key("data").begin_object();
    write_values(json, node_properties(), values);
    // What networkx.cytoscape_graph takes for the node itself.
    json.key("value").string(node.id).end_object().end_object();
    sent = send_row(json, std::exchange(separator, ",\n"), node.id, sink);
  }
  if (sent) sent = sink("\n],\"edges\":[");
  separator = "\n";
  for (const Event& event : graph.events) {
    if (sent) sent = event_values(graph, event, values);
    if (!sent) return sent;
    const Edge& edge = graph[event.edge];
    json.begin_object().key("data").begin_object();
    write_values(json, event_properties(), values);
    json.key("source").string(graph[edge.source].id).key("target").string(graph[edge.target].id);
    // Cytoscape's name of the kind of an edge; NetworkX's key of parallel ones.
    json.key("key").string(event.id).key("interaction").string(row(edge.type).label).end_object().end_object();
    sent = send_row(json, std::exchange(separator, ",\n"), event.id, sink);
  }
  return sent ? sink("\n]}}\n") : sent;
}

}  // namespace entente::exporter
