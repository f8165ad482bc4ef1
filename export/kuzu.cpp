#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "entente/export/csv.h"
#include "entente/export/property_table.h"
#include "entente/export/writers.h"

// The folder for LadybugDB and for Kùzu, whose successor it is: a schema, a file a table, and the statements that load
// them (https://docs.ladybugdb.com/import/csv). The CSV reader takes list cells apart without minding quotes and drops
// empty elements, so lists are text here that the loading statements split.
namespace entente::exporter {
namespace {

// An empty element of a list: U+2400, "symbol for null".
constexpr std::string_view kEmptyElement = "\xE2\x90\x80";

constexpr std::string_view kReadme = R"(# A graph of entente for LadybugDB, or Kùzu

    pip install ladybug
    python3 load.py my.lbdb

makes a database of this folder. By hand, in this folder: run schema.cypher, then copy.cypher, in a new database.

- nodes.csv: one node a line, for the table `Entity`
- <relation>.csv: one event a line, for the table of that relation (`CRITICIZES`, `MEETS`, …)

Lists have one element a sentence of evidence; in the files they are parted by U+241F (␟), an empty one is U+2400 (␀).
)";

constexpr std::string_view kLoad = R"py(#!/usr/bin/env python3
"""Makes a database of this folder: load.py DATABASE (a new one). Needs the package ladybug, or kuzu."""
import os
import pathlib
import sys

try:
    import ladybug as engine
except ImportError:
    import kuzu as engine

if len(sys.argv) != 2:
    sys.exit(__doc__)
path = os.path.abspath(sys.argv[1])
if os.path.exists(path):
    sys.exit(path + " is there already")
folder = pathlib.Path(__file__).resolve().parent
os.chdir(folder)
connection = engine.Connection(engine.Database(path))
for name in ("schema.cypher", "copy.cypher"):
    for statement in (folder / name).read_text(encoding="utf-8").split(";\n"):
        if statement.strip():
            connection.execute(statement)
)py";

std::string_view column_type(PropertyKind kind) {
  switch (kind) {
    case PropertyKind::String:
      return "STRING";
    case PropertyKind::Integer:
      return "INT64";
    case PropertyKind::Float:
      return "DOUBLE";
    case PropertyKind::Day:
      return "DATE";
    case PropertyKind::Strings:
      return "STRING[]";
    case PropertyKind::Integers:
      return "INT64[]";
    case PropertyKind::Floats:
      return "DOUBLE[]";
  }
  return {};
}

bool is_list(PropertyKind kind) {
  return kind == PropertyKind::Strings || kind == PropertyKind::Integers || kind == PropertyKind::Floats;
}

std::string quoted_name(std::string_view name) { return std::string("`").append(name).append("`"); }

/// The list that the text of a column holds.
std::string split(const Property& property) {
  const std::string elements =
      "string_split(" + quoted_name(property.name) + ", '" + std::string(kElementSeparator) + "')";
  if (property.kind != PropertyKind::Strings) {
    return "CAST(" + elements + " AS " + std::string(column_type(property.kind)) + ")";
  }
  return "list_transform(" + elements + ", x -> CASE WHEN x = '" + std::string(kEmptyElement) + "' THEN '' ELSE x END)";
}

/// "COPY table FROM (LOAD … RETURN …);" for the ends, if any, and the properties.
std::string copy_statement(std::string_view table, std::string_view file, std::span<const std::string_view> ends,
                           std::span<const Property> properties) {
  std::string columns;
  std::string values;
  for (const std::string_view end : ends) {
    columns.append(end).append(" STRING, ");
    values.append(end).append(", ");
  }
  for (const Property& property : properties) {
    const std::string_view separator = &property == properties.data() ? "" : ", ";
    columns.append(separator).append(quoted_name(property.name)).append(" ");
    columns.append(is_list(property.kind) ? "STRING" : column_type(property.kind));
    values.append(separator).append(is_list(property.kind) ? split(property) : quoted_name(property.name));
  }
  return "COPY " + std::string(table) + " FROM (LOAD WITH HEADERS (" + columns + ") FROM '" + std::string(file) +
         "' (HEADER=true, DELIM=',', QUOTE='\"', ESCAPE='\"', PARALLEL=false, AUTO_DETECT=false) RETURN " + values +
         ");\n";
}

std::string columns(std::span<const Property> properties) {
  std::string out;
  for (const Property& property : properties) {
    if (&property != properties.data()) out += ", ";
    out.append(quoted_name(property.name)).append(" ").append(column_type(property.kind));
  }
  return out;
}

