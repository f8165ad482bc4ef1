// One writer over a made-up graph in memory; bench/export.py runs it for each format.
//
//   bench_export --formats                     names, suffixes and whether they are drawn, a line each
//   bench_export --claims EDGES FILE           the graph's claims as JSON Lines, to fill a store with
//   bench_export FORMAT EDGES RUNS [FILE]      writes RUNS times to nowhere, then, if there is a FILE, to that
//
// Prints of the fastest run: edges, seconds, bytes, lines; then kilobytes of the graph, and at the peak of all runs
// beyond it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <functional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "entente/base/digest.h"
#include "entente/export/output_file.h"
#include "entente/export/writer.h"
#include "entente/graph/claims_jsonl.h"

namespace {

using namespace entente;
using namespace entente::exporter;
using Clock = std::chrono::steady_clock;

constexpr std::size_t kEdgesANode = 5;
constexpr std::size_t kEdgesADocument = 8;

/// Numbers that are the same on every machine.
class Random {
 public:
  std::size_t below(std::size_t limit) {
    state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
    return static_cast<std::size_t>((state_ >> 33U) % limit);
  }

 private:
  std::uint64_t state_ = 2019;
};

std::string word(Random& random) {
  static constexpr std::string_view kSyllables[] = {"ka", "lo", "mir", "ten", "vos", "ari", "bel", "dun", "esh", "gor"};
  std::string text;
  for (int i = 0; i < 3; ++i) text += kSyllables[random.below(std::size(kSyllables))];
  text[0] = static_cast<char>(text[0] - 'a' + 'A');
  return text;
}

std::vector<Node> make_nodes(std::size_t count, Random& random) {
  std::vector<Node> nodes(count);
  for (std::size_t n = 0; n < count; ++n) {
    Node& node = nodes[n];
    const bool person = n % 3 != 0;
    const std::string number = std::to_string(10'000'000 + n);
    node.type = person ? NodeType::Official : NodeType::Organisation;
    node.id = (person ? "person/" : "organisation/") + number;
    node.label = word(random) + " " + word(random);
    if (n % 4 == 0) node.aliases = {word(random)};
    const auto letter = [&] { return static_cast<char>('A' + random.below(6)); };
    node.iso3 = {letter(), letter(), letter()};
    if (n % 8 == 0) node.wikidata = "Q" + number;
  }
  std::sort(nodes.begin(), nodes.end(), [](const Node& a, const Node& b) { return a.id < b.id; });
  return nodes;
}

/// Distinct edges of relations that their ends may have, in the order of a graph.
std::vector<Edge> make_edges(const std::vector<Node>& nodes, std::size_t count, Random& random) {
  std::vector<Edge> edges;
  const auto key = [](const Edge& edge) {
    return std::tuple(edge.source.index(), name(edge.type), edge.target.index(), name(edge.status));
  };
  const auto before = [&](const Edge& a, const Edge& b) { return key(a) < key(b); };
  const auto same = [&](const Edge& a, const Edge& b) { return key(a) == key(b); };
  while (edges.size() < count) {
    for (std::size_t missing = count - edges.size(); missing > 0;) {
      Edge edge;
      edge.source = NodeId(random.below(nodes.size()));
      // Real graphs have hubs.
      edge.target = NodeId(random.below(random.below(3) == 0 ? std::min<std::size_t>(nodes.size(), 50) : nodes.size()));
      edge.type = static_cast<RelationType>(random.below(kRelationTypeCount));
      edge.status = random.below(3) != 0 ? Status::Asserted : static_cast<Status>(random.below(kStatusCount));
      const auto& relation = row(edge.type);
      if (edge.source == edge.target || !relation.domain.contains(nodes[edge.source.index()].type) ||
          !relation.range.contains(nodes[edge.target.index()].type)) {
        continue;
      }
      edges.push_back(edge);
      --missing;
    }
    std::sort(edges.begin(), edges.end(), before);
    edges.erase(std::unique(edges.begin(), edges.end(), same), edges.end());
  }
  return edges;
}

ClaimEnd end_of(const Node& node) { return {node.id, node.type, node.iso3, node.label, {}, {0, 9}, {}}; }

Claim make_claim(const Graph& graph, const Edge& edge, std::size_t number, Random& random) {
  Claim claim;
  const std::string document = "article-" + std::to_string(random.below(graph.edges.size() / kEdgesADocument + 1));
  const std::string publisher = "Example Paper " + std::to_string(number % 40);
  claim.doc = {document, "https://news.example/2019/08/22/" + document, publisher, "What " + document + " is about",
               parse_date("2019-08-22")};
  claim.sentence = static_cast<std::uint32_t>(number % 60);
  claim.quote = graph[edge.source].label + " was said to have done something \"of weight\" to " +
                graph[edge.target].label + ", sources close to both told us.";
  claim.span = {static_cast<std::uint32_t>(number), static_cast<std::uint32_t>(number + claim.quote.size())};
  claim.trigger = claim.span;
  claim.type = edge.type;
  claim.status = edge.status;
  claim.cameo = edge.coding.cameo;
  claim.confidence = 0.5 + static_cast<double>(random.below(500)) / 1000;
  claim.date = edge.date;
  claim.source = end_of(graph[edge.source]);
  claim.target = end_of(graph[edge.target]);
  claim.by = "entente 0.1.0";
  return claim;
}

/// An event an edge, every third with two sentences of evidence.
Graph make_graph(std::size_t edges) {
  Random random;
  Graph graph;
  graph.nodes = make_nodes(std::max<std::size_t>(100, edges / kEdgesANode), random);
  graph.edges = make_edges(graph.nodes, edges, random);
  graph.events.reserve(edges);
  graph.evidence.reserve(edges + edges / 3 + 1);
  for (std::size_t e = 0; e < edges; ++e) {
    Edge& edge = graph.edges[e];
    const std::size_t claims = e % 3 == 0 ? 2 : 1;
    const std::string day = std::to_string(10 + e % 18);
    edge.coding = coding_of(edge.type, edge.status, Commitment::None);
    edge.date = parse_date("2019-08-" + day);
    edge.confidence = 0.9;
    edge.claims = edge.sources = static_cast<std::uint32_t>(claims);
    edge.events = {static_cast<std::uint32_t>(e), static_cast<std::uint32_t>(e + 1)};
    Event event;
    event.id = event.happening = "event/" + short_digest(std::to_string(e));
    event.edge = EdgeId(e);
    event.date = edge.date;
    event.confidence = edge.confidence;
    event.sources = edge.sources;
    event.evidence.begin = static_cast<std::uint32_t>(graph.evidence.size());
    for (std::size_t c = 0; c < claims; ++c) {
      const std::size_t number = graph.evidence.size();
      Claim claim = make_claim(graph, edge, number, random);
      const std::string publisher = claim.doc.source;
      graph.evidence.push_back(
          {"evidence/" + short_digest(event.id + std::to_string(c)), EventId(e), publisher, std::move(claim)});
    }
    event.evidence.end = static_cast<std::uint32_t>(graph.evidence.size());
    graph.events.push_back(std::move(event));
    for (const NodeId end : {edge.source, edge.target}) {
      graph.nodes[end.index()].claims += static_cast<std::uint32_t>(claims);
    }
  }
  return graph;
}

/// A figure of /proc/self/status, in kilobytes.
long status_kb(std::string_view field) {
  std::ifstream in("/proc/self/status");
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(field, 0) == 0) return std::atol(line.c_str() + field.size());
  }
  return 0;
}

