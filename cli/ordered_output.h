#pragma once

#include <functional>
#include <iostream>
#include <optional>
#include <string>
#include <utility>

#include "entente/base/ordered_work.h"
#include "entente/cli/commands.h"
#include "entente/cli/interrupt.h"
#include "entente/cli/report.h"
#include "entente/ingest/reader.h"

namespace entente::cli {

/// Threads to use.
unsigned thread_count(const InputOptions& options);

ingest::ReadOptions read_options(const InputOptions& options);

/// The article, or why a claim is none.
Result<Article> article_of(ingest::Input input);

/// An input with what the reader met before it, so that problems are told in input order.
template <class Item>
struct Read {
  std::optional<Item> item;  // none: only problems
  Diagnostics diagnostics;
};

/// Articles in flight a thread: enough that a long one does not hold the others up.
inline constexpr std::size_t kWindow = 8;

/// Maps items on `threads` threads and hands what became of each to commit(Report&, Result<Output>) -> bool, in order
/// of input; a false one, or a signal, ends the run.
///   next(Diagnostics&) -> std::optional<Item>, make_worker() -> (Item -> Result<Output>)
template <class Item, class Output, class Next, class MakeWorker, class Commit>
void process_in_order(unsigned threads, Report& report, Next next, MakeWorker make_worker, Commit commit) {
  struct Done {
    std::optional<Result<Output>> output;
    Diagnostics diagnostics;
  };
  bool ended = false;
  run_in_order(
      threads, kWindow * threads,
      [&]() -> std::optional<Read<Item>> {
        if (ended || interrupted()) return std::nullopt;
        Read<Item> read;
        read.item = next(read.diagnostics);
        ended = !read.item;
        return read;
      },
      [&] {
        return [worker = make_worker()](Read<Item> read) mutable {
          Done done{.output = std::nullopt, .diagnostics = std::move(read.diagnostics)};
          if (read.item) done.output = worker(std::move(*read.item));
          return done;
        };
      },
      [&](Done done) {
        report.problems(done.diagnostics);
        return !interrupted() && (!done.output || commit(std::move(*done.output)));
      });
}

/// The same with lines (of any number, with line feeds) that go to standard output. Returns the exit code.
template <class Item, class Next, class MakeWorker>
int print_in_order(unsigned threads, Next next, MakeWorker make_worker) {
  Report report;
  process_in_order<Item, std::string>(threads, report, std::move(next), std::move(make_worker),
                                      [&](const Result<std::string>& lines) {
                                        if (lines) {
                                          report.done();
                                          std::cout << *lines;
                                        } else {
                                          report.rejected(lines.error());
                                        }
                                        return !std::cout.fail();
                                      });
  std::cout.flush();
  if (std::cout.fail()) return fail({ErrorCode::Io, "standard output", std::nullopt, "cannot be written"});
  return report.exit_code();
}

/// The same of the options' inputs. make_worker() -> (ingest::Input -> Result<std::string>)
template <class MakeWorker>
int print_each(const InputOptions& options, MakeWorker make_worker) {
  Result<ingest::Inputs> inputs = ingest::open_inputs(options.inputs, read_options(options));
  if (!inputs) return fail(inputs.error());
  return print_in_order<ingest::Input>(
      thread_count(options), [&](Diagnostics& diagnostics) { return inputs->next(diagnostics); },
      std::move(make_worker));
}

}  // namespace entente::cli
