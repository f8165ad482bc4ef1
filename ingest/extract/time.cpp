#include "entente/ingest/extract/time.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace entente::ingest {
namespace {

int index_of(std::string_view word, std::initializer_list<std::string_view> names, std::size_t prefix) {
  int i = 0;
  for (const std::string_view name : names) {
    if (word == name ||
        (prefix != 0 && word.size() >= prefix && word.size() <= prefix + 1 && name.substr(0, word.size()) == word))
      return i;
    ++i;
  }
  return -1;
}

int weekday_of(std::string_view word) {
  return index_of(word, {"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"}, 3);
}

/// 1 to 12; "aug", "sept" and "aug." too; 0: none. "may" and "march" count only capitalised.
int month_of(std::string_view form) {
  std::string word = language::lower(form);
  if (!word.empty() && word.back() == '.') word.pop_back();
  if (word == "sept") return 9;
  if (!language::is_capitalised(form)) return 0;
  return 1 + index_of(word,
                      {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
                       "november", "december"},
                      3);
}

std::optional<int> number_of(std::string_view word) {
  if (word.empty() || word.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::optional<int> count_of(const std::string& word) {
  if (const auto digits = number_of(word)) return digits;
  const int named =
      index_of(word, {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}, 0);
  if (named > 0) return named;
  return word == "a" || word == "an" ? std::optional(1) : std::nullopt;
}

Date month_before(Date date, int months) {
  int index = date.year * 12 + (date.month == 0 ? 0 : date.month - 1) - months;
  return {static_cast<std::int16_t>(index / 12), static_cast<std::uint8_t>(index % 12 + 1), 0};
}

bool is_time_adverbial(Deprel deprel) {
  switch (universal(deprel)) {
    case Deprel::Obl:
    case Deprel::Advmod:
    case Deprel::Nmod:
    case Deprel::Nummod:
    case Deprel::Compound:
    case Deprel::Amod:
      return true;
    default:
      return false;
  }
}

}  // namespace

std::optional<Date> ClauseTime::read(TokenRange words, bool future, bool last) const {
  const auto word = [&](std::uint32_t t) { return language::lower(tree_[TokenId(t)].form); };
  int month = 0;
  int day = 0;
  int year = 0;
  std::string relation;  // this, last, next
  for (std::uint32_t t = words.begin; t < words.end; ++t) {
    const std::string w = word(t);
    if (w == "this" || w == "last" || w == "next" || w == "past" || w == "previous") {
      relation = w == "past" || w == "previous" ? "last" : w;
      continue;
    }
    if (const int m = month_of(tree_[TokenId(t)].form); m > 0) {
      month = m;
      continue;
    }
    if (const auto n = number_of(w)) {
      const bool decade = t + 1 < words.end && word(t + 1) == "s";
      if (*n >= 1000 && *n <= 2100 && !decade) year = *n;
      if (*n >= 1 && *n <= 31 && w.size() <= 2) day = *n;
      continue;
    }
    if (!published_) continue;
    const std::int32_t today = first_day(*published_);
    if (!published_->is_day() && w != "year") continue;
    if (w == "today" || w == "tonight") return published_;
    if (w == "yesterday") return date_of_day(today - 1);
    if (w == "tomorrow") return date_of_day(today + 1);
    if (const int d = weekday_of(w); d >= 0) {
      const int back = (weekday(*published_) - d + 7) % 7;
      if (relation == "last") return date_of_day(today - (back == 0 ? 7 : back));
      if (relation == "next" || future)
        return date_of_day(today + (7 - back) % 7 + (relation == "next" && back == 0 ? 7 : 0));
      return date_of_day(today - back);
    }
    if (w == "month") {
      if (relation == "this") return Date{published_->year, published_->month, 0};
      if (relation == "last") return month_before(*published_, 1);
      if (relation == "next") return month_before(*published_, -1);
    }
    if (w == "year") {
      if (relation == "this") return Date{published_->year, 0, 0};
      if (relation == "last") return Date{static_cast<std::int16_t>(published_->year - 1), 0, 0};
      if (relation == "next") return Date{static_cast<std::int16_t>(published_->year + 1), 0, 0};
    }
    if (w == "ago" && t > words.begin + 1) {
      const auto n = count_of(word(t - 2));
      const std::string unit = word(t - 1);
      if (!n) continue;
      if (unit == "day" || unit == "days") return date_of_day(today - *n);
      if (unit == "week" || unit == "weeks")
        return Date{date_of_day(today - 7 * *n).year, date_of_day(today - 7 * *n).month, 0};
      if (unit == "month" || unit == "months") return month_before(*published_, *n);
      if (unit == "year" || unit == "years") return Date{static_cast<std::int16_t>(published_->year - *n), 0, 0};
    }
  }
  if (month != 0 && year == 0) {
    if (!published_) return std::nullopt;
    year = published_->year;
    // "in November" read in March is last November, unless it is to come.
    if (relation == "last" && month >= published_->month) --year;
    if (relation.empty() && !future && month > published_->month) --year;
    if (future && month < published_->month) ++year;
  }
  if (year != 0) {
    return Date{static_cast<std::int16_t>(year), static_cast<std::uint8_t>(month),
                static_cast<std::uint8_t>(month == 0 ? 0 : day)};
  }
  for (std::uint32_t begin = words.begin; begin < words.end; ++begin) {
    std::string name;
    for (std::uint32_t t = begin; t < words.end && t < begin + 5; ++t) {
      name += (name.empty() ? "" : " ") + word(t);
      const auto found = periods_.find(name);
      if (found != periods_.end()) return last ? found->second.second : found->second.first;
    }
  }
  return std::nullopt;
}

TimeSpan ClauseTime::below(TokenId head, bool future) const {
  TimeSpan out;
  for (const TokenId c : tree_.children(head)) {
    if (!is_time_adverbial(tree_[c].deprel)) continue;
    if (tree_[c].deprel == Deprel::NmodPoss || mark_of(tree_, c) == "after" || mark_of(tree_, c) == "before") continue;
    const std::string preposition = tree_.case_marker(c);
    if (preposition == "after" || preposition == "before" || preposition == "about" || preposition == "over" ||
        preposition == "despite")
      continue;
    const bool end = preposition == "until" || preposition == "till" || preposition == "to" || preposition == "through";
    const TokenRange words = tree_.subtree(c);
    if (words.size() > 12) continue;
    const auto date = read(words, future, end);
    if (!date) continue;
    if (end) {
      if (!out.until) out.until = date;
    } else if (!out.date) {
      out.date = date;
    }
  }
  return out;
}

TimeSpan ClauseTime::of(TokenId predicate, const ClauseStanding& standing) const {
  const bool future = standing.planned || standing.hypothetical;
  TimeSpan own = below(predicate, future);
  if (own.date || own.until) return own;
  // An event noun has the time of the verb that it is an argument of; an infinitive that of its governor, unless that
  // only reports.
  TokenId node = predicate;
  for (int depth = 0; depth < 4; ++depth) {
    const Token& token = tree_[node];
    if (!token.head.valid()) break;
    const Deprel deprel = token.deprel;
    const bool climbs =
        deprel == Deprel::Obj || deprel == Deprel::NsubjPass || deprel == Deprel::Xcomp || deprel == Deprel::Conj;
    if (!climbs || (future && deprel != Deprel::Conj && deprel != Deprel::Obj)) break;
    node = token.head;
    own = below(node, future);
    if (own.date || own.until) return own;
  }
  // Nothing said: the news itself is of the day of the report, background is not.
  if (published_ && standing.past && !standing.background && !future && !standing.negated) own.date = published_;
  return own;
}

}  // namespace entente::ingest
