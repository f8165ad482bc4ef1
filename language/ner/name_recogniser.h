#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/base/error.h"
#include "entente/language/document.h"
#include "entente/language/ner/bilou.h"
#include "entente/language/network/dense.h"
#include "entente/language/network/encoder.h"
#include "entente/language/network/word_vectors.h"

namespace entente::language {

/// Finds the names of people, organisations, places, groups (nationalities too, also as adjectives) and agreements: one
/// BILOU tag a token over a recurrent encoder. Names are without article, title and possessive, and do not nest. Const;
/// free to use from any thread.
class NameRecogniser {
 public:
  /// path: a model of kind NAME (docs/formats/model.md). The result is the same for every instruction set.
  /// Errors: as ModelFile; Corrupt if a section is missing or has another shape, or a class is unknown.
  [[nodiscard]] static Result<NameRecogniser> load(const std::string& path, std::shared_ptr<const WordVectors> vectors,
                                                   InstructionSet set = best_instruction_set());

  /// Scratch of one thread, and its cache of words.
  class Workspace {
    friend class NameRecogniser;
    Encoder::Workspace encoder;
    std::vector<std::string_view> forms;
    std::vector<std::uint32_t> start;
    std::vector<float> scores;
    BilouDecoder decoder;
  };

  /// Fills document.names, in text order, from the forms alone; each sentence by itself.
  void annotate(Document& document, Workspace& workspace) const;

 private:
  NameRecogniser(Encoder encoder, Dense tag) : encoder_(std::move(encoder)), tag_(std::move(tag)) {}
  Result<void> read_classes();
  void annotate_sentences(Document& document, std::size_t first, std::size_t last, Workspace& workspace) const;

  Encoder encoder_;
  Dense tag_;
  std::vector<std::optional<NodeType>> classes_;  // none: a kind of name that is no node, such as an event
};

}  // namespace entente::language
