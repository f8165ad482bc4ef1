#include "entente/language/coref/pronouns.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>

#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"

namespace entente::language {

namespace {

enum class Form { Male, Female, Thing, Many, None };

Form form_of(std::string_view form) {
  if (form == "he" || form == "him" || form == "his" || form == "himself") return Form::Male;
  if (form == "she" || form == "her" || form == "hers" || form == "herself") return Form::Female;
  if (form == "it" || form == "its" || form == "itself") return Form::Thing;
  if (form == "they" || form == "them" || form == "their" || form == "theirs" || form == "themselves")
    return Form::Many;
  return Form::None;
}

// "its decision", "its army": never a pact's.
bool owned_by_actors(std::string_view noun) {
  static constexpr std::string_view kOwned[] = {
      "ally",      "ambassador", "army",       "border",    "capital",  "citizen",  "economy",   "embassy",
      "envoy",     "force",      "government", "leader",    "military", "minister", "ministry",  "neighbor",
      "neighbour", "official",   "people",     "president", "rival",    "soldier",  "territory", "troops"};
  return noun_class(noun) == NounClass::Speech ||
         std::find(std::begin(kOwned), std::end(kOwned), noun) != std::end(kOwned);
}

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

// Verbs whose subject decides or speaks: never a pact or a tariff.
bool needs_actor(std::string_view verb) {
  static constexpr std::string_view kActs[] = {
      "accept",   "accuse",  "agree",     "aim",       "announce", "ask",     "attack",  "begin", "believe", "buy",
      "call",     "condemn", "criticise", "criticize", "decide",   "declare", "demand",  "deny",  "deploy",  "expect",
      "fear",     "hope",    "impose",    "insist",    "invade",   "launch",  "lift",    "offer", "plan",    "pledge",
      "promise",  "refuse",  "reject",    "say",       "scrap",    "seek",    "sell",    "send",  "sign",    "suspect",
      "threaten", "try",     "urge",      "vow",       "want",     "warn",    "withdraw"};
  return std::find(std::begin(kActs), std::end(kActs), verb) != std::end(kActs);
}

}  // namespace

struct PronounResolver::Candidate {
  ChainId entity;                // invalid: a noun that is no mention, or a nominal for several
  std::vector<ChainId> members;  // of a nominal or coordination for several
  double score = 0;
};

PronounResolver::PronounResolver(Entities& entities, const Quotations& quotations, const Speakers& speakers)
    : entities_(entities), quotations_(quotations), speakers_(speakers) {}

void PronounResolver::resolve(MentionId pronoun) {
  const std::string form = lower(entities_.document()[entities_.mention(pronoun).head].form);
  if (form_of(form) == Form::None)
    resolve_by_speaker(pronoun, form);
  else
    resolve_third_person(pronoun, form);
}

bool PronounResolver::is_first_person(MentionId pronoun) const {
  return form_of(lower(entities_.document()[entities_.mention(pronoun).head].form)) == Form::None;
}

void PronounResolver::resolve_by_speaker(MentionId pronoun, const std::string& form) {
  const TokenId at = entities_.mention(pronoun).head;
  if (form.starts_with("you")) {
    if (const ChainId who = speakers_.addressee(at); who.valid()) entities_.join(pronoun, who);
    return;
  }
  ChainId who = speakers_.speaker(at);
  const bool many = form[0] == 'w' || form[0] == 'u' || form[0] == 'o';
  if (many) {
    // In a speech "we" may be mankind: it is the speaker's side where it decides or owns what actors own.
    const TokenId governor = entities_.tree().governor(at);
    if (who.valid() && !quotations_.quoted(at) && !entities_.publishing_country().valid() &&
        (!governor.valid() ||
         !(entities_.tree()[at].deprel == Deprel::NmodPoss ? owned_by_actors(lemma(entities_.tree()[governor]))
                                                           : needs_actor(lemma(entities_.tree()[governor])))))
      return;
    if (who.valid()) who = speakers_.side_of(who);
    if (!who.valid() && !quotations_.quoted(at) && entities_.publishing_country().valid())
      who = entities_.country_entity(entities_.publishing_country());
  } else if (who.valid() && !is_person(entities_[who].type)) {
    return;
  }
  if (who.valid()) entities_.join(pronoun, who);
}

bool PronounResolver::is_barred(TokenId candidate, TokenId pronoun, const std::string& form) const {
  const Tree& tree = entities_.tree();
  const bool reflexive = form.ends_with("self") || form.ends_with("selves");
  const bool possessive = tree[pronoun].deprel == Deprel::NmodPoss;
  if (tree.sentence(candidate) != tree.sentence(pronoun)) return false;
  // "Kim's aides met him", and not "Kim met him": arguments of one verb differ unless the pronoun is reflexive.
  if (reflexive) {
    // "who could find himself": the subject of its own clause.
    for (TokenId up = tree[pronoun].head; up.valid(); up = tree[up].head)
      if (const TokenId subject = clause_subject(up); subject.valid()) {
        const ChainId entity = entities_.entity_at(subject);
        return entity.valid() ? entity != entities_.entity_at(candidate) : subject != candidate;
      }
    return false;
  }
  if (!possessive && tree.governor(candidate) == tree.governor(pronoun) && tree[candidate].deprel != Deprel::NmodPoss)
    return true;
  // "Israel struck the station, knocking it off air": the subject of the verb that has none of its own.
  const Deprel own = universal(tree[pronoun].deprel);
  if ((own == Deprel::Obj || own == Deprel::Iobj) && tree[pronoun].head.valid() &&
      tree.subject(tree[pronoun].head) == tree.first_conjunct(candidate))
    return true;
  // "Lee, who told him": the relative clause's subject.
  if (!possessive && tree[pronoun].head.valid() && clause_subject(tree[pronoun].head) == candidate &&
      tree[tree[pronoun].head].deprel == Deprel::AclRelcl)
    return true;
  // The pronoun inside the candidate's own phrase ("a minister with him"), and not in a clause of it ("Lee, who said
  // he").
  if (possessive) return false;
  for (TokenId up = pronoun; up.valid() && up != candidate; up = tree[up].head) {
    const Deprel relation = universal(tree[up].deprel);
    if (relation == Deprel::Acl || relation == Deprel::Advcl || relation == Deprel::Ccomp ||
        relation == Deprel::Parataxis)
      return false;
  }
  return tree.subtree(candidate).contains(pronoun);
}

TokenId PronounResolver::clause_subject(TokenId predicate) const {
  const Tree& tree = entities_.tree();
  const TokenId subject = tree.child(predicate, Deprel::Nsubj);
  if (!subject.valid()) return {};
  const std::string form = lower(tree[subject].form);
  const bool relative = form == "who" || form == "which" || form == "that";
  return relative && tree[predicate].deprel == Deprel::AclRelcl ? tree[predicate].head : subject;
}

double PronounResolver::salience(TokenId candidate, TokenId pronoun) const {
  const Tree& tree = entities_.tree();
  const std::size_t distance = tree.sentence(pronoun) - tree.sentence(candidate);
  double score = distance == 0 ? 10 : distance == 1 ? 8 : distance == 2 ? 4 : 2;
  const Deprel relation = tree.relation(candidate);
  const Deprel own = tree[tree.first_conjunct(candidate)].deprel;
  if (relation == Deprel::Nsubj) {
    score += 4;
    const TokenId governor = tree.governor(candidate);
    if (governor.valid() && tree[governor].deprel == Deprel::Root) score += 1;
    if (tree.relation(pronoun) == Deprel::Nsubj) score += 1;
  } else if (relation == Deprel::Obj) {
    score += 1.5;
  } else if (own == Deprel::NmodPoss) {
    score += tree[tree[candidate].head].deprel == Deprel::Nsubj ? 3 : 1;
  } else if (relation == Deprel::Nmod || relation == Deprel::Compound || relation == Deprel::Amod) {
    score -= 1;
  }
  if (distance == 0) {
    // "Accompanying the president on his trip": the object, where the verb has no subject of its own.
    if (universal(own) == Deprel::Obj && tree[candidate].head.valid() &&
        !tree.child(tree[candidate].head, Deprel::Nsubj).valid() &&
        tree[tree[candidate].head].deprel == Deprel::Advcl && tree.subtree(tree[candidate].head).contains(pronoun))
      score += 4;
    // "the United States and its allies"
    if (tree[pronoun].deprel == Deprel::NmodPoss && tree[pronoun].head.valid() && tree[pronoun].head > candidate &&
        tree[tree[pronoun].head].deprel == Deprel::Conj &&
        tree.first_conjunct(tree[pronoun].head) == tree.first_conjunct(candidate))
      score += 10;
    // "Japan's actions during its rule": the possessor of what the pronoun's phrase hangs from.
    if (own == Deprel::NmodPoss && tree[candidate].head.valid()) {
      for (TokenId up = tree[pronoun].head; up.valid(); up = tree[up].head)
        if (up == tree[candidate].head) {
          score += 6;
          break;
        }
    }
    // The subject of the clause that the pronoun stands in: "Japan tightened its curbs", "Lee, who said she …"; then of
    // the clause around it.
    int level = 0;
    for (TokenId up = tree[pronoun].head; up.valid() && level < 2; up = tree[up].head) {
      const TokenId subject = clause_subject(up);
      if (!subject.valid() || subject == pronoun) continue;
      const ChainId entity = entities_.entity_at(subject);
      if (subject == tree.first_conjunct(candidate) || (entity.valid() && entity == entities_.entity_at(candidate))) {
        score += level == 0 ? 5 : 2;
        break;
      }
      ++level;
    }
    score -= 0.02 * (pronoun.value - candidate.value);
  }
  return score;
}

bool PronounResolver::is_audience(const Mention& m) const {
  const Tree& tree = entities_.tree();
  const std::string noun = lemma(tree[m.head]);
  return m.kind == MentionKind::Nominal &&
         (noun == "reporter" || noun == "journalist" || noun == "medium" || noun == "media");
}

void PronounResolver::collect(MentionId pronoun, const std::string& form, std::vector<Candidate>& out) const {
  const Tree& tree = entities_.tree();
  const Document& document = entities_.document();
  const TokenId at = entities_.mention(pronoun).head;
  const Form wanted = form_of(form);
  const ChainId speaker = speakers_.speaker(at);
  const TokenId governor = tree.governor(at);
  const bool acts =
      wanted == Form::Thing && governor.valid() &&
      (tree[at].deprel == Deprel::NmodPoss ? owned_by_actors(lemma(tree[governor]))
                                           : tree.relation(at) == Deprel::Nsubj && needs_actor(lemma(tree[governor])));
  const std::size_t here = tree.sentence(at);
  const std::size_t first_sentence = here >= 3 ? here - 3 : 0;

  bool found_here = false;  // somebody before it in its sentence
  bool in_sentence = false;
  const auto offer = [&](ChainId entity, std::vector<ChainId> members, double score) {
    found_here |= in_sentence;
    for (Candidate& c : out)
      if (entity.valid() && c.entity == entity) {
        c.score = std::max(c.score, score) + 0.5;
        return;
      }
    out.push_back({entity, std::move(members), score});
  };

  for (std::uint32_t i = document.sentences[first_sentence].tokens.begin; i < at.value; ++i) {
    const TokenId token(static_cast<std::size_t>(i));
    if (document.sentences[tree.sentence(token)].field != document.sentences[here].field) continue;
    const MentionId id = entities_.mention_at(token);
    if (!id.valid()) {
      // Things compete for "it" and "they" though they are no mentions.
      const Token& t = tree[token];
      if (wanted != Form::Thing && wanted != Form::Many) continue;
      if (t.upos != Upos::Noun || entities_.name_over(token).valid() || t.deprel == Deprel::Compound ||
          t.deprel == Deprel::Flat)
        continue;
      if (is_plural(t) != (wanted == Form::Many) || is_barred(token, at, form) || acts) continue;
      if (noun_class(lemma(t)) == NounClass::Time) continue;
      const Deprel relation = tree.relation(token);
      if (relation == Deprel::Nsubj || relation == Deprel::Obj)
        out.push_back({ChainId(), {}, salience(token, at) - (wanted == Form::Many ? 0 : 1)});
      continue;
    }
    const Mention& m = entities_.mention(id);
    if (m.role == MentionRole::Outlet || is_barred(token, at, form)) continue;
    if (m.role == MentionRole::Demonym) continue;
    double score = salience(token, at);
    in_sentence = tree.sentence(token) == here;
    if (m.role == MentionRole::Location) score -= m.type == NodeType::Place ? 6 : 3;
    if (!m.members.empty()) {
      if (wanted == Form::Many) offer(ChainId(), m.members, score + 1);
      continue;
    }
    if (!m.chain.valid()) continue;
    const ChainId entity = entities_.resolve(m.chain);
    const Entity& e = entities_[entity];
    if (is_audience(m)) continue;
    if (speaker.valid() && entity == speaker) continue;
    switch (wanted) {
      case Form::Male:
      case Form::Female: {
        if (!is_person(e.type) || e.plural) break;
        const char gender = wanted == Form::Male ? 'm' : 'f';
        if (e.gender != 0 && e.gender != gender) break;
        if (!e.named) score -= 4;  // "the boy" between two mentions of a minister
        offer(entity, {}, score + (e.gender == gender ? 2 : 0) + (m.kind == MentionKind::Pronoun ? 1 : 0));
        break;
      }
      case Form::Thing:
        if (is_person(e.type) || e.type == NodeType::Group || e.plural) break;
        if (acts && (e.type == NodeType::Agreement || e.type == NodeType::Policy || e.type == NodeType::Place)) break;
        if (tree[at].deprel == Deprel::NmodPoss && (e.type == NodeType::Agreement || e.type == NodeType::Policy))
          score -= 2;
        offer(entity, {}, score);
        break;
      case Form::Many: {
        // "South Korea and Japan": the coordination, once, at its first conjunct.
        if (tree[token].deprel != Deprel::Conj) {
          const std::vector<ChainId> all = entities_.entities_of(token);
          if (all.size() > 1) {
            offer(ChainId(), all, score + 1);
            break;
          }
        }
        if (e.type == NodeType::Group || e.plural || is_plural(tree[m.head])) {
          offer(entity, {}, score);
        } else if (e.type == NodeType::Organisation && m.kind == MentionKind::Name) {
          offer(entity, {}, score - 3);
        }
        break;
      }
      case Form::None:
        break;
    }
  }
  if (found_here) return;
  // "Explaining its decision, Seoul's envoy said": a clause before its subject, and nobody before in it.
  for (TokenId up = at; up.valid(); up = tree[up].head) {
    const TokenId main = tree[up].head;
    if (universal(tree[up].deprel) != Deprel::Advcl || !main.valid() || main < up) continue;
    const TokenId subject = tree.child(main, Deprel::Nsubj);
    if (!subject.valid() || subject < at) break;
    ChainId entity = entities_.entity_at(subject);
    const bool person = wanted == Form::Male || wanted == Form::Female;
    if (entity.valid() && wanted == Form::Thing && is_person(entities_[entity].type)) {
      const TokenId owner = possessor(tree, subject);
      entity = owner.valid() ? entities_.entity_at(owner) : ChainId();
    }
    if (entity.valid() && person == is_person(entities_[entity].type) &&
        (wanted == Form::Many) == entities_[entity].plural)
      offer(entity, {}, 16);
    break;
  }
}

void PronounResolver::resolve_third_person(MentionId pronoun, const std::string& form) {
  std::vector<Candidate> candidates;
  collect(pronoun, form, candidates);
  const Candidate* best = nullptr;
  const Candidate* next = nullptr;
  for (const Candidate& c : candidates) {
    if (best == nullptr || c.score > best->score) {
      next = best;
      best = &c;
    } else if (next == nullptr || c.score > next->score) {
      next = &c;
    }
  }
  if (best == nullptr || best->score < 5) return;
  // Two that are as near: leave it.
  const Form wanted = form_of(form);
  const bool person = wanted == Form::Male || wanted == Form::Female;
  if (next != nullptr && best->score - next->score < (person ? 0.3 : 0.75)) return;
  if (!best->members.empty()) {
    entities_.mention(pronoun).members = best->members;
    return;
  }
  if (!best->entity.valid()) return;
  entities_.join(pronoun, best->entity);
  Entity& e = entities_[best->entity];
  if (person && e.gender == 0) e.gender = wanted == Form::Male ? 'm' : 'f';
  entities_.mention(pronoun).type = e.type;
}

}  // namespace entente::language
