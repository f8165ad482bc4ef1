// Accuracy of the name recogniser on gold tokens, and its speed on one thread.
//
//   bench_names data/models en_ewt-dev.iob2
//   bench_names --set avx2 data/models en_ewt-dev.iob2
//   bench_names --errors data/models en_ewt-dev.iob2
//
// Files of Universal NER: exact spans of PER, ORG and LOC. tokens/s is the best of several runs over the file, with a
// cache of words that is warm from the run before.
#include <array>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

#include "entente/language/ner/name_recogniser.h"

namespace {

using entente::Article;
using entente::ByteSpan;
using entente::Document;
using entente::NameSpan;
using entente::NodeType;
using entente::language::InstructionSet;
using entente::language::NameRecogniser;
using entente::language::WordVectors;
using Clock = std::chrono::steady_clock;

constexpr int kRuns = 5;
constexpr std::array<const char*, 3> kTypes = {"PER", "ORG", "LOC"};
constexpr std::size_t kNoType = kTypes.size();
using Names = std::map<std::pair<std::uint32_t, std::uint32_t>, std::size_t>;  // token range -> type

double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }

std::size_t type_of(const std::string& tag) {
  for (std::size_t t = 0; t < kTypes.size(); ++t) {
    if (tag.size() > 2 && tag.compare(2, std::string::npos, kTypes[t]) == 0) return t;
  }
  return kNoType;
}

std::size_t type_of(NodeType type) {
  switch (type) {
    case NodeType::Person:
    case NodeType::Official:
      return 0;
    case NodeType::Organisation:
      return 1;
    case NodeType::Place:
    case NodeType::Country:
      return 2;
    case NodeType::Agreement:
    case NodeType::Policy:
    case NodeType::Group:
      return kNoType;
  }
  return kNoType;
}

struct Gold {
  std::vector<std::vector<std::string>> sentences;
  Names names;
};

bool read(const std::string& path, Gold& gold) {
  std::ifstream in(path);
  std::string line;
  std::uint32_t token = 0;
  std::uint32_t begin = 0;
  std::size_t open = kNoType;
  bool starts = true;
  const auto close = [&] {
    if (open != kNoType) gold.names[{begin, token}] = open;
    open = kNoType;
  };
  while (std::getline(in, line)) {
    std::istringstream columns(line);
    std::string id;
    std::string form;
    std::string tag;
    if (line.empty()) {
      close();
      starts = true;
    }
    const bool word = std::getline(columns, id, '\t') && std::getline(columns, form, '\t') &&
                      std::getline(columns, tag, '\t') && id.find_first_not_of("0123456789") == std::string::npos;
    if (!word) continue;
    if (tag.rfind("I-", 0) != 0) close();
    if (tag.rfind("B-", 0) == 0) {
      open = type_of(tag);
      begin = token;
    }
    if (starts) gold.sentences.emplace_back();
    starts = false;
    gold.sentences.back().push_back(form);
    ++token;
  }
  close();
  return token > 0;
}

Document document_of(const Gold& gold) {
  Article article;
  std::vector<ByteSpan> spans;
  for (const auto& sentence : gold.sentences) {
    for (const std::string& form : sentence) {
      const auto begin = static_cast<std::uint32_t>(article.text.size());
      article.text += form + " ";
      spans.push_back({begin, static_cast<std::uint32_t>(article.text.size() - 1)});
    }
  }
  Document document(std::move(article));
  std::uint32_t token = 0;
  for (const auto& sentence : gold.sentences) {
    const std::uint32_t first = token;
    for (std::size_t i = 0; i < sentence.size(); ++i, ++token) {
      entente::Token added;
      added.span = spans[token];
      added.form = spans[token].of(document.text());
      document.tokens.push_back(added);
    }
    entente::Sentence range;
    range.tokens = {first, token};
    document.sentences.push_back(range);
  }
  return document;
}

