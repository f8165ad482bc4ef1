// What the ranker of antecedents is trained on: for each third-person pronoun of a treebank its candidates and their
// features, as the program computes them from its own analysis of the gold tokens.
//
//   bench_antecedents data en_gum-train.conllu > antecedents.jsonl
//
// A line a pronoun: {"doc": number, "token": number, "candidates": [token, …], "kinds": [kind, …], "salience": [number,
// …], "features": [[bucket, …], …]}; tokens count from 0 in their document; a kind is thing (a noun that is no
// mention), bound (by the syntax), several (two or more actors) or one; the last features are those of no candidate.
// training/train_antecedents.py reads it.
#include <cstdio>
#include <fstream>
#include <span>
#include <string>
#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/language/conllu.h"
#include "entente/language/coref/coreference.h"
#include "entente/language/lemmatizer/lemmatizer.h"
#include "entente/language/mentions/mentions.h"
#include "entente/language/ner/name_recogniser.h"
#include "entente/language/network/word_vectors.h"
#include "entente/language/parser/parser_network.h"

namespace {

using entente::Document;
using entente::KnowledgeBase;
using entente::MentionId;
using entente::language::Antecedent;

template <class Value>
Value loaded(entente::Result<Value> result) {
  if (result) return std::move(*result);
  std::fprintf(stderr, "bench_antecedents: %s\n", result.error().to_string().c_str());
  std::exit(2);
}

void print(std::size_t number, const Document& document, MentionId pronoun, std::span<const Antecedent> candidates,
           std::span<const std::vector<std::uint32_t>> features) {
  std::printf("{\"doc\": %zu, \"token\": %u, \"candidates\": [", number, document.mentions[pronoun.index()].head.value);
  for (std::size_t i = 0; i < candidates.size(); ++i)
    std::printf("%s%u", i == 0 ? "" : ", ", candidates[i].token.value);
  std::printf("], \"kinds\": [");
  for (std::size_t i = 0; i < candidates.size(); ++i) {
    const char* kind = candidates[i].thing             ? "thing"
                       : candidates[i].bound           ? "bound"
                       : candidates[i].members.empty() ? "one"
                                                       : "several";
    std::printf("%s\"%s\"", i == 0 ? "" : ", ", kind);
  }
  std::printf("], \"salience\": [");
  for (std::size_t i = 0; i < candidates.size(); ++i) std::printf("%s%g", i == 0 ? "" : ", ", candidates[i].salience);
  std::printf("], \"features\": [");
  for (std::size_t i = 0; i < features.size(); ++i) {
    std::printf("%s[", i == 0 ? "" : ", ");
    for (std::size_t k = 0; k < features[i].size(); ++k) std::printf("%s%u", k == 0 ? "" : ", ", features[i][k]);
    std::printf("]");
  }
  std::printf("]}\n");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: bench_antecedents DATA TREEBANK.conllu\n");
    return 2;
  }
  const std::string data = argv[1];
  const auto vectors = loaded(entente::language::WordVectors::load(data + "/models/vectors.bin"));
  const auto parser = loaded(entente::language::ParserNetwork::load(data + "/models/parser.bin", vectors));
  const auto lemmatizer = loaded(entente::language::Lemmatizer::load(data + "/models/lemmas.tsv"));
  const auto names = loaded(entente::language::NameRecogniser::load(data + "/models/names.bin", vectors));
  const auto knowledge = loaded(KnowledgeBase::load(data + "/actors"));
  entente::language::ParserNetwork::Workspace parser_scratch;
  entente::language::NameRecogniser::Workspace names_scratch;
  std::ifstream in(argv[2]);
  entente::language::ConlluReader reader(in, argv[2]);
  std::size_t number = 0;
  while (auto read = reader.next()) {
    Document document = std::move(loaded(std::move(*read)).document);
    parser.annotate(document, parser_scratch);
    lemmatizer.annotate(document);
    names.annotate(document, names_scratch);
    entente::language::annotate_mentions(document, knowledge);
    entente::language::CoreferenceOptions options;
    options.observe = [&](MentionId pronoun, std::span<const Antecedent> candidates,
                          std::span<const std::vector<std::uint32_t>> features) {
      print(number, document, pronoun, candidates, features);
    };
    entente::language::resolve_coreference(document, knowledge, options);
    ++number;
  }
  return 0;
}
