#pragma once

#include <string>
#include <string_view>

#include "entente/schemas/types.h"

namespace entente {

/// ICU "Any-Latin; Latin-ASCII; Lower": what of a text ASCII can write, in lower case. Bytes that are not UTF-8 become
/// no letter.
std::string lower_latin(std::string_view text);
/// Whether the text has only letters for which lower_latin need not ask ICU, which takes milliseconds the first time.
bool is_common_latin(std::string_view text);

/// The name as the last part of an id (CONTRACT, Identifiers): ICU "Any-Latin; Latin-ASCII; Lower" with runs outside
/// a-z0-9 as "-", at most 60 bytes, cut between words where it has any. Of a name without letters and digits "x-" and 6
/// hex digits of its SHA-256. Bytes that are not UTF-8 count as outside.
std::string slug(std::string_view name);

/// The letters and digits of slug, uncut and without dashes: names that differ in case, diacritics, spaces and
/// punctuation only are equal. Of a name without any, the name.
std::string name_key(std::string_view name);

/// Whether text has the form of an id: prefix of a node type, "/", then one or more of A-Z a-z 0-9 - . _
bool is_node_id(std::string_view text);
/// Whether it is such an id with the prefix of that type.
bool is_node_id(std::string_view text, NodeType type);

}  // namespace entente
