#include "entente/language/tree.h"

#include <algorithm>

namespace entente::language {

Tree::Tree(const Document& document) : document_(&document) {
  const std::size_t n = document.tokens.size();
  first_child_.assign(n + 2, 0);
  for (const Token& token : document.tokens)
    if (token.head.valid()) ++first_child_[token.head.index() + 2];
  for (std::size_t i = 2; i < first_child_.size(); ++i) first_child_[i] += first_child_[i - 1];
  children_.resize(first_child_.back());
  for (std::size_t i = 0; i < n; ++i)
    if (document.tokens[i].head.valid()) children_[first_child_[document.tokens[i].head.index() + 1]++] = TokenId(i);
  sentence_.assign(n, 0);
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const TokenRange range = document.sentences[s].tokens;
    for (std::uint32_t i = range.begin; i < range.end; ++i) sentence_[i] = static_cast<std::uint32_t>(s);
  }
}

std::span<const TokenId> Tree::children(TokenId head) const {
  const std::uint32_t begin = first_child_[head.index()];
  return {children_.data() + begin, first_child_[head.index() + 1] - begin};
}

TokenId Tree::child(TokenId head, Deprel relation) const {
  for (TokenId c : children(head))
    if (universal((*this)[c].deprel) == relation) return c;
  return {};
}

TokenId Tree::child(TokenId head, Deprel relation, std::string_view form) const {
  for (TokenId c : children(head))
    if (universal((*this)[c].deprel) == relation && lower((*this)[c].form) == form) return c;
  return {};
}

TokenRange Tree::subtree(TokenId token) const {
  TokenRange range{token.value, token.value + 1};
  std::vector<TokenId> open{token};
  while (!open.empty()) {
    const TokenId t = open.back();
    open.pop_back();
    range = {std::min(range.begin, t.value), std::max(range.end, t.value + 1)};
    for (TokenId c : children(t)) open.push_back(c);
  }
  return range;
}

TokenId Tree::top(TokenRange range) const {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const TokenId head = document_->tokens[i].head;
    if (document_->tokens[i].upos != Upos::Punct && (!head.valid() || !range.contains(head))) return TokenId(i);
  }
  return TokenId(range.begin);
}

TokenId Tree::first_conjunct(TokenId token) const {
  while ((*this)[token].deprel == Deprel::Conj && (*this)[token].head.valid()) token = (*this)[token].head;
  return token;
}

std::string Tree::case_marker(TokenId token) const {
  for (;;) {
    for (TokenId c : children(token)) {
      if (universal((*this)[c].deprel) != Deprel::Case || (*this)[c].xpos == "POS") continue;
      std::string marker = lower((*this)[c].form);
      for (TokenId part : children(c))
        if ((*this)[part].deprel == Deprel::Fixed) marker += ' ' + lower((*this)[part].form);
      return marker;
    }
    const Token& t = (*this)[token];
    if (t.deprel != Deprel::Conj || !t.head.valid()) return {};
    token = t.head;
  }
}

namespace {
bool passes_up(Deprel deprel) {
  return deprel == Deprel::Conj || deprel == Deprel::Appos || deprel == Deprel::Flat || deprel == Deprel::NmodDesc;
}
}  // namespace

TokenId Tree::governor(TokenId token) const {
  while (passes_up((*this)[token].deprel) && (*this)[token].head.valid()) token = (*this)[token].head;
  return (*this)[token].head;
}

Deprel Tree::relation(TokenId token) const {
  while (passes_up((*this)[token].deprel) && (*this)[token].head.valid()) token = (*this)[token].head;
  return universal((*this)[token].deprel);
}

TokenId Tree::subject(TokenId predicate) const {
  for (int steps = 0; predicate.valid() && steps < 8; ++steps) {
    for (TokenId c : children(predicate))
      if (universal((*this)[c].deprel) == Deprel::Nsubj) return c;
    const Token& t = (*this)[predicate];
    if (t.deprel != Deprel::Conj && t.deprel != Deprel::Xcomp && t.deprel != Deprel::Advcl) return {};
    predicate = t.head;
  }
  return {};
}

TokenId Tree::before(TokenId token) const {
  return token.value > sentence_range(token).begin ? TokenId(token.index() - 1) : TokenId();
}

TokenId Tree::after(TokenId token) const {
  return token.value + 1 < sentence_range(token).end ? TokenId(token.index() + 1) : TokenId();
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if ('A' <= c && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string lemma(const Token& token) { return lower(token.lemma.empty() ? token.form : token.lemma); }

bool is_capitalised(std::string_view form) {
  if (form.empty()) return false;
  const auto c = static_cast<unsigned char>(form[0]);
  if ('A' <= c && c <= 'Z') return true;
  // Latin-1 capitals in UTF-8 (C3 80..9E), Latin Extended-A capitals have even code points there.
  if (c == 0xC3 && form.size() > 1) return static_cast<unsigned char>(form[1]) < 0x9F;
  if ((c == 0xC4 || c == 0xC5) && form.size() > 1) return (static_cast<unsigned char>(form[1]) & 1U) == 0;
  return false;
}

bool is_all_capitals(std::string_view form) {
  bool letter = false;
  for (char c : form) {
    if ('a' <= c && c <= 'z') return false;
    letter |= 'A' <= c && c <= 'Z';
  }
  return letter;
}

bool is_proper(const Token& token) { return token.upos == Upos::Propn || token.xpos == "NNP" || token.xpos == "NNPS"; }

bool is_noun(const Token& token) { return token.upos == Upos::Noun || is_proper(token); }

bool is_plural(const Token& token) {
  return token.xpos == "NNS" || token.xpos == "NNPS" || token.feats.find("Number=Plur") != std::string_view::npos;
}

}  // namespace entente::language
