#include "entente/language/mentions/name_context.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "entente/language/mentions/name_runs.h"
#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"
#include "entente/language/mentions/short_names.h"
#include "entente/language/mentions/titles.h"

namespace entente::language {

namespace {

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }

bool by_place(const FoundName& a, const FoundName& b) {
  return a.tokens.begin != b.tokens.begin ? a.tokens.begin < b.tokens.begin : a.tokens.end > b.tokens.end;
}

/// The type that the words of a name tell. "General Security of Military Information Agreement" has its kind at the end
/// all the same.
NodeType type_of_name(const Document& document, TokenRange name) {
  const Token& last = document.tokens[name.end - 1];
  const std::optional<NounClass> noun = noun_class(lemma(last));
  if (noun == NounClass::Agreement || noun_class(lemma(document[kind_word(document, name)])) == NounClass::Agreement) {
    return NodeType::Agreement;
  }
  if (noun == NounClass::Policy) return NodeType::Policy;
  return NodeType::Organisation;
}

/// Names that the text defines with their short forms: the definition shows where the full name begins and ends.
void add_defined(const Tree& tree, const KnowledgeBase& knowledge, std::vector<FoundName>& names) {
  for (const ShortName& defined : find_short_names(tree)) {
    FoundName full, brief;
    full.tokens = defined.full;
    brief.tokens = defined.brief;
    const Document& document = tree.document();
    full.type = type_of_name(document, defined.full);
    bool capitals = true;
    for (std::uint32_t i = full.tokens.begin; i < full.tokens.end; ++i)
      capitals &= is_capitalised(document.tokens[i].form) || !is_noun(document.tokens[i]);
    for (const FoundName& name : names) {
      if (name.tokens == full.tokens) full = name;
      if (name.tokens == brief.tokens) brief.listed = name.listed;
    }
    // "weapons of mass destruction (WMD)" is no name.
    if (!capitals && full.listed == nullptr) continue;
    // "People's Republic of China (PRC)", where only the short form is listed so.
    if (full.listed == nullptr && brief.listed != nullptr &&
        knowledge.actor(brief.listed->actor).type == NodeType::Country &&
        (full.type == NodeType::Place || full.type == NodeType::Country)) {
      full.listed = brief.listed;
      full.type = NodeType::Country;
    }
    brief.type = full.type;
    if (full.listed != nullptr) brief.listed = full.listed;
    std::erase_if(names, [&](const FoundName& name) {
      return !name.adjective && (overlap(name.tokens, full.tokens) || overlap(name.tokens, brief.tokens));
    });
    names.push_back(full);
    names.push_back(brief);
    // Later uses mean the same, whatever they looked like by themselves.
    for (FoundName& name : names) {
      if (name.tokens.size() != 1 || document.text_of(name.tokens) != document.text_of(brief.tokens)) continue;
      name.type = brief.type;
      name.listed = brief.listed;
    }
  }
  std::sort(names.begin(), names.end(), by_place);
}

/// "Congress" in an article on India is not that of the United States: an ambiguous name of a national body counts if
/// its country is named, or no country is.
void drop_foreign_bodies(const KnowledgeBase& knowledge, std::vector<FoundName>& names) {
  std::vector<std::string_view> countries;
  for (const FoundName& name : names)
    if (name.listed != nullptr && knowledge.actor(name.listed->actor).type == NodeType::Country)
      countries.push_back(knowledge.actor(name.listed->actor).iso3);
  for (FoundName& name : names) {
    if (name.listed == nullptr || countries.empty()) continue;
    const Actor& actor = knowledge.actor(name.listed->actor);
    const bool body = actor.type == NodeType::Organisation && name.listed->ambiguous;
    const bool family_name =
        (actor.type == NodeType::Official || actor.type == NodeType::Person) && name.tokens.size() == 1;
    if (!(body || family_name) || actor.iso3.empty()) continue;
    if (std::find(countries.begin(), countries.end(), actor.iso3) == countries.end()) name.listed = nullptr;
  }
}

/// "Korea" in an article on the North: of the countries that a name may mean, the one that is named more fully.
void settle_countries(const Document& document, const KnowledgeBase& knowledge, std::vector<FoundName>& names) {
  std::map<ActorId, int> sure;
  for (FoundName& name : names) {
    // "Punjab" of the country that is named.
    if (name.listed == nullptr || knowledge.actor(name.listed->actor).type != NodeType::Place) continue;
    const auto is_named = [&](ActorId country) {
      return country.valid() && std::any_of(names.begin(), names.end(), [&](const FoundName& n) {
               return n.listed != nullptr && n.listed->actor == country;
             });
    };
    if (is_named(knowledge.actor(name.listed->actor).country)) continue;
    for (const Name* other : knowledge.lookup(document.text_of(name.tokens))) {
      if (knowledge.actor(other->actor).type != NodeType::Place || !is_named(knowledge.actor(other->actor).country))
        continue;
      name.listed = other;
      break;
    }
  }
  const auto country_of = [&](const Name& name) { return knowledge.actor(name.actor).type == NodeType::Country; };
  for (const FoundName& name : names)
    if (name.listed != nullptr && !name.listed->ambiguous && country_of(*name.listed)) ++sure[name.listed->actor];
  for (FoundName& name : names) {
    if (name.listed == nullptr || !country_of(*name.listed) || sure.count(name.listed->actor) != 0) continue;
    for (const Name* other : knowledge.lookup(document.text_of(name.tokens))) {
      if (!country_of(*other) || sure.count(other->actor) == 0) continue;
      name.listed = other;
      break;
    }
  }
}

/// "Kim You-geun": a capitalised word with a hyphen and a small second part goes with the name before it, whatever its
/// tags. Signs such as "KRW=" are no names.
void mend(const Document& document, std::vector<FoundName>& names) {
  std::erase_if(names, [&](const FoundName& name) {
    const std::string_view text = document.text_of(name.tokens);
    if (text == "Jr." || text == "Jr" || text == "Sr." || text == "Sr") return true;
    return name.listed == nullptr && document.text_of(name.tokens).find_first_of("=@/") != std::string_view::npos;
  });
  for (std::size_t i = 0; i < names.size(); ++i) {
    FoundName& name = names[i];
    const std::uint32_t end = name.tokens.end;
    if ((name.type != NodeType::Person && name.type != NodeType::Official) || name.listed != nullptr) continue;
    const std::size_t n = document.tokens.size();
    if (i + 1 < names.size() && names[i + 1].tokens.begin < end + 3) continue;
    const auto small = [&](std::uint32_t t) {
      return !is_capitalised(document.tokens[t].form) && document.tokens[t].upos != Upos::Punct;
    };
    if (end < n && document.tokens[end].form == "-" && !document.tokens[end - 1].space_after && end + 1 < n &&
        !document.tokens[end].space_after) {
      if (small(end + 1)) name.tokens.end = end + 2;
    } else if (end + 2 < n && name.tokens.size() == 1 && document.tokens[end - 1].space_after &&
               is_capitalised(document.tokens[end].form) && !document.tokens[end].space_after &&
               document.tokens[end + 1].form == "-" && !document.tokens[end + 1].space_after && small(end + 2)) {
      name.tokens.end = end + 3;
    }
  }
}

/// Later short mentions that neither list nor recogniser saw: a word of a person's name, a short form that was defined,
/// another spelling of the same words.
void add_repeated(const Tree& tree, const KnowledgeBase& knowledge, std::vector<FoundName>& names) {
  const Document& document = tree.document();
  std::vector<bool> taken(document.tokens.size(), false);
  std::map<std::string_view, const FoundName*> known;
  const std::vector<FoundName> before = names;
  for (const FoundName& name : before) {
    for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) taken[i] = true;
    const bool person = name.type == NodeType::Person || name.type == NodeType::Official;
    if (name.adjective || name.listed != nullptr) continue;
    if (name.tokens.size() == 1) {
      if (is_capitalised(document.tokens[name.tokens.begin].form) && document.tokens[name.tokens.begin].form.size() > 2)
        known.emplace(document.tokens[name.tokens.begin].form, &name);
    } else if (person) {
      known.emplace(document.tokens[name.tokens.end - 1].form, &name);
      if (document.tokens[name.tokens.begin + 1].form == "-" ||
          lower(document.text_of(name.tokens)).find('-') != std::string::npos)
        known.emplace(document.tokens[name.tokens.begin].form, &name);
    }
  }
  for (std::uint32_t i = 0; i < taken.size(); ++i) {
    const Token& t = document.tokens[i];
    if (taken[i] || !is_proper(t) || !is_capitalised(t.form)) continue;
    const auto at = known.find(t.form);
    if (at == known.end() || find_title(knowledge, lower(t.form)) != nullptr) continue;
    // Not a part of another name.
    if ((i > 0 && !taken[i - 1] && is_proper(document.tokens[i - 1]) &&
         document.tokens[i - 1].head == TokenId(static_cast<std::size_t>(i)) &&
         find_title(knowledge, lower(document.tokens[i - 1].form)) == nullptr) ||
        (t.head.valid() && t.deprel == Deprel::Compound && is_proper(document[t.head]) && !taken[t.head.index()]))
      continue;
    FoundName found;
    found.tokens = {i, i + 1};
    found.type = at->second->type;
    names.push_back(found);
  }
  std::sort(names.begin(), names.end(), by_place);
}

