#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "entente/base/error.h"
#include "entente/graph/graph.h"

namespace entente::exporter {

/// Takes the next bytes of an output. Its error (Io) ends the writing and is handed on.
using Sink = std::function<Result<void>(std::string_view bytes)>;

/// What statuses an event table has: what happened, was decided or was denied; or also what did not happen and what
/// may.
enum class EventStatuses : std::uint8_t { Stated, All };

struct WriteOptions {
  /// Of the document or picture; empty: none.
  std::string title;
  /// RDF formats: what ids are relative to; the vocabulary is below it as "ns#". An absolute IRI that ends in "/".
  std::string base_iri = "https://w3id.org/entente/";
  /// Event tables.
  EventStatuses event_statuses = EventStatuses::Stated;
};

/// Writes the whole graph to the sink, in key order. Errors: the sink's; Encoding (text that is not UTF-8);
/// InvalidArgument (options); Limit (a graph too large for the format). What reached the sink before an error is no
/// document.
using GraphWriter = Result<void> (*)(const Graph& graph, const WriteOptions& options, const Sink& sink);

/// Begins the next of a folder format's files and says where its bytes go; the one before is then whole. name: one of
/// the format's. Its error ends the writing and is handed on.
using OpenFile = std::function<Result<Sink>(std::string_view name)>;

/// As GraphWriter, of a format that is a folder of files, written one after another.
using FolderWriter = Result<void> (*)(const Graph& graph, const WriteOptions& options, const OpenFile& open);

enum class FormatContent : std::uint8_t { Text, Binary };

/// Whether equal graphs give equal bytes everywhere, or only with the same Graphviz and fonts.
enum class FormatBytes : std::uint8_t { Everywhere, SameRenderer };

struct Format {
  std::string_view name;    // for --format
  std::string_view suffix;  // with its dot; of a folder format with "/" behind it
  std::string_view media_type;
  std::string_view description;
  FormatContent content;
  FormatBytes bytes;
  GraphWriter write;  // null: a folder format
  /// What of the graph people would look for in it and not find, in a few words; empty: nothing. Told once a run.
  std::string_view lossy = {};
  FolderWriter write_folder = nullptr;                     // of a folder format
  std::span<const std::string_view> (*files)() = nullptr;  // of a folder format: the names that write_folder may open

  bool is_folder() const { return write_folder != nullptr; }
};

/// Every format, in the order in which it is listed for people.
std::span<const Format> formats();

/// The format with the longest suffix that the path ends in (letter case ignored), or null. A path that ends in "/" is
/// a folder, one that does not is a file.
const Format* format_of_path(std::string_view path);
const Format* format_of_name(std::string_view name);

/// ".dot .svg … (names: dot svg …)": for messages about an unknown one.
std::string known_formats();

}  // namespace entente::exporter
