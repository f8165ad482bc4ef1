#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>

#include "entente/base/diagnostics.h"

namespace entente::cli {

/// What a command ends with (CONTRACT, Commands).
enum ExitCode : int {
  kDone = 0,
  kSomeRejected = 1,
  kNothingDone = 2,
  kInterrupted = 130,
};

/// Standard error of one command: problems as they come, and progress where it is a terminal. One thread at a time.
class Report {
 public:
  Report();
  ~Report();
  Report(const Report&) = delete;
  Report& operator=(const Report&) = delete;

  /// Prints and counts what is in diagnostics, and empties it.
  void problems(Diagnostics& diagnostics);
  void warning(const Error& error);
  void rejected(const Error& error);
  /// An input was read to the end.
  void done() { ++done_; }
  /// Shows "text" on the terminal's last line, a few times a second.
  void progress(std::string_view text);
  /// A line for people.
  void line(std::string_view text);

  std::uint64_t rejected_count() const { return rejected_; }
  /// Every input was rejected, and there was one.
  bool all_rejected() const { return rejected_ > 0 && done_ == 0; }
  /// By what was counted and by whether a signal came.
  int exit_code() const;

 private:
  void clear_progress();

  bool terminal_;
  bool shown_ = false;
  std::chrono::steady_clock::time_point last_;
  std::uint64_t rejected_ = 0;
  std::uint64_t done_ = 0;
};

/// "1 claim", "2 claims".
std::string counted(std::uint64_t count, std::string_view noun);

/// Prints the error as the program's last word. Returns kNothingDone.
int fail(const Error& error);

}  // namespace entente::cli
