#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "entente/language/token.h"

namespace entente::language {

/// A sentence has at most this many tokens: longer ones (tables, lists without stops) are cut, so that what is
/// quadratic in the sentence stays cheap.
inline constexpr std::size_t kSentenceLimitTokens = 240;

/// Where the sentences of one paragraph end: indices behind their last tokens, ascending, the last is tokens.size().
/// Knows abbreviations, initials, closing quotation marks and brackets behind the stop, and quotations that end in a
/// question mark before "Kim asked". Needs span, form and space_after.
void sentence_ends(std::span<const Token> tokens, std::vector<std::size_t>& out);

/// The same for a title, which is one sentence whatever stops it holds: only cut at the limit.
void title_ends(std::span<const Token> tokens, std::vector<std::size_t>& out);

}  // namespace entente::language
