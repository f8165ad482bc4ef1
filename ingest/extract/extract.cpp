#include "entente/ingest/extract/extract.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "entente/ingest/extract/attribution.h"
#include "entente/ingest/extract/events.h"
#include "entente/ingest/extract/lasting.h"
#include "entente/ingest/extract/time.h"
#include "entente/ingest/link/link.h"
#include "entente/ingest/rank/ranker.h"
#include "entente/ingest/rank/typing.h"
#include "entente/language/coref/quotations.h"

namespace entente::ingest {
namespace {

/// A dated claim without a date of its own is news of the day only where news stands: in the title and the first
/// sentences.
constexpr std::uint32_t kNewsSentences = 3;

/// Confidence of what a frame reads and no pair of candidates bears out; also the least of a pair without a frame.
constexpr double kUnranked = 0.1;

/// From here on a frame's claim keeps the model from one the other way round.
constexpr double kFrameHolds = 0.3;

/// A frame's root that the model holds for as much less likely than the best is as good.
constexpr float kNearRoot = 0.3F;

/// How much surer the second of two claims must be to stand for both: the frames' come first.
constexpr double kFrameLead = 0.2;

/// From here on a pair of the model's own stands beside a frame's claim of the same act and target.
constexpr double kOwnRight = 0.7;

/// A frame that is as sure of itself outweighs a model that is not quite.
constexpr double kGoodFrame = 0.6;
constexpr double kEven = 0.5;

/// A pair that is as sure may well stand in a relation.
constexpr double kPossible = 0.25;

/// How much of the confidence in the act stays when a frame turns it round.
constexpr double kTurnedShare = 0.8;

/// Measured on read articles, claims hold less often than the frames' figures multiply to.
double tempered(double confidence, RelationType type) {
  const double slope = row(type).lasting ? 0.8 : 0.65;
  return confidence > kEven ? kEven + (confidence - kEven) * slope : confidence;
}

/// What is doubtful about an act that is only possible is doubtful twice: of such claims on news sentences (out of
/// fold) that had .5 to .7 one in five was right. They keep what they have from .8 on, and lose ever more below.
double of_possible(double confidence) {
  constexpr double kSure = 0.8;
  constexpr double kSlope = 2.75;
  return confidence < kSure ? std::max(confidence / 2, kSure - (kSure - confidence) * kSlope) : confidence;
}

/// How sure a frame is of itself.
double own_confidence(const Relation& relation, const End& source, const End& target) {
  return tempered(relation.confidence * source.certainty * target.certainty, relation.type);
}

/// The head of what it is over: as the frame says, else the thing that stands at the target.
TokenId topic_of(const Relation& relation, const End& target) {
  if (relation.about.valid()) return relation.about;
  return target.owned ? target.token : TokenId{};
}

class Extractor {
 public:
  Extractor(const Document& document, const Patterns& patterns, const ExtractOptions& options)
      : document_(document),
        patterns_(patterns),
        options_(options),
        tree_(document),
        arguments_(tree_, patterns),
        ends_(arguments_, patterns),
        quotations_(tree_),
        time_(tree_, document.article().date, patterns.periods()) {}

  std::vector<Claim> run();

 private:
  void add_events(const Sentence& sentence);
  void add_evaluations(const Sentence& sentence);
  void add_lasting();
  /// What a frame read, as bytes of the document's text.
  struct Framed {
    RelationType type;
    TokenId predicate;
    ByteSpan source;
    std::vector<ByteSpan> targets;
    ByteSpan about;
  };
  bool contradicts(const Framed& frame, const Relation& relation, const End& source, const End& target,
                   double confidence) const;
  void add_ranked(const Sentence& sentence);
  bool is_at(const End& end, const Candidate& word) const;
  bool is_composed(const Relation& relation) const;
  double weigh(const Relation& relation, const End& source, const End& target, const std::vector<Candidate>& words,
               const std::vector<RankedPair>& ranked, std::vector<bool>& told) const;
  void drop_repeats(std::size_t first, std::size_t framed);
  void add_claim(const Relation& relation, const End& source, const End& target,
                 std::optional<double> confidence = std::nullopt);

