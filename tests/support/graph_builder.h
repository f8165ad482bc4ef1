#pragma once

#include <gtest/gtest.h>

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/digest.h"
#include "entente/graph/assemble.h"
#include "entente/graph/claims_jsonl.h"
#include "entente/graph/ids.h"

namespace entente::testing {

/// Actor data of a few made-up actors, for tests that need no files.
class FakeActors {
 public:
  /// Strings must outlive it.
  FakeActors& add(std::string_view id, std::string_view name, NodeType type, std::string_view iso3 = {},
                  ActorKind kind = ActorKind::State, std::string_view wikidata = {}) {
    Actor& actor = actors_[id];
    actor.id = id;
    actor.name = name;
    actor.type = type;
    actor.iso3 = iso3;
    actor.kind = kind;
    actor.wikidata = wikidata;
    return *this;
  }
  FakeActors& add_publisher(std::string name, std::string id) {
    publishers_[std::move(name)] = std::move(id);
    return *this;
  }

  /// Bound to it.
  ActorLookup lookup() const {
    return {[this](std::string_view id) {
              const auto found = actors_.find(id);
              return found == actors_.end() ? nullptr : &found->second;
            },
            [this](std::string_view name) {
              const auto found = publishers_.find(std::string(name));
              return found == publishers_.end() ? std::string{} : found->second;
            }};
  }

