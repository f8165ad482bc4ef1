// Writes the features of every pair of candidates of labelled or unlabelled sentences, for train_relations.py.
//
//   train_pair_features data sentences.jsonl OUT
//
// Each line of the input {"id","text"} is a document; with "source" and "target" [begin, end] the two spans are actors
// and theirs is the only pair. OUT.jsonl gets a line for every sentence with candidates: id, sentence, its bytes, and
// the candidates as [begin, end, head begin, head end, kind]. OUT.bin gets the pairs as 32-bit numbers: line of the
// sentence, source, target, predicate's token in the sentence + 1, then the counts of structure, wording and the words
// of every zone, then all of these, words as rows of vectors.bin.
#include <bit>
#include <cstdint>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "entente/base/json.h"
#include "entente/ingest/extract/relate.h"
#include "entente/ingest/pipeline.h"
#include "entente/ingest/rank/pair_features.h"
#include "entente/ingest/rank/pair_network.h"

namespace {

using namespace entente;
using ingest::Candidate;

class Writer {
 public:
  Writer(std::ofstream& lines, std::ofstream& pairs) : lines_(lines), pairs_(pairs) {}

  void write_sentence(const Document& document, const Sentence& sentence, std::size_t number,
                      const std::vector<Candidate>& candidates) {
    JsonWriter line;
    line.begin_object()
        .key("id")
        .string(document.article().id)
        .key("sentence")
        .number(static_cast<std::int64_t>(number));
    line.key("begin").number(static_cast<std::int64_t>(sentence.span.begin));
    line.key("end").number(static_cast<std::int64_t>(sentence.span.end));
    line.key("candidates").begin_array();
    for (const Candidate& c : candidates) {
      const ByteSpan head = document[c.head].span;
      line.begin_array();
      for (const std::uint32_t n : {c.span.begin, c.span.end, head.begin, head.end, static_cast<std::uint32_t>(c.kind)})
        line.number(static_cast<std::int64_t>(n));
      line.end_array();
    }
    line.end_array().end_object();
    lines_ << *line.take() << '\n';
    ++count_;
  }

  void write_pair(std::size_t source, std::size_t target, const ingest::PairFeatures& pair,
                  const ingest::PairNetwork::Score& network) {
    numbers_.clear();
    const auto put = [&](std::size_t n) { numbers_.push_back(static_cast<std::uint32_t>(n)); };
    put(count_ - 1);
    put(source);
    put(target);
    put(pair.structure.size());
    put(pair.wording.size());
    numbers_.push_back(std::bit_cast<std::uint32_t>(network.related));
    for (const float root : network.roots) numbers_.push_back(std::bit_cast<std::uint32_t>(root));
    numbers_.insert(numbers_.end(), pair.structure.begin(), pair.structure.end());
    numbers_.insert(numbers_.end(), pair.wording.begin(), pair.wording.end());
    pairs_.write(reinterpret_cast<const char*>(numbers_.data()),
                 static_cast<std::streamsize>(numbers_.size() * sizeof(std::uint32_t)));
  }

 private:
  std::ofstream& lines_;
  std::ofstream& pairs_;
  std::vector<std::uint32_t> numbers_;
  std::size_t count_ = 0;
};

std::optional<ByteSpan> span_of(const JsonValue& value) {
  if (!value.is_array() || value.size() != 2) return std::nullopt;
  const auto begin = value.at(0).as_int();
  const auto end = value.at(1).as_int();
  if (!begin || !end) return std::nullopt;
  return ByteSpan{static_cast<std::uint32_t>(*begin), static_cast<std::uint32_t>(*end)};
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::cerr << "usage: train_pair_features data sentences.jsonl OUT\n";
    return 2;
  }
  const std::string data = argv[1];
  const auto pipeline = ingest::Pipeline::load(data, ingest::Depth::Context);
  const auto patterns = ingest::Patterns::load(data + "/patterns");
  const auto vectors = language::WordVectors::load(data + "/models/vectors.bin");
  const auto clusters =
      vectors ? language::WordClusters::load(data + "/models/clusters.bin", *vectors) : tl::unexpected(vectors.error());
  const auto network = ingest::PairNetwork::load(data + "/models/pairs.bin", language::best_instruction_set());
  if (!network) {
    std::cerr << network.error().to_string() << '\n';
    return 2;
  }
  if (!pipeline || !patterns || !clusters) {
    std::cerr << (!pipeline ? pipeline.error() : !patterns ? patterns.error() : clusters.error()).to_string() << '\n';
    return 2;
  }
  std::ifstream in(argv[2]);
  std::ofstream lines(std::string(argv[3]) + ".jsonl");
  std::ofstream pairs(std::string(argv[3]) + ".bin", std::ios::binary);
  if (!in || !lines || !pairs) {
    std::cerr << argv[2] << " or " << argv[3] << ": cannot open\n";
    return 2;
  }
  Writer writer(lines, pairs);
  ingest::Pipeline::Workspace workspace;
  std::string text;
  while (std::getline(in, text)) {
    const auto json = JsonDocument::parse(text, argv[2]);
    if (!json) {
      std::cerr << json.error().to_string() << '\n';
      return 2;
    }
    Article article;
    article.id = json->root()["id"].string_or_empty();
    article.text = json->root()["text"].string_or_empty();
    Document document = pipeline->annotate(std::move(article), workspace);
    const auto source = span_of(json->root()["source"]);
    const auto target = span_of(json->root()["target"]);
    TokenId source_head;
    TokenId target_head;
    if (source && target) {
      source_head = ingest::mark_actor(document, *source);
      target_head = ingest::mark_actor(document, *target);
      if (!source_head.valid() || !target_head.valid()) continue;
    }
    const language::Tree tree(document);
    const ingest::Arguments arguments(tree, *patterns);
    const ingest::Ends ends(arguments, *patterns);
    for (std::size_t n = 0; n < document.sentences.size(); ++n) {
      const Sentence& sentence = document.sentences[n];
      const auto candidates = ingest::candidates(ends, *patterns, sentence.tokens);
      if (candidates.size() < 2) continue;
      const auto relations = ingest::read_events(ends, *patterns, sentence.tokens);
      const ingest::PairReader reader(ends, *patterns, **clusters, sentence.tokens, candidates, relations);
      const auto scores = network->read(document, sentence.tokens, candidates);
      writer.write_sentence(document, sentence, n, candidates);
      for (std::size_t s = 0; s < candidates.size(); ++s) {
        for (std::size_t t = 0; t < candidates.size(); ++t) {
          if (s == t) continue;
          const bool given = candidates[s].head == source_head && candidates[t].head == target_head;
          if (source ? !given : !ingest::may_act(candidates[s].kind)) continue;
          writer.write_pair(s, t, reader.read(s, t), scores[s * candidates.size() + t]);
        }
      }
    }
  }
  return 0;
}
