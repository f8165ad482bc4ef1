#include "entente/cli/read_claims.h"

#include <utility>

#include "entente/graph/claims_jsonl.h"

namespace entente::cli {

Result<std::vector<Claim>> read_claims(const ingest::Pipeline& pipeline, ingest::Input input,
                                       ingest::Pipeline::Workspace& scratch) {
  if (Article* article = std::get_if<Article>(&input.content)) return pipeline.claims(std::move(*article), scratch);
  return claim_of_json_line(std::get<ingest::ClaimLine>(input.content).json, input.origin).map([](Claim claim) {
    return std::vector<Claim>{std::move(claim)};
  });
}

}  // namespace entente::cli
