#include "entente/export/rdf_records.h"

#include <algorithm>
#include <charconv>
#include <numeric>
#include <string>

#include "entente/base/digest.h"
#include "entente/export/iri.h"
#include "entente/export/label_text.h"

namespace entente::exporter {
namespace {

constexpr RdfProperty kLabel{"label", "rdfs:label"};
constexpr RdfProperty kAlias{"alias", "skos:altLabel"};
constexpr RdfProperty kIso3{"iso3", "iso3"};
constexpr RdfProperty kSameAs{"sameAs", "owl:sameAs"};
constexpr RdfProperty kFormerId{"formerId", "dcterms:replaces"};
constexpr RdfProperty kClaims{"claims", "claims"};
constexpr RdfProperty kSubject{"subject", "rdf:subject"};
constexpr RdfProperty kPredicate{"predicate", "rdf:predicate"};
constexpr RdfProperty kObject{"object", "rdf:object"};
constexpr RdfProperty kStatus{"status", "status"};
constexpr RdfProperty kPlover{"plover", "plover"};
constexpr RdfProperty kQuad{"quad", "quad"};
constexpr RdfProperty kCameo{"cameo", "cameo"};
constexpr RdfProperty kGoldstein{"goldstein", "goldstein"};
constexpr RdfProperty kDate{"date", "date"};
constexpr RdfProperty kUntil{"until", "until"};
constexpr RdfProperty kConfidence{"confidence", "confidence"};
constexpr RdfProperty kSources{"sources", "sources"};
constexpr RdfProperty kOffice{"office", "office"};
constexpr RdfProperty kAffected{"affected", "affected"};
constexpr RdfProperty kPlace{"place", "place"};
constexpr RdfProperty kHappening{"happening", "happening"};
constexpr RdfProperty kDerivedFrom{"derivedFrom", "prov:wasDerivedFrom"};
constexpr RdfProperty kField{"field", "field"};
constexpr RdfProperty kBegin{"begin", "begin"};
constexpr RdfProperty kEnd{"end", "end"};
constexpr RdfProperty kQuote{"quote", "prov:value"};
constexpr RdfProperty kAbout{"about", "about"};
constexpr RdfProperty kAboutNode{"aboutNode", "aboutNode"};
constexpr RdfProperty kSpeakerName{"speakerName", "speakerName"};
constexpr RdfProperty kSpeaker{"speaker", "speaker"};
constexpr RdfProperty kBy{"by", "by"};
constexpr RdfProperty kIdentifier{"identifier", "dcterms:identifier"};
constexpr RdfProperty kUrl{"url", "schema:url"};
constexpr RdfProperty kTitle{"title", "dcterms:title"};
constexpr RdfProperty kPublisher{"publisher", "dc:publisher"};
constexpr RdfProperty kPublished{"published", "dcterms:issued"};

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

/// Bytes at `begin` that are U+0000 or a noncharacter, which parsers of RDF warn of or drop; 0: none.
std::size_t unfit_at(std::string_view text, std::size_t begin) {
  const auto byte = [&](std::size_t i) {
    return begin + i < text.size() ? static_cast<unsigned char>(text[begin + i]) : 0U;
  };
  if (byte(0) == 0) return 1;
  if (byte(0) == 0xEF) {
    const bool last_two = byte(1) == 0xBF && byte(2) >= 0xBE;
    const bool block = byte(1) == 0xB7 && byte(2) >= 0x90 && byte(2) <= 0xAF;
    return last_two || block ? 3 : 0;
  }
  return byte(0) >= 0xF0 && (byte(1) & 0x0FU) == 0x0F && byte(2) == 0xBF && byte(3) >= 0xBE ? 4 : 0;
}

/// The text with U+FFFD in place of what is unfit. Bound to text or scratch.
std::string_view fit_text(std::string_view text, std::string& scratch) {
  const auto suspect = [](char c) { return c == '\0' || static_cast<unsigned char>(c) >= 0xEF; };
  if (std::none_of(text.begin(), text.end(), suspect)) return text;
  scratch.clear();
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t size = suspect(text[i]) ? unfit_at(text, i) : 0; size > 0) {
      scratch += "\xEF\xBF\xBD";
      i += size;
    } else {
      scratch += text[i++];
    }
  }
  return scratch;
}

