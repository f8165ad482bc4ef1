#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "entente/ingest/extract/standing.h"
#include "ingest/shipped_patterns.h"
#include "support/conllu_document.h"

namespace entente::ingest {
namespace {

using support::conllu_document;
using support::token_of;

/// The standing of "attack" or "attacking" in a sentence.
ClauseStanding standing(std::string_view conllu, std::string_view verb = "attack") {
  const Document document = conllu_document(conllu);
  const Tree tree(document);
  return standing_of(token_of(document, verb), tree, shipped_patterns());
}

/// "Peru <auxiliary> attack Chile"
ClauseStanding with_auxiliary(const std::string& auxiliary) {
  return standing("1  Peru  Peru  PROPN  NNP  _  3  nsubj\n2  " + auxiliary + "  " + auxiliary +
                  "  AUX  MD  _  3  aux\n3  attack  attack  VERB  VB  _  0  root\n"
                  "4  Chile  Chile  PROPN  NNP  _  3  obj\n");
}

/// "Peru <verb> to attack Chile"
ClauseStanding with_governor(const std::string& form, const std::string& lemma) {
  return standing("1  Peru  Peru  PROPN  NNP  _  2  nsubj\n2  " + form + "  " + lemma +
                  "  VERB  VBD  _  0  root\n3  to  to  PART  TO  _  4  mark\n"
                  "4  attack  attack  VERB  VB  _  2  xcomp\n5  Chile  Chile  PROPN  NNP  _  4  obj\n");
}

TEST(ClauseStanding, IsToldByTheAuxiliary) {
  EXPECT_EQ(with_auxiliary("will").status(), Status::Planned);
  EXPECT_EQ(with_auxiliary("may").status(), Status::Hypothetical);
  EXPECT_EQ(with_auxiliary("would").status(), Status::Hypothetical);
  EXPECT_EQ(with_auxiliary("did").status(), Status::Asserted);
}

TEST(ClauseStanding, IsToldByTheGovernor) {
  EXPECT_EQ(with_governor("planned", "plan").status(), Status::Planned);
  EXPECT_EQ(with_governor("wanted", "want").status(), Status::Hypothetical);
  EXPECT_EQ(with_governor("failed", "fail").status(), Status::Negated);
  EXPECT_EQ(with_governor("began", "begin").status(), Status::Asserted);
}

TEST(ClauseStanding, OfAPromiseIsPlannedAndACommitment) {
  const ClauseStanding promised = with_governor("promised", "promise");
  EXPECT_EQ(promised.status(), Status::Planned);
  EXPECT_EQ(promised.commitment(), Commitment::Promised);
}

TEST(ClauseStanding, KnowsThreatsAndRefusals) {
  EXPECT_TRUE(with_governor("threatened", "threaten").threatened);
  const ClauseStanding refused = with_governor("refused", "refuse");
  EXPECT_TRUE(refused.refused);
  EXPECT_TRUE(refused.refuser.valid());
}

TEST(ClauseStanding, IsNegatedByNot) {
  const ClauseStanding negated = standing(R"(
    1  Peru  Peru  PROPN  NNP  _  4  nsubj
    2  did  do  AUX  VBD  _  4  aux
    3  not  not  PART  RB  _  4  advmod
    4  attack  attack  VERB  VB  _  0  root
    5  Chile  Chile  PROPN  NNP  _  4  obj)");
  EXPECT_EQ(negated.status(), Status::Negated);
}

TEST(ClauseStanding, OfWhatIsDeniedIsDenied) {
  const ClauseStanding denied = standing(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  denied  deny  VERB  VBD  _  0  root
    3  attacking  attack  VERB  VBG  _  2  xcomp
    4  Chile  Chile  PROPN  NNP  _  3  obj)",
                                         "attacking");
  EXPECT_EQ(denied.status(), Status::Denied);
}

TEST(ClauseStanding, OfWouldUnderSayingIsAPlan) {
  const ClauseStanding told = standing(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  said  say  VERB  VBD  _  0  root
    3  it  it  PRON  PRP  _  5  nsubj
    4  would  would  AUX  MD  _  5  aux
    5  attack  attack  VERB  VB  _  2  ccomp
    6  Chile  Chile  PROPN  NNP  _  5  obj)");
  EXPECT_EQ(told.status(), Status::Planned);
  EXPECT_TRUE(told.reporter.valid());
}

TEST(ClauseStanding, OfWhatIsUrgedIsHypothetical) {
  const ClauseStanding urged = standing(R"(
    1  Spain  Spain  PROPN  NNP  _  2  nsubj
    2  urged  urge  VERB  VBD  _  0  root
    3  Peru  Peru  PROPN  NNP  _  2  obj
    4  to  to  PART  TO  _  5  mark
    5  attack  attack  VERB  VB  _  2  xcomp
    6  Chile  Chile  PROPN  NNP  _  5  obj)");
  EXPECT_TRUE(urged.demanded);
  EXPECT_EQ(urged.status(), Status::Hypothetical);
}

TEST(ClauseStanding, OfWhatSomebodyIsAccusedOfIsAlleged) {
  const ClauseStanding alleged = standing(R"(
    1  Spain  Spain  PROPN  NNP  _  2  nsubj
    2  accused  accuse  VERB  VBD  _  0  root
    3  Peru  Peru  PROPN  NNP  _  2  obj
    4  of  of  SCONJ  IN  _  5  mark
    5  attacking  attack  VERB  VBG  _  2  advcl
    6  Chile  Chile  PROPN  NNP  _  5  obj)",
                                          "attacking");
  EXPECT_TRUE(alleged.alleger.valid());
  EXPECT_EQ(alleged.status(), Status::Hypothetical);
}

TEST(ClauseStanding, KnowsWhatStopped) {
  const ClauseStanding stopped = standing(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  stopped  stop  VERB  VBD  _  0  root
    3  attacking  attack  VERB  VBG  _  2  xcomp
    4  Chile  Chile  PROPN  NNP  _  3  obj)",
                                          "attacking");
  EXPECT_TRUE(stopped.stopped);
}

}  // namespace
}  // namespace entente::ingest
