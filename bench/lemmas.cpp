// Accuracy of the lemmatizer and its features on gold tokens, tags and trees, and its speed on one thread.
//
//   bench_lemmas data/models en_ewt-dev.conllu en_gum-dev.conllu
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <vector>

#include "entente/language/conllu.h"
#include "entente/language/lemmatizer/lemmatizer.h"

namespace {

using entente::Token;
using entente::language::ConlluReader;
using entente::language::Lemmatizer;

// Processor time: other work on the machine counts as little as possible.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

bool measure(const Lemmatizer& lemmatizer, const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "%s: cannot open\n", path.c_str());
    return false;
  }
  ConlluReader reader(in, path);
  double words = 0, lemmas = 0, features = 0, seconds = 0;
  while (auto next = reader.next()) {
    if (!*next) {
      std::fprintf(stderr, "%s\n", next->error().to_string().c_str());
      return false;
    }
    entente::Document& document = (*next)->document;
    const std::vector<Token> gold = document.tokens;
    const double begin = cpu_seconds();
    lemmatizer.annotate(document);
    seconds += cpu_seconds() - begin;
    for (std::size_t i = 0; i < gold.size(); ++i) {
      words += 1;
      lemmas += gold[i].lemma == document.tokens[i].lemma;
      features += gold[i].feats == document.tokens[i].feats;
    }
  }
  std::printf("%s: lemmas %.2f, features %.2f of %.0f words, %.0f tokens/s\n", path.c_str(), 100 * lemmas / words,
              100 * features / words, words, words / seconds);
  return true;
}

}  // namespace

int main(int count, char** arguments) {
  if (count < 3) {
    std::fprintf(stderr, "usage: bench_lemmas MODELS FILE.conllu…\n");
    return 2;
  }
  const auto lemmatizer = Lemmatizer::load(std::string(arguments[1]) + "/lemmas.tsv");
  if (!lemmatizer) {
    std::fprintf(stderr, "%s\n", lemmatizer.error().to_string().c_str());
    return 2;
  }
  for (int i = 2; i < count; ++i) {
    if (!measure(*lemmatizer, arguments[i])) return 1;
  }
  return 0;
}
