#include "entente/export/diagram.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "entente/export/label_text.h"
#include "entente/graph/query.h"

namespace entente::exporter {
namespace {

constexpr std::size_t kNodeLineCharacters = 20;
constexpr std::size_t kNodeLines = 4;
constexpr std::size_t kOfficeLineCharacters = 26;
constexpr std::size_t kMaxParallelLines = 3;
constexpr std::size_t kCrowdedFromEdges = 60;
constexpr std::size_t kMaxStackedLabels = 6;
constexpr std::size_t kTooltipQuotes = 3;
constexpr std::size_t kTooltipQuoteCharacters = 280;

bool is_country_of(const Node& node, std::string_view iso3) {
  return node.type == NodeType::Country && node.id == std::string("country/").append(iso3);
}

/// The country that a node stands with: of countries themselves and of the people and bodies that belong to one.
std::string cluster_key(const Node& node) {
  switch (node.type) {
    case NodeType::Country:
      return is_country_of(node, node.iso3) ? node.iso3 : "";
    case NodeType::Official:
    case NodeType::Person:
    case NodeType::Organisation:
    case NodeType::Group:
      return node.iso3;
    case NodeType::Agreement:
    case NodeType::Policy:
    case NodeType::Place:
      return "";
  }
  return "";
}

/// A belonging that may stand under a name: a body has too many members for that.
bool is_shown_under_name(const Edge& edge) {
  return is_belonging(edge.type) && edge.type != RelationType::MemberOf &&
         (edge.status == Status::Asserted || edge.status == Status::Ended);
}

std::string office_of(const Edge& edge) {
  std::string office = clean_text(edge.office);
  if (office.empty() && edge.type == RelationType::SpokespersonFor) office = "spokesperson";
  if (!office.empty() && edge.status == Status::Ended && office.rfind("former", 0) != 0) office.insert(0, "former ");
  return office;
}

std::string years(const Edge& edge) {
  const std::string from = edge.date ? std::to_string(edge.date->year) : "";
  const std::string to = edge.until ? std::to_string(edge.until->year) : "";
  if (!from.empty() && !to.empty()) return from == to ? to : from + "–" + to;
  return to.empty() ? "ended" : "until " + to;
}

std::string line_label(const Edge& edge) {
  const auto& relation = row(edge.type);
  std::string text(relation.label);
  if (edge.type == RelationType::HoldsOfficeIn && !edge.office.empty()) text = office_of(edge);
  switch (edge.status) {
    case Status::Asserted:
      return text;
    case Status::Planned:
      return text + " (planned)";
    case Status::Hypothetical:
      return text + " (possible)";
    case Status::Denied:
      return "✗ " + text + " (denied)";
    case Status::Negated:
      return "✗ " + text + (relation.lasting ? " (is not)" : " (did not)");
    case Status::Ended:
      return text + " (" + years(edge) + ")";
  }
  return text;
}

std::string evidence_text(const Claim& claim) {
  std::string text = "“" + shorten(clean_text(claim.quote), kTooltipQuoteCharacters) + "”";
  if (claim.speaker && !claim.speaker->name.empty()) text += " (said by " + clean_text(claim.speaker->name) + ")";
  std::string origin = clean_text(claim.doc.source);
  if (claim.doc.date) origin += (origin.empty() ? "" : ", ") + to_string(*claim.doc.date);
  const std::string document = shorten(clean_text(claim.doc.title.empty() ? claim.doc.id : claim.doc.title), 80);
  if (!document.empty()) origin += (origin.empty() ? "" : ": ") + document;
  return origin.empty() ? text : text + "\n   " + origin;
}

std::string line_tooltip(const Graph& graph, const Edge& edge) {
  const auto& relation = row(edge.type);
  std::string text = clean_text(graph[edge.source].label) + (relation.symmetric ? " – " : " → ") +
                     clean_text(graph[edge.target].label) + ": " + line_label(edge);
  if (edge.date && edge.status != Status::Ended) text += ", " + to_string(*edge.date);
  if (edge.affected.valid()) text += ", affects " + clean_text(graph[edge.affected].label);
  text += edge.sources == 1 ? " [1 source" : " [" + std::to_string(edge.sources) + " sources";
  text += edge.claims == 1 ? ", 1 claim]" : ", " + std::to_string(edge.claims) + " claims]";
  std::set<std::string> seen;
  for (auto e = edge.events.begin; e < edge.events.end; ++e) {
    const auto& rows = graph.events[e].evidence;
    for (auto r = rows.begin; r < rows.end && seen.size() < kTooltipQuotes; ++r) {
      const auto& claim = graph.evidence[r].claim;
      if (seen.insert(claim.quote).second) text += "\n" + evidence_text(claim);
    }
  }
  return text;
}

std::string line_url(const Graph& graph, const Edge& edge) {
  for (auto e = edge.events.begin; e < edge.events.end; ++e) {
    const auto& rows = graph.events[e].evidence;
    for (auto r = rows.begin; r < rows.end; ++r) {
      std::string url = web_address(graph.evidence[r].claim.doc.url);
      if (!url.empty()) return url;
    }
  }
  return {};
}

std::string node_tooltip(const Node& node) {
  std::string text = clean_text(node.label) + " (" + std::string(name(node.type));
  if (!node.iso3.empty()) text += ", " + clean_text(node.iso3);
  text += ")";
  std::string aliases;
  for (const auto& alias : node.aliases) aliases += (aliases.empty() ? "" : ", ") + clean_text(alias);
  if (!aliases.empty()) text += "\nalso: " + shorten(aliases, 200);
  return text;
}

/// The acronym that stands for a long name in the news ("NSC"), or empty: the shortest, then first alias of capitals.
std::string acronym_of(const Node& node) {
  if (node.type == NodeType::Country || length_in_characters(node.label) <= kNodeLineCharacters) return {};
  std::string best;
  for (const auto& alias : node.aliases) {
    const bool capitals = alias.size() >= 2 && alias.size() <= 10 &&
                          std::all_of(alias.begin(), alias.end(), [](char c) { return 'A' <= c && c <= 'Z'; });
    if (capitals && (best.empty() || alias.size() < best.size())) best = alias;
  }
  return best;
}

/// Offices by person, at most two, present ones first.
std::map<NodeId, std::vector<std::string>> offices_of(const Graph& graph) {
  std::map<NodeId, std::vector<std::string>> offices;
  for (const Status status : {Status::Asserted, Status::Ended}) {
    for (const Edge& edge : graph.edges) {
      if (edge.status != status || !is_shown_under_name(edge)) continue;
      const std::string office = office_of(edge);
      auto& list = offices[edge.source];
      if (!office.empty() && list.size() < 2 && std::find(list.begin(), list.end(), office) == list.end()) {
        list.push_back(office);
      }
    }
  }
  return offices;
}

/// Edges that may be drawn as one line: equal ends, tone and kind. The words say what each of them is.
using BundleKey = std::tuple<NodeId, NodeId, Tone, bool, bool>;

/// The standing that a line of several has: of the one that is most of a fact.
int fact_rank(Status status) {
  switch (status) {
    case Status::Asserted:
      return 0;
    case Status::Planned:
      return 1;
    case Status::Hypothetical:
      return 2;
    case Status::Ended:
      return 3;
    case Status::Denied:
      return 4;
    case Status::Negated:
      return 5;
  }
  return 6;
}

class DiagramMaker {
 public:
  DiagramMaker(const Graph& graph, const std::string& title) : graph_(graph) {
    diagram_.title = clean_text(title);
    diagram_.edges = graph.edges.size();
    choose_clusters();
  }

