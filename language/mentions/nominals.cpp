#include "entente/language/mentions/nominals.h"

#include <algorithm>
#include <optional>
#include <string>

#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"
#include "entente/language/mentions/titles.h"
#include "entente/language/mentions/word_classes.h"

namespace entente::language {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kPersonal[] = {
    "i",    "me",    "my",     "myself", "we",   "us",      "our",    "ours",       "ourselves", "you",
    "your", "yours", "he",     "him",    "his",  "himself", "she",    "her",        "hers",      "herself",
    "it",   "its",   "itself", "they",   "them", "their",   "theirs", "themselves", "yourself"};
// "it is likely that", "it takes time to": the real subject follows.
constexpr std::string_view kExpletivePredicates[] = {"seem", "appear", "turn",   "rain",  "snow",
                                                     "take", "emerge", "happen", "matter"};

class NominalFinder {
 public:
  NominalFinder(const Tree& tree, const KnowledgeBase& knowledge, const std::vector<FoundName>& names)
      : tree_(tree),
        knowledge_(knowledge),
        document_(tree.document()),
        in_name_(document_.tokens.size(), false),
        national_(document_.tokens.size(), false) {
    for (const FoundName& name : names)
      for (std::uint32_t i = name.tokens.begin; i < name.tokens.end; ++i) {
        if (!name.adjective) in_name_[i] = true;
        if (name.adjective || name.type == NodeType::Country) national_[i] = true;
      }
  }

  std::vector<Mention> run() {
    std::vector<Mention> out;
    for (std::size_t i = 0; i < document_.tokens.size(); ++i) {
      const TokenId head(i);
      if (in_name_[i] || !can_head(head)) continue;
      if (const auto type = classify(head)) {
        Mention m;
        m.head = head;
        m.tokens = base_noun_phrase(tree_, head);
        m.type = *type;
        m.kind = MentionKind::Nominal;
        out.push_back(m);
      }
    }
    return out;
  }

 private:
  bool can_head(TokenId id) const {
    const Token& t = tree_[id];
    const bool number = t.upos == Upos::Num && counts_people(lemma(t));
    if (!is_noun(t) && !number) return false;
    if (t.deprel == Deprel::Flat || t.deprel == Deprel::Fixed || t.deprel == Deprel::Goeswith) return false;
    if (t.deprel == Deprel::Compound || t.deprel == Deprel::NmodDesc || t.deprel == Deprel::Amod) return false;
    // "02:19 PM"
    if (t.form == "PM" && tree_.before(id).valid() && tree_[tree_.before(id)].upos == Upos::Num) return false;
    // "people-to-people ties"
    if (const TokenId after = tree_.after(id); after.valid() && tree_[after].form == "-" && !t.space_after)
      return false;
    // A title right before a name ("spokesman Dave Eastburn") is part of that person, whichever of them heads the
    // phrase.
    const std::size_t next = id.index() + 1;
    if (next < document_.tokens.size() && in_name_[next]) {
      const TokenId name(next);
      for (TokenId up = name; up.valid(); up = tree_[up].head) {
        if (up == id) return false;
        if (!in_name_[up.index()]) break;
      }
    }
    return true;
  }

  std::optional<NodeType> classify(TokenId head) const {
    const std::string word = lemma(tree_[head]);
    const std::string form = lower(tree_[head].form);
    const Definiteness how = definiteness(tree_, head);
    if (counts_people(word) && is_people_count(head)) return NodeType::Group;
    // "957 million crowns" is money.
    if (word == "crown" && is_plural(tree_[head])) return std::nullopt;
    // "their head is down": only the head of something is somebody.
    if (word == "head" && base_noun_phrase(tree_, head).size() == 1 && !complement(tree_, head, {"of", "for"}).valid())
      return std::nullopt;
    const RoleNoun* role = role_noun(head, word, form);
    if (const auto type = classify_thing(head, word, form, how)) return type;
    const std::optional<NounClass> noun = noun_class(word);
    if (noun == NounClass::State || noun == NounClass::Side || noun == NounClass::Agreement ||
        noun == NounClass::Policy || noun == NounClass::Time)
      return std::nullopt;
    // "achieve justice", "head of state": a bare singular is nobody in particular.
    const bool one = !is_plural(tree_[head]) && how == Definiteness::Bare && !is_named_phrase(head);
    if (role != nullptr) {
      switch (role->role_class) {
        case RoleClass::Body:
          if (!names_body(head, how)) return std::nullopt;
          return is_plural(tree_[head]) && !means_state(word) && word != "police" ? NodeType::Group
                                                                                  : NodeType::Organisation;
        case RoleClass::Group:
          if (is_plural(tree_[head]) || is_collective(word) || form == lower(role->plural)) return NodeType::Group;
          return one ? std::nullopt : std::optional(NodeType::Person);
        case RoleClass::Role:
          if (is_plural(tree_[head]) || form == lower(role->plural)) return NodeType::Group;
          if (one) return std::nullopt;
          return has_office(head) ? NodeType::Official : NodeType::Person;
      }
    }
    // "the pair", and not "the pair of shoes".
    if (couple_size(word) > 0 && how == Definiteness::Definite && !is_plural(tree_[head]) &&
        base_noun_phrase(tree_, head).size() == 1 && !complement(tree_, head, {"of"}).valid())
      return NodeType::Group;
    if (is_part_of_body(head, word)) return is_plural(tree_[head]) ? NodeType::Group : NodeType::Organisation;
    if (is_of_class(word, WordClass::Person) && !one)
      return is_plural(tree_[head]) || word == "personnel" ? NodeType::Group : NodeType::Person;
    if (has_office(head) && !one) return is_plural(tree_[head]) ? NodeType::Group : NodeType::Official;
    return std::nullopt;
  }

