// Actor dictionaries and Wikidata dumps of our own writing, read into rows of a table of actors.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/import/petrarch.h"
#include "entente/actors/import/wikidata.h"

namespace entente {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

const KnowledgeBase& shipped() {
  static const KnowledgeBase kb = KnowledgeBase::load(std::string(ENTENTE_DATA_DIR) + "/actors").value();
  return kb;
}

/// Rows, each with its cells parted by ";" and the empty ones left out, and the faults.
struct Imported {
  std::vector<std::string> rows;
  std::vector<std::string> faults;
  std::string table;
};

Imported imported(std::string table, const Diagnostics& diagnostics) {
  Imported out;
  out.table = OwnRows::header() + table;
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    std::string row;
    for (const char c : table.substr(begin, end - begin)) {
      if (c == '\t' && (row.empty() || row.back() == ';')) continue;
      row += c == '\t' ? ';' : c;
    }
    while (row.ends_with(';')) row.pop_back();
    out.rows.push_back(row);
    begin = end + 1;
  }
  for (const Diagnostic& one : diagnostics.all()) out.faults.push_back(one.error.to_string());
  return out;
}

template <class Import>
Imported read_all(Import& import, std::string_view text) {
  Diagnostics diagnostics;
  int number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    import.read_line(text.substr(begin, end - begin), "f:" + std::to_string(++number), diagnostics);
    begin = end + 1;
  }
  if constexpr (requires { import.finish(); }) import.finish();
  return imported(import.rows().take(), diagnostics);
}

Imported petrarch(std::string_view text) {
  static const CameoCodes codes = CameoCodes::load(std::string(ENTENTE_DATA_DIR) + "/actors").value();
  PetrarchImport import(shipped(), codes);
  return read_all(import, text);
}

Imported wikidata(std::string_view text) {
  static const WikidataClasses classes = WikidataClasses::load(std::string(ENTENTE_DATA_DIR) + "/actors").value();
  WikidataImport import(shipped(), classes);
  return read_all(import, text);
}

TEST(PetrarchImport, MakesPersonsWithDatedOffices) {
  const Imported found = petrarch(
      "PIERRE_EXAMPLE_  # a comment\n"
      "+PRESIDENT_EXAMPLE_\n"
      "\t[FRAELI 650101-811231]\n"
      "\t[FRAGOV 820101-19840630]\n"
      "\t[FRAGOV > 910101]\n");
  EXPECT_THAT(
      found.rows,
      ElementsAre(
          "actor;person/pierre-example;official;Pierre Example;Example;country/FRA;FRAELI | FRAGOV",
          "office;person/pierre-example;member of the government;other;country/FRA;1982-01-01;1984-06-30;FRAGOV",
          "office;person/pierre-example;member of the government;other;country/FRA;1991-01-01;FRAGOV"));
  EXPECT_THAT(found.faults, IsEmpty());
}

TEST(PetrarchImport, MakesBodiesWithTheirAbbreviations) {
  EXPECT_THAT(petrarch("RIVER_GUARD_FRONT_(RGF)_ [TCDREB] ;old style\n+GUARD_OF_THE_RIVER\n+GRF\n").rows,
              ElementsAre("actor;organisation/river-guard-front;organisation;militant;River Guard Front;"
                          "Guard of the River;country/TCD;RGF | GRF;TCDREB"));
}

TEST(PetrarchImport, TakesABareCountryCodeForNamesOrPlacesOfTheCountry) {
  EXPECT_THAT(petrarch("CHAD_ [TCD]\n+CHADIA_\n+RIVERTON_\n").rows,
              ElementsAre("actor;place/riverton;place;Riverton;country/TCD;TCD", "name;country/TCD;Chadia;TCD"));
}

TEST(PetrarchImport, KeepsTheIdsOfListedActors) {
  const Imported found = petrarch("TARO_KONO [JPNGOV 170803-190911]\n");
  ASSERT_THAT(found.rows, SizeIs(2));
  EXPECT_THAT(found.rows[0], HasSubstr("person/taro-kono"));
}

TEST(PetrarchImport, TellsNamesakesOfTwoCountriesApart) {
  const Imported found = petrarch("PIERRE_EXAMPLE [FRAGOV >990101]\nPIERRE_EXAMPLE [BELGOV >990101]\n");
  EXPECT_THAT(found.rows[0], HasSubstr("person/pierre-example;"));
  EXPECT_THAT(found.rows[2], HasSubstr("person/pierre-example-bel;"));
}

TEST(PetrarchImport, GoesOnAfterLinesThatItCannotRead) {
  const Imported found = petrarch(
      "<!-- over\nlines --> \n"
      "\t[FRAGOV]\n"
      "A_B [FRAGOV 991399-991401]\n"
      "C_D [FRAGOV\n"
      "SOLDIERS [~MIL]\n"
      "+TROOPS\n"
      "MIA_EXAMPLE [NORGOV] junk\n"
      "LEAGUE_OF_EXAMPLES [IGO]\n");
  EXPECT_THAT(found.faults, ElementsAre("f:3: a code without a name before it", "f:4: '991399-991401' is no date",
                                        "f:5: a bracket that does not close", "f:6: '~': an agent, no actor",
                                        "f:8: 'junk' where a code in brackets was expected"));
  EXPECT_THAT(found.rows.back(), HasSubstr("organisation/league-of-examples"));
}

