#pragma once

#include <cstddef>
#include <span>

#include "entente/language/token.h"

namespace entente::language {

/// The tokens of a dateline at the beginning of a sentence, its dash included; 0 if there is none:
/// "GENEVA (Agency) - ", "LIMA, Aug. 22 -- ". It is no part of the clause behind it. Looks at forms and spaces alone.
std::size_t dateline_length(std::span<const Token> sentence);

}  // namespace entente::language
