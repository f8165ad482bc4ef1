#include "entente/graph/query.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/graph/validate.h"
#include "support/graph_builder.h"

namespace entente::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Graph story() {
  return graph_of({
      "country/KOR criticizes country/JPN date=2019-08-22 from=Post conf=0.8",
      "country/KOR criticizes country/JPN date=2020-01-05 doc=b from=Times conf=0.6",
      "country/KOR criticizes country/JPN doc=c published=2021-03-01 conf=0.7",
      "country/JPN meets country/KOR date=2019-09 place=place:Geneva@CHE",
      "official:Jose_Peña@USA~Pena praises country/JPN speaker=person:Ana_Vel doc=d",
      "country/KOR scraps/planned agreement:Sea_Pact[JPN,KOR] affected=country/JPN doc=e published=2019-08-22",
      "country/JPN occupies/ended country/KOR date=1910 until=1945",
  });
}

std::vector<std::string> ids(const Graph& graph, const std::vector<NodeId>& nodes) {
  std::vector<std::string> out;
  for (const NodeId node : nodes) out.push_back(graph[node].id);
  return out;
}

TEST(FindNodes, ByIdLabelAliasOrFormerId) {
  const Graph graph = story();
  EXPECT_THAT(ids(graph, find_nodes(graph, "country/KOR")), ElementsAre("country/KOR"));
  EXPECT_THAT(ids(graph, find_nodes(graph, "south korea")), ElementsAre("country/KOR"));
  EXPECT_THAT(ids(graph, find_nodes(graph, "JOSE PENA")), ElementsAre("person/jose-pena"));
  EXPECT_THAT(ids(graph, find_nodes(graph, "person/pena")), ElementsAre("person/jose-pena"));
  EXPECT_THAT(ids(graph, find_nodes(graph, "Nobody")), IsEmpty());
}

TEST(FindNodes, ListsAllThatAnAmbiguousNameMayMean) {
  const Graph graph = graph_of({"country/KOR~Seoul visits country/JPN place=place:Seoul@KOR"});
  EXPECT_THAT(ids(graph, find_nodes(graph, "Seoul")), ElementsAre("country/KOR", "place/seoul"));
}

TEST(Select, ByEndsTypesStatusesAndConfidence) {
  const Graph graph = story();
  EdgeQuery query;
  query.sources = {find_node(graph, "country/KOR")};
  query.targets = {find_node(graph, "country/JPN")};
  // A symmetric relation counts whichever end is named first.
  EXPECT_THAT(edges_of(select(graph, query)),
              ElementsAre("country/JPN meets/asserted country/KOR", "country/KOR criticizes/asserted country/JPN"));
  query = {};
  query.ends = {find_node(graph, "country/JPN")};
  query.statuses = {Status::Planned};
  EXPECT_THAT(edges_of(select(graph, query)), ElementsAre("country/KOR scraps/planned agreement/sea-pact"));
  query = {};
  query.types = {RelationType::Meets, RelationType::Praises};
  EXPECT_EQ(select(graph, query).edges.size(), 2U);
  query = {};
  query.min_confidence = 0.91;
  EXPECT_THAT(edges_of(select(graph, query)), ElementsAre("country/KOR criticizes/asserted country/JPN"));
}

TEST(Select, KeepsTheEventsOfItsDays) {
  const Graph graph = story();
  EdgeQuery query;
  query.types = {RelationType::Criticizes};
  query.since = Date{2020, 0, 0};
  query.until = Date{2020, 0, 0};
  const Graph part = select(graph, query);
  EXPECT_THAT(validate(part), IsEmpty());
  ASSERT_EQ(part.events.size(), 1U);
  EXPECT_EQ(part.edges[0].claims, 1U);
  EXPECT_EQ(part.edges[0].confidence, 0.6);
  EXPECT_EQ(part.edges[0].date, (Date{2020, 1, 5}));
  EXPECT_EQ(part.nodes[0].claims, 1U);
  // Undated: by publication.
  query.since = query.until = Date{2021, 3, 0};
  EXPECT_EQ(select(graph, query).events.size(), 1U);
  query = {};
  query.types = {RelationType::Occupies};
  query.since = query.until = Date{1930, 0, 0};
  EXPECT_EQ(select(graph, query).events.size(), 1U);
}

TEST(Select, KeepsTheNodesThatEvidenceNames) {
  const Graph graph = story();
  EdgeQuery query;
  query.types = {RelationType::Meets, RelationType::Scraps};
  EXPECT_THAT(node_ids_of(select(graph, query)),
              ElementsAre("agreement/sea-pact", "country/JPN", "country/KOR", "place/geneva"));
  EXPECT_EQ(text_of(select(graph, {})), text_of(graph));
}

Graph chain() {
  return graph_of({
      "country/KOR criticizes country/JPN from=Post",
      "country/KOR criticizes country/JPN from=Times doc=b date=2020-01-05",
      "country/JPN praises country/USA from=Post doc=c",
      "country/USA attacks country/IRN from=Post doc=d",
      "country/IRN party-to agreement:Sea_Pact[IRN,USA] from=Post doc=e",
  });
}

