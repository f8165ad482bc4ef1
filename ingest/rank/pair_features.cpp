#include "entente/ingest/rank/pair_features.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace entente::ingest {
namespace {

/// What a key is made of; part of every key, so that equal words in different places differ. Append only: models know
/// their number.
enum class Template : std::uint64_t {
  Kind = 1,
  Head,
  Attachment,
  GovernorLemma,
  GovernorRoot,
  RoleRoot,
  RoleLemma,
  Position,
  WordBefore,
  WordAfter,
  KindAttachment,
  IsReporter,
  RuleSide,
  Kinds,
  KindsOrder,
  Gap,
  CandidatesBetween,
  VerbsBetween,
  PunctuationBetween,
  SharedRoles,
  SharedRolesLemma,
  SharedRolesRoot,
  SharedRolesKinds,
  SharedLemma,
  SharedRoot,
  SharedOperator,
  SharedTheme,
  SharedClass,
  SharedSteps,
  NoShared,
  LinkRoles,
  LinkLemmas,
  LinkRoots,
  PathShape,
  PathLemmas,
  PathRoots,
  Nested,
  Coordinated,
  RivalTarget,
  RivalSource,
  RuleHit,
  RuleHitSure,
  RuleHitType,
  RuleReversed,
  RuleElsewhere,
  RuleNone,
  Standing,
  StandingRoot,
  ChainLemma,
  WordBetween,
  WordBeforeFirst,
  WordAfterSecond,
  PairBetween,
  RootBetween,
  RootBefore,
  RootAfter,
  ThemeRoot,
  ThemeLemma,
  SentenceRoot,
  TargetKindRoot,
  Modal,
  UnitIn,
  UnitPair,
  UnitOnPath,
  ChainUnit,
  ChainUnits,
  HeadCluster,
  GovernorCluster,
  RoleCluster,
  SharedRolesCluster,
  SharedThemeCluster,
  LinkClusters,
  PathCluster,
  ClusterIn,
  ChainCluster,
};

constexpr std::uint64_t kAgent = 1;
constexpr std::uint64_t kPatient = 2;
constexpr std::uint64_t kRecipient = 3;
constexpr std::uint64_t kPossessor = 4;
constexpr std::uint64_t kModifier = 5;
constexpr std::uint64_t kLight = 6;  // of the verb that the noun is object of
constexpr std::uint64_t kPredicated = 7;

/// splitmix64's finaliser (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

std::uint64_t combine(std::uint64_t a, std::uint64_t b) { return mix(a * 0x9e3779b97f4a7c15ULL + b); }

std::uint64_t hash(std::string_view text) {
  std::uint64_t out = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : text) out = (out ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix(out);
}

template <class... Parts>
FeatureKey key(Template which, Parts... parts) {
  std::uint64_t out = static_cast<std::uint64_t>(which);
  ((out = combine(out, static_cast<std::uint64_t>(parts))), ...);
  return static_cast<FeatureKey>(mix(out) >> 32);
}

template <class... Parts>
void add(std::vector<FeatureKey>& out, Template which, Parts... parts) {
  out.push_back(key(which, parts...));
}

std::uint64_t bucket(std::size_t n) {
  constexpr std::size_t kEdges[] = {0, 1, 2, 3, 5, 8, 12, 20};
  std::uint64_t out = 0;
  for (const std::size_t edge : kEdges) out += n > edge ? 1 : 0;
  return out;
}

std::uint64_t code(CandidateKind kind) { return static_cast<std::uint64_t>(kind); }

std::uint8_t root_code(const Coding& coding) {
  return coding.plover ? static_cast<std::uint8_t>(static_cast<unsigned>(*coding.plover) + 1) : 0;
}

std::uint8_t root_of(RelationType type) { return root_code(coding_of(type, Status::Asserted, Commitment::None)); }

/// What a word does to the meaning of the sentence, in one number: the standing that it gives, what it does to events,
/// the kind of act; 0: none of them.
std::uint64_t unit(std::uint8_t standing, std::uint8_t op, std::uint8_t root) {
  constexpr std::uint64_t kStandings = 16;
  constexpr std::uint64_t kOperators = 32;
  if (root != 0) return 1 + root;
  if (standing > 1) return 32 + standing;  // not of transparent ones
  return op != 0 ? 32 + kStandings + op % kOperators : 0;
}

/// What stands over or beside a predicate, packed.
std::uint64_t flags(const ClauseStanding& s) {
  std::uint64_t out = 0;
  for (const bool flag : {s.negated, s.planned, s.promised, s.hypothetical, s.denied, s.refused, s.threatened,
                          s.demanded, s.alleged, s.stopped}) {
    out = out * 2 + (flag ? 1 : 0);
  }
  return out;
}

}  // namespace

