#include "entente/language/ner/name_recogniser.h"

#include <cstddef>

namespace entente::language {
namespace {

// Enough rows for the matrix products to use each weight often, few enough to stay in the second-level cache.
constexpr std::size_t kBatchTokens = 512;

// Names of other kinds (events, products, works, languages) are learnt only so that they are not taken for a node.
constexpr std::string_view kOther = "other";

}  // namespace

Result<NameRecogniser> NameRecogniser::load(const std::string& path, std::shared_ptr<const WordVectors> vectors,
                                            InstructionSet set) {
  auto file = ModelFile::load(path, "NAME");
  if (!file) return tl::unexpected(std::move(file.error()));
  auto encoder = Encoder::load(std::move(*file), std::move(vectors), set);
  if (!encoder) return tl::unexpected(std::move(encoder.error()));
  auto tag = Dense::load(encoder->file(), "tag", ModelFile::kAny, encoder->width());
  if (!tag) return tl::unexpected(std::move(tag.error()));
  NameRecogniser recogniser(std::move(*encoder), std::move(*tag));
  if (auto read = recogniser.read_classes(); !read) return tl::unexpected(std::move(read.error()));
  return recogniser;
}

Result<void> NameRecogniser::read_classes() {
  const ModelFile& file = encoder_.file();
  const auto names = file.lines("classes");
  if (!names) return tl::unexpected(names.error());
  for (const std::string_view name : *names) {
    classes_.push_back(node_type_of(name));
    if (!classes_.back() && name != kOther) {
      return failure(ErrorCode::Corrupt, file.path(), "has the unknown class " + std::string(name));
    }
  }
  if (tag_.outputs() != 1 + 4 * classes_.size()) {
    return failure(ErrorCode::Corrupt, file.path(),
                   "has " + std::to_string(tag_.outputs()) + " tags for " + std::to_string(classes_.size()) +
                       " classes, expected four a class and one");
  }
  return {};
}

void NameRecogniser::annotate(Document& document, Workspace& workspace) const {
  document.names.clear();
  std::size_t first = 0;
  std::size_t tokens = 0;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const std::size_t length = document.sentences[s].tokens.size();
    if (tokens > 0 && tokens + length > kBatchTokens) {
      annotate_sentences(document, first, s, workspace);
      first = s;
      tokens = 0;
    }
    tokens += length;
  }
  if (tokens > 0) annotate_sentences(document, first, document.sentences.size(), workspace);
}

void NameRecogniser::annotate_sentences(Document& document, std::size_t first, std::size_t last,
                                        Workspace& workspace) const {
  workspace.forms.clear();
  workspace.start.assign(1, 0);
  for (std::size_t s = first; s < last; ++s) {
    const TokenRange tokens = document.sentences[s].tokens;
    if (tokens.size() == 0) continue;
    for (std::uint32_t t = tokens.begin; t < tokens.end; ++t) workspace.forms.push_back(document.tokens[t].form);
    workspace.start.push_back(static_cast<std::uint32_t>(workspace.forms.size()));
  }
  encoder_.encode(workspace.forms, workspace.start, workspace.encoder);
  tag_.apply(workspace.encoder.quantised.back(), workspace.scores, encoder_.kernels());

  std::size_t row = 0;
  for (std::size_t s = first; s < last; ++s) {
    const TokenRange tokens = document.sentences[s].tokens;
    const std::span<const float> scores = std::span(workspace.scores).subspan(row * tag_.stride());
    row += tokens.size();
    for (const ClassSpan& span : workspace.decoder.decode({scores, tokens.size(), tag_.stride(), classes_.size()})) {
      const auto type = classes_[span.label];
      if (!type) continue;
      document.names.push_back({{tokens.begin + span.begin, tokens.begin + span.end}, *type, span.score});
    }
  }
}

}  // namespace entente::language
