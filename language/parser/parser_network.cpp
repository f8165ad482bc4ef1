#include "entente/language/parser/parser_network.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "entente/language/dateline.h"
#include "entente/language/parser/spanning_tree.h"

namespace entente::language {
namespace {

constexpr std::size_t kArc = 96;
constexpr std::size_t kRelation = 128;
constexpr std::size_t kDistances = 17;
constexpr std::size_t kTagLayer = 1;

// Columns of the arc layer's output.
constexpr std::size_t kArcHead = 0;
constexpr std::size_t kArcDependent = kArc;
constexpr std::size_t kRelationHead = 2 * kArc;
constexpr std::size_t kRelationDependent = 2 * kArc + kRelation;

enum DenseLayer : std::size_t { kTagDense, kArcDense, kProductDense, kRelationDense };

// Arc scores need room for the square of a sentence. Longer "sentences", such as tables, are parsed in pieces.
constexpr std::uint32_t kLongestPiece = 400;
// Enough rows for the matrix products to use each weight often, few enough to stay in the second-level cache.
constexpr std::uint32_t kBatchTokens = 256;

// head - dependent -> 0 … 16: each distance up to 4, then 5-7, 8-11, 12-19, 20 and more.
std::size_t distance_bucket(std::size_t head, std::size_t dependent) {
  const std::size_t size = head > dependent ? head - dependent : dependent - head;
  std::size_t bucket = std::min<std::size_t>(size, 4);
  for (const std::size_t more : {5U, 8U, 12U, 20U}) bucket += size >= more ? 1 : 0;
  return head > dependent ? 8 + bucket : 8 - bucket;
}

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

void rectify(std::span<const float> from, float* out) {
  for (std::size_t k = 0; k < from.size(); ++k) out[k] = from[k] > 0.0F ? from[k] : 0.0F;
}

Result<void> read_floats(const ModelFile& file, std::string_view name, std::size_t columns, std::vector<float>& out) {
  const auto values = file.floats(name, 1, columns);
  if (!values) return tl::unexpected(values.error());
  out.assign(values->values.begin(), values->values.end());
  return {};
}

}  // namespace

Result<ParserNetwork> ParserNetwork::load(const std::string& path, std::shared_ptr<const WordVectors> vectors,
                                          InstructionSet set) {
  auto file = ModelFile::load(path, "PARS");
  if (!file) return tl::unexpected(std::move(file.error()));
  auto encoder = Encoder::load(std::move(*file), std::move(vectors), set);
  if (!encoder) return tl::unexpected(std::move(encoder.error()));
  ParserNetwork parser(std::move(*encoder));
  if (auto read = parser.read(); !read) return tl::unexpected(std::move(read.error()));
  return parser;
}

Result<void> ParserNetwork::read() {
  if (auto inventories = read_inventories(); !inventories) return inventories;
  const ModelFile& file = encoder_.file();
  if (encoder_.layers() <= kTagLayer) return failure(ErrorCode::Corrupt, file.path(), "has no second layer");
  struct Shape {
    const char* name;
    std::size_t outputs;
    std::size_t inputs;
  };
  const std::size_t width = encoder_.width();
  const Shape shapes[] = {{"tag", tags_.size(), width},
                          {"arc", kRelationDependent + kRelation, width},
                          {"arc.product", kArc, kArc},
                          {"relation", relations_.size(), 2 * kRelation}};
  for (const Shape& shape : shapes) {
    auto dense = Dense::load(file, shape.name, shape.outputs, shape.inputs);
    if (!dense) return tl::unexpected(std::move(dense.error()));
    dense_.push_back(std::move(*dense));
  }
  if (auto floats = read_floats(file, "arc.head", kArc, arc_head_); !floats) return floats;
  if (auto floats = read_floats(file, "arc.root", kArc, arc_root_); !floats) return floats;
  return read_floats(file, "arc.distance", kDistances, arc_distance_);
}

Result<void> ParserNetwork::read_inventories() {
  const ModelFile& file = encoder_.file();
  const auto tags = file.lines("tags");
  if (!tags) return tl::unexpected(tags.error());
  for (const std::string_view tag : *tags) {
    const std::size_t bar = tag.find('|');
    const auto upos = upos_of(tag.substr(0, bar));
    if (bar == std::string_view::npos || !upos) {
      return failure(ErrorCode::Corrupt, file.path(), "has the unknown tag " + std::string(tag));
    }
    tags_.push_back({*upos, std::string(tag.substr(bar + 1))});
  }
  const auto relations = file.lines("relations");
  if (!relations) return tl::unexpected(relations.error());
  for (const std::string_view relation : *relations) {
    const auto deprel = deprel_of(relation);
    if (!deprel) return failure(ErrorCode::Corrupt, file.path(), "has the unknown relation " + std::string(relation));
    relations_.push_back(*deprel);
  }
  if (tags_.empty() || relations_.empty()) {
    return failure(ErrorCode::Corrupt, file.path(), "has no tags or no relations");
  }
  return {};
}

void ParserNetwork::annotate(Document& document, Workspace& workspace) const {
  workspace.xpos.assign(tags_.size(), std::string_view());
  std::vector<TokenRange> pieces;
  std::uint32_t tokens = 0;
  const auto flush = [&] {
    if (!pieces.empty()) annotate_pieces(document, pieces, workspace);
    pieces.clear();
    tokens = 0;
  };
  const auto add = [&](TokenRange piece) {
    if (tokens + piece.size() > kBatchTokens) flush();
    pieces.push_back(piece);
    tokens += static_cast<std::uint32_t>(piece.size());
  };
  const auto clause_begin = [&](const Sentence& sentence) {
    const std::span all(document.tokens);
    const std::size_t dateline = dateline_length(all.subspan(sentence.tokens.begin, sentence.tokens.size()));
    return sentence.tokens.begin + static_cast<std::uint32_t>(dateline);
  };
  for (const Sentence& sentence : document.sentences) {
    const std::uint32_t clause = clause_begin(sentence);
    if (clause != sentence.tokens.begin) add({sentence.tokens.begin, clause});
    for (std::uint32_t begin = clause; begin < sentence.tokens.end; begin += kLongestPiece) {
      add({begin, std::min(begin + kLongestPiece, sentence.tokens.end)});
    }
  }
  flush();
  // The roots of a dateline and of a long sentence's further pieces hang from that of the first piece of the clause.
  for (const Sentence& sentence : document.sentences) {
    const std::uint32_t clause = clause_begin(sentence);
    if (clause == sentence.tokens.begin && sentence.tokens.size() <= kLongestPiece) continue;
    TokenId root;
    for (std::uint32_t t = clause; t < sentence.tokens.end && !root.valid(); ++t) {
      if (!document.tokens[t].head.valid()) root = TokenId(t);
    }
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      Token& token = document.tokens[t];
      if (token.head.valid() || TokenId(t) == root) continue;
      token.head = root;
      token.deprel = Deprel::Parataxis;
    }
  }
}

