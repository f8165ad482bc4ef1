#pragma once

#include <span>
#include <vector>

#include "entente/ingest/extract/clause.h"

namespace entente::ingest {

/// Who or what stands at an argument of a predicate.
struct End {
  TokenId token;       // head word at the argument
  MentionId mention;   // who is meant; invalid: a thing that no actor owns
  ChainId chain;       // of the mention, or one of its members; may be invalid for a nominal that was not resolved
  ByteSpan span;       // the mention, or the thing's words
  bool owned = false;  // the argument is a thing ("Seoul's decision") and the mention its owner
  double certainty = 1;

  bool is_actor() const { return mention.valid(); }
};

/// "who", "which", "whose"; "that" where the tagger takes it for a pronoun.
bool is_relative_pronoun(const Token& token);

/// What may stand at an argument.
enum class EndUse : std::uint8_t {
  Actor,  // somebody, or an agreement or policy
  Site,   // a place too: "bombed Lima", "sent troops to the border"
};

/// Finds ends through relative pronouns, coordination, quantities ("thousands of") and the owners of things.
class Ends {
 public:
  Ends(const Arguments& arguments, const Patterns& patterns);

  /// All ends at the argument with that head word, its conjuncts included, in text order.
  std::vector<End> at(TokenId token, EndUse use = EndUse::Actor) const;
  /// Of several argument heads; the conjuncts of "between A and B" apart.
  std::vector<End> at(std::span<const TokenId> tokens, EndUse use = EndUse::Actor) const;
  /// The end that is one word without its conjuncts: an actor, a thing's owner, or the thing.
  std::vector<End> single(TokenId token, EndUse use = EndUse::Actor) const { return single(token, use, 0); }
  /// Only a mention that is an actor itself; no owner of a thing.
  std::vector<End> actors(TokenId token) const;
  /// Who owns the event or thing that the noun names: possessor, agent, the nation before it.
  std::vector<End> owners(TokenId noun) const { return owners(noun, 0); }

  /// The mention that has this head word, if it can be an end; agreements and policies too.
  MentionId mention_at(TokenId token, EndUse use = EndUse::Actor) const;
  /// The mention that has this head word, whatever it is; invalid if none.
  MentionId any_mention_at(TokenId token) const { return by_head_[token.index()]; }
  /// What a relative pronoun stands for: the noun that its clause modifies; invalid if there is none.
  TokenId antecedent(TokenId token) const;
  /// The words that name what the noun stands for, without relative clauses, appositions and conjuncts.
  ByteSpan naming_words(TokenId noun) const;
  NodeType type_of(const End& end) const;
  const Arguments& arguments() const { return arguments_; }

 private:
  std::vector<End> single(TokenId token, EndUse use, int depth) const;
  std::vector<End> owners(TokenId noun, int depth) const;
  std::vector<End> of_mention(MentionId mention, TokenId token) const;
  std::vector<End> site(TokenId noun) const;

  const Arguments& arguments_;
  const Patterns& patterns_;
  const Tree& tree_;
  const Document& document_;
  std::vector<MentionId> by_head_;  // by token of the document
};

}  // namespace entente::ingest
