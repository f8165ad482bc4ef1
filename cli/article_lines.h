#pragma once

#include <functional>
#include <string>

#include "entente/cli/commands.h"
#include "entente/cli/report.h"
#include "entente/ingest/reader.h"

namespace entente::cli {

/// Threads to use.
unsigned thread_count(const InputOptions& options);

ingest::ReadOptions read_options(const InputOptions& options);

/// Reads the inputs, maps each to lines of output on the options' threads, and prints those in input order.
/// make_worker gives each thread its function: the output of one input, with line feeds, or why it is rejected.
int print_each(const InputOptions& options,
               const std::function<std::function<Result<std::string>(ingest::Input)>()>& make_worker);

/// The article, or why a claim is none.
Result<Article> article_of(ingest::Input input);

}  // namespace entente::cli
