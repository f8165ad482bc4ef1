#include <gtest/gtest.h>

#include <optional>
#include <string>

#include "entente/ingest/extract/time.h"
#include "ingest/shipped_patterns.h"
#include "support/conllu_document.h"

namespace entente::ingest {
namespace {

using support::conllu_document;
using support::token_of;

/// "Peru attacked Chile" with more rows from 4 on that hang at token 2; "date/until", "-" for none. Published on
/// Thursday 20 May 2021 unless told otherwise.
std::string time_of(const std::string& rows, std::optional<Date> published = parse_date("2021-05-20")) {
  const Document document = conllu_document(
      "1  Peru  Peru  PROPN  NNP  _  2  nsubj\n2  attacked  attack  VERB  VBD  _  0  root\n"
      "3  Chile  Chile  PROPN  NNP  _  2  obj\n" +
      rows);
  const Tree tree(document);
  const TokenId verb = token_of(document, "attacked");
  const ClauseTime time(tree, published, shipped_patterns().periods());
  const TimeSpan span = time.of(verb, standing_of(verb, tree, shipped_patterns()));
  return (span.date ? to_string(*span.date) : "-") + "/" + (span.until ? to_string(*span.until) : "-");
}

const std::string kOnMonday = "4  on  on  ADP  IN  _  5  case\n5  Monday  Monday  PROPN  NNP  _  2  obl\n";
const std::string kLastYear = "4  last  last  ADJ  JJ  _  5  amod\n5  year  year  NOUN  NN  _  2  obl:unmarked\n";
const std::string kMonthsAgo =
    "4  two  two  NUM  CD  _  5  nummod\n5  months  month  NOUN  NNS  _  6  obl:unmarked\n"
    "6  ago  ago  ADV  RB  _  2  advmod\n";
const std::string kFromUntil =
    "4  from  from  ADP  IN  _  5  case\n5  1910  1910  NUM  CD  _  2  obl\n"
    "6  until  until  ADP  IN  _  7  case\n7  1945  1945  NUM  CD  _  2  obl\n";

TEST(ClauseTime, OfAWeekdayIsTheLastOne) { EXPECT_EQ(time_of(kOnMonday), "2021-05-17/-"); }

TEST(ClauseTime, OfLastYearIsTheYearBefore) { EXPECT_EQ(time_of(kLastYear), "2020/-"); }

TEST(ClauseTime, OfMonthsAgoIsCountedBack) { EXPECT_EQ(time_of(kMonthsAgo), "2021-03/-"); }

TEST(ClauseTime, OfARangeHasBothEnds) { EXPECT_EQ(time_of(kFromUntil), "1910/1945"); }

TEST(ClauseTime, OfNewsIsTheDayOfTheReport) { EXPECT_EQ(time_of(""), "2021-05-20/-"); }

TEST(ClauseTime, IsUnknownWhereItIsRelativeAndThePublicationDateIsMissing) {
  EXPECT_EQ(time_of(kOnMonday, std::nullopt), "-/-");
  EXPECT_EQ(time_of(kLastYear, std::nullopt), "-/-");
  EXPECT_EQ(time_of(kMonthsAgo, std::nullopt), "-/-");
  EXPECT_EQ(time_of("", std::nullopt), "-/-");
}

TEST(ClauseTime, OfARangeOfYearsNeedsNoPublicationDate) { EXPECT_EQ(time_of(kFromUntil, std::nullopt), "1910/1945"); }

}  // namespace
}  // namespace entente::ingest
