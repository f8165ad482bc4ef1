#include "entente/export/diagram.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

const DiagramNode* find_node(const Diagram& diagram, std::string_view id) {
  const auto found =
      std::find_if(diagram.nodes.begin(), diagram.nodes.end(), [&](const auto& n) { return n.id == id; });
  return found == diagram.nodes.end() ? nullptr : &*found;
}

std::vector<DiagramLine> lines_between(const Diagram& diagram, std::string_view source, std::string_view target) {
  std::vector<DiagramLine> out;
  for (const auto& line : diagram.lines) {
    if (line.source == source && line.target == target) out.push_back(line);
  }
  return out;
}

TEST(Diagram, WritesOfficesUnderNames) {
  const auto diagram = diagram_of(pact_story(), "");
  EXPECT_THAT(find_node(diagram, "person/taro-kono")->subtitle, ElementsAre("foreign minister"));
  EXPECT_THAT(find_node(diagram, "person/dave-eastburn")->subtitle, ElementsAre("spokesman"));
  const auto office = lines_between(diagram, "person/taro-kono", "country/JPN");
  ASSERT_EQ(office.size(), 1U);
  EXPECT_TRUE(office[0].belonging);
  EXPECT_THAT(office[0].labels, IsEmpty());
}

TEST(Diagram, WritesTheAcronymUnderALongName) {
  const auto diagram = diagram_of(pact_story(), "");
  EXPECT_THAT(find_node(diagram, "agreement/general-security-of-military-information-agreement")->subtitle,
              ElementsAre("GSOMIA"));
  EXPECT_THAT(find_node(diagram, "organisation/kor-national-security-council")->subtitle, ElementsAre("NSC"));
  EXPECT_THAT(find_node(diagram, "organisation/usa-pentagon")->subtitle, IsEmpty());
}

TEST(Diagram, NamesTheBusiestNodesWhereNoTitleIsGiven) {
  EXPECT_EQ(diagram_of(pact_story(), "").title, "Japan, South Korea, United States and 9 more");
  EXPECT_EQ(diagram_of(pact_story(), "Given").title, "Given");
  EXPECT_EQ(diagram_of({}, "").title, "");
}

TEST(Diagram, GroupsPeopleAndBodiesWithTheirCountry) {
  const auto diagram = diagram_of(pact_story(), "");
  EXPECT_EQ(find_node(diagram, "country/KOR")->cluster, "KOR");
  EXPECT_EQ(find_node(diagram, "person/kim-you-geun")->cluster, "KOR");
  EXPECT_EQ(find_node(diagram, "country/PRK")->cluster, "") << "alone";
  EXPECT_EQ(find_node(diagram, "policy/jpn-export-curbs")->cluster, "") << "stands between countries";
  EXPECT_EQ(find_node(diagram, "place/seoul"), nullptr) << "has no edge";
}

TEST(Diagram, NamesTheClusterOfACountryThatIsNotDrawn) {
  const auto diagram = diagram_of(sample_graph({{"country/KOR", NodeType::Country, "South Korea", "KOR"},
                                                {"person/a", NodeType::Official, "A", "KOR"},
                                                {"person/b", NodeType::Official, "B", "KOR"}},
                                               {{"person/a", RelationType::Meets, "person/b"}}),
                                  "");
  ASSERT_EQ(diagram.clusters.size(), 1U);
  EXPECT_EQ(diagram.clusters[0].title, "South Korea");
}

TEST(Diagram, SaysTheStandingInWords) {
  const auto diagram = diagram_of(pact_story(), "");
  const auto words = [&](std::string_view source, std::string_view target) {
    return lines_between(diagram, source, target).at(0).labels;
  };
  EXPECT_THAT(words("organisation/usa-pentagon", "country/KOR"), ElementsAre("✗ supports (denied)"));
  EXPECT_THAT(words("country/JPN", "country/korea-before-1948"), ElementsAre("occupies (1910–1945)"));
  EXPECT_THAT(words("country/PRK", "country/KOR"), ElementsAre("attacks (possible)"));
  EXPECT_THAT(lines_between(diagram, "country/KOR", "country/USA").at(1).labels,
              ElementsAre("cooperates with (planned)"));
}

TEST(Diagram, JoinsManyEdgesBetweenTwoNodesByToneAndDirection) {
  using enum RelationType;
  std::vector<SampleEdge> edges;
  for (const auto type : {Criticizes, Accuses, Threatens, Praises}) edges.push_back({"country/A", type, "country/B"});
  edges.push_back({"country/A", Attacks, "country/B", Status::Denied});
  edges.push_back({"country/B", Criticizes, "country/A"});
  const auto diagram = diagram_of(
      sample_graph({{"country/A", NodeType::Country, "A"}, {"country/B", NodeType::Country, "B"}}, edges), "");
  const auto lines = lines_between(diagram, "country/A", "country/B");
  ASSERT_EQ(lines.size(), 2U);
  EXPECT_THAT(lines[0].labels, ElementsAre("accuses", "✗ attacks (denied)", "criticizes", "threatens"));
  EXPECT_EQ(lines[0].status, Status::Asserted);
  EXPECT_EQ(lines[0].tone, Tone::Conflict);
  EXPECT_THAT(lines[1].labels, ElementsAre("praises"));
  EXPECT_EQ(lines_between(diagram, "country/B", "country/A").size(), 1U);
}

TEST(Diagram, QuotesItsEvidenceInTooltips) {
  const auto diagram = diagram_of(small_story(), "");
  const auto line = lines_between(diagram, "country/JPN", "country/KOR").at(0);
  EXPECT_THAT(line.tooltip, HasSubstr("Japan → South Korea: criticizes [2 sources, 2 claims]"));
  EXPECT_THAT(line.tooltip, HasSubstr("“Tokyo was angry.”\n   Harbour Post, 2019-08-22"));
  EXPECT_EQ(line.url, "https://news.example/a1");
  EXPECT_EQ(line.sources, 2U);
  EXPECT_EQ(diagram.source_line, "Source: 2 articles, 2019-08-22: Example Times, Harbour Post");
}

}  // namespace
}  // namespace entente::exporter
