#include "entente/cli/edge_filter.h"

#include <utility>

#include "entente/graph/quotes.h"

namespace entente::cli {
namespace {

constexpr std::size_t kCandidates = 5;

std::string listed(const Graph& graph, const std::vector<NodeId>& nodes) {
  std::string out;
  for (const NodeId node : nodes) out += "\n  " + graph[node].id + "  " + graph[node].label;
  return out;
}

std::string unknown_name(const Graph& graph, const std::string& name) {
  const std::string candidates = listed(graph, find_similar_nodes(graph, name, kCandidates));
  return "no actor of this graph is named '" + name + "'" + (candidates.empty() ? "" : "; like it are:" + candidates);
}

Result<std::vector<NodeId>> nodes_of(const Graph& graph, const KnowledgeBase& actors, const std::string& option,
                                     const std::vector<std::string>& names) {
  std::vector<NodeId> nodes;
  for (const std::string& name : names) {
    const std::vector<NodeId> found = find_nodes(graph, name, actors);
    if (found.empty()) return failure(ErrorCode::NotFound, option, unknown_name(graph, name));
    if (found.size() > 1) {
      return failure(ErrorCode::InvalidArgument, option,
                     "'" + name + "' may be any of these; give its id:" + listed(graph, found));
    }
    nodes.push_back(found.front());
  }
  return nodes;
}

}  // namespace

Result<EdgeQuery> edge_query(const Graph& graph, const KnowledgeBase& actors, const FilterOptions& options) {
  if (options.since && options.until && first_day(*options.since) > last_day(*options.until)) {
    return failure(ErrorCode::InvalidArgument, "--since",
                   to_string(*options.since) + " is after " + to_string(*options.until) + ", the day of --until");
  }
  EdgeQuery query;
  query.types = options.types;
  query.statuses = options.statuses;
  query.quads = options.quads;
  query.hops = options.hops;
  query.since = options.since;
  query.until = options.until;
  query.min_sources = options.min_sources;
  query.top = options.top;
  const auto fill = [&](std::vector<NodeId>& out, const char* option, const std::vector<std::string>& names) {
    return nodes_of(graph, actors, option, names).map([&](std::vector<NodeId> nodes) { out = std::move(nodes); });
  };
  return fill(query.sources, "--source", options.sources)
      .and_then([&] { return fill(query.targets, "--target", options.targets); })
      .and_then([&] { return fill(query.ends, "--actor", options.actors); })
      .map([&] { return std::move(query); });
}

Result<Graph> filtered(Graph graph, const KnowledgeBase& actors, const FilterOptions& options,
                       std::optional<std::size_t> quote_words) {
  FilterOptions all;
  all.hops = options.hops;  // takes nothing away by itself
  if (options != all) {
    const Result<EdgeQuery> query = edge_query(graph, actors, options);
    if (!query) return tl::unexpected(query.error());
    graph = select(graph, *query);
  }
  if (quote_words) cut_quotes(graph, *quote_words);
  return graph;
}

}  // namespace entente::cli
