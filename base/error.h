#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <tl/expected.hpp>

namespace entente {

enum class ErrorCode : std::uint8_t {
  InvalidArgument,
  NotFound,
  Io,
  Parse,
  Encoding,
  Limit,
  Unsupported,
  Corrupt,
  Version,
  Interrupted,
};

/// What went wrong, where, and what was found and expected there.
/// source: a path, an article id or the name of a parameter; empty if unknown. offset: byte offset into source.
struct Error {
  ErrorCode code = ErrorCode::InvalidArgument;
  std::string source;
  std::optional<std::uint64_t> offset;
  std::string message;

  /// "source:offset: message", without the parts that are not known.
  std::string to_string() const;
};

template <class T>
using Result = tl::expected<T, Error>;

[[nodiscard]] tl::unexpected<Error> failure(ErrorCode code, std::string source, std::string message,
                                            std::optional<std::uint64_t> offset = std::nullopt);

}  // namespace entente
