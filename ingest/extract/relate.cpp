#include "entente/ingest/extract/relate.h"

#include <algorithm>
#include <limits>

#include "entente/ingest/extract/events.h"

namespace entente::ingest {
namespace {

constexpr double kThreshold = 0.5;

TokenRange tokens_of(const Document& document, ByteSpan span) {
  TokenRange out{0, 0};
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (!document.tokens[t].span.overlaps(span)) continue;
    if (out.empty()) out.begin = t;
    out.end = t + 1;
  }
  return out;
}

/// The head word of a span: the first token whose head lies outside.
TokenId head_of(const Document& document, TokenRange range) {
  for (std::uint32_t t = range.begin; t < range.end; ++t) {
    const Token& token = document.tokens[t];
    if (token.upos == Upos::Punct || token.deprel == Deprel::Case) continue;
    if (!token.head.valid() || !range.contains(token.head)) return TokenId(t);
  }
  return TokenId(range.begin);
}

void make_mention(Document& document, TokenRange range, TokenId head) {
  for (Mention& mention : document.mentions) {
    if (mention.head == head || (mention.tokens.contains(head) && range.contains(mention.head))) {
      // The caller knows that it acts.
      if (mention.role == MentionRole::Location || mention.role == MentionRole::Outlet ||
          mention.role == MentionRole::Demonym) {
        mention.role = MentionRole::Plain;
      }
      if (mention.type == NodeType::Place) mention.type = NodeType::Group;
      return;
    }
  }
  Mention mention;
  mention.tokens = range;
  mention.head = head;
  mention.span = document.span_of(range);
  mention.type = NodeType::Group;
  mention.kind = MentionKind::Nominal;
  document.mentions.push_back(std::move(mention));
}

int distance(const Tree& tree, TokenId from, TokenId to) {
  constexpr int kFar = 64;
  int up = 0;
  for (TokenId a = from; a.valid() && up < kFar; a = tree[a].head, ++up) {
    int down = 0;
    for (TokenId b = to; b.valid() && down < kFar; b = tree[b].head, ++down) {
      if (a == b) return up + down;
    }
  }
  return kFar;
}

class Relator {
 public:
  Relator(const Document& document, const Patterns& patterns)
      : tree_(document), patterns_(patterns), arguments_(tree_, patterns), ends_(arguments_, patterns) {}

  Answer run(TokenRange source, TokenRange target, TokenId source_head, TokenId target_head);

 private:
  Answer by_nearest_word(TokenId source, TokenId target) const;
  const Frame* frame_of(TokenId token, std::string& cameo) const;

  Tree tree_;
  const Patterns& patterns_;
  Arguments arguments_;
  Ends ends_;
};

Answer answer_of(const Relation& relation, double confidence) {
  const Status status = relation.standing.status();
  return {relation.type, status, coding_of(relation.type, status, relation.commitment, relation.cameo), confidence};
}

Answer Relator::run(TokenRange source, TokenRange target, TokenId source_head, TokenId target_head) {
  Answer best;
  const auto at = [&](const End& end, TokenRange range) {
    return range.contains(end.token) ||
           (end.mention.valid() && range.contains(tree_.document().mentions[end.mention.index()].head));
  };
  for (const Relation& relation : read_events(ends_, patterns_, tree_.sentence_range(source_head))) {
    const auto any = [&](const std::vector<End>& ends, TokenRange range) {
      double found = 0;
      for (const End& end : ends) {
        if (at(end, range)) found = std::max(found, end.certainty);
      }
      return found;
    };
    const double forward =
        any(relation.sources, source) * std::max(any(relation.targets, target), any(relation.affected, target));
    const double backward =
        any(relation.sources, target) * std::max(any(relation.targets, source), any(relation.affected, source));
    const bool either_way = row(relation.type).symmetric || relation.type == RelationType::Signs;
    const double confidence = relation.confidence * std::max(forward, either_way ? backward : backward * 0.5);
    if (confidence > best.confidence && !row(relation.type).lasting) best = answer_of(relation, confidence);
  }
  if (!best.type) best = by_nearest_word(source_head, target_head);
  if (best.confidence < kThreshold) best.type.reset();
  return best;
}

const Frame* Relator::frame_of(TokenId token, std::string& cameo) const {
  const std::string lemma = lemma_of(tree_, token);
  if (is_verb(tree_, token)) {
    const std::string particle = particle_of(tree_, token);
    for (const VerbEntry& entry : patterns_.verbs(lemma)) {
      if (entry.particle != particle) continue;
      cameo = entry.cameo;
      return entry.frame;
    }
    return nullptr;
  }
  for (const NounEntry& entry : patterns_.nouns(lemma)) {
    if (entry.frame == nullptr) continue;
    cameo = entry.cameo;
    return entry.frame;
  }
  return nullptr;
}

/// No frame joins the two: the word of the lexicon that is nearest to both in the tree.
Answer Relator::by_nearest_word(TokenId source, TokenId target) const {
  constexpr double kGuess = 0.3;
  const TokenRange sentence = tree_.sentence_range(source);
  int nearest = std::numeric_limits<int>::max();
  Answer out;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const TokenId token(t);
    std::string cameo;
    const Frame* frame = frame_of(token, cameo);
    if (frame == nullptr || row(frame->relation).lasting) continue;
    const int here =
        2 * distance(tree_, token, source) + 2 * distance(tree_, token, target) + (is_verb(tree_, token) ? 0 : 1);
    if (here >= nearest) continue;
    nearest = here;
    Relation relation;
    relation.type = frame->relation;
    relation.standing = standing_of(token, tree_, patterns_);
    relation.commitment = relation.standing.commitment();
    relation.cameo = cameo;
    out = answer_of(relation, kGuess);
  }
  return out;
}

}  // namespace

Answer relate(Document& document, ByteSpan source, ByteSpan target, const Patterns& patterns) {
  const TokenRange first = tokens_of(document, source);
  const TokenRange second = tokens_of(document, target);
  if (first.empty() || second.empty()) return {};
  const TokenId first_head = head_of(document, first);
  const TokenId second_head = head_of(document, second);
  make_mention(document, first, first_head);
  make_mention(document, second, second_head);
  return Relator(document, patterns).run(first, second, first_head, second_head);
}

}  // namespace entente::ingest
