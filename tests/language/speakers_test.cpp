#include <gtest/gtest.h>

#include <string_view>

#include "entente/language/coref/quotations.h"
#include "entente/language/tree.h"
#include "support/conllu_document.h"
#include "support/mentions.h"

namespace entente {
namespace {

using language::Quotations;
using language::Tree;
using support::chain_of;
using support::conllu_document;
using support::mention_of;
using support::resolved;
using support::token_of;

constexpr std::string_view kTwoSpeakers = R"(
    1  “  “  PUNCT  ``  _  3  punct  _  SpaceAfter=No
    2  I  I  PRON  PRP  _  3  nsubj
    3  stay  stay  VERB  VBP  _  6  ccomp  _  SpaceAfter=No
    4  ,  ,  PUNCT  ,  _  3  punct  _  SpaceAfter=No
    5  ”  ”  PUNCT  ''  _  3  punct
    6  said  say  VERB  VBD  _  0  root
    7  Ana  Ana  PROPN  NNP  _  6  nsubj
    8  Rojas  Rojas  PROPN  NNP  _  7  flat
    9  ,  ,  PUNCT  ,  _  11  punct
    10  and  and  CCONJ  CC  _  11  cc
    11  added  add  VERB  VBD  _  6  conj  _  SpaceAfter=No
    12  :  :  PUNCT  :  _  15  punct
    13  “  “  PUNCT  ``  _  15  punct  _  SpaceAfter=No
    14  We  we  PRON  PRP  _  15  nsubj
    15  wait  wait  VERB  VBP  _  11  ccomp  _  SpaceAfter=No
    16  .  .  PUNCT  .  _  15  punct  _  SpaceAfter=No
    17  ”  ”  PUNCT  ''  _  15  punct

    1  “  “  PUNCT  ``  _  3  punct  _  SpaceAfter=No
    2  Nobody  nobody  PRON  NN  _  3  nsubj
    3  left  leave  VERB  VBD  _  0  root  _  SpaceAfter=No
    4  .  .  PUNCT  .  _  3  punct  _  SpaceAfter=No
    5  ”  ”  PUNCT  ''  _  3  punct