  ClaimEnd claim_end_of(const End& end) const;
  std::optional<End> speaker_of_claim(const Relation& relation, const End& source) const;
  std::optional<ClaimEnd> place_of(TokenId predicate) const;
  Claim start(std::size_t sentence, ByteSpan trigger, ByteSpan span) const;
  void finish(Claim& claim, Commitment commitment, const std::string& act_code) const;
  bool same(const End& a, const End& b) const;
  bool of_one_country(const End& a, const End& b) const;

  const Document& document_;
  const Patterns& patterns_;
  const ExtractOptions& options_;
  Tree tree_;
  Arguments arguments_;
  Ends ends_;
  language::Quotations quotations_;
  ClauseTime time_;
  std::vector<Claim> claims_;
};

std::vector<Claim> Extractor::run() {
  for (const Sentence& sentence : document_.sentences) {
    add_events(sentence);
    add_evaluations(sentence);
  }
  add_lasting();
  const auto key = [](const Claim& c) {
    return std::tie(c.field, c.span.begin, c.trigger.begin, c.source.span.begin, c.target.span.begin, c.type, c.status,
                    c.span.end);
  };
  std::stable_sort(claims_.begin(), claims_.end(), [&](const Claim& a, const Claim& b) { return key(a) < key(b); });
  return std::move(claims_);
}

bool Extractor::same(const End& a, const End& b) const {
  if (a.chain.valid() && a.chain == b.chain) return true;
  if (a.mention.valid() && a.mention == b.mention && a.chain == b.chain) return true;
  return a.token == b.token && a.chain == b.chain;
}

void Extractor::add_events(const Sentence& sentence) {
  if (options_.relations != nullptr) return add_ranked(sentence);
  for (const Relation& relation : read_events(ends_, patterns_, sentence.tokens)) {
    for (const End& source : relation.sources) {
      for (const End& target : relation.targets) {
        if (same(source, target)) continue;
        add_claim(relation, source, target);
        if (relation.reciprocal && !row(relation.type).symmetric) add_claim(relation, target, source);
      }
    }
  }
}

bool Extractor::is_at(const End& end, const Candidate& word) const {
  if (word.head == end.token || (end.mention.valid() && word.mention == end.mention)) return true;
  // "Lima said it had not bombed Quito": he who is meant, whichever word the model holds for the end.
  return end.chain.valid() && word.mention.valid() && document_.mentions[word.mention.index()].chain == end.chain;
}

/// Whether the words beside the predicate made the act what it is: planned, denied, halted, performed.
bool Extractor::is_composed(const Relation& relation) const {
  if (relation.standing.status() != Status::Asserted || relation.standing.stopped) return true;
  const std::string lemma = lemma_of(tree_, relation.predicate);
  const auto own = [&](const auto& entries) {
    return std::any_of(entries.begin(), entries.end(), [&](const auto& entry) {
      return entry.frame != nullptr && entry.frame->relation == relation.type;
    });
  };
  return is_verb(tree_, relation.predicate) ? !own(patterns_.verbs(lemma)) : !own(patterns_.nouns(lemma));
}

/// How sure a claim of a frame is, by what the model thinks of its ends; tells the pairs that it accounts for.
double Extractor::weigh(const Relation& relation, const End& source, const End& target,
                        const std::vector<Candidate>& words, const std::vector<RankedPair>& ranked,
                        std::vector<bool>& told) const {
  const auto root = coding_of(relation.type, relation.standing.status(), relation.commitment, relation.cameo).plover;
  const auto act = coding_of(relation.type, Status::Asserted, Commitment::None).plover;
  const bool composed = is_composed(relation);
  double agreed = 0;
  double other = 0;
  double reverse = 0;
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const RankedPair& pair = ranked[i];
    const Candidate& a = words[pair.source];
    const Candidate& b = words[pair.target];
    // What is planned, denied or promised is the frame's to say; the model may take it for the act or the promise.
    // So are roots that readers take for one another ("imposed sanctions").
    const auto is = [&](std::optional<PloverRoot> of) {
      return of && pair.scores[pair.root] - pair.scores[static_cast<std::size_t>(*of)] <= kNearRoot;
    };
    const bool same_act = is(root) || is(act);
    const auto at_target = [&](const Candidate& word) {
      return is_at(target, word) || std::any_of(relation.affected.begin(), relation.affected.end(),
                                                [&](const End& end) { return is_at(end, word); });
    };
    if (is_at(source, a) && at_target(b)) {
      (same_act ? agreed : other) = std::max(same_act ? agreed : other, pair.confidence);
      if (same_act || composed) told[i] = true;
    } else if (is_at(source, b) && at_target(a) && same_act) {
      reverse = std::max(reverse, pair.confidence);
      told[i] = true;
    }
  }
  // The direction is the frame's to say too.
  double out = std::max({kUnranked, agreed, kTurnedShare * reverse});
  // Another act is likelier: this one has what is left.
  out = std::max(out, composed ? other : std::min(other, 1 - other) / 2);
  // The model knows acts between actors as they happen; of others the frame knows better.
  const double own = own_confidence(relation, source, target);
  const bool likely = composed && std::max({agreed, other, reverse}) >= kPossible;
  if (likely || !row(relation.type).range.contains(NodeType::Country)) out = std::max(out, own);
  // Of these, two of three were right on labelled sentences (PLV, out of fold).
  if (own >= kGoodFrame && out >= kFrameHolds && out < kEven) out = kEven + (out - kFrameHolds) / 2;
  return out;
}

/// Whether what a frame says of the words keeps the model from saying otherwise.
bool Extractor::contradicts(const Framed& frame, const Relation& relation, const End& source, const End& target,
                            double confidence) const {
  const auto at_target = [&](ByteSpan span) {
    return std::any_of(frame.targets.begin(), frame.targets.end(), [&](ByteSpan t) { return t.overlaps(span); });
  };
  const bool same_source = frame.source.overlaps(source.span);
  const bool same_words = frame.predicate == relation.predicate;
  // "Lima's occupation of the islands" is a state of affairs, no act besides.
  if (row(frame.type).lasting) return same_words && same_source && at_target(target.span);
  // "rejected Quito's call for talks": the call is what is rejected, no claim of its own.
  if (frame.source.overlaps(target.span) && at_target(source.span)) return true;
  // "proposed a meeting with Quito": no meeting yet.
  if (same_source && at_target(target.span) && frame.about.contains(document_[relation.predicate].span)) return true;
  // "said Quito had bombed Lima" tells it, and accuses nobody.
  const GovernorEntry* governor =
      patterns_.governor(lemma_of(tree_, relation.predicate), part_of(tree_, relation.predicate));
  if (governor != nullptr && governor->standing == Standing::Reported && relation.type == RelationType::Criticizes &&
      frame.source.overlaps(target.span)) {
    return true;
  }
  // "condemned Quito's attack on Lima" says nothing against Lima.
  if (same_source && same_words && frame.about.contains(target.span) && !at_target(target.span)) return true;
  // "after Quito bombed it": somebody else did.
  const bool same_act = same_words || (frame.type == relation.type && confidence < kOwnRight);
  return same_act && at_target(target.span) && !same_source;
}

/// What the frames say, as sure as the model is of it; then what the model alone finds.
void Extractor::add_ranked(const Sentence& sentence) {
  const std::size_t first = claims_.size();
  const auto relations = read_events(ends_, patterns_, sentence.tokens);
  const auto words = candidates(ends_, patterns_, sentence.tokens);
  const PairReader reader(ends_, patterns_, options_.relations->clusters(), sentence.tokens, words, relations);
  const auto ranked = rank_pairs(*options_.relations, reader, document_, sentence.tokens, words);
  std::vector<bool> told(ranked.size());
  std::vector<Framed> framed;
  for (const Relation& relation : relations) {
    for (const End& source : relation.sources) {
      for (const End& target : relation.targets) {
        if (same(source, target)) continue;
        std::optional<double> sure;
        if (!row(relation.type).lasting) sure = weigh(relation, source, target, words, ranked, told);
        add_claim(relation, source, target, sure);
        if (relation.reciprocal && !row(relation.type).symmetric) add_claim(relation, target, source, sure);
        if (own_confidence(relation, source, target) < kFrameHolds) continue;
        Framed told_of{relation.type, relation.predicate, source.span, {target.span}, {}};
        for (const End& end : relation.affected) told_of.targets.push_back(end.span);
        const TokenId topic = topic_of(relation, target);
        if (topic.valid()) told_of.about = document_.span_of(tree_.subtree(topic));
        framed.push_back(std::move(told_of));
      }
    }
  }
  const std::size_t told_by_frames = claims_.size();
  for (std::size_t i = 0; i < ranked.size(); ++i) {
    const RankedPair& pair = ranked[i];
    if (told[i] || pair.confidence < kUnranked || !pair.predicate.valid()) continue;
    const Relation relation = type_relation(static_cast<PloverRoot>(pair.root), pair.predicate, arguments_, patterns_);
    for (const End& source : ends_.single(words[pair.source].head)) {
      if (source.owned) continue;
      for (const End& target : ends_.single(words[pair.target].head, EndUse::Site)) {
        const bool said = std::any_of(framed.begin(), framed.end(), [&](const Framed& other) {
          return contradicts(other, relation, source, target, pair.confidence);
        });
        if (!same(source, target) && !said) add_claim(relation, source, target, pair.confidence);
      }
    }
  }
  drop_repeats(first, told_by_frames);
}

/// "suspended flights to Quito" is told of the flights, and of Quito: of two claims alike but that one's target stands
/// in the words of the other's, the surer stays, and of them the one whose target is somebody.
void Extractor::drop_repeats(std::size_t first, std::size_t framed) {
  // "Quito" and "envoy" in "Quito's envoy".
  const auto is_owner = [&](ByteSpan owner, ByteSpan owned) {
    const Field field = claims_[first].field == ArticleField::Title ? Field::Title : Field::Text;
    const TokenId a = head_of_span(document_, document_.from_field({field, owner}));
    const TokenId b = head_of_span(document_, document_.from_field({field, owned}));
    if (!a.valid() || tree_[a].head != b) return false;
    const Deprel kind = universal(tree_[a].deprel);
    return tree_[a].deprel == Deprel::NmodPoss || kind == Deprel::Compound || kind == Deprel::Amod;
  };
  const auto root = [](const Claim& claim) {
    return coding_of(claim.type, claim.status, claim.commitment, claim.cameo).plover;
  };
  const auto words_of = [](const Claim& claim) {
    ByteSpan out = claim.target.span;
    if (claim.affected)
      out = {std::min(out.begin, claim.affected->span.begin), std::max(out.end, claim.affected->span.end)};
    return out;
  };
  const auto repeats = [&](const Claim& a, const Claim& b) {
    if (!(a.source.span == b.source.span) || root(a) != root(b) || !root(a)) return false;
    if (is_owner(a.target.span, b.target.span) || is_owner(b.target.span, a.target.span)) return true;
    return words_of(b).contains(words_of(a)) || words_of(a).contains(words_of(b));
  };
  for (std::size_t i = first; i < claims_.size(); ++i) {
    for (std::size_t j = i + 1; j < claims_.size();) {
      if (!repeats(claims_[i], claims_[j])) {
        ++j;
        continue;
      }
      Claim& a = claims_[i];
      Claim& b = claims_[j];
      const bool ours = i < framed && j >= framed;
      const bool second = a.target.id.empty() != b.target.id.empty()
                              ? a.target.id.empty()
                              : !ours && b.confidence > a.confidence + kFrameLead;
      const double sure = std::max(a.confidence, b.confidence);
      if (second) std::swap(a, b);
      a.confidence = sure;
      claims_.erase(claims_.begin() + static_cast<std::ptrdiff_t>(j));
    }
  }
}

/// "Lima's minister said Quito had created a grave crisis": he criticizes Quito.
void Extractor::add_evaluations(const Sentence& sentence) {
  for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
    const TokenId predicate(t);
    const bool clause = is_verb(tree_, predicate) || exact_child(tree_, predicate, Deprel::Cop).valid();
    if (!clause) continue;
    const int value = evaluation_of(predicate, tree_, patterns_);
    if (value == 0) continue;
    const TokenId subject = exact_child(tree_, predicate, Deprel::Nsubj);
    if (!subject.valid()) continue;
    // "We will do better": of oneself.
    const std::string person = language::lower(tree_[subject].form);
    if (person == "we" || person == "i" || person == "you") continue;
    Relation relation;
    relation.standing = standing_of(predicate, tree_, patterns_);
    TokenId speaker = relation.standing.reporter.valid() ? speaker_of(relation.standing.reporter, arguments_)
                                                         : quotations_.speaker(predicate);
    if (!speaker.valid() || relation.standing.negated || relation.standing.hypothetical || relation.standing.planned)
      continue;
    relation.type = value < 0 ? RelationType::Criticizes : RelationType::Praises;
    relation.predicate = relation.standing.reporter.valid() ? relation.standing.reporter : predicate;
    relation.about = predicate;
    relation.confidence = 0.66;
    relation.sources = ends_.actors(speaker);
    relation.standing = ClauseStanding{};
    relation.standing.past = true;
    relation.standing.clause = relation.predicate;
    for (const End& source : relation.sources) {
      for (const End& target : ends_.actors(subject)) {
        if (!same(source, target) && !(value > 0 && of_one_country(source, target)))
          add_claim(relation, source, target);
      }
    }
  }
}

