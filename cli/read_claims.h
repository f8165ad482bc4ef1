#pragma once

#include <string>
#include <vector>

#include "entente/base/error.h"
#include "entente/graph/claim.h"
#include "entente/ingest/pipeline.h"
#include "entente/ingest/reader.h"

namespace entente::cli {

/// The claims of an input: those read in an article, or the one that the line itself is. Errors: of a line that is no
/// claim, with its origin.
Result<std::vector<Claim>> read_claims(const ingest::Pipeline& pipeline, ingest::Input input,
                                       ingest::Pipeline::Workspace& scratch);

}  // namespace entente::cli
