#include "entente/export/iri.h"

#include <gtest/gtest.h>

namespace entente::exporter {
namespace {

TEST(IriPath, EscapesWhatWouldLeaveThePath) {
  EXPECT_EQ(iri_path("person/taro-kono"), "person/taro-kono");
  EXPECT_EQ(iri_path("a:b?c#d e\"<>@%"), "a%3Ab%3Fc%23d%20e%22%3C%3E%40%25");
  EXPECT_EQ(iri_path("place/são"), "place/são");
}

TEST(WikidataIri, TakesItemsOnly) {
  EXPECT_EQ(wikidata_iri("Q884"), "http://www.wikidata.org/entity/Q884");
  EXPECT_EQ(wikidata_iri("Q884>"), "");
  EXPECT_EQ(wikidata_iri("Q"), "");
  EXPECT_EQ(wikidata_iri(""), "");
}

TEST(BaseIri, IsAbsoluteAndEndsInASlash) {
  EXPECT_TRUE(check_base_iri("https://w3id.org/entente/"));
  EXPECT_TRUE(check_base_iri("http://localhost:8080/a/"));
  for (const auto* bad :
       {"", "graph/", "https://x", "https:///", "https://x/a#", "https://x y/", "://x/", "urn:x:y/"}) {
    const auto checked = check_base_iri(bad);
    ASSERT_FALSE(checked) << bad;
    EXPECT_EQ(checked.error().source, "base");
  }
}

}  // namespace
}  // namespace entente::exporter
