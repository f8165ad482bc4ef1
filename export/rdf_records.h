#pragma once

#include <array>
#include <optional>
#include <string_view>
#include <vector>

#include "entente/base/date.h"
#include "entente/base/error.h"
#include "entente/graph/graph.h"

namespace entente::exporter {

/// A namespace of the vocabularies that the RDF formats use; that of entente itself is below the base IRI.
struct RdfPrefix {
  std::string_view name;
  std::string_view iri;  // empty: below the base
};
inline constexpr std::string_view kOwnPrefix = "ent";
inline constexpr std::array<RdfPrefix, 10> kRdfPrefixes = {{
    {kOwnPrefix, ""},
    {"dc", "http://purl.org/dc/elements/1.1/"},
    {"dcterms", "http://purl.org/dc/terms/"},
    {"owl", "http://www.w3.org/2002/07/owl#"},
    {"prov", "http://www.w3.org/ns/prov#"},
    {"rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"},
    {"rdfs", "http://www.w3.org/2000/01/rdf-schema#"},
    {"schema", "http://schema.org/"},
    {"skos", "http://www.w3.org/2004/02/skos/core#"},
    {"xsd", "http://www.w3.org/2001/XMLSchema#"},
}};

/// What a record says: its name in JSON-LD, where schemas/context.jsonld gives it an IRI, and that IRI as a CURIE.
struct RdfProperty {
  std::string_view key;
  std::string_view curie;  // without a prefix: of entente's own vocabulary
};

/// Takes the graph as records, each about one subject. Views last as long as the call; ids are percent-encoded paths
/// relative to the base IRI.
class RdfRecordSink {
 public:
  virtual ~RdfRecordSink() = default;

  /// types: classes as CURIEs, without a prefix of entente's own, or as IRIs. graph: named graph that the record
  /// belongs to, a path; empty: the default graph.
  virtual void begin(std::string_view subject, const std::vector<std::string_view>& types, std::string_view graph) = 0;
  /// The errors of what was written since begin().
  virtual Result<void> end() = 0;

  virtual void node(const RdfProperty& property, std::string_view path) = 0;
  virtual void address(const RdfProperty& property, std::string_view iri) = 0;
  /// A term of a vocabulary: a CURIE, without a prefix of entente's own.
  virtual void term(const RdfProperty& property, std::string_view name) = 0;
  /// Without U+0000 and noncharacters.
  virtual void text(const RdfProperty& property, std::string_view text) = 0;
  virtual void integer(const RdfProperty& property, std::uint32_t value) = 0;
  /// An xsd:decimal with that many digits after the point at the most.
  virtual void decimal(const RdfProperty& property, double value, int digits) = 0;
  virtual void date(const RdfProperty& property, const Date& date) = 0;

  /// Between the two, values of one property that may have several.
  virtual void begin_list(const RdfProperty&) {}
  virtual void end_list() {}
};

/// Where evidence goes: into the record of its statement, as the value of its derivedFrom; into records behind it; or
/// behind all else, article by article, each into the graph of its article.
enum class EvidencePlace { Nested, BehindStatement, ByDocument };

/// Hands the graph over: nodes with their asserted relations, a statement an event, evidence, documents (CONTRACT, RDF;
/// docs/formats/jsonld.md). Holds at most 8 bytes an evidence row. Errors: the sink's.
Result<void> write_records(const Graph& graph, EvidencePlace place, RdfRecordSink& sink);

/// The lexical form of an xsd:decimal.
std::string decimal_literal(double value, int digits);

/// The type of a date by its precision.
std::string_view date_type(const Date& date);

}  // namespace entente::exporter
