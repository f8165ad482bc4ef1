#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "entente/language/coref/entities.h"
#include "entente/language/coref/offices.h"
#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/titles.h"

namespace entente::language {

namespace {

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

/// One inside a word; "LIMA - President X" has a dash.
bool is_hyphen(const Token& t) { return (t.xpos == "HYPH" || t.form == "-") && !t.space_after; }

/// Where an office is: bodies and countries among entities named at these tokens.
void place_office(const Entities& entities, StatedOffice& office, TokenId token) {
  for (ChainId id : entities.entities_of(token)) {
    const Entity& e = entities[id];
    if (e.type == NodeType::Country) {
      if (!office.country.valid()) office.country = id;
    } else if (e.type == NodeType::Organisation || e.type == NodeType::Group) {
      if (!office.body.valid()) office.body = id;
    } else if (e.type == NodeType::Place && !office.country.valid()) {
      office.country = entities.country_of(id);
    } else if (is_person(e.type) && !office.body.valid()) {
      office.body = id;
    }
  }
}

bool is_former(const Entities& entities, TokenRange range) {
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const std::string form = lower(entities.document().tokens[i].form);
    if (form == "former" || form == "ex" || form == "late" || form.starts_with("ex-")) return true;
  }
  return false;
}

}  // namespace

std::string office_title(const Entities& entities, TokenRange range, TokenId head) {
  const Document& document = entities.document();
  // Without the names in it ("Pentagon spokesman"), and with what follows a listed title ("Secretary of State").
  std::vector<std::string_view> forms;
  const TokenRange sentence = entities.tree().sentence_range(head);
  std::uint32_t begin = range.begin;
  for (std::uint32_t i = range.begin; i < head.value; ++i) {
    const MentionId name = entities.name_over(TokenId(static_cast<std::size_t>(i)));
    if (name.valid() && !entities.mention(name).tokens.contains(head)) begin = i + 1;
    if (is_hyphen(document.tokens[i]) && begin == i) begin = i + 1;
    const std::string form = lower(document.tokens[i].form);
    if (begin == i && (form == "former" || form == "ex" || form == "late" || form == "new" || form == "then" ||
                       form == "current" || form == "acting" || document.tokens[i].xpos == "POS"))
      begin = i + 1;
  }
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) forms.push_back(document.tokens[i].form);
  std::uint32_t end = range.end;
  for (std::uint32_t i = begin; i <= head.value; ++i) {
    std::uint32_t length = 0;
    if (entities.knowledge().match_title(forms, i - sentence.begin, length) != nullptr && i + length > end)
      end = i + length;
  }
  return words(document, {begin, end});
}

StatedOffice office_of_nominal(const Entities& entities, TokenId head) {
  const Tree& tree = entities.tree();
  const TokenRange phrase = base_noun_phrase(tree, head);
  StatedOffice office;
  office.title = office_title(entities, phrase, head);
  office.former = is_former(entities, phrase);
  office.span = entities.document().span_of(phrase);
  for (TokenId c : tree.children(head)) {
    const Token& t = tree[c];
    const Deprel relation = universal(t.deprel);
    if (relation == Deprel::Nmod && c.value > head.value) {
      const std::string marker = tree.case_marker(c);
      if (marker == "of" || marker == "for" || marker == "at" || marker == "in" || marker == "to" || marker == "with" ||
          marker == "from") {
        place_office(entities, office, c);
        // "a deputy director of the presidential NSC of South Korea", "of Iran's foreign ministry"
        if (const TokenId owner = possessor(tree, c); owner.valid()) place_office(entities, office, owner);
      }
    } else if (relation == Deprel::Nmod || relation == Deprel::Compound || relation == Deprel::Amod) {
      place_office(entities, office, c);
    }
  }
  // National words deeper in the phrase ("South Korean deputy foreign minister").
  for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
    place_office(entities, office, TokenId(static_cast<std::size_t>(i)));
  if (const TokenId owner = possessor(tree, head); owner.valid()) place_office(entities, office, owner);
  if (!office.country.valid() && office.body.valid()) office.country = entities.country_of(office.body);
  return office;
}

