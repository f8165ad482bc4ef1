#include "entente/cli/interrupt.h"

#include <atomic>
#include <csignal>

namespace entente::cli {
namespace {

// A signal handler can reach nothing but a global.
std::atomic<bool> noted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

void note_interrupts() {
  struct sigaction action = {};
  action.sa_handler = [](int) { noted = true; };
  action.sa_flags = SA_RESETHAND;
  sigaction(SIGINT, &action, nullptr);
  sigaction(SIGTERM, &action, nullptr);
}

bool interrupted() { return noted; }

}  // namespace entente::cli
