#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "entente/base/error.h"
#include "entente/export/output_file.h"
#include "entente/export/writer.h"

namespace entente::exporter {

/// A folder of files that appears whole or not at all: they are written into a folder beside it, which commit() puts in
/// its place. A folder that was there before stays as it was until then and is replaced whole, if there is nothing in
/// it but files of the same names: what is not ours is not removed.
class OutputFolder {
 public:
  /// path: with or without "/" at its end. files: all names that the folder may hold.
  /// Errors: Io with path and the system's reason; InvalidArgument where something else is in the way.
  static Result<OutputFolder> create(const std::string& path, std::span<const std::string_view> files);

  OutputFolder(OutputFolder&& other) noexcept;
  OutputFolder& operator=(OutputFolder&& other) noexcept;
  ~OutputFolder();

  /// Begins the next file; the one before is then whole. The sink is bound to this folder, which must not be moved.
  Result<Sink> open(std::string_view name);
  /// A symbolic link is followed; a replaced folder keeps its permissions.
  Result<void> commit();

 private:
  OutputFolder(std::string path, std::string temporary, std::span<const std::string_view> files);
  void discard() noexcept;

  std::string path_;       // without "/" at its end
  std::string temporary_;  // empty: committed or moved from
  std::span<const std::string_view> files_;
  std::optional<OutputFile> file_;
};

}  // namespace entente::exporter
