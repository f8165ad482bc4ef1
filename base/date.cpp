#include "entente/base/date.h"

#include <chrono>
#include <cstdio>

namespace entente {
namespace {

std::int32_t days(int year, unsigned month, unsigned day) {
  using namespace std::chrono;
  const year_month_day date{std::chrono::year(year), std::chrono::month(month), std::chrono::day(day)};
  return static_cast<std::int32_t>(sys_days(date).time_since_epoch().count());
}

unsigned days_in_month(int year, unsigned month) {
  const std::chrono::year_month_day_last last{std::chrono::year(year),
                                              std::chrono::month_day_last(std::chrono::month(month))};
  return static_cast<unsigned>(last.day());
}

std::optional<int> number(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

}  // namespace

std::int32_t first_day(Date date) {
  return days(date.year, date.month == 0 ? 1 : date.month, date.day == 0 ? 1 : date.day);
}

std::int32_t last_day(Date date) {
  const unsigned month = date.month == 0 ? 12 : date.month;
  return days(date.year, month, date.day == 0 ? days_in_month(date.year, month) : date.day);
}

Date date_of_day(std::int32_t day) {
  const std::chrono::year_month_day date{std::chrono::sys_days(std::chrono::days(day))};
  return {static_cast<std::int16_t>(static_cast<int>(date.year())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.month())),
          static_cast<std::uint8_t>(static_cast<unsigned>(date.day()))};
}

int weekday(Date date) {
  return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(std::chrono::days(first_day(date)))).c_encoding());
}

std::string to_string(Date date) {
  char text[24];
  if (date.month == 0) {
    std::snprintf(text, sizeof text, "%04d", date.year);
  } else if (date.day == 0) {
    std::snprintf(text, sizeof text, "%04d-%02d", date.year, date.month);
  } else {
    std::snprintf(text, sizeof text, "%04d-%02d-%02d", date.year, date.month, date.day);
  }
  return text;
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() > 11 && (text[10] == 'T' || text[10] == ' ')) text = text.substr(0, 10);
  if (text.size() != 4 && text.size() != 7 && text.size() != 10) return std::nullopt;
  if ((text.size() > 4 && text[4] != '-') || (text.size() > 7 && text[7] != '-')) return std::nullopt;
  const auto year = number(text.substr(0, 4));
  const auto month = text.size() > 4 ? number(text.substr(5, 2)) : 0;
  const auto day = text.size() > 7 ? number(text.substr(8, 2)) : 0;
  if (!year || !month || !day) return std::nullopt;
  if (text.size() > 4 && (*month < 1 || *month > 12)) return std::nullopt;
  if (text.size() > 7 &&
      (*day < 1 || static_cast<unsigned>(*day) > days_in_month(*year, static_cast<unsigned>(*month)))) {
    return std::nullopt;
  }
  return Date{static_cast<std::int16_t>(*year), static_cast<std::uint8_t>(*month), static_cast<std::uint8_t>(*day)};
}

}  // namespace entente
