#pragma once

#include "entente/actors/knowledge_base.h"
#include "entente/language/mentions/names.h"
#include "entente/language/tree.h"

namespace entente::language {

/// Whether the words stand where a place stands: "in Seoul", "flew to Geneva", "the streets of Cairo", "Tokyo airport".
/// Else they can be an actor: "Seoul said", "protest from Tokyo", "talks with Beijing". national: the name of a whole
/// country, which is a place less often than a city's.
bool stands_as_place(const Tree& tree, TokenRange name, bool national);

/// Whether a publisher is named as the source of the report ("told CNN", "according to KCNA", "Reuters writes"), and
/// not as one who acts or is acted on ("expelled the BBC").
bool stands_as_outlet(const Tree& tree, TokenRange name);

/// Tokens that open a report and belong to no sentence of it: "GENEVA (Reuters) -", "SEOUL, Aug 22 –", "(CNN)", and
/// lines of credit: "By Ann Lee", "(Reporting by Ann Lee; editing by Bo Li)". Empty if the sentence has none.
TokenRange dateline(const Tree& tree, const KnowledgeBase& knowledge, const Sentence& sentence);
bool is_credit_line(const Tree& tree, const Sentence& sentence);

}  // namespace entente::language
