// Accuracy of the tagger and parser on gold tokens, and its speed on one thread.
//
//   bench_parser data/models en_ewt-dev.conllu en_gum-dev.conllu
//   bench_parser --set avx2 data/models en_ewt-dev.conllu
//
// UPOS, XPOS, UAS, LAS (relations without their subtype) and LAS with subtypes, over all words. tokens/s counts tagging
// and parsing together, in processor time, the best of several runs over the file, with a cache of words that is warm
// from the run before.
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "entente/language/conllu.h"
#include "entente/language/parser/parser_network.h"

namespace {

using entente::Document;
using entente::Token;
using entente::language::InstructionSet;
using entente::language::ParserNetwork;
using entente::language::WordVectors;
using Clock = std::chrono::steady_clock;

constexpr int kRuns = 5;

struct Counts {
  double words = 0;
  double upos = 0;
  double xpos = 0;
  double uas = 0;
  double las = 0;
  double full = 0;
};

struct GoldDocument {
  Document document;
  std::vector<Token> gold;
};

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

// Processor time: other work on the machine counts as little as possible.
double cpu_seconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

bool read_gold(const std::string& path, std::vector<GoldDocument>& out) {
  std::ifstream in(path);
  if (!in) {
    std::fprintf(stderr, "%s: cannot open\n", path.c_str());
    return false;
  }
  entente::language::ConlluReader reader(in, path);
  while (auto next = reader.next()) {
    if (!*next) {
      std::fprintf(stderr, "%s\n", next->error().to_string().c_str());
      return false;
    }
    std::vector<Token> gold = (*next)->document.tokens;
    out.push_back({std::move((*next)->document), std::move(gold)});
  }
  return true;
}

void count(const GoldDocument& document, Counts& counts) {
  for (std::size_t t = 0; t < document.gold.size(); ++t) {
    const Token& gold = document.gold[t];
    const Token& token = document.document.tokens[t];
    const bool head = gold.head == token.head;
    counts.words += 1;
    counts.upos += gold.upos == token.upos ? 1 : 0;
    counts.xpos += gold.xpos == token.xpos ? 1 : 0;
    counts.uas += head ? 1 : 0;
    counts.las += head && universal(gold.deprel) == universal(token.deprel) ? 1 : 0;
    counts.full += head && gold.deprel == token.deprel ? 1 : 0;
  }
}

bool measure(const std::string& path, const ParserNetwork& parser) {
  std::vector<GoldDocument> documents;
  if (!read_gold(path, documents)) return false;
  ParserNetwork::Workspace workspace;
  double best = 0;
  for (int run = 0; run < kRuns; ++run) {
    const double begin = cpu_seconds();
    for (GoldDocument& document : documents) parser.annotate(document.document, workspace);
    const double seconds = cpu_seconds() - begin;
    best = run == 0 || seconds < best ? seconds : best;
  }
  Counts counts;
  for (const GoldDocument& document : documents) count(document, counts);
  const std::string name = path.substr(path.find_last_of('/') + 1);
  std::printf("%-28s %7.0f %6.2f %6.2f %6.2f %6.2f %9.2f %9.0f\n", name.c_str(), counts.words,
              100 * counts.upos / counts.words, 100 * counts.xpos / counts.words, 100 * counts.uas / counts.words,
              100 * counts.las / counts.words, 100 * counts.full / counts.words, counts.words / best);
  return true;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  InstructionSet set = entente::language::best_instruction_set();
  if (arguments.size() > 2 && arguments[0] == "--set") {
    set = arguments[1] == "avx512" ? InstructionSet::Avx512Vnni
          : arguments[1] == "avx2" ? InstructionSet::Avx2
                                   : InstructionSet::Baseline;
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.size() < 2 || !entente::language::supported(set)) {
    std::fprintf(stderr, "usage: bench_parser [--set baseline|avx2|avx512] MODELS FILE.conllu...\n");
    return 2;
  }
  const auto begin = Clock::now();
  const auto vectors = WordVectors::load(arguments[0] + "/vectors.bin");
  if (!vectors) {
    std::fprintf(stderr, "%s\n", vectors.error().to_string().c_str());
    return 2;
  }
  const auto parser = ParserNetwork::load(arguments[0] + "/parser.bin", *vectors, set);
  if (!parser) {
    std::fprintf(stderr, "%s\n", parser.error().to_string().c_str());
    return 2;
  }
  std::printf("models loaded in %.3f s\n", seconds_since(begin));
  std::printf("%-28s %7s %6s %6s %6s %6s %9s %9s\n", "", "words", "UPOS", "XPOS", "UAS", "LAS", "LAS full", "tokens/s");
  bool good = true;
  for (std::size_t a = 1; a < arguments.size(); ++a) good = measure(arguments[a], *parser) && good;
  return good ? 0 : 1;
}
