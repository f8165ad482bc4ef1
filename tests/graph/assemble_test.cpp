#include "entente/graph/assemble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <random>

#include "entente/graph/validate.h"
#include "support/graph_builder.h"

namespace entente::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

const std::vector<std::string> kStory = {
    "country/KOR scraps/planned agreement:Sea_Pact[JPN,KOR]~sea-watching_pact affected=country/JPN doc=a "
    "published=2019-08-22 from=Post",
    "country/JPN criticizes country/KOR doc=a date=2019-08-22 from=Post published=2019-08-22",
    "official:Taro_Kono@JPN~Kono criticizes country/KOR doc=a date=2019-08-22 from=Post published=2019-08-22",
    "official:Kono@JPN criticizes country/KOR doc=b date=2019-08-23 from=Times published=2019-08-23",
    "country/KOR allies-with country/USA doc=b from=Times published=2019-08-23",
    "country/JPN party-to agreement:sea-watching_pact[JPN,KOR] doc=b from=Times published=2019-08-23",
    "official:Taro_Kono@JPN holds-office-in country/JPN office=foreign_minister doc=b",
    "country/KOR meets country/JPN place=place:Geneva@CHE date=2019-08 doc=c",
    "country/JPN meets country/KOR date=2019-08-20 doc=a speaker=person:Ana_Vel",
};

TEST(Assemble, GivesAValidGraph) { EXPECT_THAT(validate(graph_of(kStory)), IsEmpty()); }

TEST(Assemble, DoesNotDependOnTheOrderOfClaims) {
  const std::string expected = text_of(graph_of(kStory));
  const FakeActors actors = few_actors();
  std::vector<Claim> claims = claims_of(kStory);
  for (unsigned seed = 1; seed <= 20; ++seed) {
    std::mt19937 random(seed);
    std::shuffle(claims.begin(), claims.end(), random);
    EXPECT_EQ(text_of(assemble(claims, actors.lookup())), expected) << "seed " << seed;
  }
}

TEST(Assemble, IsIdempotent) {
  const FakeActors actors = few_actors();
  const Graph once = graph_of(kStory);
  std::vector<Claim> claims;
  for (const Evidence& evidence : once.evidence) claims.push_back(evidence.claim);
  EXPECT_EQ(text_of(assemble(claims, actors.lookup())), text_of(once));
  std::vector<Claim> twice = claims_of(kStory);
  for (const Claim& claim : claims_of(kStory)) twice.push_back(claim);
  EXPECT_EQ(text_of(assemble(twice, actors.lookup())), text_of(once));
}

TEST(Assemble, KeepsStatusesApart) {
  EXPECT_THAT(edges_of(graph_of({"country/KOR attacks/hypothetical country/JPN",
                                 "country/KOR attacks/denied country/JPN", "country/KOR attacks country/JPN"})),
              ElementsAre("country/KOR attacks/asserted country/JPN", "country/KOR attacks/denied country/JPN",
                          "country/KOR attacks/hypothetical country/JPN"));
}

TEST(Assemble, StoresSymmetricRelationsOnceSmallerIdFirst) {
  const Graph graph = graph_of({"country/USA allies-with country/JPN", "country/JPN allies-with country/USA"});
  EXPECT_THAT(edges_of(graph), ElementsAre("country/JPN allies-with/asserted country/USA"));
  EXPECT_EQ(graph.edges[0].claims, 2U);
}

TEST(Assemble, CountsWhyClaimsStayOut) {
  const Graph graph = graph_of({
      "country/KOR criticizes country/JPN conf=0.49",
      "country/KOR criticizes -",
      "agreement:Sea_Pact criticizes country/JPN",
      "country/KOR party-to country/JPN",
      "country/KOR criticizes country/KOR",
      "country/KOR criticizes country/JPN field=title quote=Seoul_slams_Tokyo begin=0",
      "country/KOR criticizes country/JPN field=text quote=Seoul_slams_Tokyo. begin=0",
  });
  ClaimCounts expected;
  expected.read = 7;
  expected.below_confidence = expected.without_node = expected.outside_domain = expected.outside_range = 1;
  expected.same_ends = expected.repeated = expected.kept = 1;
  EXPECT_EQ(graph.claims, expected);
  EXPECT_EQ(graph.edges.at(0).claims, 1U);
  EXPECT_EQ(graph.evidence.at(0).claim.field, ArticleField::Text);
}

TEST(Assemble, DropsNodesThatNothingNames) {
  EXPECT_THAT(node_ids_of(graph_of({"country/KOR criticizes country/JPN", "country/USA criticizes - conf=0.9",
                                    "country/KOR visits country/JPN place=place:Osaka@JPN"})),
              ElementsAre("country/JPN", "country/KOR", "place/osaka"));
}

TEST(Assemble, RoundsConfidenceAsLinesDo) {
  EXPECT_EQ(graph_of({"country/KOR criticizes country/JPN conf=0.49951"}).edges.size(), 1U);
  EXPECT_EQ(graph_of({"country/KOR criticizes country/JPN conf=0.4994"}).edges.size(), 0U);
}

TEST(Assemble, CodesAnEdgeAsMostClaimsDo) {
  const Graph graph =
      graph_of({"country/USA criticizes country/JPN cameo=111", "country/KOR attacks country/JPN cameo=195",
                "country/KOR attacks country/JPN cameo=195", "country/KOR attacks country/JPN cameo=190"});
  EXPECT_EQ(graph.edges.at(0).coding.cameo, "195");
}

TEST(Assemble, LeavesAffectedOpenWhereClaimsDiffer) {
  const std::string act = "country/KOR scraps agreement:Sea_Pact ";
  EXPECT_TRUE(graph_of({act + "affected=country/JPN", act}).edges.at(0).affected.valid());
  EXPECT_FALSE(graph_of({act + "affected=country/JPN", act + "affected=country/USA"}).edges.at(0).affected.valid());
}

TEST(Assemble, NumbersEvidenceOfOnePlace) {
  const Graph graph =
      graph_of({"country/KOR attacks country/JPN begin=5", "country/KOR attacks/denied country/JPN begin=5"});
  ASSERT_EQ(graph.evidence.size(), 2U);
  EXPECT_NE(graph.evidence[0].id, graph.evidence[1].id);
}

TEST(Assemble, GivesDocumentedIds) {
  const Graph graph = graph_of({"country/KOR attacks country/JPN begin=5 date=2019-08-22"});
  EXPECT_EQ(graph.events.at(0).id, "event/" + short_digest("country/KOR\nattacks\ncountry/JPN\nasserted\n2019-08-22"));
  EXPECT_EQ(graph.evidence.at(0).id, "evidence/" + short_digest("d1\ntext\n5\n55\nattacks\ncountry/KOR\ncountry/JPN"));
}

}  // namespace
}  // namespace entente::testing