/// One reading for a name that is spelled alike: where most of its uses are a listed country, body or place, a use that
/// looked like a person by itself is no person.
void even_out(const Document& document, std::vector<FoundName>& names) {
  std::map<std::string_view, std::pair<int, const FoundName*>> listed;  // how often, less the uses as something else
  const std::vector<FoundName> before = names;
  const auto is_candidate = [](const FoundName& n) { return !n.adjective && n.tokens.size() == 1; };
  for (const FoundName& name : before) {
    if (!is_candidate(name)) continue;
    auto& [count, example] = listed[document.text_of(name.tokens)];
    const bool thing = name.listed != nullptr && name.type != NodeType::Person && name.type != NodeType::Official;
    count += thing ? 1 : -1;
    if (thing && example == nullptr) example = &name;
  }
  for (FoundName& name : names) {
    if (!is_candidate(name) || name.listed != nullptr) continue;
    const auto& [count, example] = listed[document.text_of(name.tokens)];
    if (count <= 0 || example == nullptr) continue;
    name.listed = example->listed;
    name.type = example->type;
  }
}

}  // namespace

void settle_names(const Tree& tree, const KnowledgeBase& knowledge, std::vector<FoundName>& names) {
  std::sort(names.begin(), names.end(), by_place);
  part_runs(tree.document(), knowledge, names);
  mend(tree.document(), names);
  even_out(tree.document(), names);
  drop_foreign_bodies(knowledge, names);
  settle_countries(tree.document(), knowledge, names);
  add_defined(tree, knowledge, names);
  add_repeated(tree, knowledge, names);
}

}  // namespace entente::language
