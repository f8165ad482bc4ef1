#include "entente/cli/graph_outputs.h"

#include <iostream>
#include <map>
#include <set>
#include <string_view>
#include <utility>

namespace entente::cli {
namespace {

/// A suffix does as well as a name: "json" for "node-link".
const exporter::Format* format_of_name_or_suffix(const std::string& name) {
  if (const exporter::Format* format = exporter::format_of_name(name)) return format;
  if (const exporter::Format* format = exporter::format_of_path("graph." + name)) return format;
  return exporter::format_of_path("graph." + name + "/");
}

/// Of one file or a folder of files, as the path is.
Result<const exporter::Format*> fitting(const exporter::Format* format, const std::string& path) {
  if (format->is_folder() && path == "-") {
    return failure(
        ErrorCode::InvalidArgument, "-o -",
        std::string(format->name) + " is a folder of files: name one, as -o graph" + std::string(format->suffix));
  }
  if (!format->is_folder() && path.back() == '/') {
    return failure(ErrorCode::InvalidArgument, path,
                   std::string(format->name) + " is one file: write it without '/' at its end");
  }
  return format;
}

Result<const exporter::Format*> format_of(const OutputOptions& options, const std::string& path) {
  if (path.empty()) return failure(ErrorCode::InvalidArgument, "-o", "names no file");
  if (!options.format.empty()) {
    if (const exporter::Format* format = format_of_name_or_suffix(options.format)) return fitting(format, path);
    return failure(ErrorCode::InvalidArgument, "--format",
                   "'" + options.format + "' is no format; known are " + exporter::known_formats());
  }
  if (path == "-") return failure(ErrorCode::InvalidArgument, "-o -", "needs --format");
  if (const exporter::Format* format = exporter::format_of_path(path)) return format;
  if (path.back() != '/' && exporter::format_of_path(path + "/") != nullptr) {
    return failure(ErrorCode::InvalidArgument, path, "is a folder of files: write '" + path + "/'");
  }
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
  if (options.all_statuses) out.event_statuses_ = exporter::EventStatuses::All;
  bool standard_output = false;
  // All formats first: a wrong one leaves not even a temporary file.
  for (const std::string& path : options.files) {
    const Result<const exporter::Format*> format = format_of(options, path);
    if (!format) return tl::unexpected(format.error());
    if (path == "-" && std::exchange(standard_output, true)) {
      return failure(ErrorCode::InvalidArgument, "-o -", "may be given once");
    }
    out.outputs_.push_back({.format = *format, .path = path, .file = std::nullopt, .folder = std::nullopt});
  }
  for (Output& output : out.outputs_) {
    if (output.path == "-") continue;
    if (output.format->is_folder()) {
      Result<exporter::OutputFolder> folder = exporter::OutputFolder::create(output.path, output.format->files());
      if (!folder) return tl::unexpected(folder.error());
      output.folder = std::move(*folder);
      continue;
    }
    Result<exporter::OutputFile> file = exporter::OutputFile::create(output.path);
    if (!file) return tl::unexpected(file.error());
    output.file = std::move(*file);
  }
  return out;
}

Result<void> GraphOutputs::write(const Graph& graph, const std::string& title, Report& report) {
  exporter::WriteOptions options;
  options.title = title;
  if (!base_iri_.empty()) options.base_iri = base_iri_;
  options.event_statuses = event_statuses_;
  for (Output& output : outputs_) {
    if (const Result<void> written = write_one(output, graph, options); !written) {
      Error error = written.error();
      if (error.source.empty()) error.source = output.path;
      return tl::unexpected(std::move(error));
    }
  }
  std::cout.flush();
  for (Output& output : outputs_) {
    Result<void> done;
    if (output.file) done = output.file->commit();
    if (output.folder) done = output.folder->commit();
    if (!done) return done;
  }
  tell_losses(report);
  return {};
}

Result<void> GraphOutputs::write_one(Output& output, const Graph& graph, const exporter::WriteOptions& options) {
  if (output.folder) {
    return output.format->write_folder(graph, options,
                                       [&](std::string_view file) { return output.folder->open(file); });
  }
  return output.format->write(graph, options, [&](std::string_view bytes) {
    return output.file ? output.file->write(bytes) : write_to_standard_output(bytes);
  });
}

void GraphOutputs::tell_losses(Report& report) const {
  // By what is left out: several formats may leave out the same.
  std::map<std::string_view, std::set<std::string_view>> suffixes;
  for (const Output& output : outputs_) {
    if (!output.format->lossy.empty()) suffixes[output.format->lossy].insert(output.format->suffix);
  }
  std::string losses;
  for (const auto& [lossy, formats] : suffixes) {
    if (!losses.empty()) losses += "; ";
    for (const std::string_view suffix : formats) losses.append(suffix).append(" ");
    losses.append(formats.size() == 1 ? "leaves out " : "leave out ").append(lossy);
  }
  if (!losses.empty()) report.warning({ErrorCode::Unsupported, "", std::nullopt, losses});
}

}  // namespace entente::cli
