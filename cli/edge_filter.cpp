#include "entente/cli/edge_filter.h"

namespace entente::cli {
namespace {

Result<std::vector<NodeId>> nodes_of(const Graph& graph, const KnowledgeBase& actors, const std::string& option,
                                     const std::vector<std::string>& names) {
  std::vector<NodeId> nodes;
  for (const std::string& name : names) {
    const std::vector<NodeId> found = find_nodes(graph, name, actors);
    if (found.empty()) return failure(ErrorCode::NotFound, option, "no actor of this graph is named '" + name + "'");
    if (found.size() > 1) {
      std::string candidates;
      for (const NodeId node : found) candidates += "\n  " + graph[node].id + "  " + graph[node].label;
      return failure(ErrorCode::InvalidArgument, option,
                     "'" + name + "' may be any of these; give its id:" + candidates);
    }
    nodes.push_back(found.front());
  }
  return nodes;
}

}  // namespace

Result<EdgeQuery> edge_query(const Graph& graph, const KnowledgeBase& actors, const FilterOptions& options) {
  EdgeQuery query;
  query.types = options.types;
  query.statuses = options.statuses;
  const auto fill = [&](std::vector<NodeId>& out, const char* option, const std::vector<std::string>& names) {
    return nodes_of(graph, actors, option, names).map([&](std::vector<NodeId> nodes) { out = std::move(nodes); });
  };
  return fill(query.sources, "--source", options.sources)
      .and_then([&] { return fill(query.targets, "--target", options.targets); })
      .and_then([&] { return fill(query.ends, "--actor", options.actors); })
      .map([&] { return std::move(query); });
}

}  // namespace entente::cli
