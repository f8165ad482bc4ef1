#include "entente/ingest/extract/event_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace entente::ingest {

using enum RelationType;

void EventReader::read_verb(TokenId verb) {
  const std::string lemma = lemma_of(tree_, verb);
  const std::string particle = particle_of(tree_, verb);
  const TokenId object = arguments_.object(verb);
  const auto& entries = patterns_.verbs(lemma);
  // "found them guilty", "held him captive": the complement is part of the verb.
  const TokenId complement = exact_child(tree_, verb, Deprel::Xcomp);
  const std::string with =
      complement.valid() && !is_verb(tree_, complement) ? lemma_of(tree_, complement) : std::string{};
  const auto fits = [&](const VerbEntry& entry) {
    return entry.particle == particle || (!with.empty() && entry.particle == with);
  };
  if (!with.empty()) {
    for (const VerbEntry& entry : entries) {
      if (entry.particle == with && entry.objects.empty() && read_entry(verb, entry)) return;
    }
  }
  for (const VerbEntry& entry : entries) {
    if (entry.objects.empty() || !fits(entry) || !object.valid()) continue;
    const auto of_class = [&](TokenId token, std::string_view noun_class) {
      return noun_class == "actor" ? !ends_.actors(token).empty() : is_class(token, noun_class);
    };
    if (has_object_of(verb, object, entry.objects, arguments_, of_class) && read_entry(verb, entry)) {
      used_.insert(object);
      return;
    }
  }
  if (read_operators(verb, lemma, particle)) return;
  // "held a rally": where the object is an event and the verb says what becomes of it, the verb has no meaning of its
  // own.
  if (object.valid() && event_noun(object) != nullptr && patterns_.operator_of(lemma, particle) == Operator::Perform)
    return;
  for (const VerbEntry& entry : entries) {
    if (entry.objects.empty() && fits(entry) && read_entry(verb, entry)) return;
  }
}

bool EventReader::read_entry(TokenId verb, const VerbEntry& entry) {
  const Frame& frame = *entry.frame;
  Relation relation;
  relation.type = frame.relation;
  relation.predicate = verb;
  relation.cameo = entry.cameo;
  relation.confidence = frame.confidence;
  relation.sources = acting(fill(verb, frame.source), tree_, patterns_);
  if (relation.sources.empty()) return false;
  const TokenId object = arguments_.object(verb);
  const std::string object_form = object.valid() ? language::lower(tree_[object].form) : std::string{};
  const bool each_other = object_form == "other" || object_form == "each" || object_form == "another" ||
                          (object_form == "one" && exact_child(tree_, verb, Deprel::Iobj).valid());
  if (each_other) {
    relation.reciprocal = true;
  } else {
    relation.targets = fill(verb, frame.target, use_of(frame.relation));
    // "summoned Quito's envoy": it is said to his state.
    const bool envoy = std::find(entry.objects.begin(), entry.objects.end(), "diplomat") != entry.objects.end();
    if (envoy && frame.relation == Criticizes) {
      auto state = ends_.owners(object);
      for (End& end : state) end.owned = true;
      if (!state.empty()) relation.targets = std::move(state);
    }
  }
  if (relation.targets.empty() && (each_other || row(frame.relation).symmetric) && relation.sources.size() > 1) {
    relation.targets.assign(relation.sources.begin() + 1, relation.sources.end());
    relation.sources.resize(1);
  }
  if (relation.targets.empty()) return false;
  // "struck the town from its list", "shot the president a look": taken off something, nobody is hurt.
  if (relation.type == Attacks) {
    const auto off = fill(verb, {"from"}, EndUse::Site);
    if (!off.empty() && !off.front().is_actor()) return false;
  }
  relation.about = topic(verb, frame.about);
  if (relation.type == Demands && !relation.about.valid()) {
    for (const TokenId c : tree_.children(verb)) {
      if (tree_[c].deprel == Deprel::Advcl && is_infinitive(tree_, c)) relation.about = c;
    }
  }
  // "told reporters that" reports, "told them to leave" asks.
  const GovernorEntry* governor = patterns_.governor(lemma_of(tree_, verb), 'V');
  const bool reports = governor != nullptr && governor->standing == Standing::Reported;
  if (relation.type == Demands && reports && !(relation.about.valid() && is_infinitive(tree_, relation.about)))
    return false;
  // "pushed them out": asking needs to say for what.
  if (relation.type == Demands && !relation.about.valid()) relation.confidence *= 0.6;
  // States and officials do not march: "protested against the decision" is criticism.
  if (relation.type == Protests) {
    const NodeType type = ends_.type_of(relation.sources.front());
    if (type == NodeType::Country || type == NodeType::Official) {
      relation.type = Criticizes;
      relation.cameo = "111";
    }
  }
  relation.standing = standing_of(verb, tree_, patterns_);
  // "vowed to retaliate against Quito" threatens now; "offered Quito a loan" is no aid yet.
  if (relation.type == Threatens) relation.standing.planned = false;
  if (relation.type == Aids && governor != nullptr && governor->standing == Standing::Promised)
    relation.standing.planned = relation.standing.promised = true;
  relation.commitment = relation.standing.commitment();
  if (relation.type == AgreesWith && ((object.valid() && is_class(object, "agreement")) || frame.name == "sign-deal")) {
    relation.commitment = Commitment::Concluded;
    relation.about = object;
  }
  add(std::move(relation));
  return true;
}

