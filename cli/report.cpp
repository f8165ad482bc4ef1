#include "entente/cli/report.h"

#include <unistd.h>

#include <iostream>

#include "entente/cli/interrupt.h"

namespace entente::cli {

Report::Report() : terminal_(::isatty(STDERR_FILENO) != 0), last_(std::chrono::steady_clock::now()) {}

Report::~Report() { clear_progress(); }

void Report::problems(Diagnostics& diagnostics) {
  for (const Diagnostic& diagnostic : diagnostics.take()) {
    switch (diagnostic.severity) {
      case Severity::Warning:
        warning(diagnostic.error);
        break;
      case Severity::Rejected:
        rejected(diagnostic.error);
        break;
    }
  }
}

void Report::warning(const Error& error) {
  clear_progress();
  std::cerr << "entente: warning: " << error.to_string() << '\n';
}

void Report::rejected(const Error& error) {
  clear_progress();
  ++rejected_;
  std::cerr << "entente: rejected: " << error.to_string() << '\n';
}

void Report::progress(std::string_view text) {
  if (!terminal_) return;
  const auto now = std::chrono::steady_clock::now();
  if (now - last_ < std::chrono::milliseconds(200)) return;
  last_ = now;
  shown_ = true;
  std::cerr << '\r' << text << "\x1b[K" << std::flush;
}

void Report::line(std::string_view text) {
  clear_progress();
  std::cerr << text << '\n';
}

int Report::exit_code() const {
  if (interrupted()) return kInterrupted;
  if (all_rejected()) return kNothingDone;
  return rejected_ > 0 ? kSomeRejected : kDone;
}

void Report::clear_progress() {
  if (!shown_) return;
  shown_ = false;
  std::cerr << "\r\x1b[K" << std::flush;
}

std::string counted(std::uint64_t count, std::string_view noun) {
  return std::to_string(count) + " " + std::string(noun) + (count == 1 ? "" : "s");
}

int fail(const Error& error) {
  std::cerr << "entente: " << error.to_string() << '\n';
  return kNothingDone;
}

}  // namespace entente::cli
