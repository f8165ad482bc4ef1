#include "entente/ingest/extract/clause.h"

#include <algorithm>
#include <string_view>

#include "entente/language/mentions/nouns.h"

namespace entente::ingest {
namespace {

/// Trees from elsewhere may be of any depth; control does not reach further than this.
constexpr int kMaxDepth = 8;

bool is_participle(const Token& token) { return token.xpos == "VBN"; }

bool is_nominal_modifier(Deprel deprel) {
  return deprel == Deprel::Nmod || deprel == Deprel::Obl || deprel == Deprel::OblAgent;
}

}  // namespace

TokenId exact_child(const Tree& tree, TokenId head, Deprel deprel) {
  for (const TokenId c : tree.children(head)) {
    if (tree[c].deprel == deprel) return c;
  }
  return {};
}

std::string lemma_of(const Tree& tree, TokenId token) { return language::lemma(tree[token]); }

std::string particle_of(const Tree& tree, TokenId verb) {
  const TokenId particle = exact_child(tree, verb, Deprel::CompoundPrt);
  return particle.valid() ? language::lower(tree[particle].form) : std::string{};
}

std::string mark_of(const Tree& tree, TokenId clause) {
  const TokenId mark = exact_child(tree, clause, Deprel::Mark);
  return mark.valid() ? language::lower(tree[mark].form) : std::string{};
}

bool is_verb(const Tree& tree, TokenId token) { return tree[token].upos == Upos::Verb; }

bool is_time(const Tree& tree, TokenId token) {
  static constexpr std::string_view kDates[] = {
      "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",  "sunday",  "january",  "february", "march",
      "april",  "may",     "june",      "july",     "august", "september", "october", "november", "december"};
  const std::string word = language::lemma(tree[token]);
  if (language::noun_class(word) == language::NounClass::Time) return true;
  return std::find(std::begin(kDates), std::end(kDates), language::lower(word)) != std::end(kDates);
}

std::vector<WordFrame> frames_of(const Tree& tree, TokenId token, const Patterns& patterns) {
  std::vector<WordFrame> out;
  const std::string lemma = lemma_of(tree, token);
  if (is_verb(tree, token)) {
    const std::string particle = particle_of(tree, token);
    for (const VerbEntry& entry : patterns.verbs(lemma)) {
      if (entry.frame != nullptr && entry.particle == particle)
        out.push_back({entry.frame, entry.cameo, &entry.objects});
    }
  } else {
    for (const NounEntry& entry : patterns.nouns(lemma)) {
      if (entry.frame != nullptr) out.push_back({entry.frame, entry.cameo, nullptr});
    }
  }
  return out;
}

bool is_reduced_passive(const Tree& tree, TokenId verb) {
  const Token& token = tree[verb];
  if (!is_participle(token) || exact_child(tree, verb, Deprel::Nsubj).valid()) return false;
  for (const TokenId c : tree.children(verb)) {
    if (universal(tree[c].deprel) == Deprel::Aux) return false;
  }
  // "stands accused by Lima"
  return token.deprel == Deprel::Acl || token.deprel == Deprel::Advcl || token.deprel == Deprel::Amod ||
         (token.deprel == Deprel::Xcomp && token.xpos == "VBN") ||
         (token.deprel == Deprel::Conj && is_reduced_passive(tree, tree.first_conjunct(verb)));
}

namespace {

/// "Lima called on Quito.": a full sentence has a finite verb, so its participle without auxiliary is a past tense that
/// the tagger took for one. In headlines ("Envoy expelled") it is none.
bool is_finite_after_all(const Tree& tree, TokenId verb) {
  const Token& token = tree[verb];
  if (token.head.valid() || !is_participle(token)) return false;
  for (const TokenId c : tree.children(verb)) {
    if (universal(tree[c].deprel) == Deprel::Aux || tree[c].deprel == Deprel::OblAgent) return false;
  }
  const TokenRange sentence = tree.sentence_range(verb);
  return tree[TokenId(sentence.end - 1)].form == ".";
}

}  // namespace

bool is_passive(const Tree& tree, TokenId verb) {
  if (is_finite_after_all(tree, verb)) return false;
  if (exact_child(tree, verb, Deprel::AuxPass).valid() || exact_child(tree, verb, Deprel::NsubjPass).valid())
    return true;
  if (is_reduced_passive(tree, verb)) return true;
  // "was arrested and jailed": the auxiliary stands at the first.
  const Token& token = tree[verb];
  if (token.deprel != Deprel::Conj || !is_participle(token) || exact_child(tree, verb, Deprel::Nsubj).valid())
    return false;
  const TokenId first = tree.first_conjunct(verb);
  for (const TokenId c : tree.children(verb)) {
    if (universal(tree[c].deprel) == Deprel::Aux) return false;
  }
  return first != verb && is_participle(tree[first]) && is_passive(tree, first);
}

bool is_infinitive(const Tree& tree, TokenId verb) { return tree[verb].xpos == "VB" && mark_of(tree, verb) == "to"; }

TokenId infinitive_noun(const Tree& tree, TokenId verb) {
  if (!is_infinitive(tree, verb)) return {};
  const Token& token = tree[verb];
  if (token.deprel == Deprel::Acl) return token.head;
  if (token.deprel != Deprel::Csubj && token.deprel != Deprel::Advcl && token.deprel != Deprel::Parataxis) return {};
  std::uint32_t before = exact_child(tree, verb, Deprel::Mark).value;
  const std::uint32_t begin = tree.sentence_range(verb).begin;
  while (before > begin && language::lower(tree[TokenId(before - 1)].form) == "not") --before;
  if (before == begin) return {};
  const TokenId noun(before - 1);
  if (tree[noun].upos == Upos::Noun) return token.deprel == Deprel::Csubj ? noun : TokenId{};
  // "flew to Lima to sign" has its purpose there, "in the report Lima to sign pact" a headline.
  return tree[noun].upos == Upos::Propn && tree[noun].deprel == Deprel::Appos ? noun : TokenId{};
}

std::vector<TokenId> conjuncts(const Tree& tree, TokenId token) {
  std::vector<TokenId> out{token};
  for (std::size_t i = 0; i < out.size() && out.size() < 64; ++i) {
    for (const TokenId c : tree.children(out[i])) {
      if (tree[c].deprel == Deprel::Conj) out.push_back(c);
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

char part_of(const Tree& tree, TokenId token) {
  switch (tree[token].upos) {
    case Upos::Verb:
    case Upos::Aux:
      return 'V';
    case Upos::Adj:
      return 'A';
    default:
      return 'N';
  }
}

TokenId Arguments::subject(TokenId predicate, int depth) const {
  if (depth > kMaxDepth) return {};
  if (!is_passive(tree_, predicate)) return surface_subject(predicate, depth);
  for (const TokenId c : tree_.children(predicate)) {
    if (tree_[c].deprel == Deprel::OblAgent) return c;
    if (tree_[c].deprel == Deprel::Obl && tree_.case_marker(c) == "by") return c;
  }
  // "was hit and sunk by a mine": the agent stands at the last.
  for (const TokenId c : tree_.children(predicate)) {
    if (tree_[c].deprel == Deprel::Conj && is_participle(tree_[c]) && is_passive(tree_, c))
      return subject(c, depth + 1);
  }
  return {};
}

TokenId Arguments::surface_subject(TokenId predicate, int depth) const {
  if (depth > kMaxDepth) return {};
  for (const Deprel deprel : {Deprel::Nsubj, Deprel::NsubjPass, Deprel::NsubjOuter}) {
    if (const TokenId own = exact_child(tree_, predicate, deprel); own.valid()) return own;
  }
  if (const TokenId mistaken = behind_participle(predicate); mistaken.valid()) return mistaken;
  if (is_finite_after_all(tree_, predicate)) {
    // "Lima lifted sanctions.": or the name before it for a bare adverbial.
    for (const TokenId c : tree_.children(predicate)) {
      if (c.value + 1 == predicate.value && tree_[c].upos == Upos::Propn && tree_.case_marker(c).empty()) return c;
    }
  }
  return controller(predicate, depth + 1);
}

/// "Explaining the move, the minister said …": the parser takes the subject for a second object of the participle.
TokenId Arguments::behind_participle(TokenId predicate) const {
  const std::string_view xpos = tree_[predicate].xpos;
  if (xpos != "VBD" && xpos != "VBZ" && xpos != "VBP") return {};
  for (const TokenId clause : tree_.children(predicate)) {
    if (clause > predicate || tree_[clause].deprel != Deprel::Advcl || tree_[clause].xpos != "VBG") continue;
    TokenId first;
    bool comma = false;
    for (const TokenId c : tree_.children(clause)) {
      if (tree_[c].form == "," && first.valid()) comma = true;
      if (tree_[c].deprel != Deprel::Obj) continue;
      if (comma) return c;
      first = c;
    }
  }
  return {};
}

TokenId Arguments::controller(TokenId complement, int depth) const {
  const Token& token = tree_[complement];
  const TokenId head = token.head;
  if (!head.valid() || depth > kMaxDepth) return {};
  const std::string mark = mark_of(tree_, complement);
  if (const TokenId noun = infinitive_noun(tree_, complement); noun.valid()) {
    return tree_[noun].upos == Upos::Propn ? tree_.first_conjunct(noun) : noun_owner(noun);
  }
  switch (token.deprel) {
    case Deprel::Conj: {
      // "Lima signed and Quito rejected": only a clause without a subject of its own shares that of the first.
      return is_verb(tree_, head) || exact_child(tree_, head, Deprel::Cop).valid() ? surface_subject(head, depth + 1)
                                                                                   : controller(head, depth + 1);
    }
    case Deprel::Xcomp:
    case Deprel::Advcl:
    case Deprel::Ccomp: {
      if (token.deprel == Deprel::Ccomp && token.xpos != "VBG" && token.xpos != "VB") return {};
      const GovernorEntry* governor = patterns_.governor(lemma_of(tree_, head), part_of(tree_, head));
      const bool of_object = governor != nullptr && governor->object_control &&
                             (token.deprel == Deprel::Xcomp || mark == "of" || mark == "for" || mark == "from" ||
                              mark == "to" || mark == "into");
      if (of_object) {
        if (const TokenId told = exact_child(tree_, head, Deprel::Iobj); told.valid()) return told;
        if (const TokenId done_to = object(head); done_to.valid()) return done_to;
        for (const char* preposition : {"on", "upon", "to", "for"}) {
          if (const auto found = fill(head, preposition); !found.empty()) return found.front();
        }
      }
      if (tree_[head].upos == Upos::Noun && !exact_child(tree_, head, Deprel::Cop).valid()) return noun_owner(head);
      return surface_subject(head, depth + 1);
    }
    case Deprel::Acl: {
      if (token.xpos == "VBG") return head;
      if (is_participle(token)) return {};
      return noun_owner(head);
    }
    case Deprel::AclRelcl:
      // "the man who fled" has a subject; "the man Lima jailed" has one too; without one the antecedent is it.
      return head;
    default:
      return {};
  }
}

/// Whose decision, plan, threat: the possessor, the nation before it, "by", "from", or the subject of the verb that it
/// is object of.
TokenId Arguments::noun_owner(TokenId noun) const {
  for (const char* slot : {"poss", "by", "from", "mod"}) {
    if (const auto found = fill(noun, slot); !found.empty()) return found.front();
  }
  if (const auto of = fill(noun, "of"); !of.empty()) return of.front();
  const TokenId head = tree_[noun].head;
  if (head.valid() && is_verb(tree_, head) &&
      (tree_[noun].deprel == Deprel::Obj || tree_[noun].deprel == Deprel::Obl)) {
    return subject(head, 1);
  }
  return {};
}

TokenId Arguments::object(TokenId verb) const {
  if (is_passive(tree_, verb)) {
    if (const TokenId own = exact_child(tree_, verb, Deprel::NsubjPass); own.valid()) return own;
    const Token& token = tree_[verb];
    if ((token.deprel == Deprel::Acl || token.deprel == Deprel::Amod) && token.head.valid()) return token.head;
    if (token.deprel == Deprel::Conj || token.deprel == Deprel::Advcl || token.deprel == Deprel::Xcomp) {
      return surface_subject(verb, 0);
    }
    return token.deprel == Deprel::AclRelcl ? token.head : TokenId{};
  }
  if (const TokenId own = exact_child(tree_, verb, Deprel::Obj); own.valid()) return own;
  // "urged Lima to leave": of verbs of asking the treebanks have an indirect object alone.
  if (const TokenId told = exact_child(tree_, verb, Deprel::Iobj); told.valid()) return told;
  // "bomb Lima" taken for one name.
  if (const TokenId name = exact_child(tree_, verb, Deprel::Flat); name.valid() && tree_[name].upos == Upos::Propn)
    return name;
  const Token& token = tree_[verb];
  // "condemned and rejected the plan": the object hangs at the first, behind the last.
  if (token.deprel == Deprel::Conj && token.head.valid() && is_verb(tree_, token.head)) {
    const TokenId shared = exact_child(tree_, token.head, Deprel::Obj);
    if (shared.valid() && shared > verb) return shared;
  }
  for (const TokenId c : tree_.children(verb)) {
    if (tree_[c].deprel != Deprel::Conj || !is_verb(tree_, c) || is_passive(tree_, c)) continue;
    if (exact_child(tree_, c, Deprel::Nsubj).valid()) continue;
    // "criticized and then sued Quito": the parser may hang it at the last.
    if (exact_child(tree_, verb, Deprel::Obl).valid() || exact_child(tree_, verb, Deprel::Ccomp).valid()) continue;
    if (const TokenId shared = exact_child(tree_, c, Deprel::Obj); shared.valid()) return shared;
  }
  // "the man Lima jailed": a relative clause with a subject and no object has its antecedent as object.
  if (token.deprel == Deprel::AclRelcl && token.head.valid()) {
    const TokenId own_subject = exact_child(tree_, verb, Deprel::Nsubj);
    if (own_subject.valid() && tree_[own_subject].upos != Upos::Pron &&
        !exact_child(tree_, verb, Deprel::Ccomp).valid()) {
      return token.head;
    }
  }
  return {};
}

void Arguments::add_obliques(TokenId head, const Slot& preposition, std::vector<TokenId>& out) const {
  for (const TokenId c : tree_.children(head)) {
    if (is_nominal_modifier(tree_[c].deprel) && tree_.case_marker(c) == preposition) out.push_back(c);
  }
}

std::vector<TokenId> Arguments::fill(TokenId predicate, const Slot& slot) const {
  std::vector<TokenId> out;
  const auto take = [&](TokenId token) {
    if (token.valid()) out.push_back(token);
  };
  if (slot == "subj") {
    take(subject(predicate));
  } else if (slot == "obj") {
    take(object(predicate));
  } else if (slot == "iobj") {
    take(exact_child(tree_, predicate, Deprel::Iobj));
  } else if (slot == "poss") {
    take(exact_child(tree_, predicate, Deprel::NmodPoss));
  } else if (slot == "mod") {
    for (const TokenId c : tree_.children(predicate)) {
      const Deprel deprel = tree_[c].deprel;
      if (c < predicate && (deprel == Deprel::Amod || deprel == Deprel::Compound || deprel == Deprel::NmodDesc))
        out.push_back(c);
    }
  } else {
    add_obliques(predicate, slot, out);
    if (!out.empty()) return out;
    if (slot == "against") {
      // "massed troops for a strike against the port": the foe may stand deeper.
      for (const TokenId c : tree_.children(predicate)) {
        if (tree_[c].deprel == Deprel::Obl) add_obliques(c, slot, out);
      }
      if (!out.empty()) return out;
    }
    if (is_verb(tree_, predicate)) {
      // "sent troops to the border": the phrase may hang at the object.
      const TokenId done_to = object(predicate);
      if (done_to.valid() && tree_[done_to].head == predicate) add_obliques(done_to, slot, out);
    } else if (tree_[predicate].head.valid() && is_verb(tree_, tree_[predicate].head) &&
               (tree_[predicate].deprel == Deprel::Obj || tree_[predicate].deprel == Deprel::NsubjPass)) {
      // "launched an attack on the port": or at the verb.
      add_obliques(tree_[predicate].head, slot, out);
    }
  }
  return out;
}

bool has_object_of(TokenId verb, TokenId object, const std::vector<std::string>& classes, const Arguments& arguments,
                   const std::function<bool(TokenId, std::string_view)>& is_class) {
  return std::any_of(classes.begin(), classes.end(), [&](std::string_view noun_class) {
    const std::size_t colon = noun_class.find(':');
    if (colon == std::string_view::npos) return object.valid() && is_class(object, noun_class);
    const auto others = arguments.fill(verb, Slot(noun_class.substr(0, colon)));
    return std::any_of(others.begin(), others.end(),
                       [&](TokenId other) { return is_class(other, noun_class.substr(colon + 1)); });
  });
}

}  // namespace entente::ingest
