#pragma once

#include <vector>

#include "entente/actors/knowledge_base.h"
#include "entente/language/tree.h"

namespace entente::language {

/// A name in the text, before it is decided how it stands for its actor.
struct FoundName {
  TokenRange tokens;  // without title, article, trailing 's
  NodeType type = NodeType::Person;
  const Name* listed = nullptr;  // in the actor data
  bool adjective = false;        // a national adjective before a noun: "Iranian"
};

/// The names of the document in text order: those of the recogniser (Document::names), the listed ones, and, if the
/// recogniser has not run, runs of proper nouns; where they disagree, the longer and surer one. National words inside a
/// longer name of a body ("Turkish Foreign Ministry") are found too; otherwise names do not overlap.
std::vector<FoundName> find_names(const Tree& tree, const KnowledgeBase& knowledge);

}  // namespace entente::language
