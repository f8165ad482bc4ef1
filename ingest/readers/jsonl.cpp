#include <string>
#include <utility>

#include "entente/base/json.h"
#include "entente/ingest/readers/containers.h"

namespace entente::ingest {
namespace {

// An escape sequence of six bytes may stand for one of text.
constexpr std::size_t kLineLimitBytes = 6 * kArticleLimitBytes;

class JsonLines final : public ArticleStream {
 public:
  JsonLines(InputStream in, const ReadOptions& options) : in_(std::move(in)), options_(options) {}

  std::optional<Input> next(Diagnostics& diagnostics) override {
    while (true) {
      ++line_number_;
      const auto more = in_.read_line(line_, kLineLimitBytes);
      const std::string origin = in_.name() + ":" + std::to_string(line_number_);
      if (!more) {
        Error error = more.error();
        error.source = origin;
        diagnostics.reject(std::move(error));
        continue;
      }
      if (!*more) return std::nullopt;
      if (line_number_ == 1 && line_.starts_with(kByteOrderMark)) line_.erase(0, kByteOrderMark.size());
      if (line_.find_first_not_of(" \t\r") == std::string::npos) continue;
      if (auto input = read(origin, diagnostics)) return input;
    }
  }

 private:
  std::optional<Input> read(const std::string& origin, Diagnostics& diagnostics) {
    const auto json = JsonDocument::parse(line_, origin);
    if (!json) {
      diagnostics.reject(json.error());
      return std::nullopt;
    }
    const JsonValue root = json->root();
    if (root["type"].is_string() && root["source"].is_object()) return Input{origin, ClaimLine{line_}};
    auto article = article_of(root, origin, diagnostics);
    if (article) article = complete_article(std::move(*article), options_, origin);
    if (!article) {
      diagnostics.reject(std::move(article.error()));
      return std::nullopt;
    }
    return Input{origin, std::move(*article)};
  }

  static Result<Article> article_of(JsonValue root, const std::string& origin, Diagnostics& diagnostics) {
    if (!root.is_object()) return failure(ErrorCode::Parse, origin, "expected a JSON object");
    if (!root["text"].is_string()) return failure(ErrorCode::Parse, origin, "expected a string \"text\"");
    Article article;
    const auto take = [&](const char* key, std::string& field) -> std::optional<Error> {
      const JsonValue value = root[key];
      if (value.is_null()) return std::nullopt;
      if (const auto text = value.as_string()) {
        field = *text;
      } else if (const auto number = value.as_int()) {
        field = std::to_string(*number);  // ids are often numbers
      } else {
        return Error{ErrorCode::Parse, origin, std::nullopt, "expected a string \"" + std::string(key) + "\""};
      }
      return std::nullopt;
    };
    for (const auto& [key, field] : {std::pair{"text", &article.text}, std::pair{"title", &article.title},
                                     std::pair{"id", &article.id}, std::pair{"url", &article.url},
                                     std::pair{"source", &article.source}, std::pair{"language", &article.language}}) {
      if (auto error = take(key, *field)) return tl::unexpected<Error>(std::move(*error));
    }
    const std::string_view date = root["date"].string_or_empty();
    article.date = parse_date(date);
    if (!article.date && !root["date"].is_null()) {
      diagnostics.warn({ErrorCode::Parse, origin, std::nullopt,
                        "\"date\" is not ISO 8601 (\"" + std::string(date) + "\") and is left out"});
    }
    return article;
  }

  InputStream in_;
  ReadOptions options_;
  std::string line_;
  std::uint64_t line_number_ = 0;
};

}  // namespace

std::unique_ptr<ArticleStream> open_jsonl(InputStream in, const ReadOptions& options) {
  return std::make_unique<JsonLines>(std::move(in), options);
}

bool looks_like_jsonl(std::string_view first_bytes) {
  if (first_bytes.starts_with(kByteOrderMark)) first_bytes.remove_prefix(kByteOrderMark.size());
  const std::size_t begin = first_bytes.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || first_bytes[begin] != '{') return false;
  const std::size_t next = first_bytes.find_first_not_of(" \t\r\n", begin + 1);
  return next != std::string_view::npos && (first_bytes[next] == '"' || first_bytes[next] == '}');
}

bool is_english_tag(std::string_view language) {
  std::string tag;
  for (const char c : language) {
    if (c == '-' || c == '_') break;
    tag += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return tag == "en" || tag == "eng" || tag == "english";
}

}  // namespace entente::ingest
