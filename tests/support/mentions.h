#pragma once

#include <gtest/gtest.h>

#include <string_view>

#include "entente/language/coref/coreference.h"
#include "entente/language/mentions/mentions.h"
#include "support/conllu_document.h"
#include "support/knowledge.h"

namespace entente::support {

/// The document of a CoNLL-U text with its mentions, by the shipped actor data.
inline Document annotated(std::string_view conllu) {
  Document document = conllu_document(conllu);
  language::annotate_mentions(document, knowledge());
  return document;
}

/// With their chains as well.
inline Document resolved(std::string_view conllu) {
  Document document = annotated(conllu);
  language::resolve_coreference(document, knowledge());
  return document;
}

/// The mention with these words; the n-th of them, from 0.
inline const Mention& mention_of(const Document& document, std::string_view words, std::size_t n = 0) {
  for (const Mention& m : document.mentions)
    if (document.text_of(m.tokens) == words && n-- == 0) return m;
  ADD_FAILURE() << "no mention \"" << words << "\"";
  static const Mention none;
  return none;
}

inline bool has_mention(const Document& document, std::string_view words) {
  for (const Mention& m : document.mentions)
    if (document.text_of(m.tokens) == words) return true;
  return false;
}

/// The chain of that mention.
inline const CorefChain& chain_of(const Document& document, std::string_view words, std::size_t n = 0) {
  const Mention& m = mention_of(document, words, n);
  static const CorefChain none;
  if (m.chain.valid()) return document.chains[m.chain.index()];
  ADD_FAILURE() << "\"" << words << "\" was not resolved";
  return none;
}

}  // namespace entente::support
