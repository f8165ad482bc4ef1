#include "entente/language/tokenizer/paragraphs.h"

#include <algorithm>

#include "entente/language/tokenizer/characters.h"

namespace entente::language {
namespace {

// Wrapped text is 40 to 120 columns wide: shorter are lists and verses, longer is not wrapped.
constexpr std::uint32_t kNarrowestColumn = 40;
constexpr std::uint32_t kWidestColumn = 120;
// A line may be this much shorter than the column and still be wrapped there, beyond the word that did not fit.
constexpr std::uint32_t kRagged = 3;

struct Line {
  ByteSpan span;  // without white space around it; empty: blank
  std::uint32_t indent = 0;
};

Line trimmed(std::string_view text, ByteSpan line) {
  Line out{line, 0};
  while (out.span.begin < out.span.end) {
    const Character c = decode(text, out.span.begin);
    if (!is_space(c.code)) break;
    out.span.begin += c.size;
    ++out.indent;
  }
  std::uint32_t end = out.span.begin;
  for (std::uint32_t i = out.span.begin; i < out.span.end;) {
    const Character c = decode(text, i);
    i += c.size;
    if (!is_space(c.code)) end = i;
  }
  out.span.end = std::min(end, out.span.end);
  return out;
}

std::uint32_t first_word_size(std::string_view line) {
  return static_cast<std::uint32_t>(line.substr(0, line.find(' ')).size());
}

bool is_bullet(std::string_view line) {
  for (const std::string_view bullet : {"- ", "* ", "\xE2\x80\xA2", "\xC2\xB7 ", "-- "}) {
    if (line.starts_with(bullet)) return true;
  }
  // "1. ", "(a) ", "12) "
  std::size_t i = line.starts_with('(') ? 1 : 0;
  const std::size_t begin = i;
  while (i < line.size() && i - begin < 2 && is_digit(line[i])) ++i;
  if (i == begin && i < line.size() && line[0] == '(' && is_lower(static_cast<unsigned char>(line[i]))) ++i;
  return i > begin && i + 1 < line.size() && (line[i] == ')' || (line[i] == '.' && line[0] != '(')) &&
         line[i + 1] == ' ';
}

/// Lines between two blank ones.
class Block {
 public:
  Block(std::string_view text, std::vector<Line>& lines) : text_(text), lines_(lines) {}

  void split(std::vector<ByteSpan>& out) {
    width_ = 0;
    for (const Line& line : lines_) width_ = std::max(width_, line.span.size());
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (i == 0 || breaks_before(i)) {
        out.push_back(lines_[i].span);
      } else {
        out.back().end = lines_[i].span.end;
      }
    }
    lines_.clear();
  }

 private:
  bool breaks_before(std::size_t i) const {
    const Line& before = lines_[i - 1];
    const Line& line = lines_[i];
    if (width_ < kNarrowestColumn || width_ > kWidestColumn) return true;
    if (line.indent >= before.indent + 2 || is_bullet(line.span.of(text_))) return true;
    return before.span.size() + 1 + first_word_size(line.span.of(text_)) + kRagged < width_;
  }

  std::string_view text_;
  std::vector<Line>& lines_;
  std::uint32_t width_ = 0;
};

}  // namespace

std::vector<ByteSpan> paragraphs(std::string_view text) {
  std::vector<ByteSpan> out;
  std::vector<Line> block_lines;
  Block block(text, block_lines);
  const auto size = static_cast<std::uint32_t>(text.size());
  for (std::uint32_t begin = 0; begin < size;) {
    std::uint32_t end = begin;
    const std::size_t feed = text.find_first_of("\n\r", begin);
    end = feed == std::string_view::npos ? size : static_cast<std::uint32_t>(feed);
    const Line line = trimmed(text, {begin, end});
    if (line.span.empty()) {
      block.split(out);
    } else {
      block_lines.push_back(line);
    }
    begin = end + 1;
    if (end + 1 < size && text[end] == '\r' && text[end + 1] == '\n') ++begin;
  }
  block.split(out);
  return out;
}

}  // namespace entente::language
