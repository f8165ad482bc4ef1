#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "entente/ingest/link/link.h"
#include "entente/language/coref/coreference.h"
#include "entente/language/mentions/mentions.h"
#include "support/conllu_document.h"
#include "support/knowledge.h"
#include "support/mentions.h"

namespace entente {
namespace {

using language::annotate_mentions;
using language::resolve_coreference;
using support::conllu_document;
using support::knowledge;

Document linked(std::string_view conllu) {
  Document document = conllu_document(conllu);
  annotate_mentions(document, knowledge());
  resolve_coreference(document, knowledge());
  ingest::link(document, knowledge());
  return document;
}

MentionId id_of(const Document& document, std::string_view words) {
  for (std::size_t i = 0; i < document.mentions.size(); ++i)
    if (document.text_of(document.mentions[i].tokens) == words) return MentionId(i);
  ADD_FAILURE() << "no mention " << words;
  return MentionId(0);
}

TEST(Link, GivesAnAgreementWithoutAListedNameTheIdOfItsName) {
  const Document document = linked(R"(
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
  const ClaimEnd end = ingest::claim_end(document, id_of(document, "fishing pact"));
  EXPECT_EQ(end.id, "agreement/lake-waters-agreement");
  EXPECT_EQ(end.parties, (std::vector<std::string>{"country/MLI", "country/TCD"}));
}

TEST(Link, PutsTheOwnerFirstInTheIdOfAPolicy) {
  const Document document = linked(R"(
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
  EXPECT_EQ(ingest::claim_end(document, id_of(document, "curbs")).id, "policy/jpn-curbs-on-exports-of-steel");
}

TEST(Link, MakesNoNodeOfABareGroup) {
  const Document document = linked(R"(
    1  Seoul  Seoul  PROPN  NNP  _  2  nsubj
    2  protested  protest  VERB  VBD  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct

    1  Reporters  reporter  NOUN  NNS  Number=Plur  2  nsubj
    2  waited  wait  VERB  VBD  Number=Plur  0  root
    3  in  in  ADP  IN  _  4  case
    4  Seoul  Seoul  PROPN  NNP  _  2  obl  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  2  punct
)");
  EXPECT_FALSE(ingest::claim_end(document, id_of(document, "Reporters")).is_node());
}

TEST(Link, NamesAnUnnamedOfficialByHisCountry) {
  const Document document = linked(R"(
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
  const ClaimEnd end = ingest::claim_end(document, id_of(document, "Ugandan ambassador"));
  EXPECT_EQ(end.name, "Uganda's ambassador");
  EXPECT_EQ(end.iso3, "UGA");
}

TEST(Link, WritesAMentionAsTheContractSays) {
  const Document document = linked(R"(
    1  Seoul  Seoul  PROPN  NNP  _  2  nsubj
    2  protested  protest  VERB  VBD  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct

    1  Reporters  reporter  NOUN  NNS  Number=Plur  2  nsubj
    2  waited  wait  VERB  VBD  Number=Plur  0  root
    3  in  in  ADP  IN  _  4  case
    4  Seoul  Seoul  PROPN  NNP  _  2  obl  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  2  punct
)");
  EXPECT_EQ(
      *ingest::to_json_line(document, id_of(document, "Seoul")),
      R"json({"doc":"","field":"text","begin":0,"end":5,"text":"Seoul","kind":"name","type":"country","entity":"country/KOR","iso3":"KOR"})json");
}

}  // namespace
}  // namespace entente