namespace {

class OfficeLinker {
 public:
  explicit OfficeLinker(Entities& entities)
      : entities_(entities), document_(entities.document()), tree_(entities.tree()) {}

  void run() {
    for (std::size_t i = 0; i < document_.mentions.size(); ++i) {
      const MentionId id(i);
      const Mention& m = entities_.mention(id);
      if (m.kind == MentionKind::Name && is_person(m.type)) titles_before(id);
    }
    for (std::size_t i = 0; i < document_.mentions.size(); ++i) {
      const MentionId id(i);
      const Mention& m = entities_.mention(id);
      if (m.kind == MentionKind::Nominal && is_person(m.type) && !m.chain.valid()) apposition(id);
    }
  }

 private:
  const Token& token(std::uint32_t i) const { return document_.tokens[i]; }

  void add_office(ChainId person, StatedOffice office) {
    if (office.title.empty()) return;
    if (office.body.valid() && entities_.resolve(office.body) == entities_.resolve(person)) office.body = ChainId();
    Entity& e = entities_[person];
    for (StatedOffice& known : e.offices) {
      if (lower(known.title) != lower(office.title)) continue;
      if (!known.body.valid()) known.body = office.body;
      if (!known.country.valid()) known.country = office.country;
      return;
    }
    e.offices.push_back(std::move(office));
  }

  // Titles right before a name.
  // -----------------------------------------------------------------------------------------

  /// The words before the name that belong to its phrase: "U.S. Secretary of State", "Pentagon spokesman Lt. Col.".
  std::uint32_t context_begin(TokenRange name) const {
    const TokenRange sentence = tree_.sentence_range(TokenId(static_cast<std::size_t>(name.begin)));
    std::uint32_t begin = name.begin;
    while (begin > sentence.begin) {
      const Token& t = token(begin - 1);
      const bool inside = is_noun(t) || t.upos == Upos::Adj || is_hyphen(t) || t.form == "/" ||
                          (t.upos == Upos::X && is_capitalised(t.form));
      if (!inside &&
          !(lower(t.form) == "of" && begin - 1 > sentence.begin && is_noun(token(begin - 2)) && is_of_title(begin - 1)))
        break;
      --begin;
    }
    return begin;
  }

  /// "Secretary of State X", "President of France X": what stands before "of" is a title.
  bool is_of_title(std::uint32_t of) const {
    return find_title(entities_.knowledge(), lower(token(of - 1).form)) != nullptr;
  }

  void titles_before(MentionId id) {
    const Mention& m = entities_.mention(id);
    const TokenRange sentence = tree_.sentence_range(m.head);
    std::vector<std::string_view> forms;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) forms.push_back(token(i).form);
    const std::uint32_t begin = context_begin(m.tokens);
    StatedOffice place;  // countries and bodies of the context
    for (std::uint32_t i = begin; i < m.tokens.begin; ++i)
      place_office(entities_, place, TokenId(static_cast<std::size_t>(i)));
    // "South Korea's Kim You-geun", "Japan's foreign minister Taro Kono"
    if (begin > sentence.begin && token(begin - 1).xpos == "POS" && begin - 1 > sentence.begin)
      place_office(entities_, place, TokenId(static_cast<std::size_t>(begin - 2)));
    if (place.body.valid() && !place.country.valid()) place.country = entities_.ensure_country(place.body);
    std::vector<StatedOffice> offices, ranks;
    for (std::uint32_t i = begin; i < m.tokens.begin;) {
      std::uint32_t length = 0;
      const MentionId name = entities_.name_over(TokenId(static_cast<std::size_t>(i)));
      const Title* title =
          name.valid() ? nullptr : entities_.knowledge().match_title(forms, i - sentence.begin, length);
      if (title == nullptr || i + length > m.tokens.begin) {
        ++i;
        continue;
      }
      StatedOffice office = place;
      office.span = document_.span_of({i, i + length});
      office.title = words(document_, {i, i + length});
      office.former = is_former(entities_, {begin, i});
      if (title->title_class == TitleClass::MilitaryRank) {
        ranks.push_back(office);
      } else if (title->title_class != TitleClass::Honorific) {
        // "deputy foreign minister", "vice president": words before belong to it.
        std::uint32_t first = i;
        while (first > begin && is_rank_word(token(first - 1))) --first;
        office.title = words(document_, {first, i + length});
        offices.push_back(office);
      }
      i += length;
    }
    const ChainId person = m.chain;
    for (StatedOffice& office : offices) add_office(person, std::move(office));
    for (StatedOffice& rank : ranks) {
      rank.body = ChainId();
      add_office(person, std::move(rank));
    }
    Entity& e = entities_[person];
    if (!e.country.valid() && place.country.valid() && begin < m.tokens.begin + 1) e.country = place.country;
  }

