#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/base/error.h"
#include "entente/cli/commands.h"
#include "entente/cli/report.h"
#include "entente/export/output_file.h"
#include "entente/export/output_folder.h"
#include "entente/export/writer.h"
#include "entente/graph/graph.h"

namespace entente::cli {

/// The files that a command was asked to write: checked and opened before anything is read, written aside, and put in
/// place all together at the end, so that a command that fails touches none.
class GraphOutputs {
 public:
  /// Errors: an unknown suffix or format, a file that cannot be written, "-" twice or without a format.
  static Result<GraphOutputs> open(const OutputOptions& options);

  bool empty() const { return outputs_.empty(); }
  /// Writes the graph to each, then puts them in place, and warns once of what the formats cannot carry.
  /// title: of the documents and pictures; may be empty.
  Result<void> write(const Graph& graph, const std::string& title, Report& report);

 private:
  struct Output {
    const exporter::Format* format = nullptr;
    std::string path;  // "-": standard output
    std::optional<exporter::OutputFile> file;
    std::optional<exporter::OutputFolder> folder;  // neither: standard output
  };

  static Result<void> write_one(Output& output, const Graph& graph, const exporter::WriteOptions& options);
  void tell_losses(Report& report) const;

  std::vector<Output> outputs_;
  std::string base_iri_;
  exporter::EventStatuses event_statuses_ = exporter::EventStatuses::Stated;
};

}  // namespace entente::cli