bool EventReader::read_operators(TokenId verb, const std::string& lemma, const std::string& particle) {
  const auto op = patterns_.operator_of(lemma, particle);
  if (op) {
    if (const TokenId object = arguments_.object(verb); object.valid()) {
      bool any = false;
      for (const TokenId each : conjuncts(tree_, object)) any = read_operator(verb, *op, each) || any;
      if (any) return true;
    }
    // "pulled out of the pact", "withdrew from the accord", "called for talks"
    for (const TokenId c : tree_.children(verb)) {
      if (tree_[c].deprel != Deprel::Obl) continue;
      const std::string preposition = tree_.case_marker(c);
      const bool out_of =
          *op == Operator::End && (preposition == "from" || preposition == "of" || preposition == "out of");
      if (out_of && (is_node(c, NodeType::Agreement) || is_class(c, "agreement")) && read_operator(verb, *op, c))
        return true;
    }
  }
  for (const TokenId c : tree_.children(verb)) {
    if (tree_[c].deprel != Deprel::Obl) continue;
    const auto with_preposition = patterns_.operator_of(lemma, tree_.case_marker(c));
    if (with_preposition && with_preposition != op && read_operator(verb, *with_preposition, c)) return true;
  }
  return false;
}

/// "Lima said Quito must leave": it demands that of Quito.
void EventReader::read_obligation(TokenId verb) {
  if (tree_[verb].deprel != Deprel::Ccomp || !tree_[verb].head.valid()) return;
  const GovernorEntry* governor = patterns_.governor(lemma_of(tree_, tree_[verb].head), 'V');
  if (governor == nullptr || (governor->standing != Standing::Reported && governor->standing != Standing::Demanded))
    return;
  // "demanded Quito cooperate" needs no modal.
  bool obliged = governor->standing == Standing::Demanded;
  for (const TokenId c : tree_.children(verb)) {
    const std::string word = language::lower(tree_[c].form);
    if (tree_[c].deprel == Deprel::Aux && (word == "must" || word == "should")) obliged = true;
    if (word == "not" || word == "n't" || word == "n’t") return;
  }
  if (lemma_of(tree_, verb) == "need" && exact_child(tree_, verb, Deprel::Xcomp).valid()) obliged = true;
  const TokenId subject = exact_child(tree_, verb, Deprel::Nsubj);
  if (!obliged || !subject.valid()) return;
  Relation relation{Demands,
                    subjects(tree_[verb].head),
                    {},
                    {},
                    tree_[verb].head,
                    verb,
                    false,
                    standing_of(tree_[verb].head, tree_, patterns_),
                    {},
                    "",
                    0.72};
  relation.targets = without(only_actors(ends_.at(subject)), relation.sources);
  if (!relation.sources.empty() && !relation.targets.empty()) add(std::move(relation));
}

/// "refused to give the court any papers": whatever is refused, it is refused to somebody.
void EventReader::read_refusal(TokenId verb) {
  const GovernorEntry* governor = patterns_.governor(lemma_of(tree_, verb), 'V');
  if (governor == nullptr || governor->standing != Standing::Refused) return;
  const TokenId refused = exact_child(tree_, verb, Deprel::Xcomp);
  if (!refused.valid() || !is_verb(tree_, refused)) return;
  const bool read = std::any_of(out_.begin(), out_.end(), [&](const Relation& other) {
    return other.predicate == verb || other.predicate == refused || other.standing.refuser == verb ||
           other.about == refused;
  });
  if (read) return;
  Relation relation{Rejects, subjects(verb), {}, {}, verb, refused, false, standing_of(verb, tree_, patterns_), {}, "",
                    0.68};
  for (const char* slot : {"iobj", "to", "with", "obj", "from", "for"}) {
    relation.targets = without(only_actors(fill(refused, {slot})), relation.sources);
    if (!relation.targets.empty()) break;
  }
  if (!relation.sources.empty() && !relation.targets.empty()) add(std::move(relation));
}

}  // namespace entente::ingest
