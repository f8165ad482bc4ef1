#pragma once

#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/language/mentions/names.h"

namespace entente::language {

/// Parts names of several people that stand one after the other without a mark between them, as lists, signatures and
/// lines of addresses do once their line ends are lost: "Ann Miller Tom Baker" by its given names, "Tom Baker Ann"
/// where the document has "Tom Baker" elsewhere, "Ann Dear Tom" and "Ann Tom, Please" by the salutation.
/// names: in text order, before and after.
void part_runs(const Document& document, const KnowledgeBase& knowledge, std::vector<FoundName>& names);

}  // namespace entente::language
