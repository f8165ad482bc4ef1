#pragma once

#include <memory>
#include <string_view>

#include "entente/ingest/reader.h"

namespace entente::ingest {

inline constexpr std::size_t kArticleLimitBytes = 16U << 20;

/// The file is one article: its bytes behind a byte-order mark are the text, unchanged.
std::unique_ptr<ArticleStream> open_plain_text(InputStream in, const ReadOptions& options);

/// Every line is an article or a claim; blank lines are left out. A bad line is one diagnostic, with its number.
std::unique_ptr<ArticleStream> open_jsonl(InputStream in, const ReadOptions& options);
bool looks_like_jsonl(std::string_view first_bytes);

/// The page is one article: its text and what its metadata say of it. Charsets other than UTF-8 are converted as the
/// page declares them.
std::unique_ptr<ArticleStream> open_html(InputStream in, const ReadOptions& options);
bool looks_like_html(std::string_view first_bytes);

/// "en", "en-GB", "EN_us", "eng", "English".
bool is_english_tag(std::string_view language);

inline constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

}  // namespace entente::ingest
