#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/digest.h"
#include "entente/base/json.h"
#include "entente/export/diagram.h"
#include "entente/export/explorer_assets.h"
#include "entente/export/label_text.h"
#include "entente/export/writers.h"
#include "entente/graph/query.h"

namespace entente::exporter {
namespace {

/// What a Content-Security-Policy calls a script by.
std::string script_hash(std::string_view script) { return "'sha256-" + sha256_base64(script) + "'"; }

/// JSON that cannot end the element that it stands in.
std::string within_html(std::string_view json) {
  std::string out;
  out.reserve(json.size() + json.size() / 64);
  for (const char c : json) {
    if (c == '<')
      out += "\\u003c";
    else
      out += c;
  }
  return out;
}

class ExplorerWriter {
 public:
  ExplorerWriter(const Graph& graph, const WriteOptions& options, const Sink& sink)
      : graph_(graph), options_(options), sink_(sink) {}

  Result<void> write() {
    const std::string policy =
        "default-src 'none'; base-uri 'none'; form-action 'none'; img-src data: blob:; "
        "style-src 'unsafe-inline'; script-src " +
        script_hash(kExplorerLibrary) + " " + script_hash(kExplorerScript);
    auto done = sink_(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
        policy + "\">\n<title>entente</title>\n<style>\n" + std::string(kExplorerStyle) +
        "</style>\n</head>\n<body>\n" + std::string(kExplorerPage) + "<script type=\"application/json\" id=\"data\">");
    if (done) done = write_data();
    if (done) done = sink_("</script>\n<script>");
    if (done) done = sink_(kExplorerLibrary);
    if (done) done = sink_("</script>\n<script>");
    if (done) done = sink_(kExplorerScript);
    return done ? sink_("</script>\n</body>\n</html>\n") : done;
  }

 private:
  Result<void> write_data() {
    json_.begin_object().key("title").string(options_.title).key("line").string(source_line_of(graph_));
    write_kinds();
    if (auto sent = write_nodes(); !sent) return sent;
    number_documents();
    json_.key("edges").begin_array();
    for (const Edge& edge : graph_.edges) {
      write_edge(edge);
      if (auto sent = send(); !sent) return sent;
    }
    json_.end_array();
    if (auto sent = write_documents(); !sent) return sent;
    json_.end_object();
    auto rest = json_.take();
    if (!rest) return failure(ErrorCode::Encoding, "", rest.error().message);
    return sink_(within_html(*rest));
  }

  Result<void> send() { return sink_(within_html(json_.flush())); }

  void write_kinds() {
    json_.key("kinds").begin_object();
    for (std::size_t k = 0; k < kNodeTypeCount; ++k) {
      const NodeTypeRow& kind = row(static_cast<NodeType>(k));
      json_.key(kind.name).begin_object().key("label").string(kind.label).key("fill").string(kind.fill).end_object();
    }
    json_.end_object().key("relations").begin_object();
    for (std::size_t r = 0; r < kRelationTypeCount; ++r) {
      const RelationRow& relation = row(static_cast<RelationType>(r));
      json_.key(relation.name).begin_object().key("label").string(relation.label);
      json_.key("polarity").integer(relation.polarity).key("symmetric").boolean(relation.symmetric);
      json_.key("belonging").boolean(is_belonging(static_cast<RelationType>(r))).end_object();
    }
    json_.end_object();
  }

  Result<void> write_nodes() {
    json_.key("nodes").begin_array();
    for (const Node& node : graph_.nodes) {
      json_.begin_object().key("id").string(node.id).key("type").string(name(node.type));
      json_.key("label").string(clean_text(node.label)).key("aliases").begin_array();
      for (const std::string& alias : node.aliases) json_.string(clean_text(alias));
      json_.end_array().key("iso3").string(node.iso3).key("wikidata").string(node.wikidata);
      json_.key("claims").integer(node.claims).end_object();
      if (auto sent = send(); !sent) return sent;
    }
    json_.end_array();
    return {};
  }

