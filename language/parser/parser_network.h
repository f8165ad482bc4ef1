#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/error.h"
#include "entente/language/document.h"
#include "entente/language/network/dense.h"
#include "entente/language/network/encoder.h"
#include "entente/language/network/word_vectors.h"

namespace entente::language {

/// Tags every token (UPOS and XPOS jointly) and attaches it to a head with a relation: graph-based dependency parsing
/// with biaffine scores (Dozat & Manning 2017, ICLR) over a recurrent encoder. Const; free to use from any thread.
class ParserNetwork {
 public:
  /// path: a model of kind PARS (docs/formats/model.md). The result is the same for every instruction set.
  /// Errors: as ModelFile; Corrupt if a section is missing or has another shape, or a tag or relation is unknown.
  [[nodiscard]] static Result<ParserNetwork> load(const std::string& path, std::shared_ptr<const WordVectors> vectors,
                                                  InstructionSet set = best_instruction_set());

  /// Scratch of one thread, and its cache of words.
  class Workspace {
    friend class ParserNetwork;
    Encoder::Workspace encoder;
    std::vector<std::string_view> forms;
    std::vector<std::uint32_t> start;
    std::vector<float> tag_scores;
    std::vector<float> arc_inputs;
    std::vector<float> dependents;
    std::vector<float> heads_by_column;
    std::vector<float> head_bias;
    std::vector<float> arc_scores;
    std::vector<float> relation_scores;
    std::vector<std::uint32_t> heads;
    std::vector<std::uint32_t> arcs;
    QuantisedRows rows;
    QuantisedRows pairs;
    std::vector<std::string_view> xpos;
  };

  /// Fills upos, xpos, head and deprel of every token, from the forms alone. Each sentence becomes one tree.
  void annotate(Document& document, Workspace& workspace) const;
  /// The same, and Document::context: the outputs of the last layer and of the one that the tags are read off.
  void annotate_with_context(Document& document, Workspace& workspace) const;
  std::size_t context_size() const { return 2 * encoder_.width(); }

 private:
  struct Tag {
    Upos upos = Upos::X;
    std::string xpos;
  };

  explicit ParserNetwork(Encoder encoder) : encoder_(std::move(encoder)) {}
  Result<void> read();
  Result<void> read_inventories();
  void annotate_pieces(Document& document, std::span<const TokenRange> pieces, Workspace& workspace) const;
  void keep_context(Document& document, std::span<const TokenRange> pieces, const Workspace& workspace) const;
  void tag(Document& document, std::span<const TokenRange> pieces, Workspace& workspace) const;
  void attach(std::uint32_t first, std::uint32_t words, Workspace& workspace) const;
  void relate(Document& document, std::span<const TokenRange> pieces, Workspace& workspace) const;
  const float* arc_input(std::size_t row, std::size_t column, const Workspace& workspace) const;

  Encoder encoder_;
  std::vector<Tag> tags_;
  std::vector<Deprel> relations_;
  std::vector<Dense> dense_;  // tag, arc, arc.product, relation
  std::vector<float> arc_head_;
  std::vector<float> arc_root_;
  std::vector<float> arc_distance_;
};

}  // namespace entente::language
