#include "entente/ingest/pipeline.h"

#include <optional>
#include <string>
#include <utility>

#include "entente/actors/knowledge_base.h"
#include "entente/ingest/extract/extract.h"
#include "entente/ingest/extract/patterns.h"
#include "entente/ingest/extract/relate.h"
#include "entente/ingest/link/era.h"
#include "entente/ingest/link/link.h"
#include "entente/ingest/rank/relation_model.h"
#include "entente/language/coref/antecedent_ranker.h"
#include "entente/language/coref/coreference.h"
#include "entente/language/lemmatizer/lemmatizer.h"
#include "entente/language/mentions/mentions.h"
#include "entente/language/ner/name_recogniser.h"
#include "entente/language/network/word_vectors.h"
#include "entente/language/parser/parser_network.h"
#include "entente/language/tokenizer/tokenizer.h"

namespace entente::ingest {

struct Pipeline::Models {
  language::ParserNetwork parser;
  language::Lemmatizer lemmatizer;
  std::optional<language::NameRecogniser> names;  // from Depth::Mentions
  std::optional<language::AntecedentRanker> antecedents;
  std::optional<KnowledgeBase> actors;
  std::optional<Patterns> patterns;  // from Depth::Claims
  std::optional<RelationModel> relations;
  bool keeps_context = false;  // from Depth::Context
};

struct Pipeline::Workspace::Impl {
  language::ParserNetwork::Workspace parser;
  language::NameRecogniser::Workspace names;
};

Document Pipeline::annotate(Article article, Workspace& scratch) const {
  Document document(std::move(article));
  language::tokenize(document);
  parse(document, scratch);
  if (models_->names) {
    models_->names->annotate(document, scratch.impl_->names);
    language::annotate_mentions(document, *models_->actors);
    language::resolve_coreference(document, *models_->actors, {.ranker = &*models_->antecedents, .observe = {}});
    link(document, *models_->actors);
  }
  return document;
}

void Pipeline::parse(Document& document, Workspace& scratch) const {
  if (models_->keeps_context) {
    models_->parser.annotate_with_context(document, scratch.impl_->parser);
  } else {
    models_->parser.annotate(document, scratch.impl_->parser);
  }
  models_->lemmatizer.annotate(document);
}

std::vector<Claim> Pipeline::extract(const Document& document) const {
  std::vector<Claim> claims = ingest::extract(document, *models_->patterns,
                                              {.by = "entente " ENTENTE_VERSION, .relations = &*models_->relations});
  settle_by_date(claims, document, *models_->actors);
  return claims;
}

std::vector<Claim> Pipeline::claims(Article article, Workspace& scratch) const {
  return extract(annotate(std::move(article), scratch));
}

Answer Pipeline::relate(Document& document, ByteSpan source, ByteSpan target) const {
  return ingest::relate(document, source, target, *models_->patterns, &*models_->relations);
}

Result<Pipeline> Pipeline::load(const std::filesystem::path& data, Depth depth,
                                std::span<const std::filesystem::path> own_actors) {
  const auto model = [&](const char* file) { return (data / "models" / file).string(); };
  auto vectors = language::WordVectors::load(model("vectors.bin"));
  if (!vectors) return tl::unexpected(vectors.error());
  auto parser = language::ParserNetwork::load(model("parser.bin"), *vectors);
  if (!parser) return tl::unexpected(parser.error());
  auto lemmatizer = language::Lemmatizer::load(model("lemmas.tsv"));
  if (!lemmatizer) return tl::unexpected(lemmatizer.error());
  auto models = std::make_unique<Models>(Models{.parser = std::move(*parser),
                                                .lemmatizer = std::move(*lemmatizer),
                                                .names = std::nullopt,
                                                .antecedents = std::nullopt,
                                                .actors = std::nullopt,
                                                .patterns = std::nullopt,
                                                .relations = std::nullopt,
                                                .keeps_context = depth >= Depth::Context});

  if (depth >= Depth::Mentions) {
    auto names = language::NameRecogniser::load(model("names.bin"), *vectors);
    if (!names) return tl::unexpected(names.error());
    auto antecedents = language::AntecedentRanker::load(model("antecedents.bin"));
    if (!antecedents) return tl::unexpected(antecedents.error());
    auto actors = KnowledgeBase::load(data / "actors", own_actors);
    if (!actors) return tl::unexpected(actors.error());
    models->names = std::move(*names);
    models->antecedents = std::move(*antecedents);
    models->actors = std::move(*actors);
  }
  if (depth >= Depth::Claims) {
    auto patterns = Patterns::load(data / "patterns");
    if (!patterns) return tl::unexpected(patterns.error());
    models->patterns = std::move(*patterns);
    auto clusters = language::WordClusters::load(model("clusters.bin"), *vectors);
    if (!clusters) return tl::unexpected(clusters.error());
    auto relations = RelationModel::load(model("relations.bin"), model("pairs.bin"), std::move(*clusters));
    if (!relations) return tl::unexpected(relations.error());
    models->relations = std::move(*relations);
  }
  return Pipeline(std::move(models));
}

const KnowledgeBase& Pipeline::actors() const { return *models_->actors; }

Pipeline::Pipeline(std::unique_ptr<Models> models) : models_(std::move(models)) {}
Pipeline::Pipeline(Pipeline&&) noexcept = default;
Pipeline& Pipeline::operator=(Pipeline&&) noexcept = default;
Pipeline::~Pipeline() = default;

Pipeline::Workspace::Workspace() : impl_(std::make_unique<Impl>()) {}
Pipeline::Workspace::Workspace(Workspace&&) noexcept = default;
Pipeline::Workspace& Pipeline::Workspace::operator=(Workspace&&) noexcept = default;
Pipeline::Workspace::~Workspace() = default;

}  // namespace entente::ingest
