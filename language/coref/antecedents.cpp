#include "entente/language/coref/antecedents.h"

#include <algorithm>
#include <iterator>

#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"

namespace entente::language {

namespace {

constexpr double kNotSalient = -50;

/// The predicate of the clause that the token stands in, or the root of its sentence.
TokenId clause_of(const Tree& tree, TokenId token) {
  while (tree[token].head.valid()) {
    const Deprel relation = universal(tree[token].deprel);
    if (relation == Deprel::Acl || relation == Deprel::Advcl || relation == Deprel::Ccomp ||
        relation == Deprel::Csubj || relation == Deprel::Parataxis ||
        (relation == Deprel::Conj && tree[token].upos == Upos::Verb))
      return token;
    token = tree[token].head;
  }
  return token;
}

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

}  // namespace

PronounForm form_of(std::string_view form) {
  if (form == "he" || form == "him" || form == "his" || form == "himself") return PronounForm::Male;
  if (form == "she" || form == "her" || form == "hers" || form == "herself") return PronounForm::Female;
  if (form == "it" || form == "its" || form == "itself") return PronounForm::Thing;
  if (form == "they" || form == "them" || form == "their" || form == "theirs" || form == "themselves")
    return PronounForm::Many;
  return PronounForm::None;
}

void AntecedentFinder::find(MentionId pronoun, std::vector<Antecedent>& out) const {
  const Tree& tree = entities_.tree();
  const Document& document = entities_.document();
  const TokenId at = entities_.mention(pronoun).head;
  const std::string form = lower(document[at].form);
  const PronounForm wanted = form_of(form);
  const ChainId speaker = speakers_.speaker(at);
  const TokenId governor = tree.governor(at);
  const bool acts =
      wanted == PronounForm::Thing && governor.valid() &&
      (tree[at].deprel == Deprel::NmodPoss ? owned_by_actors(lemma(tree[governor]))
                                           : tree.relation(at) == Deprel::Nsubj && needs_actor(lemma(tree[governor])));
  const std::size_t here = tree.sentence(at);
  const std::size_t first_sentence = here >= 3 ? here - 3 : 0;

  bool found_here = false;  // somebody before it in its sentence
  bool in_sentence = false;
  TokenId token;
  const auto offer = [&](ChainId entity, std::vector<ChainId> members, double score) {
    found_here |= in_sentence;
    for (Antecedent& c : out)
      if (entity.valid() && c.entity == entity) {
        if (score >= c.salience) c.token = token;
        c.salience = std::max(c.salience, score) + 0.5;
        ++c.mentions;
        return;
      }
    out.push_back({entity, std::move(members), token, score});
  };

  for (std::uint32_t i = document.sentences[first_sentence].tokens.begin; i < at.value; ++i) {
    token = TokenId(static_cast<std::size_t>(i));
    if (document.sentences[tree.sentence(token)].field != document.sentences[here].field) continue;
    const MentionId id = entities_.mention_at(token);
    if (!id.valid()) {
      // Things compete for "it" and "they" though they are no mentions.
      const Token& t = tree[token];
      if (wanted != PronounForm::Thing && wanted != PronounForm::Many) continue;
      if (t.upos != Upos::Noun || entities_.name_over(token).valid() || t.deprel == Deprel::Compound ||
          t.deprel == Deprel::Flat)
        continue;
      if (is_plural(t) != (wanted == PronounForm::Many) || is_barred(token, at, form) || acts) continue;
      if (noun_class(lemma(t)) == NounClass::Time) continue;
      const Deprel relation = tree.relation(token);
      if (relation == Deprel::Det || relation == Deprel::Root) continue;
      Antecedent thing;
      thing.token = token;
      const bool argument = relation == Deprel::Nsubj || relation == Deprel::Obj;
      // Others only where a ranker weighs them.
      thing.salience = argument ? salience(token, at) - (wanted == PronounForm::Many ? 0 : 1) : kNotSalient;
      thing.thing = true;
      out.push_back(std::move(thing));
      continue;
    }
    const Mention& m = entities_.mention(id);
    if (m.role == MentionRole::Outlet || is_barred(token, at, form)) continue;
    if (m.role == MentionRole::Demonym) continue;
    double score = salience(token, at);
    in_sentence = tree.sentence(token) == here;
    if (m.role == MentionRole::Location) score -= m.type == NodeType::Place ? 6 : 3;
    if (!m.members.empty()) {
      if (wanted == PronounForm::Many) offer(ChainId(), m.members, score + 1);
      continue;
    }
    if (!m.chain.valid()) continue;
    const ChainId entity = entities_.resolve(m.chain);
    const Entity& e = entities_[entity];
    if (is_audience(m)) continue;
    if (speaker.valid() && entity == speaker) continue;
    switch (wanted) {
      case PronounForm::Male:
      case PronounForm::Female: {
        if (!is_person(e.type) || e.plural) break;
        const char gender = wanted == PronounForm::Male ? 'm' : 'f';
        if (e.gender != 0 && e.gender != gender) break;
        if (!e.named) score -= 4;  // "the boy" between two mentions of a minister
        offer(entity, {}, score + (e.gender == gender ? 2 : 0) + (m.kind == MentionKind::Pronoun ? 1 : 0));
        break;
      }
      case PronounForm::Thing:
        if (is_person(e.type) || e.type == NodeType::Group || e.plural) break;
        if (acts && (e.type == NodeType::Agreement || e.type == NodeType::Policy || e.type == NodeType::Place)) break;
        if (tree[at].deprel == Deprel::NmodPoss && (e.type == NodeType::Agreement || e.type == NodeType::Policy))
          score -= 2;
        offer(entity, {}, score);
        break;
      case PronounForm::Many: {
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
      case PronounForm::None:
        break;
    }
  }
  if (!found_here) look_ahead(at, wanted, out);
  if (tree[at].deprel == Deprel::NmodPoss) prefer_own_clause(at, out);
  bind(at, out);
}

/// "Peru said it would sign", "Japan tightened its curbs": what the place of the pronoun decides. The subject of the
/// verb of saying around the pronoun's clause, or, of a possessive, of its own clause.
void AntecedentFinder::bind(TokenId pronoun, std::vector<Antecedent>& out) const {
  const Tree& tree = entities_.tree();
  // "Chad and its allies": whatever the tree.
  if (pronoun.value >= 2 && lower(entities_.document().tokens[pronoun.value - 1].form) == "and") {
    const MentionId before = entities_.name_over(TokenId(static_cast<std::size_t>(pronoun.value - 2)));
    const ChainId named = before.valid() ? entities_.mention(before).chain : ChainId();
    for (Antecedent& a : out) {
      if (!named.valid() || !a.entity.valid() || a.entity != entities_.resolve(named)) continue;
      for (Antecedent& other : out) other.bound = false;
      a.bound = true;
      return;
    }
  }
  TokenId subject;
  const TokenId predicate = tree[pronoun].head;
  if (!predicate.valid() || std::any_of(out.begin(), out.end(), [](const Antecedent& a) { return a.bound; })) return;
  if (tree[pronoun].deprel == Deprel::NmodPoss) {
    subject = clause_subject(tree, clause_of(tree, pronoun));
  } else if (universal(tree[pronoun].deprel) == Deprel::Nsubj && tree[predicate].deprel == Deprel::Ccomp &&
             tree[predicate].head.valid() && is_saying_verb(lemma(tree[tree[predicate].head]))) {
    subject = clause_subject(tree, tree[predicate].head);
  }
  if (!subject.valid() || subject > pronoun) return;
  const ChainId entity = entities_.entity_at(subject);
  for (Antecedent& a : out) a.bound |= !a.thing && (a.token == subject || (entity.valid() && a.entity == entity));
}

/// A possessive in a relative clause: of its subject, which the clause modifies ("protested against Benin, which
/// defends its occupation"); if that cannot be it, of the only candidate in the clause ("protesters who remain bitter
/// over Japan's actions during its rule"). Others drop out.
void AntecedentFinder::prefer_own_clause(TokenId pronoun, std::vector<Antecedent>& out) const {
  const Tree& tree = entities_.tree();
  const TokenId clause = clause_of(tree, pronoun);
  if (tree[clause].deprel != Deprel::AclRelcl || !tree[clause].head.valid()) return;
  const TokenId subject = clause_subject(tree, clause);
  if (!subject.valid()) return;
  const auto candidate_at = [&](TokenId token) -> const Antecedent* {
    const ChainId entity = entities_.entity_at(token);
    for (const Antecedent& a : out)
      if (a.token == token || (entity.valid() && a.entity == entity)) return &a;
    return nullptr;
  };
  // "the public, who remain": no "it".
  const TokenId relative = tree.child(clause, Deprel::Nsubj);
  const bool people = relative.valid() && lower(tree[relative].form) == "who" &&
                      form_of(lower(tree[pronoun].form)) == PronounForm::Thing;
  const Antecedent* chosen = people ? nullptr : candidate_at(subject);
  if (chosen == nullptr) {
    for (std::uint32_t i = tree.subtree(clause).begin; i < pronoun.value; ++i) {
      const TokenId token(static_cast<std::size_t>(i));
      const Antecedent* inside = candidate_at(token);
      if (inside == nullptr || inside->thing || clause_distance(tree, token, pronoun) != 0) continue;
      if (chosen != nullptr && chosen != inside) return;
      chosen = inside;
    }
  }
  if (chosen == nullptr) return;
  Antecedent only = *chosen;
  only.bound = !only.thing;
  out.assign(1, only);
}

/// "Explaining its decision, Seoul's envoy said": a clause before its subject, and nobody before in it.
void AntecedentFinder::look_ahead(TokenId pronoun, PronounForm wanted, std::vector<Antecedent>& out) const {
  const Tree& tree = entities_.tree();
  const bool person = wanted == PronounForm::Male || wanted == PronounForm::Female;
  TokenId subject;
  for (TokenId up = pronoun; up.valid() && !subject.valid(); up = tree[up].head) {
    const TokenId main = tree[up].head;
    if (universal(tree[up].deprel) != Deprel::Advcl || !main.valid() || main < up) continue;
    subject = tree.child(main, Deprel::Nsubj);
    // Parsers take the subject for an object of the clause: what stands right behind its comma.
    if (!subject.valid()) subject = after_comma(pronoun);
    break;
  }
  if (!subject.valid() || subject < pronoun) return;
  ChainId entity = entities_.entity_at(subject);
  if (entity.valid() && wanted == PronounForm::Thing && is_person(entities_[entity].type)) {
    const TokenId owner = possessor(tree, subject);
    entity = owner.valid() ? entities_.entity_at(owner) : ChainId();
  }
  if (!entity.valid() || person != is_person(entities_[entity].type) ||
      (wanted == PronounForm::Many) != entities_[entity].plural)
    return;
  const char gender = wanted == PronounForm::Male ? 'm' : 'f';
  if (person && entities_[entity].gender != 0 && entities_[entity].gender != gender) return;
  Antecedent ahead;
  ahead.entity = entity;
  ahead.token = subject;
  ahead.salience = 16;
  ahead.bound = true;
  out.push_back(std::move(ahead));
}

/// The head of the name that begins right after the next comma; invalid if none.
TokenId AntecedentFinder::after_comma(TokenId pronoun) const {
  const TokenRange sentence = entities_.tree().sentence_range(pronoun);
  const auto& tokens = entities_.document().tokens;
  std::uint32_t i = pronoun.value;
  while (i < sentence.end && tokens[i].form != ",") ++i;
  if (i + 1 >= sentence.end) return {};
  const MentionId name = entities_.name_over(TokenId(static_cast<std::size_t>(i + 1)));
  if (!name.valid()) return {};
  // "Korea's Kim": of the two the one that heads the phrase.
  const TokenId head = entities_.mention(name).head;
  const TokenId owned = entities_.tree()[head].head;
  return entities_.tree()[head].deprel == Deprel::NmodPoss && owned.valid() && entities_.entity_at(owned).valid()
             ? owned
             : head;
}

bool AntecedentFinder::is_barred(TokenId candidate, TokenId pronoun, const std::string& form) const {
  const Tree& tree = entities_.tree();
  const bool reflexive = form.ends_with("self") || form.ends_with("selves");
  const bool possessive = tree[pronoun].deprel == Deprel::NmodPoss;
  if (tree.sentence(candidate) != tree.sentence(pronoun)) return false;
  // "Kim's aides met him", and not "Kim met him": arguments of one verb differ unless the pronoun is reflexive.
  if (reflexive) {
    // "who could find himself": the subject of its own clause.
    for (TokenId up = tree[pronoun].head; up.valid(); up = tree[up].head)
      if (const TokenId subject = clause_subject(tree, up); subject.valid()) {
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
  if (!possessive && tree[pronoun].head.valid() && clause_subject(tree, tree[pronoun].head) == candidate &&
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

TokenId AntecedentFinder::clause_subject(const Tree& tree, TokenId predicate) {
  const TokenId subject = tree.child(predicate, Deprel::Nsubj);
  if (!subject.valid()) return {};
  const std::string form = lower(tree[subject].form);
  const bool relative = form == "who" || form == "which" || form == "that";
  return relative && tree[predicate].deprel == Deprel::AclRelcl ? tree[predicate].head : subject;
}

double AntecedentFinder::salience(TokenId candidate, TokenId pronoun) const {
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
    if (is_joined(tree, candidate, pronoun)) score += 10;
    if (owns_context(tree, candidate, pronoun)) score += 6;
    // The subject of the clause that the pronoun stands in: "Japan tightened its curbs", "Lee, who said she …"; then of
    // the clause around it.
    const int level = clause_level(candidate, pronoun);
    score += level == 0 ? 5 : level == 1 ? 2 : 0;
    score -= 0.02 * (pronoun.value - candidate.value);
  }
  return score;
}

int AntecedentFinder::clause_level(TokenId candidate, TokenId pronoun) const {
  const Tree& tree = entities_.tree();
  int level = 0;
  for (TokenId up = tree[pronoun].head; up.valid() && level < 2; up = tree[up].head) {
    const TokenId subject = clause_subject(tree, up);
    if (!subject.valid() || subject == pronoun) continue;
    const ChainId entity = entities_.entity_at(subject);
    if (subject == tree.first_conjunct(candidate) || (entity.valid() && entity == entities_.entity_at(candidate)))
      return level;
    ++level;
  }
  return 2;
}

int AntecedentFinder::clause_distance(const Tree& tree, TokenId candidate, TokenId pronoun) {
  const TokenId of_candidate = clause_of(tree, candidate);
  TokenId clause = clause_of(tree, pronoun);
  int distance = 0;
  while (clause != of_candidate) {
    if (!tree[clause].head.valid()) return 3;
    clause = clause_of(tree, tree[clause].head);
    distance = std::min(distance + 1, 2);
  }
  return distance;
}

bool AntecedentFinder::owns_context(const Tree& tree, TokenId candidate, TokenId pronoun) {
  if (tree[tree.first_conjunct(candidate)].deprel != Deprel::NmodPoss || !tree[candidate].head.valid()) return false;
  for (TokenId up = tree[pronoun].head; up.valid(); up = tree[up].head)
    if (up == tree[candidate].head) return true;
  return false;
}

bool AntecedentFinder::is_joined(const Tree& tree, TokenId candidate, TokenId pronoun) {
  const TokenId owned = tree[pronoun].head;
  return tree[pronoun].deprel == Deprel::NmodPoss && owned.valid() && owned > candidate &&
         tree[owned].deprel == Deprel::Conj && tree.first_conjunct(owned) == tree.first_conjunct(candidate);
}

bool AntecedentFinder::is_audience(const Mention& m) const {
  const Tree& tree = entities_.tree();
  const std::string noun = lemma(tree[m.head]);
  return m.kind == MentionKind::Nominal &&
         (noun == "reporter" || noun == "journalist" || noun == "medium" || noun == "media");
}

}  // namespace entente::language
