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

/// What is the same for every claim of an edge and for its events, found by majority or agreement.
Coding usual_coding(std::span<const Claim* const> claims) {
  std::map<std::string_view, std::size_t> votes;
  for (const Claim* claim : claims) {
    ++votes[coding_of(claim->type, claim->status, claim->commitment, claim->cameo).cameo];
  }
  const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    // More exact codes are longer; then the smaller code.
    return std::tuple(a.second, a.first.size(), b.first) < std::tuple(b.second, b.first.size(), a.first);
  });
  const Claim& any = *claims.front();
  for (const Claim* claim : claims) {
    const Coding coding = coding_of(claim->type, claim->status, claim->commitment, claim->cameo);
    if (coding.cameo == most->first) return coding;
  }
  return coding_of(any.type, any.status, any.commitment);
}

std::string usual_office(std::span<const Claim* const> claims) {
  std::map<std::string_view, std::size_t> votes;
  for (const Claim* claim : claims) {
    if (!claim->office.empty()) ++votes[claim->office];
  }
  const auto most = std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) {
    return std::tuple(a.second, a.first.size(), b.first) < std::tuple(b.second, b.first.size(), a.first);
  });
  return most == votes.end() ? std::string{} : std::string(most->first);
}

/// The node that all name that name one; invalid if they differ.
NodeId agreed(std::span<const NodeId> nodes) {
  NodeId found;
  for (const NodeId node : nodes) {
    if (!node.valid()) continue;
    if (found.valid() && found != node) return {};
    found = node;
  }
  return found;
}

int precision(const Date& date) { return date.day != 0 ? 2 : date.month != 0 ? 1 : 0; }

/// The most precise date, then the earliest.
std::optional<Date> most_precise(const std::optional<Date>& a, const std::optional<Date>& b) {
  if (!a || !b) return a ? a : b;
  return std::tuple(-precision(*a), *a) <= std::tuple(-precision(*b), *b) ? a : b;
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
    edge.claims = static_cast<std::uint32_t>(claims.size());
    std::vector<const Claim*> readings;
    std::vector<NodeId> affected;
    for (const IdentifiedClaim& identified : claims) {
      readings.push_back(&identified.claim);
      affected.push_back(identified.affected);
      ++graph_.nodes[identified.source.index()].claims;
      ++graph_.nodes[identified.target.index()].claims;
    }
    edge.coding = usual_coding(readings);
    edge.office = usual_office(readings);
    edge.affected = agreed(affected);
    const Support support = support_for(readings);
    edge.confidence = support.confidence;
    edge.sources = support.sources;
    edge.events.begin = static_cast<std::uint32_t>(graph_.events.size());
    for (const ClaimEvent& event : join_events(claims)) add_event(event, claims, edge);
    edge.events.end = static_cast<std::uint32_t>(graph_.events.size());
    for (std::uint32_t e = edge.events.begin; e < edge.events.end; ++e) {
      const Event& event = graph_.events[e];
      if (event.date && (!edge.date || first_day(*event.date) < first_day(*edge.date))) edge.date = event.date;
      if (event.until && (!edge.until || last_day(*edge.until) < last_day(*event.until))) edge.until = event.until;
    }
    graph_.edges.push_back(std::move(edge));
  }

  void add_event(const ClaimEvent& joined, std::span<IdentifiedClaim> claims, const Edge& edge) {
    Event event;
    event.edge = EdgeId(graph_.edges.size());
    // Days are shared by no two events of an edge, so their first days differ.
    event.id = "event/" + short_digest(graph_[edge.source].id + "\n" + std::string(name(edge.type)) + "\n" +
                                       graph_[edge.target].id + "\n" + std::string(name(edge.status)) + "\n" +
                                       (joined.shared ? to_string(date_of_day(joined.shared->first)) : std::string{}));
    std::vector<const Claim*> readings;
    std::vector<NodeId> affected;
    std::vector<NodeId> places;
    for (const std::size_t i : joined.claims) {
      readings.push_back(&claims[i].claim);
      affected.push_back(claims[i].affected);
      places.push_back(claims[i].place);
      event.date = most_precise(event.date, claims[i].claim.date);
      event.until = most_precise(event.until, claims[i].claim.until);
    }
    const Support support = support_for(readings);
    event.confidence = support.confidence;
    event.sources = support.sources;
    event.affected = agreed(affected);
    event.place = agreed(places);
    event.evidence.begin = static_cast<std::uint32_t>(graph_.evidence.size());
    for (const std::size_t i : joined.claims) {
      graph_.evidence.push_back(
          {evidence_id(claims[i].claim), EventId(graph_.events.size()), std::move(claims[i].claim)});
    }
    event.evidence.end = static_cast<std::uint32_t>(graph_.evidence.size());
    days_.push_back(joined.shared);
    graph_.events.push_back(std::move(event));
  }

  Support support_for(std::span<const Claim* const> claims) const {
    std::vector<std::string> publishers;
    std::vector<std::string> words;
    std::vector<Testimony> testimonies;
    for (const Claim* claim : claims) {
      publishers.push_back(publisher_of(claim->doc, actors_));
      words.push_back(words_of(claim->quote));
    }
    for (std::size_t i = 0; i < claims.size(); ++i) {
      testimonies.push_back({publishers[i], words[i], claims[i]->doc.date, claims[i]->confidence});
    }
    return support_of(std::move(testimonies));
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
