#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/fold.h"
#include "entente/language/coref/entities.h"
#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/short_names.h"
#include "entente/language/mentions/titles.h"

namespace entente::language {

namespace {

constexpr std::string_view kLegalForms[] = {"inc", "inc.", "ltd",   "ltd.", "llc", "plc", "co",
                                            "co.", "corp", "corp.", "ag",   "sa",  "gmbh"};

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

/// Words of a name as they compare, folded; hyphenated given names are one word.
std::vector<std::string> name_words(const Document& document, TokenRange range) {
  std::vector<std::string> out;
  bool joined = false;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    const Token& t = document.tokens[i];
    if (t.xpos == "POS") continue;
    const std::string form = match_key(t.form);
    if (form.empty() && t.form != "-") continue;
    if (joined && !out.empty())
      out.back() += form;
    else
      out.push_back(form);
    const bool hyphen_next = i + 1 < range.end && document.tokens[i + 1].form == "-" && !t.space_after;
    joined = (t.form == "-" && !t.space_after) || hyphen_next;
  }
  return out;
}

bool is_initial(const std::string& word) { return word.size() == 1 || (word.size() == 2 && word[1] == '.'); }

class NameLinker {
 public:
  explicit NameLinker(Entities& entities) : entities_(entities), document_(entities.document()) {}

  void run() {
    std::vector<MentionId> short_names;
    for (std::size_t i = 0; i < document_.mentions.size(); ++i) {
      const MentionId id(i);
      const Mention& m = document_.mentions[i];
      if (m.kind != MentionKind::Name) continue;
      if (m.actor.valid())
        link_listed(id);
      else if (is_person(m.type) && name_words(document_, m.tokens).size() == 1)
        short_names.push_back(id);
      else if (is_person(m.type))
        link_full_person(id);
      else
        link_other(id);
    }
    for (MentionId id : short_names) link_short_person(id);
    link_bracketed();
    link_short_bodies();
  }

 private:
  const Entity& entity(std::size_t i) const { return entities_[ChainId(i)]; }

  void link_listed(MentionId id) {
    const Mention& m = entities_.mention(id);
    // "Seoul" where somebody stands is a place of its own; so are the people of a country.
    const std::string text = lower(words(document_, m.tokens));
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      if (entity(i).actor != m.actor || !entities_.is_live(ChainId(i))) continue;
      const bool same_type = entity(i).type == m.type || (is_person(entity(i).type) && is_person(m.type)) ||
                             (m.role == MentionRole::Demonym && entity(i).type == knowledge_type(m.actor));
      if (!same_type) continue;
      if (m.type != knowledge_type(m.actor) && m.role != MentionRole::Demonym && lower(entity(i).names.front()) != text)
        continue;
      entities_.join(id, ChainId(i));
      return;
    }
    const ChainId made = entities_.add(id);
    Entity& e = entities_[made];
    const Actor& actor = entities_.knowledge().actor(m.actor);
    if (m.role == MentionRole::Demonym) e.type = actor.type;
    if (is_person(e.type)) {
      e.name_words = name_words(document_, m.tokens);
      e.gender = actor.gender;
    }
    e.plural = m.type == NodeType::Group;
    if (e.type != actor.type) {  // of or in that country
      e.actor = m.actor;
      if (actor.type == NodeType::Country) countries_.emplace_back(made, m.actor);
    }
  }

  NodeType knowledge_type(ActorId actor) const { return entities_.knowledge().actor(actor).type; }

  // Persons. ----------------------------------------------------------------------------------------------------------