PairReader::PairReader(const Ends& ends, const Patterns& patterns, const language::WordClusters& clusters,
                       TokenRange sentence, const std::vector<Candidate>& candidates,
                       const std::vector<Relation>& relations)
    : ends_(ends),
      patterns_(patterns),
      clusters_(clusters),
      arguments_(ends.arguments()),
      tree_(arguments_.tree()),
      sentence_(sentence),
      candidates_(candidates),
      candidate_of_(sentence.size(), -1),
      roles_(candidates.size()),
      rule_source_(candidates.size()),
      rule_target_(candidates.size()) {
  for (std::size_t c = 0; c < candidates.size(); ++c) candidate_of_[position(candidates[c].head)] = static_cast<int>(c);
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    lexical_.push_back(read_lexical(TokenId(t)));
    const Upos upos = tree_[TokenId(t)].upos;
    const bool predicate = upos == Upos::Verb || upos == Upos::Noun || upos == Upos::Adj;
    standing_.push_back(predicate ? standing_of(TokenId(t), tree_, patterns_) : ClauseStanding{});
  }
  read_roles();
  read_rules(relations);
  for (std::size_t c = 0; c < candidates.size(); ++c) unary_.push_back(read_unary(c));
}

int PairReader::candidate_at(TokenId token) const {
  return token.valid() && sentence_.contains(token) ? candidate_of_[position(token)] : -1;
}

PairReader::Lexical PairReader::read_lexical(TokenId token) const {
  Lexical out;
  const std::string lemma = lemma_of(tree_, token);
  out.lemma = hash(lemma);
  std::size_t n = 0;
  const auto take = [&](RelationType type) {
    const std::uint8_t root = row(type).lasting ? 0 : root_of(type);
    if (root != 0 && n < out.roots.size() && std::find(out.roots.begin(), out.roots.end(), root) == out.roots.end())
      out.roots[n++] = root;
  };
  std::string particle;
  const Upos upos = tree_[token].upos;
  if (upos == Upos::Verb || upos == Upos::Noun || upos == Upos::Adj) {
    auto cluster = clusters_.find(lemma);
    if (!cluster) cluster = clusters_.find(language::lower(tree_[token].form));
    if (cluster) {
      out.coarse = cluster->coarse + 1;
      out.fine = cluster->fine + 1;
    }
  }
  if (upos == Upos::Verb) {
    particle = particle_of(tree_, token);
    for (const VerbEntry& entry : patterns_.verbs(lemma)) {
      if (entry.frame != nullptr && entry.particle == particle) take(entry.frame->relation);
    }
    if (const auto op = patterns_.operator_of(lemma, particle))
      out.op = static_cast<std::uint8_t>(static_cast<int>(*op) + 1);
    if (!particle.empty()) out.lemma = combine(out.lemma, hash(particle));
  } else if (upos == Upos::Noun || upos == Upos::Propn) {
    for (const NounEntry& entry : patterns_.nouns(lemma)) {
      if (entry.frame != nullptr) take(entry.frame->relation);
      if (!entry.noun_class.empty() && out.noun_class == 0) out.noun_class = hash(entry.noun_class);
    }
  }
  if (const GovernorEntry* governor = patterns_.governor(lemma, part_of(tree_, token)))
    out.standing = static_cast<std::uint8_t>(static_cast<int>(governor->standing) + 1);
  return out;
}

