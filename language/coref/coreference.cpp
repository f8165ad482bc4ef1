#include "entente/language/coref/coreference.h"

#include <algorithm>
#include <string>
#include <vector>

#include "entente/language/coref/described.h"
#include "entente/language/coref/entities.h"
#include "entente/language/coref/pronouns.h"
#include "entente/language/coref/quotations.h"

namespace entente::language {

namespace {

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

/// "the North" beside "North Korea": the country of the text whose name begins so.
void link_compass_names(Entities& entities) {
  Document& document = entities.document();
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    Mention& m = document.mentions[i];
    if (m.kind != MentionKind::Name || m.tokens.size() != 1 || m.actor.valid() || !m.chain.valid()) continue;
    const std::string word = lower(document[m.head].form);
    if (word != "north" && word != "south" && word != "east" && word != "west") continue;
    for (std::size_t e = 0; e < entities.size(); ++e) {
      const ChainId chain(e);
      if (!entities.is_live(chain) || entities[chain].type != NodeType::Country || entities[chain].names.empty())
        continue;
      const bool begins = std::any_of(entities[chain].names.begin(), entities[chain].names.end(),
                                      [&](const std::string& name) { return lower(name).starts_with(word + " "); });
      if (!begins) continue;
      const ChainId own = entities.resolve(m.chain);
      if (own == chain) break;
      m.type = NodeType::Country;
      entities.merge(own, chain);
      entities[chain].type = NodeType::Country;
      break;
    }
  }
}

std::string best_name(const Entities& entities, const Entity& e) {
  if (e.actor.valid()) return std::string(entities.knowledge().actor(e.actor).name);
  std::string best;
  for (const std::string& name : e.names)
    if (name.size() > best.size()) best = name;
  if (best.empty()) best = e.description;
  if (best.empty() && !e.offices.empty()) best = e.offices.front().title;
  return best;
}

/// Moves the entities to Document::chains in the order of their first mention; those without one (a country that only
/// its people are named of) come last.
void finish(Entities& entities) {
  Document& document = entities.document();
  std::vector<ChainId> order;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (!entities.is_live(ChainId(i))) continue;
    auto& mentions = entities[ChainId(i)].mentions;
    std::sort(mentions.begin(), mentions.end());
    order.push_back(ChainId(i));
  }
  std::stable_sort(order.begin(), order.end(), [&](ChainId a, ChainId b) {
    const auto first = [&](ChainId id) {
      return entities[id].mentions.empty() ? UINT32_MAX : entities[id].mentions.front().value;
    };
    return first(a) < first(b);
  });
  std::vector<ChainId> place(entities.size());
  for (std::size_t i = 0; i < order.size(); ++i) place[order[i].index()] = ChainId(i);
  const auto moved = [&](ChainId id) { return id.valid() ? place[entities.resolve(id).index()] : ChainId(); };

  for (ChainId id : order) {
    const Entity& e = entities[id];
    CorefChain chain;
    chain.type = is_person(e.type) && !e.offices.empty() ? NodeType::Official : e.type;
    // Of a listed actor the list says the kind: "the Indo-Pacific Economic Framework for Prosperity (IPEF)" sounds like a
    // body, "in Congress" like a place.
    if (e.actor.valid()) chain.type = entities.knowledge().actor(e.actor).type;
    chain.mentions = e.mentions;
    chain.name = best_name(entities, e);
    for (const std::string& name : e.names)
      if (name != chain.name) chain.aliases.push_back(name);
    if (!e.description.empty() && e.description != chain.name &&
        (e.type == NodeType::Agreement || e.type == NodeType::Policy))
      chain.aliases.push_back(e.description);
    if (e.actor.valid()) chain.actor_id = entities.knowledge().actor(e.actor).id;
    chain.iso3 = entities.iso3_of(id);
    for (StatedOffice office : e.offices) {
      office.body = moved(office.body);
      office.country = moved(office.country);
      chain.offices.push_back(std::move(office));
    }
    chain.owner = moved(e.owner);
    if (!chain.owner.valid()) chain.owner = moved(e.country);
    if (chain.owner == moved(id)) chain.owner = ChainId();
    for (ChainId party : e.parties)
      if (std::find(chain.parties.begin(), chain.parties.end(), moved(party)) == chain.parties.end())
        chain.parties.push_back(moved(party));
    document.chains.push_back(std::move(chain));
  }
  for (Mention& m : document.mentions) {
    m.chain = moved(m.chain);
    for (ChainId& member : m.members) member = moved(member);
    // One chain, one type; a metonym ("Turkish authorities") and a pronoun have that of whom they stand for.
    if (m.chain.valid()) m.type = document.chains[m.chain.index()].type;
  }
}

}  // namespace

void resolve_coreference(Document& document, const KnowledgeBase& knowledge, const CoreferenceOptions& options) {
  document.chains.clear();
  for (Mention& m : document.mentions) {
    m.chain = ChainId();
    m.members.clear();
  }
  const Tree tree(document);
  const Quotations quotations(tree);
  Entities entities(document, tree, knowledge);
  link_names(entities);
  link_compass_names(entities);
  link_offices(entities);
  identify_persons(entities);
  const Speakers speakers(entities, quotations);
  PronounResolver pronouns(entities, quotations, speakers, options);
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const MentionId id(i);
    const Mention& m = document.mentions[i];
    if (m.kind == MentionKind::Pronoun) {
      if (!pronouns.is_first_person(id)) pronouns.resolve(id);
    } else if (m.kind == MentionKind::Nominal) {
      if (!m.chain.valid()) link_nominal(entities, id);
    } else if (m.type == NodeType::Agreement && entities[m.chain].mentions.front() == id) {
      link_introduced(entities, id);
    }
  }
  // "We will go on," she said: the speaker may be resolved after the quotation.
  for (std::size_t i = 0; i < document.mentions.size(); ++i)
    if (document.mentions[i].kind == MentionKind::Pronoun && pronouns.is_first_person(MentionId(i)))
      pronouns.resolve(MentionId(i));
  finish(entities);
}

}  // namespace entente::language
