#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language {

/// Keeps the first layer's products of recent words: a row of 16-bit values for each form, in parts with a scale each.
/// Bounded; what it holds changes speed only, as a row is a function of the form. One thread.
class WordCache {
 public:
  static constexpr std::size_t kParts = 4;
  static constexpr std::size_t kWays = 4;
  static constexpr std::size_t kSets = 1024;

  struct Row {
    std::int16_t* values = nullptr;
    float* scales = nullptr;  // [kParts]
    bool filled = false;      // else the caller fills it in
  };

  /// Starts anew for rows of so many values.
  void reset(std::size_t row_size);
  std::size_t row_size() const { return row_size_; }
  /// Valid until the next call.
  Row find(std::string_view form);

 private:
  std::size_t row_size_ = 0;
  std::vector<std::int16_t> values_;
  std::vector<float> scales_;
  std::vector<std::string> forms_;  // empty: the slot is free
  std::vector<std::uint8_t> next_;  // the way that a set replaces next
};

}  // namespace entente::language
