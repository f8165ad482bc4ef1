#pragma once

#include "entente/ingest/extract/events.h"

namespace entente::ingest {

/// The relation, without its ends, that a predicate carries when what it says has that root: the type that the lexicon
/// gives to it, to what it acts on or to what governs it, in the standing of its clause, such that the ontology's table
/// codes both together with the root; else the root's own type.
Relation type_relation(PloverRoot root, TokenId predicate, const Arguments& arguments, const Patterns& patterns);

}  // namespace entente::ingest
