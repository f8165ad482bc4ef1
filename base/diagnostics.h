#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "entente/base/error.h"

namespace entente {

/// Whether a problem cost an article or a line, or only deserves a word.
enum class Severity : std::uint8_t { Warning, Rejected };

/// One problem of an input that does not end the run.
struct Diagnostic {
  Severity severity = Severity::Rejected;
  Error error;
};

/// The problems of a run, in the order met. One thread at a time.
class Diagnostics {
 public:
  void reject(Error error) {
    all_.push_back({Severity::Rejected, std::move(error)});
    ++rejected_;
  }
  void warn(Error error) { all_.push_back({Severity::Warning, std::move(error)}); }

  /// Those that were not taken yet.
  const std::vector<Diagnostic>& all() const& { return all_; }
  const std::vector<Diagnostic>& all() && = delete;
  /// Moves them out, so that a long run does not collect them.
  std::vector<Diagnostic> take() { return std::exchange(all_, {}); }
  /// Of the whole run, taken or not.
  std::uint64_t rejected() const { return rejected_; }

 private:
  std::vector<Diagnostic> all_;
  std::uint64_t rejected_ = 0;
};

}  // namespace entente
