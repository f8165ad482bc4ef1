#include <algorithm>
#include <utility>

#include "entente/ingest/rank/feature_key.h"
#include "entente/ingest/rank/pair_features.h"

namespace entente::ingest {
namespace {

using feature::add;
using feature::combine;
using feature::hash;
using feature::kAgent;
using feature::kPatient;
using feature::mix;
using feature::Template;

std::uint64_t bucket(std::size_t n) {
  constexpr std::size_t kEdges[] = {0, 1, 2, 3, 5, 8, 12, 20};
  std::uint64_t out = 0;
  for (const std::size_t edge : kEdges) out += n > edge ? 1 : 0;
  return out;
}

std::uint64_t code(CandidateKind kind) { return static_cast<std::uint64_t>(kind); }

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

}  // namespace entente::ingest
