#pragma once

#include <cstdint>
#include <istream>
#include <optional>
#include <string>
#include <vector>

#include "entente/base/error.h"
#include "entente/language/document.h"

namespace entente::language {

/// A surface word that stands for several syntactic words: "don't" for do, n't (a line with id 2-3).
struct MultiwordToken {
  TokenRange words;
  std::string form;
};

/// A document with what its CoNLL-U form says beside the analysis.
struct ConlluDocument {
  Document document;
  std::vector<std::vector<std::string>> comments;  // of each sentence, "# …", as they stood
  std::vector<MultiwordToken> multiwords;          // in text order
};

/// Reads CoNLL-U (https://universaldependencies.org/format.html), a document ("# newdoc") at a time.
/// Ids with "-" become multiwords, ids with "." (ellipsis) are dropped; LEMMA to DEPREL may be "_". The text is put
/// together from FORM and SpaceAfter=No: sentences are parted by a line feed, paragraphs ("# newpar") by two.
/// Sentences with "# field = title" at the beginning of a document are its title. Input without "# newdoc" is cut every
/// 500 sentences, so that memory stays bounded.
/// Errors: Parse, Encoding, Limit with the byte offset of the line; reading goes on with the next document.
class ConlluReader {
 public:
  /// in must outlive the reader; source names it in errors.
  ConlluReader(std::istream& in, std::string source);

  /// None at the end.
  std::optional<Result<ConlluDocument>> next();

 private:
  struct Word;
  struct ParsedSentence;
  struct ParsedDocument;

  bool read_line();
  void unread_line();
  std::optional<Error> read_sentence(ParsedSentence& sentence);
  std::optional<Error> read_word(ParsedSentence& sentence) const;
  void skip_to_next_document();
  Error error(ErrorCode code, std::string message) const;

  std::istream& in_;
  std::string source_;
  std::string line_;
  std::uint64_t line_begin_ = 0;
  std::uint64_t position_ = 0;
  bool line_pending_ = false;
  bool line_too_long_ = false;
};

/// Appends the document in CoNLL-U to out: "# newdoc id", "# newpar", "# field = title" for the title's sentences,
/// "# sent_id", "# text"; MISC holds SpaceAfter=No and the bytes of the word in its field, "TokenRange=12:17".
/// Contractions get their surface line. An article's id and a text with line feeds are written with spaces for them.
void write_conllu(std::string& out, const Document& document);

/// The same words, surface lines and comments as read, with the document's analysis.
void write_conllu(std::string& out, const ConlluDocument& document);

}  // namespace entente::language
