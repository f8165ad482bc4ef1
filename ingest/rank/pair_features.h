#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "entente/ingest/extract/events.h"
#include "entente/ingest/rank/candidates.h"
#include "entente/ingest/rank/feature_key.h"
#include "entente/language/network/word_clusters.h"

namespace entente::ingest {

/// What the model sees of an ordered pair of candidates.
struct PairFeatures {
  std::vector<FeatureKey> structure;  // who they are, how they hang together
  std::vector<FeatureKey> wording;    // the words around them, for the kind of relation
  TokenId predicate;                  // the word that joins them best; invalid: none
};

/// Features of the pairs of one sentence: what both are to one predicate, through passives, control, conjunction and
/// relative clauses (pair_roles.cpp), how they hang together (pair_features.cpp), the words around (pair_wording.cpp).
class PairReader {
 public:
  /// relations: what the frames say of the sentence. All arguments must outlive it.
  PairReader(const Ends& ends, const Patterns& patterns, const language::WordClusters& clusters, TokenRange sentence,
             const std::vector<Candidate>& candidates, const std::vector<Relation>& relations);

  /// structure and predicate alone. Requires two different candidates.
  PairFeatures read_structure(std::size_t source, std::size_t target) const;
  PairFeatures read(std::size_t source, std::size_t target) const;

 private:
  struct Role {
    TokenId predicate;
    std::uint64_t role = 0;
    unsigned steps = 0;  // from the argument itself: conjuncts, owners, appositions
  };
  struct Lexical {
    std::uint64_t lemma = 0;
    std::array<std::uint8_t, 3> roots{};  // PLOVER roots of its frames + 1, 0: none
    std::uint8_t op = 0;                  // Operator + 1
    std::uint8_t standing = 0;            // Standing + 1
    std::uint64_t noun_class = 0;
    std::uint32_t coarse = 0;  // clusters + 1
    std::uint32_t fine = 0;
  };
  /// The way through the tree from one word up and down to another.
  struct Path {
    std::vector<TokenId> up;    // from the first, without the top
    std::vector<TokenId> down;  // from the second
    TokenId top;                // invalid: too long
  };
  struct Hit {
    std::uint8_t root = 0;
    std::uint8_t type = 0;
    std::uint8_t status = 0;
    std::uint8_t confidence = 0;
  };
  /// What the sentence says of one candidate as an end.
  struct Unary {
    std::vector<FeatureKey> as_source;
    std::vector<FeatureKey> as_target;
  };

  const Lexical& lexical(TokenId token) const { return lexical_[token.value - sentence_.begin]; }
  Lexical read_lexical(TokenId token) const;
  void read_roles();
  void assign(TokenId filler, TokenId predicate, std::uint64_t role);
  void assign_one(TokenId token, TokenId predicate, std::uint64_t role, unsigned steps);
  void read_rules(const std::vector<Relation>& relations);
  Unary read_unary(std::size_t candidate) const;
  void join(std::size_t source, std::size_t target, PairFeatures& out) const;
  void read_between(std::size_t source, std::size_t target, PairFeatures& out) const;
  void read_path(std::size_t source, std::size_t target, PairFeatures& out) const;
  void read_predicate(TokenId predicate, std::uint64_t roles, PairFeatures& out) const;
  void read_chain(TokenId predicate, PairFeatures& out) const;
  void read_path_words(std::size_t source, std::size_t target, PairFeatures& out) const;
  void read_words_around(std::size_t source, std::size_t target, PairFeatures& out) const;
  Path path_between(TokenId from, TokenId to) const;
  bool is_theme(TokenId child) const;
  int candidate_at(TokenId token) const;
  std::size_t position(TokenId token) const { return token.value - sentence_.begin; }

  const Ends& ends_;
  const Patterns& patterns_;
  const language::WordClusters& clusters_;
  const Arguments& arguments_;
  const Tree& tree_;
  TokenRange sentence_;
  const std::vector<Candidate>& candidates_;
  std::vector<int> candidate_of_;  // by position in the sentence; -1: none
  std::vector<Lexical> lexical_;
  std::vector<ClauseStanding> standing_;  // by position, of predicates
  std::vector<std::vector<Role>> roles_;  // by candidate
  std::map<std::pair<std::size_t, std::size_t>, std::vector<Hit>> hits_;
  std::vector<std::vector<std::uint8_t>> rule_source_;  // by candidate: roots of the frames that have it as source
  std::vector<std::vector<std::uint8_t>> rule_target_;
  std::vector<Unary> unary_;
};

}  // namespace entente::ingest