// Roles --------------------------------------------------------------------------------------------------------------

void PairReader::read_roles() {
  for (std::uint32_t t = sentence_.begin; t < sentence_.end; ++t) {
    const TokenId p(t);
    const Token& token = tree_[p];
    const bool verb = token.upos == Upos::Verb;
    const bool predicated = exact_child(tree_, p, Deprel::Cop).valid() || exact_child(tree_, p, Deprel::Nsubj).valid();
    const bool noun = token.upos == Upos::Noun;
    if (!verb && !noun && !(token.upos == Upos::Adj && predicated)) continue;
    if (verb) {
      assign(arguments_.subject(p), p, kAgent);
      const TokenId object = arguments_.object(p);
      assign(object, p, kPatient);
      const TokenId recipient = exact_child(tree_, p, Deprel::Iobj);
      if (recipient != object) assign(recipient, p, kRecipient);
      if (object.valid() && tree_[object].head == p) {
        for (const TokenId c : tree_.children(object)) {
          if (universal(tree_[c].deprel) == Deprel::Nmod && tree_[c].deprel != Deprel::NmodPoss)
            assign(c, p, combine(kLight, hash(tree_.case_marker(c))));
        }
      }
    } else if (predicated) {
      assign(exact_child(tree_, p, Deprel::Nsubj), p, kPredicated);
    }
    for (const TokenId c : tree_.children(p)) {
      const Deprel deprel = tree_[c].deprel;
      const Deprel kind = universal(deprel);
      if (deprel == Deprel::OblAgent && verb) continue;
      if (deprel == Deprel::NmodPoss) {
        assign(c, p, kPossessor);
      } else if (kind == Deprel::Obl || kind == Deprel::Nmod) {
        assign(c, p, hash(tree_.case_marker(c)));
      } else if (noun && c < p && (kind == Deprel::Compound || kind == Deprel::Amod)) {
        assign(c, p, kModifier);
      }
    }
    // "launched an attack on": the noun's actor is the verb's, its target may hang at the verb.
    const TokenId verb_over = token.head;
    if (noun && verb_over.valid() && is_verb(tree_, verb_over)) {
      const Deprel deprel = universal(token.deprel);
      if (deprel == Deprel::Obj || deprel == Deprel::Obl || token.deprel == Deprel::NsubjPass) {
        assign(arguments_.subject(verb_over), p, combine(kLight, kAgent));
        if (deprel != Deprel::Obj) assign(exact_child(tree_, verb_over, Deprel::Obj), p, combine(kLight, kPatient));
        assign(exact_child(tree_, verb_over, Deprel::Iobj), p, combine(kLight, kRecipient));
        for (const TokenId c : tree_.children(verb_over)) {
          if (universal(tree_[c].deprel) == Deprel::Obl && c != p)
            assign(c, p, combine(kLight, hash(tree_.case_marker(c))));
        }
      }
    }
  }
}

void PairReader::assign(TokenId filler, TokenId predicate, std::uint64_t role) {
  if (!filler.valid() || !sentence_.contains(filler)) return;
  if (is_relative_pronoun(tree_[filler])) {
    const TokenId of = ends_.antecedent(filler);
    if (!of.valid() || of == filler) return;
    filler = of;
  }
  for (const TokenId each : conjuncts(tree_, filler)) {
    if (each == predicate || (each != filler && is_verb(tree_, each))) continue;
    assign_one(each, predicate, role, each == filler ? 0 : 1);
  }
}

