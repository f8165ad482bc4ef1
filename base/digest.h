#pragma once

#include <string>
#include <string_view>

namespace entente {

/// SHA-256 (FIPS 180-4) of the bytes, as 64 lower-case hex digits.
std::string sha256_hex(std::string_view bytes);
/// The same in base 64 (RFC 4648): 44 characters.
std::string sha256_base64(std::string_view bytes);

/// Its first 16 hex digits: ids of events, evidence and documents (CONTRACT, Identifiers).
std::string short_digest(std::string_view bytes);

}  // namespace entente