  static bool is_rank_word(const Token& t) {
    const std::string form = lower(t.form);
    return form == "deputy" || form == "vice" || form == "assistant" || form == "senior" || form == "chief" ||
           form == "first" || form == "under" || form == "associate" || form == "principal";
  }

  // Apposition and copula.
  // ----------------------------------------------------------------------------------------------

  void apposition(MentionId id) {
    const Mention& m = entities_.mention(id);
    ChainId person = appositive_name(m);
    if (!person.valid()) person = subject_of_copula(m);
    if (!person.valid()) return;
    StatedOffice office = office_of_nominal(entities_, m.head);
    const ChainId country = office.country;
    if (m.type == NodeType::Official) {
      // "South Korea's Kim You-geun, a deputy director of the National Security Council"
      if (!office.country.valid() && entities_[person].country.valid() &&
          (!office.body.valid() || !entities_[office.body].actor.valid()))
        office.country = entities_[person].country;
      if (office.body.valid() && office.country.valid()) {
        Entity& body = entities_[office.body];
        if (!body.actor.valid() && !body.country.valid() && !body.owner.valid() && body.type == NodeType::Organisation)
          body.owner = office.country;
      }
      add_office(person, std::move(office));
    }
    if (!entities_[person].country.valid() && country.valid()) entities_[person].country = country;
    entities_.join(id, person);
    if (entities_[person].gender == 0) {
      if (const Title* title = find_title(entities_.knowledge(), lemma(tree_[entities_.mention(id).head]));
          title != nullptr && title->gender && *title->gender != Gender::Either)
        entities_[person].gender = *title->gender == Gender::Female ? 'f' : 'm';
    }
  }

  ChainId person_at(TokenId token_id) const {
    if (!token_id.valid()) return {};
    const MentionId name = entities_.name_over(token_id);
    if (!name.valid() || !is_person(entities_.mention(name).type)) return {};
    return entities_.resolve(entities_.mention(name).chain);
  }

