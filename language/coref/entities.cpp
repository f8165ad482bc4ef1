#include "entente/language/coref/entities.h"

#include <algorithm>

#include "entente/language/mentions/noun_phrase.h"

namespace entente::language {

Entities::Entities(Document& document, const Tree& tree, const KnowledgeBase& knowledge)
    : document_(&document),
      tree_(&tree),
      knowledge_(&knowledge),
      by_head_(document.tokens.size()),
      name_over_(document.tokens.size()),
      stands_for_(document.tokens.size()) {
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& m = document.mentions[i];
    MentionId& at = by_head_[m.head.index()];
    if (!at.valid() || m.kind == MentionKind::Name) at = MentionId(i);
    if (m.kind != MentionKind::Name) continue;
    for (std::uint32_t t = m.tokens.begin; t < m.tokens.end; ++t)
      if (!name_over_[t].valid() || document.mentions[name_over_[t].index()].tokens.size() < m.tokens.size())
        name_over_[t] = MentionId(i);
  }
  let_titles_stand();
  publishing_country_ = find_publishing_country();
}

ActorId Entities::find_publishing_country() const {
  std::string_view source = document_->article().source;
  if (source.starts_with("The ")) source.remove_prefix(4);
  for (const Name* name : knowledge_->lookup(source)) {
    const Actor& actor = knowledge_->actor(name->actor);
    if (name->kind == NameKind::Seat || name->kind == NameKind::Building)
      return actor.type == NodeType::Country ? name->actor : actor.country;
    if (actor.type == NodeType::Organisation &&
        (actor.kind == ActorKind::Government || actor.kind == ActorKind::Military ||
         actor.kind == ActorKind::Legislature))
      return actor.country;
  }
  // "Ministry of Foreign Affairs, Singapore"
  const std::size_t comma = source.rfind(", ");
  if (comma == std::string_view::npos || source.find("Ministry") == std::string_view::npos) return {};
  for (const Name* name : knowledge_->lookup(source.substr(comma + 2)))
    if (knowledge_->actor(name->actor).type == NodeType::Country) return name->actor;
  return {};
}

/// "chairman Paul Manafort" whose tree has the title as its head: the title's word stands for the name.
void Entities::let_titles_stand() {
  for (std::size_t i = 0; i < document_->mentions.size(); ++i) {
    const Mention& m = document_->mentions[i];
    if (m.kind != MentionKind::Name) continue;
    const Token& t = (*document_)[m.head];
    if ((t.deprel != Deprel::Flat && t.deprel != Deprel::NmodDesc && t.deprel != Deprel::Appos) || !t.head.valid())
      continue;
    if (t.deprel == Deprel::Appos && t.head.value + 1 != m.tokens.begin) continue;
    if (!by_head_[t.head.index()].valid() && !name_over_[t.head.index()].valid())
      stands_for_[t.head.index()] = MentionId(i);
  }
}

ChainId Entities::resolve(ChainId id) const {
  while (entities_[id.index()].merged_into.valid()) id = entities_[id.index()].merged_into;
  return id;
}

ChainId Entities::add(MentionId id) {
  Entity entity;
  entity.type = mention(id).type;
  entity.actor = mention(id).actor;
  entities_.push_back(std::move(entity));
  const ChainId chain(entities_.size() - 1);
  join(id, chain);
  return chain;
}

void Entities::join(MentionId id, ChainId chain) {
  chain = resolve(chain);
  Entity& entity = entities_[chain.index()];
  Mention& m = mention(id);
  m.chain = chain;
  entity.mentions.push_back(id);
  if (m.kind == MentionKind::Name) {
    const std::string name = words(*document_, m.tokens);
    if (std::find(entity.names.begin(), entity.names.end(), name) == entity.names.end()) entity.names.push_back(name);
    if (m.role != MentionRole::Demonym && m.role != MentionRole::Metonym) entity.named = true;
  }
}

