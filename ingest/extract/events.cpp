#include "entente/ingest/extract/events.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string_view>
#include <utility>

namespace entente::ingest {
namespace {

using enum RelationType;

/// What an act becomes when it is stopped, called off or undone, between the same actors.
struct Undone {
  RelationType type;
  std::string_view cameo;
};

std::optional<Undone> undone(RelationType type) {
  switch (type) {
    case Attacks:
    case Coerces:
    case Mobilizes:
    case Occupies:
      return Undone{YieldsTo, "087"};
    case Sanctions:
    case Imposes:
      return Undone{YieldsTo, "085"};
    case Aids:
      return Undone{Sanctions, "162"};
    case NegotiatesWith:
      return Undone{Sanctions, "164"};
    case Meets:
    case Visits:
      return Undone{Rejects, ""};
    case CooperatesWith:
    case AgreesWith:
    case AlliesWith:
      return Undone{Sanctions, "161"};
    default:
      return std::nullopt;
  }
}

class EventReader {
 public:
  EventReader(const Ends& ends, const Patterns& patterns)
      : ends_(ends), patterns_(patterns), arguments_(ends.arguments()), tree_(arguments_.tree()) {}

  std::vector<Relation> read(TokenRange sentence);

 private:
  void read_verb(TokenId verb);
  void read_noun(TokenId noun);
  bool read_operator(TokenId verb, Operator op, TokenId object);
  bool read_operators(TokenId verb, const std::string& lemma, const std::string& particle);
  bool read_entry(TokenId verb, const VerbEntry& entry);

  bool end_of(TokenId verb, TokenId noun, const NounEntry* event);
  bool sign(TokenId verb, TokenId noun);
  bool judged(TokenId verb, TokenId noun, RelationType type, const NounEntry* event, double confidence);
  bool event_with(TokenId verb, TokenId noun, const NounEntry& event, std::vector<End> sources,
                  std::vector<End> targets, ClauseStanding standing, double confidence);
  bool on_measure(TokenId verb, TokenId noun, RelationType type, double confidence);

  std::vector<End> fill(TokenId predicate, const std::vector<Slot>& slots, EndUse use = EndUse::Actor) const;
  /// The arguments of an event noun at its slots, or of the verb that it is object of.
  std::vector<End> event_targets(TokenId noun, const NounEntry& event) const;
  std::vector<End> event_sources(TokenId noun, const NounEntry& event) const;
  /// Whom an agreement or measure concerns besides its owner.
  std::vector<End> concerned(TokenId verb, TokenId noun, const std::vector<End>& sources) const;
  std::vector<End> subjects(TokenId verb) const;
  std::string telling_lemma(TokenId noun) const;
  const NounEntry* event_noun(TokenId noun) const;
  bool is_class(TokenId noun, std::string_view noun_class) const;
  bool is_node(TokenId noun, NodeType type) const;
  bool is_definite(TokenId noun) const;
  void read_obligation(TokenId verb);
  void read_refusal(TokenId verb);
  TokenId topic(TokenId predicate, const std::vector<Slot>& slots) const;
  void add(Relation relation);

