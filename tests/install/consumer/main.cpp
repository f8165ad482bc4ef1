// Reads the articles named on the command line and prints their ids.
#include <entente/entente.h>

#include <cstdio>

int main(int argc, char** argv) {
  auto inputs = entente::ingest::open_inputs(std::vector<std::string>(argv + 1, argv + argc), {});
  if (!inputs) return 2;
  entente::Diagnostics diagnostics;
  while (auto input = inputs->next(diagnostics)) {
    if (const auto* article = std::get_if<entente::Article>(&input->content)) std::puts(article->id.c_str());
  }
  for (const auto& diagnostic : diagnostics.all()) std::fputs(diagnostic.error.to_string().c_str(), stderr);
  return diagnostics.rejected() == 0 ? 0 : 1;
}
