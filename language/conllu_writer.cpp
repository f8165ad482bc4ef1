#include <algorithm>
#include <array>
#include <span>

#include "entente/language/conllu.h"

namespace entente::language {
namespace {

/// On one line: comments and columns hold no line feeds or tabs.
void append_on_one_line(std::string& out, std::string_view text) {
  const std::size_t begin = out.size();
  out += text;
  for (std::size_t i = begin; i < out.size(); ++i) {
    if (static_cast<unsigned char>(out[i]) < 0x20) out[i] = ' ';
  }
}

void append_column(std::string& out, std::string_view value) {
  out += '\t';
  if (value.empty()) {
    out += '_';
  } else {
    append_on_one_line(out, value);
  }
}

enum class Offsets : std::uint8_t { None, InField };

void append_misc(std::string& out, const Document& document, const Token& token, bool space_after, Offsets offsets) {
  out += '\t';
  const std::size_t begin = out.size();
  if (!space_after) out += "SpaceAfter=No";
  if (offsets == Offsets::InField) {
    const ByteSpan span = document.to_field(token.span).span;
    if (out.size() != begin) out += '|';
    out += "TokenRange=" + std::to_string(span.begin) + ":" + std::to_string(span.end);
  }
  if (out.size() == begin) out += '_';
}

/// The rows of one sentence; multiwords are those that begin in it or later.
void append_rows(std::string& out, const Document& document, const Sentence& sentence,
                 std::span<const MultiwordToken> multiwords, Offsets offsets) {
  const std::uint32_t first = sentence.tokens.begin;
  std::uint32_t multiword_end = 0;
  for (std::uint32_t i = first; i < sentence.tokens.end; ++i) {
    const Token& token = document.tokens[i];
    if (!multiwords.empty() && multiwords.front().words.begin == i) {
      const MultiwordToken& multiword = multiwords.front();
      multiword_end = multiword.words.end;
      out += std::to_string(i - first + 1) + "-" + std::to_string(multiword_end - first);
      append_column(out, multiword.form);
      out += "\t_\t_\t_\t_\t_\t_\t_";
      out += document.tokens[multiword_end - 1].space_after ? "\t_\n" : "\tSpaceAfter=No\n";
      multiwords = multiwords.subspan(1);
    }
    out += std::to_string(i - first + 1);
    append_column(out, token.form);
    append_column(out, token.lemma);
    append_column(out, name(token.upos));
    append_column(out, token.xpos);
    append_column(out, token.feats);
    out += '\t';
    out += token.head.valid() ? std::to_string(token.head.value - first + 1) : "0";
    append_column(out, token.head.valid() ? name(token.deprel) : name(Deprel::Root));
    out += "\t_";
    append_misc(out, document, token, token.space_after || i < multiword_end, offsets);
    out += '\n';
  }
  out += '\n';
}

/// The pieces that the tokenizer splits off a surface word, as the treebanks list them under a multiword token.
bool is_clitic(std::string_view form) {
  static constexpr std::array<std::string_view, 8> kClitics = {"n't", "'s", "'re", "'ve", "'ll", "'d", "'m", "'"};
  std::string plain;
  for (std::size_t i = 0; i < form.size(); ++i) {
    if (form.substr(i).starts_with("\xE2\x80\x99")) {
      plain += '\'';
      i += 2;
    } else {
      plain += form[i] >= 'A' && form[i] <= 'Z' ? static_cast<char>(form[i] - 'A' + 'a') : form[i];
    }
  }
  return std::find(kClitics.begin(), kClitics.end(), plain) != kClitics.end();
}

bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; }

/// Two words of letters with nothing between them are one surface word: can|not, gon|na, do|n't, Seoul|'s.
std::vector<MultiwordToken> contractions(const Document& document, const Sentence& sentence) {
  std::vector<MultiwordToken> out;
  const std::vector<Token>& tokens = document.tokens;
  for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
    std::uint32_t end = i + 1;
    while (end < sentence.tokens.end && !tokens[end - 1].space_after && !tokens[end].form.empty() &&
           is_letter(tokens[end - 1].form.back()) && tokens[end].span.begin == tokens[end - 1].span.end &&
           tokens[end - 1].upos != Upos::Punct &&
           (is_clitic(tokens[end].form) ? tokens[end].form.size() > 1 || tokens[end].upos == Upos::Part
                                        : (is_letter(tokens[end].form.front()) && (tokens[end].form[0] & 0x80) == 0))) {
      ++end;
    }
    if (end - i < 2) continue;
    out.push_back({{i, end}, std::string(document.text_of({i, end}))});
    i = end - 1;
  }
  return out;
}

}  // namespace

void write_conllu(std::string& out, const Document& document) {
  const Article& article = document.article();
  std::uint32_t paragraph = UINT32_MAX;
  for (const Sentence& sentence : document.sentences) {
    const bool is_first = paragraph == UINT32_MAX;
    if (is_first) {
      out += "# newdoc id = ";
      append_on_one_line(out, article.id);
      out += '\n';
    }
    if (is_first || sentence.paragraph != paragraph) out += "# newpar\n";
    paragraph = sentence.paragraph;
    if (sentence.field == Field::Title) out += "# field = title\n";
    out += "# sent_id = ";
    append_on_one_line(out, article.id);
    out += sentence.field == Field::Title ? "-title-" : "-";
    out += std::to_string(sentence.number) + "\n# text = ";
    append_on_one_line(out, sentence.span.of(document.text()));
    out += '\n';
    append_rows(out, document, sentence, contractions(document, sentence), Offsets::InField);
  }
}

void write_conllu(std::string& out, const ConlluDocument& document) {
  std::span<const MultiwordToken> multiwords = document.multiwords;
  for (std::size_t s = 0; s < document.document.sentences.size(); ++s) {
    const Sentence& sentence = document.document.sentences[s];
    for (const std::string& comment : document.comments[s]) out += comment + "\n";
    while (!multiwords.empty() && multiwords.front().words.begin < sentence.tokens.begin) {
      multiwords = multiwords.subspan(1);
    }
    append_rows(out, document.document, sentence, multiwords, Offsets::None);
  }
}

}  // namespace entente::language
