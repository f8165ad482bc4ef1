#pragma once

#include <vector>

#include "entente/language/coref/entities.h"
#include "entente/language/coref/speakers.h"

namespace entente::language {

/// Resolves pronouns by number, gender, kind and syntactic salience (Lappin and Leass 1994, CL 20:4, simplified), in
/// text order: what goes before a pronoun must be resolved first.
class PronounResolver {
 public:
  PronounResolver(Entities& entities, const Quotations& quotations, const Speakers& speakers);

  /// Joins the pronoun to its entity, or sets its members; leaves it if no candidate stands out.
  void resolve(MentionId pronoun);
  /// "I", "we", "you": resolved by who speaks.
  bool is_first_person(MentionId pronoun) const;

 private:
  struct Candidate;

  void resolve_by_speaker(MentionId pronoun, const std::string& form);
  void resolve_third_person(MentionId pronoun, const std::string& form);
  void collect(MentionId pronoun, const std::string& form, std::vector<Candidate>& out) const;
  /// "told reporters": those who only listen.
  bool is_audience(const Mention& mention) const;
  /// The subject of a predicate; of a relative clause what it modifies. Invalid if none.
  TokenId clause_subject(TokenId predicate) const;
  double salience(TokenId candidate, TokenId pronoun) const;
  bool is_barred(TokenId candidate, TokenId pronoun, const std::string& form) const;

  Entities& entities_;
  const Quotations& quotations_;
  const Speakers& speakers_;
};

}  // namespace entente::language
