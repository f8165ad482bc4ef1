#include "entente/ingest/pipeline.h"

#include <string>
#include <utility>

#include "entente/language/network/word_vectors.h"
#include "entente/language/parser/parser_network.h"
#include "entente/language/tokenizer/tokenizer.h"

namespace entente::ingest {

struct Pipeline::Models {
  language::ParserNetwork parser;
};

struct Pipeline::Workspace::Impl {
  language::ParserNetwork::Workspace parser;
};

Document Pipeline::annotate(Article article, Workspace& scratch) const {
  Document document(std::move(article));
  language::tokenize(document);
  parse(document, scratch);
  return document;
}

void Pipeline::parse(Document& document, Workspace& scratch) const {
  models_->parser.annotate(document, scratch.impl_->parser);
}

Result<Pipeline> Pipeline::load(const std::filesystem::path& data) {
  const auto model = [&](const char* file) { return (data / "models" / file).string(); };
  auto vectors = language::WordVectors::load(model("vectors.bin"));
  if (!vectors) return tl::unexpected(vectors.error());
  auto parser = language::ParserNetwork::load(model("parser.bin"), *vectors);
  if (!parser) return tl::unexpected(parser.error());
  auto models = std::make_unique<Models>(Models{.parser = std::move(*parser)});

  return Pipeline(std::move(models));
}

Pipeline::Pipeline(std::unique_ptr<Models> models) : models_(std::move(models)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Pipeline::Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Pipeline::Workspace::Workspace(Workspace&&) noexcept = default;
Pipeline::Workspace& Pipeline::Workspace::operator=(Workspace&&) noexcept = default;
Pipeline::Workspace::~Workspace() = default;

}  // namespace entente::ingest
