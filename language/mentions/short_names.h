#pragma once

#include <string_view>
#include <vector>

#include "entente/language/tree.h"

namespace entente::language {

/// A name and its short form, as a text defines it: "General Security of Military Information Agreement (GSOMIA)".
struct ShortName {
  TokenRange full;
  TokenRange brief;
};

/// Those that stand in brackets after their full form, whose letters they are (Schwartz and Hearst 2003, PSB: letters
/// matched from the right, the first at the start of a word), in text order.
std::vector<ShortName> find_short_names(const Tree& tree);

/// Whether brief are the initials of full, words like "of" left out or not: "NSC", "UAE", "EU".
bool abbreviates(std::string_view brief, std::string_view full);

}  // namespace entente::language
