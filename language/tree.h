#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/language/document.h"

namespace entente::language {

/// The trees of a document read downward: children, spans, and the small questions that rules ask of them. Heads must
/// be filled in, and tokens stay as they are while the Tree is used; it is bound to the document.
class Tree {
 public:
  explicit Tree(const Document& document);

  const Document& document() const { return *document_; }
  const Token& operator[](TokenId id) const { return document_->tokens[id.index()]; }

  /// In text order.
  std::span<const TokenId> children(TokenId head) const;
  /// The first child with that universal relation; invalid if there is none.
  TokenId child(TokenId head, Deprel relation) const;
  /// The first child whose universal relation is `relation` and whose lower-case form is `form`.
  TokenId child(TokenId head, Deprel relation, std::string_view form) const;
  /// The index of the sentence of a token.
  std::size_t sentence(TokenId token) const { return sentence_[token.index()]; }
  TokenRange sentence_range(TokenId token) const { return document_->sentences[sentence(token)].tokens; }
  /// From the first to past the last descendant.
  TokenRange subtree(TokenId token) const;
  /// The token of the range whose head lies outside; the first if several.
  TokenId top(TokenRange range) const;
  /// Up through conj to the first conjunct.
  TokenId first_conjunct(TokenId token) const;
  /// The lower-case form of the first case marker ("with"), joined with `fixed` parts ("because of"); empty if none.
  /// A conjunct without one of its own has that of the first conjunct.
  std::string case_marker(TokenId token) const;
  /// The word that a nominal hangs from as argument or modifier, past conjuncts and appositions; invalid at the root.
  TokenId governor(TokenId token) const;
  /// The relation by which it hangs there, universal.
  Deprel relation(TokenId token) const;
  /// The subject of a verb or predicate, active or passive; that of the verb before it if they are coordinated or it is
  /// an open complement; invalid if none.
  TokenId subject(TokenId predicate) const;
  /// The token before or after in its sentence; invalid at the edge.
  TokenId before(TokenId token) const;
  TokenId after(TokenId token) const;

 private:
  const Document* document_;
  std::vector<std::uint32_t> first_child_;  // by token, into children_; one more at the end
  std::vector<TokenId> children_;
  std::vector<std::uint32_t> sentence_;
};

/// ASCII letters in lower case; other bytes stay.
std::string lower(std::string_view text);
/// The lemma in lower case; the lower-case form if the lemma is missing.
std::string lemma(const Token& token);
bool is_capitalised(std::string_view form);
bool is_all_capitals(std::string_view form);
bool is_proper(const Token& token);
bool is_noun(const Token& token);
/// Number=Plur, or a plural tag.
bool is_plural(const Token& token);

}  // namespace entente::language
