#pragma once

#include "entente/export/writer.h"

// The writers that the table in formats.cpp names; one file a format.
namespace entente::exporter {

/// Node-link JSON as NetworkX and d3 read it (CONTRACT, Node-link; docs/formats/node_link.md).
Result<void> write_node_link(const Graph& graph, const WriteOptions& options, const Sink& sink);

/// JSON-LD 1.1 with its context inside: nodes with their asserted relations, a statement an event, evidence and
/// documents (CONTRACT, RDF; docs/formats/jsonld.md).
Result<void> write_jsonld(const Graph& graph, const WriteOptions& options, const Sink& sink);

/// The same statements in the RDF syntaxes. In the two that have named graphs, evidence is in that of its article, all
/// else in the default graph.
Result<void> write_turtle(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_ntriples(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_nquads(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_trig(const Graph& graph, const WriteOptions& options, const Sink& sink);

/// The diagram as a Graphviz graph without positions (docs/formats/dot.md), and drawn.
Result<void> write_dot(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_svg(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_png(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_pdf(const Graph& graph, const WriteOptions& options, const Sink& sink);

}  // namespace entente::exporter
