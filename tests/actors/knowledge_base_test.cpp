#include "entente/actors/knowledge_base.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::UnorderedElementsAre;

const std::filesystem::path kSmall = std::filesystem::path(ENTENTE_SOURCE_DIR) / "tests/actors/small";

KnowledgeBase small() {
  auto loaded = KnowledgeBase::load(kSmall);
  EXPECT_TRUE(loaded) << loaded.error().to_string();
  return std::move(*loaded);
}

/// Ids of the actors that the whole text may name.
std::vector<std::string> named(const KnowledgeBase& kb, std::string_view text) {
  std::vector<std::string> ids;
  for (const Name* name : kb.lookup(text)) ids.emplace_back(kb.actor(name->actor).id);
  return ids;
}

/// "id/tokens" of the names that begin at the first token.
std::vector<std::string> matched(const KnowledgeBase& kb, const std::vector<std::string_view>& tokens) {
  std::vector<NameMatch> matches;
  kb.match(tokens, 0, matches);
  std::vector<std::string> found;
  for (const NameMatch& match : matches) {
    found.push_back(std::string(kb.actor(match.name->actor).id) + " " + std::to_string(match.tokens));
  }
  return found;
}

std::vector<std::string> persons(const KnowledgeBase& kb, const std::vector<const Office*>& offices) {
  std::vector<std::string> ids;
  for (const Office* office : offices) ids.emplace_back(kb.actor(office->person).name);
  return ids;
}

TEST(KnowledgeBase, KeepsWhatItsTablesSayOfAnActor) {
  const KnowledgeBase kb = small();
  const Actor& arland = kb.actor(kb.find("country/ARL"));
  EXPECT_EQ(arland.name, "Arland");
  EXPECT_EQ(arland.official_name, "Republic of Arland");
  EXPECT_EQ(arland.type, NodeType::Country);
  EXPECT_EQ(kb.country("ARL"), kb.find("country/ARL"));
  EXPECT_FALSE(kb.find("country/none").valid());
  const Actor& council = kb.actor(kb.find("organisation/league-council"));
  EXPECT_EQ(kb.actor(council.parent).id, "organisation/league");
  EXPECT_EQ(kb.actor(kb.find("country/far-isle")).country, kb.country("ARL"));
  EXPECT_EQ(kb.actor(kb.find("person/ana-vesna")).iso3, "ARL");
}

TEST(KnowledgeBase, FindsNamesWhateverTheirDiacriticsAndPunctuation) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(named(kb, "Ivo Erdogan"), ElementsAre("person/ivo-erdogan"));
  EXPECT_THAT(named(kb, "Ivo Erdoğan"), ElementsAre("person/ivo-erdogan"));
  EXPECT_THAT(named(kb, "Hafez al-Saad"), ElementsAre("person/hafez-al-saad"));
  EXPECT_THAT(named(kb, "Hafez Al Sa\u2019ad"), ElementsAre("person/hafez-al-saad"));
  EXPECT_THAT(named(kb, "ARLAND"), ElementsAre("country/ARL"));
}

TEST(KnowledgeBase, WantsTheCapitalsOfAName) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(named(kb, "US"), ElementsAre("country/USA"));
  EXPECT_THAT(named(kb, "U.S."), ElementsAre("country/USA"));
  EXPECT_THAT(named(kb, "us"), IsEmpty());
  EXPECT_THAT(named(kb, "Us"), IsEmpty());
  EXPECT_THAT(named(kb, "georgia"), IsEmpty());
}

TEST(KnowledgeBase, MarksNamesThatCommonlyMeanSomethingElse) {
  const KnowledgeBase kb = small();
  ASSERT_EQ(kb.lookup("Georgia").size(), 1U);
  EXPECT_TRUE(kb.lookup("Georgia").front()->ambiguous);
  EXPECT_FALSE(kb.lookup("Arland").front()->ambiguous);
  EXPECT_EQ(kb.actor(kb.find("country/GEO")).name, "Georgia");
  EXPECT_THAT(named(kb, "Boria"), UnorderedElementsAre("country/NBO", "country/SBO", "country/boria"));
}

