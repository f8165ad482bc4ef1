#pragma once

#include <cstdint>
#include <string_view>

#include "entente/base/id.h"
#include "entente/base/span.h"
#include "entente/language/ud.h"

namespace entente {

using TokenId = Id<struct TokenTag>;
using TokenRange = IdRange<TokenId>;

/// A syntactic word of Universal Dependencies. Views are bound to the Document that owns the token.
/// A word split off a surface token ("don't": do, n't) has the bytes that spell it; both halves have a span.
struct Token {
  ByteSpan span;          // in Document::text()
  std::string_view form;  // those bytes, or the word that they stand for
  std::string_view lemma;
  std::string_view xpos;   // Penn Treebank tag
  std::string_view feats;  // UD features, "Number=Sing|Person=3", empty if none
  TokenId head;            // index in the document, always in the same sentence; invalid: root, or not parsed yet
  Upos upos = Upos::X;
  Deprel deprel = Deprel::Dep;
  bool space_after = true;
};

}  // namespace entente
