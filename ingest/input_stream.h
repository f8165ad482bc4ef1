#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "entente/base/error.h"

namespace entente::ingest {

/// The bytes of a file or of standard input, unpacked if they are gzip or Zstandard (told by their first bytes).
/// Reads in pieces: memory is that of the longest line or peek asked for. Move-only.
/// Errors carry the name and the byte offset after unpacking: Io, Corrupt (damaged or cut packing), Limit.
class InputStream {
 public:
  /// path "-" is standard input. Errors: NotFound, Io.
  static Result<InputStream> open(const std::string& path);
  static InputStream of_bytes(std::string bytes, std::string name);

  InputStream(InputStream&&) noexcept;
  InputStream& operator=(InputStream&&) noexcept;
  ~InputStream();

  const std::string& name() const& { return name_; }
  /// Offset of the next byte, after unpacking.
  std::uint64_t position() const { return position_; }

  /// The next bytes, at most `size` and fewer only at the end; they stay to be read. Bound to the stream until its next
  /// call.
  Result<std::string_view> peek(std::size_t size) &;
  /// The next line without its line feed into `line`; false at the end. A line above the limit is an error, and the
  /// next call goes on after it.
  Result<bool> read_line(std::string& line, std::size_t limit_bytes);
  /// All that is left.
  Result<std::string> read_all(std::size_t limit_bytes);

 private:
  struct Source;
  InputStream(std::unique_ptr<Source> source, std::string name);
  /// Gets more bytes behind those in the buffer; false at the end.
  Result<bool> fill();
  std::string_view buffered() const { return std::string_view(buffer_).substr(begin_); }
  void consume(std::size_t size);
  Result<bool> skip_line(std::size_t limit_bytes);

  std::unique_ptr<Source> source_;
  std::string name_;
  std::string buffer_;
  std::size_t begin_ = 0;  // of what is not read yet
  std::uint64_t position_ = 0;
};

}  // namespace entente::ingest
