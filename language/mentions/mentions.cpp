#include "entente/language/mentions/mentions.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "entente/language/dateline.h"
#include "entente/language/mentions/names.h"
#include "entente/language/mentions/nominals.h"
#include "entente/language/mentions/standing.h"
#include "entente/language/tree.h"

namespace entente::language {

namespace {

bool within(const std::vector<TokenRange>& ranges, TokenRange tokens) {
  return std::any_of(ranges.begin(), ranges.end(),
                     [&](TokenRange r) { return r.begin <= tokens.begin && tokens.end <= r.end; });
}

/// Datelines and lines of credit: their names are places and publishers, not actors.
std::vector<TokenRange> furniture(const Tree& tree, const KnowledgeBase& knowledge) {
  std::vector<TokenRange> out;
  for (const Sentence& sentence : tree.document().sentences) {
    if (sentence.field == Field::Title) continue;
    if (is_credit_line(tree.document(), sentence))
      out.push_back(sentence.tokens);
    else if (const TokenRange line = dateline(tree.document(), knowledge, sentence); !line.empty())
      out.push_back(line);
  }
  return out;
}

/// Last words of names of papers and stations that no list has.
bool is_press_name(std::string_view last) {
  return last == "news" || last == "times" || last == "post" || last == "herald" || last == "tribune" ||
         last == "gazette" || last == "daily" || last == "journal" || last == "newspaper" || last == "tv" ||
         last == "television" || last == "radio";
}

/// "the Saudis", with nothing else said of them.
bool is_the_people(const Tree& tree, TokenId head) {
  bool the = false;
  for (TokenId c : tree.children(head)) {
    if (universal(tree[c].deprel) == Deprel::Det)
      the = lower(tree[c].form) == "the";
    else if (tree[c].upos != Upos::Punct)
      return false;
  }
  return the;
}

/// "Talks fail - BBC News": the publisher after the headline.
bool ends_title(const Tree& tree, TokenRange name) {
  const TokenId first(static_cast<std::size_t>(name.begin));
  const Sentence& sentence = tree.document().sentences[tree.sentence(first)];
  if (sentence.field != Field::Title || name.end != sentence.tokens.end || !tree.before(first).valid()) return false;
  const std::string_view mark = tree[tree.before(first)].form;
  return mark == "-" || mark == "–" || mark == "—" || mark == "|" || mark == ":";
}

/// Sets type, actor and role of a name.
Mention mention_of(const FoundName& name, const Tree& tree, const KnowledgeBase& knowledge, bool in_furniture) {
  Mention m;
  m.tokens = name.tokens;
  m.head = tree.top(name.tokens);
  m.type = name.type;
  m.kind = MentionKind::Name;
  const Actor* actor = nullptr;
  if (name.listed != nullptr) {
    m.actor = name.listed->actor;
    if (name.listed->institution.valid()) m.actor = name.listed->institution;
    actor = &knowledge.actor(m.actor);
  }
  if (name.adjective) {
    m.role = MentionRole::Demonym;
    return m;
  }
  // "The Saudis said": the state by its people.
  if (m.type == NodeType::Group && actor != nullptr && actor->type == NodeType::Country &&
      tree[m.head].deprel == Deprel::Nsubj && is_the_people(tree, m.head)) {
    m.type = NodeType::Country;
    m.role = MentionRole::Metonym;
    return m;
  }
  const NameKind kind = actor != nullptr ? name.listed->kind : NameKind::Name;
  const bool press = actor != nullptr ? actor->kind == ActorKind::Media
                                      : m.type == NodeType::Organisation &&
                                            is_press_name(lower(tree.document().tokens[name.tokens.end - 1].form));
  if (press) {
    m.role = in_furniture || ends_title(tree, name.tokens) || stands_as_outlet(tree, name.tokens) ? MentionRole::Outlet
                                                                                                  : MentionRole::Plain;
    return m;
  }
  if (kind == NameKind::Capital || kind == NameKind::Seat || kind == NameKind::Building) {
    m.type = actor->type;
    // "The White House will host talks" acts; "Geneva will host talks" is where they are.
    const bool acts = kind != NameKind::Capital && tree.relation(m.head) == Deprel::Nsubj;
    if (in_furniture || (!acts && stands_as_place(tree, name.tokens, false))) {
      m.role = MentionRole::Location;
      m.type = NodeType::Place;
    } else if (m.type == NodeType::Country || kind != NameKind::Building) {
      m.role = MentionRole::Metonym;
    }
    return m;
  }
  if (in_furniture &&
      (m.type == NodeType::Organisation || m.type == NodeType::Person || m.type == NodeType::Official)) {
    m.role = MentionRole::Outlet;
    return m;
  }
  if (m.type == NodeType::Country) {
    if (in_furniture || stands_as_place(tree, name.tokens, true)) m.role = MentionRole::Location;
  } else if (m.type == NodeType::Place) {
    if (in_furniture || stands_as_place(tree, name.tokens, false)) m.role = MentionRole::Location;
  }
  return m;
}

}  // namespace

void annotate_mentions(Document& document, const KnowledgeBase& knowledge) {
  document.mentions.clear();
  document.chains.clear();
  const Tree tree(document);
  const std::vector<FoundName> names = find_names(tree, knowledge);
  const std::vector<TokenRange> margins = furniture(tree, knowledge);
  std::vector<Mention> mentions;
  // "Sunni leaders": an adjective that is no actor's stands for nobody.
  for (const FoundName& name : names)
    if (!name.adjective || name.listed != nullptr)
      mentions.push_back(mention_of(name, tree, knowledge, within(margins, name.tokens)));
  for (Mention& m : find_nominals(tree, knowledge, names))
    if (!within(margins, m.tokens)) mentions.push_back(m);
  for (Mention& m : find_pronouns(tree, names)) mentions.push_back(m);
  for (Mention& m : mentions) m.span = document.span_of(m.tokens);
  std::stable_sort(mentions.begin(), mentions.end(),
                   [](const Mention& a, const Mention& b) { return a.span < b.span; });
  document.mentions = std::move(mentions);
}

}  // namespace entente::language
