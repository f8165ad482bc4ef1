#include "entente/base/utf8.h"

#include <unicode/utf8.h>

#include <cstdint>
#include <cstring>

namespace entente {

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
  const char* const bytes = text.data();
  const std::size_t size = text.size();
  std::size_t i = 0;
  while (i < size) {
    std::uint64_t eight = 0;
    if (size - i >= sizeof eight) {
      std::memcpy(&eight, bytes + i, sizeof eight);
      if ((eight & 0x8080808080808080U) == 0) {
        i += sizeof eight;
        continue;
      }
    }
    const std::size_t begin = i;
    UChar32 c = 0;
    U8_NEXT(bytes, i, size, c);
    if (c < 0) return begin;
  }
  return std::nullopt;
}

}  // namespace entente
