#pragma once

#include <string>
#include <string_view>

#include "entente/base/error.h"
#include "entente/graph/claim.h"

namespace entente {

/// One line, without line feed, in the form of CONTRACT "A claim", with what the graph needs beyond it: `quote`, `url`,
/// `publisher`, `published`, `doc_title`, `commitment`, `office`, and `aliases` and `parties` of ends. Errors:
/// Encoding.
Result<std::string> to_json_line(const Claim& claim);

/// Reads such a line, ours or another extractor's: only doc, type, source and target are required; codes that are
/// missing are taken from the ontology. Errors: Parse, InvalidArgument, with name and the offset in the line.
Result<Claim> claim_of_json_line(std::string_view line, std::string source_name);

}  // namespace entente