  Diagram make() {
    add_clusters();
    add_nodes();
    add_lines();
    if (diagram_.title.empty()) add_title();
    diagram_.source_line = source_line_of(graph_);
    return std::move(diagram_);
  }

 private:
  bool is_drawn(NodeId id) const { return degree_[id.index()] > 0 || graph_.edges.empty(); }

  void choose_clusters() {
    degree_.assign(graph_.nodes.size(), 0);
    for (const Edge& edge : graph_.edges) {
      ++degree_[edge.source.index()];
      ++degree_[edge.target.index()];
    }
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
      const auto key = cluster_key(graph_.nodes[n]);
      if (!key.empty() && is_drawn(NodeId(n))) ++members_[key];
    }
    std::erase_if(members_, [](const auto& entry) { return entry.second < 2; });
  }

  void add_clusters() {
    for (const auto& [key, count] : members_) {
      DiagramCluster cluster{key, key};
      for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
        if (!is_country_of(graph_.nodes[n], key)) continue;
        cluster.title = is_drawn(NodeId(n)) ? "" : clean_text(graph_.nodes[n].label);
      }
      diagram_.clusters.push_back(std::move(cluster));
    }
  }

  void add_nodes() {
    const auto offices = offices_of(graph_);
    for (std::size_t n = 0; n < graph_.nodes.size(); ++n) {
      if (!is_drawn(NodeId(n))) continue;
      const Node& node = graph_.nodes[n];
      DiagramNode out{node.id,   node.type,          wrap(clean_text(node.label), kNodeLineCharacters, kNodeLines),
                      {},        node_tooltip(node), cluster_of(node),
                      degree_[n]};
      if (auto acronym = acronym_of(node); !acronym.empty()) out.subtitle.push_back(std::move(acronym));
      if (const auto found = offices.find(NodeId(n)); found != offices.end()) {
        for (const auto& office : found->second) {
          for (auto& line : wrap(office, kOfficeLineCharacters, 2)) out.subtitle.push_back(std::move(line));
        }
      }
      // Large diagrams have no clusters.
      if (diagram_.is_spread() && node.type != NodeType::Country && !node.iso3.empty()) {
        out.subtitle.push_back(clean_text(node.iso3));
      }
      diagram_.nodes.push_back(std::move(out));
    }
  }

  std::string cluster_of(const Node& node) const {
    auto key = cluster_key(node);
    return members_.contains(key) ? key : "";
  }

