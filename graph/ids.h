#pragma once

#include <span>
#include <string>
#include <string_view>

#include "entente/actors/slug.h"
#include "entente/graph/claim.h"

namespace entente {

/// Whether the name of an agreement is a proper one ("Treaty of Rome", "GSOMIA") and no description by kind
/// ("intelligence-sharing pact"): all its words but of, on, the … are capitalised.
bool is_proper_name(std::string_view name);

/// The id of an actor that is not listed: prefix of its type and slug of its fullest name; a policy, and an agreement
/// without a proper name, has the last parts of its parties' (owner's) ids first, in their order, which must be sorted:
/// "policy/jpn-export-curbs".
std::string id_of_name(NodeType type, std::string_view name, std::span<const std::string> parties = {});
/// The same of an end's type, name and parties. Requires end.is_node().
std::string id_of_name(const ClaimEnd& end);

}  // namespace entente
