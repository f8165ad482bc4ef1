#include "entente/language/coref/quotations.h"

#include <algorithm>
#include <string>

#include "entente/language/mentions/nouns.h"

namespace entente::language {

namespace {

bool opens(std::string_view form, std::string_view xpos) {
  return form == "“" || form == "``" || (form == "\"" && xpos == "``");
}
bool closes(std::string_view form, std::string_view xpos) {
  return form == "”" || form == "''" || (form == "\"" && xpos == "''");
}
bool is_mark(std::string_view form) {
  return form == "“" || form == "”" || form == "``" || form == "''" || form == "\"";
}

bool speaks(std::string_view verb) {
  static constexpr std::string_view kVerbs[] = {
      "accuse",    "acknowledge", "admit",    "agree",    "argue",    "ask",      "assert",  "caution", "charge",
      "claim",     "comment",     "complain", "conclude", "confirm",  "continue", "declare", "demand",  "deny",
      "emphasise", "emphasize",   "exclaim",  "insist",   "maintain", "observe",  "pledge",  "promise", "recall",
      "remark",    "reply",       "respond",  "stress",   "suggest",  "think",    "urge",    "vow",     "warn"};
  return is_reporting_verb(verb) || std::find(std::begin(kVerbs), std::end(kVerbs), verb) != std::end(kVerbs);
}

class QuotationFinder {
 public:
  explicit QuotationFinder(const Tree& tree)
      : tree_(tree), document_(tree.document()), inside_(document_.tokens.size(), false) {}

  std::vector<Quotation> run() {
    find_marks();
    for (const Quotation& q : found_)
      for (std::uint32_t i = q.tokens.begin; i < q.tokens.end; ++i) inside_[i] = true;
    for (Quotation& q : found_) q.speaker = speaker(q);
    return found_;
  }

 private:
  void find_marks() {
    std::uint32_t open = 0;
    bool inside = false;
    std::uint32_t paragraph = 0;
    for (const Sentence& sentence : document_.sentences) {
      for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
        const Token& t = document_.tokens[i];
        const bool first = i == sentence.tokens.begin;
        if (first && inside && sentence.paragraph != paragraph && !is_mark(t.form)) inside = false;  // never closed
        if (first) paragraph = sentence.paragraph;
        if (!is_mark(t.form)) continue;
        if (!inside) {
          if (closes(t.form, "")) continue;
          inside = true;
          open = i;
        } else if (first && (opens(t.form, t.xpos) || t.form == "\"") && i > sentence.tokens.begin) {
          continue;
        } else if (!opens(t.form, t.form == "\"" ? "" : t.xpos)) {
          found_.push_back({{open, i + 1}, {}});
          inside = false;
        }
      }
    }
  }

  /// The subject of a reporting verb outside quotation marks in that sentence.
  TokenId speaker_in(std::size_t index) const {
    if (index >= document_.sentences.size()) return {};
    const TokenRange range = document_.sentences[index].tokens;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      const TokenId verb(static_cast<std::size_t>(i));
      if (inside_[i] || tree_[verb].upos != Upos::Verb || !speaks(lemma(tree_[verb]))) continue;
      for (TokenId c : tree_.children(verb))
        if (tree_[c].deprel == Deprel::Nsubj && !inside_[c.index()]) return c;
    }
    return {};
  }

  TokenId speaker(const Quotation& q) const {
    const std::size_t first = tree_.sentence(TokenId(static_cast<std::size_t>(q.tokens.begin)));
    const std::size_t last = tree_.sentence(TokenId(static_cast<std::size_t>(q.tokens.end - 1)));
    for (std::size_t s = first; s <= last; ++s)
      if (const TokenId found = speaker_in(s); found.valid()) return found;
    // A quotation that is whole sentences goes on from, or is introduced by, the sentence before.
    const bool whole = q.tokens.begin == document_.sentences[first].tokens.begin;
    if (whole && first > 0 && document_.sentences[first].paragraph <= document_.sentences[first - 1].paragraph + 1)
      return speaker_in(first - 1);
    return {};
  }

  const Tree& tree_;
  const Document& document_;
  std::vector<bool> inside_;
  std::vector<Quotation> found_;
};

}  // namespace

std::vector<Quotation> find_quotations(const Tree& tree) { return QuotationFinder(tree).run(); }

}  // namespace entente::language
