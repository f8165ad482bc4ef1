#include "entente/graph/ids.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Slug, TransliteratesAndJoinsWordsWithDashes) {
  EXPECT_EQ(slug("Taro Kono"), "taro-kono");
  EXPECT_EQ(slug("Kim You-geun"), "kim-you-geun");
  EXPECT_EQ(slug("Recep Tayyip Erdoğan"), "recep-tayyip-erdogan");
  EXPECT_EQ(slug("Владимир Путин"), "vladimir-putin");
  EXPECT_EQ(slug("  “Blue House” (Seoul) "), "blue-house-seoul");
}

TEST(Slug, CutsLongNamesBetweenWords) {
  EXPECT_EQ(slug("Agreement on the Prevention of Incidents On and Over the High Seas"),
            "agreement-on-the-prevention-of-incidents-on-and-over-the");
  EXPECT_EQ(slug(std::string(80, 'a')), std::string(60, 'a'));
  // The 60th byte ends a word: nothing more is cut.
  EXPECT_EQ(slug(std::string(60, 'a') + " b"), std::string(60, 'a'));
}

TEST(Slug, TakesADigestWhenNothingCanBeSpelled) {
  EXPECT_EQ(slug("***").size(), 8U);
  EXPECT_NE(slug("***"), slug("???"));
  EXPECT_EQ(slug("a\xff z"), "a-z");
}

TEST(IsProperName, TellsNamesFromDescriptions) {
  EXPECT_TRUE(is_proper_name("General Security of Military Information Agreement"));
  EXPECT_TRUE(is_proper_name("GSOMIA"));
  EXPECT_TRUE(is_proper_name("the Treaty of Rome"));
  EXPECT_FALSE(is_proper_name("intelligence-sharing pact"));
  EXPECT_FALSE(is_proper_name("Iran nuclear deal"));
  EXPECT_FALSE(is_proper_name(""));
}

TEST(IdOfName, PutsPartiesFirstWhereThereIsNoName) {
  const std::vector<std::string> parties = {"country/JPN", "country/KOR"};
  EXPECT_EQ(id_of_name(NodeType::Agreement, "intelligence-sharing pact", parties),
            "agreement/jpn-kor-intelligence-sharing-pact");
  EXPECT_EQ(id_of_name(NodeType::Agreement, "Seoul Pact", parties), "agreement/seoul-pact");
  EXPECT_EQ(id_of_name(NodeType::Policy, "export curbs", std::vector<std::string>{"country/JPN"}),
            "policy/jpn-export-curbs");
}

TEST(IdOfName, GivesOfficialsAndPersonsOnePrefix) {
  EXPECT_EQ(id_of_name(NodeType::Official, "Taro Kono"), "person/taro-kono");
  EXPECT_EQ(id_of_name(NodeType::Person, "Taro Kono"), "person/taro-kono");
}

TEST(IsNodeId, ChecksPrefixAndLetters) {
  EXPECT_TRUE(is_node_id("country/KOR"));
  EXPECT_TRUE(is_node_id("person/taro-kono", NodeType::Official));
  EXPECT_FALSE(is_node_id("person/taro-kono", NodeType::Country));
  EXPECT_FALSE(is_node_id("person/"));
  EXPECT_FALSE(is_node_id("person/taro kono"));
  EXPECT_FALSE(is_node_id("planet/mars"));
}

}  // namespace
}  // namespace entente