TEST(PetrarchImport, ReadsDatesOfBothForms) {
  EXPECT_EQ(read_dictionary_date("011222"), (Date{2001, 12, 22}));
  EXPECT_EQ(read_dictionary_date("310101"), (Date{1931, 1, 1}));
  EXPECT_EQ(read_dictionary_date("19270101"), (Date{1927, 1, 1}));
  EXPECT_EQ(read_dictionary_date("990000"), (Date{1999, 0, 0}));
  EXPECT_FALSE(read_dictionary_date("9901").has_value());
  EXPECT_FALSE(read_dictionary_date("991301").has_value());
}

std::string item(std::string_view id, std::string_view label, std::string_view claims) {
  return R"({"type":"item","id":")" + std::string(id) + R"(","labels":{"en":{"value":")" + std::string(label) +
         R"("}},"claims":{)" + std::string(claims) + "}},\n";
}

std::string statement(std::string_view property, std::string_view target, std::string_view more = "") {
  return "\"" + std::string(property) + R"(":[{"mainsnak":{"snaktype":"value","datavalue":{"value":{"id":")" +
         std::string(target) + R"("}}},"rank":"normal")" + std::string(more) + "}]";
}

std::string time(std::string_view property, std::string_view time, int precision) {
  return "\"" + std::string(property) + R"(":[{"snaktype":"value","datavalue":{"value":{"time":")" + std::string(time) +
         R"(","precision":)" + std::to_string(precision) + "}}}]";
}

TEST(WikidataImport, MakesOfficeHoldersAndPositions) {
  const std::string qualifiers = ",\"qualifiers\":{" + time("P580", "+2009-03-04T00:00:00Z", 11) + "," +
                                 time("P582", "+2011-05-00T00:00:00Z", 10) + "}";
  const Imported found = wikidata(
      "[\n" +
      item("Q900000001", "Mia Example",
           statement("P31", "Q5") + "," + statement("P27", "Q20") + "," + statement("P39", "Q900000002", qualifiers)) +
      item("Q900000002", "Minister of Rivers of Norway",
           statement("P279", "Q7330070") + "," + statement("P1001", "Q20")) +
      "]\n");
  EXPECT_THAT(found.rows, ElementsAre("actor;Q900000001;official;Mia Example;Q20",
                                      "office;Q900000001;Q900000002;2009-03-04;2011-05",
                                      "position;Q900000002;Minister of Rivers of Norway;foreign-minister;Q20"));
  // And the table says who held the office.
  const auto path = std::filesystem::temp_directory_path() / "entente_wikidata_import_test.tsv";
  std::ofstream(path, std::ios::binary) << found.table;
  const std::vector<std::filesystem::path> own = {path};
  const auto kb = KnowledgeBase::load(std::string(ENTENTE_DATA_DIR) + "/actors", own);
  std::filesystem::remove(path);
  ASSERT_TRUE(kb) << kb.error().to_string();
  const ActorId person = kb->find("person/mia-example");
  ASSERT_TRUE(person.valid());
  EXPECT_EQ(kb->actor(person).iso3, "NOR");
  ASSERT_THAT(kb->offices(person), SizeIs(1));
  EXPECT_EQ(kb->offices(person).front().office_class, OfficeClass::ForeignMinister);
}

TEST(WikidataImport, MakesOrganisationsAndTreaties) {
  const Imported found =
      wikidata(item("Q900000003", "Party of Rivers", statement("P31", "Q7278") + "," + statement("P17", "Q20")) +
               item("Q900000004", "Treaty of Example", statement("P31", "Q131569") + "," + statement("P1891", "Q20")));
  EXPECT_THAT(found.rows, ElementsAre("actor;Q900000003;organisation;party;Party of Rivers;Q20",
                                      "actor;Q900000004;agreement;Treaty of Example;Q20"));
}

TEST(WikidataImport, LeavesListedActorsTheirNames) {
  EXPECT_THAT(wikidata(item("Q17", "Japan", statement("P31", "Q3624078"))).rows, IsEmpty());
  EXPECT_THAT(wikidata(item("Q17", "Land of Examples", statement("P31", "Q3624078"))).rows,
              ElementsAre("name;Q17;Land of Examples"));
}

TEST(WikidataImport, LeavesOutWhatIsNoActor) {
  EXPECT_THAT(wikidata(item("Q900000005", "A River", statement("P31", "Q4022")) +
                       item("Q900000006", "A Poet", statement("P31", "Q5")) + "{\"id\":\"P31\",\"labels\":{}}\n" +
                       item("Q900000007", "", statement("P31", "Q7278")))
                  .rows,
              IsEmpty());
}

TEST(WikidataImport, GoesOnAfterLinesThatAreNoEntity) {
  const Imported found = wikidata("[\nbroken {\n[1]\n{\"id\": 7}\n{\"id\":\"Q1\",\"labels\":[],\"claims\":7}\n" +
                                  item("Q900000003", "Party of Rivers", statement("P31", "Q7278")) + "]");
  EXPECT_THAT(found.faults, SizeIs(3));
  EXPECT_THAT(found.faults[0], HasSubstr("f:2"));
  EXPECT_THAT(found.rows, SizeIs(1));
}

}  // namespace
}  // namespace entente
