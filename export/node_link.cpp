#include <string>
#include <string_view>
#include <utility>

#include "entente/base/json.h"
#include "entente/export/writers.h"

namespace entente::exporter {
namespace {

void write_date(JsonWriter& json, std::string_view key, const std::optional<Date>& date) {
  json.key(key);
  date ? json.string(to_string(*date)) : json.null();
}

void write_node_id(JsonWriter& json, std::string_view key, const Graph& graph, NodeId id) {
  json.key(key);
  id.valid() ? json.string(graph[id].id) : json.null();
}

void write_strings(JsonWriter& json, std::string_view key, const std::vector<std::string>& values) {
  json.key(key).begin_array();
  for (const auto& value : values) json.string(value);
  json.end_array();
}

/// An end in the form of a claim's `source`.
void write_end(JsonWriter& json, std::string_view key, const std::optional<ClaimEnd>& end) {
  json.key(key);
  if (!end) {
    json.null();
    return;
  }
  json.begin_object().key("id").string_or_null(end->id);
  json.key("type");
  end->type ? json.string(name(*end->type)) : json.null();
  json.key("iso3").string_or_null(end->iso3).key("name").string(end->name);
  json.key("begin").integer(end->span.begin).key("end").integer(end->span.end).end_object();
}

void write_topic(JsonWriter& json, std::string_view key, const std::optional<ClaimTopic>& topic) {
  json.key(key);
  if (!topic) {
    json.null();
    return;
  }
  json.begin_object().key("text").string(topic->text);
  json.key("begin").integer(topic->span.begin).key("end").integer(topic->span.end);
  json.key("id").string_or_null(topic->id).end_object();
}

void write_coding(JsonWriter& json, const Coding& coding) {
  json.key("plover");
  coding.plover ? json.string(name(*coding.plover)) : json.null();
  json.key("cameo").string_or_null(coding.cameo).key("quad");
  coding.quad ? json.string(name(*coding.quad)) : json.null();
  json.key("goldstein");
  coding.goldstein ? json.number(*coding.goldstein) : json.null();
}

void write_node(JsonWriter& json, const Node& node) {
  json.begin_object().key("id").string(node.id).key("type").string(name(node.type)).key("label").string(node.label);
  write_strings(json, "aliases", node.aliases);
  write_strings(json, "formerIds", node.former_ids);
  json.key("iso3").string_or_null(node.iso3).key("wikidata").string_or_null(node.wikidata);
  json.key("claims").integer(node.claims).end_object();
}

void write_evidence(JsonWriter& json, const Claim& claim) {
  json.begin_object().key("doc").string(claim.doc.id).key("url").string_or_null(claim.doc.url);
  json.key("field").string(claim.field == ArticleField::Title ? "title" : "text");
  json.key("begin").integer(claim.span.begin).key("end").integer(claim.span.end).key("quote").string(claim.quote);
  write_topic(json, "about", claim.about);
  write_end(json, "place", claim.place);
  write_end(json, "speaker", claim.speaker);
  write_end(json, "affected", claim.affected);
  write_date(json, "date", claim.date);
  json.key("confidence").decimal(claim.confidence, 3);
  json.key("publisher").string_or_null(claim.doc.source);
  write_date(json, "published", claim.doc.date);
  json.key("by").string_or_null(claim.by).end_object();
}

void write_link(JsonWriter& json, const Graph& graph, const Edge& edge) {
  const auto key = std::string(name(edge.type)).append("/").append(name(edge.status));
  json.begin_object().key("source").string(graph[edge.source].id).key("target").string(graph[edge.target].id);
  json.key("key").string(key).key("type").string(name(edge.type)).key("status").string(name(edge.status));
  write_coding(json, edge.coding);
  write_node_id(json, "affected", graph, edge.affected);
  write_date(json, "date", edge.date);
  write_date(json, "until", edge.until);
  json.key("confidence").decimal(edge.confidence, 3);
  json.key("claims").integer(edge.claims).key("sources").integer(edge.sources);
  json.key("office").string_or_null(edge.office).key("evidence").begin_array();
  for (auto e = edge.events.begin; e < edge.events.end; ++e) {
    const auto& rows = graph.events[e].evidence;
    for (auto r = rows.begin; r < rows.end; ++r) write_evidence(json, graph.evidence[r].claim);
  }
  json.end_array().end_object();
}

/// Sends what the writer holds as one line of an array.
Result<void> send_row(JsonWriter& json, std::string_view separator, const std::string& subject, const Sink& sink) {
  auto row = json.take();
  if (!row) {
    row.error().source = subject;
    return tl::unexpected(std::move(row.error()));
  }
  row->insert(0, separator);
  return sink(*row);
}

Result<std::string> head(const WriteOptions& options) {
  JsonWriter json;
  json.begin_object();
  if (!options.title.empty()) json.key("title").string(options.title);
  json.end_object();
  auto attributes = json.take();
  if (!attributes) return failure(ErrorCode::Encoding, "title", attributes.error().message);
  return R"({"entente":1,"directed":true,"multigraph":true,"graph":)" + *attributes + R"(,"nodes":[)";
}

}  // namespace

Result<void> write_node_link(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  const auto begin = head(options);
  if (!begin) return tl::unexpected(begin.error());
  auto sent = sink(*begin);
  JsonWriter json;
  std::string_view separator = "\n";
  for (const Node& node : graph.nodes) {
    if (!sent) return sent;
    write_node(json, node);
    sent = send_row(json, std::exchange(separator, ",\n"), node.id, sink);
  }
  if (sent) sent = sink("\n],\"links\":[");
  separator = "\n";
  for (const Edge& edge : graph.edges) {
    if (!sent) return sent;
    write_link(json, graph, edge);
    sent = send_row(json, std::exchange(separator, ",\n"), graph[edge.source].id + " → " + graph[edge.target].id, sink);
  }
  return sent ? sink("\n]}\n") : sent;
}

}  // namespace entente::exporter
