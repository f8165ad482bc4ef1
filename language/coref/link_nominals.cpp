#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "entente/language/coref/described.h"
#include "entente/language/coref/entities.h"
#include "entente/language/coref/offices.h"
#include "entente/language/mentions/nominals.h"
#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"
#include "entente/language/mentions/titles.h"

namespace entente::language {

namespace {

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

bool contains(const std::vector<std::string>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Who the members of "the two …" may be.
enum class Who : std::uint8_t { Countries, Sides, Persons };

class NominalLinker {
 public:
  NominalLinker(Entities& entities, MentionId id)
      : entities_(entities),
        tree_(entities.tree()),
        document_(entities.document()),
        id_(id),
        mention_(entities.mention(id)),
        head_(mention_.head),
        noun_(lemma(tree_[head_])),
        how_(definiteness(tree_, head_)),
        described_(describe(entities, head_)) {}

  void run() {
    if (join_apposition()) return;
    if (means_state(noun_)) return link_government();
    switch (mention_.type) {
      case NodeType::Organisation:
        return link_body();
      case NodeType::Official:
      case NodeType::Person:
        return link_role();
      case NodeType::Group:
        return noun_class(noun_) == NounClass::Side ? link_sides() : link_group();
      case NodeType::Country:
        return link_state();
      case NodeType::Agreement:
      case NodeType::Policy:
        link_described(entities_, id_);
        return;
      case NodeType::Place:
        return;
    }
  }

 private:
  /// "the party that he founded" tells of a new one.
  bool is_restricted() const {
    const TokenId clause = tree_.child(head_, Deprel::Acl);
    return clause.valid() && tree_[clause].deprel == Deprel::AclRelcl &&
           !(tree_.after(head_).valid() && tree_[tree_.after(head_)].form == ",");
  }

  bool is_definite() const { return how_ == Definiteness::Definite || how_ == Definiteness::Possessed; }

  /// "Acme, the company", "Japan, a close ally": a name of a fitting type in apposition.
  bool join_apposition() {
    const Token& t = tree_[head_];
    TokenId other;
    if (t.deprel == Deprel::Appos) other = t.head;
    for (TokenId c : tree_.children(head_))
      if (tree_[c].deprel == Deprel::Appos && c.value > head_.value && c.value - head_.value < 4) other = c;
    if (!other.valid()) return false;
    const MentionId name = entities_.name_over(other);
    if (!name.valid() || is_plural(t)) return false;
    const ChainId chain = entities_.resolve(entities_.mention(name).chain);
    const NodeType type = entities_[chain].type;
    const bool fits = type == mention_.type || (is_person(type) && is_person(mention_.type)) ||
                      (noun_class(noun_) == NounClass::Side && type == NodeType::Country);
    if (!fits) return false;
    entities_.join(id_, chain);
    Entity& e = entities_[chain];
    if (e.kind.empty()) e.kind = noun_;
    if (type == NodeType::Organisation && !e.actor.valid() && !e.owner.valid()) e.owner = described_.owner;
    return true;
  }

  Entity& make() {
    const ChainId made = entities_.add(id_);
    Entity& e = entities_[made];
    e.kind = described_.kind;
    e.modifiers = described_.modifiers;
    e.description = described_.text;
    if (described_.owner.valid() && entities_.resolve(described_.owner) != made) e.owner = described_.owner;
    e.plural = is_plural(tree_[head_]);
    e.indefinite = !is_definite();
    return e;
  }

  // "The Turkish government", "Trump administration", "Russian authorities": the state.
  // ------------------------------------

  void link_government() {
    const ChainId country = described_.owner.valid() ? entities_.ensure_country(described_.owner) : ChainId();
    if (country.valid()) return stand_for(country);
    // "the government": the one that was named so before.
    if (is_definite() && described_.modifiers.empty()) {
      for (std::size_t i = id_.index(); i-- > 0;) {
        const Mention& before = document_.mentions[i];
        if (before.kind == MentionKind::Nominal && before.role == MentionRole::Metonym && before.chain.valid() &&
            means_state(lemma(tree_[before.head])) && same_sort(lemma(tree_[before.head])))
          return stand_for(before.chain);
      }
    }
    link_body();
  }

  bool same_sort(const std::string& other) const {
    return other == noun_ || (noun_ != "authority" && other != "authority");
  }

  void stand_for(ChainId country) {
    entities_.join(id_, country);
    Mention& m = entities_.mention(id_);
    m.role = MentionRole::Metonym;
    m.type = NodeType::Country;
  }

  // Bodies.
  // -------------------------------------------------------------------------------------------------------------

  bool owners_agree(const Entity& e, ChainId self) const {
    if (!described_.owner.valid()) return true;
    const ChainId owner = entities_.resolve(described_.owner);
    if (owner == self) return false;
    if (e.owner.valid() && entities_.resolve(e.owner) == owner) return true;
    const ChainId country = entities_.country_of(owner);
    return country.valid() && entities_.country_of(self) == country;
  }

  bool fits_description(const Entity& e) const {
    const bool by_kind = e.kind == described_.kind && (!e.named || described_.modifiers.empty());
    const std::string_view listed = e.actor.valid() ? entities_.knowledge().actor(e.actor).name : std::string_view();
    const auto in_name = [&](const std::string& word) {
      const std::string full = lower(listed);
      if (full == word || full.starts_with(word + " ") || full.ends_with(" " + word) ||
          full.find(" " + word + " ") != std::string::npos)
        return true;
      return std::any_of(e.names.begin(), e.names.end(), [&](const std::string& name) {
        const std::string small = lower(name);
        const std::size_t at = small.find(word);
        return at != std::string::npos && (at == 0 || small[at - 1] == ' ') &&
               (at + word.size() == small.size() || small[at + word.size()] == ' ');
      });
    };
    if (!by_kind && !in_name(described_.kind)) return false;
    return std::all_of(described_.modifiers.begin(), described_.modifiers.end(),
                       [&](const std::string& w) { return contains(e.modifiers, w) || in_name(w); });
  }

  /// The entity of that class whose last mention is nearest and which `fits`.
  template <class Fits>
  ChainId nearest(Fits fits) const {
    for (std::size_t i = id_.index(); i-- > 0;) {
      const Mention& before = document_.mentions[i];
      if (!before.chain.valid()) continue;
      const ChainId chain = entities_.resolve(before.chain);
      if (fits(entities_[chain], chain)) return chain;
    }
    return {};
  }

  void link_body() {
    const ChainId before = nearest([&](const Entity& e, ChainId self) {
      if (e.type != NodeType::Organisation || !fits_description(e)) return false;
      if (described_.owner.valid()) return owners_agree(e, self);
      return (is_definite() && !is_restricted()) ||
             (e.modifiers == described_.modifiers && !e.indefinite && how_ == Definiteness::Bare);
    });
    if (before.valid()) {
      entities_.join(id_, before);
      return;
    }
    // "a robust alliance with the United States" is a relation, not a body.
    if (noun_ != "alliance" && noun_ != "partnership" && noun_ != "union") make();
  }

  // Roles.
  // --------------------------------------------------------------------------------------------------------------

  static std::vector<std::string> title_words(const std::string& title) {
    std::vector<std::string> out;
    std::string word;
    for (char c : lower(title) + " ") {
      if (c == ' ' || c == '-') {
        if (!word.empty() && word != "of" && word != "the" && word != "for") out.push_back(word);
        word.clear();
      } else {
        word += c;
      }
    }
    return out;
  }

  bool same_office(const StatedOffice& known, const StatedOffice& office) const {
    const Title* a = find_title(entities_.knowledge(), lower(known.title));
    const Title* b = find_title(entities_.knowledge(), lower(office.title));
    if (a != nullptr && b != nullptr && a->office && b->office && *a->office == *b->office &&
        *a->office != OfficeClass::Other)
      return true;
    const std::vector<std::string> known_words = title_words(known.title), words = title_words(office.title);
    if (known_words.empty() || words.empty() || known_words.back() != words.back()) {
      // "Secretary of State": the noun comes first.
      if (known_words.empty() || words.empty() || known_words.front() != words.front()) return false;
    }
    // "the vice president" is not "the president".
    const auto ranked = [](const std::vector<std::string>& w) {
      return contains(w, "vice") || contains(w, "deputy") || contains(w, "assistant") || contains(w, "under") ||
             contains(w, "prime");
    };
    if (ranked(known_words) != ranked(words)) return false;
    return std::all_of(words.begin(), words.end(), [&](const std::string& w) { return contains(known_words, w); });
  }

  bool places_agree(ChainId person, const StatedOffice& known, const StatedOffice& office) const {
    if (office.country.valid()) {
      const ChainId country = known.country.valid() ? entities_.resolve(known.country) : entities_.country_of(person);
      if (country.valid() && country != entities_.resolve(office.country)) return false;
    }
    return !office.body.valid() || !known.body.valid() ||
           entities_.resolve(office.body) == entities_.resolve(known.body);
  }

  /// Who holds the office in the text: the nearest with just that title, else the one with a title of more words; of
  /// two such the one that is spoken of more.
  ChainId holder_in_text(const StatedOffice& office) const {
    std::vector<ChainId> seen;
    ChainId best;
    int best_score = 0;
    for (std::size_t i = id_.index(); i-- > 0;) {
      if (!document_.mentions[i].chain.valid()) continue;
      const ChainId chain = entities_.resolve(document_.mentions[i].chain);
      if (std::find(seen.begin(), seen.end(), chain) != seen.end()) continue;
      seen.push_back(chain);
      const Entity& e = entities_[chain];
      if (!is_person(e.type)) continue;
      int score = e.actor.valid() && !office.former && holds(e, office) ? 1 : 0;
      for (const StatedOffice& known : e.offices) {
        if (known.former != office.former || !same_office(known, office) || !places_agree(chain, known, office))
          continue;
        score = std::max(score, title_words(known.title) == title_words(office.title) ? 2 : 1);
      }
      if (score == 0) continue;
      score = score * 1000 + static_cast<int>(e.mentions.size());
      if (score / 1000 == 2 && score / 1000 > best_score / 1000) return chain;
      if (score > best_score) {
        best = chain;
        best_score = score;
      }
    }
    return best;
  }

  void link_role() {
    // "served as president of India": who served.
    if (tree_.case_marker(head_) == "as" && how_ != Definiteness::Possessed) {
      const TokenId governor = tree_.governor(head_);
      const ChainId subject = governor.valid() ? entities_.entity_at(tree_.subject(governor)) : ChainId();
      if (subject.valid() && is_person(entities_[subject].type)) entities_.join(id_, subject);
      return;
    }
    StatedOffice office = office_of_nominal(entities_, head_);
    const bool told = is_definite() || (office.country.valid() && how_ == Definiteness::Bare);
    if (mention_.type == NodeType::Official && told) {
      ChainId before;
      if (how_ == Definiteness::Definite && !office.country.valid() && !office.body.valid() &&
          entities_.publishing_country().valid()) {
        // "the President" in a statement of the White House, unless another holder is spoken of.
        const StatedOffice general = office;
        office.country = entities_.country_entity(entities_.publishing_country());
        before = holder_in_text(office);
        if (!before.valid()) before = holder_in_text(general);
      } else {
        before = holder_in_text(office);
      }
      if (before.valid()) {
        entities_.join(id_, before);
        return;
      }
      if (link_holder(office)) return;
    }
    if (is_definite() && !is_restricted()) {
      const ChainId before = nearest([&](const Entity& e, ChainId self) {
        return is_person(e.type) && !e.named && !e.kind.empty() && e.kind == described_.kind && owners_agree(e, self) &&
               !e.plural &&
               std::all_of(described_.modifiers.begin(), described_.modifiers.end(),
                           [&](const std::string& w) { return contains(e.modifiers, w); });
      });
      if (before.valid()) {
        entities_.join(id_, before);
        return;
      }
    }
    Entity& e = make();
    if (office.body.valid()) e.owner = office.body;
    if (office.country.valid()) e.country = office.country;
    if (mention_.type == NodeType::Official) e.offices.push_back(office);
    if (const Title* title = find_title(entities_.knowledge(), noun_);
        title != nullptr && title->gender && *title->gender != Gender::Either)
      e.gender = *title->gender == Gender::Female ? 'f' : 'm';
  }

  /// The actor data says that a person of the text holds the office ("Mr Kono said … the Japanese minister").
  bool holds(const Entity& e, const StatedOffice& office) const {
    if (!document_.article().date) return false;
    const Title* title = find_title(entities_.knowledge(), lower(office.title));
    for (const Office& held : entities_.knowledge().offices(e.actor)) {
      if (!held.held.covers(*document_.article().date) || held.office_class == OfficeClass::Other) continue;
      if (title == nullptr || !title->office || *title->office != held.office_class) continue;
      if (!office.country.valid() || entities_[office.country].actor == held.of) return true;
    }
    return false;
  }

  /// Whoever held the office of that country on the day of the article.
  bool link_holder(const StatedOffice& office) {
    if (!document_.article().date || office.former) return false;
    const bool of_body = office.body.valid() && !body_is_state(office.body);
    if (!of_body && !office.country.valid()) return false;
    const Title* title = find_title(entities_.knowledge(), lower(office.title));
    if (title == nullptr || !title->office || *title->office == OfficeClass::Other ||
        *title->office == OfficeClass::Ambassador || *title->office == OfficeClass::Military ||
        *title->office == OfficeClass::Leader)
      return false;
    // "The UN secretary-general" leads a body, "the foreign minister of Peru" holds an office of the state.
    if (of_body != (*title->office == OfficeClass::HeadOfOrganisation)) return false;
    const ActorId country = entities_[of_body ? office.body : office.country].actor;
    if (!country.valid()) return false;
    const auto holders = entities_.knowledge().holders(*title->office, country, *document_.article().date);
    if (holders.empty() || holders.front()->end == OfficeEnd::LastSeen) return false;
    const ActorId person = holders.front()->person;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      if (entities_[ChainId(i)].actor != person || !entities_.is_live(ChainId(i))) continue;
      entities_.join(id_, ChainId(i));
      return true;
    }
    Entity& e = make();
    e.type = NodeType::Official;
    e.actor = person;
    e.gender = entities_.knowledge().actor(person).gender;
    e.country = office.country;
    e.offices.push_back(office);
    return true;
  }

  bool body_is_state(ChainId body) const { return entities_[body].type == NodeType::Country; }

  // Groups.
  // -------------------------------------------------------------------------------------------------------------

  void link_group() {
    // "The two leaders", "both men", "the pair": two persons of the sentence before.
    if (const int size = couple_size(noun_); size > 0) {
      set_members(size, Who::Persons);
      return;
    }
    if (const int wanted = wanted_members(); wanted > 0 && counts_persons() && set_members(wanted, Who::Persons))
      return;
    // "Five people died … nine people were hurt": others.
    const bool counted = tree_.child(head_, Deprel::Nummod).valid();
    const ChainId before = nearest([&](const Entity& e, ChainId self) {
      if (e.type != NodeType::Group || e.kind.empty() || e.kind != described_.kind) return false;
      if (described_.owner.valid() && !owners_agree(e, self)) return false;
      if (!is_definite())
        return !counted && e.modifiers == described_.modifiers &&
               described_.owner.valid() == (e.owner.valid() || e.country.valid());
      return std::all_of(described_.modifiers.begin(), described_.modifiers.end(),
                         [&](const std::string& w) { return contains(e.modifiers, w); });
    });
    if (before.valid()) {
      entities_.join(id_, before);
      return;
    }
    Entity& e = make();
    e.plural = true;
  }

  /// Whether the noun is of single people who may have been named: no "police", "people".
  bool counts_persons() const {
    if (!is_plural(tree_[head_]) || is_collective(noun_)) return false;
    if (how_ != Definiteness::Definite && !tree_.child(head_, Deprel::Det, "both").valid() &&
        !tree_.child(head_, Deprel::CcPreconj, "both").valid())
      return false;
    if (described_.owner.valid() || is_restricted()) return false;
    return noun_ == "man" || noun_ == "woman" || find_title(entities_.knowledge(), noun_) != nullptr ||
           entities_.knowledge().role_noun(noun_) != nullptr;
  }

  // Countries by "the country", several by "both sides".
  // ------------------------------------------------------------------

  int wanted_members() const {
    if (tree_.child(head_, Deprel::Det, "both").valid() || tree_.child(head_, Deprel::CcPreconj, "both").valid())
      return 2;
    for (TokenId c : tree_.children(head_)) {
      const std::string form = lower(tree_[c].form);
      if (universal(tree_[c].deprel) != Deprel::Nummod && universal(tree_[c].deprel) != Deprel::Amod) continue;
      if (form == "two" || form == "2") return 2;
      if (form == "three" || form == "3") return 3;
    }
    return 0;
  }

  void link_state() {
    const int wanted = wanted_members();
    if (is_plural(tree_[head_])) {
      if (wanted > 0) set_members(wanted, Who::Countries);
      return;
    }
    if (!is_definite() || !described_.modifiers.empty() || described_.owner.valid()) return;
    const ChainId country = salient_country();
    if (country.valid()) entities_.join(id_, country);
  }

  /// Of the sentence so far, then of the one before: the country named last that no place phrase names, if there is
  /// one.
  ChainId salient_country() const {
    const std::size_t here = tree_.sentence(head_);
    ChainId located;
    for (std::size_t i = id_.index(); i-- > 0;) {
      const Mention& before = document_.mentions[i];
      const std::size_t sentence = tree_.sentence(before.head);
      if (here - sentence > 2) break;
      if (!before.chain.valid()) continue;
      const ChainId chain = entities_.resolve(before.chain);
      if (entities_[chain].type != NodeType::Country) continue;
      if (before.role == MentionRole::Location || before.role == MentionRole::Demonym) {
        if (!located.valid()) located = chain;
        continue;
      }
      if (located.valid() && located != chain && sentence != here) return {};
      return chain;
    }
    return located;
  }

  void link_sides() {
    const int wanted = wanted_members();
    if (!is_plural(tree_[head_])) {
      // "its ally", not in apposition: nobody in particular.
      return;
    }
    const TokenId first = tree_.first_conjunct(head_);
    if (first != head_) {
      const MentionId other = entities_.mention_at(first);
      if (other.valid() && !entities_.mention(other).members.empty() && wanted == 0) {
        entities_.mention(id_).members = entities_.mention(other).members;
        return;
      }
    }
    if (how_ == Definiteness::Definite || wanted > 0)
      if (set_members(wanted > 0 ? wanted : 2, noun_ != "side" ? Who::Countries : Who::Sides)) return;
    Entity& e = make();
    e.plural = true;
  }

  /// The exactly `wanted` countries (or actors) of the nearest sentence that has as many.
  bool set_members(int wanted, Who who) {
    const std::vector<ChainId> found = nearest_set(static_cast<std::size_t>(wanted), who);
    if (found.size() != static_cast<std::size_t>(wanted)) return false;
    entities_.mention(id_).members = found;
    return true;
  }

  bool can_be_member(const Mention& m, Who who) const {
    if (!m.chain.valid() || m.role == MentionRole::Location || m.role == MentionRole::Outlet) return false;
    if (mention_.tokens.contains(m.head)) return false;  // "the two U.S. allies"
    const Entity& e = entities_[m.chain];
    if (who == Who::Persons) return is_person(e.type) && e.named && !e.plural && has_role(e);
    return e.type == NodeType::Country || (who == Who::Sides && e.type == NodeType::Organisation && e.named);
  }

  /// "the two ministers": not a minister and a general, where both are known.
  bool has_role(const Entity& e) const {
    if (e.offices.empty() || mention_.type != NodeType::Group) return true;
    if (find_title(entities_.knowledge(), noun_) == nullptr || noun_ == "leader" || noun_ == "official") return true;
    return std::any_of(e.offices.begin(), e.offices.end(), [&](const StatedOffice& office) {
      const std::string title = lower(office.title);
      return title.find(noun_) != std::string::npos;
    });
  }

  std::vector<ChainId> nearest_set(std::size_t wanted, Who who) const {
    const std::size_t here = tree_.sentence(head_);
    std::vector<ChainId> found;
    std::size_t sentence = here;
    for (std::size_t i = id_.index(); i-- > 0;) {
      const Mention& m = document_.mentions[i];
      const std::size_t at = tree_.sentence(m.head);
      if (at != sentence) {
        if (found.size() >= wanted || here - at > 4) break;
        sentence = at;
      }
      if (!can_be_member(m, who)) continue;
      const ChainId chain = entities_.resolve(m.chain);
      if (std::find(found.begin(), found.end(), chain) == found.end()) found.push_back(chain);
    }
    if (found.size() > wanted) found = dominant(found, wanted);
    std::sort(found.begin(), found.end());
    return found;
  }

  /// The `wanted` of them that the article is about: mentioned twice as often as the next.
  std::vector<ChainId> dominant(std::vector<ChainId> found, std::size_t wanted) const {
    std::stable_sort(found.begin(), found.end(),
                     [&](ChainId a, ChainId b) { return entities_[a].mentions.size() > entities_[b].mentions.size(); });
    const std::size_t last = entities_[found[wanted - 1]].mentions.size();
    const std::size_t next = entities_[found[wanted]].mentions.size();
    if (last < 2 * next && !(last > next && next <= 2)) return {};
    found.resize(wanted);
    return found;
  }

  Entities& entities_;
  const Tree& tree_;
  const Document& document_;
  MentionId id_;
  const Mention mention_;
  TokenId head_;
  std::string noun_;
  Definiteness how_;
  Description described_;
};

}  // namespace

void link_nominal(Entities& entities, MentionId nominal) { NominalLinker(entities, nominal).run(); }

}  // namespace entente::language
