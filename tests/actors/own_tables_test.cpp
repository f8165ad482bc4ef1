// Tables of a user's own over the small ones of tests/actors/small.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/knowledge_base.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;

const std::filesystem::path kSmall = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/actors/small";

class OwnTables : public testing::Test {
 protected:
  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder_ = std::filesystem::temp_directory_path() / (std::string("entente_own_") + test->name());
    std::filesystem::create_directories(folder_);
  }
  void TearDown() override { std::filesystem::remove_all(folder_); }

  /// A table whose cells are parted by one ";" each, so that a test can be read.
  std::filesystem::path write(std::string_view file, std::string rows) const {
    std::replace(rows.begin(), rows.end(), ';', '\t');
    std::ofstream(folder_ / file, std::ios::binary) << rows;
    return folder_ / file;
  }
  KnowledgeBase load(const std::string& rows) const {
    const std::vector<std::filesystem::path> own = {write("my.tsv", rows)};
    auto loaded = KnowledgeBase::load(kSmall, own);
    EXPECT_TRUE(loaded) << loaded.error().to_string();
    return std::move(*loaded);
  }
  std::string error_of(const std::string& rows) const {
    const std::vector<std::filesystem::path> own = {write("my.tsv", rows)};
    const auto loaded = KnowledgeBase::load(kSmall, own);
    return loaded ? "no error" : loaded.error().to_string();
  }

  std::filesystem::path folder_;
};

std::vector<std::string> named(const KnowledgeBase& kb, std::string_view text) {
  std::vector<std::string> ids;
  for (const Name* name : kb.lookup(text)) ids.emplace_back(kb.actor(name->actor).id);
  return ids;
}

std::vector<std::string> holders(const KnowledgeBase& kb, std::string_view title, std::string_view of, Date date) {
  std::vector<std::string> ids;
  for (const Office* office : kb.holders(title, kb.find(of), date)) ids.emplace_back(kb.actor(office->person).id);
  return ids;
}

TEST_F(OwnTables, AddActorsWithTheirNames) {
  const KnowledgeBase kb = load(
      "id;name;aliases;country\n"
      "# a comment, and a blank line\n"
      "\n"
      "organisation/river-guard;River Guard;Guard of the River | RG~;country/ARL\n");
  EXPECT_THAT(named(kb, "Guard of the River"), ElementsAre("organisation/river-guard"));
  EXPECT_TRUE(kb.lookup("RG").front()->ambiguous);
  EXPECT_EQ(kb.actor(kb.find("organisation/river-guard")).iso3, "ARL");
}

TEST_F(OwnTables, MakeAnIdOfTypeAndName) {
  const KnowledgeBase kb = load("type;name;country\nperson;Óskar Línd;country/ARL\n");
  EXPECT_TRUE(kb.find("person/oskar-lind").valid());
  EXPECT_EQ(kb.actor(kb.find("person/oskar-lind")).family_name, "Línd");
}

TEST_F(OwnTables, CorrectAShippedActorAndKeepItsId) {
  const KnowledgeBase kb = load("id;name;wikidata;aliases\ncountry/ARL;New Arland;Q5;Arlandia\n");
  const Actor& arland = kb.actor(kb.find("country/ARL"));
  EXPECT_EQ(arland.name, "New Arland");
  EXPECT_EQ(arland.wikidata, "Q5");
  EXPECT_EQ(arland.iso3, "ARL");
  EXPECT_THAT(named(kb, "Arland"), ElementsAre("country/ARL"));
  EXPECT_THAT(named(kb, "Arlandia"), ElementsAre("country/ARL"));
}

TEST_F(OwnTables, PutTheirNamesBeforeTheShippedOnes) {
  const KnowledgeBase kb = load("id;name\norganisation/georgia-club;Georgia\n");
  EXPECT_THAT(named(kb, "Georgia"), ElementsAre("organisation/georgia-club", "country/GEO"));
}

TEST_F(OwnTables, TakeNamesAway) {
  const KnowledgeBase kb = load("rule;id;name\nnot-name;country/NBO;Boria\n");
  EXPECT_THAT(named(kb, "Boria"), testing::UnorderedElementsAre("country/SBO", "country/boria"));
}

TEST_F(OwnTables, LimitNamesByDate) {
  const KnowledgeBase kb = load("rule;id;name;kind;valid_to\nname;country/ARL;Oldtown;capital;1950\n");
  const Name& name = *kb.lookup("Oldtown").front();
  EXPECT_EQ(name.kind, NameKind::Capital);
  EXPECT_FALSE(name.valid.covers({1951, 1, 1}));
}

TEST_F(OwnTables, GiveOfficesWithTheClassOfTheirTitle) {
  const KnowledgeBase kb = load(
      "rule;id;type;name;country;title;valid_from;valid_to\n"
      ";person/mia-holm;official;Mia Holm;country/ARL;;;\n"
      "office;person/mia-holm;;;;foreign minister;2009;2011-05-01\n");
  EXPECT_THAT(holders(kb, "foreign minister", "country/ARL", {2010, 1, 1}), ElementsAre("person/mia-holm"));
  EXPECT_THAT(holders(kb, "foreign minister", "country/ARL", {2011, 6, 1}), IsEmpty());
}

TEST_F(OwnTables, MergeTwoActors) {
  const KnowledgeBase kb = load("rule;id;with\nmerge;person/lea-stone;person/ana-vesna | person/vesna\n");
  EXPECT_EQ(kb.find("person/ana-vesna"), kb.find("person/lea-stone"));
  EXPECT_EQ(kb.find("person/vesna"), kb.find("person/lea-stone"));
  EXPECT_THAT(named(kb, "Anna Vesna"), ElementsAre("person/lea-stone"));
  EXPECT_THAT(kb.merged_ids(kb.find("person/lea-stone")), ElementsAre("person/ana-vesna", "person/vesna"));
  EXPECT_THAT(holders(kb, "foreign minister", "country/ARL", {2002, 1, 1}), ElementsAre("person/lea-stone"));
}

