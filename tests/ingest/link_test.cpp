#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "entente/ingest/link/link.h"
#include "support/knowledge.h"
#include "support/mentions.h"
#include "support/worked_documents.h"

namespace entente {
namespace {

using support::kCurbs;
using support::kDeputyDirector;
using support::kFishingPact;
using support::knowledge;
using support::kSeoulTwice;
using support::resolved;

Document linked(std::string_view conllu) {
  Document document = resolved(conllu);
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
  const Document document = linked(kFishingPact);
  const ClaimEnd end = ingest::claim_end(document, id_of(document, "fishing pact"));
  EXPECT_EQ(end.id, "agreement/lake-waters-agreement");
  EXPECT_EQ(end.parties, (std::vector<std::string>{"country/MLI", "country/TCD"}));
}

TEST(Link, PutsTheOwnerFirstInTheIdOfAPolicy) {
  const Document document = linked(kCurbs);
  EXPECT_EQ(ingest::claim_end(document, id_of(document, "curbs")).id, "policy/jpn-curbs-on-exports-of-steel");
}

TEST(Link, MakesNoNodeOfABareGroup) {
  const Document document = linked(kSeoulTwice);
  EXPECT_FALSE(ingest::claim_end(document, id_of(document, "Reporters")).is_node());
}

TEST(Link, NamesAnUnnamedOfficialByHisCountry) {
  const Document document = linked(kDeputyDirector);
  const ClaimEnd end = ingest::claim_end(document, id_of(document, "Ugandan ambassador"));
  EXPECT_EQ(end.name, "Uganda's ambassador");
  EXPECT_EQ(end.iso3, "UGA");
}

TEST(Link, WritesAMentionAsTheContractSays) {
  const Document document = linked(kSeoulTwice);
  EXPECT_EQ(
      *ingest::to_json_line(document, id_of(document, "Seoul")),
      R"json({"doc":"","field":"text","begin":0,"end":5,"text":"Seoul","kind":"name","type":"country","entity":"country/KOR","iso3":"KOR"})json");
}

}  // namespace
}  // namespace entente
