#include "entente/export/diagram.h"
#include "entente/export/graphviz.h"
#include "entente/export/writers.h"

namespace entente::exporter {
namespace {

Result<void> send(const Result<std::string>& bytes, const Sink& sink) {
  if (!bytes) return tl::unexpected(bytes.error());
  return sink(*bytes);
}

}  // namespace

Result<void> write_dot(const Graph& graph, const WriteOptions& options, const Sink& sink) {
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
