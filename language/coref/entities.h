#pragma once

#include <string>
#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/language/tree.h"

namespace entente::language {

/// A chain while the rules build it.
struct Entity {
  NodeType type = NodeType::Person;
  ActorId actor;                        // listed in the actor data
  std::vector<MentionId> mentions;      // in the order of joining
  std::vector<std::string> names;       // as spelled, first seen first
  std::vector<std::string> name_words;  // of a person: the words of the fullest name, lower case
  std::string kind;                     // of what is described: lemma of its noun
  std::vector<std::string> modifiers;   // and the lemmas that describe it, sorted
  std::string description;              // the fullest description
  std::vector<StatedOffice> offices;    // chain ids are ids of entities
  ChainId owner;
  ChainId country;  // whose it is
  std::vector<ChainId> parties;
  char gender = 0;  // 'f', 'm', 0 unknown
  bool plural = false;
  bool named = false;
  bool indefinite = false;  // introduced by "a" or bare
  ChainId merged_into;      // valid: it is no more
};

/// The entities of one document under construction.
class Entities {
 public:
  Entities(Document& document, const Tree& tree, const KnowledgeBase& knowledge);

  Document& document() { return *document_; }
  const Document& document() const { return *document_; }
  const Tree& tree() const { return *tree_; }
  const KnowledgeBase& knowledge() const { return *knowledge_; }

  std::size_t size() const { return entities_.size(); }
  Entity& operator[](ChainId id) { return entities_[resolve(id).index()]; }
  const Entity& operator[](ChainId id) const { return entities_[resolve(id).index()]; }
  /// The entity that it was merged into, or itself.
  ChainId resolve(ChainId id) const;
  bool is_live(ChainId id) const { return !entities_[id.index()].merged_into.valid(); }

  /// A new entity with this first mention.
  ChainId add(MentionId mention);
  void join(MentionId mention, ChainId entity);
  /// Both become one; the earlier stays.
  ChainId merge(ChainId a, ChainId b);

  const Mention& mention(MentionId id) const { return document_->mentions[id.index()]; }
  Mention& mention(MentionId id) { return document_->mentions[id.index()]; }
  /// The mention with that head; a name before a nominal; invalid if none.
  MentionId mention_at(TokenId head) const { return by_head_[head.index()]; }
  /// Its entity, also of a token that is flat or a title in a name; invalid if none.
  ChainId entity_at(TokenId head) const;
  /// The widest name mention that covers the token; invalid if none.
  MentionId name_over(TokenId token) const { return name_over_[token.index()]; }

  /// The country that an entity is or belongs to: itself, its owner's, its offices', the actor data's; invalid if none.
  ChainId country_of(ChainId entity) const;
  /// The entity of a listed country; made if no mention has named it yet.
  ChainId country_entity(ActorId country);
  /// country_of, or the country that the actor data gives; made if no mention has named it yet.
  ChainId ensure_country(ChainId entity);
  /// The country whose government published the article ("US Department of State"): its "we" and "the President" are of
  /// that country. Invalid if another or nobody known did.
  ActorId publishing_country() const { return publishing_country_; }

  /// ISO code of country_of, or of the actor data.
  std::string iso3_of(ChainId entity) const;

  /// Follows with_conjuncts: entities of a nominal and its conjuncts.
  std::vector<ChainId> entities_of(TokenId first) const;

 private:
  ChainId country_of(ChainId entity, int steps) const;
  void let_titles_stand();
  ActorId find_publishing_country() const;

  Document* document_;
  const Tree* tree_;
  const KnowledgeBase* knowledge_;
  std::vector<Entity> entities_;
  std::vector<MentionId> by_head_;
  std::vector<MentionId> name_over_;
  std::vector<MentionId> stands_for_;
  ActorId publishing_country_;
};

// The steps of resolve_coreference, in their order. -------------------------------------------------------------------

/// Names of one bearer: listed in the actor data, equal, shortened ("Kim"), abbreviated ("NSC").
void link_names(Entities& entities);
/// Offices that titles and appositions state of persons: "Japan's foreign minister, Taro Kono".
void link_offices(Entities& entities);
/// Persons by family name alone who held a high office on the day of the article ("Mr Trump", "President Putin").
void identify_persons(Entities& entities);
/// One nominal, in text order: its entity by what it says of itself and by what went before.
void link_nominal(Entities& entities, MentionId nominal);

}  // namespace entente::language