  /// The listed noun of two words ("air force", "truck driver") or of the head alone.
  const RoleNoun* role_noun(TokenId head, const std::string& word, const std::string& form) const {
    if (const TokenId left = tree_.before(head);
        left.valid() && tree_[left].head == head && universal(tree_[left].deprel) == Deprel::Compound) {
      const std::string first = lower(tree_[left].form);
      for (const std::string& last : {form, word})
        if (const RoleNoun* role = knowledge_.role_noun(first + ' ' + last)) return role;
    }
    if (const RoleNoun* role = knowledge_.role_noun(form)) return role;
    return knowledge_.role_noun(word);
  }

  /// "The president's office", "the army command": a part of a body that is named.
  bool is_part_of_body(TokenId head, const std::string& word) const {
    static constexpr std::string_view kParts[] = {"affiliate",   "branch",  "command",    "consulate",  "embassy",
                                                  "cartel",      "entity",  "leadership", "management", "office",
                                                  "secretariat", "service", "unit",       "wing"};
    if (!one_of(word, kParts)) return false;
    const TokenId owner = possessor(tree_, head);
    if (owner.valid() && (in_name_[owner.index()] || has_office(owner))) return true;
    const TokenRange phrase = base_noun_phrase(tree_, head);
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (national_[i] || in_name_[i]) return true;
    return false;
  }

  /// Countries, sides, agreements, policies by their nouns.
  std::optional<NodeType> classify_thing(TokenId head, const std::string& word, const std::string& form,
                                         Definiteness how) const {
    const std::optional<NounClass> noun = noun_class(form == "controls" ? "controls" : word);
    if (!noun) return std::nullopt;
    switch (*noun) {
      case NounClass::State:
        // "Some European countries": not those that were named before.
        if (is_plural(tree_[head]) && !tree_.child(head, Deprel::Nummod).valid() &&
            !tree_.child(head, Deprel::Det, "both").valid())
          return how != Definiteness::Bare || base_noun_phrase(tree_, head).size() > 1 ? std::optional(NodeType::Group)
                                                                                       : std::nullopt;
        if (how == Definiteness::Definite || how == Definiteness::Possessed ||
            tree_.child(head, Deprel::Nummod).valid())
          return word == "state" && !is_plural(tree_[head]) && how != Definiteness::Definite
                     ? std::nullopt
                     : std::optional(NodeType::Country);
        return std::nullopt;
      case NounClass::Side:
        if (word == "ally" || word == "rival" || word == "neighbour" || word == "neighbor" || word == "combatant" ||
            word == "power" || word == "side")
          return is_plural(tree_[head]) || how == Definiteness::Possessed || word == "side" ? side(head, word, how)
                                                                                            : std::nullopt;
        return std::nullopt;
      case NounClass::Agreement:
        return is_described(head, word, how, {"with", "between", "on", "by", "to"}) ? std::optional(NodeType::Agreement)
                                                                                    : std::nullopt;
      case NounClass::Policy:
        if (word == "act") return std::nullopt;
        return is_described(head, word, how, {"on", "against", "for", "over"}) ? std::optional(NodeType::Policy)
                                                                               : std::nullopt;
      case NounClass::Aid:
        if (const TokenId receiver = complement(tree_, head, {"to", "for"});
            receiver.valid() && national_[receiver.index()] &&
            (universal(tree_[receiver].deprel) == Deprel::Nmod || is_changed(head)))
          return NodeType::Policy;
        return std::nullopt;
      default:
        return std::nullopt;
    }
  }

