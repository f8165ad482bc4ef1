#include <gtest/gtest.h>

#include <string_view>

#include "support/mentions.h"
#include "support/worked_documents.h"

namespace entente {
namespace {

using support::annotated;
using support::has_mention;
using support::kFishingPact;
using support::kSeoulTwice;
using support::kTreaty;
using support::mention_of;

TEST(Mentions, TellTheStateFromThePlaceWhereReportersStand) {
  const Document document = annotated(kSeoulTwice);
  EXPECT_EQ(mention_of(document, "Seoul", 0).role, MentionRole::Metonym);
  EXPECT_EQ(mention_of(document, "Seoul", 0).type, NodeType::Country);
  EXPECT_EQ(mention_of(document, "Seoul", 1).role, MentionRole::Location);
  EXPECT_EQ(mention_of(document, "Seoul", 1).type, NodeType::Place);
}

TEST(Mentions, TakeNamesInADatelineForPlaceAndOutlet) {
  const Document document = annotated(R"(
    1  GENEVA  GENEVA  PROPN  NNP  _  7  nsubj
    2  (  (  PUNCT  -LRB-  _  3  punct  _  SpaceAfter=No
    3  Reuters  Reuters  PROPN  NNP  _  1  appos  _  SpaceAfter=No
    4  )  )  PUNCT  -RRB-  _  3  punct
    5  -  -  PUNCT  HYPH  _  6  punct
    6  Oxfam  Oxfam  PROPN  NNP  _  1  appos
    7  criticized  criticize  VERB  VBD  _  0  root
    8  Chad  Chad  PROPN  NNP  _  7  obj  _  SpaceAfter=No
    9  .  .  PUNCT  .  _  7  punct
)");
  EXPECT_EQ(mention_of(document, "GENEVA").role, MentionRole::Location);
  EXPECT_EQ(mention_of(document, "Reuters").role, MentionRole::Outlet);
  EXPECT_EQ(mention_of(document, "Oxfam").role, MentionRole::Plain);
}

TEST(Mentions, LetAPublisherBeAnActorWhenItIsExpelled) {
  const Document document = annotated(R"(
    1  Iran  Iran  PROPN  NNP  _  2  nsubj
    2  expelled  expel  VERB  VBD  _  0  root
    3  the  the  DET  DT  _  4  det
    4  BBC  BBC  PROPN  NNP  _  2  obj  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  2  punct

    1  Aides  Aides  PROPN  NNP  _  2  nsubj
    2  told  tell  VERB  VBD  _  0  root
    3  the  the  DET  DT  _  4  det
    4  BBC  BBC  PROPN  NNP  _  2  iobj
    5  that  that  PRON  WDT  _  7  nsubj
    6  talks  talk  NOUN  NNS  Number=Plur  7  nsubj
    7  failed  fail  VERB  VBD  _  2  ccomp  _  SpaceAfter=No
    8  .  .  PUNCT  .  _  2  punct
)");
  EXPECT_EQ(mention_of(document, "BBC", 0).role, MentionRole::Plain);
  EXPECT_EQ(mention_of(document, "BBC", 1).role, MentionRole::Outlet);
}

TEST(Mentions, FindNationalAdjectivesInsideGroups) {
  const Document document = annotated(R"(
    1  The  the  DET  DT  _  3  det
    2  Trump  Trump  PROPN  NNP  _  3  compound
    3  administration  administration  NOUN  NN  _  4  nsubj
    4  sanctioned  sanction  VERB  VBD  _  0  root
    5  Iranian  Iranian  ADJ  JJ  _  6  amod
    6  officials  official  NOUN  NNS  Number=Plur  4  obj  _  SpaceAfter=No
    7  .  .  PUNCT  .  _  4  punct
)");
  EXPECT_EQ(mention_of(document, "Iranian").role, MentionRole::Demonym);
  EXPECT_EQ(mention_of(document, "Iranian officials").type, NodeType::Group);
}

TEST(Mentions, LeaveOutADealThatIsNotDescribed) {
  const Document document = annotated(kTreaty);
  EXPECT_FALSE(has_mention(document, "treaty"));
}

TEST(Mentions, TakeADefinedNameWhole) {
  const Document document = annotated(kFishingPact);
  EXPECT_EQ(mention_of(document, "Lake Waters Agreement").type, NodeType::Agreement);
  EXPECT_EQ(mention_of(document, "LWA").type, NodeType::Agreement);
}

TEST(Mentions, TakeAPeopleWithTheArticleForTheState) {
  const Document document = annotated(R"(
    1  The  the  DET  DT  _  2  det
    2  Saudis  Saudi  PROPN  NNPS  Number=Plur  3  nsubj
    3  protested  protest  VERB  VBD  Number=Plur  0  root  _  SpaceAfter=No
    4  .  .  PUNCT  .  _  3  punct

    1  Many  many  ADJ  JJ  _  2  amod
    2  Saudis  Saudi  PROPN  NNPS  Number=Plur  3  nsubj
    3  left  leave  VERB  VBD  Number=Plur  0  root  _  SpaceAfter=No
    4  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_EQ(mention_of(document, "Saudis", 0).role, MentionRole::Metonym);
  EXPECT_EQ(mention_of(document, "Saudis", 1).type, NodeType::Group);
}

TEST(Mentions, TakeNamesInALineOfCreditForTheOutlets) {
  const Document document = annotated(R"(
    1  Ann  Ann  PROPN  NNP  _  3  nsubj
    2  Lee  Lee  PROPN  NNP  _  1  flat
    3  contributed  contribute  VERB  VBD  _  0  root
    4  to  to  ADP  IN  _  6  case
    5  this  this  DET  DT  _  6  det
    6  report  report  NOUN  NN  _  3  obl  _  SpaceAfter=No
    7  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_EQ(mention_of(document, "Ann Lee").role, MentionRole::Outlet);
}

TEST(Mentions, PartNamesThatRunTogether) {
  const Document document = annotated(R"(
    1  Regards  regard  NOUN  NNS  Number=Plur  0  root
    2  Lisa  Lisa  PROPN  NNP  _  1  flat
    3  Miller  Miller  PROPN  NNP  _  2  flat
    4  Kristen  Kristen  PROPN  NNP  _  2  flat
    5  Baker  Baker  PROPN  NNP  _  2  flat

    1  Lisa  Lisa  PROPN  NNP  _  0  root
    2  Miller  Miller  PROPN  NNP  _  1  flat
    3  Debra  Debra  PROPN  NNP  _  1  flat
)");
  EXPECT_TRUE(has_mention(document, "Lisa Miller"));
  EXPECT_TRUE(has_mention(document, "Kristen Baker"));
  EXPECT_TRUE(has_mention(document, "Debra"));
}

TEST(Mentions, TellASignatureFromTheSalutationBehindIt) {
  const Document document = annotated(R"(
    1  Lisa  Lisa  PROPN  NNP  _  4  vocative
    2  Kristen  Kristen  PROPN  NNP  _  1  flat  _  SpaceAfter=No
    3  ,  ,  PUNCT  ,  _  4  punct
    4  Call  call  VERB  VB  _  0  root
    5  Tom  Tom  PROPN  NNP  _  4  obj
)");
  EXPECT_TRUE(has_mention(document, "Lisa"));
  EXPECT_TRUE(has_mention(document, "Kristen"));
}

TEST(Mentions, LeaveANameOfSeveralGivenNamesWhole) {
  const Document document = annotated(R"(
    1  Lisa  Lisa  PROPN  NNP  _  4  nsubj
    2  Kristen  Kristen  PROPN  NNP  _  1  flat
    3  Miller  Miller  PROPN  NNP  _  1  flat
    4  resigned  resign  VERB  VBD  _  0  root
)");
  EXPECT_TRUE(has_mention(document, "Lisa Kristen Miller"));
}

TEST(Mentions, FindACountryInSmallLetters) {
  const Document document = annotated(R"(
    1  she  she  PRON  PRP  _  2  nsubj
    2  left  leave  VERB  VBD  _  0  root
    3  france  france  PROPN  NNP  _  2  obj
)");
  EXPECT_EQ(mention_of(document, "france").type, NodeType::Country);
}

TEST(Mentions, TakeTheFormOfAFirmIntoItsName) {
  Document document = support::conllu_document(R"(
    1  Norsk  Norsk  PROPN  NNP  _  2  compound
    2  Lumber  Lumber  PROPN  NNP  _  5  nsubj  _  SpaceAfter=No
    3  ,  ,  PUNCT  ,  _  4  punct
    4  Inc.  Inc.  PROPN  NNP  _  2  appos
    5  closed  close  VERB  VBD  _  0  root
)");
  document.names.push_back({{0, 2}, NodeType::Organisation, 0.9F});
  language::annotate_mentions(document, support::knowledge());
  EXPECT_TRUE(has_mention(document, "Norsk Lumber, Inc."));
}

TEST(Mentions, LeaveOutAnAdjectiveThatIsNoActors) {
  Document document = support::conllu_document(R"(
    1  Sunni  sunni  ADJ  JJ  _  2  amod
    2  areas  area  NOUN  NNS  Number=Plur  3  nsubj
    3  voted  vote  VERB  VBD  _  0  root
)");
  document.names.push_back({{0, 1}, NodeType::Group, 0.9F});
  language::annotate_mentions(document, support::knowledge());
  EXPECT_FALSE(has_mention(document, "Sunni"));
}

TEST(Mentions, LeaveOutThePronounOfAFormOfAddress) {
  const Document document = annotated(R"(
    1  His  his  PRON  PRP$  _  2  nmod:poss
    2  Majesty  majesty  PROPN  NNP  _  3  nsubj
    3  met  meet  VERB  VBD  _  0  root
    4  his  his  PRON  PRP$  _  5  nmod:poss
    5  ministers  minister  NOUN  NNS  Number=Plur  3  obj  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_FALSE(has_mention(document, "His"));
  EXPECT_TRUE(has_mention(document, "his"));
}

}  // namespace
}  // namespace entente
