#include "entente/graph/assemble.h"

#include <algorithm>
#include <map>
#include <set>
#include <span>
#include <string>
#include <tuple>
#include <utility>

#include "entente/base/digest.h"
#include "entente/graph/assemble/events.h"
#include "entente/graph/assemble/happenings.h"
#include "entente/graph/assemble/identity.h"
#include "entente/graph/claims_jsonl.h"
#include "entente/graph/summary.h"
#include "entente/graph/validate.h"

namespace entente {
namespace {

/// An edge's source, type, target and status; symmetric relations have the smaller id first.
auto edge_key(const IdentifiedClaim& identified) {
  const Claim& claim = identified.claim;
  const bool swapped = row(claim.type).symmetric && identified.target < identified.source;
  return std::tuple(swapped ? identified.target : identified.source, name(claim.type),
                    swapped ? identified.source : identified.target, name(claim.status));
}

bool is_before(const IdentifiedClaim& a, const IdentifiedClaim& b) {
  const auto a_key = edge_key(a);
  const auto b_key = edge_key(b);
  return a_key != b_key ? a_key < b_key : is_before(a.claim, b.claim);
}

std::uint32_t ClaimCounts::*reason_against(const IdentifiedClaim& identified, const std::vector<Node>& nodes,
                                           double min_confidence) {
  const Claim& claim = identified.claim;
  if (claim.confidence < min_confidence) return &ClaimCounts::below_confidence;
  if (!identified.source.valid() || !identified.target.valid()) return &ClaimCounts::without_node;
  if (identified.source == identified.target) return &ClaimCounts::same_ends;
  switch (fit(claim.type, nodes[identified.source.index()].type, nodes[identified.target.index()].type)) {
    case Fit::OutsideDomain:
      return &ClaimCounts::outside_domain;
    case Fit::OutsideRange:
      return &ClaimCounts::outside_range;
    case Fit::Fits:
      return nullptr;
  }
  return nullptr;
}

/// Claims in order of their edges. Of readings of the same words in an article the surest stays, then that of the text.
std::vector<IdentifiedClaim> without_repeats(std::vector<IdentifiedClaim> claims, ClaimCounts& counts) {
  std::sort(claims.begin(), claims.end(), [](const IdentifiedClaim& a, const IdentifiedClaim& b) {
    if (a.claim.confidence != b.claim.confidence) return a.claim.confidence > b.claim.confidence;
    if (a.claim.field != b.claim.field) return a.claim.field > b.claim.field;
    return is_before(a, b);
  });
  std::set<std::tuple<std::string, std::string, std::string, std::optional<Date>, std::optional<Date>,
                      decltype(edge_key(claims.front()))>>
      seen;
  std::vector<IdentifiedClaim> kept;
  for (IdentifiedClaim& identified : claims) {
    const Claim& claim = identified.claim;
    std::string words = words_of(claim.quote);
    if (words.empty()) {
      words = "@" + std::to_string(static_cast<int>(claim.field)) + " " + std::to_string(claim.span.begin) + "-" +
              std::to_string(claim.span.end);
    }
    if (!seen.emplace(claim.doc.id, claim.by, std::move(words), claim.date, claim.until, edge_key(identified)).second) {
      ++counts.repeated;
      continue;
    }
    kept.push_back(std::move(identified));
  }
  counts.kept = static_cast<std::uint32_t>(kept.size());
  std::sort(kept.begin(), kept.end(), [](const auto& a, const auto& b) { return is_before(a, b); });
  return kept;
}

/// Claims in order of their edges, without those that stay out.
std::vector<IdentifiedClaim> admit(Identities& identities, double min_confidence, ClaimCounts& counts) {
  std::vector<IdentifiedClaim> admitted;
  for (IdentifiedClaim& identified : identities.claims) {
    ++counts.read;
    const auto reason = reason_against(identified, identities.nodes, min_confidence);
    if (reason != nullptr) {
      ++(counts.*reason);
    } else {
      admitted.push_back(std::move(identified));
    }
  }
  return without_repeats(std::move(admitted), counts);
}

/// Builds edges, events and evidence from claims in order of their edges.
class Assembler {
 public:
  Assembler(std::vector<Node> nodes, const ActorLookup& actors) : actors_(actors) { graph_.nodes = std::move(nodes); }

  Graph build(std::vector<IdentifiedClaim> claims) {
    for (std::size_t begin = 0; begin < claims.size();) {
      std::size_t end = begin + 1;
      while (end < claims.size() && edge_key(claims[end]) == edge_key(claims[begin])) ++end;
      add_edge(std::span(claims).subspan(begin, end - begin));
      begin = end;
    }
    count_claims(graph_);
    number_equal_evidence();
    join_happenings(graph_, days_, actors_);
    return std::move(graph_);
  }

