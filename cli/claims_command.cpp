#include "entente/cli/commands.h"
#include "entente/cli/data_folder.h"
#include "entente/cli/ordered_output.h"
#include "entente/cli/read_claims.h"
#include "entente/graph/claims_jsonl.h"

namespace entente::cli {
namespace {

Result<std::string> claim_lines(const std::vector<Claim>& claims) {
  std::string out;
  for (const Claim& claim : claims) {
    Result<std::string> line = to_json_line(claim);
    if (!line) return line;
    out += *line;
    out += '\n';
  }
  return out;
}

}  // namespace

int run_claims(const InputOptions& options) {
  const auto pipeline = load_pipeline(options, ingest::Depth::Claims);
  if (!pipeline) return fail(pipeline.error());
  return print_each(options, [&] {
    return [&, scratch = ingest::Pipeline::Workspace()](ingest::Input input) mutable {
      return read_claims(*pipeline, std::move(input), scratch).and_then(claim_lines);
    };
  });
}

}  // namespace entente::cli
