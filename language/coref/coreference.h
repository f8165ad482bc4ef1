#pragma once

#include <functional>
#include <span>
#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/language/coref/antecedent_ranker.h"
#include "entente/language/coref/antecedents.h"
#include "entente/language/document.h"

namespace entente::language {

struct CoreferenceOptions {
  /// Chooses antecedents; borrowed. Without one the most salient candidate is taken.
  const AntecedentRanker* ranker = nullptr;
  /// Is shown each third-person pronoun with its candidates and their features, as the ranker sees them: for training.
  std::function<void(MentionId pronoun, std::span<const Antecedent> candidates,
                     std::span<const std::vector<std::uint32_t>> features)>
      observe;
};

/// Gathers the mentions of one document into chains: who is who, as far as its text and the actor data tell. Rules,
/// from sure to less sure; what stays doubtful stays unresolved. Needs mentions (annotate_mentions) and trees. Fills
/// chains, in the order of their first mention, and Mention::chain and members; a chain has its names, offices, owner
/// and parties as the text states them, and actor_id and iso3 where a name is listed in the actor data. Rules with
/// their sentences: docs/rules/who.md.
void resolve_coreference(Document& document, const KnowledgeBase& knowledge, const CoreferenceOptions& options = {});

}  // namespace entente::language
