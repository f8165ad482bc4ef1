#include <algorithm>
#include <charconv>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/base/digest.h"
#include "entente/base/json.h"
#include "entente/export/iri.h"
#include "entente/export/label_text.h"
#include "entente/export/writers.h"
#include "entente/schemas/context.h"

namespace entente::exporter {
namespace {

/// "verbal-conflict" → "verbalConflict".
std::string camel_case(std::string_view kebab) {
  std::string out;
  bool upper = false;
  for (const char c : kebab) {
    if (c != '-') out += upper && 'a' <= c && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    upper = c == '-';
  }
  return out;
}

std::string class_name(NodeType type) {
  std::string out = camel_case(name(type));
  out[0] = static_cast<char>(out[0] - 'a' + 'A');
  return out;
}

/// The lexical form of an xsd:decimal with that many digits at the most: a string, because JSON numbers would become
/// xsd:double or xsd:integer by their looks.
std::string decimal_literal(double value, int decimals) {
  char digits[48];
  const auto* end = std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed, decimals).ptr;
  std::string_view text(digits, static_cast<std::size_t>(end - digits));
  while (text.back() == '0' && text[text.size() - 2] != '.') text.remove_suffix(1);
  return std::string(text);
}

void write_date(JsonWriter& json, std::string_view key, const std::optional<Date>& date) {
  if (!date) return;
  json.key(key);
  if (date->is_day()) {
    json.string(to_string(*date));
    return;
  }
  json.begin_object().key("@value").string(to_string(*date));
  json.key("@type").string(date->month == 0 ? "xsd:gYear" : "xsd:gYearMonth").end_object();
}

void write_text(JsonWriter& json, std::string_view key, std::string_view text) {
  if (!text.empty()) json.key(key).string(text);
}

void write_texts(JsonWriter& json, std::string_view key, const std::vector<std::string>& texts) {
  if (texts.empty()) return;
  json.key(key).begin_array();
  for (const auto& text : texts) json.string(text);
  json.end_array();
}

std::string document_iri(const ClaimDocument& document) { return "document/" + short_digest(document.id); }

class JsonLdWriter {
 public:
  JsonLdWriter(const Graph& graph, const WriteOptions& options, const Sink& sink)
      : graph_(graph), options_(options), sink_(sink) {}

  Result<void> write() {
    auto done = write_head();
    if (done) done = write_nodes();
    if (done) done = write_statements();
    if (done) done = write_documents();
    return done ? sink_("\n]}\n") : done;
  }

 private:
  Result<void> write_head() {
    JsonWriter json;
    json.begin_object().key("@version").number(1.1).key("@base").string(options_.base_iri);
    json.key("@vocab").string(options_.base_iri + "ns#").end_object();
    auto own = json.take();
    if (!own) return failure(ErrorCode::Encoding, "base", own.error().message);
    own->back() = ',';
    return sink_("{\"@context\":" + *own + std::string(jsonld_context_terms()) + "},\n\"@graph\":[");
  }

  /// Nodes with their direct triples; edges lie in the order of their sources.
  Result<void> write_nodes() {
    std::size_t edge = 0;
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
      const Node& node = graph_.nodes[n];
      json_.begin_object().key("id").string(iri_path(node.id)).key("type").begin_array();
      json_.string(class_name(node.type)).string(row(node.type).close_match).end_array();
      write_text(json_, "label", node.label);
      write_texts(json_, "alias", node.aliases);
      write_text(json_, "iso3", node.iso3);
      write_text(json_, "sameAs", wikidata_iri(node.wikidata));
      if (!node.former_ids.empty()) {
        json_.key("formerId").begin_array();
        for (const auto& id : node.former_ids) json_.string(iri_path(id));
        json_.end_array();
      }
      json_.key("claims").integer(node.claims);
      while (edge < graph_.edges.size() && graph_.edges[edge].source == NodeId(n)) edge = write_direct_triples(edge);
      json_.end_object();
      if (auto sent = send_row(node.id); !sent) return sent;
    }
    return {};
  }

  /// The asserted edges from `edge` on with its source and type as one member. Returns the first edge behind them.
  std::size_t write_direct_triples(std::size_t edge) {
    const Edge& first = graph_.edges[edge];
    bool open = false;
    for (; edge < graph_.edges.size(); ++edge) {
      const Edge& next = graph_.edges[edge];
      if (next.source != first.source || next.type != first.type) break;
      if (next.status != Status::Asserted) continue;
      if (!std::exchange(open, true)) json_.key(row(first.type).camel).begin_array();
      json_.string(iri_path(graph_[next.target].id));
    }
    if (open) json_.end_array();
    return edge;
  }