void PairReader::assign_one(TokenId token, TokenId predicate, std::uint64_t role, unsigned steps) {
  if (const int c = candidate_at(token); c >= 0) {
    auto& roles = roles_[static_cast<std::size_t>(c)];
    const bool known = std::any_of(roles.begin(), roles.end(),
                                   [&](const Role& r) { return r.predicate == predicate && r.role == role; });
    if (!known) roles.push_back({predicate, role, steps});
  }
  if (steps > 2) return;
  // Whose it is, what it consists of, how else it is called.
  for (const TokenId child : tree_.children(token)) {
    const Deprel deprel = tree_[child].deprel;
    const Deprel kind = universal(deprel);
    if (child == predicate) continue;
    const bool inner = deprel == Deprel::NmodPoss || kind == Deprel::Compound || kind == Deprel::Amod ||
                       kind == Deprel::Nmod || kind == Deprel::Appos || kind == Deprel::Flat;
    if (!inner) continue;
    const std::uint64_t how = kind == Deprel::Nmod && deprel != Deprel::NmodPoss ? hash(tree_.case_marker(child))
                                                                                 : static_cast<std::uint64_t>(deprel);
    for (const TokenId each : conjuncts(tree_, child)) {
      const int c = candidate_at(each);
      if (c < 0) continue;
      const std::uint64_t nested = combine(role, how);
      auto& roles = roles_[static_cast<std::size_t>(c)];
      const bool known =
          std::any_of(roles.begin(), roles.end(), [&](const Role& r) { return r.predicate == predicate; });
      if (!known) roles.push_back({predicate, nested, steps + 1});
    }
  }
}

// Frames -------------------------------------------------------------------------------------------------------------

void PairReader::read_rules(const std::vector<Relation>& relations) {
  const auto at = [&](const End& end) {
    int out = candidate_at(end.token);
    if (end.mention.valid()) {
      const TokenId head = tree_.document().mentions[end.mention.index()].head;
      if (const int named = candidate_at(head); named >= 0 && (end.owned || out < 0)) out = named;
    }
    return out;
  };
  for (const Relation& relation : relations) {
    if (row(relation.type).lasting) continue;
    const Status status = relation.standing.status();
    const std::uint8_t root = root_code(coding_of(relation.type, status, relation.commitment, relation.cameo));
    const auto hit = [&](const End& source, const End& target) {
      const int s = at(source);
      const int t = at(target);
      if (s < 0 || t < 0 || s == t) return;
      const double sure = relation.confidence * source.certainty * target.certainty;
      const Hit found{root, static_cast<std::uint8_t>(relation.type), static_cast<std::uint8_t>(status),
                      static_cast<std::uint8_t>(sure * 10)};
      hits_[{static_cast<std::size_t>(s), static_cast<std::size_t>(t)}].push_back(found);
      // The thing itself besides its owner.
      const int thing = candidate_at(target.token);
      if (target.owned && thing >= 0 && thing != t && thing != s)
        hits_[{static_cast<std::size_t>(s), static_cast<std::size_t>(thing)}].push_back(found);
      rule_source_[static_cast<std::size_t>(s)].push_back(root);
      rule_target_[static_cast<std::size_t>(t)].push_back(root);
    };
    for (const End& source : relation.sources) {
      for (const End& target : relation.targets) hit(source, target);
      for (const End& target : relation.affected) hit(source, target);
    }
  }
}

// One candidate ------------------------------------------------------------------------------------------------------

