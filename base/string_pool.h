#pragma once

#include <memory_resource>
#include <string_view>
#include <unordered_set>

namespace entente {

/// Owns strings that never move: views of them live as long as the pool. Equal strings are kept once. One thread at a
/// time.
class StringPool {
 public:
  StringPool() = default;
  StringPool(const StringPool&) = delete;
  StringPool& operator=(const StringPool&) = delete;

  std::string_view intern(std::string_view text);

 private:
  std::pmr::monotonic_buffer_resource memory_;
  std::unordered_set<std::string_view> strings_;
};

}  // namespace entente
