#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/base/date.h"

namespace entente::cli {

/// What every command that reads articles takes.
struct InputOptions {
  std::vector<std::string> inputs;  // files, folders, "-"
  std::optional<Date> date;         // --date
  std::string source;               // --source
  std::string from;                 // --from
  unsigned threads = 0;             // --threads; 0: one a core
  std::string data;                 // --data
};

/// The commands. Each prints its result on standard output, problems on standard error, and returns the exit code.
int run_parse(const InputOptions& options);
/// Gold tokens in CoNLL-U, analysed.
int run_parse_conllu(const InputOptions& options);
int run_text(const InputOptions& options);

}  // namespace entente::cli
