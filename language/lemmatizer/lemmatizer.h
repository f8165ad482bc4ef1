#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>

#include "entente/base/error.h"
#include "entente/language/document.h"

namespace entente::language {

/// Gives words their lemma and UD features, from a table that training/lemmatizer.py makes of treebanks: suffix rules
/// by tag, and the words that differ. Const after loading: free to use from any thread.
class Lemmatizer {
 public:
  /// Errors: NotFound, Io; Version (another table version); Corrupt (checksum, or a line that is none of the table's).
  static Result<Lemmatizer> load(const std::string& path);
  /// Of the bytes of such a file; source names it in errors.
  static Result<Lemmatizer> of_bytes(std::string bytes, const std::string& source);

  /// Fills lemma and feats of all tokens. Needs form, upos and xpos; where a sentence has a tree, the features that
  /// depend on it are refined (agreement.h).
  void annotate(Document& document) const;

  /// The lemma of one word, appended to out. Needs no context.
  void append_lemma(std::string& out, std::string_view form, Upos upos, std::string_view xpos) const;
  /// "Number=Sing", empty if it has none. Bound to the lemmatizer.
  std::string_view features(std::string_view form, Upos upos, std::string_view xpos) const&;

 private:
  using Table = std::unordered_map<std::string_view, std::string_view>;

  Lemmatizer() = default;

  std::unique_ptr<const std::string> bytes_;  // what the tables' keys and values are parts of
  Table suffix_rules_;                        // "XPOS shape suffix", parted by tabs
  Table word_rules_;                          // "form UPOS XPOS"
  Table tag_features_;                        // "UPOS XPOS"
  Table word_features_;                       // "form UPOS XPOS"
};

}  // namespace entente::language
