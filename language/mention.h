#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/actor.h"
#include "entente/base/id.h"
#include "entente/base/span.h"
#include "entente/language/token.h"
#include "entente/schemas/types.h"

namespace entente {

using MentionId = Id<struct MentionTag>;
using ChainId = Id<struct ChainTag>;

enum class MentionKind : std::uint8_t { Name, Nominal, Pronoun };

/// How a mention stands for its chain.
enum class MentionRole : std::uint8_t {
  Plain,     // "South Korea", "the foreign minister"
  Metonym,   // "Seoul", "the Kremlin" for the state or its government
  Demonym,   // "South Korean" as an adjective: a modifier, an actor only where its noun makes it one
  Location,  // "in Seoul": a place where something is; never an end of an act
  Outlet,    // a publisher or agency as the source of the report; never an end
};

/// Words that refer to somebody or something. Mentions may nest or overlap.
struct Mention {
  TokenRange tokens;  // without a leading article or a trailing 's
  TokenId head;
  ByteSpan span;  // of tokens
  NodeType type = NodeType::Person;
  MentionKind kind = MentionKind::Name;
  MentionRole role = MentionRole::Plain;
  ActorId actor;  // of a name that the actor data lists: whom it names; for a demonym or metonym the country or body
  ChainId chain;  // invalid: a nominal or pronoun that was not resolved
  /// Of a nominal that stands for several chains ("the two countries", "both sides", "they"): all of them; else empty.
  std::vector<ChainId> members;
};

/// An office as the text gives it: "deputy director" at chain `body` and/or of chain `country`. (What the actor data
/// says of offices is actors/actor.h's Office.)
struct StatedOffice {
  std::string title;
  ChainId body;     // organisation, if named
  ChainId country;  // if known
  ByteSpan span;    // the words that say so
  bool former = false;
};

/// Everything in one document that is one actor, agreement, policy or place.
struct CorefChain {
  NodeType type = NodeType::Person;
  std::vector<MentionId> mentions;    // in text order
  std::string name;                   // the fullest name, of the actor data where it is known there
  std::vector<std::string> aliases;   // the names and telling descriptions in the text, first seen first, without name
  std::string actor_id;               // id in the actor data, e.g. "country/KOR"; empty if not there
  std::string iso3;                   // its country; empty if none or unknown
  std::vector<StatedOffice> offices;  // of a person
  ChainId owner;                      // policy: who imposes it; organisation, group: the body or country it is part of
  std::vector<ChainId> parties;       // agreement: its parties
  bool is_vague = false;              // a name that many bodies share ("Supreme Court"), of no known country: no node
};

}  // namespace entente