PairReader::Unary PairReader::read_unary(std::size_t candidate) const {
  const Candidate& c = candidates_[candidate];
  std::vector<FeatureKey> keys;
  const Token& head = tree_[c.head];
  const std::uint64_t kind = code(c.kind);
  const Deprel deprel = tree_.relation(c.head);
  const std::string marker = tree_.case_marker(c.head);
  const std::uint64_t attachment =
      combine(static_cast<std::uint64_t>(head.deprel == Deprel::Conj ? deprel : head.deprel),
              marker.empty() ? 0 : hash(marker));
  add(keys, Template::Kind, kind);
  const bool name = c.mention.valid() && tree_.document().mentions[c.mention.index()].kind == MentionKind::Name;
  if (!name) {
    add(keys, Template::Head, lexical(c.head).lemma);
    if (lexical(c.head).fine != 0) {
      add(keys, Template::HeadCluster, lexical(c.head).coarse, 1);
      add(keys, Template::HeadCluster, lexical(c.head).fine);
    }
  }
  add(keys, Template::Attachment, attachment);
  add(keys, Template::KindAttachment, kind, attachment);
  if (const TokenId governor = tree_.governor(c.head); governor.valid() && sentence_.contains(governor)) {
    add(keys, Template::GovernorLemma, lexical(governor).lemma, static_cast<std::uint64_t>(deprel));
    if (lexical(governor).fine != 0) {
      add(keys, Template::GovernorCluster, lexical(governor).coarse, attachment, 1);
      add(keys, Template::GovernorCluster, lexical(governor).fine, static_cast<std::uint64_t>(deprel));
    }
    for (const std::uint8_t root : lexical(governor).roots) {
      if (root != 0) add(keys, Template::GovernorRoot, root, attachment);
    }
    const Lexical& lex = lexical(governor);
    if (lex.standing != 0 && deprel == Deprel::Nsubj) add(keys, Template::IsReporter, lex.standing);
  }
  std::size_t shown = 0;
  for (const Role& role : roles_[candidate]) {
    if (++shown > 6) break;
    add(keys, Template::RoleLemma, role.role, lexical(role.predicate).lemma);
    if (lexical(role.predicate).coarse != 0)
      add(keys, Template::RoleCluster, role.role, lexical(role.predicate).coarse);
    for (const std::uint8_t root : lexical(role.predicate).roots) {
      if (root != 0) add(keys, Template::RoleRoot, role.role, root);
    }
  }
  add(keys, Template::Position, std::min<std::size_t>(candidate, 4), kind);
  if (const TokenId before = tree_.before(c.head); before.valid())
    add(keys, Template::WordBefore, lexical(before).lemma);
  if (const TokenId after = tree_.after(c.head); after.valid()) add(keys, Template::WordAfter, lexical(after).lemma);
  Unary out;
  out.as_source.reserve(keys.size() + 2);
  out.as_target.reserve(keys.size() + 2);
  for (const FeatureKey k : keys) {
    out.as_source.push_back(static_cast<FeatureKey>(mix(k * 2ULL + 1) >> 32));
    out.as_target.push_back(static_cast<FeatureKey>(mix(k * 2ULL + 2) >> 32));
  }
  const auto sides = [&](const std::vector<std::uint8_t>& roots, std::uint64_t side) {
    add(out.as_source, Template::RuleSide, 0, side, roots.empty() ? 0 : 1);
    add(out.as_target, Template::RuleSide, 1, side, roots.empty() ? 0 : 1);
  };
  sides(rule_source_[candidate], 0);
  sides(rule_target_[candidate], 1);
  return out;
}

// A pair -------------------------------------------------------------------------------------------------------------

PairFeatures PairReader::read(std::size_t source, std::size_t target) const {
  PairFeatures out = read_structure(source, target);
  out.wording.reserve(160);
  if (out.predicate.valid()) read_chain(out.predicate, out);
  read_path_words(source, target, out);
  read_words_around(source, target, out);
  return out;
}

PairFeatures PairReader::read_structure(std::size_t source, std::size_t target) const {
  PairFeatures out;
  out.structure.reserve(160);
  out.structure.insert(out.structure.end(), unary_[source].as_source.begin(), unary_[source].as_source.end());
  out.structure.insert(out.structure.end(), unary_[target].as_target.begin(), unary_[target].as_target.end());
  const std::uint64_t kinds = combine(code(candidates_[source].kind), code(candidates_[target].kind));
  const bool forward = source < target;
  add(out.structure, Template::Kinds, kinds);
  add(out.structure, Template::KindsOrder, kinds, forward);
  const auto found = hits_.find({source, target});
  if (found != hits_.end()) {
    for (const Hit& hit : found->second) {
      add(out.structure, Template::RuleHit, hit.root);
      add(out.structure, Template::RuleHitSure, hit.confidence);
      add(out.structure, Template::RuleHitSure, hit.confidence, hit.root);
      add(out.structure, Template::RuleHitType, hit.type, hit.status);
    }
  } else {
    add(out.structure, Template::RuleNone, hits_.empty());
    if (hits_.count({target, source}) != 0) add(out.structure, Template::RuleReversed, forward);
    const bool source_busy = !rule_source_[source].empty();
    const bool target_busy = !rule_target_[target].empty();
    add(out.structure, Template::RuleElsewhere, source_busy, target_busy);
  }
  join(source, target, out);
  read_between(source, target, out);
  read_path(source, target, out);
  return out;
}

