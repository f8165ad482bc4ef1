#pragma once

#include <vector>

#include "entente/language/tree.h"

namespace entente::language {

/// Words between quotation marks; may span sentences and, if each opens with a mark, paragraphs.
struct Quotation {
  TokenRange tokens;  // with the marks
  /// The subject of the verb that reports it ("Kim told a news conference"); invalid if the text has none near.
  TokenId speaker;
};

/// In text order, not nested; single words in quotes ("grave change") are there too, with the speaker of their
/// sentence.
std::vector<Quotation> find_quotations(const Tree& tree);

}  // namespace entente::language