TEST(KnowledgeBase, TellsHowANameNamesItsActor) {
  const KnowledgeBase kb = small();
  EXPECT_EQ(kb.lookup("Arlanders").front()->kind, NameKind::DemonymPlural);
  EXPECT_EQ(kb.lookup("Arlandic").front()->kind, NameKind::DemonymAdjective);
  EXPECT_EQ(kb.lookup("R.A.").front()->kind, NameKind::Abbreviation);
  const Name& octagon = *kb.lookup("The Octagon").front();
  EXPECT_EQ(octagon.kind, NameKind::Building);
  EXPECT_EQ(kb.actor(octagon.actor).id, "country/ARL");
  EXPECT_EQ(kb.actor(octagon.institution).id, "organisation/arland-defence");
  const auto arville = kb.lookup("Arville");
  ASSERT_EQ(arville.size(), 2U);  // the place, and its state's capital since 1990
  EXPECT_EQ(arville[0]->kind, NameKind::Name);
  EXPECT_EQ(arville[1]->kind, NameKind::Capital);
  EXPECT_FALSE(arville[1]->valid.covers({1989, 12, 31}));
}

TEST(KnowledgeBase, MatchesTheLongestNameFirst) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(matched(kb, {"South", "Boria", "said"}), ElementsAre("country/SBO 2"));
  EXPECT_THAT(matched(kb, {"Council", "of", "the", "League", "of"}), ElementsAre("organisation/league-council 4"));
  EXPECT_THAT(matched(kb, {"South"}), IsEmpty());
  EXPECT_THAT(matched(kb, {"Ar", "Land"}), ElementsAre("country/ARL 2"));
}

TEST(KnowledgeBase, MatchesNamesThatAreSplitOtherwise) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(matched(kb, {"Guinea", "-", "Bissau", "Isle"}), ElementsAre("country/far-isle 4"));
  EXPECT_THAT(matched(kb, {"Guinea-Bissau", "Isle"}), ElementsAre("country/far-isle 2"));
  EXPECT_THAT(matched(kb, {"Hafez", "al", "-", "Sa", "'ad"}), ElementsAre("person/hafez-al-saad 5"));
}

TEST(KnowledgeBase, PutsNamesThatAreWrittenAsTheTextFirst) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(named(kb, "LR"), ElementsAre("organisation/league", "place/lr"));
  EXPECT_THAT(named(kb, "Lr"), ElementsAre("place/lr"));
}

TEST(KnowledgeBase, SkipsAnInitialThatThePersonsListedNameHasNot) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(matched(kb, {"Lea", "P.", "Stone", "said"}), ElementsAre("person/lea-stone 3"));
  EXPECT_THAT(matched(kb, {"South", "B.", "Boria"}), IsEmpty());
  EXPECT_THAT(named(kb, "Lea P. Stone"), ElementsAre("person/lea-stone"));
  EXPECT_THAT(named(kb, "South B. Boria"), IsEmpty());
}

TEST(KnowledgeBase, EndsAMatchAtAWord) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(matched(kb, {"Arland", "."}), ElementsAre("country/ARL 1"));
  EXPECT_THAT(matched(kb, {"Arland", "-", "led"}), ElementsAre("country/ARL 1"));
  EXPECT_THAT(matched(kb, {"-", "Arland"}), IsEmpty());
}

TEST(KnowledgeBase, FindsWhoHeldAnOfficeOnADay) {
  const KnowledgeBase kb = small();
  const ActorId arland = kb.country("ARL");
  EXPECT_THAT(persons(kb, kb.holders(OfficeClass::ForeignMinister, arland, {2003, 1, 1})), ElementsAre("Ana Vesna"));
  EXPECT_THAT(persons(kb, kb.holders(OfficeClass::ForeignMinister, arland, {2001, 3, 3})), IsEmpty());
  EXPECT_THAT(persons(kb, kb.holders("foreign minister", arland, {2006, 0, 0})), ElementsAre("Ivo Erdoğan"));
  EXPECT_THAT(persons(kb, kb.holders("head", kb.find("organisation/league"), {1997, 5, 5})), ElementsAre("Ana Vesna"));
}

TEST(KnowledgeBase, GivesTheLatestFirstWhenAnOfficeChangedHands) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(persons(kb, kb.holders(OfficeClass::ForeignMinister, kb.country("ARL"), {2005, 6, 10})),
              ElementsAre("Ivo Erdoğan", "Ana Vesna"));
}

TEST(KnowledgeBase, TrustsAnOfficeThatWasLastSeenForAYear) {
  const KnowledgeBase kb = small();
  const ActorId arland = kb.country("ARL");
  EXPECT_THAT(persons(kb, kb.holders(OfficeClass::ForeignMinister, arland, {2008, 12, 1})), ElementsAre("Ivo Erdoğan"));
  EXPECT_THAT(persons(kb, kb.holders(OfficeClass::ForeignMinister, arland, {2010, 1, 1})), IsEmpty());
}

