#include <unicode/ucnv.h>

#include <algorithm>
#include <cstring>
#include <optional>
#include <string>
#include <utility>

#include "entente/base/utf8.h"
#include "entente/ingest/readers/containers.h"
#include "entente/ingest/readers/html_dom.h"
#include "entente/ingest/readers/html_metadata.h"
#include "entente/ingest/readers/html_text.h"

namespace entente::ingest {
namespace {

// Charsets are declared in this many bytes (https://html.spec.whatwg.org/#charset, which asks for 1024).
constexpr std::size_t kCharsetBytes = 4096;

/// The charset that the page declares: <meta charset="…">, or in the content of a <meta http-equiv>. Empty if none.
std::string declared_charset(std::string_view page) {
  const std::string head = html::lowered(page.substr(0, kCharsetBytes));
  const std::size_t at = head.find("charset=");
  if (at == std::string::npos) return {};
  const std::size_t begin = head.find_first_not_of("\"' ", at + 8);
  if (begin == std::string::npos) return {};
  return head.substr(begin, std::min(head.find_first_of("\"' ;>/", begin), head.size()) - begin);
}

/// The page in UTF-8, without a byte-order mark. Errors: Encoding with the offset.
Result<std::string> to_utf8(std::string page, const std::string& source) {
  std::string charset = declared_charset(page);
  std::size_t mark = 0;
  if (page.starts_with(kByteOrderMark)) {
    charset = "utf-8";
    mark = kByteOrderMark.size();
  } else if (page.starts_with("\xFF\xFE") || page.starts_with("\xFE\xFF")) {
    charset = "utf-16";
  } else if (charset.starts_with("utf-16")) {
    charset = "utf-8";  // the declaration was read as ASCII
  }
  if (charset.empty() || charset == "utf-8" || charset == "utf8") {
    if (const auto bad = find_invalid_utf8(page)) return failure(ErrorCode::Encoding, source, "invalid UTF-8", *bad);
    page.erase(0, mark);
    return page;
  }
  // Browsers read these labels as Windows-1252 (https://encoding.spec.whatwg.org/#names-and-labels).
  if (charset == "iso-8859-1" || charset == "latin1" || charset == "us-ascii" || charset == "ascii")
    charset = "windows-1252";
  UErrorCode status = U_ZERO_ERROR;
  const std::int32_t size =
      ucnv_convert("UTF-8", charset.c_str(), nullptr, 0, page.data(), static_cast<std::int32_t>(page.size()), &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE(status)) {
    return failure(ErrorCode::Encoding, source, "charset \"" + charset + "\" is not known");
  }
  std::string out(static_cast<std::size_t>(size), '\0');
  status = U_ZERO_ERROR;
  ucnv_convert("UTF-8", charset.c_str(), out.data(), size, page.data(), static_cast<std::int32_t>(page.size()),
               &status);
  if (U_FAILURE(status)) return failure(ErrorCode::Encoding, source, "not in charset \"" + charset + "\"");
  return out;
}

Result<Article> article_of(const std::string& page, const std::string& source) {
  const auto document = html::parse(page, source);
  if (!document) return tl::unexpected<Error>(document.error());
  html::Metadata metadata = html::read_metadata(document->get());
  Article article;
  article.text = html::article_text(document->get(), metadata.title);
  // Pages that are put together by a script hold the article in their data only.
  if (article.text.size() * 2 < metadata.body.size()) article.text = std::move(metadata.body);
  article.title = std::move(metadata.title);
  article.url = std::move(metadata.url);
  article.source = std::move(metadata.publisher);
  article.language = std::move(metadata.language);
  article.date = metadata.date;
  if (article.text.empty()) return failure(ErrorCode::Parse, source, "no article text found on the page");
  return article;
}

class Html final : public ArticleStream {
 public:
  Html(InputStream in, const ReadOptions& options) : in_(std::move(in)), options_(options) {}

  std::optional<Input> next(Diagnostics& diagnostics) override {
    if (std::exchange(done_, true)) return std::nullopt;
    auto article = read();
    if (article) return Input{in_.name(), std::move(*article)};
    diagnostics.reject(std::move(article.error()));
    return std::nullopt;
  }

 private:
  Result<Article> read() {
    auto bytes = in_.read_all(kArticleLimitBytes);
    if (!bytes) return tl::unexpected<Error>(std::move(bytes.error()));
    const auto page = to_utf8(std::move(*bytes), in_.name());
    if (!page) return tl::unexpected<Error>(page.error());
    auto article = article_of(*page, in_.name());
    if (!article) return article;
    return complete_article(std::move(*article), options_, in_.name());
  }

  InputStream in_;
  ReadOptions options_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ArticleStream> open_html(InputStream in, const ReadOptions& options) {
  return std::make_unique<Html>(std::move(in), options);
}

bool looks_like_html(std::string_view first_bytes) {
  if (first_bytes.starts_with(kByteOrderMark)) first_bytes.remove_prefix(kByteOrderMark.size());
  const std::string head = html::lowered(first_bytes.substr(0, 1024));
  const std::size_t begin = head.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || head[begin] != '<') return false;
  for (const std::string_view tag : {"<!doctype html", "<html", "<head", "<body", "<meta", "<title", "<script"}) {
    if (head.find(tag) != std::string::npos) return true;
  }
  return false;
}

}  // namespace entente::ingest
