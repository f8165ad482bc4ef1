#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/base/json.h"
#include "entente/export/writers.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

std::string json_ld(const Graph& graph, const WriteOptions& options = {}) {
  std::string out;
  const auto done = write_jsonld(graph, options, [&](std::string_view bytes) -> Result<void> {
    out += bytes;
    return {};
  });
  EXPECT_TRUE(done) << (done ? "" : done.error().to_string());
  return out;
}

JsonValue entity(const JsonDocument& document, std::string_view id) {
  const auto graph = document.root()["@graph"];
  for (std::size_t i = 0; i < graph.size(); ++i) {
    if (graph.at(i)["id"].as_string() == id) return graph.at(i);
  }
  return {};
}

TEST(JsonLd, GivesDirectTriplesOnlyOfWhatIsAsserted) {
  const auto json = JsonDocument::parse(json_ld(small_story()), "out");
  ASSERT_TRUE(json) << json.error().to_string();
  EXPECT_EQ(entity(*json, "country/JPN")["criticizes"].at(0).as_string(), "country/KOR");
  EXPECT_EQ(entity(*json, "country/JPN")["partyTo"].size(), 1U);
  EXPECT_TRUE(entity(*json, "country/KOR")["scraps"].is_null()) << "planned";
}

TEST(JsonLd, TakesItsNamesFromTheBase) {
  WriteOptions options;
  options.base_iri = "https://example.org/kg/";
  const auto json = JsonDocument::parse(json_ld(small_story(), options), "out");
  ASSERT_TRUE(json);
  EXPECT_EQ(json->root()["@context"]["@base"].as_string(), "https://example.org/kg/");
  EXPECT_EQ(json->root()["@context"]["@vocab"].as_string(), "https://example.org/kg/ns#");
}

TEST(JsonLd, RefusesABaseThatIsNone) {
  WriteOptions options;
  options.base_iri = "here";
  bool written = false;
  const auto done = write_jsonld({}, options, [&](std::string_view) -> Result<void> {
    written = true;
    return {};
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::InvalidArgument);
  EXPECT_FALSE(written);
}

TEST(JsonLd, DescribesEachDocumentOnce) {
  const auto text = json_ld(pact_story());
  std::size_t documents = 0;
  for (auto at = text.find("\"Document\""); at != std::string::npos; at = text.find("\"Document\"", at + 1))
    ++documents;
  EXPECT_EQ(documents, 3U);
}

}  // namespace
}  // namespace entente::exporter
