#include "entente/graph/summary.h"

#include <algorithm>
#include <map>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "entente/graph/assemble/events.h"
#include "entente/graph/query.h"

namespace entente {
namespace {

using EvidenceRows = std::span<const Evidence>;

EvidenceRows rows(const Graph& graph, const Edge& edge) {
  const IdRange<EvidenceId> all{graph.events[edge.events.begin].evidence.begin,
                                graph.events[edge.events.end - 1].evidence.end};
  return graph[all];
}

Coding coding_of(const Claim& claim) { return coding_of(claim.type, claim.status, claim.commitment, claim.cameo); }

/// The text that most have; of equally many the longer, then the smaller. Empty if there is none.
template <class TextOf>
std::string usual(EvidenceRows evidence, TextOf text_of) {
  std::map<std::string, std::size_t> votes;
  for (const Evidence& row : evidence) {
    std::string text(text_of(row.claim));
    if (!text.empty()) ++votes[std::move(text)];
  }
  const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second, a.first.size(), std::string_view(b.first)) <
           std::tuple(b.second, b.first.size(), std::string_view(a.first));
  });
  return most == votes.end() ? std::string{} : most->first;
}

Coding usual_coding(EvidenceRows evidence) {
  const std::string cameo = usual(evidence, [](const Claim& claim) { return coding_of(claim).cameo; });
  const auto typical = std::find_if(evidence.begin(), evidence.end(),
                                    [&](const Evidence& row) { return coding_of(row.claim).cameo == cameo; });
  return coding_of(typical->claim);
}

/// The node that all claims name that name one; invalid if they differ.
NodeId agreed(const Graph& graph, EvidenceRows evidence, std::optional<ClaimEnd> Claim::*role) {
  std::string_view found;
  for (const Evidence& row : evidence) {
    const std::optional<ClaimEnd>& end = row.claim.*role;
    if (!end || !end->is_node()) continue;
    if (!found.empty() && found != end->id) return {};
    found = end->id;
  }
  return found.empty() ? NodeId{} : find_node(graph, found);
}

int precision(const Date& date) { return date.day != 0 ? 2 : date.month != 0 ? 1 : 0; }

/// The most precise date, then the earliest.
std::optional<Date> most_precise(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return a ? a : b;
  return std::tuple(-precision(*a), *a) <= std::tuple(-precision(*b), *b) ? a : b;
}

Support support_of(EvidenceRows evidence) {
  std::vector<std::string> words;
  for (const Evidence& row : evidence) words.push_back(words_of(row.claim.quote));
  std::vector<Testimony> testimonies;
  for (std::size_t i = 0; i < evidence.size(); ++i) {
    const Claim& claim = evidence[i].claim;
    testimonies.push_back({evidence[i].publisher, words[i], claim.doc.date, claim.confidence});
  }
  return support_of(testimonies);
}

}  // namespace

void summarize_event(const Graph& graph, Event& event) {
  const EvidenceRows evidence = graph[event.evidence];
  event.date.reset();
  event.until.reset();
  for (const Evidence& row : evidence) {
    event.date = most_precise(event.date, row.claim.date);
    event.until = most_precise(event.until, row.claim.until);
  }
  const Support support = support_of(evidence);
  event.confidence = support.confidence;
  event.sources = support.sources;
  event.affected = agreed(graph, evidence, &Claim::affected);
  event.place = agreed(graph, evidence, &Claim::place);
}

Coding coding_of(const Graph& graph, const Event& event) {
  const EvidenceRows evidence = graph[event.evidence];
  if (evidence.size() == 1) return coding_of(evidence.front().claim);
  return evidence.empty() ? graph[event.edge].coding : usual_coding(evidence);
}

std::string_view office_of(const Graph& graph, const Event& event) {
  const EvidenceRows evidence = graph[event.evidence];
  const std::string office = usual(evidence, [](const Claim& claim) { return std::string_view(claim.office); });
  const auto typical =
      std::find_if(evidence.begin(), evidence.end(), [&](const Evidence& row) { return row.claim.office == office; });
  return office.empty() || typical == evidence.end() ? graph[event.edge].office : typical->claim.office;
}

void summarize_edge(const Graph& graph, Edge& edge) {
  const EvidenceRows evidence = rows(graph, edge);
  edge.coding = usual_coding(evidence);
  edge.office = usual(evidence, [](const Claim& claim) { return std::string_view(claim.office); });
  const Support support = support_of(evidence);
  edge.confidence = support.confidence;
  edge.sources = support.sources;
  edge.claims = static_cast<std::uint32_t>(evidence.size());
  edge.affected = agreed(graph, evidence, &Claim::affected);
  edge.date.reset();
  edge.until.reset();
  for (std::uint32_t e = edge.events.begin; e < edge.events.end; ++e) {
    const Event& event = graph.events[e];
    if (event.date && (!edge.date || first_day(*event.date) < first_day(*edge.date))) edge.date = event.date;
    if (event.until && (!edge.until || last_day(*edge.until) < last_day(*event.until))) edge.until = event.until;
  }
}

void count_claims(Graph& graph) {
  for (Node& node : graph.nodes) node.claims = 0;
  for (const Edge& edge : graph.edges) {
    graph.nodes[edge.source.index()].claims += edge.claims;
    graph.nodes[edge.target.index()].claims += edge.claims;
  }
}

}  // namespace entente
