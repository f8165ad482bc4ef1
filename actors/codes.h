#pragma once

#include <optional>
#include <string_view>

#include "entente/actors/actor.h"

namespace entente {

// The words that the tables of actors write for values; none: no such word.

std::optional<ActorKind> actor_kind_of(std::string_view text);
std::optional<OfficeClass> office_class_of(std::string_view text);
std::optional<OfficeEnd> office_end_of(std::string_view text);
std::optional<BodyKind> body_kind_of(std::string_view text);
std::optional<TitleClass> title_class_of(std::string_view text);
std::optional<RoleClass> role_class_of(std::string_view text);
std::optional<NameKind> metonym_kind_of(std::string_view text);
std::optional<Gender> gender_of(std::string_view text);

std::string_view code_of(ActorKind kind);
std::string_view code_of(OfficeClass office_class);

}  // namespace entente
