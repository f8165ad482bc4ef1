#include <gtest/gtest.h>

#include <string_view>

#include "support/mentions.h"
#include "support/worked_documents.h"

namespace entente {
namespace {

using support::chain_of;
using support::kCurbs;
using support::kDeputyDirector;
using support::kFishingPact;
using support::kForeignMinister;
using support::kTreaty;
using support::mention_of;
using support::resolved;

TEST(Coreference, MakesOneAgreementOfItsDescriptionItsNameAndItsShortForm) {
  const Document document = resolved(kFishingPact);
  const CorefChain& pact = chain_of(document, "fishing pact");
  EXPECT_EQ(pact.name, "Lake Waters Agreement");
  EXPECT_EQ(&chain_of(document, "LWA"), &pact);
  EXPECT_EQ(&chain_of(document, "pact"), &pact);
  EXPECT_EQ(pact.parties.size(), 2U);
}

TEST(Coreference, GivesAPersonTheOfficeInApposition) {
  const Document document = resolved(kForeignMinister);
  const CorefChain& minister = chain_of(document, "Ana Rojas");
  EXPECT_EQ(minister.type, NodeType::Official);
  ASSERT_EQ(minister.offices.size(), 1U);
  EXPECT_EQ(minister.offices[0].title, "foreign minister");
  EXPECT_EQ(document.chains[minister.offices[0].country.index()].iso3, "PER");
}

TEST(Coreference, FollowsAPersonThroughFamilyNamePronounAndOffice) {
  const Document document = resolved(kForeignMinister);
  const CorefChain& minister = chain_of(document, "Ana Rojas");
  EXPECT_EQ(&chain_of(document, "Rojas"), &minister);
  EXPECT_EQ(&chain_of(document, "she"), &minister);
  EXPECT_EQ(&chain_of(document, "foreign minister", 1), &minister);
}

TEST(Coreference, FindsABodyAndItsCountryInAnOffice) {
  const Document document = resolved(kDeputyDirector);
  const CorefChain& council = chain_of(document, "NWC");
  EXPECT_EQ(council.name, "National Water Council");
  EXPECT_EQ(council.iso3, "KEN");
  EXPECT_EQ(&chain_of(document, "Kim"), &chain_of(document, "Kim Ho-jun"));
}

TEST(Coreference, TakesTheTwoCountriesForThoseNamedBefore) {
  const Document document = resolved(kTreaty);
  const Mention& both = mention_of(document, "two countries");
  ASSERT_EQ(both.members.size(), 2U);
  EXPECT_EQ(document.chains[both.members[0].index()].iso3, "CHL");
  EXPECT_EQ(document.chains[both.members[1].index()].iso3, "PER");
}

TEST(Coreference, LetsAnOfficialSayWeForHisCountry) {
  const Document document = resolved(R"(
    1  "  "  PUNCT  ``  _  4  punct  _  SpaceAfter=No
    2  We  we  PRON  PRP  Number=Plur  4  nsubj
    3  will  will  AUX  MD  _  4  aux
    4  leave  leave  VERB  VB  _  13  ccomp  _  SpaceAfter=No
    5  ,  ,  PUNCT  ,  _  4  punct  _  SpaceAfter=No
    6  "  "  PUNCT  ``  _  4  punct
    7  Peru  Peru  PROPN  NNP  _  10  nmod:poss  _  SpaceAfter=No
    8  's  's  PART  POS  _  7  case
    9  foreign  foreign  ADJ  JJ  _  10  amod
    10  minister  minister  NOUN  NN  _  11  nmod:desc
    11  Ana  Ana  PROPN  NNP  _  13  nsubj
    12  Rojas  Rojas  PROPN  NNP  _  11  flat
    13  told  tell  VERB  VBD  _  0  root
    14  Reuters  Reuters  PROPN  NNP  _  13  iobj  _  SpaceAfter=No
    15  .  .  PUNCT  .  _  13  punct
)");
  EXPECT_EQ(chain_of(document, "We").iso3, "PER");
  EXPECT_EQ(chain_of(document, "We").type, NodeType::Country);
}

TEST(Coreference, GivesAPolicyItsOwner) {
  const Document document = resolved(kCurbs);
  const CorefChain& curbs = chain_of(document, "curbs", 0);
  EXPECT_EQ(curbs.name, "curbs on exports of steel");
  EXPECT_EQ(document.chains[curbs.owner.index()].iso3, "JPN");
  EXPECT_EQ(&chain_of(document, "curbs", 1), &curbs);
}

TEST(Coreference, ResolvesAPossessiveInACoordinationToItsFirstPart) {
  const Document document = resolved(R"(
    1  The  the  DET  DT  _  3  det
    2  United  United  ADJ  NNP  _  3  amod
    3  States  State  PROPN  NNPS  Number=Plur  7  nsubj
    4  and  and  CCONJ  CC  _  6  cc
    5  its  its  PRON  PRP$  _  6  nmod:poss
    6  allies  ally  NOUN  NNS  Number=Plur  3  conj
    7  met  meet  VERB  VBD  Number=Plur  0  root
    8  Chad  Chad  PROPN  NNP  _  7  obj  _  SpaceAfter=No
    9  .  .  PUNCT  .  _  7  punct
)");
  EXPECT_EQ(chain_of(document, "its").iso3, "USA");
}

TEST(Coreference, TakesAGovernmentForItsState) {
  const Document document = resolved(R"(
    1  The  the  DET  DT  _  3  det
    2  Peruvian  Peruvian  ADJ  JJ  _  3  amod
    3  government  government  NOUN  NN  _  4  nsubj
    4  praised  praise  VERB  VBD  _  0  root
    5  Chad  Chad  PROPN  NNP  _  4  obj  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  4  punct

    1  The  the  DET  DT  _  2  det
    2  government  government  NOUN  NN  _  3  nsubj
    3  smiled  smile  VERB  VBD  _  0  root  _  SpaceAfter=No
    4  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_EQ(mention_of(document, "Peruvian government").role, MentionRole::Metonym);
  EXPECT_EQ(chain_of(document, "government").iso3, "PER");
}

TEST(Coreference, ResolvesAPronounInARelativeClauseToItsAntecedent) {
  const Document document = resolved(R"(
    1  Ana  Ana  PROPN  NNP  _  3  nsubj
    2  Rojas  Rojas  PROPN  NNP  _  1  flat
    3  met  meet  VERB  VBD  _  0  root
    4  Juan  Juan  PROPN  NNP  _  3  obj
    5  Soto  Soto  PROPN  NNP  _  4  flat  _  SpaceAfter=No
    6  ,  ,  PUNCT  ,  _  8  punct
    7  who  who  PRON  WP  _  8  nsubj
    8  said  say  VERB  VBD  _  4  acl:relcl
    9  he  he  PRON  PRP  _  11  nsubj
    10  was  be  AUX  VBD  _  11  cop
    11  ill  ill  ADJ  JJ  _  8  ccomp  _  SpaceAfter=No
    12  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_EQ(&chain_of(document, "he"), &chain_of(document, "Juan Soto"));
}

TEST(Coreference, LooksAheadFromAFrontedClauseOnly) {
  const Document document = resolved(R"(
    1  Explaining  explain  VERB  VBG  _  10  advcl
    2  its  its  PRON  PRP$  _  3  nmod:poss
    3  decision  decision  NOUN  NN  _  1  obj  _  SpaceAfter=No
    4  ,  ,  PUNCT  ,  _  1  punct
    5  Peru  Peru  PROPN  NNP  _  8  nmod:poss  _  SpaceAfter=No
    6  's  's  PART  POS  _  5  case
    7  envoy  envoy  NOUN  NN  _  8  nmod:desc
    8  Ana  Ana  PROPN  NNP  _  10  nsubj
    9  Rojas  Rojas  PROPN  NNP  _  8  flat
    10  met  meet  VERB  VBD  _  0  root
    11  Juan  Juan  PROPN  NNP  _  10  obj
    12  Soto  Soto  PROPN  NNP  _  11  flat  _  SpaceAfter=No
    13  .  .  PUNCT  .  _  10  punct
)");
  EXPECT_EQ(chain_of(document, "its").iso3, "PER");
}

TEST(Coreference, KeepsCountedGroupsApart) {
  const Document document = resolved(R"(
    1  Five  five  NUM  CD  _  2  nummod
    2  people  people  NOUN  NNS  Number=Plur  3  nsubj
    3  died  die  VERB  VBD  Number=Plur  0  root
    4  in  in  ADP  IN  _  5  case
    5  Chad  Chad  PROPN  NNP  _  3  obl  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  3  punct

    1  Nine  nine  NUM  CD  _  2  nummod
    2  people  people  NOUN  NNS  Number=Plur  3  nsubj
    3  died  die  VERB  VBD  Number=Plur  0  root
    4  in  in  ADP  IN  _  5  case
    5  Mali  Mali  PROPN  NNP  _  3  obl  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_NE(&chain_of(document, "Five people"), &chain_of(document, "Nine people"));
}

TEST(Coreference, ResolvesAPossessiveInARelativeClauseToItsSubject) {
  const Document document = resolved(R"(
    1  Ghana  Ghana  PROPN  NNP  _  2  nsubj
    2  protested  protest  VERB  VBD  _  0  root
    3  against  against  ADP  IN  _  4  case
    4  Benin  Benin  PROPN  NNP  _  2  obl  _  SpaceAfter=No
    5  ,  ,  PUNCT  ,  _  7  punct
    6  which  which  PRON  WDT  _  7  nsubj
    7  defends  defend  VERB  VBZ  _  4  acl:relcl
    8  its  its  PRON  PRP$  _  9  nmod:poss
    9  occupation  occupation  NOUN  NN  _  7  obj  _  SpaceAfter=No
    10  .  .  PUNCT  .  _  2  punct
)");
  EXPECT_EQ(chain_of(document, "its").iso3, "BEN");
}

TEST(Coreference, ResolvesAPossessiveInARelativeClauseToTheOnlyOneInIt) {
  const Document document = resolved(R"(
    1  Ghana  Ghana  PROPN  NNP  _  2  nsubj
    2  praised  praise  VERB  VBD  _  0  root
    3  protesters  protester  NOUN  NNS  Number=Plur  2  obj
    4  who  who  PRON  WP  _  5  nsubj
    5  condemned  condemn  VERB  VBD  _  3  acl:relcl
    6  Benin  Benin  PROPN  NNP  _  8  nmod:poss  _  SpaceAfter=No
    7  's  's  PART  POS  _  6  case
    8  acts  act  NOUN  NNS  Number=Plur  5  obj
    9  during  during  ADP  IN  _  11  case
    10  its  its  PRON  PRP$  _  11  nmod:poss
    11  occupation  occupation  NOUN  NN  _  5  obl  _  SpaceAfter=No
    12  .  .  PUNCT  .  _  2  punct
)");
  EXPECT_EQ(chain_of(document, "its").iso3, "BEN");
}

TEST(Coreference, TakesTheTwoLeadersForThePersonsNamedBefore) {
  const Document document = resolved(R"(
    1  Ana  Ana  PROPN  NNP  _  3  nsubj
    2  Rojas  Rojas  PROPN  NNP  _  1  flat
    3  met  meet  VERB  VBD  _  0  root
    4  Juan  Juan  PROPN  NNP  _  3  obj
    5  Soto  Soto  PROPN  NNP  _  4  flat
    6  in  in  ADP  IN  _  7  case
    7  Chad  Chad  PROPN  NNP  _  3  obl  _  SpaceAfter=No
    8  .  .  PUNCT  .  _  3  punct

    1  The  the  DET  DT  _  3  det
    2  two  two  NUM  CD  _  3  nummod
    3  leaders  leader  NOUN  NNS  Number=Plur  4  nsubj
    4  smiled  smile  VERB  VBD  _  0  root  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  4  punct
)");
  const Mention& leaders = mention_of(document, "two leaders");
  ASSERT_EQ(leaders.members.size(), 2U);
  EXPECT_EQ(document.chains[leaders.members[0].index()].name, "Ana Rojas");
  EXPECT_EQ(document.chains[leaders.members[1].index()].name, "Juan Soto");
}

TEST(Coreference, TakesThePairForThePersonsNamedBefore) {
  const Document document = resolved(R"(
    1  Ana  Ana  PROPN  NNP  _  3  nsubj
    2  Rojas  Rojas  PROPN  NNP  _  1  flat
    3  met  meet  VERB  VBD  _  0  root
    4  Juan  Juan  PROPN  NNP  _  3  obj
    5  Soto  Soto  PROPN  NNP  _  4  flat
    6  in  in  ADP  IN  _  7  case
    7  Chad  Chad  PROPN  NNP  _  3  obl  _  SpaceAfter=No
    8  .  .  PUNCT  .  _  3  punct

    1  The  the  DET  DT  _  2  det
    2  pair  pair  NOUN  NN  _  3  nsubj
    3  praised  praise  VERB  VBD  _  0  root
    4  their  their  PRON  PRP$  _  5  nmod:poss
    5  hosts  host  NOUN  NNS  Number=Plur  3  obj  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_EQ(mention_of(document, "pair").members.size(), 2U);
  EXPECT_EQ(mention_of(document, "their").members, mention_of(document, "pair").members);
}

TEST(Coreference, KnowsANameInAnotherOrderAndWithoutAccents) {
  const Document document = resolved(R"(
    1  Natsu  Natsu  PROPN  NNP  _  3  nsubj
    2  Higuchi  Higuchi  PROPN  NNP  _  1  flat
    3  met  meet  VERB  VBD  _  0  root
    4  Juan  Juan  PROPN  NNP  _  3  obj
    5  Solís  Solís  PROPN  NNP  _  4  flat  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  3  punct

    1  Higuchi  Higuchi  PROPN  NNP  _  3  nsubj
    2  Natsu  Natsu  PROPN  NNP  _  1  flat
    3  praised  praise  VERB  VBD  _  0  root
    4  Juan  Juan  PROPN  NNP  _  3  obj
    5  Solis  Solis  PROPN  NNP  _  4  flat  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  3  punct
)");
  EXPECT_EQ(&chain_of(document, "Higuchi Natsu"), &chain_of(document, "Natsu Higuchi"));
  EXPECT_EQ(&chain_of(document, "Juan Solis"), &chain_of(document, "Juan Solís"));
}

TEST(Coreference, BindsAPossessiveAfterAnd) {
  const Document document = resolved(R"(
    1  Peru  Peru  PROPN  NNP  _  2  nsubj
    2  fears  fear  VERB  VBZ  _  0  root
    3  Chad  Chad  PROPN  NNP  _  2  obj
    4  and  and  CCONJ  CC  _  6  cc
    5  its  its  PRON  PRP$  _  6  nmod:poss
    6  allies  ally  NOUN  NNS  Number=Plur  2  obj  _  SpaceAfter=No
    7  .  .  PUNCT  .  _  2  punct
)");
  EXPECT_EQ(chain_of(document, "its").iso3, "TCD") << "whatever the tree";
}

}  // namespace
}  // namespace entente
