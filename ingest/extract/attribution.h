#pragma once

#include <vector>

#include "entente/ingest/extract/ends.h"

namespace entente::ingest {

/// Who is quoted in each sentence of a document: invalid where it is no quotation, or the speaker is not known. A
/// quotation may span sentences; its speaker is the one that the sentence which closes, opens or adjoins it names.
class Quotations {
 public:
  Quotations(const Tree& tree, const Patterns& patterns);

  /// The head word of the quoted speaker of the words at token; invalid if they are not quoted.
  TokenId speaker(TokenId token) const { return speaker_[token.index()]; }
  bool quoted(TokenId token) const { return quoted_[token.index()]; }

 private:
  std::vector<TokenId> speaker_;  // by token
  std::vector<bool> quoted_;
};

/// The subject of a verb of saying; invalid if the sentence does not say.
TokenId speaker_of(TokenId reporting, const Arguments& arguments);

/// -1 if the clause speaks ill of its subject, +1 well, 0 neither ("had created a grave change", "are misreading the
/// situation").
int evaluation_of(TokenId predicate, const Tree& tree, const Patterns& patterns);

}  // namespace entente::ingest
