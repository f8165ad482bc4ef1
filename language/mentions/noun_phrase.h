#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "entente/language/tree.h"

namespace entente::language {

enum class Definiteness { Definite, Indefinite, Possessed, Bare };

/// The base noun phrase of a head: its words from the first modifier to itself and what is flatly joined, without
/// article, possessor and complements: "fast-track export status" of "South Korea's fast-track export status this
/// month".
TokenRange base_noun_phrase(const Tree& tree, TokenId head);

/// How the phrase is determined: "the", "this", "both"; "a"; "its", "Seoul's"; nothing.
Definiteness definiteness(const Tree& tree, TokenId head);

/// The possessor ("South Korea" of "South Korea's ministry"); invalid if none.
TokenId possessor(const Tree& tree, TokenId head);

/// Its complement after one of these prepositions ("with", "between"), first one; invalid if none. Looks at the
/// phrase's modifiers, and, as parsers attach them there too, at the obliques of the verb whose object it is.
TokenId complement(const Tree& tree, TokenId head, std::initializer_list<std::string_view> prepositions);

/// The token and its conjuncts.
std::vector<TokenId> with_conjuncts(const Tree& tree, TokenId first);

/// Lower-case lemmas of the words of the base noun phrase, in order, without hyphens; `without` drops the tokens of a
/// range (a national word).
std::vector<std::string> content_lemmas(const Tree& tree, TokenRange phrase);

/// The word of a name that says what it names: its last ("Fuel Agreement"), or the one before its first preposition
/// ("Treaty on Fuel"). Requires a range that is not empty.
TokenId kind_word(const Document& document, TokenRange name);

/// The words of the range in the document's spelling.
std::string words(const Document& document, TokenRange range);

}  // namespace entente::language
