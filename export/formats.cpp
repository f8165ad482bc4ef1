#include <algorithm>
#include <cctype>

#include "entente/export/writer.h"
#include "entente/export/writers.h"

namespace entente::exporter {
namespace {

constexpr std::string_view kNoSpans = "where in its quote each speaker, place and topic is named";

constexpr Format kFormats[] = {
    {"dot", ".dot", "text/vnd.graphviz", "diagram as a Graphviz graph", FormatContent::Text, FormatBytes::Everywhere,
     write_dot},
    {"svg", ".svg", "image/svg+xml", "diagram with tooltips and links", FormatContent::Text, FormatBytes::SameRenderer,
     write_svg},
    {"png", ".png", "image/png", "diagram", FormatContent::Binary, FormatBytes::SameRenderer, write_png},
    {"pdf", ".pdf", "application/pdf", "diagram", FormatContent::Binary, FormatBytes::SameRenderer, write_pdf},
#ifdef ENTENTE_EXPLORER
    {"html", ".html", "text/html", "page to explore, one file that opens offline", FormatContent::Text,
     FormatBytes::Everywhere, write_explorer},
#endif
    {"jsonld", ".jsonld", "application/ld+json", "JSON-LD with evidence", FormatContent::Text, FormatBytes::Everywhere,
     write_jsonld},
    {"turtle", ".ttl", "text/turtle", "RDF with evidence", FormatContent::Text, FormatBytes::Everywhere, write_turtle},
    {"ntriples", ".nt", "application/n-triples", "RDF with evidence, a triple a line", FormatContent::Text,
     FormatBytes::Everywhere, write_ntriples},
    {"nquads", ".nq", "application/n-quads", "RDF, evidence in a graph an article, a statement a line",
     FormatContent::Text, FormatBytes::Everywhere, write_nquads},
    {"trig", ".trig", "application/trig", "RDF, evidence in a graph an article", FormatContent::Text,
     FormatBytes::Everywhere, write_trig},
    {"node-link", ".json", "application/json", "node-link JSON of NetworkX and d3", FormatContent::Text,
     FormatBytes::Everywhere, write_node_link},
    {"neo4j", ".neo4j/", "text/csv", "folder for neo4j-admin database import", FormatContent::Text,
     FormatBytes::Everywhere, nullptr, kNoSpans, write_neo4j, neo4j_files},
    {"cypher", ".cypher", "application/x-cypher-query", "statements that bring Neo4j up to date", FormatContent::Text,
     FormatBytes::Everywhere, write_cypher, kNoSpans},
    {"kuzu", ".kuzu/", "text/csv", "folder for LadybugDB and Kùzu", FormatContent::Text, FormatBytes::Everywhere,
     nullptr, kNoSpans, write_kuzu, kuzu_files},
    {"graphml", ".graphml", "application/graphml+xml", "GraphML for yEd, NetworkX, igraph, Gephi", FormatContent::Text,
     FormatBytes::Everywhere, write_graphml, kNoSpans},
    {"gexf", ".gexf", "application/gexf+xml", "GEXF with days, for Gephi", FormatContent::Text, FormatBytes::Everywhere,
     write_gexf, kNoSpans},
    {"cytoscape", ".cyjs", "application/json", "JSON of Cytoscape and Cytoscape.js", FormatContent::Text,
     FormatBytes::Everywhere, write_cytoscape, kNoSpans},
    {"events-csv", ".events.csv", "text/csv", "event data for political scientists", FormatContent::Text,
     FormatBytes::Everywhere, write_event_table,
     "relations that last, agreements and policies without an act, other names, quotes but the surest"},
};

bool ends_in(std::string_view path, std::string_view suffix) {
  const auto same = [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; };
  return path.size() > suffix.size() &&
         std::equal(path.end() - static_cast<std::ptrdiff_t>(suffix.size()), path.end(), suffix.begin(), same);
}

}  // namespace

std::span<const Format> formats() { return kFormats; }

const Format* format_of_path(std::string_view path) {
  while (path.size() > 1 && path.substr(path.size() - 2) == "//") path.remove_suffix(1);
  const Format* best = nullptr;
  for (const Format& format : kFormats) {
    if (ends_in(path, format.suffix) && (best == nullptr || format.suffix.size() > best->suffix.size())) best = &format;
  }
  return best;
}

const Format* format_of_name(std::string_view name) {
  const auto* found =
      std::find_if(std::begin(kFormats), std::end(kFormats), [&](const Format& format) { return format.name == name; });
  return found == std::end(kFormats) ? nullptr : found;
}

std::string known_formats() {
  std::string suffixes;
  std::string names;
  for (const Format& format : kFormats) {
    suffixes.append(suffixes.empty() ? "" : " ").append(format.suffix);
    names.append(names.empty() ? "" : " ").append(format.name);
  }
  return suffixes + " (names: " + names + ")";
}

}  // namespace entente::exporter
