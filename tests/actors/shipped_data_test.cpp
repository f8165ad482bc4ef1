// The tables of data/actors: facts that the rest relies on.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/knowledge_base.h"

namespace entente {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

const KnowledgeBase& shipped() {
  static const KnowledgeBase kb = [] {
    auto loaded = KnowledgeBase::load(std::string(ENTENTE_DATA_DIR) + "/actors");
    EXPECT_TRUE(loaded) << loaded.error().to_string();
    return std::move(*loaded);
  }();
  return kb;
}

std::set<std::string> named(std::string_view text) {
  std::set<std::string> ids;
  for (const Name* name : shipped().lookup(text)) ids.emplace(shipped().actor(name->actor).id);
  return ids;
}

std::vector<std::string> holders(std::string_view title, std::string_view of, Date date) {
  std::vector<std::string> names;
  for (const Office* office : shipped().holders(title, shipped().find(of), date)) {
    names.emplace_back(shipped().actor(office->person).name);
  }
  return names;
}

/// Whether no reading of the text is free of the mark of ambiguity.
bool ambiguous(std::string_view text) {
  const auto names = shipped().lookup(text);
  return !names.empty() && std::all_of(names.begin(), names.end(), [](const Name* name) { return name->ambiguous; });
}

TEST(ShippedActors, KnowCountriesByAllTheirNames) {
  struct Case {
    std::string_view name;
    const char* id;
  };
  for (const auto& [name, id] : std::vector<Case>{{"South Korea", "country/KOR"},
                                                  {"Republic of Korea", "country/KOR"},
                                                  {"ROK", "country/KOR"},
                                                  {"South Koreans", "country/KOR"},
                                                  {"Seoul", "country/KOR"},
                                                  {"Blue House", "country/KOR"},
                                                  {"DPRK", "country/PRK"},
                                                  {"Tokio", "country/JPN"},
                                                  {"Tokyo", "country/JPN"},
                                                  {"US", "country/USA"},
                                                  {"U.S.", "country/USA"},
                                                  {"Americans", "country/USA"},
                                                  {"White House", "country/USA"},
                                                  {"Britons", "country/GBR"},
                                                  {"Turkey", "country/TUR"},
                                                  {"Kiev", "country/UKR"},
                                                  {"Kremlin", "country/RUS"},
                                                  {"Kremlin", "country/SUN"},
                                                  {"USSR", "country/SUN"},
                                                  {"Frenchmen", "country/FRA"},
                                                  {"the Netherlands", "country/NLD"},
                                                  {"Kosovar", "country/XKX"},
                                                  {"Taipei", "country/TWN"},
                                                  {"Elysee", "country/FRA"},
                                                  {"Brussels", "organisation/european-union"}}) {
    EXPECT_THAT(named(name), Contains(id)) << name;
  }
}

TEST(ShippedActors, KeepNeighboursOfLikeNameApart) {
  EXPECT_EQ(named("Niger"), std::set<std::string>{"country/NER"});
  EXPECT_EQ(named("Nigeria"), std::set<std::string>{"country/NGA"});
  EXPECT_EQ(named("Sudan"), std::set<std::string>{"country/SDN"});
  EXPECT_EQ(named("South Sudan"), std::set<std::string>{"country/SSD"});
  EXPECT_EQ(named("Guinea"), std::set<std::string>{"country/GIN"});
  EXPECT_EQ(named("Ireland"), std::set<std::string>{"country/IRL"});
  EXPECT_EQ(named("Northern Ireland"), std::set<std::string>{"place/northern-ireland"});
  EXPECT_THAT(named("us"), IsEmpty());
  EXPECT_THAT(named("turkey"), IsEmpty());
}

TEST(ShippedActors, MarkNamesThatNeedContext) {
  for (const std::string_view name :
       {"Georgia", "Jordan", "Chad", "Korea", "Congo", "Congolese", "ICC", "SDF", "ADB"}) {
    EXPECT_TRUE(ambiguous(name)) << name;
  }
  for (const std::string_view name : {"Japan", "Iran", "NATO", "Pentagon", "UN", "JCPOA"}) {
    EXPECT_FALSE(ambiguous(name)) << name;
  }
  EXPECT_EQ(named("Congo"), (std::set<std::string>{"country/COD", "country/COG"}));
}

TEST(ShippedActors, TellWhichHouseABuildingStandsFor) {
  const auto names = shipped().lookup("Pentagon");
  ASSERT_EQ(names.size(), 1U);
  EXPECT_EQ(names.front()->kind, NameKind::Building);
  EXPECT_EQ(shipped().actor(names.front()->institution).id, "organisation/us-department-of-defense");
}

TEST(ShippedActors, KnowWhoHeldTheOffice) {
  EXPECT_THAT(holders("foreign minister", "country/JPN", {2019, 8, 22}), ElementsAre("Taro Kono"));
  EXPECT_THAT(holders("foreign minister", "country/KOR", {2019, 8, 22}), ElementsAre("Kang Kyung-wha"));
  EXPECT_THAT(holders("president", "country/USA", {1987, 6, 1}), ElementsAre("Ronald Reagan"));
  EXPECT_THAT(holders("president", "country/IRN", {2019, 8, 22}), ElementsAre("Hassan Rouhani"));
  EXPECT_THAT(holders("supreme leader", "country/IRN", {2019, 8, 22}), ElementsAre("Ali Khamenei"));
  EXPECT_THAT(holders("secretary-general", "organisation/united-nations", {2021, 5, 5}),
              ElementsAre("António Guterres"));
  EXPECT_THAT(holders("secretary of state", "country/USA", {2015, 7, 14}), ElementsAre("John Kerry"));
  EXPECT_THAT(holders("chancellor", "country/DEU", {2015, 7, 14}), ElementsAre("Angela Merkel"));
  EXPECT_THAT(holders("prime minister", "country/JPN", {2019, 8, 22}), ElementsAre("Shinzo Abe"));
  EXPECT_THAT(holders("defense minister", "country/KOR", {2019, 8, 22}), ElementsAre("Jeong Kyeong-doo"));
  EXPECT_THAT(holders("national security adviser", "country/USA", {2019, 8, 22}), ElementsAre("John Bolton"));
  EXPECT_THAT(holders("chief cabinet secretary", "country/JPN", {2019, 8, 22}), ElementsAre("Yoshihide Suga"));
  EXPECT_THAT(holders("health minister", "country/USA", {2019, 8, 22}), IsEmpty());
  EXPECT_THAT(holders("president", "country/FRA", {2020, 1, 1}), ElementsAre("Emmanuel Macron"));
  EXPECT_THAT(holders("prime minister", "country/GBR", {1985, 1, 1}), ElementsAre("Margaret Thatcher"));
}

TEST(ShippedActors, KnowOfficialsByTheirFamilyName) {
  const auto kono = shipped().by_family_name("Kono", {2019, 8, 22});
  ASSERT_EQ(kono.size(), 1U);
  EXPECT_EQ(shipped().actor(kono.front()->person).id, "person/taro-kono");
  EXPECT_EQ(shipped().actor(shipped().find("person/kang-kyung-wha")).family_name, "Kang");
  EXPECT_THAT(named("Kang Kyung-hwa"), Contains("person/kang-kyung-wha"));
}

TEST(ShippedActors, KnowMembershipByYear) {
  const KnowledgeBase& kb = shipped();
  const ActorId eu = kb.find("organisation/european-union");
  EXPECT_TRUE(kb.is_member(kb.country("GBR"), eu, {2015, 1, 1}));
  EXPECT_FALSE(kb.is_member(kb.country("GBR"), eu, {2021, 1, 1}));
  EXPECT_TRUE(
      kb.is_member(kb.country("TUR"), kb.find("organisation/north-atlantic-treaty-organization"), {2019, 1, 1}));
}

TEST(ShippedActors, KnowAgreementsAndTheirParties) {
  const KnowledgeBase& kb = shipped();
  EXPECT_THAT(named("JCPOA"), ElementsAre("agreement/joint-comprehensive-plan-of-action"));
  EXPECT_THAT(named("NAFTA"), Contains("agreement/north-american-free-trade-agreement"));
  EXPECT_THAT(kb.parties(kb.find("agreement/north-american-free-trade-agreement")),
              testing::UnorderedElementsAre(kb.country("USA"), kb.country("CAN"), kb.country("MEX")));
}

TEST(ShippedActors, KnowPublishersUnderSeveralNames) {
  const KnowledgeBase& kb = shipped();
  EXPECT_TRUE(kb.publisher("Reuters").valid());
  EXPECT_EQ(kb.publisher("Thomson Reuters"), kb.publisher("reuters.com"));
  EXPECT_EQ(kb.publisher("AP"), kb.publisher("The Associated Press"));
  EXPECT_TRUE(kb.publisher("Vestnik Kavkaza").valid());
}

TEST(ShippedActors, GiveEveryNameAnActorAndEveryOfficeAHolder) {
  const KnowledgeBase& kb = shipped();
  for (const Actor& actor : kb.actors()) {
    EXPECT_FALSE(actor.name.empty()) << actor.id;
    EXPECT_FALSE(kb.names(kb.find(actor.id)).empty()) << actor.id;
    if (actor.type == NodeType::Official) {
      EXPECT_FALSE(kb.offices(kb.find(actor.id)).empty()) << actor.id;
    }
  }
}

TEST(ShippedActors, TellFatherAndSonApart) {
  EXPECT_THAT(holders("president", "country/USA", {1991, 3, 1}), ElementsAre("George H. W. Bush"));
  EXPECT_THAT(holders("president", "country/USA", {2003, 3, 1}), ElementsAre("George W. Bush"));
}

TEST(ShippedActors, HaveIdsThatCanBeRead) {
  for (const Actor& actor : shipped().actors()) EXPECT_EQ(actor.id.find("/-"), std::string_view::npos) << actor.id;
}

TEST(ShippedActors, AreOnePersonInEveryCountryThatTheyServed) {
  for (const std::string_view name :
       {"Mark Carney", "Eduard Shevardnadze", "Boris Yeltsin", "V\u00E1clav Havel", "Yevgeny Primakov"})
    EXPECT_EQ(named(name).size(), 1U) << name;
}

}  // namespace
}  // namespace entente
