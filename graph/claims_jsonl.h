#pragma once

#include <string>
#include <string_view>

#include "entente/base/error.h"
#include "entente/base/json.h"
#include "entente/graph/claim.h"

namespace entente {

/// One line, without line feed, in the form of CONTRACT "A claim", with what the graph needs beyond it: `quote`, `url`,
/// `publisher`, `published`, `doc_title`, `commitment`, `office`, and `aliases` and `parties` of ends. Codes are those
/// of the ontology. Errors: Encoding.
Result<std::string> to_json_line(const Claim& claim);

/// Whether a line of JSON is a claim and no article: it has a `type` and an object `source`.
bool is_claim(JsonValue line);

/// Reads such a line, ours or another extractor's: only doc, type, source and target are required; codes that are
/// missing are taken from the ontology, confidence is 1, status asserted, the field text; a node without an id gets
/// that of its name, one without a type that of its id. Errors: Parse, InvalidArgument, with name and the offset in
/// the line.
Result<Claim> claim_of_json_line(std::string_view line, std::string source_name);
/// The same of a line that is parsed. Errors: InvalidArgument.
Result<Claim> claim_of_json(JsonValue line, std::string source_name);

/// The confidence as lines and graphs hold it: three decimals, within [0,1].
double rounded_confidence(double confidence);

}  // namespace entente
