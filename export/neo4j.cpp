#include <string>
#include <string_view>
#include <vector>

#include "entente/export/csv.h"
#include "entente/export/cypher.h"
#include "entente/export/property_table.h"
#include "entente/export/writers.h"

// The folder for `neo4j-admin database import`
// (https://neo4j.com/docs/operations-manual/5/tools/neo4j-admin/neo4j-admin-import/).
namespace entente::exporter {
namespace {

constexpr std::string_view kReadme = R"(# A graph of entente for Neo4j 5 and later

    sh import.sh [DATABASE]

makes the database (default: `neo4j`) anew from this folder with `neo4j-admin database import`; the database or the server
must be stopped. Then, with the server started, `cypher-shell -d DATABASE -f constraints.cypher` adds the keys.
A database that is running is fed by the `.cypher` format instead.

- nodes.csv: one node a line, labelled `Entity` and its kind (`Country`, `Official`, …)
- relationships.csv: one relationship an event. Lists have one element a sentence of evidence, parted by U+241F (␟).
)";

constexpr std::string_view kImport = R"sh(#!/bin/sh
# Makes the database "neo4j", or the one that is named, anew from this folder. It must be stopped.
set -e
cd "$(dirname "$0")"
PATH="${NEO4J_HOME:+$NEO4J_HOME/bin:}$PATH"
exec neo4j-admin database import full "${1:-neo4j}" --overwrite-destination \
  --nodes=nodes.csv --relationships=relationships.csv --array-delimiter=U+241F --multiline-fields=true
)sh";

std::string_view header_type(PropertyKind kind) {
  switch (kind) {
    case PropertyKind::String:
      return "string";
    case PropertyKind::Integer:
      return "long";
    case PropertyKind::Float:
      return "double";
    case PropertyKind::Day:
      return "date";
    case PropertyKind::Strings:
      return "string[]";
    case PropertyKind::Integers:
      return "long[]";
    case PropertyKind::Floats:
      return "double[]";
  }
  return {};
}

std::string header(std::string_view begin, std::span<const Property> properties, std::string_view end) {
  std::string out(begin);
  for (const Property& property : properties) {
    if (&property != properties.data()) out += ',';
    out.append(property.name).append(":").append(header_type(property.kind));
  }
  return out.append(end).append("\n");
}

void append_cells(std::string& line, const std::vector<PropertyValue>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i != 0) line += ',';
    append_cell(line, values[i], "");
  }
}

Result<void> write_nodes(const Graph& graph, const Sink& sink) {
  // The id is a property, and what relationships name.
  std::string line = "id:ID";
  line += header(",", node_properties().subspan(1), ",:LABEL");
  std::vector<PropertyValue> values;
  Result<void> sent = sink(line);
  for (const Node& node : graph.nodes) {
    if (sent) sent = node_values(node, values);
    if (!sent) return sent;
    line.clear();
    append_cells(line, values);
    line.append(",\"Entity").append(kElementSeparator).append(label_name(node.type)).append("\"\n");
    sent = sink(line);
  }
  return sent;
}

Result<void> write_relationships(const Graph& graph, const Sink& sink) {
  std::string line = header(":START_ID,:END_ID,:TYPE,", event_properties(), "");
  std::vector<PropertyValue> values;
  Result<void> sent = sink(line);
  for (const Event& event : graph.events) {
    if (sent) sent = event_values(graph, event, values);
    if (!sent) return sent;
    const Edge& edge = graph[event.edge];
    line.clear();
    append_quoted(line, graph[edge.source].id);
    line += ',';
    append_quoted(line, graph[edge.target].id);
    line.append(",").append(relationship_name(edge.type)).append(",");
    append_cells(line, values);
    sent = sink(line.append("\n"));
  }
  return sent;
}

// The last is neo4j-admin's, of lines that it left out: a folder that it was run in is replaced all the same.
constexpr std::string_view kFiles[] = {"README.md", "import.sh",         "constraints.cypher",
                                       "nodes.csv", "relationships.csv", "import.report"};
constexpr Result<void> (*kWriters[])(const Graph&, const Sink&) = {
    [](const Graph&, const Sink& sink) { return sink(kReadme); },
    [](const Graph&, const Sink& sink) { return sink(kImport); },
    [](const Graph& graph, const Sink& sink) { return sink(cypher_constraints(graph)); },
    write_nodes,
    write_relationships,
};

}  // namespace

std::span<const std::string_view> neo4j_files() { return kFiles; }

Result<void> write_neo4j(const Graph& graph, const WriteOptions& /*options*/, const OpenFile& open) {
  for (std::size_t i = 0; i < std::size(kWriters); ++i) {
    const Result<Sink> sink = open(kFiles[i]);
    if (!sink) return tl::unexpected(sink.error());
    if (Result<void> written = kWriters[i](graph, *sink); !written) return written;
  }
  return {};
}

}  // namespace entente::exporter
