#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "entente/base/date.h"
#include "entente/base/diagnostics.h"
#include "entente/base/error.h"
#include "entente/ingest/input_stream.h"
#include "entente/language/article.h"

namespace entente::ingest {

struct ReadOptions {
  std::string from;          // name of the reader of inputs without a known suffix; empty: told by the first bytes
  std::optional<Date> date;  // of articles that do not say theirs
  std::string source;        // publisher of articles that do not say theirs
};

/// A line of JSON that is a claim (CONTRACT, Input): an object with a string `type` and an object `source`. Valid JSON
/// and UTF-8, else unread.
struct ClaimLine {
  std::string json;
};

/// One article or claim. origin names it in messages: "FILE" or "FILE:LINE".
struct Input {
  std::string origin;
  std::variant<Article, ClaimLine> content;
};

/// The articles of one opened file, in its order.
class ArticleStream {
 public:
  virtual ~ArticleStream() = default;
  /// None at the end. What cannot be read goes to diagnostics, and the next one is read.
  virtual std::optional<Input> next(Diagnostics& diagnostics) = 0;
};

/// All that is known of one kind of article file.
struct ArticleReader {
  std::string_view name;                        // as --from takes it
  std::span<const std::string_view> suffixes;   // with the dot, lower case
  std::string_view media_type;                  //
  bool (*sniff)(std::string_view first_bytes);  // of input without a known suffix
  std::unique_ptr<ArticleStream> (*open)(InputStream in, const ReadOptions& options);
};

/// The table; sniffed in its order, and the last takes everything.
std::span<const ArticleReader> article_readers();

/// Pulls articles and claims out of files, folders (recursive, bytewise path order, hidden files and unknown suffixes
/// left out) and "-", standard input; one article in memory at a time. A suffix may be followed by ".gz" or ".zst".
class Inputs {
 public:
  /// None at the end. Unreadable files, lines and articles go to diagnostics.
  std::optional<Input> next(Diagnostics& diagnostics);
  /// Files left out so far because no reader has their suffix.
  std::uint64_t skipped_files() const { return skipped_files_; }

 private:
  friend Result<Inputs> open_inputs(std::vector<std::string> paths, ReadOptions options);
  Inputs() = default;

  bool open_next(Diagnostics& diagnostics);

  ReadOptions options_;
  std::vector<std::string> paths_;  // still to be read, last first
  std::vector<std::string> files_;  // of the folder at hand, last first
  std::unique_ptr<ArticleStream> stream_;
  std::uint64_t skipped_files_ = 0;
};

/// Errors: InvalidArgument if options.from names no reader.
Result<Inputs> open_inputs(std::vector<std::string> paths, ReadOptions options);

/// What every reader does with an article that it has read: the defaults of options and the id are filled in (the url,
/// else the short digest of title, two line feeds and text; of the text alone without a title).
/// Errors, with origin as source: Encoding (offset into the text), Parse (no text), Limit (more than 16 MiB),
/// Unsupported (not English).
Result<Article> complete_article(Article article, const ReadOptions& options, const std::string& origin);

}  // namespace entente::ingest
