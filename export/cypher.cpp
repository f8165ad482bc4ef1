#include "entente/export/cypher.h"

#include <array>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/export/property_table.h"
#include "entente/export/writers.h"

// Statements for a Neo4j that is running: `cypher-shell -f graph.cypher`
// (https://neo4j.com/docs/cypher-manual/5/). Run again, they change nothing.
namespace entente::exporter {
namespace {

// Rows of one statement, and bytes at which it is ended: what a server plans and holds in one go.
constexpr std::size_t kBatchRows = 500;
constexpr std::size_t kBatchBytes = 200'000;

/// A string literal. Control characters are written as escapes, so that terminals and editors bear the file.
void append_literal(std::string& out, std::string_view text) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  out += '\'';
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\'' || c == '\\') {
      out.append("\\") += c;
    } else if (c == '\n') {
      out += "\\n";
    } else if (byte < 0x20 || byte == 0x7F) {
      out.append("\\u00").append({kHex[byte >> 4U], kHex[byte & 15U]});
    } else {
      out += c;
    }
  }
  out += '\'';
}

struct LiteralWriter {
  std::string& out;
  PropertyKind kind;

  void operator()(std::monostate) const { out += "null"; }
  void operator()(std::string_view text) const { append_literal(out, text); }
  void operator()(std::int64_t value) const { out += std::to_string(value); }
  void operator()(double value) const { out += float_text(value); }
  void operator()(Date date) const {
    out.append(kind == PropertyKind::Day ? "date('" : "'").append(to_string(date));
    out.append(kind == PropertyKind::Day ? "')" : "'");
  }
  template <class Element>
  void operator()(const std::vector<Element>& elements) const {
    out += '[';
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (i != 0) out += ", ";
      if constexpr (std::is_same_v<Element, std::string>) {
        append_literal(out, elements[i]);
      } else {
        (*this)(elements[i]);
      }
    }
    out += ']';
  }
};

enum class Absent { LeftOut, Null };

void append_map(std::string& out, std::span<const Property> properties, const std::vector<PropertyValue>& values,
                Absent absent) {
  out += '{';
  bool first = true;
  for (std::size_t i = 0; i < properties.size(); ++i) {
    if (absent == Absent::LeftOut && std::holds_alternative<std::monostate>(values[i])) continue;
    if (!std::exchange(first, false)) out += ", ";
    out.append(properties[i].name).append(": ");
    std::visit(LiteralWriter{out, properties[i].kind}, values[i]);
  }
  out += '}';
}

/// Rows of one kind, as statements "UNWIND [rows] AS row <action>;".
class Batches {
 public:
  Batches(std::string action, const Sink& sink) : action_(std::move(action)), sink_(sink) {}

  Result<void> add(std::string_view row) {
    text_.append(rows_ == 0 ? "UNWIND [\n" : ",\n").append(row);
    if (++rows_ < kBatchRows && text_.size() < kBatchBytes) return {};
    return end();
  }

  Result<void> end() {
    if (rows_ == 0) return {};
    text_.append("\n] AS row\n").append(action_).append(";\n");
    const Result<void> sent = sink_(text_);
    text_.clear();
    rows_ = 0;
    return sent;
  }

 private:
  std::string action_;
  const Sink& sink_;
  std::string text_;
  std::size_t rows_ = 0;
};

/// Sets the kind's label, and takes away those of kinds that the same id may have had: a person becomes an official.
std::string merge_node(NodeType type) {
  std::string out = "MERGE (n:Entity {id: row.id})\nSET n += row, n:" + label_name(type);
  for (std::size_t i = 0; i < kNodeTypeCount; ++i) {
    const auto other = static_cast<NodeType>(i);
    if (other != type && row(other).id_prefix == row(type).id_prefix) out += "\nREMOVE n:" + label_name(other);
  }
  return out;
}

std::string merge_relationship(RelationType type) {
  return "MATCH (source:Entity {id: row.source})\nMATCH (target:Entity {id: row.target})\nMERGE (source)-[r:" +
         relationship_name(type) + " {id: row.id}]->(target)\nSET r = row.properties";
}

Result<void> write_nodes(const Graph& graph, NodeType type, const Sink& sink) {
  Batches batches(merge_node(type), sink);
  std::vector<PropertyValue> values;
  std::string row;
  for (const Node& node : graph.nodes) {
    if (node.type != type) continue;
    Result<void> done = node_values(node, values);
    if (!done) return done;
    row.clear();
    // What the graph no longer says of it is taken away; what others added stays.
    append_map(row, node_properties(), values, Absent::Null);
    done = batches.add(row);
    if (!done) return done;
  }
  return batches.end();
}

Result<void> write_relationships(const Graph& graph, RelationType type, const Sink& sink) {
  Batches batches(merge_relationship(type), sink);
  std::vector<PropertyValue> values;
  std::string row;
  Result<void> done = for_each_event(graph, type, [&](const Event& event) -> Result<void> {
    if (Result<void> filled = event_values(graph, event, values); !filled) return filled;
    row = "{id: ";
    append_literal(row, event.id);
    row += ", source: ";
    append_literal(row, graph[graph[event.edge].source].id);
    row += ", target: ";
    append_literal(row, graph[graph[event.edge].target].id);
    row += ", properties: ";
    append_map(row, event_properties(), values, Absent::LeftOut);
    return batches.add(row += '}');
  });
  return done ? batches.end() : done;
}

}  // namespace

std::string cypher_constraints(const Graph& graph) {
  std::string out = "CREATE CONSTRAINT entente_entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;\n";
  std::array<bool, kRelationTypeCount> occurs{};
  for (const Edge& edge : graph.edges) occurs[static_cast<std::size_t>(edge.type)] = true;
  for (std::size_t i = 0; i < kRelationTypeCount; ++i) {
    if (!occurs[i]) continue;
    const auto type = static_cast<RelationType>(i);
    std::string key(row(type).camel);
    out.append("CREATE CONSTRAINT entente_").append(key).append("_id IF NOT EXISTS FOR ()-[r:");
    out.append(relationship_name(type)).append("]-() REQUIRE r.id IS UNIQUE;\n");
  }
  return out;
}

Result<void> write_cypher(const Graph& graph, const WriteOptions& /*options*/, const Sink& sink) {
  Result<void> sent = sink(
      "// A graph of entente, for Neo4j 5.7 and later: cypher-shell -f FILE. May be run again: what is there is "
      "brought up "
      "to date.\n" +
      cypher_constraints(graph));
  for (std::size_t i = 0; sent && i < kNodeTypeCount; ++i) sent = write_nodes(graph, static_cast<NodeType>(i), sink);
  for (std::size_t i = 0; sent && i < kRelationTypeCount; ++i) {
    sent = write_relationships(graph, static_cast<RelationType>(i), sink);
  }
  return sent;
}

}  // namespace entente::exporter
