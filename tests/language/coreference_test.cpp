#include <gtest/gtest.h>

#include <string_view>

#include "entente/language/coref/coreference.h"
#include "entente/language/mentions/mentions.h"
#include "support/conllu_document.h"
#include "support/knowledge.h"
#include "support/mentions.h"

namespace entente {
namespace {

using language::annotate_mentions;
using language::resolve_coreference;
using support::chain_of;
using support::conllu_document;
using support::knowledge;
using support::mention_of;

Document resolved(std::string_view conllu) {
  Document document = conllu_document(conllu);
  annotate_mentions(document, knowledge());
  resolve_coreference(document, knowledge());
  return document;
}

TEST(Coreference, MakesOneAgreementOfItsDescriptionItsNameAndItsShortForm) {
  const Document document = resolved(R"(
    1  Chad  Chad  PROPN  NNP  _  2  nsubj
    2  said  say  VERB  VBD  _  0  root
    3  it  it  PRON  PRP  _  5  nsubj
    4  will  will  AUX  MD  _  5  aux
    5  scrap  scrap  VERB  VB  _  2  ccomp
    6  a  a  DET  DT  _  8  det
    7  fishing  fishing  NOUN  NN  _  8  compound
    8  pact  pact  NOUN  NN  _  5  obj
    9  with  with  ADP  IN  _  10  case
    10  Mali  Mali  PROPN  NNP  _  8  nmod  _  SpaceAfter=No
    11  .  .  PUNCT  .  _  2  punct

    1  Chad  Chad  PROPN  NNP  _  3  nmod:poss  _  SpaceAfter=No
    2  's  's  PART  POS  _  1  case
    3  decision  decision  NOUN  NN  _  13  nsubj
    4  to  to  PART  TO  _  5  mark
    5  end  end  VERB  VB  _  3  acl
    6  the  the  DET  DT  _  9  det
    7  Lake  Lake  PROPN  NNP  _  8  compound
    8  Waters  Waters  PROPN  NNP  _  9  compound
    9  Agreement  agreement  NOUN  NN  _  5  obj
    10  (  (  PUNCT  -LRB-  _  11  punct  _  SpaceAfter=No
    11  LWA  LWA  PROPN  NNP  _  9  appos  _  SpaceAfter=No
    12  )  )  PUNCT  -RRB-  _  11  punct
    13  surprised  surprise  VERB  VBD  _  0  root
    14  many  many  ADJ  JJ  _  13  xcomp  _  SpaceAfter=No
    15  .  .  PUNCT  .  _  13  punct

    1  The  the  DET  DT  _  2  det
    2  pact  pact  NOUN  NN  _  4  nsubj
    3  had  have  AUX  VBD  _  4  aux
    4  worked  work  VERB  VBN  _  0  root
    5  well  well  ADV  RB  _  4  advmod  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  4  punct
)");
  const CorefChain& pact = chain_of(document, "fishing pact");
  EXPECT_EQ(pact.name, "Lake Waters Agreement");
  EXPECT_EQ(&chain_of(document, "LWA"), &pact);
  EXPECT_EQ(&chain_of(document, "pact"), &pact);
  EXPECT_EQ(pact.parties.size(), 2U);
}

TEST(Coreference, GivesAPersonTheOfficeInApposition) {
  const Document document = resolved(R"(
    1  Peru  Peru  PROPN  NNP  _  4  nmod:poss  _  SpaceAfter=No
    2  's  's  PART  POS  _  1  case
    3  foreign  foreign  ADJ  JJ  _  4  amod
    4  minister  minister  NOUN  NN  _  9  nsubj  _  SpaceAfter=No
    5  ,  ,  PUNCT  ,  _  6  punct
    6  Ana  Ana  PROPN  NNP  _  4  appos
    7  Rojas  Rojas  PROPN  NNP  _  6  flat  _  SpaceAfter=No
    8  ,  ,  PUNCT  ,  _  6  punct
    9  praised  praise  VERB  VBN  _  0  root
    10  Lima  Lima  PROPN  NNP  _  9  obj  _  SpaceAfter=No
    11  .  .  PUNCT  .  _  9  punct

    1  Rojas  Rojas  PROPN  NNP  _  2  nsubj
    2  said  say  VERB  VBD  _  0  root
    3  she  she  PRON  PRP  _  5  nsubj
    4  would  would  AUX  MD  _  5  aux
    5  travel  travel  VERB  VB  _  2  ccomp  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  2  punct

    1  The  the  DET  DT  _  3  det
    2  foreign  foreign  ADJ  JJ  _  3  amod
    3  minister  minister  NOUN  NN  _  4  nsubj
    4  smiled  smile  VERB  VBD  _  0  root  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  4  punct
)");
  const CorefChain& minister = chain_of(document, "Ana Rojas");
  EXPECT_EQ(minister.type, NodeType::Official);
  ASSERT_EQ(minister.offices.size(), 1U);
  EXPECT_EQ(minister.offices[0].title, "foreign minister");
  EXPECT_EQ(document.chains[minister.offices[0].country.index()].iso3, "PER");
}

TEST(Coreference, FollowsAPersonThroughFamilyNamePronounAndOffice) {
  const Document document = resolved(R"(
    1  Peru  Peru  PROPN  NNP  _  4  nmod:poss  _  SpaceAfter=No
    2  's  's  PART  POS  _  1  case
    3  foreign  foreign  ADJ  JJ  _  4  amod
    4  minister  minister  NOUN  NN  _  9  nsubj  _  SpaceAfter=No
    5  ,  ,  PUNCT  ,  _  6  punct
    6  Ana  Ana  PROPN  NNP  _  4  appos
    7  Rojas  Rojas  PROPN  NNP  _  6  flat  _  SpaceAfter=No
    8  ,  ,  PUNCT  ,  _  6  punct
    9  praised  praise  VERB  VBN  _  0  root
    10  Lima  Lima  PROPN  NNP  _  9  obj  _  SpaceAfter=No
    11  .  .  PUNCT  .  _  9  punct

    1  Rojas  Rojas  PROPN  NNP  _  2  nsubj
    2  said  say  VERB  VBD  _  0  root
    3  she  she  PRON  PRP  _  5  nsubj
    4  would  would  AUX  MD  _  5  aux
    5  travel  travel  VERB  VB  _  2  ccomp  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  2  punct

    1  The  the  DET  DT  _  3  det
    2  foreign  foreign  ADJ  JJ  _  3  amod
    3  minister  minister  NOUN  NN  _  4  nsubj
    4  smiled  smile  VERB  VBD  _  0  root  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  4  punct
)");
  const CorefChain& minister = chain_of(document, "Ana Rojas");
  EXPECT_EQ(&chain_of(document, "Rojas"), &minister);
  EXPECT_EQ(&chain_of(document, "she"), &minister);
  EXPECT_EQ(&chain_of(document, "foreign minister", 1), &minister);
}

TEST(Coreference, FindsABodyAndItsCountryInAnOffice) {
  const Document document = resolved(R"(
    1  Kenya  Kenya  PROPN  NNP  _  3  nmod:poss  _  SpaceAfter=No
    2  's  's  PART  POS  _  1  case
    3  Kim  Kim  PROPN  NNP  _  20  nsubj
    4  Ho  Ho  PROPN  NNP  _  3  flat  _  SpaceAfter=No
    5  -  -  PUNCT  HYPH  _  6  punct  _  SpaceAfter=No
    6  jun  jun  PROPN  NNP  _  3  flat  _  SpaceAfter=No
    7  ,  ,  PUNCT  ,  _  10  punct
    8  a  a  DET  DT  _  10  det
    9  deputy  deputy  NOUN  NN  _  10  compound
    10  director  director  NOUN  NN  _  3  appos
    11  of  of  ADP  IN  _  15  case
    12  the  the  DET  DT  _  15  det
    13  National  National  ADJ  NNP  _  15  amod
    14  Water  Water  PROPN  NNP  _  15  compound
    15  Council  Council  PROPN  NNP  _  10  nmod
    16  (  (  PUNCT  -LRB-  _  17  punct  _  SpaceAfter=No
    17  NWC  NWC  PROPN  NNP  _  15  appos  _  SpaceAfter=No
    18  )  )  PUNCT  -RRB-  _  17  punct  _  SpaceAfter=No
    19  ,  ,  PUNCT  ,  _  3  punct
    20  met  meet  VERB  VBD  _  0  root
    21  the  the  DET  DT  _  23  det
    22  Ugandan  Ugandan  PROPN  NNP  _  23  compound
    23  ambassador  ambassador  NOUN  NN  _  20  obj  _  SpaceAfter=No
    24  .  .  PUNCT  .  _  20  punct

    1  Kim  Kim  PROPN  NNP  _  2  nsubj
    2  said  say  VERB  VBD  _  0  root
    3  the  the  DET  DT  _  4  det
    4  NWC  NWC  PROPN  NNP  _  6  nsubj
    5  was  be  AUX  VBD  _  6  cop
    6  ready  ready  ADJ  JJ  _  2  ccomp  _  SpaceAfter=No
    7  .  .  PUNCT  .  _  2  punct
)");
  const CorefChain& council = chain_of(document, "NWC");
  EXPECT_EQ(council.name, "National Water Council");
  EXPECT_EQ(council.iso3, "KEN");
  EXPECT_EQ(&chain_of(document, "Kim"), &chain_of(document, "Kim Ho-jun"));
}

TEST(Coreference, TakesTheTwoCountriesForThoseNamedBefore) {
  const Document document = resolved(R"(
    1  Chile  Chile  PROPN  NNP  _  4  nsubj
    2  and  and  CCONJ  CC  _  3  cc
    3  Peru  Peru  PROPN  NNP  _  1  conj
    4  signed  sign  VERB  VBD  Number=Plur  0  root
    5  a  a  DET  DT  _  6  det
    6  treaty  treaty  NOUN  NN  _  4  obj  _  SpaceAfter=No
    7  .  .  PUNCT  .  _  4  punct

    1  The  the  DET  DT  _  3  det
    2  two  two  NUM  CD  _  3  nummod
    3  countries  country  NOUN  NNS  Number=Plur  4  nsubj
    4  praised  praise  VERB  VBD  Number=Plur  0  root
    5  it  it  PRON  PRP  _  4  obj  _  SpaceAfter=No
    6  .  .  PUNCT  .  _  4  punct
)");
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
  const Document document = resolved(R"(
    1  Japan  Japan  PROPN  NNP  _  2  nsubj
    2  tightened  tighten  VERB  VBD  _  0  root
    3  its  its  PRON  PRP$  _  4  nmod:poss
    4  curbs  curb  NOUN  NNS  Number=Plur  2  obj
    5  on  on  ADP  IN  _  6  case
    6  exports  export  NOUN  NNS  Number=Plur  2  obl
    7  of  of  ADP  IN  _  8  case
    8  steel  steel  NOUN  NN  _  6  nmod  _  SpaceAfter=No
    9  .  .  PUNCT  .  _  2  punct

    1  The  the  DET  DT  _  2  det
    2  curbs  curb  NOUN  NNS  Number=Plur  3  nsubj
    3  hurt  hurt  VERB  VBD  Number=Plur  0  root
    4  Chile  Chile  PROPN  NNP  _  3  obj  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  3  punct
)");
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

}  // namespace
}  // namespace entente
