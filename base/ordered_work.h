#pragma once

#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <map>
#include <mutex>
#include <optional>
#include <thread>
#include <utility>
#include <vector>

namespace entente {

/// Maps items on `threads` threads and hands the results on in the order of the items, so that output does not depend on
/// the number of threads.
///   next()           -> std::optional<In>; called by one thread at a time, in order; none ends the run
///   make_worker()    -> a callable In -> Out; called once by each thread: the place for its scratch memory
///   commit(Out)      -> bool; called on the calling thread only, in order; false ends the run early
/// At most `window` items are between next() and commit(), which bounds memory. An exception of any of them ends the run
/// and is thrown again here. With one thread everything happens on the calling thread.
template <class Next, class MakeWorker, class Commit>
void run_in_order(unsigned threads, std::size_t window, Next next, MakeWorker make_worker, Commit commit) {
  using Item = typename decltype(next())::value_type;
  using Worker = decltype(make_worker());
  using Output = decltype(std::declval<Worker&>()(std::declval<Item>()));

  if (threads <= 1) {
    Worker worker = make_worker();
    while (std::optional<Item> item = next()) {
      if (!commit(worker(std::move(*item)))) return;
    }
    return;
  }

  struct Shared {
    std::mutex source_mutex;  // guards next() and taken; taken before mutex, never after it
    std::uint64_t taken = 0;
    std::mutex mutex;  // guards everything below
    std::condition_variable room;
    std::condition_variable ready;
    std::map<std::uint64_t, Output> done;
    std::uint64_t committed = 0;
    std::uint64_t end = UINT64_MAX;  // number of items, once next() has said so
    bool stop = false;
    std::exception_ptr exception;
  } shared;

  auto work = [&] {
    try {
      Worker worker = make_worker();
      while (true) {
        std::optional<Item> item;
        std::uint64_t index = 0;
        {
          const std::lock_guard source_lock(shared.source_mutex);
          {
            std::unique_lock lock(shared.mutex);
            shared.room.wait(lock, [&] { return shared.stop || shared.taken - shared.committed < window; });
            if (shared.stop || shared.end != UINT64_MAX) return;
          }
          item = next();
          if (!item) {
            const std::lock_guard lock(shared.mutex);
            shared.end = shared.taken;
            shared.ready.notify_all();
            return;
          }
          index = shared.taken++;
        }
        Output output = worker(std::move(*item));
        const std::lock_guard lock(shared.mutex);
        shared.done.emplace(index, std::move(output));
        if (index == shared.committed) shared.ready.notify_all();
      }
    } catch (...) {
      const std::lock_guard lock(shared.mutex);
      if (!shared.exception) shared.exception = std::current_exception();
      shared.stop = true;
      shared.ready.notify_all();
      shared.room.notify_all();
    }
  };

  std::vector<std::jthread> workers;
  workers.reserve(threads);
  for (unsigned i = 0; i < threads; ++i) workers.emplace_back(work);

  std::exception_ptr exception;
  try {
    while (true) {
      std::optional<Output> output;
      {
        std::unique_lock lock(shared.mutex);
        shared.ready.wait(lock, [&] {
          return shared.stop || shared.committed >= shared.end || shared.done.count(shared.committed) != 0;
        });
        if (shared.stop || shared.committed >= shared.end) break;
        auto first = shared.done.begin();
        output.emplace(std::move(first->second));
        shared.done.erase(first);
        ++shared.committed;
        shared.room.notify_all();
      }
      if (!commit(std::move(*output))) break;
    }
  } catch (...) {
    exception = std::current_exception();
  }
  {
    const std::lock_guard lock(shared.mutex);
    shared.stop = true;
    shared.room.notify_all();
  }
  workers.clear();
  if (!exception) exception = shared.exception;
  if (exception) std::rethrow_exception(exception);
}

}  // namespace entente
