#include "entente/actors/knowledge_base.h"
#include "entente/graph/assemble.h"

namespace entente {

ActorLookup lookup_of(const KnowledgeBase& actors) {
  return {[&actors](std::string_view id) {
            const ActorId found = actors.find(id);
            return found.valid() ? &actors.actor(found) : nullptr;
          },
          [&actors](std::string_view name_or_domain) {
            const ActorId found = actors.publisher(name_or_domain);
            return found.valid() ? std::string(actors.actor(found).id) : std::string{};
          },
          [&actors](std::string_view id) { return actors.merged_ids(actors.find(id)); },
          [&actors](std::string_view id, std::string_view other) { return actors.are_apart(id, other); }};
}

Graph assemble(std::vector<Claim> claims, const KnowledgeBase& actors, const AssembleOptions& options) {
  return assemble(std::move(claims), lookup_of(actors), options);
}

}  // namespace entente
