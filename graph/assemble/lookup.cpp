#include "entente/actors/knowledge_base.h"
#include "entente/graph/assemble.h"

namespace entente {

namespace {

bool is_own_name(NameKind kind) {
  return kind == NameKind::Name || kind == NameKind::OfficialName || kind == NameKind::Alias ||
         kind == NameKind::Abbreviation;
}

const Actor* listed_by_name(const KnowledgeBase& actors, std::string_view text, NodeType type, std::string_view iso3) {
  const Actor* found = nullptr;
  for (const Name* name : actors.lookup(text)) {
    const Actor& actor = actors.actor(name->actor);
    if (row(actor.type).id_prefix != row(type).id_prefix || name->ambiguous || !is_own_name(name->kind)) continue;
    if (!iso3.empty() && !actor.iso3.empty() && iso3 != actor.iso3) continue;
    if (found != nullptr && found->id != actor.id) return nullptr;
    found = &actor;
  }
  return found;
}

}  // namespace

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
          [&actors](std::string_view name, NodeType type, std::string_view iso3) {
            return listed_by_name(actors, name, type, iso3);
          },
          [&actors](std::string_view name) { return actors.spelling_key(name); },
          [&actors](std::string_view id, std::string_view other) { return actors.are_apart(id, other); }};
}

Graph assemble(std::vector<Claim> claims, const KnowledgeBase& actors, const AssembleOptions& options) {
  return assemble(std::move(claims), lookup_of(actors), options);
}

}  // namespace entente
