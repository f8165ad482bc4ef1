#pragma once

#include <compare>
#include <cstdint>
#include <string_view>

namespace entente {

/// Bytes [begin, end) of a UTF-8 text.
struct ByteSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  std::uint32_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }
  /// The view is bound to text. Requires end <= text.size().
  std::string_view of(std::string_view text) const { return text.substr(begin, size()); }
  auto operator<=>(const ByteSpan&) const = default;
};

/// The smallest span that covers both.
inline ByteSpan cover(ByteSpan a, ByteSpan b) {
  return {a.begin < b.begin ? a.begin : b.begin, a.end > b.end ? a.end : b.end};
}

}  // namespace entente
