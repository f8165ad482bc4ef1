#include "entente/export/graphviz.h"

#include <gmock/gmock.h>
#include <graphviz/cgraph.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "entente/export/writers.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

struct Closer {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};

std::unique_ptr<Agraph_t, Closer> read_back(const std::string& dot) {
  return std::unique_ptr<Agraph_t, Closer>(agmemread(dot.c_str()));
}

std::string attribute(void* object, const char* key) { return agget(object, const_cast<char*>(key)); }

TEST(DotText, IsReadBackByCgraph) {
  const auto diagram = diagram_of(pact_story(), "Two neighbours");
  const auto dot = dot_text(diagram);
  ASSERT_TRUE(dot);
  const auto graph = read_back(*dot);
  ASSERT_TRUE(graph);
  EXPECT_EQ(agnnodes(graph.get()), 15);
  EXPECT_EQ(agnedges(graph.get()), 23);
  Agnode_t* pact =
      agnode(graph.get(), const_cast<char*>("agreement/general-security-of-military-information-agreement"), 0);
  ASSERT_NE(pact, nullptr);
  EXPECT_EQ(attribute(pact, "shape"), "note");
  Agraph_t* korea = agsubg(graph.get(), const_cast<char*>("cluster_KOR"), 0);
  ASSERT_NE(korea, nullptr);
  EXPECT_EQ(agnnodes(korea), 5);
}

TEST(DotText, DrawsStandingAndSources) {
  const auto dot = dot_text(diagram_of(small_story(), ""));
  const auto graph = read_back(*dot);
  const auto edge = [&](const char* source, const char* target) {
    return agedge(graph.get(), agnode(graph.get(), const_cast<char*>(source), 0),
                  agnode(graph.get(), const_cast<char*>(target), 0), nullptr, 0);
  };
  Agedge_t* planned = edge("country/KOR", "agreement/jpn-kor-pact");
  ASSERT_NE(planned, nullptr);
  EXPECT_EQ(attribute(planned, "style"), "dashed");
  EXPECT_EQ(attribute(planned, "color"), "#D55E00");
  EXPECT_EQ(attribute(planned, "penwidth"), "1.2");
  EXPECT_EQ(attribute(edge("country/JPN", "country/KOR"), "penwidth"), "2.4") << "two publishers";
  EXPECT_EQ(attribute(edge("country/JPN", "agreement/jpn-kor-pact"), "color"), "#0072B2");
}

TEST(DotText, IsTheSameEveryTime) {
  // Clusters are kept by number, not by address.
  const auto diagram = diagram_of(pact_story(), "");
  const auto dot = dot_text(diagram).value();
  for (int i = 0; i < 5; ++i) EXPECT_EQ(dot_text(diagram).value(), dot);
}

TEST(DotText, KeepsHostileNamesInsideTheirLabels) {
  const auto dot = dot_text(diagram_of(hostile_story(), "\"]; evil [label=\"<b>"));
  ASSERT_TRUE(dot);
  const auto graph = read_back(*dot);
  ASSERT_TRUE(graph);
  EXPECT_EQ(agnnodes(graph.get()), 4);
  EXPECT_EQ(agnedges(graph.get()), 3);
  EXPECT_NE(agnode(graph.get(), const_cast<char*>("person/b\"]; x"), 0), nullptr);
  EXPECT_THAT(*dot, Not(HasSubstr("javascript:")));
}

TEST(Draw, EscapesHostileNames) {
  const auto svg = draw(diagram_of(hostile_story(), "<script>alert(0)</script> -->"), Picture::Svg);
  ASSERT_TRUE(svg) << svg.error().to_string();
  EXPECT_THAT(*svg, Not(HasSubstr("<script")));
  EXPECT_THAT(*svg, Not(HasSubstr("<img")));
  EXPECT_THAT(*svg, Not(HasSubstr("javascript:")));
  EXPECT_THAT(*svg, HasSubstr("&lt;/TD&gt;&lt;/TABLE&gt;"));
  EXPECT_THAT(*svg, HasSubstr("minister of &lt;i&gt;&amp;&lt;/i&gt; \\L")) << "no sequence is replaced in labels";
  EXPECT_THAT(*svg, HasSubstr("\\N \\E {a|b}")) << "nor in tooltips";
  EXPECT_THAT(*svg, HasSubstr("&amp;lt;b&amp;gt; &amp;#10; &amp;amp; \\\\ %s")) << "entities stay as they were written";
}

