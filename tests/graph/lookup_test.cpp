#include <gtest/gtest.h>

#include "entente/actors/knowledge_base.h"
#include "entente/graph/query.h"
#include "support/graph_builder.h"

namespace entente::testing {
namespace {

const KnowledgeBase& actor_data() {
  static const KnowledgeBase kActors = KnowledgeBase::load(ENTENTE_DATA_DIR "/actors").value();
  return kActors;
}

TEST(LookupOf, FindsListedActorsAndPublishers) {
  const ActorLookup lookup = lookup_of(actor_data());
  ASSERT_NE(lookup.actor("country/KOR"), nullptr);
  EXPECT_EQ(lookup.actor("country/KOR")->name, "South Korea");
  EXPECT_EQ(lookup.actor("country/nowhere"), nullptr);
  EXPECT_NE(lookup.publisher("Reuters"), "");
  EXPECT_EQ(lookup.publisher("Reuters"), lookup.publisher("www.reuters.com"));
  EXPECT_EQ(lookup.publisher("The Veland Bugle"), "");
}

TEST(LookupOf, FindsTheOneActorOfAName) {
  const ActorLookup lookup = lookup_of(actor_data());
  ASSERT_NE(lookup.named("Burma", NodeType::Country, ""), nullptr);
  EXPECT_EQ(lookup.named("Burma", NodeType::Country, "")->id, "country/MMR");
  EXPECT_EQ(lookup.named("Taro Kono", NodeType::Person, "JPN")->id, "person/taro-kono");
  EXPECT_EQ(lookup.named("Taro Kono", NodeType::Person, "USA"), nullptr);
  EXPECT_EQ(lookup.named("Seoul", NodeType::Country, ""), nullptr);
  EXPECT_EQ(lookup.named("Congress", NodeType::Organisation, ""), nullptr);
}

TEST(FindNodes, KnowsTheListedNamesOfNodes) {
  const Graph graph = assemble(claims_of({"country/KOR criticizes country/JPN"}), actor_data());
  const auto found = find_nodes(graph, "Republic of Korea", actor_data());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(graph[found[0]].id, "country/KOR");
  // Listed, but in no article.
  EXPECT_TRUE(find_nodes(graph, "Norway", actor_data()).empty());
}

}  // namespace
}  // namespace entente::testing
