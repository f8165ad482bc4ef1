#include "entente/language/document.h"

#include <algorithm>
#include <utility>

namespace entente {

Document::Document(Article article)
    : article_(std::make_unique<Article>(std::move(article))),
      text_(std::make_unique<std::string>()),
      pool_(std::make_unique<StringPool>()) {
  if (!article_->title.empty()) {
    *text_ = article_->title + "\n\n";
    body_begin_ = static_cast<std::uint32_t>(text_->size());
  }
  *text_ += article_->text;
}

FieldSpan Document::to_field(ByteSpan span) const {
  if (span.begin < body_begin_) return {Field::Title, span};
  return {Field::Text, {span.begin - body_begin_, span.end - body_begin_}};
}

ByteSpan Document::from_field(FieldSpan span) const {
  if (span.field == Field::Title) return span.span;
  return {span.span.begin + body_begin_, span.span.end + body_begin_};
}

ByteSpan Document::span_of(TokenRange range) const {
  return {tokens[range.begin].span.begin, tokens[range.end - 1].span.end};
}

std::size_t Document::sentence_of(TokenId id) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), id.value,
                                      [](std::uint32_t t, const Sentence& s) { return t < s.tokens.begin; });
  return static_cast<std::size_t>(after - sentences.begin()) - 1;
}

std::size_t Document::sentence_at(std::uint32_t byte) const {
  const auto after = std::upper_bound(sentences.begin(), sentences.end(), byte,
                                      [](std::uint32_t b, const Sentence& s) { return b < s.span.begin; });
  return after == sentences.begin() ? 0 : static_cast<std::size_t>(after - sentences.begin()) - 1;
}

}  // namespace entente
