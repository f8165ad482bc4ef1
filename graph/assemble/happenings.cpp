#include "entente/graph/assemble/happenings.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>
#include <string>
#include <tuple>

namespace entente {
namespace {

/// For each node the state that it is or acts for; invalid: none.
std::vector<NodeId> represented_states(const Graph& graph, const ActorLookup& actors) {
  std::map<std::string_view, NodeId> state_of_iso3;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    if (node.type == NodeType::Country && !node.iso3.empty() && node.id == "country/" + node.iso3) {
      state_of_iso3[node.iso3] = NodeId(i);
    }
  }
  std::vector<NodeId> states(graph.nodes.size());
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    const Actor* actor = actors.actor(node.id);
    const bool state_body =
        actor != nullptr && (actor->kind == ActorKind::Government || actor->kind == ActorKind::Military ||
                             actor->kind == ActorKind::Intelligence);
    if (node.type == NodeType::Country) {
      states[i] = NodeId(i);
    } else if (node.type == NodeType::Official || state_body) {
      const auto state = state_of_iso3.find(node.iso3);
      if (state != state_of_iso3.end()) states[i] = state->second;
    }
  }
  for (const Edge& edge : graph.edges) {
    const bool ties = edge.type == RelationType::Represents || edge.type == RelationType::PartOf;
    const Node& body = graph[edge.source];
    if (ties && edge.status == Status::Asserted && body.type == NodeType::Organisation && !body.iso3.empty() &&
        graph[edge.target].type == NodeType::Country && graph[edge.target].iso3 == body.iso3) {
      states[edge.source.index()] = edge.target;
    }
  }
  return states;
}

std::set<std::string_view> documents_of(const Graph& graph, const Event& event) {
  std::set<std::string_view> documents;
  for (std::uint32_t e = event.evidence.begin; e < event.evidence.end; ++e) {
    documents.insert(graph.evidence[e].claim.doc.id);
  }
  return documents;
}

bool share_document(const Graph& graph, const Event& a, const Event& b) {
  const auto documents = documents_of(graph, a);
  const auto others = documents_of(graph, b);
  return std::any_of(documents.begin(), documents.end(), [&](auto document) { return others.count(document) != 0; });
}

std::uint32_t root(std::vector<std::uint32_t>& parent, std::uint32_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

/// Whether b's end may be a's under another name: equal, or one of them is the state that the other acts for. Both are
/// known to have one state or to be equal.
bool ends_fit(NodeId a, NodeId b, const std::vector<NodeId>& states) {
  return a == b || states[a.index()] == b || states[b.index()] == a;
}

}  // namespace

void join_happenings(Graph& graph, const std::vector<std::optional<Days>>& days, const ActorLookup& actors) {
  const std::vector<NodeId> states = represented_states(graph, actors);
  const auto state_or_self = [&](NodeId node) { return states[node.index()].valid() ? states[node.index()] : node; };
  using Key = std::tuple<RelationType, Status, NodeId, NodeId, bool, std::int32_t, std::int32_t>;
  std::map<Key, std::vector<std::uint32_t>> groups;
  for (std::uint32_t e = 0; e < graph.events.size(); ++e) {
    graph.events[e].happening = graph.events[e].id;
    const Edge& edge = graph[graph.events[e].edge];
    if (row(edge.type).lasting) continue;
    NodeId source = state_or_self(edge.source);
    NodeId target = state_or_self(edge.target);
    if (row(edge.type).symmetric && target < source) std::swap(source, target);
    const Days when = days[e].value_or(Days{});
    groups[{edge.type, edge.status, source, target, days[e].has_value(), when.first, when.last}].push_back(e);
  }
  std::vector<std::uint32_t> parent(graph.events.size());
  std::iota(parent.begin(), parent.end(), 0U);
  for (const auto& [key, events] : groups) {
    for (std::size_t i = 0; i < events.size(); ++i) {
      for (std::size_t j = 0; j < i; ++j) {
        const Edge& a = graph[graph.events[events[i]].edge];
        const Edge& b = graph[graph.events[events[j]].edge];
        const bool straight = ends_fit(a.source, b.source, states) && ends_fit(a.target, b.target, states);
        const bool crossed =
            row(a.type).symmetric && ends_fit(a.source, b.target, states) && ends_fit(a.target, b.source, states);
        if (!straight && !crossed) continue;
        if (!std::get<4>(key) && !share_document(graph, graph.events[events[i]], graph.events[events[j]])) continue;
        parent[root(parent, events[i])] = root(parent, events[j]);
      }
    }
  }
  std::map<std::uint32_t, std::string> smallest;
  for (std::uint32_t e = 0; e < graph.events.size(); ++e) {
    std::string& id = smallest[root(parent, e)];
    if (id.empty() || graph.events[e].id < id) id = graph.events[e].id;
  }
  for (std::uint32_t e = 0; e < graph.events.size(); ++e) graph.events[e].happening = smallest[root(parent, e)];
}

}  // namespace entente
