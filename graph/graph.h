#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "entente/base/id.h"
#include "entente/graph/claim.h"

namespace entente {

using NodeId = Id<struct NodeTag>;
using EdgeId = Id<struct EdgeTag>;
using EventId = Id<struct EventTag>;
using EvidenceId = Id<struct EvidenceTag>;

/// An actor, agreement, policy or place.
struct Node {
  std::string id;  // CONTRACT "Identifiers"
  NodeType type = NodeType::Person;
  std::string label;
  std::vector<std::string> aliases;     // sorted, without label
  std::vector<std::string> former_ids;  // ids that shorter names of it would give, sorted
  std::string iso3;
  std::string wikidata;      // "Q884", empty if unknown
  std::uint32_t claims = 0;  // claims that it is source or target of
};

/// One sentence's support for an event.
struct Evidence {
  std::string id;  // "evidence/" and 16 hex digits
  EventId event;
  std::string publisher;  // listed id, slug of its name or host of the url; empty: unknown
  Claim claim;
};

/// The claims of one happening with equal ends, type and status (CONTRACT "Claims, events, edges").
struct Event {
  std::string id;  // "event/" and 16 hex digits
  std::string
      happening;  // shared by events that tell of one happening through different representatives; else its own id
  EdgeId edge;
  std::optional<Date> date;
  std::optional<Date> until;
  double confidence = 0;      // that at least one claim is right
  std::uint32_t sources = 0;  // independent publishers
  NodeId affected;            // invalid: none
  NodeId place;               // invalid: none
  IdRange<EvidenceId> evidence;
};

/// The events with equal source, type, target and status. Symmetric relations are stored once, smaller id first.
struct Edge {
  NodeId source;
  NodeId target;
  RelationType type = RelationType::Criticizes;
  Status status = Status::Asserted;
  Coding coding;  // of the claims that most agree; views of the ontology's tables
  std::string office;
  std::optional<Date> date;   // first
  std::optional<Date> until;  // last
  double confidence = 0;
  std::uint32_t claims = 0;
  std::uint32_t sources = 0;
  NodeId affected;  // invalid: none, or differing
  IdRange<EventId> events;
};

/// Why claims are not in a graph; each counts once, under the first that holds.
struct ClaimCounts {
  std::uint32_t read = 0;
  std::uint32_t below_confidence = 0;
  std::uint32_t without_node = 0;    // source or target is a thing
  std::uint32_t outside_domain = 0;  // source is of a type that the relation does not take
  std::uint32_t outside_range = 0;   // target is
  std::uint32_t same_ends = 0;       // source and target are one node
  std::uint32_t repeated = 0;        // same reading of the same words, as of a headline that the text repeats
  std::uint32_t kept = 0;
  bool operator==(const ClaimCounts&) const = default;
};

/// The typed property multigraph: nodes by id, edges by (source, type, target, status) with types and statuses by name,
/// their events by (date, id) and evidence by (document, field, begin) in adjoining ranges. The ends of evidence's
/// claims carry the ids, types and labels of the nodes. Nodes without edges are the places, speakers and affected that
/// events and evidence name. Immutable once assembled; const reads from any thread.
struct Graph {
  std::vector<Node> nodes;
  std::vector<Edge> edges;
  std::vector<Event> events;
  std::vector<Evidence> evidence;
  ClaimCounts claims;

  const Node& operator[](NodeId id) const { return nodes[id.index()]; }
  const Edge& operator[](EdgeId id) const { return edges[id.index()]; }
  const Event& operator[](EventId id) const { return events[id.index()]; }
  const Evidence& operator[](EvidenceId id) const { return evidence[id.index()]; }
  std::span<const Evidence> operator[](IdRange<EvidenceId> range) const {
    return std::span(evidence).subspan(range.begin, range.size());
  }
};

}  // namespace entente
