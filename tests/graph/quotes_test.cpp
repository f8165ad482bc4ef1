#include "entente/graph/quotes.h"

#include <gtest/gtest.h>

#include <string>

#include "support/graph_builder.h"

namespace entente::testing {
namespace {

std::string cut(std::string quote, std::string_view trigger, std::size_t words) {
  Claim claim;
  claim.span = {100, 100 + static_cast<std::uint32_t>(quote.size())};
  const auto at = static_cast<std::uint32_t>(100 + quote.find(trigger));
  claim.trigger = {at, at + static_cast<std::uint32_t>(trigger.size())};
  claim.quote = std::move(quote);
  return cut_quote(claim, words);
}

TEST(CutQuote, KeepsTheWordsAroundTheTrigger) {
  EXPECT_EQ(cut("On Monday the ministers of Peru met the envoy of Chad in Lima.", "met", 5),
            "… of Peru met the envoy …");
  EXPECT_EQ(cut("Peru met the envoy of Chad in Lima.", "met", 4), "Peru met the envoy …");
  EXPECT_EQ(cut("The envoy of Chad and Peru met.", "met", 3), "… and Peru met.");
}

TEST(CutQuote, LeavesAQuoteThatIsShortEnough) {
  EXPECT_EQ(cut("Peru met  Chad.", "met", 3), "Peru met  Chad.");
  EXPECT_EQ(cut("Peru met Chad.", "met", 0), "");
}

TEST(CutQuotes, LeavesOffsetsAndCounts) {
  Graph graph = graph_of({"country/KOR criticizes country/JPN", "country/KOR criticizes country/JPN doc=b"});
  const Graph before = graph;
  cut_quotes(graph, 1);
  for (std::size_t i = 0; i < graph.evidence.size(); ++i) {
    EXPECT_LE(graph.evidence[i].claim.quote.size(), before.evidence[i].claim.quote.size() + 8);
    EXPECT_EQ(graph.evidence[i].claim.span, before.evidence[i].claim.span);
  }
  EXPECT_EQ(graph.edges.front().claims, before.edges.front().claims);
}

}  // namespace
}  // namespace entente::testing
