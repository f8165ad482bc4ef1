#pragma once

#include <string>
#include <string_view>

#include "entente/base/error.h"
#include "entente/export/writer.h"

namespace entente::exporter {

/// A file that appears whole or not at all: bytes go to a temporary file in the same folder, and commit() renames it
/// into place. Without commit() nothing is left behind and a file that was there before stays as it was. A device or
/// pipe is written directly.
class OutputFile {
 public:
  /// Errors: Io with path and the system's reason.
  static Result<OutputFile> create(const std::string& path);

  OutputFile(OutputFile&& other) noexcept;
  OutputFile& operator=(OutputFile&& other) noexcept;
  ~OutputFile();

  Result<void> write(std::string_view bytes);
  /// Makes the bytes durable, then visible. A symbolic link is followed; a replaced file keeps its permissions.
  Result<void> commit();

 private:
  OutputFile(std::string path, std::string temporary, int descriptor);
  void discard() noexcept;

  std::string path_;
  std::string temporary_;  // empty: written directly
  int descriptor_ = -1;
  std::string buffer_;
};

/// Writes the graph as `format` to path, atomically. Errors: the writer's, OutputFile's and OutputFolder's, with path
/// as source.
Result<void> write_file(const Graph& graph, const Format& format, const WriteOptions& options, const std::string& path);

}  // namespace entente::exporter