  /// "halted aid to Mali", which was given before; not "gave aid to Mali", where the parser too has the receiver at the
  /// verb.
  bool is_changed(TokenId head) const {
    static constexpr std::string_view kChanges[] = {
        "block",   "cancel", "cease",    "continue", "curtail",  "cut",       "end",
        "freeze",  "halt",   "increase", "limit",    "maintain", "reduce",    "renew",
        "restore", "resume", "slash",    "stop",     "suspend",  "terminate", "withhold"};
    const TokenId verb = tree_[head].head;
    return verb.valid() && tree_[verb].upos == Upos::Verb && one_of(lemma(tree_[verb]), kChanges);
  }

  std::optional<NodeType> side(TokenId head, const std::string& word, Definiteness how) const {
    const bool both = tree_.child(head, Deprel::Det, "both").valid() || tree_.child(head, Deprel::Nummod).valid();
    if (word == "side" && !both && how != Definiteness::Definite) return std::nullopt;
    if (word == "power" && !both) return std::nullopt;
    return NodeType::Group;
  }

  /// Described by kind and parties or owner, or definite and so, likely, a thing that was introduced before.
  bool is_described(TokenId head, const std::string& word, Definiteness how,
                    std::initializer_list<std::string_view> prepositions) const {
    if (word == "deal" && complement(tree_, head, {"of"}).valid() && !tree_.child(head, Deprel::Compound).valid())
      return false;
    const TokenRange phrase = base_noun_phrase(tree_, head);
    const bool modified = phrase.size() > 1;
    bool national = false;
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i) national |= national_[i];
    const bool vague = is_of_class(word, WordClass::Vague);
    if (how == Definiteness::Possessed)
      return !vague || modified || word == "deal" || word == "accord" || word == "law" || word == "policy";
    if (national) return true;
    const bool related = complement(tree_, head, prepositions).valid();
    if (how == Definiteness::Definite)
      return !vague || modified || related || word == "deal" || word == "accord" || word == "law";
    // "an intelligence-sharing pact with Japan", "sanctions on Iran", and not "a trade deal", "sanctions".
    return related && (modified || !vague);
  }

  /// With a name or national word in it, a capital, or in apposition or as a subject (headline style).
  bool is_named_phrase(TokenId head) const {
    const TokenRange phrase = base_noun_phrase(tree_, head);
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (national_[i] || in_name_[i]) return true;
    const Deprel relation = universal(tree_[head].deprel);
    return is_capitalised(tree_[head].form) || relation == Deprel::Appos || relation == Deprel::Nsubj;
  }

  bool has_office(TokenId head) const {
    const TokenRange phrase = base_noun_phrase(tree_, head);
    std::vector<std::string_view> forms;
    for (std::uint32_t i = phrase.begin; i <= head.value; ++i) forms.push_back(document_.tokens[i].form);
    for (std::size_t i = 0; i < forms.size(); ++i) {
      std::uint32_t length = 0;
      const Title* title = knowledge_.match_title(forms, i, length);
      if (title != nullptr && i + length == forms.size()) return title->title_class != TitleClass::Honorific;
    }
    return find_title(knowledge_, lemma(tree_[head])) != nullptr &&
           find_title(knowledge_, lemma(tree_[head]))->title_class != TitleClass::Honorific;
  }

  /// "the government", "Turkish police", "a court": not "in office", "party politics".
  bool names_body(TokenId head, Definiteness how) const {
    if (how != Definiteness::Bare || is_plural(tree_[head])) return true;
    const TokenRange phrase = base_noun_phrase(tree_, head);
    for (std::uint32_t i = phrase.begin; i < phrase.end; ++i)
      if (national_[i] || in_name_[i]) return true;
    return universal(tree_[head].deprel) == Deprel::Nsubj || is_proper(tree_[head]);
  }

  /// "thousands of protesters", "hundreds marched"; not "thousands of dollars".
  bool is_people_count(TokenId head) const {
    const TokenId of = complement(tree_, head, {"of"});
    if (!of.valid()) return universal(tree_[head].deprel) == Deprel::Nsubj && !tree_.child(head, Deprel::Det).valid();
    if (in_name_[of.index()]) return true;
    const std::string word = lemma(tree_[of]);
    return knowledge_.role_noun(lower(tree_[of].form)) != nullptr || word == "people" || word == "person" ||
           word == "man" || word == "woman";
  }

