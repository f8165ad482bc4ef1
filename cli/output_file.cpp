#include "entente/cli/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <system_error>
#include <utility>

namespace entente::cli {
namespace fs = std::filesystem;

namespace {

std::string reason() { return std::strerror(errno); }

// A new file beside target, with the mode that target has or would get.
Result<fs::path> create_beside(const fs::path& target) {
  const fs::path folder = target.has_parent_path() ? target.parent_path() : fs::path(".");
  for (int attempt = 0; attempt < 100; ++attempt) {
    fs::path aside = folder / ("." + target.filename().string() + "." + std::to_string(::getpid()) + "-" +
                               std::to_string(attempt) + ".part");
    const int file = ::open(aside.c_str(), O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0666);
    if (file >= 0) {
      struct stat old = {};
      if (::stat(target.c_str(), &old) == 0) ::fchmod(file, old.st_mode & 07777);
      ::close(file);
      return aside;
    }
    if (errno != EEXIST) break;
  }
  return failure(ErrorCode::Io, target.string(), "cannot be written: " + reason());
}

}  // namespace

Result<OutputFile> OutputFile::create(const fs::path& path) {
  OutputFile out;
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (fs::is_directory(status)) return failure(ErrorCode::Io, path.string(), "is a folder, not a file");
  out.path_ = path;
  if (fs::exists(status) && !fs::is_regular_file(status)) {
    out.stream_.open(path, std::ios::binary);
  } else {
    // Through a link, so that the link stays one.
    if (fs::exists(status)) {
      const fs::path resolved = fs::canonical(path, error);
      if (!error) out.path_ = resolved;
    }
    Result<fs::path> aside = create_beside(out.path_);
    if (!aside) return tl::unexpected(aside.error());
    out.aside_ = *aside;
    out.stream_.open(out.aside_, std::ios::binary);
  }
  if (!out.stream_) return failure(ErrorCode::Io, path.string(), "cannot be written: " + reason());
  return out;
}

Result<void> OutputFile::commit() {
  stream_.close();
  if (!stream_) return failure(ErrorCode::Io, path_.string(), "could not be written to the end: " + reason());
  if (!aside_.empty() && ::rename(aside_.c_str(), path_.c_str()) != 0) {
    return failure(ErrorCode::Io, path_.string(), "could not be put in place: " + reason());
  }
  aside_.clear();
  return {};
}

void OutputFile::discard() noexcept {
  if (aside_.empty()) return;
  ::unlink(aside_.c_str());
  aside_.clear();
}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)), aside_(std::exchange(other.aside_, {})), stream_(std::move(other.stream_)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this != &other) {
    discard();
    path_ = std::move(other.path_);
    aside_ = std::exchange(other.aside_, {});
    stream_ = std::move(other.stream_);
  }
  return *this;
}

OutputFile::~OutputFile() { discard(); }

}  // namespace entente::cli
