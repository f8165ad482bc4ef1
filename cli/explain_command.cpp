#include <iostream>

#include "entente/base/json.h"
#include "entente/cli/commands.h"
#include "entente/cli/edge_filter.h"
#include "entente/cli/graph_outputs.h"
#include "entente/cli/report.h"
#include "entente/cli/stored_graph.h"

namespace entente::cli {
namespace {

std::string rounded(double value) {
  JsonWriter json;
  json.decimal(value, 2);
  return json.take().value_or("");
}

void print_edge(const Graph& graph, const Edge& edge) {
  std::cout << graph[edge.source].label << " | " << row(edge.type).label << " | " << graph[edge.target].label << "  ("
            << name(edge.status);
  if (edge.coding.plover) std::cout << ", " << name(*edge.coding.plover) << ' ' << edge.coding.cameo;
  if (!edge.office.empty()) std::cout << ", " << edge.office;
  if (edge.affected.valid()) std::cout << ", affects " << graph[edge.affected].label;
  std::cout << "; confidence " << rounded(edge.confidence) << ", " << counted(edge.claims, "claim") << ", "
            << counted(edge.sources, "source") << ")\n";
}

void print_evidence(const Claim& claim) {
  std::cout << "  ";
  if (claim.date) std::cout << to_string(*claim.date) << "  ";
  std::cout << "\"" << claim.quote << "\"\n    " << claim.doc.id << ' '
            << (claim.field == ArticleField::Title ? "title" : "text") << ' ' << claim.span.begin << '-'
            << claim.span.end;
  if (!claim.doc.source.empty()) std::cout << ", " << claim.doc.source;
  if (claim.doc.date) std::cout << ", " << to_string(*claim.doc.date);
  if (claim.speaker) std::cout << "; said by " << claim.speaker->name;
  if (claim.about) std::cout << "; about " << claim.about->text;
  if (claim.place) std::cout << "; in " << claim.place->name;
  std::cout << "; confidence " << rounded(claim.confidence) << '\n';
}

}  // namespace

int run_explain(const std::string& graph, const InputOptions& input, const FilterOptions& filter, double min_confidence,
                OutputForm form) {
  Result<StoredGraph> stored = load_stored_graph(graph, input, min_confidence);
  if (!stored) return fail(stored.error());
  const Result<Graph> part = filtered(std::move(stored->graph), stored->actors, filter);
  if (!part) return fail(part.error());
  if (form == OutputForm::Json) {
    OutputOptions json;
    json.files = {"-"};
    json.format = "node-link";
    Result<GraphOutputs> out = GraphOutputs::open(json);
    if (!out) return fail(out.error());
    Report report;
    const Result<void> written = out->write(*part, "", report);
    return written ? report.exit_code() : fail(written.error());
  }
  for (const Edge& edge : part->edges) {
    print_edge(*part, edge);
    for (auto event = edge.events.begin; event < edge.events.end; ++event) {
      const auto& rows = part->events[event].evidence;
      for (auto row = rows.begin; row < rows.end; ++row) print_evidence(part->evidence[row].claim);
    }
    std::cout << '\n';
  }
  std::cout.flush();
  if (std::cout.fail()) return fail({ErrorCode::Io, "standard output", std::nullopt, "cannot be written"});
  Report report;
  if (part->edges.empty()) report.line("no edge matches");
  return report.exit_code();
}

}  // namespace entente::cli
