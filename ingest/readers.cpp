#include <algorithm>
#include <array>
#include <filesystem>
#include <system_error>
#include <utility>

#include "entente/base/digest.h"
#include "entente/base/utf8.h"
#include "entente/ingest/reader.h"
#include "entente/ingest/readers/containers.h"
#include "entente/language/identify.h"

namespace entente::ingest {
namespace {

constexpr std::size_t kSniffedBytes = 4096;

constexpr std::array<std::string_view, 2> kJsonlSuffixes = {".jsonl", ".ndjson"};
constexpr std::array<std::string_view, 3> kHtmlSuffixes = {".html", ".htm", ".xhtml"};
constexpr std::array<std::string_view, 1> kTextSuffixes = {".txt"};

const std::array<ArticleReader, 3> kReaders = {{
    {"jsonl", kJsonlSuffixes, "application/jsonl", looks_like_jsonl, open_jsonl},
    {"html", kHtmlSuffixes, "text/html", looks_like_html, open_html},
    {"txt", kTextSuffixes, "text/plain", [](std::string_view) { return true; }, open_plain_text},
}};

constexpr std::array<std::string_view, 2> kPackings = {".gz", ".zst"};

/// The file name in lower case, without the suffix of a packing.
std::string unpacked_name(const std::string& path) {
  std::string name = std::filesystem::path(path).filename().string();
  for (char& c : name) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  for (const std::string_view packing : kPackings) {
    if (!name.ends_with(packing)) continue;
    name.resize(name.size() - packing.size());
    break;
  }
  return name;
}

const ArticleReader* reader_of_suffix(const std::string& path) {
  const std::string name = unpacked_name(path);
  for (const ArticleReader& reader : kReaders) {
    for (const std::string_view suffix : reader.suffixes) {
      if (name.ends_with(suffix)) return &reader;
    }
  }
  return nullptr;
}

const ArticleReader* reader_named(std::string_view name) {
  const auto* const found =
      std::find_if(kReaders.begin(), kReaders.end(), [name](const ArticleReader& r) { return r.name == name; });
  return found == kReaders.end() ? nullptr : found;
}

/// Whether the path can say what it holds: standard input and names without a dot cannot.
bool has_suffix(const std::string& path) {
  return path != "-" && unpacked_name(path).find('.', 1) != std::string::npos;
}

/// The regular files below the folder, last first in bytewise order of their paths.
Result<std::vector<std::string>> files_below(const std::string& folder) {
  namespace fs = std::filesystem;
  std::vector<std::string> files;
  std::error_code error;
  fs::recursive_directory_iterator entry(folder, error);
  for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
    const bool hidden = entry->path().filename().string().starts_with('.');
    std::error_code ignored;
    if (hidden) {
      entry.disable_recursion_pending();
    } else if (entry->is_regular_file(ignored)) {
      files.push_back(entry->path().string());
    }
  }
  if (error) return failure(ErrorCode::Io, folder, "cannot be listed: " + error.message());
  std::sort(files.begin(), files.end(), std::greater<>());
  return files;
}

}  // namespace

std::span<const ArticleReader> article_readers() { return kReaders; }

Result<Inputs> open_inputs(std::vector<std::string> paths, ReadOptions options) {
  if (!options.from.empty() && reader_named(options.from) == nullptr) {
    std::string names;
    for (const ArticleReader& reader : kReaders) names += (names.empty() ? "" : ", ") + std::string(reader.name);
    return failure(ErrorCode::InvalidArgument, "--from", "\"" + options.from + "\" is none of " + names);
  }
  Inputs inputs;
  inputs.options_ = std::move(options);
  inputs.paths_ = std::move(paths);
  std::reverse(inputs.paths_.begin(), inputs.paths_.end());
  return inputs;
}

std::optional<Input> Inputs::next(Diagnostics& diagnostics) {
  do {
    if (!stream_) continue;
    if (auto input = stream_->next(diagnostics)) return input;
    stream_.reset();
  } while (open_next(diagnostics));
  return std::nullopt;
}

/// Opens the next file, if there is one; leaves stream_ empty where that file cannot be read.
bool Inputs::open_next(Diagnostics& diagnostics) {
  bool named = false;
  std::string path;
  if (!files_.empty()) {
    path = std::move(files_.back());
    files_.pop_back();
  } else if (!paths_.empty()) {
    path = std::move(paths_.back());
    paths_.pop_back();
    named = true;
    std::error_code ignored;
    if (path != "-" && std::filesystem::is_directory(path, ignored)) {
      auto files = files_below(path);
      if (files) {
        files_ = std::move(*files);
      } else {
        diagnostics.reject(std::move(files.error()));
      }
      return true;
    }
  } else {
    return false;
  }

  const ArticleReader* reader = reader_of_suffix(path);
  if (reader == nullptr && named) reader = reader_named(options_.from);
  if (reader == nullptr && (!named || has_suffix(path))) {
    std::error_code ignored;
    if (named && !std::filesystem::exists(path, ignored)) {
      diagnostics.reject({ErrorCode::NotFound, path, std::nullopt, "no such file"});
    } else {
      ++skipped_files_;
    }
    return true;
  }
  auto in = InputStream::open(path);
  if (!in) {
    diagnostics.reject(std::move(in.error()));
    return true;
  }
  if (reader == nullptr) {
    const auto first = in->peek(kSniffedBytes);
    if (!first) {
      diagnostics.reject(first.error());
      return true;
    }
    reader = std::find_if(kReaders.begin(), kReaders.end(), [&](const ArticleReader& r) { return r.sniff(*first); });
  }
  stream_ = reader->open(std::move(*in), options_);
  return true;
}

Result<Article> complete_article(Article article, const ReadOptions& options, const std::string& origin) {
  for (const std::string* field : {&article.text, &article.title, &article.url, &article.source, &article.id}) {
    if (field->size() > kArticleLimitBytes) {
      return failure(ErrorCode::Limit, origin, "article of more than " + std::to_string(kArticleLimitBytes) + " bytes");
    }
    if (const auto bad = find_invalid_utf8(*field)) return failure(ErrorCode::Encoding, origin, "invalid UTF-8", *bad);
  }
  constexpr std::string_view kBlanks = " \t\r\n\f\v";
  if (article.title.find_first_not_of(kBlanks) == std::string::npos) article.title.clear();
  if (article.title.empty() && article.text.find_first_not_of(kBlanks) == std::string::npos) {
    return failure(ErrorCode::Parse, origin, "no text");
  }
  if (!article.language.empty() && !is_english_tag(article.language)) {
    return failure(ErrorCode::Unsupported, origin, "language \"" + article.language + "\", only English is read");
  }
  if (!language::may_be_english(article.title + "\n" + article.text)) {
    return failure(ErrorCode::Unsupported, origin, "not in English");
  }
  if (!article.date) article.date = options.date;
  if (article.source.empty()) article.source = options.source;
  if (article.id.empty()) article.id = article.url;
  if (article.id.empty()) {
    article.id = short_digest(article.title.empty() ? article.text : article.title + "\n\n" + article.text);
  }
  return article;
}

}  // namespace entente::ingest