  BundleKey bundle_key(const Edge& edge) const {
    const std::string cluster = cluster_of(graph_[edge.source]);
    const bool within_country = !cluster.empty() && cluster == cluster_of(graph_[edge.target]);
    // Where the office stands under the name, the line need not say it again.
    const bool belonging = is_shown_under_name(edge) && (within_country || !office_of(edge).empty());
    return {edge.source, edge.target, tone_of(edge), row(edge.type).symmetric, belonging};
  }

  void add_lines() {
    const std::size_t max_parallel = graph_.edges.size() < kCrowdedFromEdges ? kMaxParallelLines : 1;
    std::map<BundleKey, std::vector<EdgeId>> bundles;
    std::map<std::pair<NodeId, NodeId>, std::size_t> between;  // lines between two nodes, either way
    const auto pair_of = [](const Edge& edge) { return std::minmax(edge.source, edge.target); };
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      bundles[bundle_key(graph_.edges[e])].push_back(EdgeId(e));
      ++between[pair_of(graph_.edges[e])];
    }
    for (std::size_t e = 0; e < graph_.edges.size(); ++e) {
      const auto& bundle = bundles[bundle_key(graph_.edges[e])];
      if (between[pair_of(graph_.edges[e])] <= max_parallel) {
        add_line({EdgeId(e)});
      } else if (bundle.front() == EdgeId(e)) {
        add_line(bundle);
      }
    }
  }

  void add_line(const std::vector<EdgeId>& edges) {
    const Edge& first = graph_[edges.front()];
    DiagramLine line;
    line.source = graph_[first.source].id;
    line.target = graph_[first.target].id;
    line.edges = edges.size();
    line.status = first.status;
    std::tie(std::ignore, std::ignore, line.tone, line.symmetric, line.belonging) = bundle_key(first);
    for (const EdgeId id : edges) {
      const Edge& edge = graph_[id];
      if (!line.belonging) line.labels.push_back(line_label(edge));
      if (fact_rank(edge.status) < fact_rank(line.status)) line.status = edge.status;
      line.sources = std::max(line.sources, edge.sources);
      line.tooltip += (line.tooltip.empty() ? "" : "\n\n") + line_tooltip(graph_, edge);
      if (line.url.empty()) line.url = line_url(graph_, edge);
    }
    if (line.labels.size() > kMaxStackedLabels) {
      const std::size_t more = line.labels.size() - kMaxStackedLabels + 1;
      line.labels.resize(kMaxStackedLabels - 1);
      line.labels.push_back("and " + std::to_string(more) + " more");
    }
    diagram_.lines.push_back(std::move(line));
  }

  /// The three actors with most lines: "Japan, South Korea, United States and 9 more".
  void add_title() {
    std::vector<const DiagramNode*> nodes;
    for (const auto& node : diagram_.nodes) {
      if (row(RelationType::Meets).domain.contains(node.type)) nodes.push_back(&node);
    }
    std::stable_sort(nodes.begin(), nodes.end(), [](const auto* a, const auto* b) { return a->lines > b->lines; });
    const std::size_t named = std::min<std::size_t>(3, nodes.size());
    for (std::size_t i = 0; i < named; ++i) {
      std::string label;
      for (const auto& line : nodes[i]->title) label += (label.empty() ? "" : " ") + line;
      const bool last = i > 0 && i + 1 == nodes.size();
      diagram_.title += (i == 0 ? "" : last ? " and " : ", ") + label;
    }
    if (nodes.size() > named) diagram_.title += " and " + std::to_string(nodes.size() - named) + " more";
  }

  const Graph& graph_;
  Diagram diagram_;
  std::vector<std::uint32_t> degree_;
  std::map<std::string, std::uint32_t> members_;  // drawn nodes by country
};

}  // namespace

Tone tone_of(const Edge& edge) {
  const auto polarity = row(edge.type).polarity;
  return polarity < 0 ? Tone::Conflict : polarity > 0 ? Tone::Cooperation : Tone::Neutral;
}

std::string source_line_of(const Graph& graph) {
  std::set<std::string> documents;
  std::set<std::string> publishers;
  std::set<Date> dates;
  for (const auto& evidence : graph.evidence) {
    const auto& doc = evidence.claim.doc;
    documents.insert(doc.id);
    if (!doc.source.empty()) publishers.insert(clean_text(doc.source));
    if (doc.date) dates.insert(*doc.date);
  }
  if (documents.empty()) return {};
  std::string text =
      documents.size() == 1 ? "Source: 1 article" : "Source: " + std::to_string(documents.size()) + " articles";
  if (!dates.empty()) text += ", " + to_string(*dates.begin());
  if (dates.size() > 1) text += " to " + to_string(*dates.rbegin());
  std::size_t named = 0;
  for (const auto& publisher : publishers) {
    if (named == 4) break;
    text += (named++ == 0 ? ": " : ", ") + shorten(publisher, 40);
  }
  if (publishers.size() > named) text += " and " + std::to_string(publishers.size() - named) + " more";
  return text;
}

Diagram diagram_of(const Graph& graph, const std::string& title) { return DiagramMaker(graph, title).make(); }

}  // namespace entente::exporter
