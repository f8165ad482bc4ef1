#include "entente/graph/validate.h"

#include <set>
#include <tuple>

#include "entente/graph/ids.h"

namespace entente {
namespace {

/// Collects problems, each with the part that has it.
class Problems {
 public:
  void check(bool holds, const std::string& part, const char* problem) {
    if (!holds) found_.push_back(part + ": " + problem);
  }
  std::vector<std::string> take() { return std::move(found_); }

 private:
  std::vector<std::string> found_;
};

bool is_probability(double value) { return value >= 0 && value <= 1; }

auto order_of(const Edge& edge) {
  return std::tuple(edge.source.value, name(edge.type), edge.target.value, name(edge.status));
}

std::string describe(const Graph& graph, const Edge& edge) {
  return graph[edge.source].id + " " + std::string(name(edge.type)) + " " + graph[edge.target].id;
}

void check_nodes(const Graph& graph, Problems& problems) {
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    const Node& node = graph.nodes[i];
    problems.check(is_node_id(node.id, node.type), node.id, "the id does not fit the type");
    problems.check(!node.label.empty(), node.id, "no label");
    problems.check(i == 0 || graph.nodes[i - 1].id < node.id, node.id, "not in order of ids");
  }
}

void check_edge(const Graph& graph, std::size_t i, Problems& problems) {
  const Edge& edge = graph.edges[i];
  const std::string part = "edge " + std::to_string(i);
  if (edge.source.value >= graph.nodes.size() || edge.target.value >= graph.nodes.size()) {
    problems.check(false, part, "an end is missing");
    return;
  }
  const std::string described = describe(graph, edge);
  problems.check(edge.source != edge.target, described, "both ends are one node");
  problems.check(fit(edge.type, graph[edge.source].type, graph[edge.target].type) == Fit::Fits, described,
                 "the ontology does not allow these ends");
  problems.check(!row(edge.type).symmetric || edge.source < edge.target, described, "symmetric, but larger id first");
  problems.check(i == 0 || order_of(graph.edges[i - 1]) < order_of(edge), described, "not in order");
  problems.check(is_probability(edge.confidence), described, "confidence outside [0,1]");
  const std::uint32_t begin = i == 0 ? 0 : graph.edges[i - 1].events.end;
  problems.check(edge.events.begin == begin && begin < edge.events.end && edge.events.end <= graph.events.size(),
                 described, "events do not adjoin");
}

void check_event(const Graph& graph, std::size_t i, std::set<std::string>& ids, Problems& problems) {
  const Event& event = graph.events[i];
  problems.check(ids.insert(event.id).second, event.id, "id used twice");
  problems.check(event.edge.value < graph.edges.size() && graph[event.edge].events.contains(EventId(i)), event.id,
                 "not among the events of its edge");
  problems.check(is_probability(event.confidence), event.id, "confidence outside [0,1]");
  const std::uint32_t begin = i == 0 ? 0 : graph.events[i - 1].evidence.end;
  problems.check(
      event.evidence.begin == begin && begin < event.evidence.end && event.evidence.end <= graph.evidence.size(),
      event.id, "evidence does not adjoin");
}

}  // namespace

Fit fit(RelationType type, NodeType source, NodeType target) {
  if (!row(type).domain.contains(source)) return Fit::OutsideDomain;
  return row(type).range.contains(target) ? Fit::Fits : Fit::OutsideRange;
}

std::vector<std::string> validate(const Graph& graph) {
  Problems problems;
  check_nodes(graph, problems);
  for (std::size_t i = 0; i < graph.edges.size(); ++i) check_edge(graph, i, problems);
  std::set<std::string> ids;
  for (std::size_t i = 0; i < graph.events.size(); ++i) check_event(graph, i, ids, problems);
  for (std::size_t i = 0; i < graph.evidence.size(); ++i) {
    const Evidence& evidence = graph.evidence[i];
    problems.check(ids.insert(evidence.id).second, evidence.id, "id used twice");
    problems.check(evidence.event.value < graph.events.size() && graph[evidence.event].evidence.contains(EvidenceId(i)),
                   evidence.id, "not among the evidence of its event");
  }
  return problems.take();
}

}  // namespace entente
