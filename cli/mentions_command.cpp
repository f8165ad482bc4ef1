#include "entente/cli/commands.h"
#include "entente/cli/data_folder.h"
#include "entente/cli/ordered_output.h"
#include "entente/ingest/link/link.h"

namespace entente::cli {
namespace {

Result<std::string> mention_lines(const Document& document) {
  std::string out;
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    if (!ingest::is_reported(document, MentionId(i))) continue;
    const Result<std::string> line = ingest::to_json_line(document, MentionId(i));
    if (!line) return line;
    out += *line;
    out += '\n';
  }
  return out;
}

}  // namespace

int run_mentions(const InputOptions& options) {
  const auto pipeline = load_pipeline(options, ingest::Depth::Mentions);
  if (!pipeline) return fail(pipeline.error());
  return print_each(options, [&] {
    return [&, scratch = ingest::Pipeline::Workspace()](ingest::Input input) mutable {
      return article_of(std::move(input)).and_then([&](Article article) {
        return mention_lines(pipeline->annotate(std::move(article), scratch));
      });
    };
  });
}

}  // namespace entente::cli
