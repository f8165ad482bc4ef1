#include "entente/language/mentions/titles.h"

namespace entente::language {

const Title* find_title(const KnowledgeBase& knowledge, std::string_view text, ActorId country) {
  const Title* general = nullptr;
  const Title* any = nullptr;
  for (const Title* title : knowledge.titles(text)) {
    if (country.valid() && title->country == country) return title;
    if (!title->country.valid() && general == nullptr) general = title;
    if (any == nullptr) any = title;
  }
  return general != nullptr ? general : any;
}

}  // namespace entente::language
