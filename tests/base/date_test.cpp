#include "entente/base/date.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Date, ReadsAndWritesItsPrecision) {
  for (const char* text : {"2019", "2019-08", "2019-08-22"}) EXPECT_EQ(to_string(parse_date(text).value()), text);
  EXPECT_EQ(to_string(parse_date("2019-08-22T10:00:00Z").value()), "2019-08-22");
  for (const char* text : {"", "19", "2019-13", "2019-02-30", "2019/08/22", "20190822"})
    EXPECT_FALSE(parse_date(text)) << text;
}

TEST(Date, OfAPartialDateSpansItsDays) {
  EXPECT_EQ(date_of_day(first_day({2020, 2, 0})), (Date{2020, 2, 1}));
  EXPECT_EQ(date_of_day(last_day({2020, 2, 0})), (Date{2020, 2, 29}));
  EXPECT_EQ(date_of_day(last_day({2020, 0, 0})), (Date{2020, 12, 31}));
}

TEST(Date, KnowsItsWeekday) { EXPECT_EQ(weekday({2019, 8, 22}), 4); }

}  // namespace
}  // namespace entente
