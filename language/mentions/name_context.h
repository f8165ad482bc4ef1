#pragma once

#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/language/mentions/names.h"
#include "entente/language/tree.h"

namespace entente::language {

/// Mends the names that were found sentence by sentence by what the rest of the document says: names that it defines
/// with their short forms, which of several countries or bodies an ambiguous name means, later short mentions that
/// nothing else saw. names: in text order, before and after.
void settle_names(const Tree& tree, const KnowledgeBase& knowledge, std::vector<FoundName>& names);

}  // namespace entente::language