void PairReader::join(std::size_t source, std::size_t target, PairFeatures& out) const {
  struct Shared {
    TokenId predicate;
    std::uint64_t source_role;
    std::uint64_t target_role;
    unsigned steps;
    bool known;
  };
  std::vector<Shared> shared;
  for (const Role& a : roles_[source]) {
    for (const Role& b : roles_[target]) {
      if (a.predicate != b.predicate || (a.role == b.role && a.role != kAgent)) continue;
      const Lexical& lex = lexical(a.predicate);
      shared.push_back({a.predicate, a.role, b.role, a.steps + b.steps, lex.roots[0] != 0 || lex.op != 0});
    }
  }
  std::stable_sort(shared.begin(), shared.end(), [](const Shared& a, const Shared& b) {
    const auto rank = [](const Shared& s) { return 2 * s.steps + (s.known ? 0 : 3); };
    return rank(a) < rank(b);
  });
  const std::uint64_t kinds = combine(code(candidates_[source].kind), code(candidates_[target].kind));
  if (shared.empty()) add(out.structure, Template::NoShared, kinds);
  constexpr std::size_t kMost = 2;
  for (std::size_t i = 0; i < shared.size() && i < kMost; ++i) {
    const Shared& s = shared[i];
    const std::uint64_t roles = combine(s.source_role, s.target_role);
    const Lexical& lex = lexical(s.predicate);
    add(out.structure, Template::SharedRoles, roles, i);
    add(out.structure, Template::SharedRoles, roles, tree_[s.predicate].upos == Upos::Verb);
    add(out.structure, Template::SharedRolesLemma, roles, lex.lemma);
    add(out.structure, Template::SharedRolesKinds, roles, kinds);
    add(out.structure, Template::SharedLemma, lex.lemma);
    if (lex.fine != 0) {
      add(out.structure, Template::SharedRolesCluster, roles, lex.fine);
      add(out.structure, Template::SharedRolesCluster, roles, lex.coarse, 1);
      add(out.structure, Template::SharedRolesCluster, lex.coarse, 2);
    }
    add(out.structure, Template::SharedSteps, s.steps, s.known, i);
    for (const std::uint8_t root : lex.roots) {
      if (root == 0) continue;
      add(out.structure, Template::SharedRolesRoot, roles, root);
      add(out.structure, Template::SharedRoot, root);
    }
    if (lex.op != 0) add(out.structure, Template::SharedOperator, lex.op, s.target_role);
    if (lex.noun_class != 0) add(out.structure, Template::SharedClass, lex.noun_class, roles);
    if (i == 0) {
      out.predicate = s.predicate;
      read_predicate(s.predicate, roles, out);
      // Whoever else could be meant.
      std::size_t rival_sources = 0;
      std::size_t rival_targets = 0;
      bool closer = false;
      for (std::size_t c = 0; c < candidates_.size(); ++c) {
        if (c == source || c == target) continue;
        for (const Role& r : roles_[c]) {
          if (r.predicate != s.predicate) continue;
          if (r.role == s.source_role) ++rival_sources;
          if (r.role == s.target_role) ++rival_targets;
          if (r.role == kPatient && s.target_role != kPatient) closer = closer || may_act(candidates_[c].kind);
        }
      }
      add(out.structure, Template::RivalSource, std::min<std::size_t>(rival_sources, 2));
      add(out.structure, Template::RivalTarget, std::min<std::size_t>(rival_targets, 2), closer,
          may_act(candidates_[target].kind));
    }
  }
  if (!shared.empty()) return;
  // No predicate has both: one's is over the other's.
  unsigned best = 99;
  const Role* first = nullptr;
  const Role* second = nullptr;
  std::uint64_t best_link = 0;
  for (const Role& a : roles_[source]) {
    for (const Role& b : roles_[target]) {
      std::uint64_t link = 1;
      unsigned steps = 0;
      const auto climb = [&](TokenId from, TokenId to) {
        link = 1;
        steps = 0;
        for (TokenId t = from; t.valid() && steps < 4; t = tree_[t].head, ++steps) {
          if (t == to) return true;
          link = combine(link, static_cast<std::uint64_t>(tree_[t].deprel));
        }
        return false;
      };
      const bool below = climb(b.predicate, a.predicate);
      if (!below && !climb(a.predicate, b.predicate)) continue;
      const unsigned cost = 4 * steps + a.steps + b.steps;
      if (cost >= best) continue;
      best = cost;
      first = &a;
      second = &b;
      best_link = combine(link, below);
    }
  }
  if (first == nullptr) return;
  const Lexical& a = lexical(first->predicate);
  const Lexical& b = lexical(second->predicate);
  add(out.structure, Template::LinkRoles, first->role, second->role, best_link);
  add(out.structure, Template::LinkRoles, first->role, second->role);
  add(out.structure, Template::LinkLemmas, a.lemma, b.lemma);
  add(out.structure, Template::LinkLemmas, a.lemma, first->role, second->role, 1);
  add(out.structure, Template::LinkLemmas, b.lemma, first->role, second->role, 2);
  add(out.structure, Template::LinkRoots, a.roots[0], b.roots[0], first->role, second->role);
  add(out.structure, Template::LinkRoots, a.standing, b.roots[0], 1);
  add(out.structure, Template::LinkClusters, a.coarse, first->role, second->role, 1);
  add(out.structure, Template::LinkClusters, b.coarse, first->role, second->role, 2);
  add(out.structure, Template::LinkClusters, a.coarse, b.coarse);
  out.predicate = b.roots[0] != 0 && a.roots[0] == 0 ? second->predicate : first->predicate;
  read_predicate(out.predicate, combine(first->role, second->role), out);
}

