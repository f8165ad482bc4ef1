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
  const Result<StoredGraph> stored = load_stored_graph(graph, input, min_confidence);
  if (!stored) return fail(stored.error());
  const Result<EdgeQuery> query = edge_query(stored->graph, stored->actors, filter);
  if (!query) return fail(query.error());
  if (form == OutputForm::Json) {
    OutputOptions json;
    json.files = {"-"};
    json.format = "node-link";
    Result<GraphOutputs> out = GraphOutputs::open(json);
    if (!out) return fail(out.error());
    Report report;
    const Result<void> written = out->write(select(stored->graph, *query), "", report);
    return written ? report.exit_code() : fail(written.error());
  }
  const std::vector<EdgeId> edges = find_edges(stored->graph, *query);
  for (const EdgeId id : edges) {
    const Edge& edge = stored->graph[id];
    print_edge(stored->graph, edge);
    for (auto event = edge.events.begin; event < edge.events.end; ++event) {
      const auto& rows = stored->graph.events[event].evidence;
      for (auto row = rows.begin; row < rows.end; ++row) print_evidence(stored->graph.evidence[row].claim);
    }
    std::cout << '\n';
  }
  std::cout.flush();
  if (std::cout.fail()) return fail({ErrorCode::Io, "standard output", std::nullopt, "cannot be written"});
  Report report;
  if (edges.empty()) report.line("no edge matches");
  return report.exit_code();
}

}  // namespace entente::cli
