#include "entente/ingest/input_stream.h"

#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <system_error>
#include <utility>

namespace entente::ingest {
namespace {

constexpr std::size_t kPieceBytes = 64 * 1024;
// What is thrown away behind an overlong line before the stream is given up: a bomb unpacks to gigabytes without a line
// feed.
constexpr std::uint64_t kSkipLimitBytes = 1U << 30;

constexpr std::string_view kGzipMagic = "\x1F\x8B";
constexpr std::string_view kZstdMagic = "\x28\xB5\x2F\xFD";

struct CloseFile {
  void operator()(std::FILE* file) const {
    if (file != stdin) std::fclose(file);
  }
};

/// Packed bytes: of a file, or in memory.
class RawBytes {
 public:
  explicit RawBytes(std::FILE* file) : file_(file), piece_(kPieceBytes, '\0') {}
  explicit RawBytes(std::string bytes) : piece_(std::move(bytes)), view_(piece_) {}
  RawBytes(const RawBytes&) = delete;
  RawBytes& operator=(const RawBytes&) = delete;

  /// What is left of the piece; the next one when that is used up; empty at the end. None: reading failed.
  std::optional<std::string_view> get() {
    if (!view_.empty() || !file_) return view_;
    errno = 0;
    const std::size_t size = std::fread(piece_.data(), 1, piece_.size(), file_.get());
    if (size == 0 && std::ferror(file_.get()) != 0) return std::nullopt;
    view_ = std::string_view(piece_).substr(0, size);
    return view_;
  }
  void consume(std::size_t size) { view_.remove_prefix(size); }

 private:
  std::unique_ptr<std::FILE, CloseFile> file_;
  std::string piece_;
  std::string_view view_;
};

/// The result of unpacking a piece.
enum class Unpacked : std::uint8_t { More, End, IoError, Damaged, Cut };

}  // namespace

struct InputStream::Source {
  enum class Packing : std::uint8_t { None, Gzip, Zstd };

  explicit Source(std::FILE* file) : raw(file) {}
  explicit Source(std::string bytes) : raw(std::move(bytes)) {}
  Source(const Source&) = delete;
  Source& operator=(const Source&) = delete;
  ~Source() {
    if (inflate_open) inflateEnd(&gzip);
    ZSTD_freeDStream(zstd);
  }

  Unpacked read(std::string& out) {
    const std::size_t before = out.size();
    out.resize(before + kPieceBytes);
    std::size_t written = 0;
    const Unpacked state = read_into(out.data() + before, kPieceBytes, written);
    out.resize(before + written);
    return state;
  }

 private:
  Unpacked read_into(char* out, std::size_t size, std::size_t& written) {
    while (written == 0) {
      const auto piece = raw.get();
      if (!piece) return Unpacked::IoError;
      if (!started) start(*piece);
      if (piece->empty() && packing == Packing::None) return Unpacked::End;
      if (piece->empty() && !inside_frame) return Unpacked::End;
      if (packing == Packing::None) {
        written = std::min(size, piece->size());
        std::copy_n(piece->data(), written, out);
        raw.consume(written);
      } else if (!(packing == Packing::Gzip ? read_gzip(*piece, out, size, written)
                                            : read_zstd(*piece, out, size, written))) {
        return Unpacked::Damaged;
      } else if (written == 0 && piece->empty()) {
        return Unpacked::Cut;
      }
    }
    return Unpacked::More;
  }

  void start(std::string_view piece) {
    started = true;
    if (piece.starts_with(kGzipMagic)) {
      packing = Packing::Gzip;
      constexpr int kGzipOnly = 16 + MAX_WBITS;
      if (inflateInit2(&gzip, kGzipOnly) != Z_OK) throw std::bad_alloc();
      inflate_open = true;
    } else if (piece.starts_with(kZstdMagic)) {
      packing = Packing::Zstd;
      zstd = ZSTD_createDStream();
      if (zstd == nullptr) throw std::bad_alloc();
    }
  }

  /// A gzip file may be several members behind each other; what follows the last and is no member is ignored, as gzip
  /// does.
  bool read_gzip(std::string_view piece, char* out, std::size_t size, std::size_t& written) {
    if (!inside_frame) {
      if (members > 0 && !std::string_view("\x1F").starts_with(piece.substr(0, 1))) {
        raw.consume(piece.size());
        return true;
      }
      if (inflateReset(&gzip) != Z_OK) return false;
      inside_frame = true;
      ++members;
    }
    gzip.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(piece.data()));
    gzip.avail_in = static_cast<uInt>(piece.size());
    gzip.next_out = reinterpret_cast<Bytef*>(out);
    gzip.avail_out = static_cast<uInt>(size);
    const int state = inflate(&gzip, Z_NO_FLUSH);
    raw.consume(piece.size() - gzip.avail_in);
    written = size - gzip.avail_out;
    if (state == Z_STREAM_END) inside_frame = false;
    return state == Z_OK || state == Z_STREAM_END || state == Z_BUF_ERROR;
  }

