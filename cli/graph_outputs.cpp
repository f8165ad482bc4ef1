#include "entente/cli/graph_outputs.h"

#include <iostream>
#include <utility>

namespace entente::cli {
namespace {

Result<const exporter::Format*> format_of(const OutputOptions& options, const std::string& path) {
  if (!options.format.empty()) {
    if (const exporter::Format* format = exporter::format_of_name(options.format)) return format;
    // A suffix does as well: "json" for "node-link".
    if (const exporter::Format* format = exporter::format_of_path("graph." + options.format)) return format;
    return failure(ErrorCode::InvalidArgument, "--format",
                   "'" + options.format + "' is no format; known are " + exporter::known_formats());
  }
  if (path == "-") return failure(ErrorCode::InvalidArgument, "-o -", "needs --format");
  if (const exporter::Format* format = exporter::format_of_path(path)) return format;
  return failure(ErrorCode::InvalidArgument, path,
                 "its suffix is that of no format; known are " + exporter::known_formats());
}

Result<void> write_to_standard_output(std::string_view bytes) {
  std::cout << bytes;
  if (std::cout.fail()) return failure(ErrorCode::Io, "standard output", "cannot be written");
  return {};
}

}  // namespace

Result<GraphOutputs> GraphOutputs::open(const OutputOptions& options) {
  GraphOutputs out;
  out.base_iri_ = options.base_iri;
  bool standard_output = false;
  // All formats first: a wrong one leaves not even a temporary file.
  for (const std::string& path : options.files) {
    const Result<const exporter::Format*> format = format_of(options, path);
    if (!format) return tl::unexpected(format.error());
    if (path == "-" && std::exchange(standard_output, true)) {
      return failure(ErrorCode::InvalidArgument, "-o -", "may be given once");
    }
    out.outputs_.push_back({.format = *format, .path = path, .file = std::nullopt});
  }
  for (Output& output : out.outputs_) {
    if (output.path == "-") continue;
    Result<exporter::OutputFile> file = exporter::OutputFile::create(output.path);
    if (!file) return tl::unexpected(file.error());
    output.file = std::move(*file);
  }
  return out;
}

Result<void> GraphOutputs::write(const Graph& graph, const std::string& title) {
  exporter::WriteOptions options;
  options.title = title;
  if (!base_iri_.empty()) options.base_iri = base_iri_;
  for (Output& output : outputs_) {
    const exporter::Sink sink = [&](std::string_view bytes) {
      return output.file ? output.file->write(bytes) : write_to_standard_output(bytes);
    };
    const Result<void> written = output.format->write(graph, options, sink);
    if (!written) {
      Error error = written.error();
      if (error.source.empty()) error.source = output.path;
      return tl::unexpected(std::move(error));
    }
  }
  std::cout.flush();
  for (Output& output : outputs_) {
    if (!output.file) continue;
    const Result<void> done = output.file->commit();
    if (!done) return done;
  }
  return {};
}

}  // namespace entente::cli
