#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "entente/base/span.h"

namespace entente::language {

/// What stands behind a run of characters without white space.
enum class Following : std::uint8_t { Nothing, Digit, Upper, Lower, Other };

/// Splits a run of characters without white space into the words of UD English (as EWT and GUM do): punctuation apart,
/// "do|n't", "Seoul|'s", "fast|-|track", "$|5|m", "10|%"; whole are abbreviations with their stop, "non-nuclear",
/// "9/11", "1,000.5", addresses and tickers ("KRW=", "AAPL.O"). Appends spans of text that cover the run, none empty.
/// Bytes that are not UTF-8 are punctuation.
/// previous: the word before, empty if there is none in the paragraph.
void split_words(std::string_view text, ByteSpan run, std::string_view previous, Following following,
                 std::vector<ByteSpan>& out);

}  // namespace entente::language