/// A minister speaks well of his own state: no news.
bool Extractor::of_one_country(const End& a, const End& b) const {
  if (!a.chain.valid() || !b.chain.valid()) return false;
  const std::string& country = document_.chains[a.chain.index()].iso3;
  return !country.empty() && country == document_.chains[b.chain.index()].iso3;
}

void Extractor::add_lasting() {
  for (const LastingRelation& relation : read_lasting(ends_, patterns_)) {
    const std::size_t sentence = document_.sentence_at(relation.trigger.begin);
    Claim claim = start(sentence, relation.trigger, document_.sentences[sentence].span);
    claim.type = relation.type;
    claim.status = relation.ended ? Status::Ended : Status::Asserted;
    claim.source = claim_end_of(relation.source);
    claim.target = claim_end_of(relation.target);
    claim.office = relation.office;
    claim.confidence =
        tempered(relation.confidence * relation.source.certainty * relation.target.certainty, relation.type);
    finish(claim, Commitment::None, {});
    claims_.push_back(std::move(claim));
  }
}

Claim Extractor::start(std::size_t sentence, ByteSpan trigger, ByteSpan span) const {
  const Article& article = document_.article();
  Claim claim;
  claim.doc = {article.id, article.url, article.source, article.title, article.date};
  const Sentence& of = document_.sentences[sentence];
  claim.field = of.field == Field::Title ? ArticleField::Title : ArticleField::Text;
  claim.sentence = of.number;
  claim.quote = span.of(document_.text());
  claim.span = document_.to_field(span).span;
  claim.trigger = document_.to_field(trigger).span;
  claim.by = options_.by;
  return claim;
}

