#pragma once

#include <cstdint>
#include <string_view>

namespace entente::language {

/// One code point of a text and the bytes that it takes. Bytes that are not UTF-8 are kInvalid, one at a time.
struct Character {
  static constexpr std::int32_t kInvalid = -1;
  std::int32_t code = 0;
  std::uint32_t size = 0;  // 0 only at the end of the text
};

namespace character {

Character decode_multibyte(std::string_view text, std::uint32_t at);
bool is_space_beyond_ascii(std::int32_t code);
bool is_word_beyond_ascii(std::int32_t code);
bool is_upper_beyond_ascii(std::int32_t code);
bool is_lower_beyond_ascii(std::int32_t code);

}  // namespace character

/// The character that begins at that byte; {0, 0} at the end or behind it.
inline Character decode(std::string_view text, std::uint32_t at) {
  if (at >= text.size()) return {};
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? Character{byte, 1} : character::decode_multibyte(text, at);
}

inline bool is_digit(std::int32_t code) { return code >= '0' && code <= '9'; }

/// White space, control characters and zero-width breaks: what never belongs to a token.
inline bool is_space(std::int32_t code) {
  return code < 0x80 ? (code >= 0 && code <= ' ') || code == 0x7F : character::is_space_beyond_ascii(code);
}

inline bool is_upper(std::int32_t code) {
  return code < 0x80 ? code >= 'A' && code <= 'Z' : character::is_upper_beyond_ascii(code);
}
inline bool is_lower(std::int32_t code) {
  return code < 0x80 ? code >= 'a' && code <= 'z' : character::is_lower_beyond_ascii(code);
}

/// Letters, digits, marks and the low line: what words are made of.
inline bool is_word(std::int32_t code) {
  return code < 0x80 ? (code >= 'a' && code <= 'z') || (code >= 'A' && code <= 'Z') || is_digit(code) || code == '_'
                     : character::is_word_beyond_ascii(code);
}
inline bool is_letter(std::int32_t code) { return is_word(code) && !is_digit(code) && code != '_'; }

inline constexpr std::int32_t kApostrophe = 0x2019;  // also the closing single quotation mark

inline bool is_apostrophe(std::int32_t code) { return code == '\'' || code == kApostrophe; }

}  // namespace entente::language
