#include <gtest/gtest.h>

#include <string>

#include "entente/export/writer.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

std::string page_of(const Graph& graph, const std::string& title) {
  WriteOptions options;
  options.title = title;
  std::string page;
  const auto done = format_of_name("html")->write(graph, options, [&](std::string_view bytes) -> Result<void> {
    page += bytes;
    return {};
  });
  EXPECT_TRUE(done) << done.error().to_string();
  return page;
}

/// A build without Cytoscape.js has no such format.
class Explorer : public testing::Test {
 protected:
  void SetUp() override {
    if (format_of_name("html") == nullptr) GTEST_SKIP() << "built without Cytoscape.js";
  }
};

std::size_t count(const std::string& text, std::string_view part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

TEST_F(Explorer, IsOnePageThatMayLoadNothing) {
  const auto page = page_of(small_story(), "A pact");
  EXPECT_NE(page.find("default-src 'none'"), std::string::npos);
  EXPECT_NE(page.find("Permission is hereby granted"), std::string::npos) << "Cytoscape.js's licence";
  EXPECT_NE(page.find("intelligence pact"), std::string::npos);
}

TEST_F(Explorer, LetsNoTextEndAScript) {
  Graph graph = hostile_story();
  const std::string bad = "</script><script>alert(1)</script><!-- \u2028";
  graph.nodes[0].label = graph.nodes[0].id = bad;
  for (auto& row : graph.evidence) row.claim.quote = row.claim.doc.title = bad;
  const auto page = page_of(graph, bad);
  EXPECT_EQ(count(page, "</script>"), count(page_of({}, ""), "</script>"));
  EXPECT_EQ(count(page, "<!--"), 0U);
}

TEST_F(Explorer, LeadsOnlyToWebAddresses) {
  EXPECT_EQ(page_of(hostile_story(), "").find("\"url\":\"javascript:"), std::string::npos);
}

TEST_F(Explorer, IsTheSameBytesAgain) { EXPECT_EQ(page_of(pact_story(), "x"), page_of(pact_story(), "x")); }

}  // namespace
}  // namespace entente::exporter