void PairReader::read_predicate(TokenId predicate, std::uint64_t roles, PairFeatures& out) const {
  const ClauseStanding& standing = standing_[position(predicate)];
  const std::uint64_t how = flags(standing);
  add(out.structure, Template::Standing, how);
  for (const std::uint8_t root : lexical(predicate).roots) {
    if (root != 0) add(out.structure, Template::StandingRoot, how, root);
  }
  for (const TokenId c : tree_.children(predicate)) {
    if (!is_theme(c)) continue;
    const Lexical& lex = lexical(c);
    const auto kind = static_cast<std::uint64_t>(universal(tree_[c].deprel));
    add(out.structure, Template::SharedTheme, lexical(predicate).lemma, lex.lemma);
    if (lex.coarse != 0) {
      add(out.structure, Template::SharedThemeCluster, lexical(predicate).coarse, lex.coarse);
      add(out.structure, Template::SharedThemeCluster, lexical(predicate).roots[0], lexical(predicate).op, lex.coarse);
    }
    for (const std::uint8_t root : lex.roots) {
      if (root == 0) continue;
      add(out.structure, Template::ThemeRoot, root, lexical(predicate).op, kind);
      add(out.structure, Template::ThemeRoot, root, lexical(predicate).lemma, 77);
    }
    if (lex.noun_class != 0) add(out.structure, Template::ThemeRoot, lex.noun_class, lexical(predicate).op, 78, roles);
  }
}

/// What the predicate is about: a complement that is nobody.
bool PairReader::is_theme(TokenId child) const {
  const Deprel kind = universal(tree_[child].deprel);
  if (kind == Deprel::Xcomp || kind == Deprel::Ccomp || kind == Deprel::Advcl) return true;
  if (kind != Deprel::Obj && tree_[child].deprel != Deprel::NsubjPass && kind != Deprel::Obl) return false;
  const int c = candidate_at(child);
  return c < 0 || !may_act(candidates_[static_cast<std::size_t>(c)].kind);
}

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

