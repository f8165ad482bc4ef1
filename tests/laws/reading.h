#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "entente/graph/claim.h"

namespace entente::laws {

/// A country as sentences name it.
struct Country {
  std::string_view name;     // "the United States"
  std::string_view iso3;     // "USA"
  std::string_view demonym;  // "American"
};

/// The actors {A}, {B} and {C} of a template.
using Cast = std::array<Country, 3>;

/// Casts that share no country with each other.
const std::vector<Cast>& casts();

/// The template with the cast put in, the first letter a capital: {A} a name, {A.adj} its adjective, {A's} possessive.
std::string cast_into(std::string_view text, const Cast& cast);

/// Options of render().
struct Rendering {
  bool place_and_speaker = true;
};

/// The claims that the shipped models, actor data and patterns read in a text, one string each, sorted: "A attacks B
/// asserted ASSAULT", then " affected=B", " speaker=A", " place=Geneva" where there are. The countries of the cast are
/// letters; other ends are their id, and what is no actor (agreement, policy, thing) is "*". Lasting relations and
/// claims that `build` would drop for their confidence are left out.
std::vector<std::string> read(const std::string& text, const Cast& cast, Rendering rendering = {});

/// One text and what should be read in it, both with letters for countries.
struct Case {
  std::string text;
  std::vector<std::string> claims;
};

/// Sentences that are read wrongly with some or all casts, and why.
struct Gap {
  std::string_view text;  // a part of the template
  std::string_view reason;
};

bool is_known(std::string_view text, const std::vector<Gap>& gaps);

/// Puts every cast into every case and compares. Known gaps may fail, but no more than `most` sentences in all: a
/// number to be lowered when a gap closes.
void expect_claims(const std::vector<Case>& cases, const std::vector<Gap>& gaps, Rendering rendering = {},
                   std::size_t most = 0);

}  // namespace entente::laws
