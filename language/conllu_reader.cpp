#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "entente/base/utf8.h"
#include "entente/language/conllu.h"

namespace entente::language {
namespace {

constexpr std::size_t kLineLimitBytes = 1 << 20;
constexpr std::size_t kSentenceLimitWords = 10'000;
constexpr std::size_t kDocumentLimitSentences = 500;  // where no "# newdoc" cuts

constexpr std::size_t kColumns = 10;
using Columns = std::array<std::string_view, kColumns>;
enum Column : std::size_t { kId, kForm, kLemma, kUpos, kXpos, kFeats, kHead, kDeprel, kDeps, kMisc };

std::optional<Columns> split_columns(std::string_view line) {
  Columns columns;
  for (std::size_t c = 0; c < kColumns; ++c) {
    const std::size_t tab = line.find('\t');
    if ((tab == std::string_view::npos) != (c == kColumns - 1)) return std::nullopt;
    columns[c] = line.substr(0, tab);
    if (columns[c].empty()) return std::nullopt;
    if (tab != std::string_view::npos) line.remove_prefix(tab + 1);
  }
  return columns;
}

std::optional<std::uint32_t> number(std::string_view text) {
  std::uint32_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

bool has_feature(std::string_view misc, std::string_view feature) {
  while (!misc.empty()) {
    const std::size_t bar = misc.find('|');
    if (misc.substr(0, bar) == feature) return true;
    if (bar == std::string_view::npos) break;
    misc.remove_prefix(bar + 1);
  }
  return false;
}

/// The value of "# key = value", none for another comment.
std::optional<std::string_view> comment_value(std::string_view comment, std::string_view key) {
  comment.remove_prefix(1);
  const auto trim = [&comment] {
    while (!comment.empty() && comment.front() == ' ') comment.remove_prefix(1);
  };
  trim();
  if (!comment.starts_with(key)) return std::nullopt;
  comment.remove_prefix(key.size());
  trim();
  if (!comment.starts_with('=')) return std::nullopt;
  comment.remove_prefix(1);
  trim();
  return comment;
}

bool is_comment(std::string_view line, std::string_view word) {
  return line.starts_with('#') && line.substr(1).find_first_not_of(' ') != std::string_view::npos &&
         line.substr(line.find_first_not_of(' ', 1)).starts_with(word);
}

std::string_view blank_if_unset(std::string_view value) { return value == "_" ? std::string_view{} : value; }

}  // namespace

struct ConlluReader::Word {
  std::string form, lemma, xpos, feats;
  Upos upos = Upos::X;
  Deprel deprel = Deprel::Dep;
  std::uint32_t head = 0;  // from 1 within the sentence; 0: root or unknown
  bool space_after = true;
  std::uint64_t line_begin = 0;
};

struct ConlluReader::ParsedSentence {
  struct Surface {
    std::uint32_t first = 0, last = 0;  // word numbers from 1
    std::string form;
    bool space_after = true;
  };
  std::vector<std::string> comments;
  std::vector<Word> words;
  std::vector<Surface> surfaces;
  bool starts_document = false;
  bool starts_paragraph = false;
  bool is_title = false;
};

/// The sentences of a document, and what their text and spans come to.
struct ConlluReader::ParsedDocument {
  std::vector<ParsedSentence> sentences;

  Result<ConlluDocument> build() &&;

