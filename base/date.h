#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace entente {

/// A proleptic Gregorian date at the precision known: a year, a month of it (month 0: unknown), a day of that (day 0:
/// unknown).
struct Date {
  std::int16_t year = 0;
  std::uint8_t month = 0;
  std::uint8_t day = 0;

  auto operator<=>(const Date&) const = default;
  bool is_day() const { return day != 0; }
};

/// Days from 1970-01-01; of a partial date its first or last day.
std::int32_t first_day(Date date);
std::int32_t last_day(Date date);
/// The day that many days after 1970-01-01.
Date date_of_day(std::int32_t day);
/// 0 is Sunday. Requires date.is_day().
int weekday(Date date);

/// ISO 8601 at its precision: "2019", "2019-08", "2019-08-22".
std::string to_string(Date date);
/// Reads the ISO 8601 forms of to_string, and a date followed by "T" and a time, whose day it takes. None for anything
/// else.
std::optional<Date> parse_date(std::string_view text);

}  // namespace entente
