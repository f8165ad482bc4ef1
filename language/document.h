#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/string_pool.h"
#include "entente/language/article.h"
#include "entente/language/mention.h"
#include "entente/language/token.h"

namespace entente {

enum class Field : std::uint8_t { Title, Text };

struct Sentence {
  TokenRange tokens;
  ByteSpan span;  // in Document::text()
  Field field = Field::Text;
  std::uint32_t number = 0;     // from 0 within its field
  std::uint32_t paragraph = 0;  // from 0 within the document; the title is a paragraph of its own
};

/// A name that the recogniser found: a raw finding, before mentions are made of it and other sources.
struct NameSpan {
  TokenRange tokens;
  NodeType type = NodeType::Person;  // person, organisation, place (country or not), agreement, policy, group
  float score = 0;                   // probability in [0,1], uncalibrated
};

/// Bytes of one field of the article.
struct FieldSpan {
  Field field = Field::Text;
  ByteSpan span;
};

/// An article under analysis. The annotators fill sentences and tokens (tokenizer), tags and trees (parser), lemmas,
/// names (ner), mentions and chains (coref), in that order. All offsets are bytes of text(), which is the title, two
/// line feeds, and the text (the text alone if there is no title); to_field() turns them into offsets of the article's
/// fields. Move-only; the text and the pool sit on the heap, so views survive a move.
class Document {
 public:
  explicit Document(Article article);

  const Article& article() const& { return *article_; }
  std::string_view text() const& { return *text_; }
  StringPool& pool() { return *pool_; }

  FieldSpan to_field(ByteSpan span) const;
  ByteSpan from_field(FieldSpan span) const;

  const Token& operator[](TokenId id) const& { return tokens[id.index()]; }
  Token& operator[](TokenId id) & { return tokens[id.index()]; }
  /// From the first byte of the first token to the last of the last. Requires a range that is not empty.
  ByteSpan span_of(TokenRange range) const;
  std::string_view text_of(TokenRange range) const& { return span_of(range).of(text()); }
  /// The index of the sentence that holds the token. Requires that there is one.
  std::size_t sentence_of(TokenId id) const;
  /// The index of the last sentence that begins at or before the byte; 0 before the first.
  std::size_t sentence_at(std::uint32_t byte) const;

  std::vector<Sentence> sentences;
  std::vector<Token> tokens;
  std::vector<NameSpan> names;
  std::vector<Mention> mentions;  // by (span.begin, span.end)
  std::vector<CorefChain> chains;
  /// What the parser's encoder knows of each token in its sentence: [tokens × ParserNetwork::context_size()]; empty unless
  /// it was asked for.
  std::vector<float> context;

 private:
  std::unique_ptr<Article> article_;
  std::unique_ptr<std::string> text_;
  std::unique_ptr<StringPool> pool_;
  std::uint32_t body_begin_ = 0;
};

}  // namespace entente
