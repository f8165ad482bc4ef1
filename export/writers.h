#pragma once

#include <span>
#include <string_view>

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

/// The graph as a page to explore: one file of HTML that loads nothing (docs/formats/explorer.md). Text of articles is
/// data in it, never markup or script.
Result<void> write_explorer(const Graph& graph, const WriteOptions& options, const Sink& sink);

/// The diagram as a Graphviz graph without positions (docs/formats/dot.md), and drawn.
Result<void> write_dot(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_svg(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_png(const Graph& graph, const WriteOptions& options, const Sink& sink);
Result<void> write_pdf(const Graph& graph, const WriteOptions& options, const Sink& sink);

/// Property graphs: a relationship an event (docs/formats/property_graphs.md).
/// The folder for `neo4j-admin database import`.
Result<void> write_neo4j(const Graph& graph, const WriteOptions& options, const OpenFile& open);
std::span<const std::string_view> neo4j_files();
/// Statements that bring a Neo4j that is running up to date.
Result<void> write_cypher(const Graph& graph, const WriteOptions& options, const Sink& sink);
/// The folder for LadybugDB and Kùzu.
Result<void> write_kuzu(const Graph& graph, const WriteOptions& options, const OpenFile& open);
std::span<const std::string_view> kuzu_files();
/// GraphML for yEd, NetworkX, igraph, Gephi.
Result<void> write_graphml(const Graph& graph, const WriteOptions& options, const Sink& sink);
/// GEXF 1.3 with the days of events, for Gephi.
Result<void> write_gexf(const Graph& graph, const WriteOptions& options, const Sink& sink);
/// Cytoscape's and Cytoscape.js's JSON.
Result<void> write_cytoscape(const Graph& graph, const WriteOptions& options, const Sink& sink);

/// Event data as political scientists know it, a row an event (docs/formats/events_csv.md).
Result<void> write_event_table(const Graph& graph, const WriteOptions& options, const Sink& sink);

}  // namespace entente::exporter
