#pragma once

#include <string>

#include "entente/actors/knowledge_base.h"
#include "entente/base/error.h"
#include "entente/graph/claim.h"
#include "entente/language/document.h"

namespace entente::ingest {

/// Says who the chains of a document are, as far as its text and the actor data tell: persons by name, office and date,
/// bodies by name and country. Fills actor_id, iso3 and name of chains where resolve_coreference could not.
void link(Document& document, const KnowledgeBase& knowledge);

/// A mention as an end of a claim: the chain says who it is (of a mention that stands for several, the one meant), the
/// mention where; its span counts in the mention's field. A chain that is no node (CONTRACT, Nodes: a person without
/// name or office, a deal without name or parties) gives no id and type. chain may be invalid: then only span and name
/// are there. Requires link().
ClaimEnd claim_end(const Document& document, MentionId mention, ChainId chain);
/// The same of the mention's own chain.
ClaimEnd claim_end(const Document& document, MentionId mention);
/// A chain without one of its mentions; span is that of its first one.
ClaimEnd claim_end(const Document& document, ChainId chain);

/// Whether `mentions` prints it: names, and nominals and pronouns that were resolved to a node.
bool is_reported(const Document& document, MentionId mention);
/// One line, without line feed, in the form of CONTRACT "A mention". Errors: Encoding.
Result<std::string> to_json_line(const Document& document, MentionId mention);

}  // namespace entente::ingest
