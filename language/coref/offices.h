#pragma once

#include <string>

#include "entente/language/coref/entities.h"

namespace entente::language {

/// The office that a nominal states ("a deputy director of the National Security Council"): its title, and the body and
/// country that its modifiers name.
StatedOffice office_of_nominal(const Entities& entities, TokenId head);

/// The words of the title in a phrase with that head, without names and words such as "former".
std::string office_title(const Entities& entities, TokenRange phrase, TokenId head);

}  // namespace entente::language
