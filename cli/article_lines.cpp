#include "entente/cli/article_lines.h"

#include <algorithm>
#include <iostream>
#include <thread>
#include <utility>

#include "entente/base/ordered_work.h"
#include "entente/cli/interrupt.h"

namespace entente::cli {

unsigned thread_count(const InputOptions& options) {
  return options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

ingest::ReadOptions read_options(const InputOptions& options) {
  return {.from = options.from, .date = options.date, .source = options.source};
}

int print_each(const InputOptions& options,
               const std::function<std::function<Result<std::string>(ingest::Input)>()>& make_worker) {
  Result<ingest::Inputs> inputs = ingest::open_inputs(options.inputs, read_options(options));
  if (!inputs) return fail(inputs.error());
  Report report;
  // What the reader met before an input goes with it, so that problems are told in input order.
  struct Read {
    std::optional<ingest::Input> input;  // none: only problems
    Diagnostics diagnostics;
  };
  struct Done {
    std::optional<Result<std::string>> lines;
    Diagnostics diagnostics;
  };
  bool ended = false;
  const unsigned threads = thread_count(options);
  run_in_order(
      threads, std::size_t{8} * threads,
      [&]() -> std::optional<Read> {
        if (ended || interrupted()) return std::nullopt;
        Read read;
        read.input = inputs->next(read.diagnostics);
        ended = !read.input;
        return read;
      },
      [&] {
        return [worker = make_worker()](Read read) {
          Done done{.lines = std::nullopt, .diagnostics = std::move(read.diagnostics)};
          if (read.input) done.lines = worker(std::move(*read.input));
          return done;
        };
      },
      [&](Done done) {
        report.problems(done.diagnostics);
        if (!done.lines) return true;
        if (*done.lines) {
          report.done();
          std::cout << **done.lines;
        } else {
          report.rejected(done.lines->error());
        }
        return !std::cout.fail() && !interrupted();
      });
  std::cout.flush();
  if (std::cout.fail()) return fail({ErrorCode::Io, "standard output", std::nullopt, "cannot be written"});
  return report.exit_code();
}

Result<Article> article_of(ingest::Input input) {
  if (Article* article = std::get_if<Article>(&input.content)) return std::move(*article);
  return failure(ErrorCode::InvalidArgument, input.origin, "a claim, where an article was expected");
}

}  // namespace entente::cli