void print_errors(const Document& document, const Names& gold, const Names& found) {
  const auto print = [&](const char* what, const auto& name) {
    const auto& [begin, end] = name.first;
    std::printf("%s\t%s\t%s\n", what, kTypes[name.second], std::string(document.text_of({begin, end})).c_str());
  };
  for (const auto& name : gold) {
    const auto mine = found.find(name.first);
    if (mine == found.end() || mine->second != name.second) print("missed", name);
  }
  for (const auto& name : found) {
    const auto right = gold.find(name.first);
    if (right == gold.end() || right->second != name.second) print("wrong", name);
  }
}

void print_figures(const Names& gold, const Names& found) {
  std::array<double, kTypes.size() + 1> right{};
  std::array<double, kTypes.size() + 1> mine{};
  std::array<double, kTypes.size() + 1> theirs{};
  constexpr std::size_t all = kTypes.size();
  for (const auto& [range, type] : gold) theirs[type] += 1;
  for (const auto& [range, type] : found) {
    mine[type] += 1;
    const auto same = gold.find(range);
    if (same != gold.end() && same->second == type) right[type] += 1;
  }
  std::printf("%-8s %6s %6s %6s %6s %6s\n", "", "gold", "found", "P", "R", "F1");
  for (std::size_t t = 0; t <= all; ++t) {
    for (std::size_t k = 0; t == all && k < all; ++k) {
      right[all] += right[k];
      mine[all] += mine[k];
      theirs[all] += theirs[k];
    }
    std::printf("%-8s %6.0f %6.0f %6.3f %6.3f %6.3f\n", t == all ? "micro" : kTypes[t], theirs[t], mine[t],
                right[t] / mine[t], right[t] / theirs[t], 2 * right[t] / (mine[t] + theirs[t]));
  }
}

int usage() {
  std::fprintf(stderr, "usage: bench_names [--errors] [--set baseline|avx2|avx512] MODELS FILE.iob2...\n");
  return 2;
}

}  // namespace

int main(int argc, char** argv) {
  std::vector<std::string> arguments(argv + 1, argv + argc);
  InstructionSet set = entente::language::best_instruction_set();
  bool errors = false;
  if (!arguments.empty() && arguments[0] == "--errors") {
    errors = true;
    arguments.erase(arguments.begin());
  }
  if (arguments.size() > 2 && arguments[0] == "--set") {
    set = arguments[1] == "avx512" ? InstructionSet::Avx512Vnni
          : arguments[1] == "avx2" ? InstructionSet::Avx2
                                   : InstructionSet::Baseline;
    arguments.erase(arguments.begin(), arguments.begin() + 2);
  }
  if (arguments.size() < 2 || !entente::language::supported(set)) return usage();
  const auto vectors = WordVectors::load(arguments[0] + "/vectors.bin");
  if (!vectors) {
    std::fprintf(stderr, "%s\n", vectors.error().to_string().c_str());
    return 2;
  }
  const auto begin = Clock::now();
  const auto recogniser = NameRecogniser::load(arguments[0] + "/names.bin", *vectors, set);
  if (!recogniser) {
    std::fprintf(stderr, "%s\n", recogniser.error().to_string().c_str());
    return 2;
  }
  std::printf("model loaded in %.3f s\n", seconds_since(begin));
  for (std::size_t a = 1; a < arguments.size(); ++a) {
    Gold gold;
    if (!read(arguments[a], gold)) {
      std::fprintf(stderr, "%s: no tokens in it\n", arguments[a].c_str());
      return 2;
    }
    Document document = document_of(gold);
    NameRecogniser::Workspace workspace;
    double best = 0;
    for (int run = 0; run < kRuns; ++run) {
      const auto start = Clock::now();
      recogniser->annotate(document, workspace);
      const double seconds = seconds_since(start);
      best = run == 0 || seconds < best ? seconds : best;
    }
    Names found;
    for (const NameSpan& name : document.names) {
      if (type_of(name.type) != kNoType) found[{name.tokens.begin, name.tokens.end}] = type_of(name.type);
    }
    std::printf("%s: %zu words, %.0f tokens/s\n", arguments[a].c_str(), document.tokens.size(),
                static_cast<double>(document.tokens.size()) / best);
    print_figures(gold.names, found);
    if (errors) print_errors(document, gold.names, found);
  }
  return 0;
}
