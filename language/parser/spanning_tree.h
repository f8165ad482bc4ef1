#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace entente::language {

/// Heads of the best dependency tree that has exactly one word below the root: each word's best head where that is such
/// a tree, else the maximum spanning arborescence (Chu & Liu 1965, Edmonds 1967) under that demand.
/// scores: [words × (1 + words)], row-major, of each head for the row's word; column 0 is the root, the word's own
/// column is not read. heads: [words], filled with columns. Of equal scores the smaller column wins where it is free
/// to.
void best_tree(std::span<const float> scores, std::span<std::uint32_t> heads);

}  // namespace entente::language
