#include "entente/cli/ordered_output.h"

#include <algorithm>
#include <thread>

namespace entente::cli {

unsigned thread_count(const InputOptions& options) {
  return options.threads != 0 ? options.threads : std::max(1U, std::thread::hardware_concurrency());
}

ingest::ReadOptions read_options(const InputOptions& options) {
  return {.from = options.from, .date = options.date, .source = options.source};
}

Result<Article> article_of(ingest::Input input) {
  if (Article* article = std::get_if<Article>(&input.content)) return std::move(*article);
  return failure(ErrorCode::InvalidArgument, input.origin, "a claim, where an article was expected");
}

}  // namespace entente::cli
