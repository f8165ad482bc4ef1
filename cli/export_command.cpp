#include <utility>

#include "entente/cli/commands.h"
#include "entente/cli/edge_filter.h"
#include "entente/cli/graph_outputs.h"
#include "entente/cli/report.h"
#include "entente/cli/stored_graph.h"

namespace entente::cli {

int run_export(const std::string& graph, const InputOptions& input, const FilterOptions& filter,
               const OutputOptions& output) {
  Result<GraphOutputs> outputs = GraphOutputs::open(output);
  if (!outputs) return fail(outputs.error());
  Result<StoredGraph> stored = load_stored_graph(graph, input, output.min_confidence);
  if (!stored) return fail(stored.error());
  const Result<Graph> selected = filtered(std::move(stored->graph), stored->actors, filter, output.quote_words);
  if (!selected) return fail(selected.error());
  Report report;
  if (selected->edges.empty()) report.line("no edge matches");
  if (const Result<void> written = outputs->write(*selected, common_title(*selected), report); !written) {
    return fail(written.error());
  }
  return report.exit_code();
}

}  // namespace entente::cli