constexpr std::string_view kEnds[] = {"`from`", "`to`"};

/// A table for each relation, there or not, so that a query for one finds none instead of failing.
std::string schema() {
  std::string out = "CREATE NODE TABLE Entity (" + columns(node_properties()) + ", PRIMARY KEY (`id`));\n";
  for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
    out += "CREATE REL TABLE " + relationship_name(static_cast<RelationType>(i)) + " (FROM Entity TO Entity, " +
           columns(event_properties()) + ");\n";
  }
  return out;
}

std::array<bool, kRelationTypeCount> relations_in(const Graph& graph) {
  std::array<bool, kRelationTypeCount> out{};
  for (const Edge& edge : graph.edges) out[static_cast<std::size_t>(edge.type)] = true;
  return out;
}

std::string file_name(RelationType type) { return std::string(name(type)) + ".csv"; }

std::string copy_statements(const Graph& graph) {
  std::string out;
  if (!graph.nodes.empty()) out = copy_statement("Entity", "nodes.csv", {}, node_properties());
  const auto occurs = relations_in(graph);
  for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
    const auto type = static_cast<RelationType>(i);
    if (occurs[i]) out += copy_statement(relationship_name(type), file_name(type), kEnds, event_properties());
  }
  return out;
}

std::string header(std::string_view begin, std::span<const Property> properties) {
  std::string out(begin);
  for (const Property& property : properties) {
    out.append(&property == properties.data() ? "" : ",").append(property.name);
  }
  return out += '\n';
}

void append_cells(std::string& line, const std::vector<PropertyValue>& values) {
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (i != 0) line += ',';
    append_cell(line, values[i], kEmptyElement);
  }
  line += '\n';
}

Result<void> write_nodes(const Graph& graph, const Sink& sink) {
  Result<void> sent = sink(header("", node_properties()));
  std::vector<PropertyValue> values;
  std::string line;
  for (const Node& node : graph.nodes) {
    if (sent) sent = node_values(node, values);
    if (!sent) return sent;
    line.clear();
    append_cells(line, values);
    sent = sink(line);
  }
  return sent;
}

Result<void> write_events(const Graph& graph, RelationType type, const Sink& sink) {
  if (Result<void> sent = sink(header("from,to,", event_properties())); !sent) return sent;
  std::vector<PropertyValue> values;
  std::string line;
  return for_each_event(graph, type, [&](const Event& event) -> Result<void> {
    if (Result<void> filled = event_values(graph, event, values); !filled) return filled;
    line.clear();
    append_quoted(line, graph[graph[event.edge].source].id);
    line += ',';
    append_quoted(line, graph[graph[event.edge].target].id);
    line += ',';
    append_cells(line, values);
    return sink(line);
  });
}

Result<void> write_text(const OpenFile& open, std::string_view file, std::string_view text) {
  const Result<Sink> sink = open(file);
  return sink ? (*sink)(text) : tl::unexpected(sink.error());
}

std::vector<std::string> all_names() {
  std::vector<std::string> out = {"README.md", "load.py", "schema.cypher", "copy.cypher", "nodes.csv"};
  for (std::size_t i = 0; i < kRelationTypeCount; ++i) out.push_back(file_name(static_cast<RelationType>(i)));
  return out;
}

}  // namespace

std::span<const std::string_view> kuzu_files() {
  static const std::vector<std::string> names = all_names();
  static const std::vector<std::string_view> views(names.begin(), names.end());
  return views;
}

Result<void> write_kuzu(const Graph& graph, const WriteOptions& /*options*/, const OpenFile& open) {
  Result<void> done = write_text(open, "README.md", kReadme);
  if (done) done = write_text(open, "load.py", kLoad);
  if (done) done = write_text(open, "schema.cypher", schema());
  if (done) done = write_text(open, "copy.cypher", copy_statements(graph));
  if (!done) return done;
  const Result<Sink> nodes = open("nodes.csv");
  if (!nodes) return tl::unexpected(nodes.error());
  done = write_nodes(graph, *nodes);
  const auto occurs = relations_in(graph);
  for (std::size_t i = 0; done && i < kRelationTypeCount; ++i) {
    if (!occurs[i]) continue;
    const auto type = static_cast<RelationType>(i);
    const Result<Sink> sink = open(file_name(type));
    if (!sink) return tl::unexpected(sink.error());
    done = write_events(graph, type, *sink);
  }
  return done;
}

}  // namespace entente::exporter
