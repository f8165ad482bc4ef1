#include "entente/ingest/extract/event_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace entente::ingest {

using enum RelationType;

namespace {

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

bool same_actor(const End& a, const End& b) {
  if (a.chain.valid() || b.chain.valid()) return a.chain == b.chain;
  return a.mention.valid() && a.mention == b.mention;
}

}  // namespace

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

std::vector<End> only_actors(std::vector<End> ends) {
  std::erase_if(ends, [](const End& end) { return !end.is_actor(); });
  return ends;
}

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
    // "urged Quito to free Lima's sailors": what is wanted is what the demand is about, no act of its own.
    if (relation.type == YieldsTo) return;
    std::erase_if(relation.targets, [](const End& end) { return !end.is_actor() || end.owned; });
    relation.confidence *= 0.8;
  }
  if (!takes_things(relation.type)) relation.targets = only_actors(std::move(relation.targets));
  if (relation.targets.empty() || relation.sources.empty()) return;
  out_.push_back(std::move(relation));
}

std::vector<Relation> read_events(const Ends& ends, const Patterns& patterns, TokenRange sentence) {
  return EventReader(ends, patterns).read(sentence);
}

}  // namespace entente::ingest
