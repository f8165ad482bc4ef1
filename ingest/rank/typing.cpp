#include "entente/ingest/rank/typing.h"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace entente::ingest {
namespace {

struct Act {
  RelationType type;
  std::string cameo;
  bool of_root = false;  // what the root by itself says, and no word
};

RelationType type_of_root(PloverRoot root) {
  switch (root) {
    case PloverRoot::Agree:
      return RelationType::AgreesWith;
    case PloverRoot::Consult:
      return RelationType::NegotiatesWith;
    case PloverRoot::Support:
      return RelationType::Supports;
    case PloverRoot::Cooperate:
      return RelationType::CooperatesWith;
    case PloverRoot::Aid:
      return RelationType::Aids;
    case PloverRoot::Yield:
      return RelationType::YieldsTo;
    case PloverRoot::Request:
      return RelationType::Demands;
    case PloverRoot::Accuse:
      return RelationType::Criticizes;
    case PloverRoot::Reject:
      return RelationType::Rejects;
    case PloverRoot::Threaten:
      return RelationType::Threatens;
    case PloverRoot::Protest:
      return RelationType::Protests;
    case PloverRoot::Sanction:
      return RelationType::Sanctions;
    case PloverRoot::Mobilize:
      return RelationType::Mobilizes;
    case PloverRoot::Coerce:
      return RelationType::Coerces;
    case PloverRoot::Assault:
      return RelationType::Attacks;
  }
  return RelationType::Supports;
}

/// What the word may say, uses that fit its object first, those that want another last.
void add_acts(TokenId token, const Arguments& arguments, const Patterns& patterns, std::vector<Act>& out) {
  const auto is_class = [&](TokenId noun, std::string_view noun_class) {
    return patterns.noun_is(lemma_of(arguments.tree(), noun), noun_class);
  };
  std::vector<Act> plain;
  std::vector<Act> others;
  for (const WordFrame& word : frames_of(arguments.tree(), token, patterns)) {
    const bool any = word.objects == nullptr || word.objects->empty();
    // "opened an investigation", not "opened a suit": the object is such as that use of the verb wants.
    const bool fits = !any && has_object_of(token, arguments.object(token), *word.objects, arguments, is_class);
    auto& place = any ? plain : fits ? out : others;
    place.push_back({word.frame->relation, std::string(word.cameo)});
  }
  out.insert(out.end(), plain.begin(), plain.end());
  out.insert(out.end(), others.begin(), others.end());
}

/// Targets that only agreements and policies can be do not fit an act between actors.
bool between_actors(RelationType type) { return !row(type).lasting && row(type).range.contains(NodeType::Country); }

void operate(std::optional<Operator> op, ClauseStanding& standing) {
  if (!op) return;
  switch (*op) {
    case Operator::Propose:
    case Operator::Plan:
    case Operator::Promise:
      standing.planned = true;
      break;
    case Operator::Demand:
    case Operator::Threaten:
      standing.hypothetical = true;
      break;
    case Operator::End:
    case Operator::Reject:
    case Operator::Deny:
      standing.negated = true;
      break;
    default:
      break;
  }
}

ClauseStanding with(ClauseStanding standing, Status status) {
  standing.negated = status == Status::Negated;
  standing.denied = status == Status::Denied;
  standing.planned = status == Status::Planned;
  standing.hypothetical = status == Status::Hypothetical;
  return standing;
}

}  // namespace

Relation type_relation(PloverRoot root, TokenId predicate, const Arguments& arguments, const Patterns& patterns) {
  const Tree& tree = arguments.tree();
  std::vector<Act> acts;
  add_acts(predicate, arguments, patterns, acts);
  ClauseStanding standing = standing_of(predicate, tree, patterns);
  // "proposed a meeting", "cancelled a visit": the verb says how what its object names stands. The root has that in it
  // already: "lifted the blockade" yields.
  const ClauseStanding own = standing;
  const auto op = patterns.operator_of(lemma_of(tree, predicate), particle_of(tree, predicate));
  if (acts.empty()) operate(op, standing);
  // "the pact that Lima and Quito signed"
  if (root == PloverRoot::Support && op == Operator::Sign) {
    Relation signed_by_both;
    signed_by_both.predicate = predicate;
    signed_by_both.type = RelationType::AgreesWith;
    signed_by_both.commitment = Commitment::Concluded;
    signed_by_both.standing = standing;
    return signed_by_both;
  }
  for (const TokenId child : tree.children(predicate)) {
    const Deprel kind = universal(tree[child].deprel);
    if (kind == Deprel::Xcomp || kind == Deprel::Ccomp || kind == Deprel::Obj || kind == Deprel::Obl ||
        kind == Deprel::Advcl || kind == Deprel::Acl) {
      add_acts(child, arguments, patterns, acts);
    }
  }
  if (const TokenId over = tree[predicate].head; over.valid()) add_acts(over, arguments, patterns, acts);
  acts.push_back({type_of_root(root), {}, true});

  Relation out;
  out.predicate = predicate;
  for (const Status status : {standing.status(), Status::Asserted, Status::Planned}) {
    for (const Commitment commitment : {standing.commitment(), Commitment::None}) {
      for (const Act& act : acts) {
        if (!between_actors(act.type) || coding_of(act.type, status, commitment).plover != root) continue;
        if (act.of_root && status == Status::Negated && !own.negated) continue;
        // "vowed to strike back" threatens now.
        if (act.type == RelationType::Threatens && status == Status::Planned) continue;
        out.type = act.type;
        out.cameo = act.cameo;
        out.commitment = commitment;
        out.standing = with(standing, status);
        return out;
      }
    }
  }
  out.type = type_of_root(root);
  out.standing = with(standing, Status::Asserted);
  return out;
}

}  // namespace entente::ingest