  Result<void> write_statements() {
    for (const Event& event : graph_.events) {
      const Edge& edge = graph_[event.edge];
      json_.begin_object().key("id").string(iri_path(event.id)).key("type").begin_array();
      json_.string("Statement").string("rdf:Statement").end_array();
      write_node(json_, "subject", edge.source);
      json_.key("predicate").string(row(edge.type).camel);
      write_node(json_, "object", edge.target);
      json_.key("status").string(name(edge.status));
      write_coding(edge.coding);
      write_date(json_, "date", event.date);
      write_date(json_, "until", event.until);
      json_.key("confidence").string(decimal_literal(event.confidence, 3));
      json_.key("sources").integer(event.sources);
      write_text(json_, "office", edge.office);
      write_node(json_, "affected", event.affected);
      write_node(json_, "place", event.place);
      write_text(json_, "happening", iri_path(event.happening));
      json_.key("derivedFrom").begin_array();
      for (auto r = event.evidence.begin; r < event.evidence.end; ++r) write_evidence(graph_.evidence[r]);
      json_.end_array().end_object();
      if (auto sent = send_row(event.id); !sent) return sent;
    }
    return {};
  }

  void write_coding(const Coding& coding) {
    if (coding.plover) json_.key("plover").string(name(*coding.plover));
    if (coding.quad) json_.key("quad").string(camel_case(name(*coding.quad)));
    write_text(json_, "cameo", coding.cameo);
    if (coding.goldstein) json_.key("goldstein").string(decimal_literal(*coding.goldstein, 1));
  }

  void write_evidence(const Evidence& evidence) {
    const Claim& claim = evidence.claim;
    json_.begin_object().key("id").string(iri_path(evidence.id)).key("type").begin_array();
    json_.string("Evidence").string("prov:Entity").end_array();
    json_.key("derivedFrom").string(document_iri(claim.doc));
    json_.key("field").string(claim.field == ArticleField::Title ? "title" : "text");
    json_.key("begin").integer(claim.span.begin).key("end").integer(claim.span.end);
    write_text(json_, "quote", claim.quote);
    if (claim.about) {
      write_text(json_, "about", claim.about->text);
      write_node(json_, "aboutNode", find_node(claim.about->id));
    }
    if (claim.speaker) {
      write_text(json_, "speakerName", claim.speaker->name);
      write_node(json_, "speaker", find_node(claim.speaker->id));
    }
    write_date(json_, "date", claim.date);
    json_.key("confidence").string(decimal_literal(claim.confidence, 3));
    write_text(json_, "by", claim.by);
    json_.end_object();
  }

  /// Each document once, in the order of ids. Holds 4 bytes an evidence row.
  Result<void> write_documents() {
    std::vector<std::uint32_t> rows(graph_.evidence.size());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto id_of = [&](std::uint32_t r) -> const std::string& { return graph_.evidence[r].claim.doc.id; };
    std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return id_of(a) < id_of(b); });
    const auto same = [&](auto a, auto b) { return id_of(a) == id_of(b); };
    rows.erase(std::unique(rows.begin(), rows.end(), same), rows.end());
    for (const std::uint32_t r : rows) {
      const ClaimDocument& document = graph_.evidence[r].claim.doc;
      json_.begin_object().key("id").string(document_iri(document)).key("type").begin_array();
      json_.string("Document").string("schema:NewsArticle").string("prov:Entity").end_array();
      json_.key("identifier").string(document.id);
      write_text(json_, "url", web_address(document.url));
      write_text(json_, "title", document.title);
      write_text(json_, "publisher", document.source);
      write_date(json_, "published", document.date);
      json_.end_object();
      if (auto sent = send_row(document.id); !sent) return sent;
    }
    return {};
  }

  void write_node(JsonWriter& json, std::string_view key, NodeId id) {
    if (id.valid()) json.key(key).string(iri_path(graph_[id].id));
  }

  /// Invalid: not in this graph.
  NodeId find_node(std::string_view id) const {
    const auto found = std::lower_bound(graph_.nodes.begin(), graph_.nodes.end(), id,
                                        [](const Node& node, std::string_view wanted) { return node.id < wanted; });
    if (found == graph_.nodes.end() || found->id != id) return {};
    return NodeId(static_cast<std::size_t>(found - graph_.nodes.begin()));
  }

  Result<void> send_row(const std::string& subject) {
    auto text = json_.take();
    if (!text) return failure(ErrorCode::Encoding, subject, text.error().message);
    return sink_(std::string(std::exchange(separator_, ",\n")).append(*text));
  }

  const Graph& graph_;
  const WriteOptions& options_;
  const Sink& sink_;
  JsonWriter json_;
  std::string_view separator_ = "\n";
};

}  // namespace

Result<void> write_jsonld(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  if (auto base = check_base_iri(options.base_iri); !base) return base;
  return JsonLdWriter(graph, options, sink).write();
}

}  // namespace entente::exporter
