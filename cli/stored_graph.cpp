#include "entente/cli/stored_graph.h"

#include <utility>

#include "entente/cli/data_folder.h"
#include "entente/graph/assemble.h"

namespace entente::cli {

Result<Graph> assemble_stored(Store& store, const KnowledgeBase& actors, double min_confidence) {
  return store.all_claims().map([&](std::vector<Claim> claims) {
    return assemble(std::move(claims), actors, {.min_confidence = min_confidence});
  });
}

Result<StoredGraph> load_stored_graph(const std::string& path, const InputOptions& input, double min_confidence) {
  // The store first: a wrong path is the likelier mistake.
  Result<Store> store = Store::open(path, StoreMode::Read);
  if (!store) return tl::unexpected(store.error());
  Result<KnowledgeBase> actors = load_actors(input);
  if (!actors) return tl::unexpected(actors.error());
  Result<Graph> graph = assemble_stored(*store, *actors, min_confidence);
  if (!graph) return tl::unexpected(graph.error());
  return StoredGraph{std::move(*actors), std::move(*graph)};
}

std::string common_title(const Graph& graph) {
  if (graph.evidence.empty()) return "";
  const ClaimDocument& first = graph.evidence.front().claim.doc;
  for (const Evidence& evidence : graph.evidence) {
    if (evidence.claim.doc.id != first.id) return "";
  }
  return first.title;
}

}  // namespace entente::cli