    # newpar
    1  Juan  Juan  PROPN  NNP  _  3  nsubj
    2  Soto  Soto  PROPN  NNP  _  1  flat
    3  replied  reply  VERB  VBD  _  0  root  _  SpaceAfter=No
    4  :  :  PUNCT  :  _  7  punct
    5  “  “  PUNCT  ``  _  7  punct  _  SpaceAfter=No
    6  I  I  PRON  PRP  _  7  nsubj
    7  go  go  VERB  VBP  _  3  ccomp  _  SpaceAfter=No
    8  .  .  PUNCT  .  _  7  punct  _  SpaceAfter=No
    9  ”  ”  PUNCT  ''  _  7  punct
)";

TEST(Quotations, GoesToTheNearestVerbOfSaying) {
  const Document document = conllu_document(kTwoSpeakers);
  const Quotations quotations{Tree(document)};
  EXPECT_EQ(quotations.speaker(token_of(document, "stay")), token_of(document, "Ana"));
  EXPECT_EQ(quotations.speaker(token_of(document, "wait")), token_of(document, "Ana"));
  EXPECT_EQ(quotations.speaker(token_of(document, "go")), token_of(document, "Juan"));
}

TEST(Quotations, GoesOnWithItsSpeakerInASentenceThatNamesNone) {
  const Document document = conllu_document(kTwoSpeakers);
  const Quotations quotations{Tree(document)};
  EXPECT_EQ(quotations.speaker(token_of(document, "Nobody")), token_of(document, "Ana"));
}

TEST(Quotations, LeavesWordsOutsideTheMarksAlone) {
  const Document document = conllu_document(kTwoSpeakers);
  const Quotations quotations{Tree(document)};
  EXPECT_FALSE(quotations.quoted(token_of(document, "said")));
  EXPECT_FALSE(quotations.speaker(token_of(document, "said")).valid());
}

TEST(Quotations, EndsWithItsParagraphIfItIsLeftOpen) {
  const Document document = conllu_document(R"(
    1  “  “  PUNCT  ``  _  3  punct  _  SpaceAfter=No
    2  We  we  PRON  PRP  _  3  nsubj
    3  wait  wait  VERB  VBP  _  0  root

    # newpar
    1  Chad  Chad  PROPN  NNP  _  2  nsubj
    2  waited  wait  VERB  VBD  _  0  root
)");
  const Quotations quotations{Tree(document)};
  EXPECT_TRUE(quotations.quoted(token_of(document, "We")));
  EXPECT_FALSE(quotations.quoted(token_of(document, "Chad")));
}

TEST(Quotations, TakesALoneNameBesideThemForTheSpeaker) {
  const Document document = conllu_document(R"(
    1  “  “  PUNCT  ``  _  3  punct  _  SpaceAfter=No
    2  I  I  PRON  PRP  _  3  nsubj
    3  stay  stay  VERB  VBP  _  0  root  _  SpaceAfter=No
    4  .  .  PUNCT  .  _  3  punct  _  SpaceAfter=No
    5  ”  ”  PUNCT  ''  _  3  punct
    6  –  –  PUNCT  :  _  7  punct
    7  Ana  Ana  PROPN  NNP  _  3  parataxis
    8  Rojas  Rojas  PROPN  NNP  _  7  flat
)");
  const Quotations quotations{Tree(document)};
  EXPECT_EQ(quotations.speaker(token_of(document, "I")), token_of(document, "Ana"));
}

TEST(Speakers, GiveATurnToThePersonOfItsLabel) {
  const Document document = resolved(R"(
    1  President  president  PROPN  NNP  _  2  nmod:desc
    2  Ana  Ana  PROPN  NNP  _  4  nsubj
    3  Rojas  Rojas  PROPN  NNP  _  2  flat
    4  met  meet  VERB  VBD  _  0  root
    5  Juan  Juan  PROPN  NNP  _  4  obj
    6  Soto  Soto  PROPN  NNP  _  5  flat  _  SpaceAfter=No
    7  .  .  PUNCT  .  _  4  punct

    # newpar
    1  MR.  Mr.  PROPN  NNP  _  2  nmod:desc
    2  SOTO  Soto  PROPN  NNP  _  5  dep  _  SpaceAfter=No
    3  :  :  PUNCT  :  _  2  punct
    4  I  I  PRON  PRP  _  5  nsubj
    5  thank  thank  VERB  VBP  _  0  root
    6  you  you  PRON  PRP  _  5  obj  _  SpaceAfter=No
    7  ,  ,  PUNCT  ,  _  5  punct
    8  President  president  PROPN  NNP  _  9  nmod:desc
    9  Rojas  Rojas  PROPN  NNP  _  5  vocative  _  SpaceAfter=No
    10  .  .  PUNCT  .  _  5  punct

    # newpar
    1  Q  Q  NOUN  NN  _  5  dep  _  SpaceAfter=No
    2  :  :  PUNCT  :  _  1  punct
    3  Will  will  AUX  MD  _  5  aux
    4  you  you  PRON  PRP  _  5  nsubj
    5  sign  sign  VERB  VB  _  0  root  _  SpaceAfter=No
    6  ?  ?  PUNCT  .  _  5  punct

    # newpar
    1  MR.  Mr.  PROPN  NNP  _  2  nmod:desc
    2  SOTO  Soto  PROPN  NNP  _  5  dep  _  SpaceAfter=No
    3  :  :  PUNCT  :  _  2  punct
    4  I  I  PRON  PRP  _  5  nsubj
    5  hope  hope  VERB  VBP  _  0  root
    6  so  so  ADV  RB  _  5  advmod  _  SpaceAfter=No
    7  .  .  PUNCT  .  _  5  punct
)");
  EXPECT_EQ(&chain_of(document, "I", 0), &chain_of(document, "Juan Soto"));
  EXPECT_EQ(&chain_of(document, "I", 1), &chain_of(document, "Juan Soto"));
  EXPECT_EQ(&chain_of(document, "you", 0), &chain_of(document, "Ana Rojas")) << "who is called";
  EXPECT_EQ(&chain_of(document, "you", 1), &chain_of(document, "Juan Soto")) << "who answers";
}

TEST(Speakers, LetOneWhoIsInterviewedAnswerQuestions) {
  const Document document = resolved(R"(
    # field = title
    1  An  a  DET  DT  _  2  det
    2  interview  interview  NOUN  NN  _  0  root
    3  with  with  ADP  IN  _  4  case
    4  Ana  Ana  PROPN  NNP  _  2  nmod
    5  Rojas  Rojas  PROPN  NNP  _  4  flat

    # newpar
    1  Do  do  AUX  VBP  _  3  aux
    2  you  you  PRON  PRP  _  3  nsubj
    3  run  run  VERB  VB  _  0  root  _  SpaceAfter=No
    4  ?  ?  PUNCT  .  _  3  punct

    # newpar
    1  I  I  PRON  PRP  _  2  nsubj
    2  run  run  VERB  VBP  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct

    # newpar
    1  Can  can  AUX  MD  _  3  aux
    2  you  you  PRON  PRP  _  3  nsubj
    3  win  win  VERB  VB  _  0  root  _  SpaceAfter=No
    4  ?  ?  PUNCT  .  _  3  punct

    # newpar
    1  Nobody  nobody  PRON  NN  _  2  nsubj
    2  wins  win  VERB  VBZ  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct

    # newpar
    1  I  I  PRON  PRP  _  2  nsubj
    2  wonder  wonder  VERB  VBP  _  0  root
    3  why  why  ADV  WRB  _  2  ccomp  _  SpaceAfter=No
    4  ,  ,  PUNCT  ,  _  2  punct
    5  do  do  AUX  VBP  _  7  aux
    6  you  you  PRON  PRP  _  7  nsubj
    7  know  know  VERB  VB  _  2  parataxis  _  SpaceAfter=No
    8  ?  ?  PUNCT  .  _  2  punct
)");
  EXPECT_EQ(&chain_of(document, "you", 0), &chain_of(document, "Ana Rojas"));
  EXPECT_EQ(&chain_of(document, "I", 0), &chain_of(document, "Ana Rojas"));
  EXPECT_FALSE(mention_of(document, "I", 1).chain.valid()) << "who asks";
  EXPECT_EQ(&chain_of(document, "you", 2), &chain_of(document, "Ana Rojas"));
}

TEST(Speakers, LeaveTheAnswersOfTwoWhoAreInterviewedAlone) {
  const Document document = resolved(R"(
    # field = title
    1  An  a  DET  DT  _  2  det
    2  interview  interview  NOUN  NN  _  0  root
    3  with  with  ADP  IN  _  4  case
    4  Ana  Ana  PROPN  NNP  _  2  nmod
    5  Rojas  Rojas  PROPN  NNP  _  4  flat
    6  and  and  CCONJ  CC  _  7  cc
    7  Juan  Juan  PROPN  NNP  _  4  conj
    8  Soto  Soto  PROPN  NNP  _  7  flat

    # newpar
    1  Do  do  AUX  VBP  _  3  aux
    2  you  you  PRON  PRP  _  3  nsubj
    3  run  run  VERB  VB  _  0  root  _  SpaceAfter=No
    4  ?  ?  PUNCT  .  _  3  punct

    # newpar
    1  I  I  PRON  PRP  _  2  nsubj
    2  run  run  VERB  VBP  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct

    # newpar
    1  Can  can  AUX  MD  _  3  aux
    2  you  you  PRON  PRP  _  3  nsubj
    3  win  win  VERB  VB  _  0  root  _  SpaceAfter=No
    4  ?  ?  PUNCT  .  _  3  punct

    # newpar
    1  Nobody  nobody  PRON  NN  _  2  nsubj
    2  wins  win  VERB  VBZ  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct

    # newpar
    1  I  I  PRON  PRP  _  2  nsubj
    2  wonder  wonder  VERB  VBP  _  0  root
    3  why  why  ADV  WRB  _  2  ccomp  _  SpaceAfter=No
    4  ,  ,  PUNCT  ,  _  2  punct
    5  do  do  AUX  VBP  _  7  aux
    6  you  you  PRON  PRP  _  7  nsubj
    7  know  know  VERB  VB  _  2  parataxis  _  SpaceAfter=No
    8  ?  ?  PUNCT  .  _  2  punct
)");
  EXPECT_FALSE(mention_of(document, "I", 0).chain.valid());
}

TEST(Speakers, LeaveTheWriterOfALetterToSomebodyUnknown) {
  const Document document = resolved(R"(
    # field = title
    1  Letter  letter  NOUN  NN  _  0  root
    2  to  to  ADP  IN  _  3  case
    3  Ana  Ana  PROPN  NNP  _  1  nmod
    4  Rojas  Rojas  PROPN  NNP  _  3  flat

    # newpar
    1  I  I  PRON  PRP  _  2  nsubj
    2  write  write  VERB  VBP  _  0  root
    3  in  in  ADP  IN  _  4  case
    4  haste  haste  NOUN  NN  _  2  obl  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  2  punct
)");
  EXPECT_FALSE(mention_of(document, "I").chain.valid());
}

TEST(Speakers, MeanByWeInAJointStatementAllWhomItsTitleNames) {
  const Document document = resolved(R"(
    # field = title
    1  Joint  joint  ADJ  JJ  _  2  amod
    2  statement  statement  NOUN  NN  _  0  root
    3  of  of  ADP  IN  _  4  case
    4  Chad  Chad  PROPN  NNP  _  2  nmod
    5  and  and  CCONJ  CC  _  6  cc
    6  Mali  Mali  PROPN  NNP  _  4  conj

    # newpar
    1  We  we  PRON  PRP  _  2  nsubj
    2  condemn  condemn  VERB  VBP  _  0  root
    3  Peru  Peru  PROPN  NNP  _  2  obj  _  SpaceAfter=No
    4  .  .  PUNCT  .  _  2  punct
)");
  const Mention& we = mention_of(document, "We");
  ASSERT_EQ(we.members.size(), 2U);
  EXPECT_EQ(document.chains[we.members[0].index()].iso3, "TCD");
  EXPECT_EQ(document.chains[we.members[1].index()].iso3, "MLI");
}

}  // namespace
}  // namespace entente