 private:
  void add_edge(std::span<IdentifiedClaim> claims) {
    Edge edge;
    std::tie(edge.source, std::ignore, edge.target, std::ignore) = edge_key(claims.front());
    edge.type = claims.front().claim.type;
    edge.status = claims.front().claim.status;
    edge.events.begin = static_cast<std::uint32_t>(graph_.events.size());
    for (const ClaimEvent& event : join_events(claims)) add_event(event, claims, edge);
    edge.events.end = static_cast<std::uint32_t>(graph_.events.size());
    summarize_edge(graph_, edge);
    graph_.edges.push_back(std::move(edge));
  }

  void add_event(const ClaimEvent& joined, std::span<IdentifiedClaim> claims, const Edge& edge) {
    Event event;
    event.edge = EdgeId(graph_.edges.size());
    // Days are shared by no two events of an edge, so their first days differ.
    event.id = "event/" + short_digest(graph_[edge.source].id + "\n" + std::string(name(edge.type)) + "\n" +
                                       graph_[edge.target].id + "\n" + std::string(name(edge.status)) + "\n" +
                                       (joined.shared ? to_string(date_of_day(joined.shared->first)) : std::string{}));
    event.evidence.begin = static_cast<std::uint32_t>(graph_.evidence.size());
    for (const std::size_t i : joined.claims) {
      Claim& claim = claims[i].claim;
      std::string publisher = publisher_of(claim.doc, actors_);
      graph_.evidence.push_back(
          {evidence_id(claim), EventId(graph_.events.size()), std::move(publisher), std::move(claim)});
    }
    event.evidence.end = static_cast<std::uint32_t>(graph_.evidence.size());
    summarize_event(graph_, event);
    days_.push_back(joined.shared);
    graph_.events.push_back(std::move(event));
  }

  static std::string digest_of_place(const Claim& claim) {
    return claim.doc.id + "\n" + (claim.field == ArticleField::Title ? "title" : "text") + "\n" +
           std::to_string(claim.span.begin) + "\n" + std::to_string(claim.span.end) + "\n" +
           std::string(name(claim.type)) + "\n" + claim.source.id + "\n" + claim.target.id;
  }

  static std::string evidence_id(const Claim& claim) { return "evidence/" + short_digest(digest_of_place(claim)); }

  /// Readings of one place that differ in status, date or reader have equal ids: those after the first get a number.
  void number_equal_evidence() {
    std::map<std::string, int> uses;
    for (Evidence& evidence : graph_.evidence) {
      const int use = ++uses[evidence.id];
      if (use > 1)
        evidence.id = "evidence/" + short_digest(digest_of_place(evidence.claim) + "\n" + std::to_string(use));
    }
  }

  Graph graph_;
  std::vector<std::optional<Days>> days_;  // by event
  const ActorLookup& actors_;
};

/// Drops nodes that no claim in use names, and renumbers.
void drop_unused_nodes(Identities& identities, std::vector<IdentifiedClaim>& claims) {
  std::vector<bool> used(identities.nodes.size(), false);
  const auto for_each_node = [](IdentifiedClaim& claim, auto visit) {
    for (NodeId* node : {&claim.source, &claim.target, &claim.affected, &claim.place, &claim.speaker}) {
      if (node->valid()) visit(*node);
    }
  };
  for (IdentifiedClaim& claim : claims) for_each_node(claim, [&](NodeId& node) { used[node.index()] = true; });
  std::vector<NodeId> place(identities.nodes.size());
  std::vector<Node> kept;
  for (std::size_t i = 0; i < used.size(); ++i) {
    if (!used[i]) continue;
    place[i] = NodeId(kept.size());
    kept.push_back(std::move(identities.nodes[i]));
  }
  identities.nodes = std::move(kept);
  for (IdentifiedClaim& claim : claims) {
    for_each_node(claim, [&](NodeId& node) { node = place[node.index()]; });
    if (claim.about.valid()) claim.about = place[claim.about.index()];
    if (claim.claim.about && !claim.about.valid()) claim.claim.about->id.clear();
  }
}

}  // namespace

Graph assemble(std::vector<Claim> claims, const ActorLookup& actors, const AssembleOptions& options) {
  for (Claim& claim : claims) claim.confidence = rounded_confidence(claim.confidence);
  ClaimCounts counts;
  Identities identities = identify(std::move(claims), actors);
  std::vector<IdentifiedClaim> admitted = admit(identities, options.min_confidence, counts);
  drop_unused_nodes(identities, admitted);
  Graph graph = Assembler(std::move(identities.nodes), actors).build(std::move(admitted));
  graph.claims = counts;
  return graph;
}

}  // namespace entente
