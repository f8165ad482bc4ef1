#include <gtest/gtest.h>

#include "laws/reading.h"

namespace entente::laws {
namespace {

TEST(WorkedSentences, AreReadAsTheInterfaceSays) {
  expect_claims(
      {
          {"{A} lifted sanctions on {B}.", {"A lifts * asserted YIELD affected=B"}},
          {"{A} imposed sanctions on {B}.", {"A sanctions B asserted SANCTION"}},
          {"{A} said it will scrap the pact with {B}.", {"A scraps * planned SANCTION affected=B"}},
          {"{A} will not extend the pact with {B}.", {"A scraps * planned SANCTION affected=B"}},
          {"{A} halted aid to {B}.", {"A scraps * asserted SANCTION affected=B"}},
          {"{A} and {B} signed the Lake Waters Treaty.",
           {"A signs * asserted SUPPORT affected=B", "B signs * asserted SUPPORT affected=A"}},
          {"{A} and {B} signed a trade deal.", {"A agrees-with B asserted SUPPORT"}},
          {"{A} and {B} will meet in Geneva.", {"A meets B planned AGREE place=Geneva"}},
          {"{A} met {B}.", {"A meets B asserted CONSULT"}},
          {"{A} urged {B} to release {C's} sailors.", {"A demands B asserted REQUEST"}},
          {"{A} urged {B} to attack {C}.", {"A demands B asserted REQUEST", "B attacks C hypothetical ASSAULT"}},
          {"{A} promised not to attack {B}.", {"A attacks B denied AGREE"}},
          {"{A} promised aid to {B}.", {"A aids B planned AGREE"}},
          {"{A} denied shelling {B}.", {"A attacks B denied REJECT"}},
          {"{A} did not shell {B}.", {"A attacks B negated ASSAULT"}},
          {"{A} threatened to bomb {B}.", {"A threatens B asserted THREATEN"}},
          {"{A} may bomb {B}.", {"A attacks B hypothetical ASSAULT"}},
          {"{A} rejected {B's} call for talks.", {"A rejects B asserted REJECT"}},
          {"{A} accused {B} of arming {C}.", {"A accuses B asserted ACCUSE", "B aids C hypothetical AID speaker=A"}},
          {"{A} summoned {B's} envoy to protest.", {"A criticizes B asserted ACCUSE"}},
          {"{A}, {B's} ally, praised {C's} \"restraint\".", {"A praises C asserted SUPPORT"}},
      },
      {});
}

}  // namespace
}  // namespace entente::laws
