#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>

namespace entente {

/// An index into the array of its kind; default: none. Tag keeps indices of different arrays apart.
template <class Tag>
struct Id {
  static constexpr std::uint32_t kNone = UINT32_MAX;
  std::uint32_t value = kNone;

  constexpr Id() = default;
  constexpr explicit Id(std::size_t index) : value(static_cast<std::uint32_t>(index)) {}
  constexpr bool valid() const { return value != kNone; }
  constexpr std::size_t index() const { return value; }
  constexpr auto operator<=>(const Id&) const = default;
};

/// Ids [begin, end) of one kind.
template <class IdType>
struct IdRange {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;

  constexpr std::size_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(IdType id) const { return begin <= id.value && id.value < end; }
  constexpr auto operator<=>(const IdRange&) const = default;
};

}  // namespace entente