TEST(Draw, MakesEachKindOfPicture) {
  const auto diagram = diagram_of(pact_story(), "Two neighbours");
  EXPECT_THAT(draw(diagram, Picture::Svg).value(), HasSubstr("font-family=\"DejaVu Sans,Verdana,sans-serif\""));
  EXPECT_THAT(draw(diagram, Picture::Png).value(), StartsWith("\x89PNG"));
  const auto pdf = draw(diagram, Picture::Pdf).value();
  EXPECT_THAT(pdf, StartsWith("%PDF"));
  EXPECT_THAT(pdf, HasSubstr("/CreationDate (D:19700101000000Z)"));
}

TEST(Draw, PutsQuotesAndLinksIntoTheSvg) {
  const auto svg = draw(diagram_of(small_story(), ""), Picture::Svg).value();
  EXPECT_THAT(svg, HasSubstr("xlink:href=\"https://news.example/a1\""));
  EXPECT_THAT(svg, HasSubstr("“Tokyo was angry.”"));
}

TEST(Draw, TakesEdgesOfANodeToItselfAndAnEmptyGraph) {
  EXPECT_TRUE(draw(diagram_of({}, ""), Picture::Svg));
  EXPECT_TRUE(draw(
      diagram_of(
          sample_graph({{"group/a", NodeType::Group, "rebels"}}, {{"group/a", RelationType::Attacks, "group/a"}}), ""),
      Picture::Svg));
}

TEST(Draw, AsksForAFilterAboveItsLimit) {
  Diagram diagram = diagram_of(small_story(), "");
  diagram.edges = kMaxDrawnEdges + 1;
  const auto svg = draw(diagram, Picture::Svg);
  ASSERT_FALSE(svg);
  EXPECT_EQ(svg.error().code, ErrorCode::Limit);
  EXPECT_THAT(svg.error().message, HasSubstr("filter"));
  EXPECT_TRUE(dot_text(diagram)) << "a graph without positions has no limit";
}

TEST(Draw, PlacesLargeGraphsWithoutWordsOnLines) {
  const auto diagram = diagram_of(made_up_world(kLargeFromEdges), "");
  EXPECT_TRUE(diagram.is_large());
  EXPECT_THAT(dot_text(diagram).value(), HasSubstr("layout=sfdp"));
  EXPECT_TRUE(draw(diagram, Picture::Svg));
}

TEST(DotText, CountsTheRelationsOfALineInALargeGraph) {
  auto diagram = diagram_of(small_story(), "");
  diagram.edges = kLargeFromEdges;
  diagram.lines.at(0).edges = 7;
  const auto dot = dot_text(diagram).value();
  EXPECT_THAT(dot, HasSubstr(">×7<"));
  EXPECT_THAT(dot, HasSubstr("stands for so many relations"));
  EXPECT_THAT(dot, Not(HasSubstr(">×1<")));
}

TEST(DotText, EnlargesTheHeadingWithTheNumberOfNodes) {
  EXPECT_THAT(dot_text(diagram_of(made_up_world(40), "T")).value(), HasSubstr("POINT-SIZE=\"20.0\"><B>T</B>"));
  const auto large = diagram_of(made_up_world(1000), "T");
  ASSERT_GT(large.nodes.size(), 240U);
  EXPECT_THAT(dot_text(large).value(), Not(HasSubstr("POINT-SIZE=\"20.0\"><B>T</B>")));
}

