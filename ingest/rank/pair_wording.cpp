#include <algorithm>

#include "entente/ingest/rank/feature_key.h"
#include "entente/ingest/rank/pair_features.h"

namespace entente::ingest {
namespace {

using feature::add;
using feature::combine;
using feature::Template;
using feature::unit;

}  // namespace

/// The words over and beside the predicate.
void PairReader::read_chain(TokenId predicate, PairFeatures& out) const {
  std::uint64_t below = unit(lexical(predicate).standing, lexical(predicate).op, lexical(predicate).roots[0]);
  TokenId node = tree_[predicate].head;
  for (std::uint64_t depth = 1; node.valid() && depth <= 3; ++depth, node = tree_[node].head) {
    add(out.wording, Template::ChainLemma, lexical(node).lemma, depth);
    if (lexical(node).fine != 0) add(out.wording, Template::ChainCluster, lexical(node).fine, depth);
    add(out.wording, Template::ChainLemma, lexical(node).lemma, lexical(predicate).roots[0], 7);
    const std::uint64_t over = unit(lexical(node).standing, lexical(node).op, lexical(node).roots[0]);
    if (over == 0) continue;
    add(out.wording, Template::ChainUnit, over, depth);
    add(out.wording, Template::ChainUnits, over, below);
    add(out.wording, Template::ChainUnits, lexical(node).standing, below, 1);
    below = over;
  }
  for (const TokenId c : tree_.children(predicate)) {
    const Deprel kind = universal(tree_[c].deprel);
    if (kind == Deprel::Aux || kind == Deprel::Advmod || kind == Deprel::Mark)
      add(out.wording, Template::Modal, lexical(c).lemma);
    if (is_theme(c)) add(out.wording, Template::ThemeLemma, lexical(c).lemma, static_cast<std::uint64_t>(kind));
  }
}

void PairReader::read_path_words(std::size_t source, std::size_t target, PairFeatures& out) const {
  const Path path = path_between(candidates_[source].head, candidates_[target].head);
  if (!path.top.valid()) return;
  std::uint64_t lemmas = 5;
  const auto on_path = [&](TokenId t) {
    lemmas = combine(lemmas, lexical(t).lemma);
    add(out.wording, Template::PathLemmas, lexical(t).lemma, 1);
    if (lexical(t).fine != 0) add(out.wording, Template::PathCluster, lexical(t).fine);
  };
  for (std::size_t i = 1; i < path.up.size(); ++i) on_path(path.up[i]);
  if (!path.up.empty() && !path.down.empty()) on_path(path.top);
  for (std::size_t i = path.down.size(); i-- > 1;) on_path(path.down[i]);
  add(out.wording, Template::PathLemmas, lemmas);
}

void PairReader::read_words_around(std::size_t source, std::size_t target, PairFeatures& out) const {
  const TokenId s = candidates_[source].head;
  const TokenId t = candidates_[target].head;
  const std::uint32_t first = std::min(s.value, t.value);
  const std::uint32_t second = std::max(s.value, t.value);
  const std::uint64_t forward = s < t ? 1 : 0;
  const auto zone = [&](std::uint32_t begin, std::uint32_t end, Template words, Template roots) {
    std::uint64_t previous = 0;
    for (std::uint32_t i = begin; i < end; ++i) {
      const TokenId id(i);
      const Token& token = tree_[id];
      if (token.upos == Upos::Punct) continue;
      const Lexical& lex = lexical(id);
      const bool name = token.upos == Upos::Propn;
      if (!name) add(out.wording, words, lex.lemma, forward);
      if (lex.fine != 0) {
        add(out.wording, Template::ClusterIn, static_cast<std::uint64_t>(words), lex.fine);
        add(out.wording, Template::ClusterIn, static_cast<std::uint64_t>(words), lex.coarse, forward);
      }
      if (words == Template::WordBetween && !name) add(out.wording, Template::PairBetween, previous, lex.lemma);
      previous = name ? 1 : lex.lemma;
      for (const std::uint8_t root : lex.roots) {
        if (root != 0) add(out.wording, roots, root, forward, token.upos == Upos::Verb);
      }
    }
  };
  // Promise, refusal, demand, end, in the order in which they stand.
  std::uint64_t last = 0;
  for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
    const TokenId id(i);
    if (id == s || id == t) {
      last = 200;
      continue;
    }
    const Lexical& lex = lexical(id);
    for (const std::uint64_t here : {unit(lex.standing, 0, 0), unit(0, 0, lex.roots[0]), unit(0, lex.op, 0)}) {
      if (here == 0) continue;
      const std::uint64_t where = i < first ? 0 : i < second ? 1 : 2;
      add(out.wording, Template::UnitIn, here, where, forward);
      add(out.wording, Template::UnitIn, here);
      if (where != 0) add(out.wording, Template::UnitPair, last, here);
      last = here;
    }
  }
  constexpr std::uint32_t kBefore = 8;
  constexpr std::uint32_t kAfter = 8;
  const std::uint32_t begin = first > sentence_.begin + kBefore ? first - kBefore : sentence_.begin;
  zone(first + 1, second, Template::WordBetween, Template::RootBetween);
  zone(begin, first, Template::WordBeforeFirst, Template::RootBefore);
  zone(second + 1, std::min(second + 1 + kAfter, sentence_.end), Template::WordAfterSecond, Template::RootAfter);
}

}  // namespace entente::ingest
