#include "entente/ingest/extract/event_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace entente::ingest {

using enum RelationType;

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
    case Operator::Extend:
      if (agreement) return on_measure(verb, noun, Extends, 0.8);
      // "extended its sanctions against Quito" is to sanction it.
      if (event != nullptr && event->frame->relation == Sanctions && read_operator(verb, Operator::Tighten, noun)) {
        return true;
      }
      return measure && on_measure(verb, noun, Extends, 0.8);
    case Operator::Tighten:
      if (event != nullptr && event->frame->relation == Sanctions) {
        auto targets = only_actors(event_targets(noun, *event));
        if (!targets.empty()) return event_with(verb, noun, *event, subjects(verb), targets, standing(), 0.95);
      }
      if (measure) return on_measure(verb, noun, Imposes, 0.72);
      return false;
    case Operator::Sign:
      return agreement && sign(verb, noun);
    case Operator::Ratify:
      return agreement && on_measure(verb, noun, Ratifies, 0.85);
    case Operator::Violate:
      return (agreement || measure) && on_measure(verb, noun, Violates, 0.8);
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
    case Operator::Propose:
      if (agreement || measure || is_class(noun, "plan")) return on_measure(verb, noun, Proposes, 0.65);
      // "proposed a meeting with Quito"
      [[fallthrough]];
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

}  // namespace entente::ingest
