#pragma once

#include <filesystem>
#include <fstream>
#include <string>

#include "entente/base/error.h"

namespace entente::cli {

/// A file that is written aside, in the same folder, and takes its name only when it is whole: whoever reads the name
/// sees the old bytes or the new ones. What is no regular file (a pipe, a device) is written to directly. Without
/// commit() the name is left untouched. Move-only.
class OutputFile {
 public:
  /// Errors: Io where the folder cannot be written to.
  static Result<OutputFile> create(const std::filesystem::path& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;
  ~OutputFile();

  std::ostream& stream() { return stream_; }
  const std::filesystem::path& path() const { return path_; }
  /// Writes out, and renames. Errors: Io.
  Result<void> commit();

 private:
  OutputFile() = default;
  void discard() noexcept;

  std::filesystem::path path_;
  std::filesystem::path aside_;  // empty: written directly, or done
  std::ofstream stream_;
};

}  // namespace entente::cli
