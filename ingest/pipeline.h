#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <vector>

#include "entente/base/error.h"
#include "entente/base/span.h"
#include "entente/graph/claim.h"
#include "entente/language/document.h"

namespace entente {
class KnowledgeBase;
}

namespace entente::ingest {

struct Answer;

/// How far articles are analysed; each includes those before it.
enum class Depth : std::uint8_t {
  Parse,     // sentences, tokens, tags, lemmas, trees
  Mentions,  // names, mentions, who is who
  Context,   // Document::context besides
  Claims,
};

/// An article in, its claims out: models, actor data and patterns, loaded once. Const; any thread may use it.
class Pipeline {
 public:
  /// data: the folder with models/, actors/ and patterns/. Loads what that depth needs. own_actors: tables of actors
  /// that add to those (docs/formats/actors.md). Errors: NotFound, Corrupt, Version, Parse, naming the file.
  [[nodiscard]] static Result<Pipeline> load(const std::filesystem::path& data, Depth depth = Depth::Claims,
                                             std::span<const std::filesystem::path> own_actors = {});

  Pipeline(Pipeline&&) noexcept;
  Pipeline& operator=(Pipeline&&) noexcept;
  ~Pipeline();

  /// Scratch memory of one thread, kept from article to article.
  class Workspace {
   public:
    Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

   private:
    friend class Pipeline;
    struct Impl;
    std::unique_ptr<Impl> impl_;
  };

  /// The article, analysed as far as the pipeline was loaded for.
  Document annotate(Article article, Workspace& scratch) const;
  /// Tags, lemmas and trees of a document whose tokens are given.
  void parse(Document& document, Workspace& scratch) const;
  /// The claims of an annotated document. Requires Depth::Claims.
  std::vector<Claim> extract(const Document& document) const;
  /// What the actor at one span does to the one at another, spans of document.text(). Requires Depth::Claims.
  Answer relate(Document& document, ByteSpan source, ByteSpan target) const;
  /// annotate and extract.
  std::vector<Claim> claims(Article article, Workspace& scratch) const;

  /// Requires Depth::Mentions.
  const KnowledgeBase& actors() const;

 private:
  struct Models;
  explicit Pipeline(std::unique_ptr<Models> models);
  std::unique_ptr<Models> models_;
};

}  // namespace entente::ingest
