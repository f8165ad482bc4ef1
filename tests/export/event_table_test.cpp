#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "entente/export/writer.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

using enum RelationType;
using testing::ElementsAre;
using testing::HasSubstr;

/// The lines, without the header.
std::vector<std::string> rows(const Graph& graph, EventStatuses statuses = EventStatuses::Stated) {
  WriteOptions options;
  options.event_statuses = statuses;
  std::string text;
  const auto written = format_of_name("events-csv")->write(graph, options, [&](std::string_view bytes) -> Result<void> {
    text += bytes;
    return {};
  });
  EXPECT_TRUE(written) << written.error().to_string();
  std::vector<std::string> out;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = text.find('\n', begin);
    if (begin != 0) out.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return out;
}

const std::vector<SampleNode> kNodes = {{"country/AAA", NodeType::Country, "Aland", "AAA"},
                                        {"country/BBB", NodeType::Country, "Beland", "BBB"},
                                        {"policy/aaa-curbs", NodeType::Policy, "Aland's curbs", "AAA"}};

TEST(EventTable, TakesTheAffectedActorForTargetOfAnActOnAPolicy) {
  const auto table = rows(sample_graph(
      kNodes, {{"country/AAA", Lifts, "policy/aaa-curbs", Status::Asserted, {{"q"}}, "", "", "", "country/BBB"}}));
  ASSERT_EQ(table.size(), 1U);
  EXPECT_THAT(table[0],
              HasSubstr(",country/BBB,Beland,BBB,country,GOV,policy/aaa-curbs,\"Aland's curbs\",policy,lifts,"));
}

TEST(EventTable, HasNoTargetWhereNobodyIsKnownToBeAffected) {
  const auto table =
      rows(sample_graph(kNodes, {{"country/AAA", Lifts, "policy/aaa-curbs", Status::Asserted, {{"q"}}}}));
  ASSERT_EQ(table.size(), 1U);
  EXPECT_THAT(table[0], HasSubstr(",GOV,,,,,,policy/aaa-curbs,"));
}

TEST(EventTable, LeavesOutWhatDidNotHappenUnlessAsked) {
  std::vector<SampleEdge> edges;
  for (const Status status :
       {Status::Asserted, Status::Planned, Status::Denied, Status::Negated, Status::Hypothetical}) {
    edges.push_back({"country/AAA", Attacks, "country/BBB", status, {{"q"}}});
  }
  const Graph graph = sample_graph(kNodes, edges);
  EXPECT_EQ(rows(graph).size(), 3U);
  EXPECT_EQ(rows(graph, EventStatuses::All).size(), 5U);
}

TEST(EventTable, LeavesOutWhatIsNoAct) {
  EXPECT_TRUE(
      rows(sample_graph(kNodes, {{"country/AAA", AlliesWith, "country/BBB", Status::Asserted, {{"q"}}}})).empty());
}

TEST(EventTable, KeepsSpreadsheetsFromRunningCells) {
  for (const std::string formula : {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\uFF1D1"}) {
    std::vector<SampleNode> nodes = kNodes;
    nodes[0].label = formula;
    const auto table = rows(sample_graph(nodes, {{"country/AAA", Attacks, "country/BBB", Status::Asserted, {{"q"}}}}));
    ASSERT_EQ(table.size(), 1U);
    EXPECT_THAT(table[0], HasSubstr("country/AAA,\"'")) << formula;
  }
}

TEST(EventTable, HasOneLineARowWhateverIsInIt) {
  std::vector<SampleNode> nodes = kNodes;
  nodes[0].label = "a\nb\r\n\"c\", d" + std::string("\0e", 2) + std::string(100'000, 'x');
  const auto table = rows(sample_graph(nodes, {{"country/AAA", Attacks, "country/BBB", Status::Asserted, {{"q\nr"}}}}));
  ASSERT_EQ(table.size(), 1U);
  EXPECT_THAT(table[0], HasSubstr("\"a b \"\"c\"\", d "));
  EXPECT_THAT(table[0], HasSubstr("q r"));
}

TEST(EventTable, CodesEachEventByItsOwnClaims) {
  Graph graph = sample_graph(kNodes, {{"country/AAA", Attacks, "country/BBB", Status::Asserted, {{"q"}}}});
  graph.evidence[0].claim.cameo = "195";
  EXPECT_THAT(rows(graph)[0], HasSubstr(",attacks,asserted,195,"));
}

}  // namespace
}  // namespace entente::exporter
