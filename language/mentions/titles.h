#pragma once

#include <string_view>

#include "entente/actors/knowledge_base.h"

namespace entente::language {

/// The reading of a title in that country ("chancellor" is one office in Berlin and another in London); the one of no
/// country if there is none or country is invalid; null if it is not listed.
const Title* find_title(const KnowledgeBase& knowledge, std::string_view text, ActorId country = {});

}  // namespace entente::language