 private:
  void place(const ParsedSentence& sentence, std::string& field, std::vector<ByteSpan>& spans) const;
};

ConlluReader::ConlluReader(std::istream& in, std::string source) : in_(in), source_(std::move(source)) {}

std::optional<Result<ConlluDocument>> ConlluReader::next() {
  ParsedDocument parsed;
  bool cut_by_newdoc = false;
  while (parsed.sentences.size() < kDocumentLimitSentences || cut_by_newdoc) {
    if (!read_line()) break;
    if (line_.empty() && !line_too_long_) continue;
    if (!parsed.sentences.empty() && is_comment(line_, "newdoc")) {
      unread_line();
      break;
    }
    unread_line();
    ParsedSentence sentence;
    if (auto problem = read_sentence(sentence)) {
      skip_to_next_document();
      return tl::unexpected<Error>(std::move(*problem));
    }
    cut_by_newdoc = cut_by_newdoc || sentence.starts_document;
    if (!sentence.words.empty() || !sentence.comments.empty()) parsed.sentences.push_back(std::move(sentence));
  }
  std::erase_if(parsed.sentences, [](const ParsedSentence& s) { return s.words.empty(); });
  if (parsed.sentences.empty()) return std::nullopt;
  return std::move(parsed).build();
}

/// Reads the next line without its line end into line_, at most kLineLimitBytes of it.
bool ConlluReader::read_line() {
  if (line_pending_) {
    line_pending_ = false;
    return true;
  }
  line_.clear();
  line_too_long_ = false;
  line_begin_ = position_;
  std::streambuf* const buffer = in_.rdbuf();
  for (int c = buffer->sbumpc(); c != std::streambuf::traits_type::eof(); c = buffer->sbumpc()) {
    ++position_;
    if (c == '\n') {
      while (!line_.empty() && line_.back() == '\r') line_.pop_back();
      return true;
    }
    if (line_.size() < kLineLimitBytes) {
      line_.push_back(static_cast<char>(c));
    } else {
      line_too_long_ = true;
    }
  }
  return position_ != line_begin_;
}

void ConlluReader::unread_line() { line_pending_ = true; }

std::optional<Error> ConlluReader::read_sentence(ParsedSentence& sentence) {
  while (read_line()) {
    if (line_too_long_)
      return error(ErrorCode::Limit, "line of more than " + std::to_string(kLineLimitBytes) + " bytes");
    if (line_.empty()) break;
    if (const auto bad = find_invalid_utf8(line_)) {
      Error at = error(ErrorCode::Encoding, "invalid UTF-8");
      at.offset = line_begin_ + *bad;
      return at;
    }
    if (line_.front() == '#') {
      if (!sentence.words.empty()) return error(ErrorCode::Parse, "comment inside a sentence");
      sentence.starts_document |= is_comment(line_, "newdoc");
      sentence.starts_paragraph |= is_comment(line_, "newpar");
      if (comment_value(line_, "field") == "title") sentence.is_title = true;
      sentence.comments.push_back(line_);
      continue;
    }
    if (auto problem = read_word(sentence)) return problem;
    if (sentence.words.size() > kSentenceLimitWords) {
      return error(ErrorCode::Limit, "sentence of more than " + std::to_string(kSentenceLimitWords) + " words");
    }
  }
  for (const Word& word : sentence.words) {
    if (word.head <= sentence.words.size()) continue;
    Error at = error(ErrorCode::Parse, "HEAD " + std::to_string(word.head) + " in a sentence of " +
                                           std::to_string(sentence.words.size()) + " words");
    at.offset = word.line_begin;
    return at;
  }
  if (!sentence.surfaces.empty() && sentence.surfaces.back().last > sentence.words.size()) {
    return error(ErrorCode::Parse, "multiword token reaches beyond the sentence");
  }
  return std::nullopt;
}

std::optional<Error> ConlluReader::read_word(ParsedSentence& sentence) const {
  const auto columns = split_columns(line_);
  if (!columns) return error(ErrorCode::Parse, "expected 10 columns parted by tabs, none empty");
  const auto& column = *columns;
  if (column[kId].find('.') != std::string_view::npos) return std::nullopt;

  const auto next_id = static_cast<std::uint32_t>(sentence.words.size() + 1);
  const bool space_after = !has_feature(column[kMisc], "SpaceAfter=No");
  if (const std::size_t dash = column[kId].find('-'); dash != std::string_view::npos) {
    const auto first = number(column[kId].substr(0, dash));
    const auto last = number(column[kId].substr(dash + 1));
    const bool overlaps = !sentence.surfaces.empty() && sentence.surfaces.back().last >= next_id;
    if (!first || !last || *first != next_id || *last <= *first || overlaps) {
      return error(ErrorCode::Parse,
                   "ID \"" + std::string(column[kId]) + "\" where word " + std::to_string(next_id) + " is expected");
    }
    sentence.surfaces.push_back({*first, *last, std::string(column[kForm]), space_after});
    return std::nullopt;
  }
  if (number(column[kId]) != next_id) {
    return error(ErrorCode::Parse,
                 "ID \"" + std::string(column[kId]) + "\" where word " + std::to_string(next_id) + " is expected");
  }

  Word word;
  word.line_begin = line_begin_;
  word.form = column[kForm];
  word.lemma = column[kLemma] == "_" && column[kForm] != "_" ? std::string_view{} : column[kLemma];
  word.xpos = blank_if_unset(column[kXpos]);
  word.feats = blank_if_unset(column[kFeats]);
  word.space_after = space_after;
  if (column[kUpos] != "_") {
    const auto upos = upos_of(column[kUpos]);
    if (!upos) return error(ErrorCode::Parse, "\"" + std::string(column[kUpos]) + "\" is no UPOS tag");
    word.upos = *upos;
  }
  if (column[kHead] != "_") {
    const auto head = number(column[kHead]);
    if (!head || *head == next_id) {
      return error(ErrorCode::Parse,
                   "\"" + std::string(column[kHead]) + "\" is no HEAD of word " + std::to_string(next_id));
    }
    word.head = *head;
  }
  if (column[kDeprel] != "_") {
    const auto deprel = deprel_of(column[kDeprel]);
    if (!deprel) return error(ErrorCode::Parse, "\"" + std::string(column[kDeprel]) + "\" is no UD relation");
    word.deprel = *deprel;
  }
  sentence.words.push_back(std::move(word));
  return std::nullopt;
}

void ConlluReader::skip_to_next_document() {
  while (read_line()) {
    if (!is_comment(line_, "newdoc")) continue;
    unread_line();
    return;
  }
}

Error ConlluReader::error(ErrorCode code, std::string message) const {
  return {code, source_, line_begin_, std::move(message)};
}

Result<ConlluDocument> ConlluReader::ParsedDocument::build() && {
  Article article;
  for (const std::string& comment : sentences.front().comments) {
    if (const auto id = comment_value(comment, "newdoc id")) article.id = *id;
  }
  std::vector<ByteSpan> spans;  // of all words, in their field
  std::size_t title_sentences = 0;
  while (title_sentences < sentences.size() && sentences[title_sentences].is_title) ++title_sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    std::string& field = s < title_sentences ? article.title : article.text;
    if (!field.empty()) field += s < title_sentences ? " " : sentences[s].starts_paragraph ? "\n\n" : "\n";
    place(sentences[s], field, spans);
  }

