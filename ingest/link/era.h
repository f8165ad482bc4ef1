#pragma once

#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/graph/claim.h"
#include "entente/language/document.h"

namespace entente::ingest {

/// Countries as they were when it happened: where a claim is dated before or after the state that its end names, and the
/// words of the end name another state that was there then, that one is meant. "In 1910 Japan annexed Korea" of a later
/// article is about the Korea of 1910. Ends whose words name no such state stay.
void settle_by_date(std::vector<Claim>& claims, const Document& document, const KnowledgeBase& knowledge);

}  // namespace entente::ingest
