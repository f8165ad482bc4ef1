#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/graph_builder.h"

namespace entente::testing {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::IsSupersetOf;
using ::testing::Not;

const Node& node(const Graph& graph, std::string_view id) {
  for (const Node& candidate : graph.nodes) {
    if (candidate.id == id) return candidate;
  }
  ADD_FAILURE() << "no node " << id;
  static const Node kNone;
  return kNone;
}

TEST(Identity, TakesListedActorsFromTheActorData) {
  const Graph graph = graph_of({"country/KOR~Seoul criticizes country/JPN"});
  EXPECT_EQ(node(graph, "country/KOR").label, "South Korea");
  EXPECT_EQ(node(graph, "country/KOR").wikidata, "Q884");
  EXPECT_THAT(node(graph, "country/KOR").aliases, ElementsAre("Seoul"));
}

TEST(Identity, JoinsAShorterNameToTheOnlyFullerOne) {
  const Graph graph = graph_of(
      {"official:Kim_You-geun@KOR criticizes country/JPN doc=a", "official:Kim@KOR criticizes country/JPN doc=b"});
  EXPECT_THAT(node_ids_of(graph), ElementsAre("country/JPN", "person/kim-you-geun"));
  EXPECT_THAT(node(graph, "person/kim-you-geun").aliases, ElementsAre("Kim"));
  EXPECT_THAT(node(graph, "person/kim-you-geun").former_ids, ElementsAre("person/kim"));
  EXPECT_EQ(node(graph, "person/kim-you-geun").claims, 2U);
}

TEST(Identity, LeavesAShorterNameThatFitsTwo) {
  EXPECT_THAT(node_ids_of(graph_of({"official:Kim_You-geun@KOR criticizes country/JPN doc=a",
                                    "official:Kim_Min-su@KOR criticizes country/JPN doc=c",
                                    "official:Kim@KOR criticizes country/JPN doc=b"})),
              ElementsAre("country/JPN", "person/kim", "person/kim-min-su", "person/kim-you-geun"));
}

TEST(Identity, LeavesAShorterNameOfAnotherCountryOrKind) {
  EXPECT_THAT(node_ids_of(graph_of(
                  {"official:Ana_Vel@KOR criticizes country/JPN doc=a", "official:Vel@USA criticizes country/JPN doc=b",
                   "person:Vel@KOR criticizes country/USA doc=c", "official:Vel criticizes country/USA doc=d"})),
              Contains("person/vel-usa"));
}

TEST(Identity, NeverJoinsWhatADocumentTellsApart) {
  EXPECT_THAT(node_ids_of(graph_of({"official:Kim_You-geun@KOR criticizes country/JPN doc=a",
                                    "official:Kim@KOR criticizes country/JPN doc=a",
                                    "official:Kim@KOR criticizes country/JPN doc=b"})),
              ElementsAre("country/JPN", "person/kim", "person/kim-you-geun"));
}

TEST(Identity, TakesSpellingsThatDifferInHyphensForOne) {
  EXPECT_THAT(node_ids_of(graph_of({"official:Kang_Kyung-wha@KOR criticizes country/JPN doc=a",
                                    "official:Kang_Kyungwha@KOR criticizes country/JPN doc=b"})),
              ElementsAre("country/JPN", "person/kang-kyung-wha"));
}

TEST(Identity, JoinsThroughChainsOfNames) {
  EXPECT_THAT(node_ids_of(graph_of({"official:Ana_Maria_Vel@KOR criticizes country/JPN doc=a",
                                    "official:Ana_Vel@KOR criticizes country/JPN doc=b",
                                    "official:Vel@KOR criticizes country/JPN doc=c"})),
              ElementsAre("country/JPN", "person/ana-maria-vel"));
}

TEST(Identity, JoinsOrganisationsByTheirOtherNamesOnly) {
  const Graph graph = graph_of({"organisation:National_Security_Council@KOR~NSC criticizes country/JPN doc=a",
                                "organisation:NSC@KOR criticizes country/JPN doc=b",
                                "organisation:NSC@USA criticizes country/JPN doc=c",
                                "organisation:Security_Council@KOR criticizes country/JPN doc=d"});
  EXPECT_THAT(node_ids_of(graph), ElementsAre("country/JPN", "organisation/national-security-council",
                                              "organisation/nsc", "organisation/security-council"));
}

TEST(Identity, GivesClashingNamesTheirCountry) {
  const Graph graph = graph_of({"official:Lee_Chan@KOR criticizes country/JPN doc=a published=2019-01-01",
                                "official:Lee_Chan@USA criticizes country/JPN doc=b published=2020-01-01",
                                "official:Lee_Chan criticizes country/JPN doc=c published=2021-01-01"});
  EXPECT_THAT(node_ids_of(graph),
              ElementsAre("country/JPN", "person/lee-chan-2021", "person/lee-chan-kor", "person/lee-chan-usa"));
}

TEST(Identity, JoinsANamesakeOfUnknownCountryToTheOnlyOne) {
  EXPECT_THAT(node_ids_of(graph_of({"official:Lee_Chan@KOR criticizes country/JPN doc=a",
                                    "official:Lee_Chan criticizes country/JPN doc=b"})),
              ElementsAre("country/JPN", "person/lee-chan"));
}

TEST(Identity, NeverGivesAListedIdToANamesake) {
  FakeActors actors = few_actors();
  actors.add("person/lee-chan", "Lee Chan", NodeType::Official, "KOR", ActorKind::Person);
  const Graph graph = assemble(claims_of({"official:Lee_Chan@KOR criticizes country/JPN doc=a",
                                          "official:Lee_Chan@USA criticizes country/JPN doc=b"}),
                               actors.lookup());
  EXPECT_THAT(node_ids_of(graph), ElementsAre("country/JPN", "person/lee-chan", "person/lee-chan-usa"));
}

TEST(Identity, JoinsADescriptionToTheNamedAgreementOfTheSameParties) {
  const Graph graph = graph_of({"country/KOR scraps agreement:Sea_Pact[JPN,KOR]~sea-watching_pact doc=a",
                                "country/JPN extends agreement:sea-watching_pact[JPN,KOR] doc=b",
                                "country/USA extends agreement:sea-watching_pact[KOR,USA] doc=c"});
  EXPECT_THAT(node_ids_of(graph), IsSupersetOf({"agreement/sea-pact", "agreement/kor-usa-sea-watching-pact"}));
  EXPECT_THAT(node_ids_of(graph), Not(Contains("agreement/jpn-kor-sea-watching-pact")));
  EXPECT_THAT(node(graph, "agreement/sea-pact").former_ids, ElementsAre("agreement/jpn-kor-sea-watching-pact"));
}

TEST(Identity, KeepsAgreementsOfOneNameAndOtherPartiesApart) {
  const Graph graph = graph_of({"country/KOR signs agreement:Free_Trade_Pact[JPN,KOR] doc=a published=2001-01-01",
                                "country/USA signs agreement:Free_Trade_Pact[KOR,USA] doc=b published=2002-01-01"});
  EXPECT_THAT(node_ids_of(graph), IsSupersetOf({"agreement/free-trade-pact-2001", "agreement/free-trade-pact-2002"}));
}

TEST(Identity, MakesAPersonWithAnOfficeAnOfficial) {
  const Graph graph = graph_of({"person:Ana_Vel holds-office-in country/KOR office=mayor"});
  EXPECT_EQ(node(graph, "person/ana-vel").type, NodeType::Official);
  EXPECT_EQ(graph.edges.at(0).office, "mayor");
}

TEST(Identity, IdsDoNotDependOnTheThreshold) {
  const std::vector<std::string> lines = {"official:Kim_You-geun@KOR criticizes country/JPN doc=a conf=0.6",
                                          "official:Kim@KOR criticizes country/JPN doc=b conf=0.9"};
  EXPECT_THAT(node_ids_of(graph_of(lines, {.min_confidence = 0.8})), ElementsAre("country/JPN", "person/kim-you-geun"));
}

TEST(Identity, ResolvesWhatAClaimIsAbout) {
  const FakeActors actors = few_actors();
  std::vector<Claim> claims =
      claims_of({"country/KOR signs agreement:sea_pact[JPN,KOR] doc=a", "country/JPN criticizes country/KOR doc=a",
                 "country/JPN praises country/KOR doc=a"});
  claims[1].about = ClaimTopic{"the pact", {0, 8}, "agreement/jpn-kor-sea-pact"};
  claims[2].about = ClaimTopic{"another pact", {0, 8}, "agreement/another-pact"};
  const Graph graph = assemble(claims, actors.lookup());
  EXPECT_EQ(graph.evidence.at(0).claim.about->id, "agreement/jpn-kor-sea-pact");
  EXPECT_EQ(graph.evidence.at(1).claim.about->id, "");
}

TEST(Identity, JoinsTwoSpellingsOfOneFullNameInOneCountry) {
  const FakeActors actors = few_actors();
  ActorLookup lookup = actors.lookup();
  lookup.spelling_key = [](std::string_view name) {
    std::string key(name);
    std::erase(key, 'y');
    return key;
  };
  const auto ids = [&](const std::vector<std::string>& claims) {
    return node_ids_of(assemble(claims_of(claims), lookup));
  };
  EXPECT_THAT(ids({"official:Marya_Kalmyn@KOR criticizes country/JPN doc=a",
                   "official:Mara_Kalmyn@KOR criticizes country/JPN doc=b"}),
              ElementsAre("country/JPN", "person/marya-kalmyn"));
  EXPECT_THAT(ids({"official:Marya_Kalmyn@KOR criticizes country/JPN doc=a",
                   "official:Mara_Kalmyn@USA criticizes country/JPN doc=b"}),
              ElementsAre("country/JPN", "person/mara-kalmyn", "person/marya-kalmyn"));
}

TEST(Identity, FindsListedActorsByNameInClaimsThatWereReadBefore) {
  const FakeActors actors = few_actors();
  ActorLookup lookup = actors.lookup();
  lookup.named = [actor = lookup.actor](std::string_view name, NodeType type, std::string_view) {
    return name == "Atlantic Pact" && type == NodeType::Organisation ? actor("organisation/nato") : nullptr;
  };
  EXPECT_THAT(node_ids_of(assemble(claims_of({"organisation:Atlantic_Pact criticizes country/JPN"}), lookup)),
              ElementsAre("country/JPN", "organisation/nato"));
}

TEST(Identity, KeepsApartWhatAUserTellsApart) {
  const FakeActors actors = few_actors();
  ActorLookup lookup = actors.lookup();
  lookup.are_apart = [](std::string_view a, std::string_view b) {
    return std::min(a, b) == "person/kim" && std::max(a, b) == "person/kim-you-geun";
  };
  const Graph graph = assemble(claims_of({"official:Kim_You-geun@KOR criticizes country/JPN doc=a",
                                          "official:Kim@KOR criticizes country/JPN doc=b"}),
                               lookup);
  EXPECT_THAT(node_ids_of(graph), ElementsAre("country/JPN", "person/kim", "person/kim-you-geun"));
}

TEST(Identity, TakesAnIdThatAUserMergedForTheListedActor) {
  const FakeActors actors = few_actors();
  ActorLookup lookup = actors.lookup();
  lookup.actor = [actor = lookup.actor](std::string_view id) {
    return actor(id == "organisation/atlantic-pact" ? "organisation/nato" : id);
  };
  lookup.merged_ids = [](std::string_view id) {
    return id == "organisation/nato" ? std::vector<std::string_view>{"organisation/atlantic-pact"}
                                     : std::vector<std::string_view>{};
  };
  const Graph graph = assemble(claims_of({"organisation:Atlantic_Pact@USA criticizes country/JPN doc=a"}), lookup);
  EXPECT_THAT(node(graph, "organisation/nato").aliases, ElementsAre("Atlantic Pact"));
  EXPECT_THAT(node(graph, "organisation/nato").former_ids, ElementsAre("organisation/atlantic-pact"));
}

}  // namespace
}  // namespace entente::testing