  ConlluDocument out{Document(std::move(article)), {}, {}};
  Document& document = out.document;
  StringPool& pool = document.pool();
  std::array<std::uint32_t, 2> numbers{};  // of the sentences in each field
  std::uint32_t paragraph = 0;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    ParsedSentence& parsed = sentences[s];
    const Field field = s < title_sentences ? Field::Title : Field::Text;
    if (s > 0 && (s == title_sentences || (s > title_sentences && parsed.starts_paragraph))) ++paragraph;
    const auto begin = static_cast<std::uint32_t>(document.tokens.size());
    for (const Word& word : parsed.words) {
      const std::size_t i = document.tokens.size();
      Token token;
      token.span = document.from_field({field, spans[i]});
      token.form = pool.intern(word.form);
      token.lemma = pool.intern(word.lemma);
      token.xpos = pool.intern(word.xpos);
      token.feats = pool.intern(word.feats);
      token.upos = word.upos;
      token.deprel = word.deprel;
      token.space_after = word.space_after;
      if (word.head != 0) token.head = TokenId(begin + word.head - 1);
      document.tokens.push_back(token);
    }
    for (ParsedSentence::Surface& surface : parsed.surfaces) {
      for (std::uint32_t w = surface.first; w < surface.last; ++w) document.tokens[begin + w - 1].space_after = false;
      document.tokens[begin + surface.last - 1].space_after = surface.space_after;
      out.multiwords.push_back({{begin + surface.first - 1, begin + surface.last}, std::move(surface.form)});
    }
    const TokenRange range{begin, static_cast<std::uint32_t>(document.tokens.size())};
    document.sentences.push_back(
        {range, document.span_of(range), field, numbers[static_cast<std::size_t>(field)]++, paragraph});
    out.comments.push_back(std::move(parsed.comments));
  }
  return out;
}

/// Appends the sentence's surface to the field and the spans of its words to spans. Words that do not spell their
/// surface word ("ain't" as is, not) all have its span.
void ConlluReader::ParsedDocument::place(const ParsedSentence& sentence, std::string& field,
                                         std::vector<ByteSpan>& spans) const {
  auto surface = sentence.surfaces.begin();
  bool space = false;
  for (std::uint32_t w = 1; w <= sentence.words.size(); ++w) {
    if (space) field += ' ';
    auto begin = static_cast<std::uint32_t>(field.size());
    if (surface == sentence.surfaces.end() || surface->first != w) {
      const Word& word = sentence.words[w - 1];
      field += word.form;
      spans.push_back({begin, static_cast<std::uint32_t>(field.size())});
      space = word.space_after;
      continue;
    }
    field += surface->form;
    const auto end = static_cast<std::uint32_t>(field.size());
    std::string spelt;
    for (std::uint32_t i = surface->first; i <= surface->last; ++i) spelt += sentence.words[i - 1].form;
    for (std::uint32_t i = surface->first; i <= surface->last; ++i) {
      const auto size = static_cast<std::uint32_t>(sentence.words[i - 1].form.size());
      spans.push_back(spelt == surface->form ? ByteSpan{begin, begin + size} : ByteSpan{begin, end});
      if (spelt == surface->form) begin += size;
    }
    space = surface->space_after;
    w = surface->last;
    ++surface;
  }
}

}  // namespace entente::language
