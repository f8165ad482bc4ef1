#include "entente/export/output_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

#include "entente/export/output_folder.h"
#include "entente/export/output_place.h"

namespace entente::exporter {
namespace {

constexpr std::size_t kBufferBytes = 1U << 16U;

/// Returns errno, or 0.
int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written < 0) {
      if (errno == EINTR) continue;
      return errno;
    }
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return 0;
}

}  // namespace

OutputFile::OutputFile(std::string path, std::string temporary, int descriptor)
    : path_(std::move(path)), temporary_(std::move(temporary)), descriptor_(descriptor) {}

OutputFile::OutputFile(OutputFile&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::move(other.temporary_)),
      descriptor_(std::exchange(other.descriptor_, -1)),
      buffer_(std::move(other.buffer_)) {}

OutputFile& OutputFile::operator=(OutputFile&& other) noexcept {
  if (this != &other) {
    discard();
    path_ = std::move(other.path_);
    temporary_ = std::move(other.temporary_);
    descriptor_ = std::exchange(other.descriptor_, -1);
    buffer_ = std::move(other.buffer_);
  }
  return *this;
}

OutputFile::~OutputFile() { discard(); }

void OutputFile::discard() noexcept {
  if (descriptor_ < 0) return;
  ::close(std::exchange(descriptor_, -1));
  if (!temporary_.empty()) ::unlink(temporary_.c_str());
}

Result<OutputFile> OutputFile::create(const std::string& path) {
  std::string target = resolve_link(path);
  struct stat existing {};
  const bool exists = ::stat(target.c_str(), &existing) == 0;
  std::string temporary;
  int descriptor = -1;
  if (exists && !S_ISREG(existing.st_mode)) {
    descriptor = ::open(target.c_str(), O_WRONLY | O_CLOEXEC);
  } else {
    const auto open = [](const char* name) { return ::open(name, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666); };
    descriptor = create_beside(target, open, temporary);
    if (descriptor >= 0 && exists && ::fchmod(descriptor, existing.st_mode & 07777U) != 0) {
      const int error_number = errno;
      OutputFile(std::move(target), std::move(temporary), descriptor).discard();
      return io_failure(path, "cannot set the permissions that the file had", error_number);
    }
  }
  if (descriptor < 0) return io_failure(path, "cannot create", errno);
  return OutputFile(std::move(target), std::move(temporary), descriptor);
}

Result<void> OutputFile::write(std::string_view bytes) {
  buffer_.append(bytes);
  if (buffer_.size() < kBufferBytes) return {};
  const int error_number = write_all(descriptor_, buffer_);
  buffer_.clear();
  if (error_number != 0) return io_failure(path_, "cannot write", error_number);
  return {};
}

Result<void> OutputFile::commit() {
  int error_number = write_all(descriptor_, buffer_);
  buffer_.clear();
  if (!temporary_.empty()) {
    if (error_number == 0 && ::fsync(descriptor_) != 0) error_number = errno;
    if (error_number == 0 && ::rename(temporary_.c_str(), path_.c_str()) != 0) error_number = errno;
  }
  if (error_number != 0) {
    discard();
    return io_failure(path_, "cannot write", error_number);
  }
  ::close(std::exchange(descriptor_, -1));
  return {};
}

namespace {

/// Fills the output and puts it in place. errors: its create().
template <class Output, class Fill>
Result<void> fill(Result<Output> output, const Fill& write) {
  if (!output) return tl::unexpected(std::move(output.error()));
  Result<void> written = write(*output);
  return written ? output->commit() : written;
}

}  // namespace

Result<void> write_file(const Graph& graph, const Format& format, const WriteOptions& options,
                        const std::string& path) {
  Result<void> written =
      format.is_folder()
          ? fill(OutputFolder::create(path, format.files()),
                 [&](OutputFolder& folder) {
                   return format.write_folder(graph, options, [&](std::string_view name) { return folder.open(name); });
                 })
          : fill(OutputFile::create(path), [&](OutputFile& file) {
              return format.write(graph, options, [&](std::string_view bytes) { return file.write(bytes); });
            });
  if (!written && written.error().source.empty()) written.error().source = path;
  return written;
}

}  // namespace entente::exporter