TEST(Draw, GivesTheSameBytesAfterAnotherLargePicture) {
  const auto diagram = diagram_of(made_up_world(kLargeFromEdges), "");
  const auto first = draw(diagram, Picture::Svg).value();
  EXPECT_TRUE(draw(diagram_of(made_up_world(kLargeFromEdges + 50), ""), Picture::Svg));
  EXPECT_EQ(draw(diagram, Picture::Svg).value(), first);
}

/// Words of edges in an SVG of ours: left, top, right and bottom, by the widest letters of the font.
struct WordBox {
  double left, top, right, bottom;
};

std::vector<WordBox> edge_words(const std::string& svg) {
  std::vector<WordBox> boxes;
  for (auto at = svg.find("class=\"edge\""); at != std::string::npos; at = svg.find("class=\"edge\"", at + 1)) {
    const auto end = std::min(svg.find("class=\"edge\"", at + 1), svg.find("class=\"node\"", at + 1));
    WordBox box{1e9, 1e9, -1e9, -1e9};
    for (auto text = svg.find("<text ", at); text < end; text = svg.find("<text ", text + 1)) {
      const double x = std::stod(svg.substr(svg.find(" x=\"", text) + 4));
      const double y = std::stod(svg.substr(svg.find(" y=\"", text) + 4));
      const auto open = svg.find('>', text) + 1;
      const double width = 5.0 * static_cast<double>(svg.find('<', open) - open);
      box = {std::min(box.left, x), std::min(box.top, y - 7), std::max(box.right, x + width), std::max(box.bottom, y)};
    }
    if (box.left < box.right) boxes.push_back(box);
  }
  return boxes;
}

TEST(Draw, KeepsTheWordsOfLinesApart) {
  // sfdp, which places more than dot can, may leave words of lines to one hub too close.
  for (const auto& [edges, most] : {std::pair(40U, 0U), std::pair(80U, 0U), std::pair(120U, 8U)}) {
    const auto boxes = edge_words(draw(diagram_of(made_up_world(edges), ""), Picture::Svg).value());
    EXPECT_GT(boxes.size(), 25U);
    std::size_t overlaps = 0;
    for (std::size_t i = 0; i < boxes.size(); ++i) {
      for (std::size_t j = i + 1; j < boxes.size(); ++j) {
        overlaps += boxes[i].left < boxes[j].right && boxes[j].left < boxes[i].right &&
                    boxes[i].top < boxes[j].bottom && boxes[j].top < boxes[i].bottom;
      }
    }
    EXPECT_LE(overlaps, most) << edges;
  }
}

TEST(Draw, GivesTheSameBytesFromAnyThread) {
  const auto diagram = diagram_of(pact_story(), "");
  const auto expected = draw(diagram, Picture::Svg).value();
  std::vector<std::string> drawn(4);
  std::vector<std::thread> threads;
  for (auto& out : drawn) threads.emplace_back([&] { out = draw(diagram, Picture::Svg).value(); });
  for (auto& thread : threads) thread.join();
  for (const auto& out : drawn) EXPECT_EQ(out, expected);
}

TEST(WriteDot, StreamsAGraphThatNobodyDrawsWhole) {
  Graph graph = made_up_world(kMaxDrawnEdges + 1);
  graph.nodes.front().label = "a \"quoted\" \\N name";
  std::string dot;
  std::size_t longest = 0;
  const auto done = write_dot(graph, {}, [&](std::string_view bytes) -> Result<void> {
    longest = std::max(longest, bytes.size());
    dot += bytes;
    return {};
  });
  ASSERT_TRUE(done);
  EXPECT_LT(longest, 1000U) << "a node or an edge at a time";
  EXPECT_NE(dot.find("label=\"a \\\"quoted\\\" \\\\N name\""), std::string::npos);
  std::size_t arrows = 0;
  for (auto at = dot.find(" -> "); at != std::string::npos; at = dot.find(" -> ", at + 1)) ++arrows;
  EXPECT_EQ(arrows, graph.edges.size());
}

}  // namespace
}  // namespace entente::exporter
