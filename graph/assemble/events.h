#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/assemble/identity.h"

namespace entente {

/// First and last day of what is known of a date, days since 1970-01-01.
struct Days {
  std::int32_t first = 0;
  std::int32_t last = 0;

  bool meets(Days other) const { return first <= other.last && other.first <= last; }
  bool operator==(const Days&) const = default;
};

/// When the claim says that it happened or held; none: undated.
std::optional<Days> days_of(const Claim& claim);

/// Claims of one happening, as positions in the claims given, by (document, field, begin, …).
struct ClaimEvent {
  std::vector<std::size_t> claims;
  std::optional<Days> shared;  // the days that all its dated claims share; none: undated
};

/// Orders claims by document, field, place in it and reading: never by their order in the input.
bool is_before(const Claim& a, const Claim& b);

/// Joins the claims of one edge to events (CONTRACT, Claims, events, edges): dated ones in order of (first day, last
/// day, document), then undated ones, which join the event nearest to their publication within 7 days, the earlier of
/// two, and change no event's days. In order of days, the undated event first.
std::vector<ClaimEvent> join_events(std::span<const IdentifiedClaim> claims);

/// How well claims support what they say.
struct Support {
  double confidence = 0;      // noisy-or over independent publishers
  std::uint32_t sources = 0;  // independent publishers
};

/// The publisher of an article: listed id, else slug of its name, else host of the url; empty: unknown. All unknown
/// ones count as one.
std::string publisher_of(const ClaimDocument& document, const ActorLookup& actors);

/// Words of a quote, to tell reprints: lower-case letters and digits of it.
std::string words_of(std::string_view quote);

/// A claim as far as support depends on it.
struct Testimony {
  std::string_view publisher;
  std::string_view words;  // of its quote; empty: unknown
  std::optional<Date> published;
  double confidence = 0;
};
/// A text under several publishers counts as of the first that published it; claims without a quote are no reprints.
Support support_of(const std::vector<Testimony>& testimonies);

}  // namespace entente
