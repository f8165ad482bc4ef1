#include "entente/graph/assemble/events.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "entente/graph/claims_jsonl.h"
#include "entente/graph/ids.h"

namespace entente {
namespace {

constexpr std::int32_t kUndatedReachDays = 7;

std::int32_t distance_days(Days a, Days b) {
  if (a.meets(b)) return 0;
  return a.last < b.first ? b.first - a.last : a.first - b.last;
}

std::optional<Days> days_of(const std::optional<Date>& date) {
  return date ? std::optional(Days{first_day(*date), last_day(*date)}) : std::nullopt;
}

/// Nearest dated event within reach of a day of publication; none if there is none.
ClaimEvent* nearest(std::vector<ClaimEvent>& events, const std::optional<Days>& published) {
  ClaimEvent* best = nullptr;
  std::int32_t best_distance = kUndatedReachDays + 1;
  for (ClaimEvent& event : events) {
    if (!event.shared || !published) continue;
    const std::int32_t distance = distance_days(*event.shared, *published);
    if (distance < best_distance) {
      best = &event;
      best_distance = distance;
    }
  }
  return best;
}

std::string_view host_of(std::string_view url) {
  const std::size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return {};
  url = url.substr(scheme + 3);
  url = url.substr(0, url.find_first_of("/:?#"));
  return url.substr(0, 4) == "www." ? url.substr(4) : url;
}

auto order_of(const Claim& claim) {
  return std::tuple(std::string_view(claim.doc.id), claim.field, claim.span, claim.trigger, name(claim.type),
                    std::string_view(claim.source.id), std::string_view(claim.target.id), name(claim.status),
                    std::string_view(claim.by));
}

}  // namespace

std::optional<Days> days_of(const Claim& claim) {
  const auto date = days_of(claim.date);
  const auto until = days_of(claim.until);
  if (!date) return until;
  return Days{date->first, until ? std::max(date->last, until->last) : date->last};
}

bool is_before(const Claim& a, const Claim& b) {
  const auto order_a = order_of(a);
  const auto order_b = order_of(b);
  if (order_a != order_b) return order_a < order_b;
  if (a == b) return false;
  return to_json_line(a).value_or("") < to_json_line(b).value_or("");
}

std::vector<ClaimEvent> join_events(std::span<const IdentifiedClaim> claims) {
  std::vector<std::size_t> dated;
  std::vector<std::size_t> undated;
  for (std::size_t i = 0; i < claims.size(); ++i) (days_of(claims[i].claim) ? dated : undated).push_back(i);
  const auto by_days = [&](std::size_t i) {
    const Days days = *days_of(claims[i].claim);
    return std::tuple(days.first, days.last, std::string_view(claims[i].claim.doc.id));
  };
  std::stable_sort(dated.begin(), dated.end(), [&](std::size_t a, std::size_t b) { return by_days(a) < by_days(b); });

  std::vector<ClaimEvent> events;
  for (const std::size_t i : dated) {
    const Days days = *days_of(claims[i].claim);
    if (events.empty() || !events.back().shared->meets(days)) {
      events.push_back({{i}, days});
    } else {
      Days& shared = *events.back().shared;
      shared = {std::max(shared.first, days.first), std::min(shared.last, days.last)};
      events.back().claims.push_back(i);
    }
  }
  ClaimEvent without_date;
  for (const std::size_t i : undated) {
    ClaimEvent* event = nearest(events, days_of(claims[i].claim.doc.date));
    (event == nullptr ? without_date : *event).claims.push_back(i);
  }
  if (!without_date.claims.empty()) events.insert(events.begin(), std::move(without_date));
  for (ClaimEvent& event : events) {
    std::stable_sort(event.claims.begin(), event.claims.end(),
                     [&](std::size_t a, std::size_t b) { return is_before(claims[a].claim, claims[b].claim); });
  }
  return events;
}

std::string publisher_of(const ClaimDocument& document, const ActorLookup& actors) {
  const std::string_view host = host_of(document.url);
  for (const std::string_view name : {std::string_view(document.source), host}) {
    if (name.empty()) continue;
    std::string listed = actors.publisher(name);
    if (!listed.empty()) return listed;
  }
  return document.source.empty() ? std::string(host) : slug(document.source);
}

std::string words_of(std::string_view quote) {
  std::string words;
  for (const char c : quote) {
    const auto byte = static_cast<unsigned char>(c);
    if (c >= 'A' && c <= 'Z') {
      words += static_cast<char>(c - 'A' + 'a');
    } else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || byte >= 0x80) {
      words += c;
    }
  }
  return words;
}

Support support_of(const std::vector<Testimony>& testimonies) {
  std::map<std::string_view, std::tuple<bool, Date, std::string_view>> first_to_print;
  for (const Testimony& testimony : testimonies) {
    if (testimony.words.empty()) continue;
    const std::tuple printed(!testimony.published, testimony.published.value_or(Date{}), testimony.publisher);
    const auto [found, is_new] = first_to_print.emplace(testimony.words, printed);
    if (!is_new) found->second = std::min(found->second, printed);
  }
  std::map<std::string_view, double> best;
  for (const Testimony& testimony : testimonies) {
    const auto printed = first_to_print.find(testimony.words);
    const std::string_view publisher =
        printed == first_to_print.end() ? testimony.publisher : std::get<2>(printed->second);
    double& confidence = best[publisher];
    confidence = std::max(confidence, testimony.confidence);
  }
  double all_wrong = 1;
  for (const auto& [publisher, confidence] : best) all_wrong *= 1 - confidence;
  return {1 - all_wrong, static_cast<std::uint32_t>(best.size())};
}

}  // namespace entente
