#include "entente/actors/resolve.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace entente {
namespace {

using testing::Contains;
using testing::HasSubstr;

const KnowledgeBase& shipped() {
  static const KnowledgeBase kb = KnowledgeBase::load(std::string(ENTENTE_DATA_DIR) + "/actors").value();
  return kb;
}

std::vector<Candidate> candidates(std::string_view text, std::string_view date = "", std::string_view iso3 = "") {
  ActorQuery query;
  query.date = parse_date(date);
  if (!iso3.empty()) query.country = shipped().country(iso3);
  return resolve_actor(shipped(), text, query);
}

std::string winner(std::string_view text, std::string_view date = "", std::string_view iso3 = "") {
  const ActorId found = clear_winner(candidates(text, date, iso3));
  return found.valid() ? std::string(shipped().actor(found).id) : "none";
}

TEST(ResolveActor, FindsWhoHeldAnOfficeOnTheDay) {
  EXPECT_EQ(winner("the foreign minister of Japan", "2019-08-22"), "person/taro-kono");
  EXPECT_EQ(winner("Japan's foreign minister", "2019-08-22"), "person/taro-kono");
  EXPECT_EQ(winner("Japanese Foreign Minister", "2019-10-01"), "person/toshimitsu-motegi");
  EXPECT_EQ(winner("foreign minister", "2019-08-22", "JPN"), "person/taro-kono");
  EXPECT_EQ(winner("NATO secretary-general", "2015"), "person/jens-stoltenberg");
  EXPECT_EQ(winner("foreign minister", "2019-08-22"), "none");
}

TEST(ResolveActor, ReadsOtherSpellings) {
  struct Case {
    std::string_view text;
    std::string_view date;
    const char* id;
  };
  for (const auto& [text, date, id] : std::vector<Case>{{"Recep Tayyip Erdogan", "2019", "person/recep-tayyip-erdogan"},
                                                        {"Hassan Rohani", "2015", "person/hassan-rouhani"},
                                                        {"President Rohani", "2015", "person/hassan-rouhani"},
                                                        {"Volodymyr Zelensky", "2022", "person/volodymyr-zelenskyy"},
                                                        {"Wolodymyr Selenskyj", "2022", "person/volodymyr-zelenskyy"},
                                                        {"Mouammar Kadhafi", "2005", "person/muammar-gaddafi"},
                                                        {"Julia Timoschenko", "2009", "person/yulia-tymoshenko"},
                                                        {"Yulia Timoshenko", "2009", "person/yulia-tymoshenko"},
                                                        {"Kirgizstan", "2019", "country/KGZ"},
                                                        {"vladimir putin", "2019", "person/vladimir-putin"}})
    EXPECT_EQ(winner(text, date), id) << text;
}

TEST(ResolveActor, KeepsNamesakesApartByDate) {
  EXPECT_EQ(winner("Kono", "2019-08-22"), "person/taro-kono");
  EXPECT_EQ(winner("Kono", "1995"), "person/yohei-kono");
  EXPECT_EQ(winner("George Bush", "1990"), "person/george-h-w-bush");
  EXPECT_EQ(winner("George Bush", "2005"), "person/george-w-bush");
}

TEST(ResolveActor, SaysThatAnOfficeHasEnded) {
  const auto found = candidates("Taro Kono", "2030", "JPN");
  ASSERT_FALSE(found.empty());
  EXPECT_THAT(found.front().why, Contains(HasSubstr("held 'M")));
}

TEST(ResolveActor, WeighsFormerStatesByDate) {
  const auto now = candidates("Korea", "2019");
  const auto then = candidates("Korea", "1910");
  ASSERT_FALSE(now.empty());
  EXPECT_NE(shipped().actor(now.front().actor).id, "country/korea-before-1948");
  EXPECT_EQ(shipped().actor(then.front().actor).id, "country/korea-before-1948");
}

TEST(ResolveActor, LeavesAmbiguousNamesOfBodiesUndecided) {
  EXPECT_EQ(winner("Congress", "2019"), "none");
  EXPECT_EQ(winner("Congress", "2019", "USA"), "organisation/us-congress");
}

TEST(ResolveActor, FindsNobodyForWordsThatNameNobody) {
  EXPECT_TRUE(candidates("qwertz asdf").empty());
  EXPECT_TRUE(candidates("").empty());
  EXPECT_TRUE(candidates("the of").empty());
}

}  // namespace
}  // namespace entente
