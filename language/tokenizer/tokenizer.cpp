#include "entente/language/tokenizer/tokenizer.h"

#include <span>
#include <string>
#include <vector>

#include "entente/language/tokenizer/characters.h"
#include "entente/language/tokenizer/paragraphs.h"
#include "entente/language/tokenizer/sentences.h"
#include "entente/language/tokenizer/words.h"

namespace entente::language {
namespace {

// Headlines are looked for in this many paragraphs at the beginning of the text.
constexpr std::size_t kHeadParagraphs = 4;

/// Fills in one document.
class Tokenizer {
 public:
  explicit Tokenizer(Document& document) : document_(document), text_(document.text()) {}

  void tokenize() {
    const ByteSpan body =
        document_.from_field({Field::Text, {0, static_cast<std::uint32_t>(document_.article().text.size())}});
    document_.tokens.reserve(text_.size() / 5);
    if (body.begin > 0) {
      const auto title_size = static_cast<std::uint32_t>(document_.article().title.size());
      add_head(text_.substr(0, title_size));
      add_paragraph({0, title_size}, Field::Title);
    }
    std::size_t index = 0;
    for (ByteSpan paragraph : paragraphs(body.of(text_))) {
      paragraph = {paragraph.begin + body.begin, paragraph.end + body.begin};
      if (index++ < kHeadParagraphs && !add_head(paragraph.of(text_))) continue;
      add_paragraph(paragraph, Field::Text);
    }
  }

 private:
  /// False if these words are among the headlines already.
  bool add_head(std::string_view words) {
    std::string key;
    for (const char c : words) {
      if (is_space(static_cast<unsigned char>(c))) continue;
      key += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    for (const std::string& head : heads_) {
      if (head == key) return false;
    }
    heads_.push_back(std::move(key));
    return true;
  }

  void add_paragraph(ByteSpan paragraph, Field field) {
    const std::size_t first = document_.tokens.size();
    add_words(paragraph);
    if (document_.tokens.size() == first) return;
    const std::span<const Token> tokens = std::span(document_.tokens).subspan(first);
    ends_.clear();
    if (field == Field::Title) {
      title_ends(tokens, ends_);
    } else {
      sentence_ends(tokens, ends_);
    }
    std::size_t begin = 0;
    for (const std::size_t end : ends_) {
      const TokenRange range{static_cast<std::uint32_t>(first + begin), static_cast<std::uint32_t>(first + end)};
      std::uint32_t& number = field == Field::Title ? title_sentences_ : text_sentences_;
      document_.sentences.push_back({range, document_.span_of(range), field, number++, paragraph_});
      begin = end;
    }
    ++paragraph_;
  }

  void add_words(ByteSpan paragraph) {
    std::uint32_t at = skip_space(paragraph.begin, paragraph.end);
    std::string_view previous;
    while (at < paragraph.end) {
      const std::uint32_t end = run_end(at, paragraph.end);
      const std::uint32_t next = skip_space(end, paragraph.end);
      spans_.clear();
      split_words(text_, {at, end}, previous, following(next, paragraph.end), spans_);
      for (const ByteSpan span : spans_) {
        Token token;
        token.span = span;
        token.form = span.of(text_);
        token.space_after = false;
        document_.tokens.push_back(token);
      }
      document_.tokens.back().space_after = true;
      previous = document_.tokens.back().form;
      at = next;
    }
  }

  std::uint32_t skip_space(std::uint32_t at, std::uint32_t end) const {
    while (at < end) {
      const Character c = decode(text_, at);
      if (!is_space(c.code)) break;
      at += c.size;
    }
    return at;
  }

  std::uint32_t run_end(std::uint32_t at, std::uint32_t end) const {
    while (at < end) {
      const Character c = decode(text_, at);
      if (is_space(c.code)) break;
      at += c.size;
    }
    return at;
  }

  Following following(std::uint32_t at, std::uint32_t end) const {
    if (at >= end) return Following::Nothing;
    const std::int32_t code = decode(text_, at).code;
    if (is_digit(code)) return Following::Digit;
    if (is_upper(code)) return Following::Upper;
    return is_lower(code) ? Following::Lower : Following::Other;
  }

  Document& document_;
  std::string_view text_;
  std::vector<std::string> heads_;
  std::vector<ByteSpan> spans_;
  std::vector<std::size_t> ends_;
  std::uint32_t title_sentences_ = 0;
  std::uint32_t text_sentences_ = 0;
  std::uint32_t paragraph_ = 0;
};

}  // namespace

void tokenize(Document& document) { Tokenizer(document).tokenize(); }

}  // namespace entente::language
