#include "entente/language/mentions/standing.h"

#include <algorithm>
#include <string>

#include "entente/language/mentions/nouns.h"

namespace entente::language {

namespace {

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kLocatives[] = {"in",     "inside",  "within",     "near",    "at",  "around",
                                           "across", "outside", "throughout", "through", "via", "into",
                                           "along",  "off",     "above",      "onto"};
// "confidence in Tokyo": the noun or verb takes "in" for whom it is about.
constexpr std::string_view kTrust[] = {"trust",  "faith",    "confidence", "believe",
                                       "belief", "interest", "confide",    "disappoint"};
constexpr std::string_view kGovernmentNouns[] = {
    "official",   "government", "administration", "authority", "regime",     "diplomat",   "leader",
    "leadership", "minister",   "negotiator",     "envoy",     "delegation", "policy",     "policymaker",
    "source",     "side",       "ally",           "sanction",  "spokesman",  "spokeswoman"};
// Their subject is a place: "Kyiv was rocked", "Geneva hosts".
constexpr std::string_view kPlacePredicates[] = {"lie", "locate", "situate", "host", "remain", "wake"};

bool is_speech_or_policy(const Tree& tree, TokenId noun) {
  const auto c = noun_class(lemma(tree[noun]));
  return c &&
         (*c == NounClass::Speech || *c == NounClass::Agreement || *c == NounClass::Policy || *c == NounClass::Aid);
}

bool is_place_noun(const Tree& tree, TokenId noun) { return noun_class(lemma(tree[noun])) == NounClass::PlaceNoun; }

/// "Seoul, South Korea": the name of a larger place follows after a comma.
bool is_qualified(const Tree& tree, TokenRange name) {
  const auto& tokens = tree.document().tokens;
  const TokenRange sentence = tree.sentence_range(TokenId(static_cast<std::size_t>(name.begin)));
  if (name.end + 1 >= sentence.end || tokens[name.end].form != "," || !is_proper(tokens[name.end + 1])) return false;
  const TokenId next(static_cast<std::size_t>(name.end + 1));
  const Deprel relation = universal(tree[next].deprel);
  return (relation == Deprel::Appos || relation == Deprel::Nmod || tree[next].deprel == Deprel::NmodUnmarked) &&
         tree[next].head.valid() && name.contains(tree[next].head);
}

}  // namespace

bool stands_as_place(const Tree& tree, TokenRange name, bool national) {
  if (!national && is_qualified(tree, name)) return true;
  const TokenId top = tree.top(name);
  std::string marker = tree.case_marker(top);
  // "in the capital, San Juan"
  if (marker.empty() && tree[top].deprel == Deprel::Appos && tree[top].head.valid())
    marker = tree.case_marker(tree[top].head);
  const TokenId governor = tree.governor(top);
  const Deprel relation = tree.relation(top);
  const std::string head = governor.valid() ? lemma(tree[governor]) : std::string();

  // "dismay in the United States, which fears …": who fears is no mere place.
  if (national && tree.child(top, Deprel::Acl).valid() && tree[tree.child(top, Deprel::Acl)].deprel == Deprel::AclRelcl)
    return false;
  if (one_of(marker, kLocatives)) {
    if (marker == "in" && governor.valid() && one_of(head, kTrust)) return false;
    if (marker == "at" && national) return false;
    return !(marker == "through" && national);  // "shared intelligence through the United States"
  }
  if (national) return marker == "from" && governor.valid() && is_motion_verb(head) && relation == Deprel::Obl;
  if (!governor.valid()) return false;

  if (marker == "from") {
    if (relation == Deprel::Nmod) return !is_speech_or_policy(tree, governor);
    return is_motion_verb(head) || is_reporting_verb(head);
  }
  if (marker == "to" || marker == "for" || marker == "toward" || marker == "towards") {
    if (is_motion_verb(head) || head == "bring" || head == "take" || head == "invite") return true;
    return head == "visit" || head == "trip" || head == "flight" || head == "journey" || head == "travel";
  }
  if (marker == "of")
    return is_place_noun(tree, governor) || head == "resident" || head == "people" || head == "north" ||
           head == "south" || head == "east" || head == "west" || head == "mayor" || head == "outskirts";
  if (!marker.empty()) return false;

  switch (relation) {
    case Deprel::Nsubj:
      return one_of(head, kPlacePredicates) || (tree[top].deprel == Deprel::NsubjPass && is_place_verb(head));
    case Deprel::Obj:
      return is_place_verb(head);
    case Deprel::Compound:
    case Deprel::Amod:
      return !one_of(head, kGovernmentNouns) && !is_speech_or_policy(tree, governor);
    case Deprel::Nmod:
      if (tree[tree.first_conjunct(top)].deprel == Deprel::NmodPoss)
        return is_place_noun(tree, governor) ||
               (is_proper(tree[governor]) && !ends_body_name(lower(tree[governor].form))) || head == "resident" ||
               head == "mayor" || head == "outskirts" || head == "population";
      return false;
    default:
      return false;
  }
}

bool stands_as_outlet(const Tree& tree, TokenRange name) {
  const TokenId top = tree.top(name);
  const TokenId governor = tree.governor(top);
  if (!governor.valid()) return true;  // a fragment: a byline, a credit
  const std::string marker = tree.case_marker(top);
  const std::string head = lemma(tree[governor]);
  const Deprel relation = tree.relation(top);
  const bool possessor = tree[tree.first_conjunct(top)].deprel == Deprel::NmodPoss;
  switch (relation) {
    case Deprel::Nsubj:
      return tree[tree.first_conjunct(top)].deprel != Deprel::NsubjPass && is_reporting_verb(head);
    case Deprel::Obj:
    case Deprel::Iobj:
      return head == "tell" || head == "inform" || head == "cite" || head == "quote";
    case Deprel::Obl:
      return marker != "against" && marker != "of" &&
             !(marker == "by" && (head == "accuse" || head == "criticise" || head == "criticize"));
    case Deprel::Nmod:
    case Deprel::Compound:
    case Deprel::Amod:
      if (marker == "to" && head == "accord") return true;
      // "the BBC's decision", "attack on CNN": what it does or suffers; "NPR's Ann Lee", "CNN poll": its report.
      return !(is_speech_or_policy(tree, governor) && (possessor || !marker.empty())) && marker != "against" &&
             marker != "on";
    default:
      return relation != Deprel::Root && relation != Deprel::Xcomp;
  }
}

}  // namespace entente::language
