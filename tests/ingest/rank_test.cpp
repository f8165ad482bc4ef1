#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "entente/ingest/rank/ranker.h"
#include "entente/ingest/rank/typing.h"
#include "ingest/shipped_patterns.h"
#include "support/conllu_document.h"
#include "support/temporary_folder.h"

namespace entente::ingest {
namespace {

using support::conllu_document;
using support::token_of;
using ::testing::ElementsAre;

const std::string kNetwork = ENTENTE_DATA_DIR "/models/pairs.bin";

constexpr std::string_view kActive = R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  bombed  bomb  VERB  VBD  _  0  root
    3  Chile  Chile  PROPN  NNP  _  2  obj)";

constexpr std::string_view kPassive = R"(
    1  Chile  Chile  PROPN  NNP  _  3  nsubj:pass
    2  was  be  AUX  VBD  _  3  aux:pass
    3  bombed  bomb  VERB  VBN  _  0  root
    4  by  by  ADP  IN  _  5  case
    5  Peru  Peru  PROPN  NNP  _  3  obl:agent)";

std::shared_ptr<const language::WordClusters> shipped_clusters() {
  static const auto loaded = [] {
    const auto vectors = language::WordVectors::load(ENTENTE_DATA_DIR "/models/vectors.bin");
    if (!vectors) ADD_FAILURE() << vectors.error().to_string();
    return language::WordClusters::load(ENTENTE_DATA_DIR "/models/clusters.bin", *vectors);
  }();
  if (!loaded) ADD_FAILURE() << loaded.error().to_string();
  return *loaded;
}

/// The candidates of a sentence without mentions, and the features of their pairs.
class Reading {
 public:
  explicit Reading(std::string_view conllu)
      : document_(conllu_document(conllu)),
        tree_(document_),
        arguments_(tree_, shipped_patterns()),
        ends_(arguments_, shipped_patterns()),
        words_(candidates(ends_, shipped_patterns(), document_.sentences[0].tokens)),
        relations_(read_events(ends_, shipped_patterns(), document_.sentences[0].tokens)),
        reader_(ends_, shipped_patterns(), *shipped_clusters(), document_.sentences[0].tokens, words_, relations_) {}

  std::vector<std::string> words() const {
    std::vector<std::string> out;
    for (const Candidate& word : words_) out.emplace_back(word.span.of(document_.text()));
    return out;
  }
  PairFeatures features(std::string_view source, std::string_view target) const {
    return reader_.read(number(source), number(target));
  }
  std::string form(TokenId token) const { return token.valid() ? std::string(tree_[token].form) : "-"; }
  Relation typed(PloverRoot root, std::string_view predicate) const {
    return type_relation(root, token_of(document_, predicate), arguments_, shipped_patterns());
  }

 private:
  std::size_t number(std::string_view head) const {
    const auto found = std::find_if(words_.begin(), words_.end(),
                                    [&](const Candidate& word) { return tree_[word.head].form == head; });
    EXPECT_NE(found, words_.end()) << head;
    return static_cast<std::size_t>(found - words_.begin());
  }

  Document document_;
  Tree tree_;
  Arguments arguments_;
  Ends ends_;
  std::vector<Candidate> words_;
  std::vector<Relation> relations_;
  PairReader reader_;
};

std::size_t shared(std::vector<FeatureKey> a, std::vector<FeatureKey> b) {
  std::sort(a.begin(), a.end());
  std::sort(b.begin(), b.end());
  std::vector<FeatureKey> both;
  std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
  return both.size();
}

TEST(Candidates, AreNounPhrasesAndConjunctsWithoutTimes) {
  const Reading reading(R"(
    1  Protesters  protester  NOUN  NNS  _  5  nsubj
    2  and  and  CCONJ  CC  _  3  cc
    3  police  police  NOUN  NN  _  1  conj
    4  have  have  AUX  VBP  _  5  aux
    5  fought  fight  VERB  VBN  _  0  root
    6  on  on  ADP  IN  _  7  case
    7  Monday  Monday  PROPN  NNP  _  5  obl)");
  EXPECT_THAT(reading.words(), ElementsAre("Protesters", "police"));
}

