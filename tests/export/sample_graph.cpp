#include "export/sample_graph.h"

#include <algorithm>
#include <tuple>

#include "entente/base/digest.h"

namespace entente::exporter {
namespace {

NodeId find_node(const Graph& graph, std::string_view id) {
  for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
    if (graph.nodes[i].id == id) return NodeId(i);
  }
  return {};
}

ClaimEnd end_of(const Node& node) { return {node.id, node.type, node.iso3, node.label, {}, {0, 5}, {}}; }

Claim claim_of(const Graph& graph, const Edge& edge, const SampleQuote& quote, std::uint32_t position) {
  Claim claim;
  claim.doc = {quote.doc, quote.doc.find(':') == std::string::npos ? "https://news.example/" + quote.doc : quote.doc,
               quote.publisher, "Two neighbours, one pact", parse_date("2019-08-22")};
  claim.sentence = position;
  claim.quote = quote.quote;
  claim.span = {position, position + static_cast<std::uint32_t>(quote.quote.size())};
  claim.trigger = claim.span;
  claim.type = edge.type;
  claim.status = edge.status;
  claim.cameo = edge.coding.cameo;
  claim.confidence = 0.87654;
  claim.date = parse_date(quote.date);
  claim.source = end_of(graph[edge.source]);
  claim.target = end_of(graph[edge.target]);
  if (!quote.speaker.empty()) claim.speaker = ClaimEnd{"", NodeType::Person, "", quote.speaker, {}, {0, 4}, {}};
  if (quote.quote.size() > 12) claim.about = ClaimTopic{quote.quote.substr(0, 7), {position, position + 7}, ""};
  claim.by = "entente 0.1.0";
  return claim;
}

void add_edge(Graph& graph, const SampleEdge& sample) {
  Edge edge;
  edge.source = find_node(graph, sample.source);
  edge.target = find_node(graph, sample.target);
  edge.type = sample.type;
  edge.status = sample.status;
  edge.coding = coding_of(edge.type, edge.status, Commitment::None);
  edge.office = sample.office;
  edge.date = parse_date(sample.date);
  edge.until = parse_date(sample.until);
  edge.confidence = 0.91;
  edge.affected = find_node(graph, sample.affected);
  Event event;
  event.edge = EdgeId(graph.edges.size());
  event.date = edge.date;
  event.until = edge.until;
  event.confidence = edge.confidence;
  event.affected = edge.affected;
  event.id = "event/" + short_digest(sample.source + '\n' + std::string(name(sample.type)) + '\n' + sample.target +
                                     '\n' + std::string(name(sample.status)));
  event.happening = event.id;
  event.evidence.begin = static_cast<std::uint32_t>(graph.evidence.size());
  std::vector<std::string> publishers;
  for (const auto& quote : sample.quotes) {
    publishers.push_back(quote.publisher);
    const auto position = static_cast<std::uint32_t>(graph.evidence.size() * 100);
    graph.evidence.push_back({"evidence/" + short_digest(event.id + std::to_string(position)),
                              EventId(graph.events.size()), quote.publisher, claim_of(graph, edge, quote, position)});
  }
  event.evidence.end = static_cast<std::uint32_t>(graph.evidence.size());
  std::sort(publishers.begin(), publishers.end());
  publishers.erase(std::unique(publishers.begin(), publishers.end()), publishers.end());
  edge.claims = static_cast<std::uint32_t>(sample.quotes.size());
  edge.sources = event.sources = static_cast<std::uint32_t>(publishers.size());
  graph.nodes[edge.source.index()].claims += edge.claims;
  graph.nodes[edge.target.index()].claims += edge.claims;
  edge.events = {static_cast<std::uint32_t>(graph.events.size()), static_cast<std::uint32_t>(graph.events.size() + 1)};
  graph.events.push_back(std::move(event));
  graph.edges.push_back(std::move(edge));
}

}  // namespace

