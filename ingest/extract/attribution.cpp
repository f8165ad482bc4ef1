#include "entente/ingest/extract/attribution.h"

namespace entente::ingest {

TokenId speaker_of(TokenId reporting, const Arguments& arguments) { return arguments.subject(reporting); }

int evaluation_of(TokenId predicate, const Tree& tree, const Patterns& patterns) {
  if (const int own = patterns.evaluation(lemma_of(tree, predicate)); own != 0) return own;
  for (const TokenId c : tree.children(predicate)) {
    const Deprel deprel = universal(tree[c].deprel);
    if (deprel == Deprel::Amod && exact_child(tree, predicate, Deprel::Cop).valid()) {
      if (const int value = patterns.evaluation(lemma_of(tree, c)); value != 0) return value;
    }
    if (deprel == Deprel::Xcomp) {
      if (const int value = patterns.evaluation(lemma_of(tree, c)); value != 0) return value;
    }
    if (deprel != Deprel::Obj) continue;
    if (const int value = patterns.evaluation(lemma_of(tree, c)); value != 0) return value;
    for (const TokenId modifier : tree.children(c)) {
      if (universal(tree[modifier].deprel) != Deprel::Amod) continue;
      if (const int value = patterns.evaluation(lemma_of(tree, modifier)); value != 0) return value;
    }
  }
  return 0;
}

}  // namespace entente::ingest
