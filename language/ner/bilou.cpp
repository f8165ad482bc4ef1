#include "entente/language/ner/bilou.h"

#include <algorithm>
#include <cassert>
#include <cstring>

namespace entente::language {
namespace {

constexpr std::size_t kOutside = 0;
enum Part : std::size_t { kBegin, kInside, kLast, kUnit };

std::size_t tag(std::size_t label, Part part) { return 1 + 4 * label + part; }

// States: 0, no span is open; 1 + c, one of class c is. A step into state 0 is by O, by U of a class or by L of one;
// into state 1 + c by B or by I.
constexpr std::uint32_t kByOutside = 0;
std::uint32_t by(std::size_t label, Part part) { return static_cast<std::uint32_t>(tag(label, part)); }

constexpr float kImpossible = -1e30F;

// e^x for x <= 0; own, because the standard library's last bit depends on the machine. Cephes' expf.
float exponential(float x) {
  if (x < -80.0F) return 0.0F;
  const auto n = static_cast<int>(x * 1.44269504088896341F - 0.5F);
  const auto whole = static_cast<float>(n);
  const float r = (x - whole * 0.693359375F) - whole * -2.12194440e-4F;
  float p = 1.9875691500e-4F;
  for (const float term : {1.3981999507e-3F, 8.3334519073e-3F, 4.1665795894e-2F, 1.6666665459e-1F, 5.0000001201e-1F}) {
    p = p * r + term;
  }
  const auto bits = static_cast<std::uint32_t>(n + 127) << 23U;
  float power = 0;
  std::memcpy(&power, &bits, sizeof power);
  return (p * (r * r) + r + 1.0F) * power;
}

float probability(const TagScores& scores, std::size_t token, std::size_t chosen) {
  const float* row = scores.row(token);
  const std::size_t tags = 1 + 4 * scores.classes;
  const float largest = *std::max_element(row, row + tags);
  float sum = 0;
  for (std::size_t t = 0; t < tags; ++t) sum += exponential(row[t] - largest);
  return exponential(row[chosen] - largest) / sum;
}

}  // namespace

std::span<const ClassSpan> BilouDecoder::decode(const TagScores& scores) {
  assert(1 + 4 * scores.classes <= scores.stride && scores.values.size() >= scores.tokens * scores.stride);
  spans_.clear();
  if (scores.tokens == 0) return spans_;
  forward(scores);
  backward(scores);
  return spans_;
}

void BilouDecoder::forward(const TagScores& scores) {
  const std::size_t states = 1 + scores.classes;
  value_.assign(states, kImpossible);
  value_[kOutside] = 0;
  arrived_by_.resize(scores.tokens * states);
  for (std::size_t token = 0; token < scores.tokens; ++token) {
    const float* row = scores.row(token);
    std::uint32_t* arrived = arrived_by_.data() + token * states;
    const float closed = value_[kOutside];
    float best = closed + row[kOutside];
    arrived[kOutside] = kByOutside;
    for (std::size_t c = 0; c < scores.classes; ++c) {
      const float unit = closed + row[tag(c, kUnit)];
      const float last = value_[1 + c] + row[tag(c, kLast)];
      if (unit > best) {
        best = unit;
        arrived[kOutside] = by(c, kUnit);
      }
      if (last > best) {
        best = last;
        arrived[kOutside] = by(c, kLast);
      }
      const float begin = closed + row[tag(c, kBegin)];
      const float inside = value_[1 + c] + row[tag(c, kInside)];
      arrived[1 + c] = inside > begin ? by(c, kInside) : by(c, kBegin);
      value_[1 + c] = std::max(begin, inside);
    }
    value_[kOutside] = best;
  }
}

void BilouDecoder::backward(const TagScores& scores) {
  const std::size_t states = 1 + scores.classes;
  std::size_t state = kOutside;
  for (std::size_t token = scores.tokens; token-- > 0;) {
    const std::uint32_t tag_number = arrived_by_[token * states + state];
    if (tag_number == kByOutside) continue;
    const std::uint32_t label = (tag_number - 1) / 4;
    const auto part = static_cast<Part>((tag_number - 1) % 4);
    const auto at = static_cast<std::uint32_t>(token);
    if (part == kLast || part == kUnit) spans_.push_back({at, at + 1, label, 1.0F});
    spans_.back().begin = at;
    spans_.back().score *= probability(scores, token, tag_number);
    state = part == kLast || part == kInside ? 1 + label : kOutside;
  }
  std::reverse(spans_.begin(), spans_.end());
}

}  // namespace entente::language
