#include <gtest/gtest.h>

#include "entente/base/json.h"
#include "entente/export/writers.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

std::string node_link(const Graph& graph, const WriteOptions& options = {}) {
  std::string out;
  const auto done = write_node_link(graph, options, [&](std::string_view bytes) -> Result<void> {
    out += bytes;
    return {};
  });
  EXPECT_TRUE(done) << (done ? "" : done.error().to_string());
  return out;
}

TEST(NodeLink, HoldsWhatThePublicInterfaceNames) {
  const auto json = JsonDocument::parse(node_link(small_story()), "out");
  ASSERT_TRUE(json) << json.error().to_string();
  const auto root = json->root();
  EXPECT_EQ(root["entente"].as_int(), 1);
  EXPECT_EQ(root["directed"].as_bool(), true);
  EXPECT_EQ(root["multigraph"].as_bool(), true);
  EXPECT_TRUE(root["graph"].is_object());
  ASSERT_EQ(root["nodes"].size(), 3U);
  ASSERT_EQ(root["links"].size(), 3U);
  for (const auto* key : {"id", "type", "label", "aliases", "iso3", "wikidata", "claims"}) {
    bool found = false;
    for (std::size_t i = 0; i < root["nodes"].at(0).size(); ++i) found |= root["nodes"].at(0).key_at(i) == key;
    EXPECT_TRUE(found) << key;
  }
  const auto scraps = root["links"].at(2);
  EXPECT_EQ(scraps["source"].as_string(), "country/KOR");
  EXPECT_EQ(scraps["target"].as_string(), "agreement/jpn-kor-pact");
  EXPECT_EQ(scraps["key"].as_string(), "scraps/planned");
  EXPECT_EQ(scraps["plover"].as_string(), "SANCTION");
  EXPECT_EQ(scraps["quad"].as_string(), "material-conflict");
  EXPECT_EQ(scraps["affected"].as_string(), "country/JPN");
  EXPECT_EQ(scraps["evidence"].at(0)["confidence"].as_double(), 0.877);
  const auto party_to = root["links"].at(1);
  EXPECT_EQ(party_to["key"].as_string(), "party-to/asserted");
  EXPECT_TRUE(party_to["plover"].is_null());
  EXPECT_TRUE(party_to["goldstein"].is_null());
}

TEST(NodeLink, IsWholeForAnEmptyGraph) {
  const auto json = JsonDocument::parse(node_link({}), "out");
  ASSERT_TRUE(json);
  EXPECT_EQ(json->root()["nodes"].size(), 0U);
  EXPECT_TRUE(json->root()["links"].is_array());
}

TEST(NodeLink, HandsOnTheSinksError) {
  std::size_t calls = 0;
  const auto done = write_node_link(small_story(), {}, [&](std::string_view) -> Result<void> {
    if (++calls == 3) return failure(ErrorCode::Io, "disk", "full");
    return {};
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "full");
  EXPECT_EQ(calls, 3U);
}

}  // namespace
}  // namespace entente::exporter
