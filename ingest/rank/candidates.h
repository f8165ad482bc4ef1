#pragma once

#include <cstdint>
#include <vector>

#include "entente/ingest/extract/ends.h"

namespace entente::ingest {

/// What kind of word may be an end of a relation, as far as mentions and the lexicon tell.
enum class CandidateKind : std::uint8_t {
  Country,
  CountryNominal,  // "the two neighbours"
  Demonym,         // "South Korean" before a noun
  Metonym,         // "Seoul" the government
  Titled,          // a person with an office
  Person,
  Role,  // "the foreign minister"
  Organisation,
  Body,  // "the ministry", "the court"
  Group,
  GroupNominal,
  Place,
  Location,  // where something is
  Outlet,    // the publisher that reports
  Agreement,
  Policy,
  PersonPronoun,
  ThingPronoun,
  They,
  FirstPerson,
  Event,    // a noun with a frame
  Measure,  // a noun of a class of the lexicon that is no event
  Human,    // a noun of persons that is no mention
  Proper,   // a name that is no mention
  Thing,
};

/// A word that may be source or target of a relation, with the words that name it.
struct Candidate {
  TokenId head;
  ByteSpan span;
  CandidateKind kind = CandidateKind::Thing;
  MentionId mention;  // invalid: no mention
};

/// Whether something of that kind may do something to somebody.
bool may_act(CandidateKind kind);

/// Every word of the sentence that names somebody or something, in text order: heads of noun phrases, each conjunct for
/// itself, and names of countries and bodies inside them.
std::vector<Candidate> candidates(const Ends& ends, const Patterns& patterns, TokenRange sentence);

/// The head word of a span of bytes: the first token in it whose head lies outside; invalid if it has no token.
TokenId head_of_span(const Document& document, ByteSpan span);

}  // namespace entente::ingest
