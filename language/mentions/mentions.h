#pragma once

#include "entente/actors/knowledge_base.h"
#include "entente/language/document.h"

namespace entente::language {

/// Finds the words that refer to somebody or something (CONTRACT, Nodes): names, national words, nominals that can act
/// or be acted on, pronouns. Needs sentences, tags, lemmas, trees; uses names if the recogniser has filled them in.
/// Fills mentions, in the order of their spans, without chains. Events, topics and times are no mentions.
/// Rules with their sentences: docs/rules/who.md.
void annotate_mentions(Document& document, const KnowledgeBase& knowledge);

}  // namespace entente::language
