#include <utility>

#include "entente/ingest/readers/containers.h"

namespace entente::ingest {
namespace {

class PlainText final : public ArticleStream {
 public:
  PlainText(InputStream in, const ReadOptions& options) : in_(std::move(in)), options_(options) {}

  std::optional<Input> next(Diagnostics& diagnostics) override {
    if (done_) return std::nullopt;
    done_ = true;
    auto bytes = in_.read_all(kArticleLimitBytes + kByteOrderMark.size());
    if (!bytes) {
      diagnostics.reject(std::move(bytes.error()));
      return std::nullopt;
    }
    const bool has_mark = bytes->starts_with(kByteOrderMark);
    if (has_mark) bytes->erase(0, kByteOrderMark.size());
    Article article;
    article.text = std::move(*bytes);
    auto complete = complete_article(std::move(article), options_, in_.name());
    if (!complete) {
      Error error = std::move(complete.error());
      if (has_mark && error.offset) *error.offset += kByteOrderMark.size();
      diagnostics.reject(std::move(error));
      return std::nullopt;
    }
    return Input{in_.name(), std::move(*complete)};
  }

 private:
  InputStream in_;
  ReadOptions options_;
  bool done_ = false;
};

}  // namespace

std::unique_ptr<ArticleStream> open_plain_text(InputStream in, const ReadOptions& options) {
  return std::make_unique<PlainText>(std::move(in), options);
}

}  // namespace entente::ingest