void PairReader::read_between(std::size_t source, std::size_t target, PairFeatures& out) const {
  const TokenId s = candidates_[source].head;
  const TokenId t = candidates_[target].head;
  const std::uint32_t first = std::min(s.value, t.value);
  const std::uint32_t second = std::max(s.value, t.value);
  std::size_t verbs = 0;
  bool comma = false;
  bool quote = false;
  bool conjunction = false;
  for (std::uint32_t i = first + 1; i < second; ++i) {
    const Token& token = tree_[TokenId(i)];
    verbs += token.upos == Upos::Verb ? 1 : 0;
    comma = comma || token.form == ",";
    quote = quote || token.form == "\"" || token.form == "“" || token.form == "”";
    conjunction = conjunction || token.upos == Upos::Cconj;
  }
  std::size_t others = 0;
  std::size_t actors = 0;
  for (const Candidate& c : candidates_) {
    if (c.head.value <= first || c.head.value >= second) continue;
    ++others;
    actors += may_act(c.kind) ? 1 : 0;
  }
  const bool forward = s < t;
  add(out.structure, Template::Gap, bucket(second - first - 1), forward);
  add(out.structure, Template::CandidatesBetween, std::min<std::size_t>(others, 5), forward);
  add(out.structure, Template::CandidatesBetween, std::min<std::size_t>(actors, 4), forward, 1);
  add(out.structure, Template::VerbsBetween, std::min<std::size_t>(verbs, 4), forward);
  add(out.structure, Template::PunctuationBetween, comma, quote, conjunction, forward);
  const ByteSpan a = candidates_[source].span;
  const ByteSpan b = candidates_[target].span;
  if (a.overlaps(b)) add(out.structure, Template::Nested, a.size() < b.size());
  if (tree_.first_conjunct(s) == tree_.first_conjunct(t)) add(out.structure, Template::Coordinated, forward);
}

PairReader::Path PairReader::path_between(TokenId from, TokenId to) const {
  constexpr std::size_t kLongest = 8;
  Path out;
  for (TokenId t = from; t.valid() && out.up.size() < kLongest; t = tree_[t].head) out.up.push_back(t);
  for (TokenId t = to; t.valid() && out.down.size() < kLongest; t = tree_[t].head) {
    const auto at = std::find(out.up.begin(), out.up.end(), t);
    if (at != out.up.end()) {
      out.up.erase(at, out.up.end());
      out.top = t;
      return out;
    }
    out.down.push_back(t);
  }
  return out;
}

void PairReader::read_path(std::size_t source, std::size_t target, PairFeatures& out) const {
  const Path path = path_between(candidates_[source].head, candidates_[target].head);
  if (!path.top.valid()) return;
  std::uint64_t shape = 3;
  const auto edge = [&](TokenId t) {
    shape = combine(shape, static_cast<std::uint64_t>(tree_[t].deprel));
    const std::string marker = tree_.case_marker(t);
    if (!marker.empty()) shape = combine(shape, hash(marker));
  };
  for (const TokenId t : path.up) edge(t);
  shape = combine(shape, 999);
  for (std::size_t i = path.down.size(); i-- > 0;) edge(path.down[i]);
  add(out.structure, Template::PathShape, shape);
  add(out.structure, Template::PathShape, path.up.size(), path.down.size(), 1);
  const auto roots_of = [&](TokenId t) {
    for (const std::uint8_t root : lexical(t).roots) {
      if (root != 0) add(out.structure, Template::PathRoots, root);
    }
    if (lexical(t).coarse != 0) add(out.structure, Template::PathCluster, lexical(t).coarse);
  };
  for (std::size_t i = 1; i < path.up.size(); ++i) roots_of(path.up[i]);
  if (!path.up.empty() && !path.down.empty()) roots_of(path.top);
  for (std::size_t i = path.down.size(); i-- > 1;) roots_of(path.down[i]);
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
