#include "entente/language/coref/described.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "entente/language/mentions/nominals.h"
#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"
#include "entente/language/mentions/word_classes.h"

namespace entente::language {

namespace {

// Nouns that take up each other: "the pact", "the deal".
constexpr std::string_view kAccords[] = {"accord", "agreement", "convention", "deal", "memorandum",
                                         "pact",   "protocol",  "treaty",     "mou",  "compact"};
constexpr std::string_view kTruces[] = {"armistice", "cease-fire", "ceasefire", "truce"};
constexpr std::string_view kLimits[] = {"control",    "controls", "curb",  "limit",
                                        "limitation", "measure",  "quota", "restriction"};
constexpr std::string_view kBans[] = {"ban", "blockade", "boycott", "embargo", "moratorium"};
constexpr std::string_view kDuties[] = {"duty", "levy", "tariff", "tax"};
constexpr std::string_view kLaws[] = {"act", "bill", "law", "legislation"};

template <std::size_t N>
bool one_of(const std::string_view (&list)[N], std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

bool same_kind(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const auto both = [&](const auto& list) { return one_of(list, a) && one_of(list, b); };
  if (both(kAccords) || both(kTruces) || both(kLimits) || both(kBans) || both(kDuties) || both(kLaws)) return true;
  // "the agreement", "the deal" take up a truce as well.
  return (one_of(kTruces, a) && (b == "agreement" || b == "deal")) ||
         (one_of(kTruces, b) && (a == "agreement" || a == "deal"));
}

/// What is done with an agreement: 1 it is ended, 2 made, 0 neither.
int act_on(const Tree& tree, TokenId head) {
  const TokenId governor = tree.governor(head);
  if (!governor.valid()) return 0;
  const std::string verb = lemma(tree[governor]);
  if (is_of_class(verb, WordClass::PactEndingVerb)) return 1;
  return is_of_class(verb, WordClass::PactMakingVerb) ? 2 : 0;
}

void add(std::vector<ChainId>& to, ChainId id) {
  if (id.valid() && std::find(to.begin(), to.end(), id) == to.end()) to.push_back(id);
}

bool is_actor(const Entity& e) {
  return e.type == NodeType::Country || e.type == NodeType::Organisation || e.type == NodeType::Group;
}

/// The actor that binds itself: a person's country or body.
ChainId party_of(const Entities& entities, ChainId id) {
  if (!id.valid()) return {};
  id = entities.resolve(id);
  const ActorId actor = entities[id].actor;
  if (actor.valid() && entities.knowledge().actor(actor).kind == ActorKind::Media) return {};
  if (is_actor(entities[id])) return id;
  return entities[id].type == NodeType::Official || entities[id].type == NodeType::Person ? entities.country_of(id)
                                                                                          : ChainId();
}

bool subset(const std::vector<std::string>& part, const std::vector<std::string>& whole) {
  return std::all_of(part.begin(), part.end(),
                     [&](const std::string& w) { return std::find(whole.begin(), whole.end(), w) != whole.end(); });
}

bool subset(const Entities& entities, const std::vector<ChainId>& part, const std::vector<ChainId>& whole) {
  return std::all_of(part.begin(), part.end(), [&](ChainId p) {
    return std::any_of(whole.begin(), whole.end(),
                       [&](ChainId w) { return entities.resolve(w) == entities.resolve(p); });
  });
}

std::vector<std::string> name_lemmas(const Entity& e) {
  std::vector<std::string> out = e.modifiers;
  for (const std::string& name : e.names) {
    std::string word;
    for (char c : lower(name) + " ") {
      if (c == ' ' || c == '-') {
        if (!word.empty()) out.push_back(word);
        word.clear();
      } else {
        word += c;
      }
    }
  }
  return out;
}

class DescribedLinker {
 public:
  DescribedLinker(Entities& entities, MentionId id)
      : entities_(entities),
        tree_(entities.tree()),
        id_(id),
        head_(entities.mention(id).head),
        type_(entities.mention(id).type),
        how_(definiteness(tree_, head_)),
        described_(describe(entities, head_)) {
    described_.partners = parties();
  }

  void run() {
    std::vector<ChainId> fitting;
    for (std::size_t i = id_.index(); i-- > 0;) {
      const Mention& before = entities_.document().mentions[i];
      if (!before.chain.valid()) continue;
      const ChainId chain = entities_.resolve(before.chain);
      if (entities_[chain].type == type_ && std::find(fitting.begin(), fitting.end(), chain) == fitting.end() &&
          fits(chain))
        fitting.push_back(chain);
    }
    // Several that compete: the one of this or the last sentence if the others are far, or the one that the article is
    // about; else none.
    ChainId chosen;
    if (fitting.size() == 1 || (fitting.size() > 1 && is_nearer(fitting[0], fitting[1]))) chosen = fitting[0];
    if (!chosen.valid() && fitting.size() > 1) {
      std::stable_sort(fitting.begin(), fitting.end(), [&](ChainId a, ChainId b) {
        return entities_[a].mentions.size() > entities_[b].mentions.size();
      });
      if (entities_[fitting[0]].mentions.size() >= 2 * entities_[fitting[1]].mentions.size())
        chosen = fitting[0];
      else if (is_bare())
        return;
    }
    if (chosen.valid()) {
      entities_.join(id_, chosen);
      update(entities_[chosen], chosen);
      return;
    }
    if (!is_told()) return;
    const ChainId made = entities_.add(id_);
    Entity& e = entities_[made];
    e.kind = described_.kind;
    e.modifiers = described_.modifiers;
    e.indefinite = how_ == Definiteness::Indefinite || how_ == Definiteness::Bare;
    update(e, made);
  }

 private:
  /// "the deal", and nothing more.
  bool is_bare() const {
    return how_ == Definiteness::Definite && described_.modifiers.empty() && !described_.owner.valid() &&
           described_.partners.empty();
  }

  /// Enough is said to tell it from others: parties, an owner, a target, or at least what it is about.
  bool is_told() const {
    return described_.owner.valid() || !described_.partners.empty() || described_.target.valid() ||
           !described_.modifiers.empty() || how_ == Definiteness::Definite;
  }

  /// Whose the agreement is: "with X", "between X and Y", the possessor, national words, and whoever makes it.
  std::vector<ChainId> parties() const {
    if (type_ != NodeType::Agreement) return {};
    std::vector<ChainId> out;
    for (ChainId p : described_.partners) add(out, party_of(entities_, p));
    add(out, party_of(entities_, described_.owner));
    for (std::uint32_t i = entities_.mention(id_).tokens.begin; i < entities_.mention(id_).tokens.end; ++i) {
      const ChainId in_phrase = entities_.entity_at(TokenId(static_cast<std::size_t>(i)));
      if (in_phrase.valid() && entities_[in_phrase].type == NodeType::Country) add(out, in_phrase);
    }
    const TokenId governor = tree_.governor(head_);
    if (!governor.valid()) return out;
    const int act = act_on(tree_, head_);
    if ((act == 2 || (act == 1 && !out.empty())) && out.size() < 2) {
      if (const TokenId subject = tree_.subject(governor); subject.valid() &&
                                                           universal(tree_[subject].deprel) == Deprel::Nsubj &&
                                                           tree_[subject].deprel != Deprel::NsubjPass) {
        for (ChainId p : entities_.entities_of(subject)) add(out, party_of(entities_, p));
      } else {
        add(out, party_of(entities_, agent_of(entities_, governor)));
      }
    }
    return out;
  }

  bool fits(ChainId chain) const {
    const Entity& e = entities_[chain];
    const bool kinds = e.kind.empty() ? e.named : same_kind(e.kind, described_.kind);
    if (!kinds) return false;
    // "the curbs on exports" takes up "curbs on exports of chip materials", and the other way round.
    if (!subset(described_.modifiers, name_lemmas(e)) &&
        (e.modifiers.empty() || !subset(e.modifiers, described_.modifiers)))
      return false;
    if (type_ == NodeType::Policy && described_.owner.valid()) {
      if (e.owner.valid() && entities_.country_of(e.owner) != entities_.country_of(described_.owner)) return false;
      if (!e.owner.valid()) return described_.modifiers == e.modifiers;
    }
    // "sanctions on Peru" are others than "sanctions on Iran".
    if (type_ == NodeType::Policy && described_.target.valid() && !e.parties.empty() &&
        !subset(entities_, {described_.target}, e.parties))
      return false;
    if (type_ == NodeType::Agreement && !described_.partners.empty() && !e.parties.empty() &&
        !subset(entities_, described_.partners, e.parties) && !subset(entities_, e.parties, described_.partners))
      return false;
    if (how_ == Definiteness::Definite || how_ == Definiteness::Possessed) return true;
    // "chemical weapons deal with Russia" in the headline, "an agreement between the U.S. and Russia" in the lead.
    if (type_ == NodeType::Agreement && is_recent(e) && !described_.partners.empty() && !e.parties.empty() &&
        (subset(entities_, described_.partners, e.parties) || subset(entities_, e.parties, described_.partners)) &&
        (subset(described_.modifiers, e.modifiers) || subset(e.modifiers, described_.modifiers)))
      return true;
    // "military intelligence deal" in the headline, "an intelligence-sharing deal with Japan" in the lead: the same
    // parties.
    if (type_ == NodeType::Agreement && described_.partners.size() > 1 &&
        e.parties.size() == described_.partners.size() && subset(entities_, described_.partners, e.parties) &&
        (subset(described_.modifiers, e.modifiers) || subset(e.modifiers, described_.modifiers)))
      return true;
    // "an intelligence pact with Japan" in headline and lead: all the same words.
    return described_.modifiers == e.modifiers && (type_ == NodeType::Policy || !described_.partners.empty());
  }

  /// Spoken of in the headline or just before.
  bool is_recent(const Entity& e) const {
    const std::size_t here = tree_.sentence(head_);
    return std::any_of(e.mentions.begin(), e.mentions.end(),
                       [&](MentionId m) { return m < id_ && here - tree_.sentence(entities_.mention(m).head) <= 1; });
  }

  bool is_nearer(ChainId a, ChainId b) const {
    const auto last_sentence = [&](ChainId chain) {
      std::size_t last = 0;
      for (MentionId m : entities_[chain].mentions)
        if (m < id_) last = std::max(last, tree_.sentence(entities_.mention(m).head));
      return last;
    };
    const std::size_t here = tree_.sentence(head_);
    return here - last_sentence(a) <= 1 && here - last_sentence(b) > 2;
  }

  void update(Entity& e, ChainId self) {
    for (ChainId p : described_.partners) add(e.parties, entities_.resolve(p));
    if (described_.text.size() > e.description.size()) e.description = described_.text;
    for (const std::string& w : described_.modifiers)
      if (std::find(e.modifiers.begin(), e.modifiers.end(), w) == e.modifiers.end()) e.modifiers.push_back(w);
    std::sort(e.modifiers.begin(), e.modifiers.end());
    if (type_ != NodeType::Policy) return;
    if (!e.owner.valid() && described_.owner.valid() && entities_.resolve(described_.owner) != self)
      e.owner = owner_of(described_.owner);
    if (!e.owner.valid()) {
      const TokenId governor = tree_.governor(head_);
      if (governor.valid() && tree_.relation(head_) == Deprel::Obj && imposes(lemma(tree_[governor])))
        if (const ChainId agent = agent_of(entities_, governor); agent.valid()) e.owner = owner_of(agent);
    }
    if (described_.target.valid()) add(e.parties, described_.target);
  }

  /// "President Reagan imposed tariffs": his country's. A pact owns nothing.
  ChainId owner_of(ChainId id) const {
    if (const ChainId party = party_of(entities_, id); party.valid()) return party;
    const NodeType type = entities_[id].type;
    return type == NodeType::Person || type == NodeType::Official ? id : ChainId();
  }

  Entities& entities_;
  const Tree& tree_;
  MentionId id_;
  TokenId head_;
  NodeType type_;
  Definiteness how_;
  Description described_;
};

}  // namespace

Description describe(const Entities& entities, TokenId head) {
  const Tree& tree = entities.tree();
  const Document& document = entities.document();
  Description out;
  out.kind = lemma(tree[head]);
  const TokenRange phrase = base_noun_phrase(tree, head);
  std::uint32_t begin = phrase.begin;
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) {
    const TokenId at(static_cast<std::size_t>(i));
    if (at == head) continue;
    const Token& t = tree[at];
    if (entities.name_over(at).valid()) {
      const ChainId named = entities.entity_at(at);
      // "Ohio-based company", "U.S.-led force" are not theirs.
      const bool joined = i + 1 < phrase.end && document.tokens[i + 1].form == "-" && !document.tokens[i].space_after;
      if (!out.owner.valid() && named.valid() && (!joined || means_state(out.kind))) out.owner = named;
      if (begin == i || (begin + 1 == i && tree[TokenId(static_cast<std::size_t>(begin))].upos == Upos::Punct))
        begin = i + 1;
      continue;
    }
    const std::string form = lower(t.form);
    if (t.upos == Upos::Num || t.upos == Upos::Punct || t.upos == Upos::Det || t.upos == Upos::Sym || form == "pct" ||
        form == "percent") {
      if (begin == i) begin = i + 1;
      continue;
    }
    for (std::string& word : content_lemmas(tree, {i, i + 1})) out.modifiers.push_back(std::move(word));
  }
  if (const TokenId owner = possessor(tree, head); owner.valid()) {
    const ChainId named = entities.entity_at(owner);
    if (named.valid()) out.owner = named;
  }
  std::uint32_t end = phrase.end;
  std::vector<TokenId> complements;
  for (TokenId c : tree.children(head))
    if (universal(tree[c].deprel) == Deprel::Nmod && c.value > head.value) complements.push_back(c);
  // "tightened its curbs on exports": parsers hang it from the verb as well.
  if (complements.empty())
    if (const TokenId c = noun_class(out.kind) == NounClass::Aid
                              ? complement(tree, head, {"to", "for"})
                              : complement(tree, head, {"on", "against", "with", "between"});
        c.valid() && tree.subtree(c).begin == phrase.end)
      complements.push_back(c);
  for (TokenId c : complements) {
    const std::string marker = tree.case_marker(c);
    const std::vector<ChainId> there = entities.entities_of(c);
    if (marker == "with" || marker == "between" || marker == "among") {
      for (ChainId id : there) add(out.partners, id);
      for (TokenId p : with_conjuncts(tree, c))
        if (const MentionId m = entities.mention_at(p); m.valid())
          for (ChainId id : entities.mention(m).members) add(out.partners, id);
    } else if (marker == "on" || marker == "against" || marker == "to" || marker == "over" || marker == "for" ||
               marker == "of" || marker == "in" || marker == "from") {
      if (!there.empty()) {
        if ((marker == "of" || marker == "in" || marker == "from") && !out.owner.valid()) {
          const NodeType type = entities[there.front()].type;
          if (type == NodeType::Country || type == NodeType::Organisation ||
              (marker != "of" && type == NodeType::Place))
            out.owner = there.front();
          if (type == NodeType::Group && marker == "of") out.owner = entities.country_of(there.front());
        } else if (!out.target.valid() && marker != "of" && marker != "in" && marker != "from") {
          out.target = there.front();
        }
      } else if (marker == "on" || marker == "against" || marker == "of" || marker == "over") {
        for (std::string& word : content_lemmas(tree, base_noun_phrase(tree, c)))
          out.modifiers.push_back(std::move(word));
      }
    } else {
      continue;
    }
    // The description goes on to what it is on or of: "curbs on exports of high-tech materials".
    if ((marker == "on" || marker == "against" || marker == "of" || marker == "to") && tree.subtree(c).begin == end &&
        noun_class(lemma(tree[c])) != NounClass::Time) {
      end = base_noun_phrase(tree, c).end;
      for (TokenId inner : tree.children(c))
        if (universal(tree[inner].deprel) == Deprel::Nmod && inner.value > c.value && tree.case_marker(inner) == "of" &&
            tree.subtree(inner).begin == end)
          end = base_noun_phrase(tree, inner).end;
    }
  }
  std::sort(out.modifiers.begin(), out.modifiers.end());
  out.modifiers.erase(std::unique(out.modifiers.begin(), out.modifiers.end()), out.modifiers.end());
  out.text = words(document, {begin, std::max(end, begin + 1)});
  return out;
}

ChainId agent_of(const Entities& entities, TokenId verb) {
  const Tree& tree = entities.tree();
  for (int steps = 0; verb.valid() && steps < 6; ++steps) {
    if (const TokenId subject = tree.subject(verb); subject.valid()) {
      if (tree[subject].deprel == Deprel::NsubjPass) {
        for (TokenId c : tree.children(verb))
          if (tree[c].deprel == Deprel::OblAgent ||
              (universal(tree[c].deprel) == Deprel::Obl && tree.case_marker(c) == "by"))
            return entities.entity_at(c);
        return {};
      }
      const MentionId who = entities.mention_at(subject);
      return who.valid() && entities.mention(who).role == MentionRole::Outlet ? ChainId() : entities.entity_at(subject);
    }
    const Token& t = tree[verb];
    if (universal(t.deprel) == Deprel::Acl && t.head.valid()) {
      if (const TokenId owner = possessor(tree, t.head); owner.valid()) return entities.entity_at(owner);
      for (TokenId c : tree.children(t.head))
        if (const ChainId national = entities.entity_at(c);
            national.valid() && c.value < t.head.value && entities[national].type == NodeType::Country)
          return national;
    }
    if (t.deprel != Deprel::Xcomp && t.deprel != Deprel::Conj && t.deprel != Deprel::Advcl) return {};
    verb = t.head;
  }
  return {};
}

void link_described(Entities& entities, MentionId nominal) { DescribedLinker(entities, nominal).run(); }

void link_introduced(Entities& entities, MentionId name) {
  const Tree& tree = entities.tree();
  const ChainId named = entities.resolve(entities.mention(name).chain);
  Entity& n = entities[named];
  if (n.kind.empty() && !n.names.empty()) {
    // "General Security of Military Information Agreement": its last word is its kind.
    for (const std::string& spelled : n.names) {
      const std::string last = lower(std::string_view(spelled).substr(spelled.find_last_of(' ') + 1));
      if (noun_class(last) == NounClass::Agreement) n.kind = last;
    }
  }
  std::vector<ChainId> open;
  for (std::size_t i = 0; i < name.index(); ++i) {
    const Mention& m = entities.document().mentions[i];
    if (m.kind != MentionKind::Nominal || m.type != NodeType::Agreement || !m.chain.valid()) continue;
    const ChainId chain = entities.resolve(m.chain);
    if (!entities[chain].named) add(open, chain);
  }
  if (open.size() != 1) return;
  Entity& d = entities[open.front()];
  if (d.parties.empty() || (!d.kind.empty() && !n.kind.empty() && !same_kind(d.kind, n.kind))) return;
  std::size_t last = 0;
  int act = 0;
  for (MentionId m : d.mentions) {
    last = std::max(last, tree.sentence(entities.mention(m).head));
    if (act == 0) act = act_on(tree, entities.mention(m).head);
  }
  if (tree.sentence(entities.mention(name).head) - last > 4) return;
  bool parties_known = false;
  if (n.actor.valid()) {
    const auto parties = entities.knowledge().parties(n.actor);
    for (ChainId p : d.parties) {
      const ActorId actor = entities[p].actor;
      if (!actor.valid() || parties.empty()) continue;
      if (std::find(parties.begin(), parties.end(), actor) == parties.end()) return;
      parties_known = true;
    }
  }
  if (!parties_known && (act == 0 || act_on(tree, entities.mention(name).head) != act)) return;
  entities.merge(open.front(), named);
}

}  // namespace entente::language
