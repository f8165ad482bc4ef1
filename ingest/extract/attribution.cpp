#include "entente/ingest/extract/attribution.h"

#include <string>

namespace entente::ingest {
namespace {

enum class QuoteMark : std::uint8_t { None, Open, Close, Either };

QuoteMark quote_mark(const Token& token) {
  if (token.form == "“" || token.form == "„" || token.form == "«" || token.form == "``") return QuoteMark::Open;
  if (token.form == "”" || token.form == "»" || token.form == "''") return QuoteMark::Close;
  return token.form == "\"" ? QuoteMark::Either : QuoteMark::None;
}

bool is_reporting(TokenId verb, const Tree& tree, const Patterns& patterns) {
  const GovernorEntry* governor = patterns.governor(lemma_of(tree, verb), part_of(tree, verb));
  return governor != nullptr && governor->standing == Standing::Reported;
}

/// The speaker of a sentence's verb of saying that stands outside quotation marks.
TokenId said_by(TokenRange sentence, const std::vector<bool>& quoted, const Arguments& arguments,
                const Patterns& patterns) {
  const Tree& tree = arguments.tree();
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const TokenId token(t);
    if (quoted[t] || !is_verb(tree, token) || !is_reporting(token, tree, patterns)) continue;
    const TokenId speaker = speaker_of(token, arguments);
    if (speaker.valid() && !quoted[speaker.index()]) return speaker;
  }
  return {};
}

}  // namespace

TokenId speaker_of(TokenId reporting, const Arguments& arguments) { return arguments.subject(reporting); }

Quotations::Quotations(const Tree& tree, const Patterns& patterns) {
  const Document& document = tree.document();
  speaker_.assign(document.tokens.size(), {});
  quoted_.assign(document.tokens.size(), false);
  bool open = false;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    // A mark left open at the end of a paragraph is a slip, or is opened anew in the next.
    if (s > 0 && document.sentences[s - 1].paragraph != sentence.paragraph) open = false;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      const QuoteMark mark = quote_mark(document.tokens[t]);
      if (mark == QuoteMark::Open || (mark == QuoteMark::Either && !open)) {
        open = true;
      } else if (mark == QuoteMark::Close || mark == QuoteMark::Either) {
        open = false;
      } else {
        quoted_[t] = open;
      }
    }
  }
  const Arguments arguments(tree, patterns);
  TokenId last_speaker;
  std::uint32_t last_paragraph = 0;
  std::vector<std::size_t> waiting;  // quoted sentences whose speaker comes later in the paragraph
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    const auto give = [&](std::size_t to, TokenId speaker) {
      for (std::uint32_t t = document.sentences[to].tokens.begin; t < document.sentences[to].tokens.end; ++t) {
        if (quoted_[t]) speaker_[t] = speaker;
      }
    };
    if (sentence.paragraph != last_paragraph) waiting.clear();
    bool any_quoted = false;
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) any_quoted = any_quoted || quoted_[t];
    const TokenId speaker = said_by(sentence.tokens, quoted_, arguments, patterns);
    if (speaker.valid()) {
      give(s, speaker);
      for (const std::size_t earlier : waiting) give(earlier, speaker);
      waiting.clear();
      last_speaker = speaker;
      last_paragraph = sentence.paragraph;
    } else if (any_quoted) {
      if (last_speaker.valid() && sentence.paragraph <= last_paragraph + 1) {
        give(s, last_speaker);
        last_paragraph = sentence.paragraph;
      } else {
        waiting.push_back(s);
      }
    } else {
      last_speaker = {};
    }
    if (waiting.size() == 1) last_paragraph = sentence.paragraph;
  }
}

int evaluation_of(TokenId predicate, const Tree& tree, const Patterns& patterns) {
  if (const int own = patterns.evaluation(lemma_of(tree, predicate)); own != 0) return own;
  for (const TokenId c : tree.children(predicate)) {
    const Deprel deprel = universal(tree[c].deprel);
    if (deprel == Deprel::Amod && exact_child(tree, predicate, Deprel::Cop).valid()) {
      if (const int value = patterns.evaluation(lemma_of(tree, c)); value != 0) return value;
    }
    if (deprel == Deprel::Xcomp) {
      if (const int value = patterns.evaluation(lemma_of(tree, c)); value != 0) return value;
    }
    if (deprel != Deprel::Obj) continue;
    if (const int value = patterns.evaluation(lemma_of(tree, c)); value != 0) return value;
    for (const TokenId modifier : tree.children(c)) {
      if (universal(tree[modifier].deprel) != Deprel::Amod) continue;
      if (const int value = patterns.evaluation(lemma_of(tree, modifier)); value != 0) return value;
    }
  }
  return 0;
}

}  // namespace entente::ingest
