#pragma once

#include <span>
#include <string>
#include <string_view>

#include "entente/graph/claim.h"

namespace entente {

/// The name as the last part of an id (CONTRACT, Identifiers): ICU "Any-Latin; Latin-ASCII; Lower" with runs outside
/// a-z0-9 as "-", at most 60 bytes, cut between words where it has any. Of a name without letters and digits "x-" and 6
/// hex digits of its SHA-256. Bytes that are not UTF-8 count as outside.
std::string slug(std::string_view name);

/// The letters and digits of slug, uncut and without dashes: names that differ in case, diacritics, spaces and
/// punctuation only are equal. Of a name without any, the name.
std::string name_key(std::string_view name);

/// Whether the name of an agreement is a proper one ("Treaty of Rome", "GSOMIA") and no description by kind
/// ("intelligence-sharing pact"): all its words but of, on, the … are capitalised.
bool is_proper_name(std::string_view name);

/// The id of an actor that is not listed: prefix of its type and slug of its fullest name; a policy, and an agreement
/// without a proper name, has the last parts of its parties' (owner's) ids first, in their order, which must be sorted:
/// "policy/jpn-export-curbs".
std::string id_of_name(NodeType type, std::string_view name, std::span<const std::string> parties = {});
/// The same of an end's type, name and parties. Requires end.is_node().
std::string id_of_name(const ClaimEnd& end);

/// Whether text has the form of an id: prefix of a node type, "/", then one or more of A-Z a-z 0-9 - . _
bool is_node_id(std::string_view text);
/// Whether it is such an id with the prefix of that type.
bool is_node_id(std::string_view text, NodeType type);

}  // namespace entente