std::string document_iri(const ClaimDocument& document) { return "document/" + short_digest(document.id); }

class RecordWriter {
 public:
  RecordWriter(const Graph& graph, EvidencePlace place, RdfRecordSink& sink)
      : graph_(graph), place_(place), sink_(sink) {}

  Result<void> write() {
    auto done = write_nodes();
    if (done) done = write_statements();
    if (done) done = write_documents();
    return done;
  }

 private:
  /// Nodes with their direct triples; edges lie in the order of their sources.
  Result<void> write_nodes() {
    std::size_t edge = 0;
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
      const Node& node = graph_.nodes[n];
      const std::string own = class_name(node.type);
      sink_.begin(iri_path(node.id), {own, row(node.type).close_match}, {});
      text(kLabel, node.label);
      if (!node.aliases.empty()) {
        sink_.begin_list(kAlias);
        for (const auto& alias : node.aliases) sink_.text(kAlias, fit_text(alias, scratch_));
        sink_.end_list();
      }
      text(kIso3, node.iso3);
      address(kSameAs, wikidata_iri(node.wikidata));
      if (!node.former_ids.empty()) {
        sink_.begin_list(kFormerId);
        for (const auto& id : node.former_ids) sink_.node(kFormerId, iri_path(id));
        sink_.end_list();
      }
      sink_.integer(kClaims, node.claims);
      while (edge < graph_.edges.size() && graph_.edges[edge].source == NodeId(n)) edge = write_direct_triples(edge);
      if (auto ended = sink_.end(); !ended) return about(ended, node.id);
    }
    return {};
  }

  /// The asserted edges from `edge` on with its source and type as one list. Returns the first edge behind them.
  std::size_t write_direct_triples(std::size_t edge) {
    const Edge& first = graph_.edges[edge];
    const RdfProperty relation{row(first.type).camel, row(first.type).camel};
    bool open = false;
    for (; edge < graph_.edges.size(); ++edge) {
      const Edge& next = graph_.edges[edge];
      if (next.source != first.source || next.type != first.type) break;
      if (next.status != Status::Asserted) continue;
      if (!open) sink_.begin_list(relation);
      open = true;
      sink_.node(relation, iri_path(graph_[next.target].id));
    }
    if (open) sink_.end_list();
    return edge;
  }

  Result<void> write_statements() {
    for (const Event& event : graph_.events) {
      const Edge& edge = graph_[event.edge];
      sink_.begin(iri_path(event.id), {"Statement", "rdf:Statement"}, {});
      node(kSubject, edge.source);
      sink_.term(kPredicate, row(edge.type).camel);
      node(kObject, edge.target);
      sink_.term(kStatus, name(edge.status));
      write_coding(edge.coding);
      date(kDate, event.date);
      date(kUntil, event.until);
      sink_.decimal(kConfidence, event.confidence, 3);
      sink_.integer(kSources, event.sources);
      text(kOffice, edge.office);
      node(kAffected, event.affected);
      node(kPlace, event.place);
      if (!event.happening.empty()) sink_.node(kHappening, iri_path(event.happening));
      sink_.begin_list(kDerivedFrom);
      for (auto r = event.evidence.begin; r < event.evidence.end; ++r) {
        const Evidence& evidence = graph_.evidence[r];
        if (place_ != EvidencePlace::Nested) {
          sink_.node(kDerivedFrom, iri_path(evidence.id));
        } else if (auto written = write_evidence(evidence); !written) {
          return written;
        }
      }
      sink_.end_list();
      if (auto ended = sink_.end(); !ended) return about(ended, event.id);
      if (place_ != EvidencePlace::BehindStatement) continue;
      for (auto r = event.evidence.begin; r < event.evidence.end; ++r) {
        if (auto written = write_evidence(graph_.evidence[r]); !written) return written;
      }
    }
    return {};
  }

  void write_coding(const Coding& coding) {
    if (coding.plover) sink_.term(kPlover, name(*coding.plover));
    if (coding.quad) sink_.term(kQuad, camel_case(name(*coding.quad)));
    text(kCameo, coding.cameo);
    if (coding.goldstein) sink_.decimal(kGoldstein, *coding.goldstein, 1);
  }

  Result<void> write_evidence(const Evidence& evidence) {
    const Claim& claim = evidence.claim;
    const std::string document = document_iri(claim.doc);
    sink_.begin(iri_path(evidence.id), {"Evidence", "prov:Entity"},
                place_ == EvidencePlace::ByDocument ? std::string_view(document) : std::string_view());
    sink_.node(kDerivedFrom, document);
    sink_.text(kField, claim.field == ArticleField::Title ? "title" : "text");
    sink_.integer(kBegin, claim.span.begin);
    sink_.integer(kEnd, claim.span.end);
    text(kQuote, claim.quote);
    if (claim.about) {
      text(kAbout, claim.about->text);
      node(kAboutNode, find_node(claim.about->id));
    }
    if (claim.speaker) {
      text(kSpeakerName, claim.speaker->name);
      node(kSpeaker, find_node(claim.speaker->id));
    }
    date(kDate, claim.date);
    sink_.decimal(kConfidence, claim.confidence, 3);
    text(kBy, claim.by);
    return about(sink_.end(), evidence.id);
  }

  /// Each document once, in the order of ids; then, if that is where it goes, evidence in the same order.
  Result<void> write_documents() {
    std::vector<std::uint32_t> rows(graph_.evidence.size());
    std::iota(rows.begin(), rows.end(), 0U);
    const auto id_of = [&](std::uint32_t r) -> const std::string& { return graph_.evidence[r].claim.doc.id; };
    std::stable_sort(rows.begin(), rows.end(), [&](auto a, auto b) { return id_of(a) < id_of(b); });
    for (std::size_t i = 0; i < rows.size(); ++i) {
      if (i > 0 && id_of(rows[i - 1]) == id_of(rows[i])) continue;
      if (auto written = write_document(graph_.evidence[rows[i]].claim.doc); !written) return written;
    }
    if (place_ != EvidencePlace::ByDocument) return {};
    for (const std::uint32_t r : rows) {
      if (auto written = write_evidence(graph_.evidence[r]); !written) return written;
    }
    return {};
  }

  Result<void> write_document(const ClaimDocument& document) {
    sink_.begin(document_iri(document), {"Document", "schema:NewsArticle", "prov:Entity"}, {});
    sink_.text(kIdentifier, fit_text(document.id, scratch_));
    address(kUrl, web_address(document.url));
    text(kTitle, document.title);
    text(kPublisher, document.source);
    date(kPublished, document.date);
    return about(sink_.end(), document.id);
  }

  void text(const RdfProperty& property, std::string_view value) {
    if (!value.empty()) sink_.text(property, fit_text(value, scratch_));
  }
  void address(const RdfProperty& property, std::string_view value) {
    if (!value.empty()) sink_.address(property, value);
  }
  void node(const RdfProperty& property, NodeId id) {
    if (id.valid()) sink_.node(property, iri_path(graph_[id].id));
  }
  void date(const RdfProperty& property, const std::optional<Date>& value) {
    if (value) sink_.date(property, *value);
  }

  /// Invalid: not in this graph.
  NodeId find_node(std::string_view id) const {
    const auto found = std::lower_bound(graph_.nodes.begin(), graph_.nodes.end(), id,
                                        [](const Node& node, std::string_view wanted) { return node.id < wanted; });
    if (found == graph_.nodes.end() || found->id != id) return {};
    return NodeId(static_cast<std::size_t>(found - graph_.nodes.begin()));
  }

  /// The result, its error with the subject that it is about.
  static Result<void> about(Result<void> result, const std::string& subject) {
    if (!result && result.error().source.empty()) result.error().source = subject;
    return result;
  }

  const Graph& graph_;
  EvidencePlace place_;
  RdfRecordSink& sink_;
  std::string scratch_;
};

}  // namespace

Result<void> write_records(const Graph& graph, EvidencePlace place, RdfRecordSink& sink) {
  return RecordWriter(graph, place, sink).write();
}

std::string decimal_literal(double value, int digits) {
  char buffer[48];
  const auto* end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::fixed, digits).ptr;
  std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
  while (text.back() == '0' && text[text.size() - 2] != '.') text.remove_suffix(1);
  return std::string(text);
}

std::string_view date_type(const Date& date) {
  if (date.is_day()) return "xsd:date";
  return date.month == 0 ? "xsd:gYear" : "xsd:gYearMonth";
}

}  // namespace entente::exporter