ChainId Entities::merge(ChainId a, ChainId b) {
  a = resolve(a);
  b = resolve(b);
  if (a == b) return a;
  if (b < a) std::swap(a, b);
  Entity& into = entities_[a.index()];
  Entity& from = entities_[b.index()];
  for (MentionId id : from.mentions) {
    mention(id).chain = a;
    into.mentions.push_back(id);
  }
  for (const std::string& name : from.names)
    if (std::find(into.names.begin(), into.names.end(), name) == into.names.end()) into.names.push_back(name);
  if (!into.actor.valid()) into.actor = from.actor;
  if (from.name_words.size() > into.name_words.size()) into.name_words = from.name_words;
  if (into.kind.empty()) into.kind = from.kind;
  for (const std::string& word : from.modifiers)
    if (std::find(into.modifiers.begin(), into.modifiers.end(), word) == into.modifiers.end())
      into.modifiers.push_back(word);
  if (from.description.size() > into.description.size()) into.description = from.description;
  into.offices.insert(into.offices.end(), from.offices.begin(), from.offices.end());
  if (!into.owner.valid()) into.owner = from.owner;
  if (!into.country.valid()) into.country = from.country;
  for (ChainId party : from.parties)
    if (std::find(into.parties.begin(), into.parties.end(), party) == into.parties.end()) into.parties.push_back(party);
  if (into.gender == 0) into.gender = from.gender;
  into.plural |= from.plural;
  into.named |= from.named;
  from.merged_into = a;
  return a;
}

ChainId Entities::entity_at(TokenId head) const {
  if (!head.valid()) return {};
  MentionId id = by_head_[head.index()];
  if (!id.valid()) id = name_over_[head.index()];
  if (!id.valid()) id = stands_for_[head.index()];
  if (!id.valid() || !mention(id).chain.valid()) return {};
  return resolve(mention(id).chain);
}

ChainId Entities::country_of(ChainId id) const { return country_of(id, 0); }

// steps: owners and bodies followed so far; a text can give two of them an office in each other.
ChainId Entities::country_of(ChainId id, int steps) const {
  constexpr int kMaxSteps = 6;
  for (; id.valid() && steps < kMaxSteps; ++steps) {
    id = resolve(id);
    const Entity& entity = entities_[id.index()];
    if (entity.type == NodeType::Country) return id;
    if (entity.country.valid()) {
      id = entity.country;
      continue;
    }
    if (entity.owner.valid()) {
      id = entity.owner;
      continue;
    }
    for (const StatedOffice& office : entity.offices) {
      if (office.country.valid()) return resolve(office.country);
      if (office.body.valid() && resolve(office.body) != id)
        if (const ChainId country = country_of(office.body, steps + 1); country.valid()) return country;
    }
    if (!entity.actor.valid()) return {};
    const ActorId country = knowledge_->actor(entity.actor).country;
    if (!country.valid()) return {};
    for (std::size_t i = 0; i < entities_.size(); ++i)
      if (entities_[i].actor == country && entities_[i].type == NodeType::Country && is_live(ChainId(i)))
        return ChainId(i);
    return {};
  }
  return {};
}

ChainId Entities::country_entity(ActorId country) {
  for (std::size_t i = 0; i < entities_.size(); ++i)
    if (entities_[i].actor == country && entities_[i].type == NodeType::Country && is_live(ChainId(i)))
      return ChainId(i);
  Entity entity;
  entity.type = NodeType::Country;
  entity.actor = country;
  entity.named = true;
  entities_.push_back(std::move(entity));
  return ChainId(entities_.size() - 1);
}

ChainId Entities::ensure_country(ChainId id) {
  if (const ChainId country = country_of(id); country.valid()) return country;
  const ActorId actor = (*this)[id].actor;
  return actor.valid() && knowledge_->actor(actor).country.valid() ? country_entity(knowledge_->actor(actor).country)
                                                                   : ChainId();
}

std::string Entities::iso3_of(ChainId id) const {
  const Entity& entity = (*this)[id];
  const ChainId country = country_of(id);
  if (country.valid()) {
    const Entity& c = (*this)[country];
    return c.actor.valid() ? std::string(knowledge_->actor(c.actor).iso3) : std::string();
  }
  return entity.actor.valid() ? std::string(knowledge_->actor(entity.actor).iso3) : std::string();
}

std::vector<ChainId> Entities::entities_of(TokenId first) const {
  std::vector<ChainId> out;
  for (TokenId t : with_conjuncts(*tree_, first)) {
    const ChainId entity = entity_at(t);
    if (entity.valid() && std::find(out.begin(), out.end(), entity) == out.end()) out.push_back(entity);
  }
  return out;
}

}  // namespace entente::language