void ParserNetwork::annotate_pieces(Document& document, std::span<const TokenRange> pieces,
                                    Workspace& workspace) const {
  workspace.forms.clear();
  workspace.start.assign(1, 0);
  for (const TokenRange piece : pieces) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t) workspace.forms.push_back(document.tokens[t].form);
    workspace.start.push_back(static_cast<std::uint32_t>(workspace.forms.size()));
  }
  encoder_.encode(workspace.forms, workspace.start, workspace.encoder);
  tag(document, pieces, workspace);
  if (!document.context.empty()) keep_context(document, pieces, workspace);

  const Kernels& kernels = encoder_.kernels();
  dense_[kArcDense].apply(workspace.encoder.quantised.back(), workspace.arc_inputs, kernels);
  const std::size_t words = workspace.forms.size();
  workspace.rows.resize(words, kArc);
  for (std::size_t i = 0; i < words; ++i) {
    float dependent[kArc];
    rectify({arc_input(i, kArcDependent, workspace), kArc}, dependent);
    workspace.rows.set_row(i, dependent, kernels);
  }
  dense_[kProductDense].apply(workspace.rows, workspace.dependents, kernels);
  workspace.heads.resize(words);
  for (std::size_t p = 0; p < pieces.size(); ++p)
    attach(workspace.start[p], pieces[p].end - pieces[p].begin, workspace);
  relate(document, pieces, workspace);
}

void ParserNetwork::annotate_with_context(Document& document, Workspace& workspace) const {
  document.context.assign(document.tokens.size() * context_size(), 0.0F);
  annotate(document, workspace);
}

void ParserNetwork::keep_context(Document& document, std::span<const TokenRange> pieces,
                                 const Workspace& workspace) const {
  const std::size_t width = encoder_.width();
  const float* last = workspace.encoder.outputs.back().data();
  const float* tagged = workspace.encoder.outputs[kTagLayer].data();
  std::size_t row = 0;
  for (const TokenRange piece : pieces) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t, ++row) {
      float* out = document.context.data() + std::size_t{t} * context_size();
      std::copy_n(last + row * width, width, out);
      std::copy_n(tagged + row * width, width, out + width);
    }
  }
}

