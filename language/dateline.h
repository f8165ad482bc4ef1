#pragma once

#include <cstddef>
#include <span>

#include "entente/actors/knowledge_base.h"
#include "entente/language/token.h"
#include "entente/language/tree.h"

namespace entente::language {

/// The tokens of a dateline at the beginning of a sentence, its dash included; 0 if there is none:
/// "GENEVA (Agency) - ", "LIMA, Aug. 22 -- ". It is no part of the clause behind it. Looks at forms and spaces alone.
std::size_t dateline_length(std::span<const Token> sentence);

/// The same, and those that tags, months and names of publishers tell: "Oslo, March 16 - ", "New Delhi (CNN) ", "(CNN)
/// ". Empty if the sentence has none.
TokenRange dateline(const Document& document, const KnowledgeBase& knowledge, const Sentence& sentence);

/// A line of credit: "By Ann Lee", "(Reporting by Ann Lee; editing by Bo Li)".
bool is_credit_line(const Document& document, const Sentence& sentence);

}  // namespace entente::language
