#include "entente/export/output_folder.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cassert>
#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <system_error>
#include <utility>

#include "entente/export/output_place.h"

namespace entente::exporter {
namespace {

namespace fs = std::filesystem;

/// "a/b.neo4j" of "a/b.neo4j/".
std::string without_slashes(std::string path) {
  while (path.size() > 1 && path.back() == '/') path.pop_back();
  return path;
}

/// A folder that is there may be replaced only if all that is in it would be.
Result<void> check_replaceable(const std::string& path, std::span<const std::string_view> files) {
  std::error_code error;
  if (!fs::is_directory(path, error)) {
    return failure(ErrorCode::InvalidArgument, path, "is no folder, and this format is a folder of files");
  }
  for (auto entry = fs::directory_iterator(path, error); !error && entry != fs::directory_iterator();
       entry.increment(error)) {
    const std::string held = entry->path().filename().string();
    if (std::find(files.begin(), files.end(), held) != files.end() && entry->is_regular_file(error)) continue;
    return failure(ErrorCode::InvalidArgument, path,
                   "holds '" + held + "', which is no file of this format: take another name, or empty it");
  }
  if (error) return io_failure(path, "cannot read the folder", error.value());
  return {};
}

/// Removes the files of those names, and the folder if it is empty then. Returns errno, or 0.
int remove_folder(const std::string& folder, std::span<const std::string_view> files) noexcept {
  std::string path;
  for (const std::string_view file : files) {
    path.assign(folder).append("/").append(file);
    ::unlink(path.c_str());
  }
  return ::rmdir(folder.c_str()) == 0 ? 0 : errno;
}

/// Puts the made folder in the place of another, which is under the made one's name afterwards. Returns errno, or 0.
int swap_folders(const std::string& made, const std::string& place) {
  if (::renameat2(AT_FDCWD, made.c_str(), AT_FDCWD, place.c_str(), RENAME_EXCHANGE) == 0) return 0;
  if (errno != EINVAL && errno != ENOSYS) return errno;
  // A file system that cannot exchange: for a moment there is neither.
  const std::string aside = made + "-old";
  if (::rename(place.c_str(), aside.c_str()) != 0) return errno;
  if (::rename(made.c_str(), place.c_str()) != 0) {
    const int error_number = errno;
    ::rename(aside.c_str(), place.c_str());
    return error_number;
  }
  return ::rename(aside.c_str(), made.c_str()) == 0 ? 0 : errno;
}

}  // namespace

OutputFolder::OutputFolder(std::string path, std::string temporary, std::span<const std::string_view> files)
    : path_(std::move(path)), temporary_(std::move(temporary)), files_(files) {}

OutputFolder::OutputFolder(OutputFolder&& other) noexcept
    : path_(std::move(other.path_)),
      temporary_(std::exchange(other.temporary_, {})),
      files_(other.files_),
      file_(std::move(other.file_)) {}

OutputFolder& OutputFolder::operator=(OutputFolder&& other) noexcept {
  if (this != &other) {
    discard();
    path_ = std::move(other.path_);
    temporary_ = std::exchange(other.temporary_, {});
    files_ = other.files_;
    file_ = std::move(other.file_);
  }
  return *this;
}

OutputFolder::~OutputFolder() { discard(); }

void OutputFolder::discard() noexcept {
  file_.reset();
  if (!temporary_.empty()) remove_folder(temporary_, files_);
  temporary_.clear();
}

Result<OutputFolder> OutputFolder::create(const std::string& path, std::span<const std::string_view> files) {
  std::string target = resolve_link(without_slashes(path));
  struct stat existing {};
  const bool exists = ::stat(target.c_str(), &existing) == 0;
  if (exists) {
    if (Result<void> checked = check_replaceable(target, files); !checked) {
      checked.error().source = path;
      return tl::unexpected(std::move(checked.error()));
    }
  }
  std::string temporary;
  const auto make = [](const char* name) { return ::mkdir(name, 0777); };
  if (create_beside(target, make, temporary) != 0) return io_failure(path, "cannot create", errno);
  OutputFolder folder(std::move(target), std::move(temporary), files);
  if (exists && ::chmod(folder.temporary_.c_str(), existing.st_mode & 07777U) != 0) {
    return io_failure(path, "cannot set the permissions that the folder had", errno);
  }
  return folder;
}

Result<Sink> OutputFolder::open(std::string_view name) {
  assert(std::find(files_.begin(), files_.end(), name) != files_.end());
  if (file_) {
    if (Result<void> done = file_->commit(); !done) return tl::unexpected(std::move(done.error()));
    file_.reset();
  }
  Result<OutputFile> file = OutputFile::create(temporary_ + "/" + std::string(name));
  if (!file) return tl::unexpected(std::move(file.error()));
  file_ = std::move(*file);
  return Sink([this](std::string_view bytes) { return file_->write(bytes); });
}

Result<void> OutputFolder::commit() {
  if (file_) {
    const Result<void> done = file_->commit();
    file_.reset();
    if (!done) return done;
  }
  // Takes the place of nothing, or of an empty folder.
  if (::rename(temporary_.c_str(), path_.c_str()) == 0) {
    temporary_.clear();
    return {};
  }
  int error_number = errno;
  if (error_number == EEXIST || error_number == ENOTEMPTY) error_number = swap_folders(temporary_, path_);
  if (error_number != 0) return io_failure(path_, "cannot write", error_number);
  const std::string old = std::exchange(temporary_, {});
  error_number = remove_folder(old, files_);
  if (error_number != 0) return io_failure(old, "what was there before cannot be removed", error_number);
  return {};
}

}  // namespace entente::exporter