void ParserNetwork::tag(Document& document, std::span<const TokenRange> pieces, Workspace& workspace) const {
  const Dense& dense = dense_[kTagDense];
  dense.apply(workspace.encoder.quantised[kTagLayer], workspace.tag_scores, encoder_.kernels());
  std::size_t row = 0;
  for (const TokenRange piece : pieces) {
    for (std::uint32_t t = piece.begin; t < piece.end; ++t, ++row) {
      const std::size_t best = best_of(workspace.tag_scores.data() + row * dense.stride(), tags_.size());
      std::string_view& xpos = workspace.xpos[best];
      if (xpos.empty()) xpos = document.pool().intern(tags_[best].xpos);
      document.tokens[t].upos = tags_[best].upos;
      document.tokens[t].xpos = xpos;
    }
  }
}

// Heads of one sentence as columns: 0 the root, 1 + i its word i.
void ParserNetwork::attach(std::uint32_t first, std::uint32_t words, Workspace& workspace) const {
  const Kernels& kernels = encoder_.kernels();
  const std::size_t columns = std::size_t{words} + 1;
  std::vector<float>& heads = workspace.heads_by_column;
  heads.resize(kArc * columns);
  for (std::size_t k = 0; k < kArc; ++k) heads[k * columns] = arc_root_[k];
  for (std::size_t j = 0; j < words; ++j) {
    float head[kArc];
    rectify({arc_input(first + j, kArcHead, workspace), kArc}, head);
    for (std::size_t k = 0; k < kArc; ++k) heads[k * columns + j + 1] = head[k];
  }
  workspace.head_bias.resize(columns);
  kernels.product(arc_head_.data(), heads.data(), kArc, columns, workspace.head_bias.data());
  workspace.arc_scores.resize(words * columns);
  for (std::size_t i = 0; i < words; ++i) {
    float* row = workspace.arc_scores.data() + i * columns;
    const float* dependent = workspace.dependents.data() + (first + i) * dense_[kProductDense].stride();
    kernels.product(dependent, heads.data(), kArc, columns, row);
    for (std::size_t j = 0; j < columns; ++j) row[j] += workspace.head_bias[j];
    for (std::size_t j = 0; j < words; ++j) row[j + 1] += arc_distance_[distance_bucket(j, i)];
  }
  best_tree(workspace.arc_scores, std::span(workspace.heads).subspan(first, words));
}

void ParserNetwork::relate(Document& document, std::span<const TokenRange> pieces, Workspace& workspace) const {
  workspace.arcs.clear();
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (std::uint32_t i = 0; i < pieces[p].size(); ++i) {
      const std::uint32_t column = workspace.heads[workspace.start[p] + i];
      Token& token = document.tokens[pieces[p].begin + i];
      token.head = column == 0 ? TokenId() : TokenId(pieces[p].begin + column - 1);
      token.deprel = Deprel::Root;
      if (column != 0) workspace.arcs.push_back(workspace.start[p] + i);
    }
  }
  const Kernels& kernels = encoder_.kernels();
  const Dense& dense = dense_[kRelationDense];
  workspace.pairs.resize(workspace.arcs.size(), 2 * kRelation);
  std::size_t arc = 0;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (; arc < workspace.arcs.size() && workspace.arcs[arc] < workspace.start[p + 1]; ++arc) {
      const std::uint32_t i = workspace.arcs[arc];
      const std::size_t j = workspace.start[p] + workspace.heads[i] - 1;
      const float* dependent = arc_input(i, kRelationDependent, workspace);
      const float* head = arc_input(j, kRelationHead, workspace);
      float pair[2 * kRelation];
      for (std::size_t k = 0; k < kRelation; ++k) {
        const float sum = head[k] + dependent[k];
        pair[k] = sum > 0.0F ? sum : 0.0F;
        pair[kRelation + k] = head[k] * dependent[k];
      }
      workspace.pairs.set_row(arc, pair, kernels);
    }
  }
  dense.apply(workspace.pairs, workspace.relation_scores, kernels);
  arc = 0;
  for (std::size_t p = 0; p < pieces.size(); ++p) {
    for (; arc < workspace.arcs.size() && workspace.arcs[arc] < workspace.start[p + 1]; ++arc) {
      const std::size_t best = best_of(workspace.relation_scores.data() + arc * dense.stride(), relations_.size());
      const std::uint32_t i = workspace.arcs[arc] - workspace.start[p];
      document.tokens[pieces[p].begin + i].deprel = relations_[best];
    }
  }
}

const float* ParserNetwork::arc_input(std::size_t row, std::size_t column, const Workspace& workspace) const {
  return workspace.arc_inputs.data() + row * dense_[kArcDense].stride() + column;
}

}  // namespace entente::language
