#include "entente/ingest/extract/standing.h"

#include <array>
#include <string>

namespace entente::ingest {
namespace {

constexpr int kMaxDepth = 24;

bool is_one_of(std::string_view word, std::initializer_list<std::string_view> words) {
  for (const std::string_view w : words) {
    if (w == word) return true;
  }
  return false;
}

enum class Would : std::uint8_t { None, Seen };

/// What the words directly below a predicate say.
/// from: the child that was read before; invalid if none.
Would read_own_words(TokenId node, TokenId from, const Tree& tree, ClauseStanding& out) {
  Would would = Would::None;
  bool had = false;
  for (const TokenId c : tree.children(node)) {
    const Token& token = tree[c];
    const std::string word = language::lower(token.form);
    const Deprel deprel = universal(token.deprel);
    // "are safer when they work together": whenever it happens, not that it does.
    if (deprel == Deprel::Advmod && (word == "when" || word == "whenever") &&
        (tree[node].xpos == "VBP" || tree[node].xpos == "VBZ")) {
      out.hypothetical = true;
    }
    if (deprel == Deprel::Advmod || (deprel == Deprel::Det && c < node)) {
      if (is_one_of(word, {"not", "n't", "n’t", "never", "hardly", "barely", "neither", "nor"}) ||
          (deprel == Deprel::Det && word == "no")) {
        // "not only X but Y" says both.
        const TokenId next(c.index() + 1);
        const bool only = next.index() < tree.document().tokens.size() && language::lower(tree[next].form) == "only";
        if (!only) out.negated = !out.negated;
      } else if (word == "longer") {
        // "no longer supports it"
        for (const TokenId no : tree.children(c)) {
          if (language::lower(tree[no].form) == "no") out.negated = !out.negated;
        }
      } else if (is_one_of(word, {"possibly", "perhaps", "maybe", "potentially", "allegedly", "probably", "likely"})) {
        out.hypothetical = true;
      }
    } else if (deprel == Deprel::Aux) {
      if (is_one_of(word, {"will", "shall", "’ll", "'ll", "wo", "gon"})) {
        out.planned = true;
      } else if (is_one_of(word, {"may", "might", "could", "can", "should", "must", "ca", "cannot"})) {
        out.hypothetical = true;
      } else if (is_one_of(word, {"would", "’d", "'d"})) {
        would = Would::Seen;
      } else if (word == "had") {
        had = true;
      }
    } else if (deprel == Deprel::Mark) {
      if (is_one_of(word, {"if", "unless", "whether", "lest"})) out.hypothetical = true;
    } else if (deprel == Deprel::Nsubj || deprel == Deprel::Obj || deprel == Deprel::Obl) {
      // "no country attacked", "gave no aid", "at no time"
      if (c == from) continue;
      if (const TokenId no = tree.child(c, Deprel::Det); no.valid() && language::lower(tree[no].form) == "no")
        out.negated = !out.negated;
    } else if (deprel == Deprel::Amod && c < node) {
      if (is_one_of(word, {"possible", "potential", "planned", "proposed", "alleged", "threatened", "prospective",
                           "would-be", "suspected", "future", "feared", "hypothetical"})) {
        if (is_one_of(word, {"planned", "proposed", "future", "prospective"}))
          out.planned = true;
        else
          out.hypothetical = true;
      }
    }
  }
  const std::string_view xpos = tree[node].xpos;
  if (xpos == "VBD" || xpos == "VBN") out.past = true;
  if (had) out.background = true;
  return would;
}

struct Step {
  Standing standing = Standing::Transparent;
  bool known = false;
};

Step governed_by(TokenId head, const Tree& tree, const Patterns& patterns) {
  const GovernorEntry* entry = patterns.governor(lemma_of(tree, head), part_of(tree, head));
  return entry == nullptr ? Step{} : Step{entry->standing, true};
}

void apply(Standing standing, TokenId head, bool& would_open, ClauseStanding& out) {
  switch (standing) {
    case Standing::Transparent:
      break;
    case Standing::Reported:
      if (!out.reporter.valid()) out.reporter = head;
      // "said it would leave": a plan told in the past.
      if (would_open) {
        out.planned = true;
        would_open = false;
      }
      break;
    case Standing::Planned:
      out.planned = true;
      break;
    case Standing::Promised:
      out.planned = out.promised = true;
      break;
    case Standing::Hypothetical:
      out.hypothetical = true;
      break;
    case Standing::Negated:
      out.negated = !out.negated;
      break;
    case Standing::Refused:
      out.refused = true;
      out.refuser = head;
      break;
    case Standing::Denied:
      out.denied = true;
      if (!out.reporter.valid()) out.reporter = head;
      break;
    case Standing::Threatened:
      out.threatened = out.planned = true;
      break;
    case Standing::Demanded:
      out.demanded = out.hypothetical = true;
      break;
    case Standing::Alleged:
      out.alleged = out.hypothetical = true;
      out.alleger = head;
      break;
    case Standing::Stopped:
      out.stopped = !out.stopped;
      break;
  }
}

}  // namespace

Status ClauseStanding::status() const {
  if (denied) return negated ? Status::Asserted : Status::Denied;
  if (negated) return promised || (planned && reporter.valid()) ? Status::Denied : Status::Negated;
  if (hypothetical) return Status::Hypothetical;
  return planned ? Status::Planned : Status::Asserted;
}

ClauseStanding standing_of(TokenId predicate, const Tree& tree, const Patterns& patterns) {
  ClauseStanding out;
  TokenId node = predicate;
  out.clause = predicate;
  bool would_open = read_own_words(node, {}, tree, out) == Would::Seen;
  bool narrated = false;
  bool own_modal = out.planned || out.hypothetical || would_open;
  for (int depth = 0; depth < kMaxDepth; ++depth) {
    const Token& token = tree[node];
    const TokenId head = token.head;
    if (!head.valid()) break;
    const Deprel deprel = token.deprel;
    if (deprel == Deprel::Conj) {
      // "will meet and sign": the modal is shared by a bare form without its own subject; what governs the first
      // governs all.
      if (!exact_child(tree, node, Deprel::Nsubj).valid() && !own_modal && token.xpos == "VB" && is_verb(tree, head)) {
        would_open = read_own_words(head, node, tree, out) == Would::Seen || would_open;
      }
      node = head;
      continue;
    }
    if (deprel == Deprel::AclRelcl) {
      out.background = true;
      break;
    }
    if (const TokenId noun = infinitive_noun(tree, node); noun.valid()) {
      if (tree[noun].upos == Upos::Propn) {
        // "Lima to scrap pact": the future of headlines.
        out.planned = true;
        break;
      }
      if (noun != head) {
        read_own_words(noun, {}, tree, out);
        if (const Step step = governed_by(noun, tree, patterns); step.known)
          apply(step.standing, noun, would_open, out);
        break;
      }
    }
    const bool nominal = !is_verb(tree, node) && !exact_child(tree, node, Deprel::Cop).valid();
    const bool complement = deprel == Deprel::Xcomp || deprel == Deprel::Ccomp || deprel == Deprel::Acl ||
                            deprel == Deprel::Csubj || deprel == Deprel::CsubjPass || deprel == Deprel::Parataxis;
    const bool argument = nominal && (deprel == Deprel::Obj || deprel == Deprel::NsubjPass || deprel == Deprel::Obl ||
                                      deprel == Deprel::Nmod);
    if (complement || argument) {
      const Step step = governed_by(head, tree, patterns);
      if (deprel == Deprel::Parataxis) {
        // "Lima will leave, he said" has the saying below; here the node is below.
        break;
      }
      if (argument && step.standing == Standing::Reported) break;
      // "condemned the decision to end the pact": what is condemned is there.
      const bool presupposed = argument && step.standing == Standing::Alleged;
      if (step.known && !presupposed) apply(step.standing, head, would_open, out);
      // "is going to bomb it"
      if (deprel == Deprel::Xcomp && tree[head].xpos == "VBG" && lemma_of(tree, head) == "go") out.planned = true;
      if (argument && !step.known && deprel != Deprel::Obj && deprel != Deprel::NsubjPass) break;
      would_open = read_own_words(head, node, tree, out) == Would::Seen || would_open;
      if (deprel == Deprel::Xcomp) out.clause = head;
      node = head;
      continue;
    }
    if (deprel == Deprel::Advcl || deprel == Deprel::AdvclRelcl || (deprel == Deprel::Obl && is_verb(tree, node))) {
      const std::string mark = mark_of(tree, node);
      const Step step = governed_by(head, tree, patterns);
      const bool prepositional = is_one_of(mark, {"of", "for", "from", "with", "against", "into"});
      if (step.known && (prepositional || (mark == "to" && (step.standing == Standing::Demanded ||
                                                            step.standing == Standing::Planned)))) {
        if (mark == "from" && (step.standing == Standing::Transparent)) break;
        apply(step.standing, head, would_open, out);
        would_open = read_own_words(head, node, tree, out) == Would::Seen || would_open;
        node = head;
        continue;
      }
      // "sent troops to crush them": a purpose, not yet come.
      if (mark == "to" && tree[node].xpos == "VB") out.hypothetical = true;
      if (mark != "by" && tree[node].xpos != "VBG") out.background = true;
      // A participle clause shares the standing of its governor ("vetoed it, accusing Quito"), but it is the
      // narrator's: "Lima said it will leave, drawing protest".
      if (!mark.empty() || tree[node].xpos != "VBG") break;
      narrated = narrated || !out.reporter.valid();
      node = head;
      continue;
    }
    break;
  }
  // "Lima will leave the pact, he said": the saying hangs below the clause.
  if (!out.reporter.valid()) {
    for (const TokenId c : tree.children(node)) {
      if (tree[c].deprel != Deprel::Parataxis) continue;
      const GovernorEntry* entry = patterns.governor(lemma_of(tree, c), part_of(tree, c));
      if (entry != nullptr && (entry->standing == Standing::Reported) && tree.subject(c).valid()) {
        out.reporter = c;
        if (would_open) out.planned = true;
        would_open = false;
      }
    }
  }
  if (narrated) out.reporter = {};
  if (would_open) out.hypothetical = true;
  if (out.planned && out.hypothetical && out.demanded) out.planned = false;
  return out;
}

}  // namespace entente::ingest
