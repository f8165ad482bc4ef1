#include <string>
#include <string_view>

#include "entente/export/diagram.h"
#include "entente/export/graphviz.h"
#include "entente/export/label_text.h"
#include "entente/export/writers.h"

namespace entente::exporter {
namespace {

Result<void> send(const Result<std::string>& bytes, const Sink& sink) {
  if (!bytes) return tl::unexpected(bytes.error());
  return sink(*bytes);
}

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char c : clean_text(text)) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

/// A graph that nobody draws whole: nodes and edges one by one, as a stream, without the bundles, clusters and tooltips
/// of a diagram, which would take as much memory as the graph.
Result<void> write_plain(const Graph& graph, const std::string& title, const Sink& sink) {
  auto done = sink("digraph " + quoted(title.empty() ? "entente" : title) +
                   " {\n\tgraph [charset=\"UTF-8\"];\n\tnode [style=filled];\n");
  for (const Node& node : graph.nodes) {
    if (!done) return done;
    const NodeTypeRow& type = row(node.type);
    done = sink("\t" + quoted(node.id) + " [label=" + quoted(node.label) + ", shape=" + std::string(type.shape) +
                ", fillcolor=\"" + std::string(type.fill) + "\"];\n");
  }
  for (const Edge& edge : graph.edges) {
    if (!done) return done;
    std::string line = "\t" + quoted(graph[edge.source].id) + " -> " + quoted(graph[edge.target].id) +
                       " [label=" + quoted(row(edge.type).label) + ", color=\"" +
                       std::string(line_colour(tone_of(edge))) + "\", style=" + std::string(line_style(edge.status));
    if (row(edge.type).symmetric) line += ", dir=none";
    done = sink(line + "];\n");
  }
  return done ? sink("}\n") : done;
}

}  // namespace

Result<void> write_dot(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  if (graph.edges.size() > kMaxDrawnEdges) return write_plain(graph, options.title, sink);
  return send(dot_text(diagram_of(graph, options.title)), sink);
}

Result<void> write_svg(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return send(draw(diagram_of(graph, options.title), Picture::Svg), sink);
}

Result<void> write_png(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return send(draw(diagram_of(graph, options.title), Picture::Png), sink);
}

Result<void> write_pdf(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return send(draw(diagram_of(graph, options.title), Picture::Pdf), sink);
}

}  // namespace entente::exporter