Graph sample_graph(std::vector<SampleNode> nodes, std::vector<SampleEdge> edges) {
  Graph graph;
  std::sort(nodes.begin(), nodes.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  for (auto& n : nodes) graph.nodes.push_back({n.id, n.type, n.label, n.aliases, {}, n.iso3, n.wikidata, 0});
  std::sort(edges.begin(), edges.end(), [](const auto& a, const auto& b) {
    const auto key = [](const SampleEdge& edge) {
      return std::tuple(std::string_view(edge.source), name(edge.type), std::string_view(edge.target),
                        name(edge.status));
    };
    return key(a) < key(b);
  });
  for (const auto& edge : edges) add_edge(graph, edge);
  return graph;
}

Graph small_story() {
  return sample_graph({{"country/JPN", NodeType::Country, "Japan", "JPN", {"Tokyo"}, "Q17"},
                       {"country/KOR", NodeType::Country, "South Korea", "KOR", {"Seoul"}, "Q884"},
                       {"agreement/jpn-kor-pact", NodeType::Agreement, "intelligence pact", "", {"the pact"}, ""}},
                      {{"country/KOR",
                        RelationType::Scraps,
                        "agreement/jpn-kor-pact",
                        Status::Planned,
                        {{"Seoul said it would let the pact with Tokyo lapse."}},
                        "",
                        "2019-08-22",
                        "",
                        "country/JPN"},
                       {"country/JPN",
                        RelationType::Criticizes,
                        "country/KOR",
                        Status::Asserted,
                        {{"Japan called the step \"regrettable\"."}, {"Tokyo was angry.", "b2", "Harbour Post"}}},
                       {"country/JPN",
                        RelationType::PartyTo,
                        "agreement/jpn-kor-pact",
                        Status::Asserted,
                        {{"The pact that Japan joined is three years old."}}}});
}

Graph pact_story() {
  using enum RelationType;
  using enum NodeType;
  const std::string post = "Harbour Post";
  const std::string wire = "Example Wire";
  return sample_graph(
      {{"country/JPN", Country, "Japan", "JPN", {"Tokyo"}, "Q17"},
       {"country/KOR", Country, "South Korea", "KOR", {"Seoul"}, "Q884"},
       {"country/PRK", Country, "North Korea", "PRK", {"Pyongyang"}, "Q423"},
       {"country/USA", Country, "United States", "USA", {"Washington"}, "Q30"},
       {"country/korea-before-1948", Country, "Korea", "", {}, ""},
       {"person/kim-you-geun", Official, "Kim You-geun", "KOR", {"Kim"}, ""},
       {"person/kang-kyung-wha", Official, "Kang Kyung-wha", "KOR", {}, ""},
       {"person/taro-kono", Official, "Taro Kono", "JPN", {}, ""},
       {"person/dave-eastburn", Official, "Dave Eastburn", "USA", {}, ""},
       {"organisation/kor-national-security-council", Organisation, "National Security Council", "KOR", {"NSC"}, ""},
       {"organisation/usa-pentagon", Organisation, "Pentagon", "USA", {}, ""},
       {"agreement/general-security-of-military-information-agreement",
        Agreement,
        "General Security of Military Information Agreement",
        "",
        {"GSOMIA"},
        ""},
       {"policy/kor-fast-track-export-status", Policy, "South Korea's fast-track export status", "JPN", {}, ""},
       {"policy/jpn-export-curbs", Policy, "export curbs on high-tech materials", "JPN", {}, ""},
       {"group/kor-protesters", Group, "candle-light protesters", "KOR", {}, ""},
       {"place/seoul", Place, "Seoul", "KOR", {}, ""}},
      {{"country/KOR",
        Scraps,
        "agreement/general-security-of-military-information-agreement",
        Status::Planned,
        {{"Seoul will let the accord on sharing military secrets run out."},
         {"The Blue House decided against another year of the deal.", "b2", post},
         {"South Korea is to leave the pact.", "c3", wire}},
        "",
        "2019-08-22",
        "",
        "country/JPN"},
       {"country/KOR",
        PartyTo,
        "agreement/general-security-of-military-information-agreement",
        Status::Asserted,
        {{"The two have shared what they know of the North since 2016."}},
        "",
        "2016"},
       {"country/JPN",
        PartyTo,
        "agreement/general-security-of-military-information-agreement",
        Status::Asserted,
        {{"The two have shared what they know of the North since 2016."}},
        "",
        "2016"},
       {"country/JPN",
        Criticizes,
        "country/KOR",
        Status::Asserted,
        {{"A sharp protest came from Tokyo within the hour."}, {"Japan was \"deeply disappointed\".", "c3", wire}}},
       {"person/taro-kono",
        Criticizes,
        "country/KOR",
        Status::Asserted,
        {{"Taro Kono called it a complete misjudgement of the region's security."}},
        "",
        "2019-08-22"},
       {"person/kim-you-geun",
        Criticizes,
        "country/JPN",
        Status::Asserted,
        {{"Kim You-geun said that Japan had brought about a grave change."}}},
       {"person/kang-kyung-wha",
        Criticizes,
        "country/JPN",
        Status::Asserted,
        {{"The trust between us is gone, said Kang Kyung-wha."}}},
       {"country/JPN",
        Scraps,
        "policy/kor-fast-track-export-status",
        Status::Asserted,
        {{"Japan struck its neighbour off the fast-track list."}, {"Tokyo ended the status.", "b2", post}}},
       {"country/JPN",
        Imposes,
        "policy/jpn-export-curbs",
        Status::Asserted,
        {{"Tokyo tightened controls on materials for chips."}},
        "",
        "2019-07-04"},
       {"policy/jpn-export-curbs",
        Targets,
        "country/KOR",
        Status::Asserted,
        {{"The controls hit South Korean makers of chips and screens."}}},
       {"country/KOR", AlliesWith, "country/USA", Status::Asserted, {{"Both are allies of Washington."}}},
       {"country/JPN", AlliesWith, "country/USA", Status::Asserted, {{"Both are allies of Washington."}}},
       {"person/kim-you-geun",
        HoldsOfficeIn,
        "organisation/kor-national-security-council",
        Status::Asserted,
        {{"Kim You-geun, deputy director of the council, read the statement."}},
        "deputy director"},
       {"person/taro-kono",
        HoldsOfficeIn,
        "country/JPN",
        Status::Asserted,
        {{"Foreign Minister Taro Kono spoke first."}},
        "foreign minister"},
       {"person/kang-kyung-wha",
        HoldsOfficeIn,
        "country/KOR",
        Status::Asserted,
        {{"Foreign Minister Kang Kyung-wha was in Beijing."}},
        "foreign minister"},
       {"person/dave-eastburn",
        SpokespersonFor,
        "organisation/usa-pentagon",
        Status::Asserted,
        {{"Pentagon spokesman Dave Eastburn urged both to talk."}},
        "spokesman"},
       {"organisation/usa-pentagon", PartOf, "country/USA", Status::Asserted, {{"the U.S. Pentagon"}}},
       {"organisation/usa-pentagon",
        Supports,
        "country/KOR",
        Status::Denied,
        {{"The Pentagon denied that it had backed the step."}}},
       {"country/KOR",
        CooperatesWith,
        "country/USA",
        Status::Planned,
        {{"Seoul promised to work with Washington as closely as before."}}},
       {"country/JPN",
        Occupies,
        "country/korea-before-1948",
        Status::Ended,
        {{"Japan ruled the peninsula until 1945."}},
        "",
        "1910",
        "1945"},
       {"country/KOR", InDisputeWith, "country/JPN", Status::Asserted, {{"The feud between the two is an old one."}}},
       {"country/PRK", Attacks, "country/KOR", Status::Hypothetical, {{"The North might try something."}}},
       {"group/kor-protesters",
        Protests,
        "country/JPN",
        Status::Asserted,
        {{"Thousands lit candles against Japan."}}}});
}

Graph hostile_story() {
  const std::string bad = "<b>\"O'Brien\" & Söhne</b> \\N \\E {a|b} ]]> ${x} \x01\x1f\u202Eevil\u202C\uFFFE";
  return sample_graph(
      {{"country/AAA", NodeType::Country, bad, "AAA", {bad}, "Q1\"><script>alert(1)</script>"},
       {"person/b\"]; x", NodeType::Official, "</TD></TABLE><script>alert('x')</script>", "AAA", {}, ""},
       {"organisation/c", NodeType::Organisation, "&lt;b&gt; &#10; &amp; \\\\ %s %n =cmd|'/c calc'!A1", "", {}, ""},
       {"group/long",
        NodeType::Group,
        "Verylongwordwithoutanyspaceatallthatnobodywouldeverwritebutsomebodyonceparsedfromabadpageofnews",
        "",
        {},
        ""}},
      {{"country/AAA",
        RelationType::Attacks,
        "organisation/c",
        Status::Negated,
        {{"<img src=x onerror=alert(1)> \"quoted\" \\G & done", "javascript:alert(1)", "<Pub & Co>"}}},
       {"person/b\"]; x",
        RelationType::HoldsOfficeIn,
        "country/AAA",
        Status::Asserted,
        {{"x"}},
        "minister of <i>&</i> \\L"},
       {"group/long", RelationType::Praises, "person/b\"]; x", Status::Asserted, {{"line one\nline two\ttab"}}}});
}

Graph awkward_strings() {
  using namespace std::string_literals;
  const std::string awkward = "NUL \0 quotes \" ' ` \"\" '' back\\slash \\u0027 \\n ends in \\"s;
  std::string length;
  while (length.size() < 300'000) length += "long; \"value\" | é, ";
  return sample_graph(
      {{"country/AAA", NodeType::Country, awkward, "AAA", {"", ";", "[a, b]", "␀", "␟ within", "a|b;c,d", length}},
       {"country/BBB", NodeType::Country, " \t spaces \r\n around ", "BBB", {awkward}}},
      {{"country/AAA",
        RelationType::Criticizes,
        "country/BBB",
        Status::Asserted,
        {{awkward}, {length, "b2", "null"}, {"'); MATCH (n) DETACH DELETE n; //", "c3", "NaN"}, {"x\\\\"}},
        "minister; of | \"x\""}});
}

Graph made_up_world(std::size_t edges) {
  static constexpr std::string_view kSyllables[] = {"ka", "lo", "mir", "ten", "vos", "ari", "bel", "dun", "esh", "gor"};
  std::uint64_t state = 12345;
  const auto next = [&](std::size_t below) {
    state = state * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((state >> 33U) % below);
  };
  const auto word = [&] {
    std::string text;
    for (int i = 0; i < 3; ++i) text += kSyllables[next(10)];
    text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
  };
  std::vector<SampleNode> nodes;
  const std::size_t countries = std::max<std::size_t>(3, edges / 25);
  const std::size_t count = std::max<std::size_t>(6, edges * 2 / 5);
  static constexpr NodeType kTypes[] = {NodeType::Official,  NodeType::Official, NodeType::Organisation,
                                        NodeType::Agreement, NodeType::Policy,   NodeType::Person,
                                        NodeType::Group};
  for (std::size_t i = 0; i < count; ++i) {
    const auto country = i < countries ? i : next(countries);
    std::string iso3 = {static_cast<char>('A' + country / 26 / 26 % 26), static_cast<char>('A' + country / 26 % 26),
                        static_cast<char>('A' + country % 26)};
    if (i < countries) {
      nodes.push_back({"country/" + iso3, NodeType::Country, word() + "ia", iso3, {}, ""});
    } else {
      const auto type = kTypes[next(7)];
      const bool named = type == NodeType::Official || type == NodeType::Person;
      std::string label = word() + (named                         ? " " + word()
                                    : type == NodeType::Agreement ? " Treaty on Trade and Transit"
                                    : type == NodeType::Policy    ? " import tariffs"
                                    : type == NodeType::Group     ? " rebels"
                                                                  : " Ministry of Affairs");
      nodes.push_back({"x/" + std::to_string(100000 + i), type, std::move(label), iso3, {}, ""});
    }
  }
  std::vector<SampleEdge> list;
  for (std::size_t guard = 0; list.size() < edges && guard < edges * 50; ++guard) {
    // Real graphs have hubs: an end is often one of the first countries.
    const auto pick = [&] {
      return next(3) == 0 ? next(std::min(count, countries))
             : next(2)    ? next(std::min<std::size_t>(4, count))
                          : next(count);
    };
    const auto& source = nodes[pick()];
    const auto& target = nodes[pick()];
    const auto type = static_cast<RelationType>(next(kRelationTypeCount));
    if (source.id == target.id || !row(type).domain.contains(source.type) || !row(type).range.contains(target.type))
      continue;
    const auto status = next(3) != 0 ? Status::Asserted : static_cast<Status>(next(kStatusCount));
    if (std::any_of(list.begin(), list.end(), [&](const auto& e) {
          return e.source == source.id && e.type == type && e.target == target.id && e.status == status;
        })) {
      continue;
    }
    SampleEdge edge{source.id, type, target.id, status, {}, type == RelationType::HoldsOfficeIn ? "minister" : ""};
    for (std::size_t q = 0; q <= next(4); ++q) {
      edge.quotes.push_back({source.label + " is said to have done something to " + target.label + ".",
                             "d" + std::to_string(next(edges)), "Paper " + std::to_string(next(9))});
    }
    list.push_back(std::move(edge));
  }
  return sample_graph(std::move(nodes), std::move(list));
}

}  // namespace entente::exporter
