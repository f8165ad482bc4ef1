#include "entente/graph/query.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <tuple>

#include "entente/graph/ids.h"
#include "entente/graph/summary.h"

namespace entente {
namespace {

// Shorter words, "of" or "the", tell nothing.
constexpr std::size_t kTellingWord = 4;

/// Beginnings of the words that tell something.
std::vector<std::string> telling_words(std::string_view text) {
  std::vector<std::string> words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" -/", begin), text.size());
    std::string word = name_key(text.substr(begin, end - begin));
    if (word.size() >= kTellingWord) words.push_back(word.substr(0, kTellingWord));
    begin = end + 1;
  }
  return words;
}

template <class Value>
bool takes(const std::vector<Value>& wanted, Value value) {
  return wanted.empty() || std::find(wanted.begin(), wanted.end(), value) != wanted.end();
}

bool takes_ends(const Edge& edge, const EdgeQuery& query) {
  const bool straight = takes(query.sources, edge.source) && takes(query.targets, edge.target);
  const bool crossed =
      row(edge.type).symmetric && takes(query.sources, edge.target) && takes(query.targets, edge.source);
  return (straight || crossed) && (takes(query.ends, edge.source) || takes(query.ends, edge.target) ||
                                   (edge.affected.valid() && takes(query.ends, edge.affected)));
}

/// Whether some day from date to until lies in the query's days.
bool takes_days(Date date, Date until, const EdgeQuery& query) {
  return (!query.until || first_day(date) <= last_day(*query.until)) &&
         (!query.since || last_day(until) >= first_day(*query.since));
}

/// The day of an act; of a lasting relation, the last on which an article still told of it.
Date last_known(const Graph& graph, const Event& event, Date date) {
  const Edge& edge = graph[event.edge];
  Date last = date;
  if (!row(edge.type).lasting || edge.status != Status::Asserted) return last;
  for (std::uint32_t e = event.evidence.begin; e < event.evidence.end; ++e) {
    const std::optional<Date>& published = graph.evidence[e].claim.doc.date;
    if (published && last_day(*published) > last_day(last)) last = *published;
  }
  return last;
}

bool takes_days_of(const Graph& graph, const Event& event, const EdgeQuery& query) {
  if (!query.since && !query.until) return true;
  if (event.date || event.until) {
    const Date date = event.date ? *event.date : *event.until;
    return takes_days(date, event.until ? *event.until : last_known(graph, event, date), query);
  }
  for (std::uint32_t e = event.evidence.begin; e < event.evidence.end; ++e) {
    const std::optional<Date>& published = graph.evidence[e].claim.doc.date;
    if (published && takes_days(*published, *published, query)) return true;
  }
  return false;
}

bool takes_quad(const Graph& graph, const Event& event, const EdgeQuery& query) {
  if (query.quads.empty()) return true;
  const std::optional<Quad> quad = coding_of(graph, event).quad;
  return quad && takes(query.quads, *quad);
}

bool takes_event(const Graph& graph, const Event& event, const EdgeQuery& query) {
  return takes_quad(graph, event, query) && takes_days_of(graph, event, query);
}

bool takes_edge(const Graph& graph, const Edge& edge, const EdgeQuery& query) {
  if (edge.confidence < query.min_confidence || !takes(query.types, edge.type) || !takes(query.statuses, edge.status) ||
      !takes_ends(edge, query)) {
    return false;
  }
  for (std::uint32_t e = edge.events.begin; e < edge.events.end; ++e) {
    if (takes_event(graph, graph.events[e], query)) return true;
  }
  return false;
}

std::vector<EdgeId> find_edges(const Graph& graph, const EdgeQuery& query) {
  std::vector<EdgeId> found;
  for (std::size_t e = 0; e < graph.edges.size(); ++e) {
    if (takes_edge(graph, graph.edges[e], query)) found.push_back(EdgeId(e));
  }
  return found;
}