  bool read_zstd(std::string_view piece, char* out, std::size_t size, std::size_t& written) {
    ZSTD_inBuffer in{piece.data(), piece.size(), 0};
    ZSTD_outBuffer unpacked{out, size, 0};
    const std::size_t state = ZSTD_decompressStream(zstd, &unpacked, &in);
    if (ZSTD_isError(state) != 0) return false;
    inside_frame = state != 0;
    raw.consume(in.pos);
    written = unpacked.pos;
    return true;
  }

  RawBytes raw;
  Packing packing = Packing::None;
  bool started = false;
  bool inside_frame = false;
  std::uint64_t members = 0;
  z_stream gzip{};
  bool inflate_open = false;
  ZSTD_DStream* zstd = nullptr;
};

Result<InputStream> InputStream::open(const std::string& path) {
  if (path == "-") return InputStream(std::make_unique<Source>(stdin), "standard input");
  errno = 0;
  std::FILE* const file = std::fopen(path.c_str(), "rb");
  if (file == nullptr) {
    const std::error_code cause(errno, std::generic_category());
    return failure(cause == std::errc::no_such_file_or_directory ? ErrorCode::NotFound : ErrorCode::Io, path,
                   "cannot be opened: " + cause.message());
  }
  return InputStream(std::make_unique<Source>(file), path);
}

InputStream InputStream::of_bytes(std::string bytes, std::string name) {
  return {std::make_unique<Source>(std::move(bytes)), std::move(name)};
}

InputStream::InputStream(std::unique_ptr<Source> source, std::string name)
    : source_(std::move(source)), name_(std::move(name)) {}
InputStream::InputStream(InputStream&&) noexcept = default;
InputStream& InputStream::operator=(InputStream&&) noexcept = default;
InputStream::~InputStream() = default;

Result<std::string_view> InputStream::peek(std::size_t size) & {
  while (buffered().size() < size) {
    const auto more = fill();
    if (!more) return tl::unexpected<Error>(more.error());
    if (!*more) break;
  }
  return buffered().substr(0, size);
}

Result<bool> InputStream::read_line(std::string& line, std::size_t limit_bytes) {
  line.clear();
  std::size_t searched = 0;
  while (true) {
    const std::string_view ready = buffered();
    const std::size_t feed = ready.find('\n', searched);
    if (feed == std::string_view::npos && ready.size() <= limit_bytes) {
      searched = ready.size();
      const auto more = fill();
      if (!more) return more;
      if (*more) continue;
      if (buffered().empty()) return false;
      line = buffered();
      consume(line.size());
      return true;
    }
    if (feed == std::string_view::npos || feed > limit_bytes) return skip_line(limit_bytes);
    line = ready.substr(0, feed);
    consume(feed + 1);
    return true;
  }
}

Result<bool> InputStream::skip_line(std::size_t limit_bytes) {
  const std::uint64_t begin = position_;
  while (true) {
    const std::size_t feed = buffered().find('\n');
    const bool found = feed != std::string_view::npos;
    consume(found ? feed + 1 : buffered().size());
    if (found) break;
    const auto more = fill();
    if (!more) return more;
    if (!*more) break;
    if (position_ - begin > kSkipLimitBytes) {
      source_ = std::make_unique<Source>(std::string());
      buffer_.clear();
      begin_ = 0;
      break;
    }
  }
  return failure(ErrorCode::Limit, name_, "line of more than " + std::to_string(limit_bytes) + " bytes", begin);
}

Result<std::string> InputStream::read_all(std::size_t limit_bytes) {
  while (true) {
    if (buffered().size() > limit_bytes) {
      return failure(ErrorCode::Limit, name_, "more than " + std::to_string(limit_bytes) + " bytes", position_);
    }
    const auto more = fill();
    if (!more) return tl::unexpected<Error>(more.error());
    if (!*more) break;
  }
  std::string all(buffered());
  consume(all.size());
  return all;
}

Result<bool> InputStream::fill() {
  if (begin_ > 0 && begin_ >= buffer_.size() / 2) {
    buffer_.erase(0, begin_);
    begin_ = 0;
  }
  const std::uint64_t end = position_ + buffered().size();
  Error error{ErrorCode::Corrupt, name_, end, {}};
  switch (source_->read(buffer_)) {
    case Unpacked::More:
      return true;
    case Unpacked::End:
      return false;
    case Unpacked::IoError:
      error.code = ErrorCode::Io;
      error.message = "cannot be read: " + std::error_code(errno, std::generic_category()).message();
      break;
    case Unpacked::Damaged:
      error.message = "damaged gzip or Zstandard data";
      break;
    case Unpacked::Cut:
      error.message = "gzip or Zstandard data end too early";
      break;
  }
  // A line or file that was unpacked in part is of no known worth; the next call finds the end.
  source_ = std::make_unique<Source>(std::string());
  buffer_.clear();
  begin_ = 0;
  return tl::unexpected<Error>(std::move(error));
}

void InputStream::consume(std::size_t size) {
  begin_ += size;
  position_ += size;
}

}  // namespace entente::ingest
