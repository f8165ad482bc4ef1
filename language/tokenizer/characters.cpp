#include "entente/language/tokenizer/characters.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace entente::language::character {

Character decode_multibyte(std::string_view text, std::uint32_t at) {
  const char* const bytes = text.data();
  std::size_t next = at;
  UChar32 code = 0;
  U8_NEXT(bytes, next, text.size(), code);
  if (code < 0) return {Character::kInvalid, 1};
  return {code, static_cast<std::uint32_t>(next - at)};
}

bool is_space_beyond_ascii(std::int32_t code) {
  if (code < 0) return false;
  constexpr std::int32_t kZeroWidthSpace = 0x200B, kLeftToRightMark = 0x200E, kRightToLeftMark = 0x200F;
  constexpr std::int32_t kWordJoiner = 0x2060, kByteOrderMark = 0xFEFF;
  const bool directs = code == kLeftToRightMark || code == kRightToLeftMark || (code >= 0x202A && code <= 0x202E) ||
                       (code >= 0x2066 && code <= 0x2069);
  return directs || u_isUWhiteSpace(code) != 0 || u_charType(code) == U_CONTROL_CHAR || code == kZeroWidthSpace ||
         code == kWordJoiner || code == kByteOrderMark;
}

bool is_word_beyond_ascii(std::int32_t code) {
  if (code < 0) return false;
  switch (u_charType(code)) {
    case U_UPPERCASE_LETTER:
    case U_LOWERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_MODIFIER_LETTER:
    case U_OTHER_LETTER:
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
    case U_FORMAT_CHAR:
      return true;
    default:
      return false;
  }
}

bool is_upper_beyond_ascii(std::int32_t code) { return code >= 0 && u_isupper(code) != 0; }
bool is_lower_beyond_ascii(std::int32_t code) { return code >= 0 && u_islower(code) != 0; }

}  // namespace entente::language::character
