#include "entente/language/mentions/noun_phrase.h"

#include <algorithm>

namespace entente::language {

namespace {

/// Whether `token` hangs below `head` through tokens of [token, head] only, by relations that make a base noun phrase.
bool belongs(const Tree& tree, TokenId token, TokenId head) {
  for (int steps = 0; token != head && steps < 12; ++steps) {
    const Token& t = tree[token];
    switch (universal(t.deprel)) {
      case Deprel::Det:
      case Deprel::Case:
      case Deprel::Cop:
      case Deprel::Mark:
      case Deprel::Cc:
      case Deprel::Conj:
      case Deprel::Nsubj:
      case Deprel::Acl:
      case Deprel::Appos:
        if (!(t.deprel == Deprel::Conj && t.upos == Upos::Adj)) return false;
        break;
      case Deprel::Nmod:
        if (t.deprel == Deprel::NmodPoss) return false;
        break;
      default:
        break;
    }
    if (!t.head.valid() || t.head.value > head.value) return false;
    token = t.head;
  }
  return token == head;
}

}  // namespace

TokenRange base_noun_phrase(const Tree& tree, TokenId head) {
  TokenRange range{head.value, head.value + 1};
  const TokenRange sentence = tree.sentence_range(head);
  while (range.begin > sentence.begin) {
    const TokenId left(static_cast<std::size_t>(range.begin - 1));
    const Token& t = tree[left];
    if (t.upos == Upos::Punct && t.xpos != "HYPH" && t.form != "-") break;
    if (t.upos == Upos::Verb && t.head == head && universal(t.deprel) != Deprel::Amod &&
        universal(t.deprel) != Deprel::Compound)
      break;
    if (!belongs(tree, left, head)) break;
    --range.begin;
  }
  while (range.begin < head.value && tree.document().tokens[range.begin].upos == Upos::Punct) ++range.begin;
  while (range.end < sentence.end) {
    const Token& t = tree.document().tokens[range.end];
    if (t.deprel != Deprel::Flat || t.head != head) break;
    ++range.end;
  }
  return range;
}

Definiteness definiteness(const Tree& tree, TokenId head) {
  if (possessor(tree, head).valid()) return Definiteness::Possessed;
  for (TokenId c : tree.children(head)) {
    const Deprel relation = universal(tree[c].deprel);
    if (relation != Deprel::Det) continue;
    const std::string form = lower(tree[c].form);
    if (form == "the" || form == "this" || form == "that" || form == "these" || form == "those" || form == "both")
      return Definiteness::Definite;
    return Definiteness::Indefinite;
  }
  return Definiteness::Bare;
}

TokenId possessor(const Tree& tree, TokenId head) {
  for (TokenId c : tree.children(head))
    if (tree[c].deprel == Deprel::NmodPoss) return c;
  return {};
}

TokenId complement(const Tree& tree, TokenId head, std::initializer_list<std::string_view> prepositions) {
  const auto wanted = [&](TokenId c) {
    for (TokenId marker : tree.children(c))
      if (universal(tree[marker].deprel) == Deprel::Case &&
          std::find(prepositions.begin(), prepositions.end(), lower(tree[marker].form)) != prepositions.end())
        return true;
    return false;
  };
  for (TokenId c : tree.children(head))
    if (universal(tree[c].deprel) == Deprel::Nmod && c.value > head.value && wanted(c)) return c;
  const Token& t = tree[head];
  if (universal(t.deprel) == Deprel::Obj && t.head.valid()) {
    for (TokenId c : tree.children(t.head))
      if (universal(tree[c].deprel) == Deprel::Obl && c.value > head.value && wanted(c)) return c;
  }
  return {};
}

std::vector<TokenId> with_conjuncts(const Tree& tree, TokenId first) {
  std::vector<TokenId> out{first};
  for (std::size_t i = 0; i < out.size() && out.size() < 16; ++i)
    for (TokenId c : tree.children(out[i]))
      if (tree[c].deprel == Deprel::Conj) out.push_back(c);
  return out;
}

std::vector<std::string> content_lemmas(const Tree& tree, TokenRange phrase) {
  std::vector<std::string> out;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const Token& t = tree.document().tokens[i];
    if (t.upos == Upos::Punct || t.upos == Upos::Det || t.upos == Upos::Adp || t.xpos == "POS") continue;
    std::string word = lemma(t);
    // "intelligence-sharing" may be one token or three.
    for (std::size_t from = 0; from <= word.size();) {
      const std::size_t hyphen = std::min(word.find('-', from), word.size());
      if (hyphen > from) out.push_back(word.substr(from, hyphen - from));
      from = hyphen + 1;
    }
  }
  return out;
}

TokenId kind_word(const Document& document, TokenRange name) {
  for (std::uint32_t i = name.begin + 1; i < name.end; ++i) {
    if (document.tokens[i].upos == Upos::Adp && document.tokens[i].xpos != "POS") return TokenId(i - 1);
  }
  return TokenId(name.end - 1);
}

std::string words(const Document& document, TokenRange range) {
  std::string out;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    out += document.tokens[i].form;
    if (i + 1 < range.end && document.tokens[i].space_after) out += ' ';
  }
  return out;
}

}  // namespace entente::language
