#pragma once

#include <string_view>
#include <vector>

#include "entente/base/span.h"

namespace entente::language {

/// The paragraphs of a text, without white space around them: parted by blank lines, by an indented line, and by a line
/// feed unless the lines were wrapped at a column, which is told from their lengths. Headings, list entries and lines
/// of a table are paragraphs.
std::vector<ByteSpan> paragraphs(std::string_view text);

}  // namespace entente::language