  const Ends& ends_;
  const Patterns& patterns_;
  const Arguments& arguments_;
  const Tree& tree_;
  std::set<TokenId> used_;  // nouns that a verb has read
  std::vector<Relation> out_;
};

/// Acts that a place can undergo: it is bombed, visited, left.
EndUse use_of(RelationType type) {
  switch (type) {
    case Attacks:
    case Visits:
    case Mobilizes:
    case Occupies:
    case YieldsTo:
    case Sanctions:
    case Aids:
    case Coerces:
      return EndUse::Site;
    default:
      return EndUse::Actor;
  }
}

/// Acts that fall on things as well (then the claim stays out of the graph); nobody meets or visits a thing.
bool takes_things(RelationType type) {
  switch (type) {
    case Meets:
    case Visits:
    case NegotiatesWith:
    case AgreesWith:
    case CooperatesWith:
    case Mobilizes:
      return false;
    default:
      return true;
  }
}

/// "Seoul's decision" stands for Seoul as what is judged; only some things act for their owner ("Lima's jets bombed").
std::vector<End> acting(std::vector<End> ends, const Tree& tree, const Patterns& patterns) {
  std::erase_if(ends, [&](const End& end) {
    if (!end.is_actor()) return true;
    const std::string noun = lemma_of(tree, end.token);
    // "a bombing by the rebels killed ten": the event does what its agent does.
    if (end.owned && patterns.noun_is(noun, "attack")) return false;
    return end.owned && !patterns.noun_is(noun, "forces") && !patterns.noun_is(noun, "weapons") &&
           !patterns.noun_is(noun, "agent");
  });
  return ends;
}

std::vector<End> only_actors(std::vector<End> ends) {
  std::erase_if(ends, [](const End& end) { return !end.is_actor(); });
  return ends;
}

bool same_actor(const End& a, const End& b) {
  if (a.chain.valid() || b.chain.valid()) return a.chain == b.chain;
  return a.mention.valid() && a.mention == b.mention;
}

std::vector<End> without(std::vector<End> ends, const std::vector<End>& others) {
  std::erase_if(ends, [&](const End& end) {
    return std::any_of(others.begin(), others.end(), [&](const End& other) { return same_actor(end, other); });
  });
  return ends;
}

std::vector<Relation> EventReader::read(TokenRange sentence) {
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (is_verb(tree_, TokenId(t))) read_verb(TokenId(t));
  }
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    if (!is_verb(tree_, TokenId(t))) continue;
    read_refusal(TokenId(t));
    read_obligation(TokenId(t));
  }
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const Upos upos = tree_[TokenId(t)].upos;
    if ((upos == Upos::Noun || upos == Upos::Propn) && !used_.contains(TokenId(t))) read_noun(TokenId(t));
  }
  return std::move(out_);
}

