#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ingest/extract/events.h"

namespace entente::ingest {

/// What an act becomes when it is stopped, called off or undone, between the same actors.
struct Undone {
  RelationType type;
  std::string_view cameo;
};

std::optional<Undone> undone(RelationType type);

/// Acts that a place can undergo: it is bombed, visited, left.
EndUse use_of(RelationType type);

std::vector<End> only_actors(std::vector<End> ends);
/// "Seoul's decision" stands for Seoul as what is judged; only some things act for their owner ("Lima's jets bombed").
std::vector<End> acting(std::vector<End> ends, const Tree& tree, const Patterns& patterns);
/// The ends that are none of the others.
std::vector<End> without(std::vector<End> ends, const std::vector<End>& others);

/// Reads the relations of one sentence: verbs and their frames (event_verbs.cpp), verbs that say what becomes of the
/// event that a noun names (event_operators.cpp), event nouns and arguments (event_nouns.cpp); events.cpp composes what
/// they find with the standing of its clause.
class EventReader {
 public:
  EventReader(const Ends& ends, const Patterns& patterns)
      : ends_(ends), patterns_(patterns), arguments_(ends.arguments()), tree_(arguments_.tree()) {}

  std::vector<Relation> read(TokenRange sentence);

 private:
  void read_verb(TokenId verb);
  void read_noun(TokenId noun);
  bool read_operator(TokenId verb, Operator op, TokenId object);
  bool read_operators(TokenId verb, const std::string& lemma, const std::string& particle);
  bool read_entry(TokenId verb, const VerbEntry& entry);

  bool end_of(TokenId verb, TokenId noun, const NounEntry* event);
  bool sign(TokenId verb, TokenId noun);
  bool judged(TokenId verb, TokenId noun, RelationType type, const NounEntry* event, double confidence);
  bool event_with(TokenId verb, TokenId noun, const NounEntry& event, std::vector<End> sources,
                  std::vector<End> targets, ClauseStanding standing, double confidence);
  bool on_measure(TokenId verb, TokenId noun, RelationType type, double confidence);

  std::vector<End> fill(TokenId predicate, const std::vector<Slot>& slots, EndUse use = EndUse::Actor) const;
  /// The arguments of an event noun at its slots, or of the verb that it is object of.
  std::vector<End> event_targets(TokenId noun, const NounEntry& event) const;
  std::vector<End> event_sources(TokenId noun, const NounEntry& event) const;
  /// Whom an agreement or measure concerns besides its owner.
  std::vector<End> concerned(TokenId verb, TokenId noun, const std::vector<End>& sources) const;
  std::vector<End> subjects(TokenId verb) const;
  std::string telling_lemma(TokenId noun) const;
  const NounEntry* event_noun(TokenId noun) const;
  bool is_class(TokenId noun, std::string_view noun_class) const;
  bool is_node(TokenId noun, NodeType type) const;
  bool is_definite(TokenId noun) const;
  void read_obligation(TokenId verb);
  void read_refusal(TokenId verb);
  TokenId topic(TokenId predicate, const std::vector<Slot>& slots) const;
  void add(Relation relation);

  const Ends& ends_;
  const Patterns& patterns_;
  const Arguments& arguments_;
  const Tree& tree_;
  std::set<TokenId> used_;  // nouns that a verb has read
  std::vector<Relation> out_;
};

}  // namespace entente::ingest
