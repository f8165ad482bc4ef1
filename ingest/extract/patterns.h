#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "entente/base/date.h"
#include "entente/base/error.h"
#include "entente/schemas/types.h"

namespace entente::ingest {

/// Where an argument stands: "subj", "obj", "iobj", "poss" (possessor), "mod" (national adjective or name before a
/// noun), else the preposition of an oblique or a noun's complement: "with", "against".
using Slot = std::string;

/// What a predicate's arguments do to each other. Of each list the first slot that is filled counts.
struct Frame {
  std::string name;
  RelationType relation = RelationType::Criticizes;
  std::vector<Slot> source;
  std::vector<Slot> target;
  std::vector<Slot> about;
  double confidence = 0;  // that an instance with both ends directly attached is right
};

/// A verb in a use that has a frame.
struct VerbEntry {
  std::string particle;              // compound:prt that it must have; empty: any
  std::vector<std::string> objects;  // class of noun that its object must be of; empty: none needed
  const Frame* frame = nullptr;
  std::string cameo;  // more exact code of the act, or empty
};

/// What a verb does with the event or thing that its object (or complement) names.
enum class Operator : std::uint8_t {
  Perform,  // launch an attack: the subject does it
  Receive,  // face criticism from X: the subject undergoes it
  End,      // halt aid, lift sanctions, scrap a pact
  Tighten,  // impose, tighten, extend a measure
  Extend,   // renew an agreement
  Sign,     // conclude an agreement
  Ratify,
  Violate,
  Propose,
  Reject,   // turn down a call, an offer, a plan
  Condemn,  // the owner of the event is criticized
  Praise,
  Support,
  Demand,    // call for
  Threaten,  // threaten sanctions
  Promise,   // pledge aid
  Plan,      // consider, prepare
  Deny,
  Investigate,
};

/// How what a clause says stands, by the verb, noun or adjective that governs it.
enum class Standing : std::uint8_t {
  Transparent,   // begin to, continue to, manage to: as it is
  Reported,      // say, believe that
  Planned,       // plan, decide to
  Promised,      // promise, agree to
  Hypothetical,  // want, hope, be likely to
  Negated,       // fail, avoid, be unable to
  Refused,       // refuse, decline to
  Denied,        // deny that
  Threatened,    // threaten to
  Demanded,      // urge X to
  Alleged,       // accuse X of
  Stopped,       // stop, cease doing
};

struct GovernorEntry {
  Standing standing = Standing::Transparent;
  bool object_control = false;  // the subject of the complement is the object
};

/// Named periods ("world war two"), lower case, with their first and last date.
using Periods = std::unordered_map<std::string, std::pair<Date, Date>>;

struct NounEntry {
  std::string noun_class;        // agreement, measure, status, aid, talks, forces …; empty: none
  const Frame* frame = nullptr;  // of the event that it names, or null
  std::string cameo;
};

/// The lexicon of extraction, read from data/patterns/*.tsv. Immutable; free to read from any thread.
class Patterns {
 public:
  /// Errors: Io, Parse with file, line and reason.
  static Result<Patterns> load(const std::filesystem::path& folder);

  const std::vector<VerbEntry>& verbs(std::string_view lemma) const;
  const std::vector<NounEntry>& nouns(std::string_view lemma) const;
  /// particle: of a phrasal verb, or the preposition of its complement ("call for"); empty: the verb alone.
  std::optional<Operator> operator_of(std::string_view lemma, std::string_view particle) const;
  /// part: 'V', 'N' or 'A'.
  const GovernorEntry* governor(std::string_view lemma, char part) const;
  bool noun_is(std::string_view lemma, std::string_view noun_class) const;
  /// -1 a predicate that speaks ill of its subject ("undermine peace"), +1 well, 0 neither.
  int evaluation(std::string_view lemma) const;
  const Periods& periods() const { return periods_; }

 private:
  Result<bool> load_frames(const std::filesystem::path& file);
  Result<bool> load_verbs(const std::filesystem::path& file);
  Result<bool> load_nouns(const std::filesystem::path& file);
  Result<bool> load_operators(const std::filesystem::path& file);
  Result<bool> load_governors(const std::filesystem::path& file);
  Result<bool> load_evaluations(const std::filesystem::path& file);
  Result<bool> load_periods(const std::filesystem::path& file);

  std::unordered_map<std::string, Frame> frames_;  // node-based: pointers to frames stay
  std::unordered_map<std::string, std::vector<VerbEntry>> verbs_;
  std::unordered_map<std::string, std::vector<NounEntry>> nouns_;
  std::unordered_map<std::string, Operator> operators_;       // "lemma" or "lemma particle"
  std::unordered_map<std::string, GovernorEntry> governors_;  // "V:lemma"
  std::unordered_map<std::string, int> evaluations_;
  Periods periods_;
};

}  // namespace entente::ingest
