#pragma once

#include <vector>

#include "entente/language/coref/antecedent_features.h"
#include "entente/language/coref/coreference.h"
#include "entente/language/coref/entities.h"

namespace entente::language {

/// Resolves pronouns by number, gender, kind and syntactic salience (Lappin and Leass 1994, CL 20:4, simplified), in
/// text order: what goes before a pronoun must be resolved first.
class PronounResolver {
 public:
  PronounResolver(Entities& entities, const Quotations& quotations, const Speakers& speakers,
                  const CoreferenceOptions& options);

  /// Joins the pronoun to its entity, or sets its members; leaves it if no candidate stands out.
  void resolve(MentionId pronoun);
  /// "I", "we", "you": resolved by who speaks.
  bool is_first_person(MentionId pronoun) const;

 private:
  void resolve_by_speaker(MentionId pronoun, const std::string& form);
  void resolve_third_person(MentionId pronoun, const std::string& form);
  static const Antecedent* most_salient(const std::vector<Antecedent>& candidates, PronounForm form);

  Entities& entities_;
  const Speakers& speakers_;
  const CoreferenceOptions& options_;
  AntecedentFinder finder_;
  AntecedentFeatures features_;
};

}  // namespace entente::language
