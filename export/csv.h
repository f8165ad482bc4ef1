#pragma once

#include <string>
#include <string_view>

#include "entente/export/property_table.h"

// Comma-separated values (RFC 4180) with lists in cells, for the bulk loaders of graph databases.
namespace entente::exporter {

/// Between the elements of a list: U+241F, "symbol for unit separator", which no language writes. Where a text has it
/// all the same, it becomes U+FFFD in lists.
inline constexpr std::string_view kElementSeparator = "\xE2\x90\x9F";

/// The text between quotes, with quotes doubled. NUL, at which some loaders end, becomes U+FFFD.
void append_quoted(std::string& out, std::string_view text);

/// The value as a cell: nothing for an absent one, text and lists between quotes, numbers bare.
/// empty_element: written for an empty element of a list.
void append_cell(std::string& out, const PropertyValue& value, std::string_view empty_element);

}  // namespace entente::exporter