TEST(Select, GoesSoManyHopsFromAnActor) {
  const Graph graph = chain();
  EdgeQuery query;
  query.ends = {find_node(graph, "country/KOR")};
  EXPECT_THAT(edges_of(select(graph, query)), ElementsAre("country/KOR criticizes/asserted country/JPN"));
  query.hops = 2;
  EXPECT_EQ(select(graph, query).edges.size(), 2U);
  query.hops = 3;
  EXPECT_EQ(select(graph, query).edges.size(), 3U);
  // Only over edges that are wanted.
  query.types = {RelationType::Criticizes, RelationType::Attacks};
  EXPECT_EQ(select(graph, query).edges.size(), 1U);
}

TEST(Select, ByQuadWhichLastingRelationsHaveNot) {
  const Graph graph = chain();
  EdgeQuery query;
  query.quads = {Quad::MaterialConflict, Quad::VerbalCooperation};
  EXPECT_THAT(edges_of(select(graph, query)),
              ElementsAre("country/JPN praises/asserted country/USA", "country/USA attacks/asserted country/irn"));
}

TEST(Select, CountsTheSourcesOfWhatIsLeft) {
  const Graph graph = chain();
  EdgeQuery query;
  query.min_sources = 2;
  const Graph part = select(graph, query);
  EXPECT_THAT(edges_of(part), ElementsAre("country/KOR criticizes/asserted country/JPN"));
  EXPECT_THAT(validate(part), IsEmpty());
  query.since = Date{2020, 0, 0};
  EXPECT_THAT(edges_of(select(graph, query)), IsEmpty());
}

TEST(Select, KeepsTheTopEdges) {
  const Graph graph = chain();
  EdgeQuery query;
  query.top = 1;
  const Graph part = select(graph, query);
  EXPECT_THAT(edges_of(part), ElementsAre("country/KOR criticizes/asserted country/JPN"));
  EXPECT_THAT(validate(part), IsEmpty());
  query.top = 4;
  EXPECT_EQ(text_of(select(graph, query)), text_of(graph));
}

// "Chad promised not to attack Mali" is agreeing, "Chad denied shelling Mali" is rejecting.
TEST(Select, KeepsTheEventsOfItsQuads) {
  Graph graph = graph_of({
      "country/KOR attacks/denied country/JPN date=2019-01-01",
      "country/KOR attacks/denied country/JPN date=2020-01-01 doc=b",
  });
  graph.evidence[0].claim.commitment = Commitment::Promised;
  EdgeQuery query;
  query.quads = {Quad::VerbalCooperation};
  const Graph part = select(graph, query);
  EXPECT_THAT(validate(part), IsEmpty());
  ASSERT_EQ(part.events.size(), 1U);
  EXPECT_EQ(part.edges[0].date, (Date{2019, 1, 1}));
  EXPECT_EQ(part.edges[0].coding.quad, Quad::VerbalCooperation);
}

TEST(Select, TakesALastingRelationUntilItWasLastToldOf) {
  const Graph graph = graph_of({
      "country/JPN allies-with country/USA date=1951 published=2019-08-22",
      "country/KOR criticizes country/JPN date=1951 published=2019-08-22",
      "country/KOR allies-with country/USA date=1953 until=1980 published=2019-08-22",
  });
  EdgeQuery query;
  query.since = Date{2019, 0, 0};
  EXPECT_THAT(edges_of(select(graph, query)), ElementsAre("country/JPN allies-with/asserted country/USA"));
  query.since = Date{2020, 0, 0};
  EXPECT_THAT(edges_of(select(graph, query)), IsEmpty());
}

TEST(FindNodes, TellsWhatANameIsLike) {
  const Graph graph = story();
  EXPECT_THAT(ids(graph, find_similar_nodes(graph, "Republic of Koreans", 5)), ElementsAre("country/KOR"));
  EXPECT_THAT(ids(graph, find_similar_nodes(graph, "Narnia", 5)), IsEmpty());
}

TEST(Select, KeepsActsBeforeOfficesAndTheOfficesOfThoseWhoAct) {
  const Graph graph = graph_of({
      "official:Bo_Ra@KOR holds-office-in country/KOR from=Post doc=e",
      "country/JPN praises country/KOR from=Post",
      "country/KOR party-to agreement:Sea_Pact[JPN,KOR] from=Post doc=b",
      "official:Ana_Vel@JPN holds-office-in country/JPN from=Post doc=c",
      "official:Ana_Vel@JPN holds-office-in country/JPN from=Times doc=d",
      "official:Bo_Ra@KOR attacks country/JPN from=Post doc=f",
  });
  EdgeQuery query;
  query.top = 3;
  EXPECT_THAT(
      edges_of(select(graph, query)),
      ElementsAre("country/JPN praises/asserted country/KOR", "country/KOR party-to/asserted agreement/sea-pact",
                  "person/bo-ra attacks/asserted country/JPN", "person/bo-ra holds-office-in/asserted country/KOR"));
}

}  // namespace
}  // namespace entente::testing