TEST(KnowledgeBase, PrefersTheHolderWhoseTitleHasTheWords) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(persons(kb, kb.holders("president", kb.country("ARL"), {2015, 1, 1})), ElementsAre("Ivo Erdoğan"));
  EXPECT_THAT(persons(kb, kb.holders("president", kb.country("ARL"), {2005, 1, 1})), ElementsAre("Hafez al-Sa'ad"));
}

TEST(KnowledgeBase, TakesAnOfficeOfManyOnlyByItsWords) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(persons(kb, kb.holders("security adviser", kb.country("ARL"), {2015, 1, 1})), ElementsAre("Ivo Erdoğan"));
  EXPECT_THAT(persons(kb, kb.holders("minister", kb.country("ARL"), {2015, 1, 1})), IsEmpty());
  EXPECT_THAT(persons(kb, kb.holders("Chief Security Adviser", kb.country("ARL"), {2015, 1, 1})),
              ElementsAre("Ivo Erdoğan"));  // a title that is not listed
  EXPECT_THAT(persons(kb, kb.holders("chief of staff", kb.country("ARL"), {2015, 1, 1})), IsEmpty());
}

TEST(KnowledgeBase, ReadsATitleAsItsCountryDoes) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(persons(kb, kb.holders("secretary of state", kb.country("USA"), {2005, 1, 1})), ElementsAre("Lea Stone"));
  EXPECT_THAT(persons(kb, kb.holders("secretary of state", kb.country("ARL"), {2003, 1, 1})), IsEmpty());
}

TEST(KnowledgeBase, FindsOfficialsByFamilyNameAndDay) {
  const KnowledgeBase kb = small();
  EXPECT_THAT(persons(kb, kb.by_family_name("Vesna", {2002, 1, 1})), ElementsAre("Ana Vesna"));
  EXPECT_THAT(persons(kb, kb.by_family_name("Saad", {2002, 1, 1})), ElementsAre("Hafez al-Sa'ad"));
  EXPECT_THAT(persons(kb, kb.by_family_name("Vesna", {2020, 1, 1})), IsEmpty());
  const auto offices = kb.offices(kb.find("person/ana-vesna"));
  ASSERT_EQ(offices.size(), 2U);
  EXPECT_EQ(offices[0].title, "Secretary-General");
}

TEST(KnowledgeBase, KnowsMembersPartiesAndSuccessors) {
  const KnowledgeBase kb = small();
  const ActorId league = kb.find("organisation/league");
  EXPECT_TRUE(kb.is_member(kb.country("ARL"), league, {1980, 0, 0}));
  EXPECT_FALSE(kb.is_member(kb.country("ARL"), league, {1995, 0, 0}));
  EXPECT_FALSE(kb.is_member(kb.country("NBO"), league, {1980, 0, 0}));  // an observer
  EXPECT_THAT(kb.memberships(kb.country("SBO"), {1999, 0, 0}), ElementsAre(league));
  EXPECT_THAT(kb.parties(kb.find("agreement/river-treaty")), ElementsAre(kb.country("ARL"), kb.country("NBO")));
  EXPECT_THAT(kb.successors(kb.find("country/boria")), ElementsAre(kb.country("NBO"), kb.country("SBO")));
}

TEST(KnowledgeBase, MatchesTitlesInTheCaseThatTheyNeed) {
  const KnowledgeBase kb = small();
  std::uint32_t length = 0;
  const std::vector<std::string_view> office = {"Foreign", "Minister", "Vesna"};
  const Title* title = kb.match_title(office, 0, length);
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->office, OfficeClass::ForeignMinister);
  EXPECT_EQ(length, 2U);
  const std::vector<std::string_view> rank = {"Lt.", "Gen.", "Stone"};
  title = kb.match_title(rank, 0, length);
  ASSERT_NE(title, nullptr);
  EXPECT_EQ(title->title_class, TitleClass::MilitaryRank);
  EXPECT_EQ(length, 2U);
  const std::vector<std::string_view> word = {"general", "strike"};
  EXPECT_EQ(kb.match_title(word, 0, length), nullptr);
  EXPECT_EQ(length, 0U);
  ASSERT_EQ(kb.titles("spokeswoman").size(), 1U);
  EXPECT_EQ(kb.titles("spokeswoman").front()->gender, Gender::Female);
  EXPECT_EQ(kb.titles("spokeswoman").front()->office, OfficeClass::Spokesperson);
}