void Extractor::finish(Claim& claim, Commitment commitment, const std::string& act_code) const {
  claim.commitment = commitment;
  claim.cameo = coding_of(claim.type, claim.status, commitment, act_code).cameo;
  claim.confidence = std::round(std::clamp(claim.confidence, 0.0, 0.99) * 1000) / 1000;
}

ClaimEnd Extractor::claim_end_of(const End& end) const {
  if (end.mention.valid()) return claim_end(document_, end.mention, end.chain);
  ClaimEnd thing;
  thing.name = end.span.of(document_.text());
  thing.span = document_.to_field(end.span).span;
  return thing;
}

std::optional<End> Extractor::speaker_of_claim(const Relation& relation, const End& source) const {
  TokenId speaker;
  if (relation.standing.alleger.valid()) {
    speaker = arguments_.subject(relation.standing.alleger);
  } else if (relation.standing.reporter.valid()) {
    speaker = speaker_of(relation.standing.reporter, arguments_);
  } else {
    speaker = quotations_.speaker(relation.predicate);
  }
  if (!speaker.valid()) return std::nullopt;
  const auto found = ends_.actors(speaker);
  if (found.empty() || same(found.front(), source)) return std::nullopt;
  return found.front();
}

std::optional<ClaimEnd> Extractor::place_of(TokenId predicate) const {
  for (const TokenId c : tree_.children(predicate)) {
    const Deprel deprel = universal(tree_[c].deprel);
    if (deprel != Deprel::Obl && deprel != Deprel::Nmod) continue;
    const std::string preposition = tree_.case_marker(c);
    if (preposition != "in" && preposition != "at" && preposition != "near" && preposition != "outside") continue;
    for (std::size_t m = 0; m < document_.mentions.size(); ++m) {
      const Mention& mention = document_.mentions[m];
      if (mention.head != c) continue;
      if (mention.role == MentionRole::Location || mention.type == NodeType::Place)
        return claim_end(document_, MentionId(m), mention.chain);
    }
  }
  return std::nullopt;
}