TEST_F(OwnTables, KeepActorsApart) {
  const KnowledgeBase kb = load("rule;id;with\nnever-merge;person/stone;person/lea-stone\n");
  EXPECT_TRUE(kb.are_apart("person/lea-stone", "person/stone"));
  EXPECT_FALSE(kb.are_apart("person/lea-stone", "person/ana-vesna"));
}

TEST_F(OwnTables, KnowActorsByTheirWikidataId) {
  const KnowledgeBase kb = load(
      "rule;id;type;name;country;title;class;of;valid_from\n"
      "position;Q90;;Chief of Rivers;;;head-of-state;Q1;\n"
      ";Q7;;;;;;;\n"
      ";Q20;official;Mia Holm;Q1;;;;\n"
      "office;Q20;;;;Q90;;;1990\n");
  EXPECT_EQ(kb.actor(kb.find("person/mia-holm")).wikidata, "Q20");
  const Office& office = kb.offices(kb.find("person/mia-holm")).front();
  EXPECT_EQ(office.title, "Chief of Rivers");
  EXPECT_EQ(office.office_class, OfficeClass::HeadOfState);
  EXPECT_EQ(kb.actor(office.of).id, "country/ARL");
}

TEST_F(OwnTables, TellNamesakesApartInTheirIds) {
  const KnowledgeBase kb = load(
      "id;type;name;country\n"
      "Q20;person;Mia Holm;country/ARL\n"
      "Q21;person;Mia Holm;country/USA\n"
      "Q22;person;Lea Stone;\n");
  EXPECT_EQ(kb.actor(kb.find("person/mia-holm-arl")).wikidata, "Q20");
  EXPECT_EQ(kb.actor(kb.find("person/mia-holm-usa")).wikidata, "Q21");
  EXPECT_EQ(kb.actor(kb.find("person/lea-stone-q22")).wikidata, "Q22");
}

TEST_F(OwnTables, GiveTheSameWhateverTheOrderOfRows) {
  const std::string header = "rule;id;type;name;with\n";
  const std::string actor = ";person/mia-holm;person;Mia Holm;\n";
  const std::string merge = "merge;person/mia-holm;;;person/holm\n";
  EXPECT_TRUE(load(header + actor + merge).find("person/holm").valid());
  EXPECT_TRUE(load(header + merge + actor).find("person/holm").valid());
}

TEST_F(OwnTables, NameFileLineAndReasonOfAFault) {
  struct Case {
    std::string rows;
    std::string error;
  };
  const std::vector<Case> cases = {
      {"id;nmae\n", "my.tsv:1: 'nmae' is no column; columns are: rule id"},
      {"id;id\n", "my.tsv:1: the column 'id' is there twice"},
      {"id;name\ncountry/ARL;Arland;more\n", "my.tsv:2: 3 columns, expected 2"},
      {"id;name\n\nsofa;Sofa\n", "my.tsv:3: 'sofa' is no id, such as country/KOR"},
      {"id;name\nperson/x;\n", "my.tsv:2: 'person/x' is not listed yet: a new actor needs a name"},
      {"id;type;name\nQ9;;Nine\n", "my.tsv:2: a new actor needs a type"},
      {"id;type;name\nperson/x;country;X\n", "my.tsv:2: the id 'person/x' does not begin with 'country/'"},
      {"type;name\npolicy;X\n", "my.tsv:2: type 'policy' is none of country"},
      {"id;name;country\nperson/x;X;country/XXX\n", "my.tsv:2: country 'country/XXX' is not known"},
      {"id;name;valid_from\nperson/x;X;soon\n", "my.tsv:2: a date is none"},
      {"rule;id\nmarry;country/ARL\n", "my.tsv:2: rule 'marry' is none of actor, name, not-name"},
      {"rule;id;name\nnot-name;country/ARL;Utopia\n", "my.tsv:2: country/ARL has no name 'Utopia'"},
      {"rule;id;with\nmerge;country/ARL;person/lea-stone\n", "my.tsv:2: 'person/lea-stone' is of another type"},
      {"rule;id;with\nmerge;person/nobody;person/lea-stone\n", "my.tsv:2: id 'person/nobody' is not known"},
      {"rule;id;title\noffice;country/ARL;king\n", "my.tsv:2: 'country/ARL' is no person"},
      {"rule;id;title;of\noffice;person/lea-stone;king;country/XXX\n", "my.tsv:2: of 'country/XXX' is not known"},
      {"id;name\nperson/x;\xFF\n", "my.tsv:2: is not UTF-8"},
  };
  for (const Case& one : cases) EXPECT_THAT(error_of(one.rows), HasSubstr(one.error)) << one.rows;
}

TEST_F(OwnTables, LetLaterTablesOverruleEarlierOnes) {
  const std::vector<std::filesystem::path> own = {write("a.tsv", "id;name\ncountry/ARL;First\n"),
                                                  write("b.tsv", "id;name\ncountry/ARL;Second\n")};
  const auto kb = KnowledgeBase::load(kSmall, own);
  ASSERT_TRUE(kb) << kb.error().to_string();
  EXPECT_EQ(kb->actor(kb->find("country/ARL")).name, "Second");
}

TEST_F(OwnTables, SayWhichFileIsMissing) {
  const std::vector<std::filesystem::path> own = {folder_ / "none.tsv"};
  const auto loaded = KnowledgeBase::load(kSmall, own);
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().to_string(), EndsWith("none.tsv: cannot be opened"));
}

}  // namespace
}  // namespace entente