  /// The documents in the order of their ids, 8 bytes each; while they are sorted, 8 an evidence row.
  void number_documents() {
    documents_.reserve(graph_.evidence.size());
    for (const Evidence& evidence : graph_.evidence) documents_.push_back(&evidence.claim.doc);
    std::sort(documents_.begin(), documents_.end(), [](auto a, auto b) { return a->id < b->id; });
    documents_.erase(std::unique(documents_.begin(), documents_.end(), [](auto a, auto b) { return a->id == b->id; }),
                     documents_.end());
    documents_.shrink_to_fit();
  }

  std::int64_t number_of(const ClaimDocument& document) const {
    return std::lower_bound(documents_.begin(), documents_.end(), document.id,
                            [](const ClaimDocument* other, const std::string& id) { return other->id < id; }) -
           documents_.begin();
  }

  void write_edge(const Edge& edge) {
    json_.begin_object().key("s").integer(edge.source.value).key("t").integer(edge.target.value);
    json_.key("type").string(row(edge.type).name).key("status").string(name(edge.status));
    if (edge.coding.quad) json_.key("quad").string(name(*edge.coding.quad));
    if (edge.coding.plover)
      json_.key("plover").string(name(*edge.coding.plover)).key("cameo").string(edge.coding.cameo);
    if (!edge.office.empty()) json_.key("office").string(clean_text(edge.office));
    if (edge.affected.valid()) json_.key("affected").integer(edge.affected.value);
    write_dates(edge.date, edge.until);
    json_.key("confidence").decimal(edge.confidence, 3).key("claims").integer(edge.claims);
    json_.key("sources").integer(edge.sources).key("events").begin_array();
    for (auto e = edge.events.begin; e < edge.events.end; ++e) {
      const Event& event = graph_.events[e];
      json_.begin_object();
      write_dates(event.date, event.until);
      json_.key("evidence").begin_array();
      for (auto r = event.evidence.begin; r < event.evidence.end; ++r) write_evidence(graph_.evidence[r].claim);
      json_.end_array().end_object();
    }
    json_.end_array().end_object();
  }

  void write_dates(const std::optional<Date>& date, const std::optional<Date>& until) {
    if (date) json_.key("date").string(to_string(*date));
    if (until) json_.key("until").string(to_string(*until));
  }

  void write_evidence(const Claim& claim) {
    json_.begin_object().key("d").integer(number_of(claim.doc));
    json_.key("q").string(claim.quote);
    // A quote that was cut has lost its place in the article.
    const bool whole = claim.quote.size() == claim.span.end - claim.span.begin;
    if (whole) {
      write_span("t", claim, claim.trigger);
      write_span("a", claim, claim.source.span);
      write_span("b", claim, claim.target.span);
    }
    if (claim.speaker) json_.key("speaker").string(clean_text(claim.speaker->name));
    json_.end_object();
  }

  /// Bytes within the quote.
  void write_span(std::string_view key, const Claim& claim, ByteSpan span) {
    if (span.begin < claim.span.begin || span.end > claim.span.end || span.begin >= span.end) return;
    json_.key(key)
        .begin_array()
        .integer(span.begin - claim.span.begin)
        .integer(span.end - claim.span.begin)
        .end_array();
  }

  Result<void> write_documents() {
    json_.key("documents").begin_array();
    for (const ClaimDocument* document : documents_) {
      json_.begin_object().key("id").string(document->id).key("url").string(web_address(document->url));
      json_.key("title").string(clean_text(document->title)).key("source").string(clean_text(document->source));
      if (document->date) json_.key("date").string(to_string(*document->date));
      json_.end_object();
      if (auto sent = send(); !sent) return sent;
    }
    json_.end_array();
    return {};
  }

  const Graph& graph_;
  const WriteOptions& options_;
  const Sink& sink_;
  JsonWriter json_;
  std::vector<const ClaimDocument*> documents_;
};

}  // namespace

Result<void> write_explorer(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return ExplorerWriter(graph, options, sink).write();
}

}  // namespace entente::exporter
