// consumer ARTICLE OUTPUT: reads the article's claims, prints the edges of their graph, and writes it to OUTPUT.
#include <entente/entente.h>

#include <cstdio>
#include <iterator>

namespace {

int fail(const entente::Error& error) {
  std::fprintf(stderr, "%s\n", error.to_string().c_str());
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  const auto pipeline = entente::ingest::Pipeline::load(ENTENTE_DATA);
  if (!pipeline) return fail(pipeline.error());
  entente::ingest::ReadOptions options;
  options.date = entente::parse_date("2019-08-22");
  auto inputs = entente::ingest::open_inputs({argv[1]}, options);
  if (!inputs) return fail(inputs.error());

  entente::ingest::Pipeline::Workspace workspace;
  entente::Diagnostics diagnostics;
  std::vector<entente::Claim> claims;
  while (auto input = inputs->next(diagnostics)) {
    if (auto* article = std::get_if<entente::Article>(&input->content)) {
      auto read = pipeline->claims(std::move(*article), workspace);
      claims.insert(claims.end(), std::make_move_iterator(read.begin()), std::make_move_iterator(read.end()));
    }
  }
  for (const auto& diagnostic : diagnostics.all()) return fail(diagnostic.error);

  const entente::Graph graph = entente::assemble(std::move(claims), pipeline->actors());
  for (const entente::Edge& edge : graph.edges) {
    std::printf("%s %s %s\n", graph[edge.source].id.c_str(), std::string(entente::name(edge.type)).c_str(),
                graph[edge.target].id.c_str());
  }
  const auto written = entente::exporter::write_file(graph, *entente::exporter::format_of_path(argv[2]), {}, argv[2]);
  return written ? 0 : fail(written.error());
}