struct Written {
  std::size_t bytes = 0;
  std::size_t lines = 0;
};

Result<Written> write(const Graph& graph, const Format& format) {
  Written written;
  const Sink count = [&](std::string_view bytes) -> Result<void> {
    written.bytes += bytes.size();
    // Lines are counted only where they are triples, since that costs time too.
    if (format.suffix == ".nt") written.lines += static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\n'));
    return {};
  };
  const auto done = format.is_folder()
                        ? format.write_folder(graph, {}, [&](std::string_view) -> Result<Sink> { return count; })
                        : format.write(graph, {}, count);
  if (!done) return tl::unexpected(done.error());
  return written;
}

int fail(const Error& error) {
  std::fprintf(stderr, "%s\n", error.to_string().c_str());
  return 1;
}

int print_formats() {
  for (const Format& format : formats()) {
    std::printf("%s\t%s\t%d\n", std::string(format.name).c_str(), std::string(format.suffix).c_str(),
                format.bytes == FormatBytes::SameRenderer);
  }
  return 0;
}

int write_claims(std::size_t edges, const char* path) {
  std::ofstream out(path, std::ios::binary);
  for (const Evidence& evidence : make_graph(edges).evidence) {
    const auto line = to_json_line(evidence.claim);
    if (!line) return fail(line.error());
    out << *line << '\n';
  }
  return out.flush() ? 0 : 1;
}

int measure(const Format& format, std::size_t edges, int runs, const char* path) {
  const Graph graph = make_graph(edges);
  std::ofstream("/proc/self/clear_refs") << "5\n";  // the peak begins anew: proc(5)
  const long graph_kb = status_kb("VmRSS:");
  double best = 0;
  Written written;
  for (int run = 0; run < runs; ++run) {
    const auto begin = Clock::now();
    const auto done = write(graph, format);
    const double seconds = std::chrono::duration<double>(Clock::now() - begin).count();
    if (!done) return fail(done.error());
    written = *done;
    best = run == 0 ? seconds : std::min(best, seconds);
  }
  std::printf("%zu %.6f %zu %zu %ld %ld\n", edges, best, written.bytes, written.lines, graph_kb,
              std::max(0L, status_kb("VmHWM:") - graph_kb));
  if (path == nullptr) return 0;
  const auto kept = write_file(graph, format, {}, path);
  return kept ? 0 : fail(kept.error());
}

}  // namespace

int main(int argc, char** argv) {
  if (argc == 2 && std::strcmp(argv[1], "--formats") == 0) return print_formats();
  if (argc == 4 && std::strcmp(argv[1], "--claims") == 0) return write_claims(std::stoul(argv[2]), argv[3]);
  const Format* format = argc > 1 ? format_of_name(argv[1]) : nullptr;
  if (format == nullptr || argc < 4) {
    std::fprintf(stderr, "usage: bench_export --formats | --claims EDGES FILE | FORMAT EDGES RUNS [FILE]\n");
    return 2;
  }
  return measure(*format, std::stoul(argv[2]), std::stoi(argv[3]), argc > 4 ? argv[4] : nullptr);
}
