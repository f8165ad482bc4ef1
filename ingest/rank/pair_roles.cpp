#include <algorithm>
#include <string>

#include "entente/ingest/rank/feature_key.h"
#include "entente/ingest/rank/pair_features.h"

namespace entente::ingest {
namespace {

using feature::combine;
using feature::hash;
using feature::kAgent;
using feature::kLight;
using feature::kModifier;
using feature::kPatient;
using feature::kPossessor;
using feature::kPredicated;
using feature::kRecipient;

std::uint8_t root_code(const Coding& coding) {
  return coding.plover ? static_cast<std::uint8_t>(static_cast<unsigned>(*coding.plover) + 1) : 0;
}

std::uint8_t root_of(RelationType type) { return root_code(coding_of(type, Status::Asserted, Commitment::None)); }

}  // namespace

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
  const Upos upos = tree_[token].upos;
  if (upos == Upos::Verb || upos == Upos::Noun || upos == Upos::Adj) {
    auto cluster = clusters_.find(lemma);
    if (!cluster) cluster = clusters_.find(language::lower(tree_[token].form));
    if (cluster) {
      out.coarse = cluster->coarse + 1;
      out.fine = cluster->fine + 1;
    }
  }
  const bool noun = upos == Upos::Noun || upos == Upos::Propn;
  if (upos == Upos::Verb || noun) {
    for (const WordFrame& word : frames_of(tree_, token, patterns_)) take(word.frame->relation);
  }
  if (upos == Upos::Verb) {
    const std::string particle = particle_of(tree_, token);
    if (const auto op = patterns_.operator_of(lemma, particle))
      out.op = static_cast<std::uint8_t>(static_cast<int>(*op) + 1);
    if (!particle.empty()) out.lemma = combine(out.lemma, hash(particle));
  } else if (noun) {
    for (const NounEntry& entry : patterns_.nouns(lemma)) {
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

}  // namespace entente::ingest
