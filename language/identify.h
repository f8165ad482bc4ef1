#pragma once

#include <string_view>

namespace entente::language {

/// Whether a text may be English: false only where its script or its function words speak against it, so that
/// headlines, telegram style and upper case pass. Judges the first 20,000 bytes of a UTF-8 text.
bool may_be_english(std::string_view text);

}  // namespace entente::language
