#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>

#include "entente/base/error.h"
#include "entente/language/document.h"

namespace entente {
class KnowledgeBase;
}

namespace entente::ingest {

/// How far articles are analysed; each includes those before it.
enum class Depth : std::uint8_t {
  Parse,     // sentences, tokens, tags, lemmas, trees
  Mentions,  // names, mentions, who is who
};

/// An article in, its claims out: models, actor data and patterns, loaded once. Const; any thread may use it.
class Pipeline {
 public:
  /// data: the folder with models/, actors/ and patterns/. Loads what that depth needs.
  /// Errors: NotFound, Corrupt, Version, Parse, naming the file.
  [[nodiscard]] static Result<Pipeline> load(const std::filesystem::path& data, Depth depth = Depth::Mentions);

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
  /// Requires Depth::Mentions.
  const KnowledgeBase& actors() const;

 private:
  struct Models;
  explicit Pipeline(std::unique_ptr<Models> models);
  std::unique_ptr<Models> models_;
};

}  // namespace entente::ingest
