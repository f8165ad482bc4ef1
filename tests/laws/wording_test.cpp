#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "laws/reading.h"

namespace entente::laws {
namespace {

const std::vector<Gap> kGaps{
    {"called for an end to", "the demand is lost behind the noun \"end\""},
    {"officials from both countries said", "\"both countries\" is resolved for some pairs only"},
    {"for talks on a ceasefire with", "talks are had with whom the ceasefire is with, for some casts"},
    {"{A} said {B} had bombed {C}", "the model takes the report for an accusation, for two casts"},
    {"accused each other of lying", "the model doubts one cast"},
    {"Relations between {A} and {B} worsened", "the model takes relations for support, for one cast"},
    {"unless {C's} prisoners were freed", "parser, one cast of countries"},
};

TEST(Wording, NounsSayWhatVerbsSay) {
  expect_claims(
      {
          {"{A} launched an attack on {B}.", {"A attacks B asserted ASSAULT"}},
          {"{A} carried out airstrikes on {B}.", {"A attacks B asserted ASSAULT"}},
          {"{B} came under attack from {A}.", {"A attacks B asserted ASSAULT"}},
          {"An attack on {B} was carried out by {A}.", {"A attacks B asserted ASSAULT"}},
          {"{A's} attack on {B} lasted two days.", {"A attacks B asserted ASSAULT"}},
          {"The {A.adj} attack on {B} lasted two days.", {"A attacks B asserted ASSAULT"}},
          {"{B} faced criticism from {A}.", {"A criticizes B asserted ACCUSE"}},
          {"{B} drew criticism from {A}.", {"A criticizes B asserted ACCUSE"}},
          {"Sanctions were imposed on {B} by {A}.", {"A sanctions B asserted SANCTION"}},
          {"{A} slapped new sanctions on {B}.", {"A sanctions B asserted SANCTION"}},
          {"{A} gave aid to {B}.", {"A aids B asserted AID"}},
          {"{A} sent aid to {B}.", {"A aids B asserted AID"}},
          {"{A} provided {B} with weapons.", {"A aids B asserted AID"}},
          {"{B} received aid from {A}.", {"A aids B asserted AID"}},
          {"{A} held talks with {B}.", {"A negotiates-with B asserted CONSULT"}},
          {"{A} and {B} held talks.", {"A negotiates-with B asserted CONSULT"}},
          {"{A} reached a deal with {B}.", {"A agrees-with B asserted SUPPORT"}},
          {"{A} signed a trade deal with {B}.", {"A agrees-with B asserted SUPPORT"}},
          {"{A} and {B} accused each other of lying.", {"A accuses B asserted ACCUSE", "B accuses A asserted ACCUSE"}},
          {"{A} called for an end to {B's} attack on {C}.",
           {"A demands B asserted REQUEST", "B attacks C asserted ASSAULT"}},
      },
      kGaps, {}, 5);
}

TEST(Wording, EndingAnActIsItsReverse) {
  expect_claims(
      {
          {"{A} stopped shelling {B}.", {"A yields-to B asserted YIELD"}},
          {"{A} ended its attacks on {B}.", {"A yields-to B asserted YIELD"}},
          {"{A} suspended aid to {B}.", {"A scraps * asserted SANCTION affected=B"}},
          {"{A} cut off aid to {B}.", {"A scraps * asserted SANCTION affected=B"}},
          {"{A} eased sanctions on {B}.", {"A lifts * asserted YIELD affected=B"}},
          {"{A} removed sanctions against {B}.", {"A lifts * asserted YIELD affected=B"}},
          {"Sanctions on {B} were lifted by {A}.", {"A lifts * asserted YIELD affected=B"}},
          {"{A} will lift sanctions on {B}.", {"A lifts * planned AGREE affected=B"}},
          {"{A} refused to lift sanctions on {B}.", {"A rejects B asserted REJECT"}},
          {"{A} scrapped the pact with {B}.", {"A scraps * asserted SANCTION affected=B"}},
          {"{A} withdrew from the pact with {B}.", {"A scraps * asserted SANCTION affected=B"}},
          {"{A} pulled out of the pact with {B}.", {"A scraps * asserted SANCTION affected=B"}},
          {"{A} decided not to extend the pact with {B}.", {"A scraps * planned SANCTION affected=B"}},
          {"{A} extended the pact with {B}.", {"A extends * asserted SUPPORT affected=B"}},
          {"{A} called off talks with {B}.", {"A sanctions B asserted SANCTION"}},
          {"{A} withdrew its troops from {B}.", {"A yields-to B asserted YIELD"}},
      },
      kGaps);
}

TEST(Wording, SeveralActorsEachHaveTheirPart) {
  expect_claims(
      {
          {"{A} and {B} condemned {C}.", {"A criticizes C asserted ACCUSE", "B criticizes C asserted ACCUSE"}},
          {"{A} condemned {B} and {C}.", {"A criticizes B asserted ACCUSE", "A criticizes C asserted ACCUSE"}},
          {"{A} bombed {B} and invaded {C}.", {"A attacks B asserted ASSAULT", "A attacks C asserted ASSAULT"}},
          {"{A} praised {B} but criticized {C}.", {"A praises B asserted SUPPORT", "A criticizes C asserted ACCUSE"}},
          {"{A}, which bombed {B}, criticized {C}.",
           {"A attacks B asserted ASSAULT", "A criticizes C asserted ACCUSE"}},
          {"{A} condemned {B} for bombing {C}.",
           {"A criticizes B asserted ACCUSE", "B attacks C hypothetical ASSAULT speaker=A"}},
          {"{A} criticized {B} after {C} bombed {A}.",
           {"A criticizes B asserted ACCUSE", "C attacks A asserted ASSAULT"}},
          {"{A} said {B} had bombed {C}.", {"B attacks C asserted ASSAULT speaker=A"}},
          {"{A} condemned the {B.adj} attack on {C}.",
           {"A criticizes B asserted ACCUSE", "B attacks C asserted ASSAULT"}},
          {"{A} protested against {B}.", {"A criticizes B asserted ACCUSE"}},
          {"{A} rejected {B's} proposal.", {"A rejects B asserted REJECT"}},
          {"{A} asked {B} for help.", {"A demands B asserted REQUEST"}},
          {"{A} recalled its ambassador from {B}.", {"A sanctions B asserted SANCTION"}},
          {"{A} cut diplomatic ties with {B}.", {"A sanctions B asserted SANCTION"}},
          {"{A} deployed troops along the border with {B}.", {"A mobilizes B asserted MOBILIZE"}},
          {"{A} apologized to {B}.", {"A yields-to B asserted YIELD"}},
          {"{A} thanked {B}.", {"A praises B asserted SUPPORT"}},
          {"{A} hailed {B's} decision.", {"A praises B asserted SUPPORT"}},
          {"{A} denounced {B's} decision.", {"A criticizes B asserted ACCUSE"}},
      },
      kGaps, {}, 2);
}

/// What may stand around a sentence without changing what it says. S is the sentence without its full stop.
const std::vector<std::string_view> kSurroundings{
    "LIMA (Reuters) - S.",
    "S, Reuters reported.",
    "S, state television reported on Tuesday.",
    "On Thursday, S.",
    "S on Thursday.",
    "S last year.",
    "According to local media, S.",
    "\"Rain is expected on Monday,\" the radio said. S.",
};

TEST(Wording, SurroundingsChangeNothing) {
  const std::vector<Case> kSentences{
      {"{A} bombed {B}", {"A attacks B asserted ASSAULT"}},
      {"{B} was bombed by {A}", {"A attacks B asserted ASSAULT"}},
      {"{A} criticized {B}", {"A criticizes B asserted ACCUSE"}},
      {"{A} imposed sanctions on {B}", {"A sanctions B asserted SANCTION"}},
      {"{A} lifted sanctions on {B}", {"A lifts * asserted YIELD affected=B"}},
      {"{A} held talks with {B}", {"A negotiates-with B asserted CONSULT"}},
      {"{A} urged {B} to attack {C}", {"A demands B asserted REQUEST", "B attacks C hypothetical ASSAULT"}},
  };
  std::vector<Case> cases;
  for (const std::string_view around : kSurroundings) {
    for (const Case& sentence : kSentences) {
      std::string text(around);
      text.replace(text.find("S") == text.find("S,") ? text.find("S,") : text.rfind("S"), 1, sentence.text);
      cases.push_back({text, sentence.claims});
    }
  }
  expect_claims(cases, kGaps, {.place_and_speaker = false});
}

/// Of these only the actors may differ from cast to cast.
const std::vector<std::string_view> kSentences{
    "{A} has asked {B} to stop its military exercises near the border, but {B} refused.",
    "{A's} foreign minister arrived in {B} on Monday for talks on a ceasefire with {C}.",
    "After months of talks, {A} agreed to sell wheat to {B} despite objections from {C}.",
    "{A} and {B} jointly condemned {C}, whose troops crossed the frontier on Sunday.",
    "{A} warned {B} that it would close its border unless {C's} prisoners were freed.",
    "Protesters in {A} burned {B.adj} flags outside the embassy.",
    "{A}, an old ally of {B}, has sent two warships to help {C}.",
    "A delegation from {A} will visit {B} next month, officials from both countries said.",
    "{A} said on Friday it had shot down two {B.adj} drones that had entered its airspace.",
    "Relations between {A} and {B} worsened when {C} offered to host exiled rebels.",
    "{A} withdrew its ambassador from {B} and imposed tariffs on {B.adj} steel.",
    "A court in {A} sentenced two {B.adj} journalists to ten years in prison for spying for {C}.",
    "{A} is considering the {B.adj} request for food aid.",
    "{A} denies that it supplied missiles to {B} during the war against {C}.",
    "{A} and {B} resumed negotiations over the river dam that {C} opposes.",
    "{A} pledged to protect {B} if {C} attacks.",
};

TEST(Wording, AnotherCountryChangesOnlyTheActor) {
  std::size_t tried = 0;
  std::size_t failed = 0;
  for (const std::string_view text : kSentences) {
    std::map<std::vector<std::string>, std::vector<std::string>> readings;
    for (const Cast& cast : casts()) {
      const std::string sentence = cast_into(text, cast);
      readings[read(sentence, cast)].push_back(sentence);
    }
    const auto most = std::max_element(readings.begin(), readings.end(),
                                       [](const auto& a, const auto& b) { return a.second.size() < b.second.size(); });
    tried += casts().size();
    for (const auto& [claims, sentences] : readings) {
      if (&claims == &most->first) continue;
      failed += sentences.size();
      if (is_known(text, kGaps)) continue;
      std::string differ;
      for (const auto& line : claims) differ += "\n    " + line;
      std::string expected;
      for (const auto& line : most->first) expected += "\n    " + line;
      for (const std::string& sentence : sentences)
        ADD_FAILURE() << sentence << "\n  template " << text << "\n  expected " << expected << "\n  read     "
                      << differ;
    }
  }
  EXPECT_LE(failed, std::size_t{6}) << "of " << tried << ", known gaps included";
}

}  // namespace
}  // namespace entente::laws
