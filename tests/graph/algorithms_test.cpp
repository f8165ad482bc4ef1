#include "entente/graph/algorithms.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <boost/concept/assert.hpp>
#include <boost/graph/graph_concepts.hpp>

#include "entente/graph/bgl_view.h"
#include "support/graph_builder.h"

namespace entente::testing {
namespace {

using ::testing::DoubleNear;
using ::testing::ElementsAre;

BOOST_CONCEPT_ASSERT((boost::VertexListGraphConcept<TieView>));
BOOST_CONCEPT_ASSERT((boost::EdgeListGraphConcept<TieView>));
BOOST_CONCEPT_ASSERT((boost::IncidenceGraphConcept<TieView>));
BOOST_CONCEPT_ASSERT((boost::AdjacencyGraphConcept<TieView>));

/// JPN – KOR – USA in a row, each tie by two edges, and two persons apart. Nodes: JPN KOR USA ana bea.
Graph row_of_three() {
  return graph_of({"country/JPN criticizes country/KOR conf=0.6", "country/KOR criticizes country/JPN conf=0.9",
                   "country/KOR allies-with country/USA", "country/USA praises country/KOR",
                   "person:Ana meets person:Bea"});
}

TEST(TieView, HoldsEachTieOnceByItsSurestEdge) {
  const Graph graph = row_of_three();
  const TieView view(graph);
  ASSERT_EQ(num_edges(view), 3U);
  EXPECT_EQ(num_vertices(view), 5U);
  EXPECT_EQ(graph[view.ties()[0].edge].confidence, 0.9);
  EXPECT_EQ(out_degree(1, view), 2U);
}

TEST(Measures, NumberComponentsInOrderOfNodes) {
  const GraphMeasures found = measures(row_of_three());
  EXPECT_THAT(found.component, ElementsAre(0, 0, 0, 1, 1));
  EXPECT_EQ(found.components, 2U);
}

TEST(Measures, BetweennessIsTheShareOfPathsThroughANode) {
  // One of the six pairs of others has its only path through KOR.
  EXPECT_THAT(measures(row_of_three()).betweenness, ElementsAre(0, DoubleNear(1.0 / 6, 1e-12), 0, 0, 0));
}

TEST(Measures, PageRankPrefersWhoHasMoreTies) {
  const std::vector<double> ranks = page_ranks(row_of_three());
  EXPECT_GT(ranks[1], ranks[0]);
  EXPECT_DOUBLE_EQ(ranks[0], ranks[2]);
  EXPECT_NEAR(ranks[0] + ranks[1] + ranks[2] + ranks[3] + ranks[4], 1, 1e-9);
}

TEST(Measures, OfAnEmptyGraphAreEmpty) {
  const GraphMeasures found = measures(Graph{});
  EXPECT_TRUE(found.page_rank.empty());
  EXPECT_EQ(found.components, 0U);
}

TEST(ShortestPath, FollowsTiesInAnyDirection) {
  const Graph graph = row_of_three();
  const auto path = shortest_path(graph, NodeId(0), NodeId(2)).value();
  ASSERT_EQ(path.size(), 2U);
  EXPECT_EQ(graph[path[0]].confidence, 0.9);
  EXPECT_EQ(graph[graph[path[1]].source].id, "country/KOR");
  EXPECT_TRUE(shortest_path(graph, NodeId(0), NodeId(0)).value().empty());
  EXPECT_FALSE(shortest_path(graph, NodeId(0), NodeId(3)));
}

TEST(ShortestPath, TakesTheSurerOfTwo) {
  const Graph graph = graph_of({"person:A praises person:B conf=0.6", "person:B praises person:D conf=0.6",
                                "person:A praises person:C conf=0.9", "person:C praises person:D conf=0.9",
                                "person:A praises person:D2 conf=0.9"});
  const auto path = shortest_path(graph, NodeId(0), NodeId(3)).value();
  ASSERT_EQ(path.size(), 2U);
  EXPECT_EQ(graph[graph[path[0]].target].id, "person/c");
}

}  // namespace
}  // namespace entente::testing