/// The query with `ends` widened to all that are less than `hops` edges away from them.
EdgeQuery widened(const Graph& graph, EdgeQuery query) {
  if (query.ends.empty()) return query;
  std::vector<bool> reached(graph.nodes.size(), false);
  for (const NodeId node : query.ends) reached[node.index()] = true;
  for (std::uint32_t hop = 1; hop < query.hops; ++hop) {
    const std::size_t before = query.ends.size();
    for (const EdgeId edge : find_edges(graph, query)) {
      for (const NodeId node : {graph[edge].source, graph[edge].target}) {
        if (reached[node.index()]) continue;
        reached[node.index()] = true;
        query.ends.push_back(node);
      }
    }
    if (query.ends.size() == before) break;
  }
  return query;
}

/// The best edges, and those that say where their ends belong, in their order.
std::vector<EdgeId> top_edges(const Graph& graph, std::size_t count) {
  std::vector<EdgeId> edges;
  for (std::size_t e = 0; e < graph.edges.size(); ++e) edges.push_back(EdgeId(e));
  std::stable_sort(edges.begin(), edges.end(), [&](EdgeId a, EdgeId b) {
    const auto rank = [&](EdgeId id) {
      const Edge& edge = graph[id];
      return std::tuple(!is_belonging(edge.type), edge.sources, edge.claims, edge.confidence);
    };
    return rank(a) > rank(b);
  });
  const auto rest = edges.begin() + static_cast<std::ptrdiff_t>(std::min(edges.size(), count));
  std::vector<bool> shown(graph.nodes.size(), false);
  for (auto edge = edges.begin(); edge != rest; ++edge)
    shown[graph[*edge].source.index()] = shown[graph[*edge].target.index()] = true;
  edges.erase(std::remove_if(rest, edges.end(),
                             [&](EdgeId id) {
                               const Edge& edge = graph[id];
                               return !is_belonging(edge.type) || !shown[edge.source.index()] ||
                                      !shown[edge.target.index()];
                             }),
              edges.end());
  std::sort(edges.begin(), edges.end());
  return edges;
}

/// Copies parts of one graph into another, renumbering. Nodes are copied all, and dropped when it is known which of
/// them are named.
class Selection {
 public:
  explicit Selection(const Graph& from) : from_(from) { to_.nodes = from.nodes; }

  void add(const Edge& edge, const EdgeQuery& query) {
    Edge copy = edge;
    copy.events.begin = static_cast<std::uint32_t>(to_.events.size());
    for (std::uint32_t e = edge.events.begin; e < edge.events.end; ++e) {
      if (takes_event(from_, from_.events[e], query)) add(from_.events[e]);
    }
    copy.events.end = static_cast<std::uint32_t>(to_.events.size());
    if (copy.events.size() != edge.events.size()) summarize_edge(to_, copy);
    if (copy.sources < query.min_sources) {
      to_.evidence.resize(copy.events.empty() ? to_.evidence.size() : to_.events[copy.events.begin].evidence.begin);
      to_.events.resize(copy.events.begin);
      return;
    }
    to_.edges.push_back(std::move(copy));
  }

  Graph take() {
    count_claims(to_);
    drop_unnamed_nodes();
    to_.claims.read = to_.claims.kept = static_cast<std::uint32_t>(to_.evidence.size());
    return std::move(to_);
  }

 private:
  void add(const Event& event) {
    Event copy = event;
    copy.edge = EdgeId(to_.edges.size());
    copy.evidence.begin = static_cast<std::uint32_t>(to_.evidence.size());
    for (std::uint32_t e = event.evidence.begin; e < event.evidence.end; ++e) {
      to_.evidence.push_back(from_.evidence[e]);
      to_.evidence.back().event = EventId(to_.events.size());
    }
    copy.evidence.end = static_cast<std::uint32_t>(to_.evidence.size());
    to_.events.push_back(std::move(copy));
  }

