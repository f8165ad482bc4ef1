#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "entente/base/error.h"

namespace entente {

/// Whether a problem cost an article (or a line), or only deserves a word.
enum class Severity : std::uint8_t { Warning, Rejected };

/// One bad input that does not end the run. `line` counts from 1; 0: the source has no lines.
struct Diagnostic {
  Severity severity = Severity::Rejected;
  Error error;  // source: the file, or the file and the article
  std::uint64_t line = 0;

  /// "source:line:offset: message", without the parts that are not known.
  std::string to_string() const {
    Error at = error;
    if (line != 0 && !at.source.empty()) at.source += ":" + std::to_string(line);
    return at.to_string();
  }
};

/// What a run has met so far, in order. One thread at a time.
class Diagnostics {
 public:
  void add(Diagnostic diagnostic) {
    rejected_ += diagnostic.severity == Severity::Rejected;
    all_.push_back(std::move(diagnostic));
  }
  const std::vector<Diagnostic>& all() const& { return all_; }
  const std::vector<Diagnostic>& all() && = delete;
  std::uint64_t rejected() const { return rejected_; }

 private:
  std::vector<Diagnostic> all_;
  std::uint64_t rejected_ = 0;
};

}  // namespace entente
