#include "entente/graph/assemble/events.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/graph_builder.h"

namespace entente::testing {
namespace {

using ::testing::ElementsAre;

const std::string kAct = "country/KOR criticizes country/JPN ";

/// Dates of the events of an edge, with the number of claims of each: "2019-08-22 ×2".
std::vector<std::string> events_of(const std::vector<std::string>& options) {
  std::vector<std::string> lines;
  for (const std::string& option : options) lines.push_back(kAct + option);
  const Graph graph = graph_of(lines);
  std::vector<std::string> out;
  for (const Event& event : graph.events) {
    out.push_back((event.date ? to_string(*event.date) : "-") + " ×" + std::to_string(event.evidence.size()));
  }
  return out;
}

TEST(Events, JoinWhereDatesMeet) {
  EXPECT_THAT(events_of({"date=2019-08-22", "date=2019-08", "date=2019-08-22 doc=b"}), ElementsAre("2019-08-22 ×3"));
  EXPECT_THAT(events_of({"date=2019-08-22", "date=2019-08-23"}), ElementsAre("2019-08-22 ×1", "2019-08-23 ×1"));
}

TEST(Events, JoinOnlyDaysThatAllClaimsShare) {
  // August meets both days, but once it has joined the first, the second is another event.
  EXPECT_THAT(events_of({"date=2019-08", "date=2019-08-05", "date=2019-08-22"}),
              ElementsAre("2019-08-05 ×2", "2019-08-22 ×1"));
}

TEST(Events, TakeUndatedClaimsFromTheWeekOfPublication) {
  EXPECT_THAT(events_of({"date=2019-08-10", "date=2019-08-22", "published=2019-08-18 doc=b"}),
              ElementsAre("2019-08-10 ×1", "2019-08-22 ×2"));
  EXPECT_THAT(events_of({"date=2019-08-10", "published=2019-08-18 doc=b"}), ElementsAre("- ×1", "2019-08-10 ×1"));
  EXPECT_THAT(events_of({"date=2019-08-10", "doc=b", "doc=c published=2012-01-01"}),
              ElementsAre("- ×2", "2019-08-10 ×1"));
}

TEST(Events, PreferTheEarlierOfTwoThatAreEquallyNear) {
  EXPECT_THAT(events_of({"date=2019-08-10", "date=2019-08-14", "published=2019-08-12 doc=b"}),
              ElementsAre("2019-08-10 ×2", "2019-08-14 ×1"));
}

TEST(Events, UndatedClaimsDoNotMoveAnEvent) {
  // Else the second would be reached through the first.
  EXPECT_THAT(events_of({"date=2019-08-10", "published=2019-08-16 doc=b", "published=2019-08-20 doc=c"}),
              ElementsAre("- ×1", "2019-08-10 ×2"));
}

TEST(Events, SpanFromDateToUntil) {
  const Graph graph = graph_of({"country/JPN occupies/ended country/KOR date=1910 until=1945",
                                "country/JPN occupies/ended country/KOR date=1930 doc=b"});
  ASSERT_EQ(graph.events.size(), 1U);
  EXPECT_EQ(graph.edges.at(0).date, (Date{1910, 0, 0}));
  EXPECT_EQ(graph.edges.at(0).until, (Date{1945, 0, 0}));
}

TEST(Support, CountsIndependentPublishers) {
  const auto support = [](const std::vector<std::string>& options) {
    std::vector<std::string> lines;
    for (const std::string& option : options) lines.push_back(kAct + option);
    const Graph graph = graph_of(lines);
    return std::pair(graph.edges.at(0).sources, graph.edges.at(0).confidence);
  };
  EXPECT_EQ(support({"doc=a from=Post conf=0.6", "doc=b from=Post conf=0.5"}), std::pair(1U, 0.6));
  EXPECT_EQ(support({"doc=a from=Post conf=0.5", "doc=b from=Times conf=0.5"}), std::pair(2U, 0.75));
  // A reprint of the same words.
  EXPECT_EQ(support({"doc=a from=Post conf=0.5 quote=Seoul_slams_Tokyo. published=2019-08-22",
                     "doc=b from=Times conf=0.5 quote=Seoul_slams_Tokyo published=2019-08-23"}),
            std::pair(1U, 0.5));
  // The reprinter has words of its own too.
  EXPECT_EQ(support({"doc=a from=Post conf=0.5 quote=Seoul_slams_Tokyo published=2019-08-22",
                     "doc=b from=Times conf=0.5 quote=Seoul_slams_Tokyo published=2019-08-23",
                     "doc=b from=Times conf=0.5 quote=Seoul_blasts_Tokyo published=2019-08-23"})
                .first,
            2U);
  // Nobody says that unknown publishers are two.
  EXPECT_EQ(support({"doc=a conf=0.5", "doc=b conf=0.5"}).first, 1U);
  EXPECT_EQ(support({"doc=a url=https://www.post.example/1", "doc=b url=https://times.example/1"}).first, 2U);
}

TEST(PublisherOf, PrefersListedNames) {
  FakeActors actors;
  actors.add_publisher("Post", "organisation/post").add_publisher("post.example", "organisation/post");
  EXPECT_EQ(publisher_of({"d", "", "Post", "", {}}, actors.lookup()), "organisation/post");
  EXPECT_EQ(publisher_of({"d", "https://www.post.example/a", "", "", {}}, actors.lookup()), "organisation/post");
  EXPECT_EQ(publisher_of({"d", "https://news.example/a", "The Times", "", {}}, actors.lookup()), "the-times");
  EXPECT_EQ(publisher_of({"d", "https://news.example/a", "", "", {}}, actors.lookup()), "news.example");
  EXPECT_EQ(publisher_of({"d", "", "", "", {}}, actors.lookup()), "");
}

/// Happening of each event as the number of the first event that has it.
std::vector<std::size_t> happenings_of(const std::vector<std::string>& lines) {
  const Graph graph = graph_of(lines);
  std::vector<std::size_t> out;
  for (const Event& event : graph.events) {
    std::size_t first = 0;
    while (graph.events[first].happening != event.happening) ++first;
    out.push_back(first);
  }
  return out;
}

TEST(Happenings, JoinAStateAndItsOfficial) {
  EXPECT_THAT(happenings_of({"country/JPN criticizes country/KOR date=2019-08-22",
                             "official:Taro_Kono@JPN criticizes country/KOR date=2019-08-22"}),
              ElementsAre(0, 0));
  EXPECT_THAT(happenings_of({"official:Ana_Vel@USA meets official:Taro_Kono@JPN date=2019-08-22",
                             "country/USA meets country/JPN date=2019-08-22"}),
              ElementsAre(0, 0));
}

TEST(Happenings, StayApartByDayTypeTargetOrStatus) {
  EXPECT_THAT(happenings_of({"country/JPN criticizes country/KOR date=2019-08-22",
                             "official:Taro_Kono@JPN criticizes country/KOR date=2019-08-23"}),
              ElementsAre(0, 1));
  EXPECT_THAT(happenings_of({"country/JPN criticizes country/KOR date=2019-08-22",
                             "official:Taro_Kono@JPN criticizes country/USA date=2019-08-22"}),
              ElementsAre(0, 1));
  EXPECT_THAT(happenings_of({"country/JPN attacks country/KOR date=2019-08-22",
                             "official:Taro_Kono@JPN attacks/denied country/KOR date=2019-08-22"}),
              ElementsAre(0, 1));
}

TEST(Happenings, DoNotJoinTwoOfficialsWithoutTheirState) {
  EXPECT_THAT(happenings_of({"official:Taro_Kono@JPN criticizes country/KOR date=2019-08-22",
                             "official:Ana_Sato@JPN criticizes country/KOR date=2019-08-22"}),
              ElementsAre(0, 1));
}

TEST(Happenings, DoNotTakeACompanyForItsState) {
  EXPECT_THAT(happenings_of({"country/JPN criticizes country/KOR date=2019-08-22",
                             "organisation:Sea_Lines@JPN criticizes country/KOR date=2019-08-22"}),
              ElementsAre(0, 1));
  EXPECT_THAT(happenings_of({"country/JPN criticizes country/KOR date=2019-08-22",
                             "organisation:Sea_Ministry@JPN criticizes country/KOR date=2019-08-22",
                             "organisation:Sea_Ministry@JPN part-of country/JPN"}),
              ElementsAre(0, 0, 2));
}

TEST(Happenings, JoinUndatedOnesWithinADocumentOnly) {
  EXPECT_THAT(happenings_of(
                  {"country/JPN criticizes country/KOR doc=a", "official:Taro_Kono@JPN criticizes country/KOR doc=a"}),
              ElementsAre(0, 0));
  EXPECT_THAT(happenings_of(
                  {"country/JPN criticizes country/KOR doc=a", "official:Taro_Kono@JPN criticizes country/KOR doc=b"}),
              ElementsAre(0, 1));
}

}  // namespace
}  // namespace entente::testing