 private:
  std::map<std::string_view, Actor> actors_;
  std::map<std::string, std::string> publishers_;
};

/// South Korea, Japan, the United States and NATO.
inline FakeActors few_actors() {
  FakeActors actors;
  actors.add("country/KOR", "South Korea", NodeType::Country, "KOR", ActorKind::State, "Q884");
  actors.add("country/JPN", "Japan", NodeType::Country, "JPN", ActorKind::State, "Q17");
  actors.add("country/USA", "United States", NodeType::Country, "USA", ActorKind::State, "Q30");
  actors.add("organisation/nato", "NATO", NodeType::Organisation, "", ActorKind::Alliance, "Q7184");
  return actors;
}

/// An end by its id, or, with a type, by its name: "country/KOR", "official:Taro Kono@JPN", "agreement:sea
/// pact[JPN,KOR]" (parties by iso3), "-" for a thing. "_" in a name stands for a space, "~Alias" at the end adds other
/// names.
inline ClaimEnd end_of(std::string_view text) {
  ClaimEnd end;
  if (text == "-") {
    end.name = "a thing";
    return end;
  }
  while (text.find('~') != std::string_view::npos) {
    std::string alias(text.substr(text.rfind('~') + 1));
    for (char& c : alias) c = c == '_' ? ' ' : c;
    end.aliases.insert(end.aliases.begin(), alias);
    text = text.substr(0, text.rfind('~'));
  }
  std::sort(end.aliases.begin(), end.aliases.end());
  if (text.find('[') != std::string_view::npos) {
    std::istringstream parties(std::string(text.substr(text.find('[') + 1)));
    for (std::string iso3; std::getline(parties, iso3, ',');) end.parties.push_back("country/" + iso3.substr(0, 3));
    text = text.substr(0, text.find('['));
  }
  if (text.find('@') != std::string_view::npos) {
    end.iso3 = text.substr(text.find('@') + 1);
    text = text.substr(0, text.find('@'));
  }
  const std::size_t colon = text.find(':');
  if (colon == std::string_view::npos) {
    end.id = text;
    for (std::size_t i = 0; i < kNodeTypeCount; ++i) {
      if (static_cast<NodeType>(i) != NodeType::Official && is_node_id(text, static_cast<NodeType>(i))) {
        end.type = static_cast<NodeType>(i);
      }
    }
    if (end.type == NodeType::Country && end.iso3.empty()) end.iso3 = text.substr(text.find('/') + 1);
    return end;
  }
  end.type = node_type_of(text.substr(0, colon));
  end.name = text.substr(colon + 1);
  for (char& c : end.name) c = c == '_' ? ' ' : c;
  if (!end.type) {
    ADD_FAILURE() << "no node type in " << text;
    return end;
  }
  end.id = id_of_name(end);
  return end;
}

/// One claim a line: source type[/status] target [key=value…] with keys doc (default d1), from (publisher), published,
/// date, until, conf (default 0.9), field, begin (default: line number × 100), quote ("_" for spaces, default: of its
/// own), office, affected, place, speaker, by, cameo.
inline Claim claim_of(std::string_view line, std::uint32_t number = 0) {
  std::istringstream words{std::string(line)};
  std::string source;
  std::string type;
  std::string target;
  words >> source >> type >> target;
  Claim claim;
  claim.doc.id = "d1";
  claim.confidence = 0.9;
  claim.span = {number * 100, number * 100 + 50};
  claim.sentence = number;
  claim.by = "test";
  claim.source = end_of(source);
  claim.target = end_of(target);
  const std::size_t slash = type.find('/');
  const auto relation = relation_of(type.substr(0, slash));
  if (!relation) ADD_FAILURE() << "no relation " << type;
  claim.type = relation.value_or(claim.type);
  if (slash != std::string::npos) {
    const auto status = status_of(type.substr(slash + 1));
    if (!status) ADD_FAILURE() << "no status " << type;
    claim.status = status.value_or(claim.status);
  }
  claim.quote = source + " " + type + " " + target + " " + std::to_string(number);
  for (std::string option; words >> option;) {
    const std::string key = option.substr(0, option.find('='));
    std::string value = option.substr(option.find('=') + 1);
    if (key == "doc")
      claim.doc.id = value;
    else if (key == "from")
      claim.doc.source = value;
    else if (key == "url")
      claim.doc.url = value;
    else if (key == "published")
      claim.doc.date = parse_date(value);
    else if (key == "date")
      claim.date = parse_date(value);
    else if (key == "until")
      claim.until = parse_date(value);
    else if (key == "conf")
      claim.confidence = std::stod(value);
    else if (key == "field")
      claim.field = value == "title" ? ArticleField::Title : ArticleField::Text;
    else if (key == "begin")
      claim.span = {static_cast<std::uint32_t>(std::stoul(value)), static_cast<std::uint32_t>(std::stoul(value)) + 50};
    else if (key == "affected")
      claim.affected = end_of(value);
    else if (key == "place")
      claim.place = end_of(value);
    else if (key == "speaker")
      claim.speaker = end_of(value);
    else if (key == "by")
      claim.by = value;
    else if (key == "cameo")
      claim.cameo = value;
    else if (key == "quote" || key == "office") {
      for (char& c : value) c = c == '_' ? ' ' : c;
      (key == "quote" ? claim.quote : claim.office) = value;
    } else {
      ADD_FAILURE() << "no option " << key;
    }
  }
  if (claim.cameo.empty()) claim.cameo = coding_of(claim.type, claim.status, claim.commitment).cameo;
  return claim;
}

inline std::vector<Claim> claims_of(const std::vector<std::string>& lines) {
  std::vector<Claim> claims;
  for (const std::string& line : lines) claims.push_back(claim_of(line, static_cast<std::uint32_t>(claims.size())));
  return claims;
}

/// The graph of such lines with few_actors().
inline Graph graph_of(const std::vector<std::string>& lines, const AssembleOptions& options = {}) {
  const FakeActors actors = few_actors();
  return assemble(claims_of(lines), actors.lookup(), options);
}

/// Everything in a graph, as text, to compare graphs and to read what differs.
inline std::string text_of(const Graph& graph) {
  std::ostringstream out;
  const auto date = [](const std::optional<Date>& d) { return d ? to_string(*d) : std::string("-"); };
  const auto id = [&](NodeId node) { return node.valid() ? graph[node].id : std::string("-"); };
  for (const Node& node : graph.nodes) {
    out << "node " << node.id << " " << name(node.type) << " '" << node.label << "' " << node.iso3 << " "
        << node.wikidata << " claims " << node.claims;
    for (const auto& alias : node.aliases) out << " ~'" << alias << "'";
    for (const auto& former : node.former_ids) out << " <" << former;
    out << "\n";
  }
  for (const Edge& edge : graph.edges) {
    out << "edge " << id(edge.source) << " " << name(edge.type) << "/" << name(edge.status) << " " << id(edge.target)
        << " " << edge.coding.cameo << " '" << edge.office << "' " << date(edge.date) << " " << date(edge.until) << " "
        << edge.confidence << " claims " << edge.claims << " sources " << edge.sources << " affected "
        << id(edge.affected) << "\n";
    for (auto e = edge.events.begin; e < edge.events.end; ++e) {
      const Event& event = graph.events[e];
      out << "  " << event.id << " " << event.happening << " " << date(event.date) << " " << date(event.until) << " "
          << event.confidence << " sources " << event.sources << " affected " << id(event.affected) << " place "
          << id(event.place) << "\n";
      for (auto v = event.evidence.begin; v < event.evidence.end; ++v) {
        out << "    " << graph.evidence[v].id << " " << to_json_line(graph.evidence[v].claim).value_or("?") << "\n";
      }
    }
  }
  return out.str();
}

/// "source type/status target" of every edge.
inline std::vector<std::string> edges_of(const Graph& graph) {
  std::vector<std::string> edges;
  for (const Edge& edge : graph.edges) {
    edges.push_back(graph[edge.source].id + " " + std::string(name(edge.type)) + "/" + std::string(name(edge.status)) +
                    " " + graph[edge.target].id);
  }
  return edges;
}

inline std::vector<std::string> node_ids_of(const Graph& graph) {
  std::vector<std::string> ids;
  for (const Node& node : graph.nodes) ids.push_back(node.id);
  return ids;
}

}  // namespace entente::testing
