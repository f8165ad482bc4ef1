#include <fstream>
#include <iostream>

#include "entente/cli/commands.h"
#include "entente/cli/data_folder.h"
#include "entente/cli/ordered_output.h"
#include "entente/ingest/pipeline.h"
#include "entente/language/conllu.h"

namespace entente::cli {
namespace {

// The documents of CoNLL-U files, one after the other.
class ConlluInputs {
 public:
  explicit ConlluInputs(const std::vector<std::string>& paths) : paths_(paths.rbegin(), paths.rend()) {}

  std::optional<language::ConlluDocument> next(Diagnostics& diagnostics) {
    while (reader_ || open(diagnostics)) {
      std::optional<Result<language::ConlluDocument>> document = reader_->next();
      if (!document) {
        reader_.reset();
      } else if (*document) {
        return std::move(**document);
      } else {
        diagnostics.reject(document->error());
      }
    }
    return std::nullopt;
  }

 private:
  bool open(Diagnostics& diagnostics) {
    while (!paths_.empty()) {
      const std::string path = paths_.back();
      paths_.pop_back();
      if (path == "-") {
        reader_.emplace(std::cin, "-");
        return true;
      }
      file_ = std::ifstream(path, std::ios::binary);
      // A folder opens, and fails when it is read.
      if (file_ && (file_.peek(), !file_.bad())) {
        file_.clear();
        reader_.emplace(file_, path);
        return true;
      }
      diagnostics.reject({ErrorCode::NotFound, path, std::nullopt, "cannot be read"});
    }
    return false;
  }

  std::vector<std::string> paths_;  // still to be read, last first
  std::ifstream file_;
  std::optional<language::ConlluReader> reader_;
};

}  // namespace

int run_parse(const InputOptions& options) {
  const auto pipeline = load_pipeline(options, ingest::Depth::Parse);
  if (!pipeline) return fail(pipeline.error());
  return print_each(options, [&] {
    return [&, scratch = ingest::Pipeline::Workspace()](ingest::Input input) mutable {
      return article_of(std::move(input)).map([&](Article article) {
        std::string out;
        language::write_conllu(out, pipeline->annotate(std::move(article), scratch));
        return out;
      });
    };
  });
}

int run_parse_conllu(const InputOptions& options) {
  const auto pipeline = load_pipeline(options, ingest::Depth::Parse);
  if (!pipeline) return fail(pipeline.error());
  ConlluInputs inputs(options.inputs);
  return print_in_order<language::ConlluDocument>(
      thread_count(options), [&](Diagnostics& diagnostics) { return inputs.next(diagnostics); },
      [&] {
        return [&, scratch =
                       ingest::Pipeline::Workspace()](language::ConlluDocument input) mutable -> Result<std::string> {
          pipeline->parse(input.document, scratch);
          std::string out;
          language::write_conllu(out, input);
          return out;
        };
      });
}

}  // namespace entente::cli
