#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace entente::language {

/// A span of one class, as rows of the scores.
struct ClassSpan {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t label = 0;  // class, from 0
  float score = 0;          // product of the probabilities of its tokens' tags, in [0,1]
};

/// Scores of the tags of one sentence's tokens, in nats up to a constant for each token. Tag 0 is O (outside), then
/// come B, I, L and U (begin, inside, last, unit) of class 0, of class 1 and so on. View; row-major.
struct TagScores {
  std::span<const float> values;  // [tokens × stride]
  std::size_t tokens = 0;
  std::size_t stride = 0;
  std::size_t classes = 0;  // 1 + 4 · classes <= stride

  const float* row(std::size_t token) const { return values.data() + token * stride; }
};

/// Decodes the best tags among those that are well-formed (Viterbi) into spans, in order. One object per thread.
class BilouDecoder {
 public:
  /// Of equal scores: outside before inside, then the smaller class. The result is bound to the decoder, until the next
  /// call.
  std::span<const ClassSpan> decode(const TagScores& scores);

 private:
  void forward(const TagScores& scores);
  void backward(const TagScores& scores);

  std::vector<float> value_;               // of the state "no span is open", then of each class that is
  std::vector<std::uint32_t> arrived_by_;  // [tokens × states] what led to a state: see bilou.cpp
  std::vector<ClassSpan> spans_;
};

}  // namespace entente::language
