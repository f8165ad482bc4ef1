#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "entente/ingest/extract/clause.h"
#include "ingest/shipped_patterns.h"
#include "support/conllu_document.h"

namespace entente::ingest {
namespace {

using support::conllu_document;
using support::token_of;

/// Subject and object of a verb in a sentence, as forms.
class Clause {
 public:
  explicit Clause(std::string_view conllu)
      : document_(conllu_document(conllu)), tree_(document_), arguments_(tree_, shipped_patterns()) {}

  std::string subject(std::string_view verb) const { return form(arguments_.subject(token_of(document_, verb))); }
  std::string object(std::string_view verb) const { return form(arguments_.object(token_of(document_, verb))); }
  bool passive(std::string_view verb) const { return is_passive(tree_, token_of(document_, verb)); }

 private:
  std::string form(TokenId token) const { return token.valid() ? std::string(tree_[token].form) : "-"; }

  Document document_;
  Tree tree_;
  Arguments arguments_;
};

TEST(Arguments, OfAPassiveAreTurnedRound) {
  const Clause clause(R"(
    1  Chile  Chile  PROPN  NNP  _  3  nsubj:pass
    2  was  be  AUX  VBD  _  3  aux:pass
    3  invaded  invade  VERB  VBN  _  0  root
    4  by  by  ADP  IN  _  5  case
    5  Peru  Peru  PROPN  NNP  _  3  obl:agent)");
  EXPECT_TRUE(clause.passive("invaded"));
  EXPECT_EQ(clause.subject("invaded"), "Peru");
  EXPECT_EQ(clause.object("invaded"), "Chile");
}

TEST(Arguments, OfAReducedPassiveAreTheNounAndTheAgent) {
  const Clause clause(R"(
    1  curbs  curb  NOUN  NNS  _  0  root
    2  imposed  impose  VERB  VBN  _  1  acl
    3  by  by  ADP  IN  _  4  case
    4  Peru  Peru  PROPN  NNP  _  2  obl:agent)");
  EXPECT_EQ(clause.subject("imposed"), "Peru");
  EXPECT_EQ(clause.object("imposed"), "curbs");
}

TEST(Arguments, OfAnInfinitiveHaveTheSubjectOfItsGovernor) {
  const Clause clause(R"(
    1  Spain  Spain  PROPN  NNP  _  3  nsubj
    2  has  have  AUX  VBZ  _  3  aux
    3  threatened  threaten  VERB  VBN  _  0  root
    4  to  to  PART  TO  _  5  mark
    5  attack  attack  VERB  VB  _  3  xcomp
    6  Morocco  Morocco  PROPN  NNP  _  5  obj)");
  EXPECT_FALSE(clause.passive("threatened"));
  EXPECT_EQ(clause.subject("attack"), "Spain");
}

TEST(Arguments, OfWhatSomebodyIsAccusedOfHaveTheAccusedAsSubject) {
  const Clause clause(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  accused  accuse  VERB  VBD  _  0  root
    3  Chile  Chile  PROPN  NNP  _  2  obj
    4  of  of  SCONJ  IN  _  5  mark
    5  helping  help  VERB  VBG  _  2  advcl
    6  Spain  Spain  PROPN  NNP  _  5  obj)");
  EXPECT_EQ(clause.subject("helping"), "Chile");
}

TEST(Arguments, OfARelativeClauseReachItsNoun) {
  const Clause clause(R"(
    1  The  the  DET  DT  _  2  det
    2  spy  spy  NOUN  NN  _  5  nsubj
    3  Peru  Peru  PROPN  NNP  _  4  nsubj
    4  expelled  expel  VERB  VBD  _  2  acl:relcl
    5  criticized  criticize  VERB  VBD  _  0  root
    6  Chile  Chile  PROPN  NNP  _  5  obj)");
  EXPECT_EQ(clause.subject("expelled"), "Peru");
  EXPECT_EQ(clause.object("expelled"), "spy");
}

TEST(Arguments, AreSharedByCoordinatedVerbs) {
  const Clause clause(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  condemned  condemn  VERB  VBD  _  0  root
    3  and  and  CCONJ  CC  _  4  cc
    4  rejected  reject  VERB  VBD  _  2  conj
    5  Chile  Chile  PROPN  NNP  _  7  nmod:poss
    6  's  's  PART  POS  _  5  case
    7  offer  offer  NOUN  NN  _  4  obj)");
  EXPECT_EQ(clause.subject("rejected"), "Peru");
  EXPECT_EQ(clause.object("condemned"), "offer");
}

TEST(Arguments, OfASecondVerbWithASubjectOfItsOwnAreItsOwn) {
  const Clause clause(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  agreed  agree  VERB  VBD  _  0  root
    3  and  and  CCONJ  CC  _  5  cc
    4  Chile  Chile  PROPN  NNP  _  5  nsubj
    5  refused  refuse  VERB  VBD  _  2  conj)");
  EXPECT_EQ(clause.subject("refused"), "Chile");
}

}  // namespace
}  // namespace entente::ingest