  ChainId appositive_name(const Mention& m) const {
    if (is_plural(tree_[m.head])) return {};
    const TokenRange sentence = tree_.sentence_range(m.head);
    // "Ann Lee, Secretary of State Jan Hus and others": what a name follows at once is that name's.
    if (const ChainId person = name_after_body(m.tokens.end, sentence); person.valid()) return person;
    if (m.tokens.end < sentence.end) {
      if (const ChainId person = person_at(TokenId(static_cast<std::size_t>(m.tokens.end))); person.valid())
        return person;
    }
    // The parser's view.
    for (TokenId c : tree_.children(m.head)) {
      const Deprel relation = tree_[c].deprel;
      if (relation == Deprel::Appos || relation == Deprel::Flat || relation == Deprel::NmodDesc)
        if (const ChainId person = person_at(c); person.valid()) return person;
    }
    if (tree_[m.head].deprel == Deprel::Appos && tree_[m.head].head.valid())
      if (const ChainId person = person_at(tree_[m.head].head); person.valid()) return person;
    // "the foreign minister, Taro Kono, said" and "Taro Kono, the foreign minister of Japan, said", whatever the tree.
    std::uint32_t begin = m.tokens.begin;
    while (begin > sentence.begin &&
           (token(begin - 1).upos == Upos::Det || token(begin - 1).xpos == "POS" || token(begin - 1).xpos == "PRP$" ||
            (token(begin - 1).head.valid() && token(begin - 1).deprel == Deprel::NmodPoss) ||
            is_inside_possessor(begin - 1, m.head)))
      --begin;
    if (begin >= sentence.begin + 2 && token(begin - 1).form == "," && is_closed_after(m)) {
      const ChainId person = person_at(TokenId(static_cast<std::size_t>(begin - 2)));
      if (person.valid() && tree_[m.head].deprel != Deprel::Conj) return person;
    }
    if (m.tokens.end < sentence.end) {
      if (token(m.tokens.end).form == "," && m.tokens.end + 1 < sentence.end) {
        const MentionId name = entities_.name_over(TokenId(static_cast<std::size_t>(m.tokens.end + 1)));
        const ChainId person = person_at(TokenId(static_cast<std::size_t>(m.tokens.end + 1)));
        if (person.valid()) {
          const std::uint32_t end = entities_.mention(name).tokens.end;
          if (end < sentence.end && (token(end).form == "," || token(end).form == ".") &&
              tree_[entities_.mention(name).head].deprel != Deprel::Conj)
            return person;
        }
      }
    }
    return {};
  }

  /// "President of India Pranab Mukherjee", "Secretary of State Antony Blinken": a name after the title's "of …".
  ChainId name_after_body(std::uint32_t i, TokenRange sentence) const {
    if (i + 2 >= sentence.end || (lower(token(i).form) != "of" && lower(token(i).form) != "for")) return {};
    ++i;
    if (token(i).upos == Upos::Det) ++i;
    for (; i < sentence.end && is_noun(token(i)); ++i)
      if (const ChainId person = person_at(TokenId(static_cast<std::size_t>(i))); person.valid()) return person;
    return {};
  }

  bool is_inside_possessor(std::uint32_t i, TokenId head) const {
    const TokenId owner = possessor(tree_, head);
    return owner.valid() && owner.value < head.value &&
           tree_.subtree(owner).contains(TokenId(static_cast<std::size_t>(i)));
  }

  /// The phrase that begins after a comma ends in a comma or with the sentence.
  bool is_closed_after(const Mention& m) const {
    const std::uint32_t end = tree_.subtree(m.head).end;
    const TokenRange sentence = tree_.sentence_range(m.head);
    for (std::uint32_t i = m.tokens.end; i < sentence.end && i < m.tokens.end + 20; ++i) {
      const Token& t = token(i);
      if (t.form == "," || t.form == "." || t.form == ")" || t.form == ";") return true;
      if (i >= end && (t.upos == Upos::Verb || t.upos == Upos::Aux)) return false;
    }
    return false;
  }

  /// "Kono is the foreign minister of Japan", "who was the minister" is former.
  ChainId subject_of_copula(const Mention& m) const {
    const TokenId copula = tree_.child(m.head, Deprel::Cop);
    if (!copula.valid() || lower(tree_[copula].form) == "was" || tree_.child(m.head, Deprel::Advmod, "not").valid())
      return {};
    if (tree_.child(m.head, Deprel::Aux).valid()) return {};
    return person_at(tree_.child(m.head, Deprel::Nsubj));
  }

  Entities& entities_;
  const Document& document_;
  const Tree& tree_;
};

}  // namespace

void link_offices(Entities& entities) { OfficeLinker(entities).run(); }

}  // namespace entente::language
