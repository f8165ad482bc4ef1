#pragma once

#include <string_view>

// Documents of our own writing, as CoNLL-U text (support/conllu_document.h), that the tests of several stages read.

namespace entente::support {

/// A pact that is described, named with its short form, and taken up.
inline constexpr std::string_view kFishingPact = R"(
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
)";

/// A measure with its owner, and taken up.
inline constexpr std::string_view kCurbs = R"(
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
)";

/// The state of Seoul and the place.
inline constexpr std::string_view kSeoulTwice = R"(
    1  Seoul  Seoul  PROPN  NNP  _  2  nsubj
    2  protested  protest  VERB  VBD  _  0  root  _  SpaceAfter=No
    3  .  .  PUNCT  .  _  2  punct

    1  Reporters  reporter  NOUN  NNS  Number=Plur  2  nsubj
    2  waited  wait  VERB  VBD  Number=Plur  0  root
    3  in  in  ADP  IN  _  4  case
    4  Seoul  Seoul  PROPN  NNP  _  2  obl  _  SpaceAfter=No
    5  .  .  PUNCT  .  _  2  punct
)";

/// A person whose office and country stand in apposition and possessor; an unnamed official.
inline constexpr std::string_view kDeputyDirector = R"(
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
)";

/// A minister by office, family name, pronoun, office.
inline constexpr std::string_view kForeignMinister = R"(
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
)";

/// Two countries and the deal between them.
inline constexpr std::string_view kTreaty = R"(
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
)";

}  // namespace entente::support
