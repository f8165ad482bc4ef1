#pragma once

#include <string>
#include <string_view>

// Text in XML 1.0 documents.
namespace entente::exporter {

/// "&amp;" of a character that markup takes for its own; empty of others.
std::string_view markup_entity(char c);

/// Appends text so that a parser gives it back, in an attribute between double quotes or between tags. What XML cannot
/// hold (control characters, U+FFFE, U+FFFF) becomes U+FFFD. text: UTF-8.
void append_xml(std::string& out, std::string_view text);

/// The text, escaped so.
std::string xml(std::string_view text);

}  // namespace entente::exporter
