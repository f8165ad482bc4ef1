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
#include "entente/language/coref/quotations.h"

namespace entente::ingest {
namespace {

/// A dated claim without a date of its own is news of the day only where news stands: in the title and the first
/// sentences.
constexpr std::uint32_t kNewsSentences = 3;

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
  void add_claim(const Relation& relation, const End& source, const End& target);

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
    claim.confidence = relation.confidence * relation.source.certainty * relation.target.certainty;
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
  // Measured on read articles, claims hold less often than the frames' figures multiply to.
  constexpr double kEven = 0.5;
  const double slope = row(claim.type).lasting ? 0.8 : 0.65;
  if (claim.confidence > kEven) claim.confidence = kEven + (claim.confidence - kEven) * slope;
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

void Extractor::add_claim(const Relation& relation, const End& source, const End& target) {
  const RelationRow& ontology = row(relation.type);
  if (!source.is_actor() || !ontology.domain.contains(ends_.type_of(source))) return;
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
  const TokenId about = relation.about.valid() ? relation.about : target.owned ? target.token : TokenId{};
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
  claim.confidence = relation.confidence * source.certainty * target.certainty;
  finish(claim, relation.commitment, relation.cameo);
  const bool known = std::any_of(claims_.begin(), claims_.end(), [&](const Claim& other) {
    return other.sentence == claim.sentence && other.field == claim.field && other.type == claim.type &&
           other.status == claim.status && other.source.span == claim.source.span &&
           other.target.span == claim.target.span && other.source.id == claim.source.id &&
           other.target.id == claim.target.id;
  });
  if (!known) claims_.push_back(std::move(claim));
}

}  // namespace

std::vector<Claim> extract(const Document& document, const Patterns& patterns, const ExtractOptions& options) {
  return Extractor(document, patterns, options).run();
}

}  // namespace entente::ingest
