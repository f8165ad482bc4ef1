#pragma once

#include <vector>

#include "entente/language/tree.h"

namespace entente::language {

/// What a document puts between quotation marks, and who says it. A quotation may span sentences; one that is left open
/// at the end of a paragraph ends there, or is opened anew in the next. Its speaker is the subject of the verb of
/// saying that is nearest to it in its sentence, else in the sentences before and after. Bound to nothing: it keeps
/// tokens only. Rules with their sentences: docs/rules/who.md.
class Quotations {
 public:
  explicit Quotations(const Tree& tree);

  bool quoted(TokenId token) const { return quoted_[token.index()]; }
  /// The head word of the one who says the token's words ("Kim told a news conference: …"); invalid if they are not
  /// quoted, or the text has no speaker near.
  TokenId speaker(TokenId token) const { return speaker_[token.index()]; }

 private:
  void find_quoted(const Document& document);

  std::vector<bool> quoted_;  // by token, without the marks
  std::vector<TokenId> speaker_;
};

}  // namespace entente::language
