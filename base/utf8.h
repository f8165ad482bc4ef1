#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace entente {

/// Byte offset of the first ill-formed UTF-8 sequence (Unicode 15, table 3-7), none if the text is well-formed.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

}  // namespace entente