TEST(PairReader, SaysOfAPassiveWhatItSaysOfTheActive) {
  const PairFeatures active = Reading(kActive).features("Peru", "Chile");
  const PairFeatures passive = Reading(kPassive).features("Peru", "Chile");
  const PairFeatures turned = Reading(kPassive).features("Chile", "Peru");
  EXPECT_GT(shared(active.structure, passive.structure), shared(active.structure, turned.structure));
}

TEST(PairReader, NamesTheWordThatJoinsThePair) {
  const Reading reading(kPassive);
  EXPECT_EQ(reading.form(reading.features("Peru", "Chile").predicate), "bombed");
}

TEST(PairReader, TellsTheDirectionsApart) {
  const Reading reading(kActive);
  EXPECT_NE(reading.features("Peru", "Chile").structure, reading.features("Chile", "Peru").structure);
}

TEST(TypeRelation, TakesTheTypeThatTheVerbHas) {
  const Relation relation = Reading(kActive).typed(PloverRoot::Assault, "bombed");
  EXPECT_EQ(relation.type, RelationType::Attacks);
  EXPECT_EQ(relation.standing.status(), Status::Asserted);
}

TEST(TypeRelation, IsPlannedWhereTheRootIsThatOfAPromise) {
  const Reading reading(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  promised  promise  VERB  VBD  _  0  root
    3  to  to  PART  TO  _  4  mark
    4  help  help  VERB  VB  _  2  xcomp
    5  Chile  Chile  PROPN  NNP  _  4  obj)");
  const Relation relation = reading.typed(PloverRoot::Agree, "help");
  EXPECT_EQ(relation.type, RelationType::Aids);
  EXPECT_EQ(relation.standing.status(), Status::Planned);
}

TEST(TypeRelation, FallsBackToTheRootsOwnType) {
  const Relation relation = Reading(kActive).typed(PloverRoot::Support, "bombed");
  EXPECT_EQ(relation.type, RelationType::Supports);
}

TEST(RankPairs, CountsAPairAmongTheOthersOfItsEnds) {
  const std::vector<ScoredPair> pairs{{0, 1, 2.0F, 3.0F}, {1, 0, -1.0F, -2.0F}, {0, 2, 1.5F, 0.5F}};
  const auto numbers = competition(pairs, 0, {3, 0.75F, 0.25F}, 2.5F);
  EXPECT_THAT(numbers, ElementsAre(2.0F, 0.0F, 0.75F, 0.25F, -1.0F, 0.5F, 0.5F, 6.0F, 1.0F, 1.0F, 3.0F, -0.5F));
}

TEST(BestRoot, LeadsTheNext) {
  RootScores scores{};
  scores[4] = 0.5F;
  scores[9] = 0.75F;
  const BestRoot best = best_root(scores);
  EXPECT_EQ(best.root, 9U);
  EXPECT_FLOAT_EQ(best.lead, 0.25F);
}

TEST(RelationModel, RefusesATruncatedFile) {
  std::ifstream in(ENTENTE_DATA_DIR "/models/relations.bin", std::ios::binary);
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  ASSERT_GT(bytes.size(), 1000U);
  const entente::testing::TemporaryFolder folder;
  const std::string path = folder / "relations.bin";
  std::ofstream(path, std::ios::binary) << bytes.substr(0, bytes.size() / 2);
  const auto model = RelationModel::load(path, kNetwork, shipped_clusters());
  ASSERT_FALSE(model);
  EXPECT_EQ(model.error().code, ErrorCode::Corrupt);
}

TEST(RelationModel, HoldsConfidenceWithinBounds) {
  const auto model = RelationModel::load(ENTENTE_DATA_DIR "/models/relations.bin", kNetwork, shipped_clusters());
  ASSERT_TRUE(model) << model.error().to_string();
  double before = 0;
  for (float score = -4; score < 4; score += 0.5F) {
    const std::array<float, RelationModel::kCompetition> numbers{score, std::min(score, 0.0F), 1, 1};
    const double now = model->confidence(numbers);
    EXPECT_GE(now, before);
    EXPECT_LE(now, 1);
    before = now;
  }
}

}  // namespace
}  // namespace entente::ingest
