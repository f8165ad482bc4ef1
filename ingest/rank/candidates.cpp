#include "entente/ingest/rank/candidates.h"

#include <algorithm>
#include <string>
#include <string_view>

namespace entente::ingest {
namespace {

CandidateKind kind_of_pronoun(const Token& token) {
  const std::string word = language::lower(token.form);
  for (const char* first : {"i", "we", "me", "us", "our", "my", "ours", "mine"}) {
    if (word == first) return CandidateKind::FirstPerson;
  }
  for (const char* they : {"they", "them", "their", "theirs", "themselves"}) {
    if (word == they) return CandidateKind::They;
  }
  for (const char* thing : {"it", "its", "itself", "this", "that", "these", "those"}) {
    if (word == thing) return CandidateKind::ThingPronoun;
  }
  return CandidateKind::PersonPronoun;
}

CandidateKind kind_of_mention(const Mention& mention, const Token& head) {
  if (mention.kind == MentionKind::Pronoun) return kind_of_pronoun(head);
  switch (mention.role) {
    case MentionRole::Outlet:
      return CandidateKind::Outlet;
    case MentionRole::Location:
      return CandidateKind::Location;
    case MentionRole::Demonym:
      return CandidateKind::Demonym;
    case MentionRole::Metonym:
      return CandidateKind::Metonym;
    case MentionRole::Plain:
      break;
  }
  const bool named = mention.kind == MentionKind::Name;
  switch (mention.type) {
    case NodeType::Country:
      return named ? CandidateKind::Country : CandidateKind::CountryNominal;
    case NodeType::Official:
      return named ? CandidateKind::Titled : CandidateKind::Role;
    case NodeType::Person:
      return named ? CandidateKind::Person : CandidateKind::Role;
    case NodeType::Organisation:
      return named ? CandidateKind::Organisation : CandidateKind::Body;
    case NodeType::Group:
      return named ? CandidateKind::Group : CandidateKind::GroupNominal;
    case NodeType::Place:
      return CandidateKind::Place;
    case NodeType::Agreement:
      return CandidateKind::Agreement;
    case NodeType::Policy:
      return CandidateKind::Policy;
  }
  return CandidateKind::Thing;
}

CandidateKind kind_of_noun(const Token& token, const Patterns& patterns) {
  if (token.upos == Upos::Propn) return CandidateKind::Proper;
  if (token.upos == Upos::Pron) return kind_of_pronoun(token);
  const std::string lemma = language::lemma(token);
  for (const char* human :
       {"person-noun", "person", "agent", "forces", "diplomat", "refugee", "peacekeeper", "member", "ally"}) {
    if (patterns.noun_is(lemma, human)) return CandidateKind::Human;
  }
  for (const NounEntry& entry : patterns.nouns(lemma)) {
    if (entry.frame != nullptr) return CandidateKind::Event;
  }
  for (const NounEntry& entry : patterns.nouns(lemma)) {
    if (!entry.noun_class.empty()) return CandidateKind::Measure;
  }
  return CandidateKind::Thing;
}

/// Part of a name or compound that another word heads.
bool is_inner_part(const Token& token) {
  const Deprel deprel = universal(token.deprel);
  return deprel == Deprel::Flat || deprel == Deprel::Fixed || deprel == Deprel::Goeswith ||
         deprel == Deprel::Compound || token.deprel == Deprel::NmodDesc;
}

bool is_dummy(const Token& token) {
  if (token.upos != Upos::Pron) return false;
  if (token.deprel == Deprel::Expl || is_relative_pronoun(token)) return true;
  const std::string word = language::lower(token.form);
  for (const char* other : {"what", "who", "whom", "there", "something", "anything", "nothing", "each", "other",
                            "itself", "himself", "herself", "themselves"}) {
    if (word == other) return true;
  }
  return token.xpos == "EX";
}

}  // namespace

bool may_act(CandidateKind kind) {
  switch (kind) {
    case CandidateKind::Place:
    case CandidateKind::Agreement:
    case CandidateKind::Policy:
    case CandidateKind::Event:
    case CandidateKind::Measure:
      return false;
    default:
      return true;
  }
}

std::vector<Candidate> candidates(const Ends& ends, const Patterns& patterns, TokenRange sentence) {
  const Tree& tree = ends.arguments().tree();
  const Document& document = tree.document();
  std::vector<Candidate> out;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const TokenId token(t);
    const Token& word = tree[token];
    if (is_dummy(word)) continue;
    const MentionId mention = ends.any_mention_at(token);
    if (mention.valid()) {
      const Mention& found = document.mentions[mention.index()];
      // A name that the parser splits stands once, at its head.
      if (found.head != token && found.tokens.contains(found.head)) continue;
      out.push_back({token, found.span, kind_of_mention(found, word), mention});
      continue;
    }
    const bool noun = word.upos == Upos::Noun || word.upos == Upos::Propn || word.upos == Upos::Pron;
    if (!noun || is_inner_part(word) || is_time(tree, token)) continue;
    out.push_back({token, ends.naming_words(token), kind_of_noun(word, patterns), {}});
  }
  return out;
}

TokenId head_of_span(const Document& document, ByteSpan span) {
  const auto first = std::partition_point(document.tokens.begin(), document.tokens.end(),
                                          [&](const Token& token) { return token.span.end <= span.begin; });
  const auto last = std::partition_point(first, document.tokens.end(),
                                         [&](const Token& token) { return token.span.begin < span.end; });
  const auto begin = static_cast<std::uint32_t>(first - document.tokens.begin());
  const auto end = static_cast<std::uint32_t>(last - document.tokens.begin());
  const TokenRange range{begin, end};
  for (std::uint32_t t = begin; t < end; ++t) {
    const Token& token = document.tokens[t];
    if (token.upos == Upos::Punct || token.deprel == Deprel::Case) continue;
    if (!token.head.valid() || !range.contains(token.head)) return TokenId(t);
  }
  return begin == end ? TokenId{} : TokenId(begin);
}

}  // namespace entente::ingest