void Extractor::add_claim(const Relation& relation, const End& source, const End& target,
                          std::optional<double> confidence) {
  const RelationRow& ontology = row(relation.type);
  if (source.is_actor() ? !ontology.domain.contains(ends_.type_of(source)) : !confidence) return;
  // An act on an agreement or policy that reaches us with an actor as target, or the other way round, is no statement.
  if (target.is_actor() && !ontology.range.contains(ends_.type_of(target))) return;
  const std::size_t sentence = tree_.sentence(relation.predicate);
  Claim claim = start(sentence, document_[relation.predicate].span, document_.sentences[sentence].span);
  claim.type = relation.type;
  claim.status = relation.standing.status();
  if (claim.status == Status::Negated && relation.standing.reporter.valid()) {
    // "Lima said it did not bomb Quito": not the narrator says so.
    const auto speaker = ends_.actors(speaker_of(relation.standing.reporter, arguments_));
    if (!speaker.empty() && same(speaker.front(), source)) claim.status = Status::Denied;
  }
  claim.source = claim_end_of(source);
  claim.target = claim_end_of(target);
  for (const End& affected : relation.affected) {
    if (affected.is_actor() && !same(affected, source)) {
      claim.affected = claim_end_of(affected);
      break;
    }
  }
  const TokenId about = topic_of(relation, target);
  if (about.valid()) {
    const ByteSpan span = document_.span_of(tree_.subtree(about));
    claim.about = ClaimTopic{std::string(span.of(document_.text())), document_.to_field(span).span, {}};
    const MentionId mention = ends_.mention_at(about);
    if (mention.valid() && document_.mentions[mention.index()].chain.valid()) {
      claim.about->id = claim_end(document_, mention, document_.mentions[mention.index()].chain).id;
    }
  }
  claim.place = place_of(relation.predicate);
  if (const auto speaker = speaker_of_claim(relation, source)) claim.speaker = claim_end_of(*speaker);
  TimeSpan time = time_.of(relation.predicate, relation.standing);
  const bool news = claim.field == ArticleField::Title || claim.sentence < kNewsSentences;
  if (time.date == document_.article().date && !news && !time.until) time.date.reset();
  claim.date = time.date;
  claim.until = time.until;
  if (ontology.lasting && claim.status == Status::Asserted && relation.ended) claim.status = Status::Ended;
  if (ontology.lasting && claim.status == Status::Asserted && time.until && document_.article().date &&
      last_day(*time.until) < first_day(*document_.article().date)) {
    claim.status = Status::Ended;
  }
  claim.confidence = confidence ? *confidence : own_confidence(relation, source, target);
  // What is demanded or alleged of somebody is said of him outright.
  const bool outright = relation.standing.demanded || relation.standing.alleged;
  if (claim.status == Status::Hypothetical && !outright && !ontology.lasting)
    claim.confidence = of_possible(claim.confidence);
  finish(claim, relation.commitment, relation.cameo);
  const auto known = std::find_if(claims_.begin(), claims_.end(), [&](const Claim& other) {
    if (other.sentence != claim.sentence || other.field != claim.field || other.type != claim.type ||
        other.status != claim.status || other.source.id != claim.source.id || other.target.id != claim.target.id)
      return false;
    if (other.source.span == claim.source.span && other.target.span == claim.target.span) return true;
    // The same actors under other names: said once.
    return !claim.source.id.empty() && !claim.target.id.empty() && options_.relations != nullptr;
  });
  if (known == claims_.end()) {
    claims_.push_back(std::move(claim));
  } else {
    known->confidence = std::max(known->confidence, claim.confidence);
  }
}

}  // namespace

std::vector<Claim> extract(const Document& document, const Patterns& patterns, const ExtractOptions& options) {
  return Extractor(document, patterns, options).run();
}

}  // namespace entente::ingest