TEST(KnowledgeBase, KnowsRoleNounsGivenNamesAndPublishers) {
  const KnowledgeBase kb = small();
  ASSERT_NE(kb.role_noun("rebels"), nullptr);
  EXPECT_EQ(kb.role_noun("rebels")->role_class, RoleClass::Group);
  ASSERT_NE(kb.role_noun("Government"), nullptr);
  EXPECT_TRUE(kb.role_noun("Government")->is_state);
  EXPECT_EQ(kb.role_noun("sofa"), nullptr);
  EXPECT_EQ(kb.given_name("Zoe"), Gender::Female);
  EXPECT_EQ(kb.given_name("Sasha"), Gender::Either);
  EXPECT_EQ(kb.given_name("Table"), std::nullopt);
  const ActorId wire = kb.find("organisation/daily-wire");
  EXPECT_EQ(kb.publisher("The Daily Wire"), wire);
  EXPECT_EQ(kb.publisher("WIRE NEWS"), wire);
  EXPECT_EQ(kb.publisher("www.dailywire.example"), wire);
  EXPECT_FALSE(kb.publisher("Other").valid());
}

TEST(KnowledgeBase, KeepsItsViewsWhenMoved) {
  KnowledgeBase from = small();
  const Name* name = from.lookup("Arland").front();
  const KnowledgeBase to = std::move(from);
  EXPECT_EQ(to.lookup("Arland").front(), name);
  EXPECT_EQ(name->text, "Arland");
}

/// A copy of the small folder with one table changed.
class KnowledgeBaseFaults : public testing::Test {
 protected:
  std::filesystem::path folder;

  void SetUp() override {
    const auto* test = testing::UnitTest::GetInstance()->current_test_info();
    folder = std::filesystem::temp_directory_path() / (std::string("entente_") + test->name());
    std::filesystem::remove_all(folder);
    std::filesystem::copy(kSmall, folder);
  }
  void TearDown() override { std::filesystem::remove_all(folder); }
  void append(const char* file, std::string_view line) const {
    std::ofstream(folder / file, std::ios::app | std::ios::binary) << line;
  }
};

TEST_F(KnowledgeBaseFaults, NamesFileLineAndReasonOfAShortRow) {
  append("role_nouns.tsv", "sofa\tsofas\n");
  const auto loaded = KnowledgeBase::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::Parse);
  EXPECT_THAT(loaded.error().to_string(), HasSubstr("role_nouns.tsv:5: 2 columns, expected 6"));
}

TEST_F(KnowledgeBaseFaults, NamesAnIdThatIsNotListed) {
  append("memberships.tsv", "organisation/league\tcountry/XXX\tmember\t\t\ttest\n");
  const auto loaded = KnowledgeBase::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().message, HasSubstr("member 'country/XXX' is not known"));
}

TEST_F(KnowledgeBaseFaults, RejectsAnIdThatIsTaken) {
  append("agreements.tsv", "agreement/river-treaty\tAgain\t\t\t\t\t\t\t\ttest\n");
  const auto loaded = KnowledgeBase::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().message, HasSubstr("is taken"));
}

TEST_F(KnowledgeBaseFaults, RejectsADateThatIsNone) {
  append("memberships.tsv", "organisation/league\tcountry/USA\tmember\t1990-13\t\ttest\n");
  const auto loaded = KnowledgeBase::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().message, HasSubstr("a date is none"));
}

TEST_F(KnowledgeBaseFaults, RejectsAnotherHeader) {
  std::ofstream(folder / "titles.tsv", std::ios::binary) << "title\tkind\n";
  const auto loaded = KnowledgeBase::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_THAT(loaded.error().message, HasSubstr("the header is 'title kind'"));
}

TEST_F(KnowledgeBaseFaults, SaysThatATableIsMissing) {
  std::filesystem::remove(folder / "places.tsv");
  const auto loaded = KnowledgeBase::load(folder);
  ASSERT_FALSE(loaded);
  EXPECT_EQ(loaded.error().code, ErrorCode::NotFound);
  EXPECT_THAT(loaded.error().source, HasSubstr("places.tsv"));
}

}  // namespace
}  // namespace entente
