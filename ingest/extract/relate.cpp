#include "entente/ingest/extract/relate.h"

#include <algorithm>
#include <limits>

#include "entente/ingest/extract/events.h"
#include "entente/ingest/rank/ranker.h"
#include "entente/ingest/rank/typing.h"

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

/// No frame joins the two: the word of the lexicon that is nearest to both in the tree.
Answer Relator::by_nearest_word(TokenId source, TokenId target) const {
  constexpr double kGuess = 0.3;
  const TokenRange sentence = tree_.sentence_range(source);
  int nearest = std::numeric_limits<int>::max();
  Answer out;
  for (std::uint32_t t = sentence.begin; t < sentence.end; ++t) {
    const TokenId token(t);
    const auto frames = frames_of(tree_, token, patterns_);
    if (frames.empty() || row(frames.front().frame->relation).lasting) continue;
    const int here =
        2 * distance(tree_, token, source) + 2 * distance(tree_, token, target) + (is_verb(tree_, token) ? 0 : 1);
    if (here >= nearest) continue;
    nearest = here;
    Relation relation;
    relation.type = frames.front().frame->relation;
    relation.standing = standing_of(token, tree_, patterns_);
    relation.commitment = relation.standing.commitment();
    relation.cameo = frames.front().cameo;
    out = answer_of(relation, kGuess);
  }
  return out;
}

/// The root that the model gives, in the type and standing that the words bear.
Answer by_model(const Tree& tree, const Patterns& patterns, const RelationModel& model, TokenId source,
                TokenId target) {
  const Arguments arguments(tree, patterns);
  const Ends ends(arguments, patterns);
  const TokenRange sentence = tree.sentence_range(source);
  const auto words = candidates(ends, patterns, sentence);
  const auto at = [&](TokenId head) {
    return static_cast<std::size_t>(
        std::find_if(words.begin(), words.end(), [&](const Candidate& word) { return word.head == head; }) -
        words.begin());
  };
  const std::size_t s = at(source);
  const std::size_t t = at(target);
  if (s == words.size() || t == words.size() || s == t) return {};
  const auto relations = read_events(ends, patterns, sentence);
  const PairReader reader(ends, patterns, model.clusters(), sentence, words, relations);
  const PairFeatures pair = reader.read(s, t);
  const RootScores scores =
      model.root_scores(pair, model.network().read(tree.document(), sentence, words)[s * words.size() + t]);
  const auto root = static_cast<PloverRoot>(best_root(scores).root);
  Answer out;
  out.confidence = model.root_confidence(scores);
  const TokenId predicate = pair.predicate.valid() ? pair.predicate : source;
  Relation relation = type_relation(root, predicate, arguments, patterns);
  for (const Relation& told : relations) {
    // What a frame says of the two, if it comes to the same.
    const auto has = [&](const std::vector<End>& ends_of, std::size_t word) {
      return std::any_of(ends_of.begin(), ends_of.end(), [&](const End& end) {
        return end.token == words[word].head || (end.mention.valid() && end.mention == words[word].mention);
      });
    };
    if (!has(told.sources, s) || !(has(told.targets, t) || has(told.affected, t)) || row(told.type).lasting) continue;
    if (coding_of(told.type, told.standing.status(), told.commitment, told.cameo).plover == root) {
      relation = told;
      break;
    }
  }
  out.status = relation.standing.status();
  out.coding = coding_of(relation.type, out.status, relation.commitment, relation.cameo);
  if (out.confidence >= kThreshold) out.type = relation.type;
  return out;
}

}  // namespace

TokenId mark_actor(Document& document, ByteSpan span) {
  const TokenRange range = tokens_of(document, span);
  if (range.empty()) return {};
  const TokenId head = head_of_span(document, span);
  for (Mention& mention : document.mentions) {
    if (mention.head == head || (mention.tokens.contains(head) && range.contains(mention.head))) {
      // The caller knows that it acts.
      if (mention.role == MentionRole::Location || mention.role == MentionRole::Outlet ||
          mention.role == MentionRole::Demonym) {
        mention.role = MentionRole::Plain;
      }
      if (mention.type == NodeType::Place) mention.type = NodeType::Group;
      return head;
    }
  }
  Mention mention;
  mention.tokens = range;
  mention.head = head;
  mention.span = document.span_of(range);
  mention.type = NodeType::Group;
  mention.kind = MentionKind::Nominal;
  document.mentions.push_back(std::move(mention));
  return head;
}

Answer relate(Document& document, ByteSpan source, ByteSpan target, const Patterns& patterns,
              const RelationModel* model) {
  const TokenRange first = tokens_of(document, source);
  const TokenRange second = tokens_of(document, target);
  const TokenId first_head = mark_actor(document, source);
  const TokenId second_head = mark_actor(document, target);
  if (!first_head.valid() || !second_head.valid()) return {};
  if (model == nullptr) return Relator(document, patterns).run(first, second, first_head, second_head);
  // The model reads within a sentence.
  const Tree tree(document);
  if (tree.sentence(first_head) != tree.sentence(second_head))
    return Relator(document, patterns).run(first, second, first_head, second_head);
  return by_model(tree, patterns, *model, first_head, second_head);
}

}  // namespace entente::ingest
