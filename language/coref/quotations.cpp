#include "entente/language/coref/quotations.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>

#include "entente/language/mentions/nouns.h"

namespace entente::language {

namespace {

enum class QuoteMark : std::uint8_t { None, Open, Close, Either };

QuoteMark quote_mark(std::string_view form) {
  if (form == "“" || form == "„" || form == "«" || form == "``") return QuoteMark::Open;
  if (form == "”" || form == "»" || form == "''") return QuoteMark::Close;
  return form == "\"" ? QuoteMark::Either : QuoteMark::None;
}

/// The subject of a verb of saying: its own, that of the verb that it goes with ("rose, adding: …"), or what its
/// relative clause modifies ("Lee, who said …"). Invalid if none, or if it is spoken to ("was told").
TokenId subject_of(const Tree& tree, TokenId verb) {
  for (int steps = 0; verb.valid() && steps < 4; ++steps) {
    for (TokenId c : tree.children(verb)) {
      if (tree[c].deprel == Deprel::NsubjPass) return {};
      if (tree[c].deprel != Deprel::Nsubj) continue;
      const std::string form = lower(tree[c].form);
      const bool relative = form == "who" || form == "which" || form == "that";
      return relative && tree[verb].deprel == Deprel::AclRelcl ? tree[verb].head : c;
    }
    const Deprel relation = universal(tree[verb].deprel);
    if (relation != Deprel::Conj && relation != Deprel::Advcl && relation != Deprel::Xcomp) return {};
    verb = tree[verb].head;
  }
  return {};
}

/// Words of one sentence that stand together in quotation marks.
struct Stretch {
  TokenRange tokens;
  std::size_t sentence = 0;
};

class SpeakerFinder {
 public:
  SpeakerFinder(const Tree& tree, const std::vector<bool>& quoted)
      : tree_(tree), document_(tree.document()), quoted_(quoted), speaker_(quoted.size()) {}

  std::vector<TokenId> run() {
    // The speaker of whom the text spoke last, and the paragraph that goes on with his words.
    TokenId last;
    std::uint32_t last_paragraph = 0;
    std::vector<Stretch> waiting;  // their speaker comes later in the paragraph
    for (std::size_t s = 0; s < document_.sentences.size(); ++s) {
      const Sentence& sentence = document_.sentences[s];
      if (!waiting.empty() && document_.sentences[waiting.back().sentence].paragraph != sentence.paragraph)
        waiting.clear();
      const std::vector<Stretch> stretches = stretches_of(s);
      bool named = false;
      for (const Stretch& stretch : stretches) {
        const TokenId speaker = nearest_speaker(sentence.tokens, stretch.tokens);
        if (!speaker.valid()) continue;
        give(stretch, speaker);
        last = speaker;
        named = true;
      }
      if (stretches.empty()) {
        const TokenId speaker = nearest_speaker(sentence.tokens, {sentence.tokens.end, sentence.tokens.end});
        last = speaker;
        named = speaker.valid();
      } else if (!named) {
        const bool goes_on = last.valid() && sentence.paragraph <= last_paragraph + 1;
        for (const Stretch& stretch : stretches) {
          if (goes_on)
            give(stretch, last);
          else
            waiting.push_back(stretch);
        }
        if (goes_on) last_paragraph = sentence.paragraph;
      }
      if (!named) continue;
      last_paragraph = sentence.paragraph;
      for (const Stretch& earlier : waiting) give(earlier, last);
      waiting.clear();
      for (const Stretch& stretch : stretches)
        if (!speaker_[stretch.tokens.begin].valid()) give(stretch, last);
    }
    return std::move(speaker_);
  }

 private:
  std::vector<Stretch> stretches_of(std::size_t sentence) const {
    std::vector<Stretch> out;
    const TokenRange range = document_.sentences[sentence].tokens;
    for (std::uint32_t i = range.begin; i < range.end; ++i) {
      if (!quoted_[i]) continue;
      if (i > range.begin && quoted_[i - 1])
        out.back().tokens.end = i + 1;
      else
        out.push_back({{i, i + 1}, sentence});
    }
    return out;
  }

  void give(const Stretch& to, TokenId speaker) {
    for (std::uint32_t i = to.tokens.begin; i < to.tokens.end; ++i) speaker_[i] = speaker;
  }

  /// The subject of the verb of saying outside quotation marks that is nearest to the words.
  TokenId nearest_speaker(TokenRange sentence, TokenRange words) const {
    TokenId best;
    std::uint32_t best_distance = UINT32_MAX;
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const TokenId verb(static_cast<std::size_t>(i));
      if (quoted_[i] || tree_[verb].upos != Upos::Verb || !is_saying_verb(lemma(tree_[verb]))) continue;
      const std::uint32_t distance = i < words.begin ? words.begin - i : i - words.end;
      if (distance >= best_distance) continue;
      const TokenId subject = subject_of(tree_, verb);
      if (!subject.valid() || quoted_[subject.index()]) continue;
      best = subject;
      best_distance = distance;
    }
    if (!best.valid()) best = source_named(sentence);
    return best.valid() ? best : signature(sentence);
  }

  /// "“We will stay.” – Ann Lee": nothing but a name outside the quotation.
  TokenId signature(TokenRange sentence) const {
    constexpr std::uint32_t kLongest = 5;
    TokenRange name{sentence.end, sentence.end};
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const Token& t = document_.tokens[i];
      if (quoted_[i] || t.upos == Upos::Punct) continue;
      if (!is_proper(t) || (name.begin < name.end && name.end != i)) return {};
      if (name.empty()) name.begin = i;
      name.end = i + 1;
    }
    return name.empty() || name.size() > kLongest || name.size() < 2 ? TokenId() : tree_.top(name);
  }

  /// "according to Kim"
  TokenId source_named(TokenRange sentence) const {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
      const TokenId token(static_cast<std::size_t>(i));
      if (quoted_[i] || !is_noun(tree_[token]) || !tree_[token].head.valid()) continue;
      if (universal(tree_[token].deprel) == Deprel::Obl && tree_.case_marker(token) == "according to") return token;
    }
    return {};
  }

  const Tree& tree_;
  const Document& document_;
  const std::vector<bool>& quoted_;
  std::vector<TokenId> speaker_;
};

}  // namespace

Quotations::Quotations(const Tree& tree) : quoted_(tree.document().tokens.size(), false) {
  find_quoted(tree.document());
  speaker_ = SpeakerFinder(tree, quoted_).run();
}

void Quotations::find_quoted(const Document& document) {
  bool open = false;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    if (s > 0 && document.sentences[s - 1].paragraph != sentence.paragraph) open = false;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const QuoteMark mark = quote_mark(document.tokens[i].form);
      if (mark == QuoteMark::None)
        quoted_[i] = open;
      else
        open = mark == QuoteMark::Open || (mark == QuoteMark::Either && !open);
    }
  }
}

}  // namespace entente::language
