#include <algorithm>

#include "entente/actors/knowledge_base.h"
#include "entente/graph/query.h"

namespace entente {

std::vector<NodeId> find_nodes(const Graph& graph, std::string_view text, const KnowledgeBase& actors) {
  const NodeId by_id = find_node(graph, text);
  if (by_id.valid()) return {by_id};
  std::vector<NodeId> found = find_nodes(graph, text);
  for (const Name* name : actors.lookup_any_case(text)) {
    const NodeId node = find_node(graph, actors.actor(name->actor).id);
    if (node.valid()) found.push_back(node);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

}  // namespace entente
