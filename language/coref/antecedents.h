#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "entente/language/coref/entities.h"
#include "entente/language/coref/speakers.h"

namespace entente::language {

enum class PronounForm : std::uint8_t { Male, Female, Thing, Many, None };

/// Of a lower-case third-person pronoun: "he", "she", "it", "they"; None of others.
PronounForm form_of(std::string_view pronoun);

/// Who or what a pronoun may take up.
struct Antecedent {
  ChainId entity;                // invalid: a noun that is no mention, or several
  std::vector<ChainId> members;  // of a nominal or coordination for several
  TokenId token;                 // its most salient word
  double salience = 0;
  std::uint32_t mentions = 1;  // within reach
  bool thing = false;          // a noun that is no mention: it only competes
  bool bound = false;          // the syntax leaves no other
};

/// Finds the candidates for a third-person pronoun before it, within three sentences, that agree with it in number,
/// gender and kind and are not barred by the syntax, with their salience (Lappin and Leass 1994, CL 20:4, simplified).
/// What goes before the pronoun must be resolved.
class AntecedentFinder {
 public:
  AntecedentFinder(Entities& entities, const Speakers& speakers) : entities_(entities), speakers_(speakers) {}

  void find(MentionId pronoun, std::vector<Antecedent>& out) const;
  /// The subject of a predicate; of a relative clause what it modifies. Invalid if none.
  static TokenId clause_subject(const Tree& tree, TokenId predicate);
  /// How many clauses up from the pronoun's own the candidate is the subject; 2 if of neither.
  int clause_level(TokenId candidate, TokenId pronoun) const;
  /// "Japan's actions during its rule": the candidate possesses what the pronoun's phrase hangs from.
  static bool owns_context(const Tree& tree, TokenId candidate, TokenId pronoun);
  /// How the candidate's clause stands to the pronoun's: 0 the same, 1 the one around it, 2 one further out, 3 another.
  static int clause_distance(const Tree& tree, TokenId candidate, TokenId pronoun);
  /// "the United States and its allies"
  static bool is_joined(const Tree& tree, TokenId candidate, TokenId pronoun);

 private:
  bool is_barred(TokenId candidate, TokenId pronoun, const std::string& form) const;
  double salience(TokenId candidate, TokenId pronoun) const;
  bool is_audience(const Mention& mention) const;
  void prefer_own_clause(TokenId pronoun, std::vector<Antecedent>& out) const;
  void bind(TokenId pronoun, std::vector<Antecedent>& out) const;
  void look_ahead(TokenId pronoun, PronounForm wanted, std::vector<Antecedent>& out) const;
  TokenId after_comma(TokenId pronoun) const;

  Entities& entities_;
  const Speakers& speakers_;
};

}  // namespace entente::language
