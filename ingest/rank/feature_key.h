#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace entente::ingest {

/// A feature: a hash of its template and what fills it. Sums and tables of weights go by it.
using FeatureKey = std::uint32_t;

/// How keys are made, for the sources of PairReader.
namespace feature {

/// What a key is made of; part of every key, so that equal words in different places differ. Models know their numbers:
/// append only, and give no number again.
enum class Template : std::uint64_t {
  Kind = 1,
  Head,
  Attachment,
  GovernorLemma,
  GovernorRoot,
  RoleRoot,
  RoleLemma,
  Position,
  WordBefore,
  WordAfter,
  KindAttachment,
  IsReporter,
  RuleSide,
  Kinds,
  KindsOrder,
  Gap,
  CandidatesBetween,
  VerbsBetween,
  PunctuationBetween,
  SharedRoles,
  SharedRolesLemma,
  SharedRolesRoot,
  SharedRolesKinds,
  SharedLemma,
  SharedRoot,
  SharedOperator,
  SharedTheme,
  SharedClass,
  SharedSteps,
  NoShared,
  LinkRoles,
  LinkLemmas,
  LinkRoots,
  PathShape,
  PathLemmas,
  PathRoots,
  Nested,
  Coordinated,
  RivalTarget,
  RivalSource,
  RuleHit,
  RuleHitSure,
  RuleHitType,
  RuleReversed,
  RuleElsewhere,
  RuleNone,
  Standing,
  StandingRoot,
  ChainLemma,
  WordBetween,
  WordBeforeFirst,
  WordAfterSecond,
  PairBetween,
  RootBetween,
  RootBefore,
  RootAfter,
  ThemeRoot,
  ThemeLemma,
  Modal = 61,
  UnitIn,
  UnitPair,
  ChainUnit = 65,
  ChainUnits,
  HeadCluster,
  GovernorCluster,
  RoleCluster,
  SharedRolesCluster,
  SharedThemeCluster,
  LinkClusters,
  PathCluster,
  ClusterIn,
  ChainCluster,
};

/// What a word is to a predicate, besides prepositions.
inline constexpr std::uint64_t kAgent = 1;
inline constexpr std::uint64_t kPatient = 2;
inline constexpr std::uint64_t kRecipient = 3;
inline constexpr std::uint64_t kPossessor = 4;
inline constexpr std::uint64_t kModifier = 5;
inline constexpr std::uint64_t kLight = 6;  // of the verb that the noun is object of
inline constexpr std::uint64_t kPredicated = 7;

/// splitmix64's finaliser (Steele, Lea and Flood 2014, "Fast splittable pseudorandom number generators").
inline std::uint64_t mix(std::uint64_t x) {
  x ^= x >> 30;
  x *= 0xbf58476d1ce4e5b9ULL;
  x ^= x >> 27;
  x *= 0x94d049bb133111ebULL;
  return x ^ (x >> 31);
}

inline std::uint64_t combine(std::uint64_t a, std::uint64_t b) { return mix(a * 0x9e3779b97f4a7c15ULL + b); }

inline std::uint64_t hash(std::string_view text) {
  std::uint64_t out = 0xcbf29ce484222325ULL;  // FNV-1a
  for (const char c : text) out = (out ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
  return mix(out);
}

template <class... Parts>
FeatureKey key(Template which, Parts... parts) {
  std::uint64_t out = static_cast<std::uint64_t>(which);
  ((out = combine(out, static_cast<std::uint64_t>(parts))), ...);
  return static_cast<FeatureKey>(mix(out) >> 32);
}

template <class... Parts>
void add(std::vector<FeatureKey>& out, Template which, Parts... parts) {
  out.push_back(key(which, parts...));
}

/// What a word does to the meaning of the sentence, in one number: the standing that it gives, what it does to events,
/// the kind of act; 0: none of them.
inline std::uint64_t unit(std::uint8_t standing, std::uint8_t op, std::uint8_t root) {
  constexpr std::uint64_t kStandings = 16;
  constexpr std::uint64_t kOperators = 32;
  if (root != 0) return 1 + root;
  if (standing > 1) return 32 + standing;  // not of transparent ones
  return op != 0 ? 32 + kStandings + op % kOperators : 0;
}

}  // namespace feature
}  // namespace entente::ingest