  const Tree& tree_;
  const KnowledgeBase& knowledge_;
  const Document& document_;
  std::vector<bool> in_name_;
  std::vector<bool> national_;
};

/// "His Majesty", "Your Excellencies": a form of address.
bool is_in_style(const Document& document, std::size_t pronoun) {
  static constexpr std::string_view kStyles[] = {"excellencies", "excellency", "highness", "highnesses", "holiness",
                                                 "honor",        "honour",     "honours",  "imperial",   "lordship",
                                                 "majesties",    "majesty",    "royal",    "serene"};
  if (document.tokens[pronoun].xpos != "PRP$" || pronoun + 1 >= document.tokens.size()) return false;
  const std::string_view next = document.tokens[pronoun + 1].form;
  return is_capitalised(next) && one_of(lower(next), kStyles);
}

bool is_expletive(const Tree& tree, TokenId id) {
  const Token& t = tree[id];
  if (t.deprel == Deprel::Expl) return true;
  if (lower(t.form) != "it" || universal(t.deprel) != Deprel::Nsubj || !t.head.valid()) return false;
  const TokenId predicate = t.head;
  const bool clause = tree.child(predicate, Deprel::Csubj).valid() || tree.child(predicate, Deprel::Ccomp).valid();
  const bool copula = tree.child(predicate, Deprel::Cop).valid();
  if (copula &&
      (clause || tree.child(predicate, Deprel::Xcomp).valid() || tree.child(predicate, Deprel::Advcl).valid()))
    return true;
  // "it was clear", "it is time for talks": a state of affairs rather than an actor.
  if (copula && (tree[predicate].upos == Upos::Adj || tree[predicate].upos == Upos::Noun)) {
    static constexpr std::string_view kAffairs[] = {
        "clear",     "unclear", "possible", "impossible", "likely", "unlikely", "important", "necessary", "hard",
        "difficult", "easy",    "true",     "good",       "bad",    "early",    "late",      "time"};
    if (one_of(lemma(tree[predicate]), kAffairs)) return true;
  }
  return one_of(lemma(tree[predicate]), kExpletivePredicates) &&
         (clause || tree.child(predicate, Deprel::Xcomp).valid());
}

}  // namespace

std::vector<Mention> find_nominals(const Tree& tree, const KnowledgeBase& knowledge,
                                   const std::vector<FoundName>& names) {
  return NominalFinder(tree, knowledge, names).run();
}

std::vector<Mention> find_pronouns(const Tree& tree, const std::vector<FoundName>& names) {
  std::vector<Mention> out;
  const Document& document = tree.document();
  for (std::size_t i = 0; i < document.tokens.size(); ++i) {
    const Token& t = document.tokens[i];
    if (t.upos != Upos::Pron && t.xpos != "PRP" && t.xpos != "PRP$") continue;
    const std::string form = lower(t.form);
    if (!one_of(form, kPersonal) || is_expletive(tree, TokenId(i))) continue;
    const bool in_name =
        std::any_of(names.begin(), names.end(), [&](const FoundName& n) { return n.tokens.contains(TokenId(i)); });
    if (in_name || is_in_style(document, i)) continue;
    Mention m;
    m.head = TokenId(i);
    m.tokens = {m.head.value, m.head.value + 1};
    m.kind = MentionKind::Pronoun;
    const bool thing = form == "it" || form == "its" || form == "itself";
    const bool many =
        form == "we" || form == "us" || form == "our" || form == "ours" || form == "ourselves" || form[0] == 't';
    m.type = thing ? NodeType::Organisation : many ? NodeType::Group : NodeType::Person;
    out.push_back(m);
  }
  return out;
}

bool counts_people(std::string_view lemma) {
  return lemma == "thousand" || lemma == "thousands" || lemma == "hundred" || lemma == "hundreds" || lemma == "dozen" ||
         lemma == "dozens" || lemma == "million" || lemma == "millions" || lemma == "score" || lemma == "scores" ||
         lemma == "crowd";
}

int couple_size(std::string_view lemma) {
  if (lemma == "pair" || lemma == "couple" || lemma == "duo") return 2;
  return lemma == "trio" ? 3 : 0;
}

bool is_collective(std::string_view lemma) {
  return is_of_class(lemma, WordClass::Collective) || lemma.ends_with(" group") || lemma.ends_with(" force");
}

bool means_state(std::string_view lemma) {
  return lemma == "government" || lemma == "administration" || lemma == "authority" || lemma == "authorities" ||
         lemma == "regime";
}

}  // namespace entente::language
