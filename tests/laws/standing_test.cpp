#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "laws/reading.h"

namespace entente::laws {
namespace {

struct Verb {
  std::string_view base;
  std::string_view past;
  std::string_view participle;
  std::string_view gerund;
  std::string_view relation;
  std::string_view root;
  std::string_view planned_root;
};

const std::vector<Verb> kHostile{
    {"bomb", "bombed", "bombed", "bombing", "attacks", "ASSAULT", "THREATEN"},
    {"shell", "shelled", "shelled", "shelling", "attacks", "ASSAULT", "THREATEN"},
    {"attack", "attacked", "attacked", "attacking", "attacks", "ASSAULT", "THREATEN"},
    {"invade", "invaded", "invaded", "invading", "attacks", "ASSAULT", "THREATEN"},
};
const std::vector<Verb> kFriendly{
    {"help", "helped", "helped", "helping", "aids", "AID", "AGREE"},
    {"arm", "armed", "armed", "arming", "aids", "AID", "AGREE"},
};
const std::vector<Verb> kSpoken{
    {"criticize", "criticized", "criticized", "criticizing", "criticizes", "ACCUSE", "ACCUSE"},
    {"condemn", "condemned", "condemned", "condemning", "criticizes", "ACCUSE", "ACCUSE"},
    {"praise", "praised", "praised", "praising", "praises", "SUPPORT", "SUPPORT"},
    {"threaten", "threatened", "threatened", "threatening", "threatens", "THREATEN", "THREATEN"},
    {"sanction", "sanctioned", "sanctioned", "sanctioning", "sanctions", "SANCTION", "THREATEN"},
};

std::string filled(std::string_view pattern, const Verb& verb) {
  std::string out(pattern);
  const auto put = [&](std::string_view slot, std::string_view word) {
    for (std::size_t at = out.find(slot); at != std::string::npos; at = out.find(slot))
      out.replace(at, slot.size(), word);
  };
  put("BASE", verb.base);
  put("PAST", verb.past);
  put("PARTICIPLE", verb.participle);
  put("GERUND", verb.gerund);
  put("RELATION", verb.relation);
  put("PLANNED", verb.planned_root);
  put("ROOT", verb.root);
  return out;
}

struct Pattern {
  std::string_view text;
  std::vector<std::string_view> claims;
};

std::vector<Case> cases_of(const std::vector<Pattern>& patterns, const std::vector<std::vector<Verb>>& lists) {
  std::vector<Case> out;
  for (const Pattern& pattern : patterns) {
    for (const auto& verbs : lists) {
      for (const Verb& verb : verbs) {
        Case each{filled(pattern.text, verb), {}};
        for (const std::string_view claim : pattern.claims) each.claims.push_back(filled(claim, verb));
        out.push_back(std::move(each));
      }
    }
  }
  return out;
}

const std::vector<Gap> kGaps{
    {"denied bombing {B}", "parser: \"bombing\" is taken for a noun"},
    {"of bombing {B}", "parser: the same"},
    {"denied that it had armed {B}", "parser: \"armed\" is taken for an adjective"},
    {"{B} armed {A}", "parser: the same"},
    {"called on {A} to shell {B}", "the model doubts one cast"},
};

TEST(Standing, ActiveAndPassiveSayTheSame) {
  expect_claims(cases_of({{"{A} PAST {B}.", {"A RELATION B asserted ROOT"}},
                          {"{B} PAST {A}.", {"B RELATION A asserted ROOT"}},
                          {"{B} was PARTICIPLE by {A}.", {"A RELATION B asserted ROOT"}},
                          {"{B} has been PARTICIPLE by {A}.", {"A RELATION B asserted ROOT"}}},
                         {kHostile, kFriendly, kSpoken}),
                kGaps, {}, 2);
}

TEST(Standing, IsNegatedWhereTheNarratorSaysNo) {
  expect_claims(cases_of({{"{A} did not BASE {B}.", {"A RELATION B negated ROOT"}},
                          {"{A} has never PARTICIPLE {B}.", {"A RELATION B negated ROOT"}},
                          {"{B} was not PARTICIPLE by {A}.", {"A RELATION B negated ROOT"}}},
                         {kHostile, kFriendly, kSpoken}),
                kGaps);
}

TEST(Standing, IsPlannedBeforeItHappens) {
  expect_claims(cases_of({{"{A} will BASE {B}.", {"A RELATION B planned PLANNED"}},
                          {"{A} plans to BASE {B}.", {"A RELATION B planned PLANNED"}},
                          {"{A} has decided to BASE {B}.", {"A RELATION B planned PLANNED"}},
                          {"{A} said it would BASE {B}.", {"A RELATION B planned PLANNED"}}},
                         {kHostile, kFriendly}),
                kGaps);
}

TEST(Standing, IsHypotheticalWherePossibleOrWanted) {
  expect_claims(cases_of({{"{A} may BASE {B}.", {"A RELATION B hypothetical ROOT"}},
                          {"{A} could BASE {B}.", {"A RELATION B hypothetical ROOT"}},
                          {"{A} wants to BASE {B}.", {"A RELATION B hypothetical ROOT"}},
                          {"{A} is likely to BASE {B}.", {"A RELATION B hypothetical ROOT"}}},
                         {kHostile, kFriendly}),
                kGaps);
}

TEST(Standing, IsDeniedWhereTheActorSaysNo) {
  expect_claims(cases_of({{"{A} denied GERUND {B}.", {"A RELATION B denied REJECT"}},
                          {"{A} denied that it had PARTICIPLE {B}.", {"A RELATION B denied REJECT"}},
                          {"{A} said it did not BASE {B}.", {"A RELATION B denied REJECT"}}},
                         {kHostile, kFriendly}),
                kGaps, {}, 8);
}

TEST(Standing, OfAThreatIsTheThreat) {
  expect_claims(cases_of({{"{A} threatened to BASE {B}.", {"A threatens B asserted THREATEN"}},
                          {"{A} has threatened to BASE {B}.", {"A threatens B asserted THREATEN"}}},
                         {kHostile}),
                kGaps);
}

TEST(Standing, OfARefusalIsTheRefusal) {
  expect_claims(cases_of({{"{A} refused to BASE {B}.", {"A rejects B asserted REJECT"}},
                          {"{A} declined to BASE {B}.", {"A rejects B asserted REJECT"}}},
                         {kFriendly}),
                kGaps);
}

TEST(Standing, OfAnActThatIsUrgedOrAllegedIsHypothetical) {
  expect_claims(
      cases_of({{"{C} urged {A} to BASE {B}.", {"C demands A asserted REQUEST", "A RELATION B hypothetical ROOT"}},
                {"{C} called on {A} to BASE {B}.", {"C demands A asserted REQUEST", "A RELATION B hypothetical ROOT"}},
                {"{C} accused {A} of GERUND {B}.",
                 {"C accuses A asserted ACCUSE", "A RELATION B hypothetical ROOT speaker=C"}},
                {"{A} was accused by {C} of GERUND {B}.",
                 {"C accuses A asserted ACCUSE", "A RELATION B hypothetical ROOT speaker=C"}}},
               {kHostile, kFriendly}),
      kGaps, {}, 3);
}

}  // namespace
}  // namespace entente::laws
