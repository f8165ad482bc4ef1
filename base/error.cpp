#include "entente/base/error.h"

#include <utility>

namespace entente {

std::string Error::to_string() const {
  std::string out = source;
  if (offset) out += ":" + std::to_string(*offset);
  if (!out.empty()) out += ": ";
  return out + message;
}

tl::unexpected<Error> failure(ErrorCode code, std::string source, std::string message,
                              std::optional<std::uint64_t> offset) {
  return tl::unexpected<Error>(Error{code, std::move(source), offset, std::move(message)});
}

}  // namespace entente
