#include "entente/ingest/link/era.h"

namespace entente::ingest {

namespace {

/// The state that the text named on that day, if it is one other only.
const Actor* state_then(const KnowledgeBase& knowledge, std::string_view text, Date date) {
  const Actor* found = nullptr;
  for (const Name* name : knowledge.lookup(text)) {
    const Actor& actor = knowledge.actor(name->actor);
    if (actor.type != NodeType::Country || !actor.valid.covers(date) || !name->valid.covers(date)) continue;
    // A state without dates was there then as now: it is no answer to "which of them".
    if (!actor.valid.from && !actor.valid.to) continue;
    if (found != nullptr && found->id != actor.id) return nullptr;
    found = &actor;
  }
  return found;
}

void settle(ClaimEnd& end, std::string_view text, Date date, const KnowledgeBase& knowledge) {
  if (end.type != NodeType::Country) return;
  const ActorId id = knowledge.find(end.id);
  if (!id.valid() || knowledge.actor(id).valid.covers(date)) return;
  const Actor* then = state_then(knowledge, text, date);
  if (then == nullptr) return;
  end.id = then->id;
  end.name = then->name;
  end.iso3 = then->iso3;
  end.aliases.clear();
}

}  // namespace

void settle_by_date(std::vector<Claim>& claims, const Document& document, const KnowledgeBase& knowledge) {
  for (Claim& claim : claims) {
    if (!claim.date) continue;
    const Field field = claim.field == ArticleField::Title ? Field::Title : Field::Text;
    const auto visit = [&](ClaimEnd& end) {
      if (end.span.begin >= end.span.end) return;
      settle(end, document.from_field({field, end.span}).of(document.text()), *claim.date, knowledge);
    };
    visit(claim.source);
    visit(claim.target);
    for (auto* end : {&claim.affected, &claim.place, &claim.speaker}) {
      if (*end) visit(**end);
    }
  }
}

}  // namespace entente::ingest
