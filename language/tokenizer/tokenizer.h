#pragma once

#include "entente/language/document.h"

namespace entente::language {

/// Splits a document into sentences and words of UD English. Fills sentences (tokens, span, field, number, paragraph)
/// and tokens (span, form, space_after), which must be empty. The title is one sentence; a headline that the text
/// repeats in its first lines is left out there, so that it counts once. A paragraph's end ends a sentence.
/// Spans are exact bytes of the text, whatever bytes it holds. Errors: none.
void tokenize(Document& document);

}  // namespace entente::language
