#pragma once

#include <cstddef>
#include <string>

#include "entente/graph/graph.h"

namespace entente {

/// So many words of the quote around the trigger, "…" where others were; the whole quote if it has no more, nothing for 0. Words are
/// what stands between white space.
std::string cut_quote(const Claim& claim, std::size_t words);

/// Cuts the quotes, and what they are about, of all evidence. Offsets stay those of the article, and what was read off
/// the whole quotes (reprints, confidence) stays too.
void cut_quotes(Graph& graph, std::size_t words);

}  // namespace entente
