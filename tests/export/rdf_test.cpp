#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <utility>

#include "entente/export/writers.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

using testing::HasSubstr;
using testing::Not;

std::string written(GraphWriter write, const Graph& graph, const WriteOptions& options = {}) {
  std::string out;
  const auto done = write(graph, options, [&](std::string_view bytes) -> Result<void> {
    out += bytes;
    return {};
  });
  EXPECT_TRUE(done) << (done ? "" : done.error().to_string());
  return out;
}

std::string ent(std::string_view path) { return "<https://w3id.org/entente/" + std::string(path) + ">"; }

TEST(Rdf, GivesDirectTriplesOnlyOfWhatIsAsserted) {
  const std::string lines = written(write_ntriples, small_story());
  EXPECT_THAT(lines, HasSubstr(ent("country/JPN") + " " + ent("ns#criticizes") + " " + ent("country/KOR") + " .\n"));
  EXPECT_THAT(lines, Not(HasSubstr(ent("country/KOR") + " " + ent("ns#scraps"))));
  EXPECT_THAT(lines, HasSubstr(ent("ns#status") + " " + ent("ns#planned")));
}

TEST(Rdf, PutsEvidenceIntoTheGraphOfItsArticleAndNothingElse) {
  const std::string lines = written(write_nquads, pact_story());
  std::size_t named = 0;
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    const std::string line = lines.substr(begin, end - begin);
    const bool in_article = line.ends_with("> .") &&
                            line.find(ent("document/").substr(0, 30), 1) != std::string::npos &&
                            line.rfind("<https://w3id.org/entente/document/") > line.find("> <");
    const bool graph = in_article && line.starts_with("<https://w3id.org/entente/evidence/");
    named += graph ? 1 : 0;
    EXPECT_EQ(line.starts_with("<https://w3id.org/entente/evidence/"), graph) << line;
    begin = end + 1;
  }
  EXPECT_GT(named, 0U);
}

TEST(Rdf, WritesTurtleBelowItsBase) {
  WriteOptions options;
  options.base_iri = "https://example.org/kg/";
  const std::string turtle = written(write_turtle, small_story(), options);
  EXPECT_TRUE(turtle.starts_with("@base <https://example.org/kg/> .\n")) << turtle.substr(0, 80);
  EXPECT_THAT(turtle, HasSubstr("@prefix ent: <https://example.org/kg/ns#> ."));
  EXPECT_THAT(turtle, HasSubstr("<country/JPN>\n"));
  EXPECT_THAT(turtle, HasSubstr("a ent:Country"));
}

TEST(Rdf, HasNoBlankNodes) {
  EXPECT_THAT(written(write_ntriples, pact_story()), Not(HasSubstr("_:")));
  EXPECT_THAT(written(write_trig, pact_story()), Not(HasSubstr("_:")));
}

TEST(Rdf, HandsBytesOnAsItGoes) {
  const Graph graph = made_up_world(2000);
  for (const GraphWriter write : {write_ntriples, write_turtle, write_nquads, write_trig}) {
    std::size_t all = 0;
    std::size_t largest = 0;
    const auto done = write(graph, {}, [&](std::string_view bytes) -> Result<void> {
      all += bytes.size();
      largest = std::max(largest, bytes.size());
      return {};
    });
    ASSERT_TRUE(done);
    EXPECT_GT(all, 1'000'000U);
    EXPECT_LE(largest, 16'384U);
  }
}

TEST(Rdf, RefusesABaseThatIsNone) {
  WriteOptions options;
  options.base_iri = "here";
  const auto done = write_turtle({}, options, [](std::string_view) -> Result<void> { return {}; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::InvalidArgument);
}

TEST(Rdf, HandsOnTheErrorOfTheSink) {
  const auto done = write_ntriples(
      made_up_world(2000), {}, [](std::string_view) -> Result<void> { return failure(ErrorCode::Io, "disk", "full"); });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::Io);
}

TEST(Rdf, ReplacesWhatParsersWouldDrop) {
  Graph graph = small_story();
  graph.nodes.front().label = std::string("a\0b", 3) +
                              "\xEF\xBF\xBE"
                              "c\xEF\xB7\x90"
                              "d\xF0\x9F\xBF\xBF"
                              "e\xF0\x9F\x98\x80\xEF\xBC\x81";
  const std::string fit =
      "\"a\xEF\xBF\xBD"
      "b\xEF\xBF\xBD"
      "c\xEF\xBF\xBD"
      "d\xEF\xBF\xBD"
      "e\xF0\x9F\x98\x80\xEF\xBC\x81\"";
  for (const GraphWriter write : {write_ntriples, write_turtle, write_jsonld}) {
    EXPECT_THAT(written(write, graph), HasSubstr(fit));
  }
}

TEST(Rdf, RefusesTextThatIsNotUtf8) {
  Graph graph = small_story();
  graph.nodes.front().label = "\xC3(";
  const auto done = write_turtle(graph, {}, [](std::string_view) -> Result<void> { return {}; });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::Encoding);
}

}  // namespace
}  // namespace entente::exporter