// Verbs.
// ---------------------------------------------------------------------------------------------------------------

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
    const bool of_class = std::any_of(entry.objects.begin(), entry.objects.end(), [&](const std::string& noun_class) {
      return noun_class == "actor" ? !ends_.actors(object).empty() : is_class(object, noun_class);
    });
    if (of_class && read_entry(verb, entry)) {
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
  // "pushed them out", "told them": asking needs to say for what.
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

/// A verb that says what happens to the event or thing that a noun names.
bool EventReader::read_operator(TokenId verb, Operator op, TokenId noun) {
  const NounEntry* event = event_noun(noun);
  const bool agreement = is_node(noun, NodeType::Agreement) || is_class(noun, "agreement");
  const bool measure = is_node(noun, NodeType::Policy) || is_class(noun, "measure") || is_class(noun, "status");
  const auto standing = [&] { return standing_of(verb, tree_, patterns_); };
  switch (op) {
    case Operator::Perform:
      // "announced a suspension of aid to Quito": the noun is an operator itself.
      for (const char* preposition : {"of", "to", "on", "in", "for"}) {
        const auto nested = patterns_.operator_of(lemma_of(tree_, noun), preposition);
        if (!nested) continue;
        for (const TokenId of : arguments_.fill(noun, preposition)) {
          if (read_operator(verb, *nested, of)) return true;
        }
      }
      if (event == nullptr || agreement) return false;
      return event_with(verb, noun, *event, subjects(verb), event_targets(noun, *event), standing(), 0.95);
    case Operator::Receive: {
      if (event == nullptr) return false;
      auto sources = event_sources(noun, *event);
      if (sources.empty()) sources = only_actors(fill(verb, {"from", "by"}));
      // "Lima's decision drew protest": whoever made it undergoes it.
      return event_with(verb, noun, *event, sources, only_actors(ends_.at(arguments_.subject(verb))), standing(), 0.95);
    }
    case Operator::End:
      return end_of(verb, noun, event);
    case Operator::Tighten:
      if (event != nullptr && event->frame->relation == Sanctions) {
        auto targets = only_actors(event_targets(noun, *event));
        if (!targets.empty()) return event_with(verb, noun, *event, subjects(verb), targets, standing(), 0.95);
      }
      if (measure) return on_measure(verb, noun, Imposes, 0.72);
      return false;
    case Operator::Extend:
      return (agreement || measure) && on_measure(verb, noun, Extends, 0.8);
    case Operator::Sign:
      return agreement && sign(verb, noun);
    case Operator::Ratify:
      return agreement && on_measure(verb, noun, Ratifies, 0.85);
    case Operator::Violate:
      return (agreement || measure) && on_measure(verb, noun, Violates, 0.8);
    case Operator::Propose:
      return (agreement || measure || is_class(noun, "plan")) && on_measure(verb, noun, Proposes, 0.65);
    case Operator::Reject:
      if (agreement || measure) return on_measure(verb, noun, Rejects, 0.75);
      return (event != nullptr || is_class(noun, "plan") || is_class(noun, "offer")) &&
             judged(verb, noun, Rejects, event, 0.75);
    case Operator::Condemn:
      return event != nullptr && judged(verb, noun, Criticizes, event, 0.8);
    case Operator::Praise:
      return event != nullptr && judged(verb, noun, Praises, event, 0.75);
    case Operator::Support:
      if (agreement || measure) return on_measure(verb, noun, Supports, 0.7);
      return (event != nullptr || is_class(noun, "plan")) && judged(verb, noun, Supports, event, 0.72);
    case Operator::Demand: {
      // "called for an end to Quito's attacks"
      for (const char* preposition : {"of", "to", "on", "in"}) {
        if (!patterns_.operator_of(lemma_of(tree_, noun), preposition)) continue;
        for (const TokenId of : arguments_.fill(noun, preposition)) {
          const NounEntry* ended = event_noun(of);
          if (ended == nullptr) continue;
          Relation relation{
              Demands, subjects(verb), event_sources(of, *ended), {}, verb, noun, false, standing(), {}, "", 0.72};
          if (relation.sources.empty() || relation.targets.empty()) continue;
          used_.insert(of);
          add(std::move(relation));
          return true;
        }
      }
      if (event == nullptr && !is_class(noun, "plan")) return false;
      auto targets = fill(verb, {"from", "of"});
      if (targets.empty() && event != nullptr) targets = event_sources(noun, *event);
      // "called for talks with Quito" asks Quito; "demanded an inquiry into its role" does not.
      if (targets.empty() && event != nullptr &&
          (row(event->frame->relation).polarity > 0 || event->frame->relation == Sanctions)) {
        targets = event_targets(noun, *event);
      }
      targets = only_actors(std::move(targets));
      Relation relation{Demands, subjects(verb), std::move(targets), {}, verb, noun, false, standing(), {}, "", 0.7};
      if (relation.sources.empty() || relation.targets.empty()) return false;
      used_.insert(noun);
      add(std::move(relation));
      return true;
    }
    case Operator::Threaten: {
      if (event == nullptr) return false;
      Relation relation{Threatens,
                        subjects(verb),
                        only_actors(event_targets(noun, *event)),
                        {},
                        verb,
                        noun,
                        false,
                        standing(),
                        {},
                        "",
                        0.8};
      if (relation.sources.empty() || relation.targets.empty()) return false;
      used_.insert(noun);
      add(std::move(relation));
      return true;
    }
    case Operator::Promise:
    case Operator::Plan: {
      if (event == nullptr) return false;
      if (const auto asked = only_actors(fill(verb, {"from"})); op == Operator::Plan && !asked.empty()) {
        // "sought help from Quito"
        Relation relation{Demands, subjects(verb), asked, {}, verb, noun, false, standing(), {}, "", 0.7};
        if (relation.sources.empty()) return false;
        used_.insert(noun);
        add(std::move(relation));
        return true;
      }
      ClauseStanding planned = standing();
      planned.planned = true;
      planned.promised = planned.promised || op == Operator::Promise;
      auto targets = event_targets(noun, *event);
      if (targets.empty()) targets = fill(verb, {"iobj", "to"});
      return event_with(verb, noun, *event, subjects(verb), targets, planned, 0.9);
    }
    case Operator::Deny: {
      // "denied involvement in the attack"
      for (const char* preposition : {"for", "in"}) {
        if (patterns_.operator_of(lemma_of(tree_, noun), preposition) != Operator::Perform) continue;
        for (const TokenId of : arguments_.fill(noun, preposition)) {
          if (read_operator(verb, op, of)) return true;
        }
      }
      if (event == nullptr) return false;
      ClauseStanding denied = standing();
      denied.denied = true;
      denied.reporter = verb;
      return event_with(verb, noun, *event, subjects(verb), event_targets(noun, *event), denied, 0.8);
    }
    case Operator::Investigate:
      return event != nullptr && judged(verb, noun, Investigates, event, 0.75);
  }
  return false;
}

/// "lifted sanctions on Quito", "halted aid", "scrapped the pact", "stopped the shelling"
bool EventReader::end_of(TokenId verb, TokenId noun, const NounEntry* event) {
  if (is_node(noun, NodeType::Agreement) || is_class(noun, "agreement") || is_class(noun, "status")) {
    return on_measure(verb, noun, Scraps, 0.85);
  }
  if (is_class(noun, "aid")) return on_measure(verb, noun, Scraps, 0.82);
  if (is_class(noun, "measure")) return on_measure(verb, noun, Lifts, 0.85);
  if (is_node(noun, NodeType::Policy)) {
    // A programme is scrapped by its owner; "a deal to halt Quito's programme" is no act on it.
    const auto actors = subjects(verb);
    const auto owners = ends_.owners(noun);
    return without(owners, actors).empty() && on_measure(verb, noun, Scraps, 0.75);
  }
  if (event == nullptr) return false;
  const auto changed = undone(event->frame->relation);
  // "halted the exercises with Quito" ends no relation.
  if (!changed || is_class(noun, "exercise")) return false;
  Relation relation{changed->type,
                    subjects(verb),
                    {},
                    {},
                    verb,
                    noun,
                    false,
                    standing_of(verb, tree_, patterns_),
                    {},
                    std::string(changed->cameo),
                    0.72};
  relation.targets = only_actors(event_targets(noun, *event));
  relation.targets = without(std::move(relation.targets), relation.sources);
  if (relation.targets.empty()) relation.targets = without(event_sources(noun, *event), relation.sources);
  if (relation.sources.empty() || relation.targets.empty()) return false;
  used_.insert(noun);
  add(std::move(relation));
  return true;
}

bool EventReader::sign(TokenId verb, TokenId noun) {
  auto sources = subjects(verb);
  if (sources.empty()) return false;
  const auto others = without(concerned(verb, noun, sources), sources);
  Relation relation;
  relation.predicate = verb;
  relation.standing = standing_of(verb, tree_, patterns_);
  relation.commitment = relation.standing.commitment();
  used_.insert(noun);
  if (is_node(noun, NodeType::Agreement) && is_definite(noun)) {
    relation.type = Signs;
    relation.confidence = 0.88;
    relation.targets = ends_.single(noun);
    if (sources.size() > 1) {
      // "A and B signed P": each signs, the other is affected.
      for (std::size_t i = 0; i < sources.size(); ++i) {
        Relation each = relation;
        each.sources = {sources[i]};
        each.affected = {sources[i == 0 ? 1 : 0]};
        add(std::move(each));
      }
      return true;
    }
    relation.sources = std::move(sources);
    relation.affected = others;
    add(std::move(relation));
    return true;
  }
  relation.type = AgreesWith;
  relation.confidence = 0.8;
  relation.commitment = Commitment::Concluded;
  relation.about = noun;
  relation.sources = {sources.front()};
  relation.targets = others;
  if (sources.size() > 1) relation.targets.insert(relation.targets.begin(), sources.begin() + 1, sources.end());
  if (relation.targets.empty()) return false;
  add(std::move(relation));
  return true;
}

/// An act of the subject on an agreement or measure: the noun itself is the target.
bool EventReader::on_measure(TokenId verb, TokenId noun, RelationType type, double confidence) {
  Relation relation;
  relation.type = type;
  relation.predicate = verb;
  relation.confidence = confidence;
  relation.sources = subjects(verb);
  if (relation.sources.empty()) return false;
  relation.affected = without(concerned(verb, noun, relation.sources), relation.sources);
  auto target = ends_.single(noun);
  const bool node =
      !target.empty() && target.front().is_actor() && !target.front().owned &&
      (ends_.type_of(target.front()) == NodeType::Agreement || ends_.type_of(target.front()) == NodeType::Policy);
  if (!node) {
    // A thing that is no node: the words themselves.
    End thing;
    thing.token = noun;
    thing.span = tree_.document().span_of(tree_.subtree(noun));
    thing.certainty = 0.85;
    target = {thing};
  }
  relation.targets = std::move(target);
  relation.standing = standing_of(verb, tree_, patterns_);
  relation.commitment = relation.standing.commitment();
  used_.insert(noun);
  add(std::move(relation));
  return true;
}

/// "condemned the attack by the rebels", "rejected Quito's offer": the one who is judged is the owner of the event.
bool EventReader::judged(TokenId verb, TokenId noun, RelationType type, const NounEntry* event, double confidence) {
  Relation relation{type, subjects(verb), {}, {}, verb, noun, false, standing_of(verb, tree_, patterns_), {},
                    "",   confidence};
  if (relation.sources.empty()) return false;
  if (event != nullptr) relation.targets = without(event_sources(noun, *event), relation.sources);
  if (relation.targets.empty() && event == nullptr) relation.targets = ends_.owners(noun);
  if (relation.targets.empty() && event != nullptr && row(event->frame->relation).polarity > 0) {
    // "rejected talks with Quito"
    relation.targets = without(only_actors(event_targets(noun, *event)), relation.sources);
    for (End& end : relation.targets) end.certainty *= 0.85;
  }
  for (End& end : relation.targets) end.owned = true;
  if (relation.targets.empty()) relation.targets = ends_.single(noun);
  // "condemned Quito's attack on Lima" tells of the attack too.
  const bool whole =
      event != nullptr && !event_sources(noun, *event).empty() && !only_actors(event_targets(noun, *event)).empty();
  if (!whole) used_.insert(noun);
  add(std::move(relation));
  return true;
}

bool EventReader::event_with(TokenId verb, TokenId noun, const NounEntry& event, std::vector<End> sources,
                             std::vector<End> targets, ClauseStanding standing, double confidence) {
  sources = only_actors(std::move(sources));
  targets = without(std::move(targets), sources);
  const RelationType type = event.frame->relation;
  if (targets.empty() && row(type).symmetric && sources.size() > 1) {
    targets.assign(sources.begin() + 1, sources.end());
    sources.resize(1);
  }
  // Words and deeds are protested against, praised and turned down as well; nobody holds talks with a thing.
  const bool on_things =
      type == Protests || type == Criticizes || type == Rejects || type == Supports || type == Praises;
  if (!on_things) targets = only_actors(std::move(targets));
  if (sources.empty() || targets.empty()) return false;
  Relation relation{type,
                    std::move(sources),
                    std::move(targets),
                    {},
                    noun,
                    topic(noun, event.frame->about),
                    false,
                    standing,
                    {},
                    event.cameo,
                    event.frame->confidence * confidence + 0.06};
  if (!relation.about.valid()) relation.about = topic(verb, event.frame->about);
  // "will strengthen its alliance": it is there already.
  if (row(type).lasting && exact_child(tree_, noun, Deprel::NmodPoss).valid()) {
    relation.standing.planned = relation.standing.promised = false;
  }
  relation.commitment = relation.standing.commitment();
  if (type == AgreesWith) relation.commitment = Commitment::Concluded;
  used_.insert(noun);
  add(std::move(relation));
  return true;
}

// Nouns.
// ---------------------------------------------------------------------------------------------------------------

/// "Quito's attack on Lima", "a protest from Lima", "talks between Lima and Quito": no verb has read it.
void EventReader::read_noun(TokenId noun) {
  const NounEntry* event = event_noun(noun);
  if (event == nullptr) return;
  auto sources = event_sources(noun, *event);
  auto targets = event_targets(noun, *event);
  const RelationType type = event->frame->relation;
  if (row(type).symmetric && (sources.size() > 1) && without(targets, sources).empty()) {
    targets.assign(sources.begin() + 1, sources.end());
    sources.resize(1);
  }
  targets = only_actors(without(std::move(targets), sources));
  if (sources.empty() || targets.empty()) return;
  Relation relation{type,
                    std::move(sources),
                    std::move(targets),
                    {},
                    noun,
                    topic(noun, event->frame->about),
                    false,
                    standing_of(noun, tree_, patterns_),
                    {},
                    event->cameo,
                    event->frame->confidence};
  relation.standing.background = true;
  if (type == AgreesWith) relation.commitment = Commitment::Concluded;
  add(std::move(relation));
}

// Arguments.
// -----------------------------------------------------------------------------------------------------------

std::vector<End> EventReader::subjects(TokenId verb) const {
  return acting(ends_.at(arguments_.subject(verb)), tree_, patterns_);
}

std::vector<End> EventReader::fill(TokenId predicate, const std::vector<Slot>& slots, EndUse use) const {
  for (const Slot& slot : slots) {
    auto found = ends_.at(arguments_.fill(predicate, slot), use);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<End> EventReader::event_sources(TokenId noun, const NounEntry& event) const {
  for (const Slot& slot : event.frame->source) {
    auto found = only_actors(ends_.at(arguments_.fill(noun, slot)));
    if (slot == "poss" || slot == "mod") {
      found.clear();
      for (const End& end : ends_.owners(noun)) {
        const auto tokens = arguments_.fill(noun, slot);
        if (std::find(tokens.begin(), tokens.end(), tree_.first_conjunct(end.token)) != tokens.end() || slot == "poss")
          found.push_back(end);
      }
    }
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<End> EventReader::event_targets(TokenId noun, const NounEntry& event) const {
  auto out = fill(noun, event.frame->target, use_of(event.frame->relation));
  if (!out.empty() || event.frame->relation != Demands) return out;
  // "its demand that Quito leave"
  for (const TokenId c : tree_.children(noun)) {
    const Deprel deprel = tree_[c].deprel;
    if (deprel != Deprel::Acl && deprel != Deprel::Ccomp && deprel != Deprel::AclRelcl) continue;
    if (const TokenId subject = exact_child(tree_, c, Deprel::Nsubj); subject.valid())
      return only_actors(ends_.at(subject));
  }
  return out;
}

std::vector<End> EventReader::concerned(TokenId verb, TokenId noun, const std::vector<End>& sources) const {
  std::vector<Slot> slots{"with", "on", "against", "to", "for"};
  auto out = only_actors(fill(noun, slots));
  if (out.empty()) out = without(ends_.owners(noun), sources);
  if (out.empty()) out = only_actors(fill(verb, {"with", "against"}));
  if (!out.empty()) return without(std::move(out), sources);
  const MentionId mention = ends_.mention_at(noun);
  if (!mention.valid()) return {};
  const ChainId chain = tree_.document().mentions[mention.index()].chain;
  if (!chain.valid()) return {};
  for (const ChainId party : tree_.document().chains[chain.index()].parties) {
    End end;
    end.token = noun;
    end.mention = mention;
    end.chain = party;
    end.span = tree_.document().mentions[mention.index()].span;
    end.certainty = 0.9;
    out.push_back(end);
  }
  return without(std::move(out), sources);
}

/// The word that says what the noun is: itself, or of a light noun the noun before it ("aid deliveries", "peace
/// efforts").
std::string EventReader::telling_lemma(TokenId noun) const {
  const std::string own = lemma_of(tree_, noun);
  if (!patterns_.nouns(own).empty() && !patterns_.noun_is(own, "light")) return own;
  const auto& children = tree_.children(noun);
  for (auto c = children.rbegin(); c != children.rend(); ++c) {
    if (*c > noun || tree_[*c].deprel != Deprel::Compound) continue;
    const std::string before = lemma_of(tree_, *c);
    if (!patterns_.nouns(before).empty()) return before;
  }
  // "a wave of arrests", "the state of emergency"
  if (patterns_.noun_is(own, "light") || patterns_.noun_is(own, "quantity")) {
    for (const TokenId of : arguments_.fill(noun, "of")) {
      const std::string behind = lemma_of(tree_, of);
      if (tree_[of].upos == Upos::Noun && !patterns_.nouns(behind).empty()) return behind;
    }
  }
  return own;
}

const NounEntry* EventReader::event_noun(TokenId noun) const {
  const NounEntry* first = nullptr;
  if (patterns_.noun_is(lemma_of(tree_, noun), "attack")) {
    // "a scathing attack on the minister" is made with words.
    for (const TokenId c : tree_.children(noun)) {
      const bool modifier = tree_[c].deprel == Deprel::Amod || tree_[c].deprel == Deprel::Compound;
      if (modifier && patterns_.noun_is(lemma_of(tree_, c), "verbal")) return &patterns_.nouns("criticism").front();
    }
  }
  for (const NounEntry& entry : patterns_.nouns(telling_lemma(noun))) {
    if (entry.frame == nullptr) continue;
    // "the war on Quito" is an attack, "the war with Quito" a dispute: the reading whose target is there.
    for (const Slot& slot : entry.frame->target) {
      if (slot != "of" && !arguments_.fill(noun, slot).empty()) return &entry;
    }
    if (first == nullptr) first = &entry;
  }
  return first;
}

bool EventReader::is_class(TokenId noun, std::string_view noun_class) const {
  for (const TokenId each : conjuncts(tree_, noun)) {
    if (patterns_.noun_is(telling_lemma(each), noun_class)) return true;
  }
  return false;
}

bool EventReader::is_node(TokenId noun, NodeType type) const {
  const MentionId mention = ends_.mention_at(noun);
  if (!mention.valid()) return false;
  const Mention& found = tree_.document().mentions[mention.index()];
  return (found.chain.valid() ? tree_.document().chains[found.chain.index()].type : found.type) == type;
}

/// A name, or "the pact", "their pact": one that is known. "reached a deal" makes one.
bool EventReader::is_definite(TokenId noun) const {
  const MentionId mention = ends_.mention_at(noun);
  if (mention.valid() && tree_.document().mentions[mention.index()].kind == MentionKind::Name) return true;
  for (const TokenId c : tree_.children(noun)) {
    if (tree_[c].deprel == Deprel::NmodPoss) return true;
    if (tree_[c].deprel == Deprel::Det && tree_[c].lemma != "a" && tree_[c].lemma != "an" && tree_[c].lemma != "no")
      return true;
  }
  return false;
}

TokenId EventReader::topic(TokenId predicate, const std::vector<Slot>& slots) const {
  for (const TokenId c : tree_.children(predicate)) {
    const Deprel deprel = tree_[c].deprel;
    if (deprel == Deprel::Advcl || deprel == Deprel::Obl || deprel == Deprel::Nmod || deprel == Deprel::Acl) {
      const std::string word =
          deprel == Deprel::Advcl || deprel == Deprel::Acl ? mark_of(tree_, c) : tree_.case_marker(c);
      if (std::find(slots.begin(), slots.end(), word) != slots.end()) return c;
    }
    if (deprel == Deprel::Xcomp || deprel == Deprel::Ccomp) return c;
  }
  return {};
}

// Composition with what governs the clause.
// ------------------------------------------------------------------------------

void EventReader::add(Relation relation) {
  const ClauseStanding& standing = relation.standing;
  if (standing.stopped) {
    const auto changed = undone(relation.type);
    if (!changed) return;
    relation.type = changed->type;
    relation.cameo = changed->cameo;
  }
  if (standing.threatened && relation.type != Threatens) {
    // "threatened to bomb Quito": the threat is the act.
    relation.type = Threatens;
    relation.cameo.clear();
    relation.about = relation.predicate;
    relation.standing = standing_of(
        tree_[relation.predicate].head.valid() ? tree_[relation.predicate].head : relation.predicate, tree_, patterns_);
    if (!relation.affected.empty()) relation.targets = relation.affected;
    relation.affected.clear();
    relation.targets = only_actors(std::move(relation.targets));
    relation.commitment = Commitment::None;
  } else if (standing.refused && relation.type != Extends) {
    // "refused to meet Quito's envoy"
    relation.type = Rejects;
    relation.cameo.clear();
    relation.about = relation.predicate;
    if (standing.refuser.valid()) relation.standing = standing_of(standing.refuser, tree_, patterns_);
    if (!relation.affected.empty()) relation.targets = relation.affected;
    relation.affected.clear();
    relation.targets = only_actors(std::move(relation.targets));
    relation.commitment = Commitment::None;
  } else if (relation.type == Extends && (standing.negated || standing.refused)) {
    // "will not extend the pact": letting lapse is scrapping; of a measure, lifting.
    const TokenId what = relation.targets.empty() ? TokenId{} : relation.targets.front().token;
    const bool measure = what.valid() && (is_node(what, NodeType::Policy) || is_class(what, "measure"));
    relation.type = measure ? Lifts : Scraps;
    relation.standing.negated = false;
    relation.standing.planned = relation.standing.planned || standing.refused;
    relation.commitment = Commitment::None;
  }
  const bool unwilling =
      (standing.negated != standing.denied) && standing.planned && !standing.promised && !standing.hypothetical;
  if (unwilling && row(relation.type).polarity > 0 && !row(relation.type).lasting) {
    // "said it will not hold talks with Quito", "will not help Quito": it refuses.
    relation.type = Rejects;
    relation.cameo.clear();
    relation.about = relation.predicate;
    if (!relation.affected.empty()) relation.targets = relation.affected;
    relation.affected.clear();
    relation.standing.negated = relation.standing.denied = relation.standing.planned = false;
  }
  if (standing.demanded) {
    std::erase_if(relation.targets, [](const End& end) { return !end.is_actor() || end.owned; });
    relation.confidence *= 0.8;
  }
  if (!takes_things(relation.type)) relation.targets = only_actors(std::move(relation.targets));
  if (relation.targets.empty() || relation.sources.empty()) return;
  out_.push_back(std::move(relation));
}

}  // namespace

std::vector<Relation> read_events(const Ends& ends, const Patterns& patterns, TokenRange sentence) {
  return EventReader(ends, patterns).read(sentence);
}

}  // namespace entente::ingest
