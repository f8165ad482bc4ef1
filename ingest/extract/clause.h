#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ingest/extract/patterns.h"
#include "entente/language/tree.h"

namespace entente::ingest {

using language::Tree;

/// The first child with exactly that relation; invalid if there is none.
TokenId exact_child(const Tree& tree, TokenId head, Deprel deprel);
/// Lemma in lower case, of a phrasal verb without its particle.
std::string lemma_of(const Tree& tree, TokenId token);
/// The particle of a phrasal verb: "off"; empty if none.
std::string particle_of(const Tree& tree, TokenId verb);
/// The subordinating word: "if", "of", "to" for infinitives; empty if none.
std::string mark_of(const Tree& tree, TokenId clause);
bool is_verb(const Tree& tree, TokenId token);
/// "Thursday", "year": when something is, not who or what it is about.
bool is_time(const Tree& tree, TokenId token);
bool is_passive(const Tree& tree, TokenId verb);
/// A past participle that modifies a noun ("curbs imposed by Lima"), or heads a clause without its own subject.
bool is_reduced_passive(const Tree& tree, TokenId verb);
bool is_infinitive(const Tree& tree, TokenId verb);
/// The noun that an infinitive belongs to: "decision not to extend", and of headlines "Lima to scrap pact", also where
/// the parser hangs it elsewhere; invalid if it belongs to none.
TokenId infinitive_noun(const Tree& tree, TokenId verb);
/// token and all coordinated with it below it, in text order.
std::vector<TokenId> conjuncts(const Tree& tree, TokenId token);
/// 'V', 'N' or 'A' as governors.tsv has it.
char part_of(const Tree& tree, TokenId token);

/// A use of a word that carries a relation.
struct WordFrame {
  const Frame* frame = nullptr;
  std::string_view cameo;                             // more exact code of the act, or empty
  const std::vector<std::string>* objects = nullptr;  // of a verb: VerbEntry::objects; null or empty: any
};
/// The frames of a verb with its particle, or of a noun, as the lexicon has them.
std::vector<WordFrame> frames_of(const Tree& tree, TokenId token, const Patterns& patterns);

/// Where predicates find their arguments in the tree, through passives, control, coordination and relative clauses.
class Arguments {
 public:
  Arguments(const Tree& tree, const Patterns& patterns) : tree_(tree), patterns_(patterns) {}

  /// Who does it: of a passive verb the agent. Invalid if the sentence does not say.
  TokenId subject(TokenId predicate) const { return subject(predicate, 0); }
  /// What is done to: of a passive verb its subject.
  TokenId object(TokenId verb) const;
  /// The head words at a slot of a verb or noun; of several conjuncts the first.
  std::vector<TokenId> fill(TokenId predicate, const Slot& slot) const;

  const Tree& tree() const { return tree_; }

 private:
  TokenId subject(TokenId predicate, int depth) const;
  /// The subject as it stands in the clause: of a passive verb what is done to.
  TokenId surface_subject(TokenId predicate, int depth) const;
  TokenId behind_participle(TokenId predicate) const;
  TokenId controller(TokenId complement, int depth) const;
  TokenId noun_owner(TokenId noun) const;
  void add_obliques(TokenId head, const Slot& preposition, std::vector<TokenId>& out) const;

  const Tree& tree_;
  const Patterns& patterns_;
};

/// Whether the verb has an object of one of the classes (VerbEntry::objects), which is_class(word, class) tells; of
/// "with:measure" ("hit Quito with sanctions") whether something behind that preposition is of the class.
bool has_object_of(TokenId verb, TokenId object, const std::vector<std::string>& classes, const Arguments& arguments,
                   const std::function<bool(TokenId, std::string_view)>& is_class);

}  // namespace entente::ingest