  void drop_unnamed_nodes() {
    std::vector<bool> named(to_.nodes.size(), false);
    const auto name_node = [&](NodeId node) {
      if (node.valid()) named[node.index()] = true;
    };
    const auto name_end = [&](const std::optional<ClaimEnd>& end) {
      if (end && end->is_node()) name_node(find_node(to_, end->id));
    };
    for (const Edge& edge : to_.edges) {
      name_node(edge.source);
      name_node(edge.target);
    }
    for (const Evidence& evidence : to_.evidence) {
      name_end(evidence.claim.affected);
      name_end(evidence.claim.place);
      name_end(evidence.claim.speaker);
    }
    std::vector<NodeId> place(named.size());
    std::vector<Node> kept;
    for (std::size_t i = 0; i < named.size(); ++i) {
      if (!named[i]) continue;
      place[i] = NodeId(kept.size());
      kept.push_back(std::move(to_.nodes[i]));
    }
    to_.nodes = std::move(kept);
    const auto renumber = [&](NodeId& node) {
      if (node.valid()) node = place[node.index()];
    };
    for (Edge& edge : to_.edges) {
      renumber(edge.source);
      renumber(edge.target);
      renumber(edge.affected);
    }
    for (Event& event : to_.events) {
      renumber(event.affected);
      renumber(event.place);
    }
    for (Evidence& evidence : to_.evidence) {
      auto& about = evidence.claim.about;
      if (about && !find_node(to_, about->id).valid()) about->id.clear();
    }
  }

  const Graph& from_;
  Graph to_;
};

}  // namespace

bool is_belonging(RelationType type) {
  return type == RelationType::HoldsOfficeIn || type == RelationType::Represents ||
         type == RelationType::SpokespersonFor || type == RelationType::MemberOf || type == RelationType::PartOf;
}

NodeId find_node(const Graph& graph, std::string_view id) {
  const auto found = std::lower_bound(graph.nodes.begin(), graph.nodes.end(), id,
                                      [](const Node& node, std::string_view wanted) { return node.id < wanted; });
  if (found == graph.nodes.end() || found->id != id) return {};
  return NodeId(static_cast<std::size_t>(found - graph.nodes.begin()));
}

std::vector<NodeId> find_nodes(const Graph& graph, std::string_view text) {
  const NodeId by_id = find_node(graph, text);
  if (by_id.valid()) return {by_id};
  const std::string key = name_key(text);
  const auto is_key = [&](const std::string& name) { return name_key(name) == key; };
  std::vector<NodeId> found;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    if (is_key(node.label) || std::any_of(node.aliases.begin(), node.aliases.end(), is_key) ||
        std::find(node.former_ids.begin(), node.former_ids.end(), text) != node.former_ids.end()) {
      found.push_back(NodeId(i));
    }
  }
  return found;
}

std::vector<NodeId> find_similar_nodes(const Graph& graph, std::string_view text, std::size_t limit) {
  const std::vector<std::string> wanted = telling_words(text);
  const auto is_similar = [&](const std::string& name) {
    const std::vector<std::string> words = telling_words(name);
    return std::find_first_of(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
  };
  std::vector<NodeId> found;
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    if (is_similar(node.label) || std::any_of(node.aliases.begin(), node.aliases.end(), is_similar)) {
      found.push_back(NodeId(i));
    }
  }
  std::stable_sort(found.begin(), found.end(), [&](NodeId a, NodeId b) { return graph[a].claims > graph[b].claims; });
  found.resize(std::min(found.size(), limit));
  return found;
}

Graph select(const Graph& graph, const EdgeQuery& query) {
  const EdgeQuery wide = widened(graph, query);
  Selection selection(graph);
  for (const EdgeId edge : find_edges(graph, wide)) selection.add(graph[edge], wide);
  Graph part = selection.take();
  if (query.top == 0 || part.edges.size() <= query.top) return part;
  Selection best(part);
  for (const EdgeId edge : top_edges(part, query.top)) best.add(part[edge], {});
  return best.take();
}

}  // namespace entente