  /// "Donald Trump" and "Donald J. Trump", "Shinzo Abe" and "Abe Shinzo", and not "Kim Jong Un" and "Kim Yo Jong".
  static bool same_person(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a == b || (a.size() == b.size() && std::is_permutation(a.begin(), a.end(), b.begin()))) return true;
    const auto& shorter = a.size() < b.size() ? a : b;
    const auto& longer = a.size() < b.size() ? b : a;
    if (shorter.size() < 2) return false;
    if (shorter.front() != longer.front() || shorter.back() != longer.back())
      return std::search(longer.begin(), longer.end(), shorter.begin(), shorter.end()) != longer.end();
    // Every middle word of the shorter is in the longer or is its initial.
    for (std::size_t i = 1; i + 1 < shorter.size(); ++i) {
      const bool found = std::any_of(longer.begin() + 1, longer.end() - 1, [&](const std::string& w) {
        return w == shorter[i] || ((is_initial(shorter[i]) || is_initial(w)) && w[0] == shorter[i][0]);
      });
      if (!found) return false;
    }
    return true;
  }

  void link_full_person(MentionId id) {
    const std::vector<std::string> name = name_words(document_, entities_.mention(id).tokens);
    for (std::size_t i = entities_.size(); i-- > 0;) {
      if (!is_person(entity(i).type) || !entities_.is_live(ChainId(i)) || !same_person(entity(i).name_words, name))
        continue;
      entities_.join(id, ChainId(i));
      Entity& e = entities_[ChainId(i)];
      if (name.size() > e.name_words.size()) e.name_words = name;
      return;
    }
    Entity& e = entities_[entities_.add(id)];
    e.name_words = name;
    set_gender(e, id);
  }

  void set_gender(Entity& e, MentionId id) const {
    if (e.gender != 0 || e.name_words.empty()) return;
    for (std::uint32_t t = entities_.mention(id).tokens.begin; t < entities_.mention(id).tokens.end; ++t) {
      if (e.name_words.size() < 2) break;
      const auto gender = entities_.knowledge().given_name(document_.tokens[t].form);
      if (!gender || *gender == Gender::Either) continue;
      e.gender = *gender == Gender::Female ? 'f' : 'm';
      break;
    }
    if (const char titled = title_gender(id); titled != 0) e.gender = titled;
  }

  /// "Mrs", "Queen": of the title right before the name.
  char title_gender(MentionId id) const {
    const TokenRange range = entities_.mention(id).tokens;
    if (range.begin == 0) return 0;
    const Title* title = find_title(entities_.knowledge(), lower(document_.tokens[range.begin - 1].form));
    if (title == nullptr) title = find_title(entities_.knowledge(), document_.tokens[range.begin - 1].form);
    if (title == nullptr || !title->gender || *title->gender == Gender::Either) return 0;
    return *title->gender == Gender::Female ? 'f' : 'm';
  }

  /// How well one word names the bearer of a full name: 3 family name, 2 last word, 1 another word, 0 not.
  int fit(const Entity& e, const std::string& word) const {
    if (std::any_of(e.names.begin(), e.names.end(), [&](const std::string& n) { return match_key(n) == word; }))
      return 3;
    if (e.name_words.size() < 2 && !e.actor.valid()) return e.name_words.size() == 1 && e.name_words[0] == word ? 2 : 0;
    if (e.actor.valid()) {
      const std::string family = match_key(entities_.knowledge().actor(e.actor).family_name);
      if (family == word) return 3;
    }
    if (e.name_words.empty()) return 0;
    if (e.name_words.back() == word) return 2;
    const bool family_first = e.name_words.size() == 2 && e.names.front().find('-') != std::string::npos;
    if (e.name_words.front() == word) return family_first ? 3 : 1;
    // "Ricardo Rosselló Nevares" is "Rosselló".
    return std::find(e.name_words.begin(), e.name_words.end(), word) != e.name_words.end() ? 1 : 0;
  }

  void link_short_person(MentionId id) {
    const Mention& m = entities_.mention(id);
    const std::vector<std::string> name = name_words(document_, m.tokens);
    const char gender = title_gender(id);
    ChainId best;
    int best_score = 0;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      const Entity& e = entity(i);
      if (!is_person(e.type) || !entities_.is_live(ChainId(i))) continue;
      if (gender != 0 && e.gender != 0 && gender != e.gender) continue;
      const int fits = fit(e, name.front());
      if (fits == 0) continue;
      // Of those that it fits as well the one that is spoken of more, then the nearest before; one that is named after
      // it only if there is none before.
      MentionId last;
      int before = 0;
      for (MentionId x : e.mentions) {
        if (id < x) continue;
        ++before;
        if (!last.valid() || last < x) last = x;
      }
      const int score = fits * 100000000 + std::min(before, 50) * 1000000 +
                        (before > 0 ? 500000 + static_cast<int>(last.value) : 400000 - static_cast<int>(i));
      if (score > best_score) {
        best_score = score;
        best = ChainId(i);
      }
    }
    if (best.valid()) {
      entities_.join(id, best);
      return;
    }
    Entity& e = entities_[entities_.add(id)];
    e.name_words = name;
    e.gender = gender;
    e.plural = m.tokens.begin > 0 && lower(document_.tokens[m.tokens.begin - 1].form) == "the" &&
               name.front().ends_with('s');  // "the Sams"
  }

  // Bodies, agreements, places. ---------------------------------------------------------------------------------------

  std::string key(const std::string& name) const {
    std::string out = lower(name);
    for (std::string_view form : kLegalForms)
      if (out.size() > form.size() + 1 && out.ends_with(form) && out[out.size() - form.size() - 1] == ' ') {
        out.resize(out.size() - form.size() - 1);
        break;
      }
    while (!out.empty() && (out.back() == ',' || out.back() == ' ')) out.pop_back();
    return out;
  }

  static bool same_class(NodeType a, NodeType b) {
    const auto body = [](NodeType t) { return t == NodeType::Organisation || t == NodeType::Group; };
    const auto place = [](NodeType t) { return t == NodeType::Place || t == NodeType::Country; };
    return a == b || (body(a) && body(b)) || (place(a) && place(b)) || (is_person(a) && is_person(b));
  }

  void link_other(MentionId id) {
    const Mention& m = entities_.mention(id);
    const std::string name = key(words(document_, m.tokens));
    ChainId other_class;
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      if (!entities_.is_live(ChainId(i))) continue;
      for (const std::string& known : entity(i).names) {
        if (key(known) != name) continue;
        if (same_class(entity(i).type, m.type)) {
          entities_.join(id, ChainId(i));
          return;
        }
        if (!is_person(entity(i).type)) other_class = ChainId(i);
      }
    }
    // The recogniser typed one name in two ways: the first reading holds.
    if (other_class.valid() && m.type != NodeType::Agreement && m.type != NodeType::Policy &&
        entities_[other_class].type != NodeType::Country) {
      entities_.join(id, other_class);
      return;
    }
    entities_.add(id);
  }

  /// "National Security Council (NSC)"; also of letters that another language has ("Doctors of the World (MDM)").
  void link_bracketed() {
    for (std::size_t i = 0; i + 1 < document_.mentions.size(); ++i) link_beside(MentionId(i), MentionId(i + 1));
    for (const ShortName& defined : find_short_names(entities_.tree())) {
      const MentionId full = entities_.mention_at(entities_.tree().top(defined.full));
      const MentionId brief = entities_.mention_at(TokenId(static_cast<std::size_t>(defined.brief.begin)));
      if (!full.valid() || !brief.valid() || !entities_.mention(full).chain.valid() ||
          !entities_.mention(brief).chain.valid())
        continue;
      const Entity& a = entities_[entities_.mention(full).chain];
      const Entity& b = entities_[entities_.mention(brief).chain];
      // The text's own definition overrules the actor data ("ICC" of a chamber of commerce).
      if (a.actor.valid() && b.actor.valid() && a.actor != b.actor) continue;
      entities_.merge(entities_.mention(full).chain, entities_.mention(brief).chain);
    }
  }

  /// Two bodies of which one stands in brackets right after the other, one of them as letters.
  void link_beside(MentionId id, MentionId next) {
    const Mention& a = entities_.mention(id);
    const Mention& b = entities_.mention(next);
    if (a.kind != MentionKind::Name || b.kind != MentionKind::Name || !a.chain.valid() || !b.chain.valid()) return;
    if (a.type != NodeType::Organisation || b.type != NodeType::Organisation) return;
    const std::uint32_t open = a.tokens.end;
    if (b.tokens.begin != open + 1 || b.tokens.end >= document_.tokens.size()) return;
    if (document_.tokens[open].form != "(" || document_.tokens[b.tokens.end].form != ")") return;
    const auto letters = [&](const Mention& m) {
      return m.tokens.size() == 1 && is_all_capitals(document_.tokens[m.tokens.begin].form) &&
             document_.tokens[m.tokens.begin].form.size() > 2;
    };
    if (letters(a) == letters(b) || (letters(a) ? b : a).tokens.size() < 2) return;
    const ActorId first = entities_[a.chain].actor, second = entities_[b.chain].actor;
    if (first.valid() && second.valid() && first != second) return;
    entities_.merge(a.chain, b.chain);
  }

  /// Short forms without a definition: "NSC" for one "National Security Council", "Huawei" for "Huawei Technologies".
  void link_short_bodies() {
    const auto body = [](const Entity& e) {
      return e.type == NodeType::Organisation || e.type == NodeType::Group || e.type == NodeType::Agreement;
    };
    for (std::size_t i = 0; i < entities_.size(); ++i) {
      if (!entities_.is_live(ChainId(i)) || !body(entity(i)) || entity(i).actor.valid() || entity(i).names.empty())
        continue;
      const std::string brief = entity(i).names.front();
      ChainId only;
      int count = 0;
      for (std::size_t j = 0; j < entities_.size(); ++j) {
        if (j == i || !entities_.is_live(ChainId(j)) || !body(entity(j))) continue;
        const bool fits = std::any_of(entity(j).names.begin(), entity(j).names.end(), [&](const std::string& full) {
          return full.size() > brief.size() &&
                 (abbreviates(brief, full) || is_first_words(brief, full) || is_last_words(brief, full));
        });
        if (fits && entity(j).type == entity(i).type) {
          ++count;
          only = ChainId(j);
        }
      }
      if (count == 1) entities_.merge(ChainId(i), only);
    }
  }

  /// "Supreme Court" of "Indian Supreme Court"
  static bool is_last_words(const std::string& brief, const std::string& full) {
    return full.ends_with(" " + brief) && brief.find(' ') != std::string::npos;
  }

  static bool is_first_words(const std::string& brief, const std::string& full) {
    return full.starts_with(brief + " ") && brief.size() > 3 && !is_all_capitals(brief);
  }

  Entities& entities_;
  const Document& document_;
  std::vector<std::pair<ChainId, ActorId>> countries_;

 public:
  /// The people and places of a country belong to it; so do bodies whose name begins with it: "Salvadoran Army".
  void own_people() {
    for (const Mention& m : document_.mentions) {
      if (m.kind != MentionKind::Name || m.type != NodeType::Organisation || m.actor.valid() || !m.chain.valid())
        continue;
      Entity& body = entities_[m.chain];
      if (body.actor.valid() || body.owner.valid() || body.type != NodeType::Organisation) continue;
      for (const Mention& inner : document_.mentions) {
        if (m.tokens.begin < inner.tokens.begin) break;
        if (inner.tokens.begin != m.tokens.begin || inner.tokens.size() >= m.tokens.size() || !inner.chain.valid())
          continue;
        const ChainId country = entities_.resolve(inner.chain);
        if (entities_[country].type == NodeType::Country) entities_[m.chain].owner = country;
      }
    }
    for (const auto& [entity, country] : countries_) {
      entities_[entity].actor = ActorId();
      entities_[entity].country = entities_.country_entity(country);
    }
  }
};

}  // namespace

void link_names(Entities& entities) {
  NameLinker linker(entities);
  linker.run();
  linker.own_people();
}

}  // namespace entente::language
