#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/language/coref/entities.h"
#include "entente/language/coref/quotations.h"

namespace entente::language {

/// Who says "I" and to whom "you" is said: in quotations the one who is quoted; outside them, where the document is the
/// record of a speech or a talk, the one whose turn it is. Turns are told by their labels ("SECRETARY LEE: …", "Q: …"),
/// by questions and answers in paragraphs that take turns in an interview, or by the one speaker whom the title or the
/// first lines name. Needs names and offices linked. Bound to what it is made of. Rules with their sentences:
/// docs/rules/who.md.
class Speakers {
 public:
  Speakers(Entities& entities, const Quotations& quotations);

  /// Invalid if nobody is known to say these words, or it is the writer.
  ChainId speaker(TokenId token) const;
  ChainId addressee(TokenId token) const;
  /// Whom "we" means there: the state that the speaker holds an office of, or his body; the country whose government
  /// published the article, where it speaks; the countries of a joint statement's title. Empty if nobody in particular.
  std::vector<ChainId> side(TokenId token) const;

 private:
  struct Turn {
    ChainId speaker;
    ChainId addressee;
  };

  const Document& document() const { return entities_.document(); }
  bool is_person(ChainId chain) const;
  ChainId side_of(ChainId speaker) const;
  void read_joint_title();

  // Labels.
  TokenRange label(const Sentence& sentence, bool starts_paragraph) const;
  bool read_labels();
  ChainId labelled(TokenRange label) const;
  ChainId holder(std::string_view title) const;

  // Interviews.
  bool read_interview();
  ChainId interviewee(std::size_t intro_end) const;
  bool is_question(std::size_t begin, std::size_t end) const;

  // Speeches.
  void read_speech();
  ChainId person_in_title() const;
  ChainId introduced_speaker(std::size_t sentence) const;

  void read_introductions();
  void give(std::size_t begin, std::size_t end, Turn turn);

  Entities& entities_;
  const Tree& tree_;
  const Quotations& quotations_;
  std::vector<Turn> turns_;  // by sentence
  bool labelled_ = false;
  bool joint_ = false;
  std::vector<ChainId> parties_;  // of a joint statement
};

}  // namespace entente::language
