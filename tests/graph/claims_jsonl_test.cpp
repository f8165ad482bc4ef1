#include "entente/graph/claims_jsonl.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

Claim full_claim() {
  Claim claim;
  claim.doc = {"a1", "https://news.example/a1", "Example News", "Minister objects", Date{2019, 8, 23}};
  claim.field = ArticleField::Text;
  claim.sentence = 12;
  claim.span = {1737, 1860};
  claim.trigger = {1776, 1786};
  claim.quote = "The minister “criticised” Veland.";
  claim.type = RelationType::Criticizes;
  claim.status = Status::Asserted;
  claim.cameo = "111";
  claim.confidence = 0.93;
  claim.date = Date{2019, 8, 22};
  claim.source = {"person/taro-kono", NodeType::Official, "JPN", "Taro Kono", {"Kono"}, {1765, 1774}, {}};
  claim.target = {"country/KOR", NodeType::Country, "KOR", "South Korea", {}, {1787, 1792}, {}};
  claim.about = ClaimTopic{"mixing two issues", {1806, 1853}, ""};
  claim.by = "entente 0.1.0";
  return claim;
}

Claim read(const std::string& line) {
  auto claim = claim_of_json_line(line, "claims.jsonl");
  EXPECT_TRUE(claim) << (claim ? "" : claim.error().to_string());
  return claim.value_or(Claim{});
}

std::string error_of(const std::string& line) {
  const auto claim = claim_of_json_line(line, "claims.jsonl");
  return claim ? "no error" : claim.error().to_string();
}

TEST(ClaimsJsonl, WritesTheContractsFieldsInItsOrder) {
  EXPECT_EQ(
      to_json_line(full_claim()).value(),
      R"({"doc":"a1","field":"text","sentence":12,"begin":1737,"end":1860,"trigger":[1776,1786],)"
      R"("type":"criticizes","status":"asserted","plover":"ACCUSE","cameo":"111","quad":"verbal-conflict",)"
      R"("goldstein":-2,"confidence":0.93,"date":"2019-08-22","until":null,)"
      R"("source":{"id":"person/taro-kono","type":"official","iso3":"JPN","name":"Taro Kono","begin":1765,"end":1774,"aliases":["Kono"],"parties":[]},)"
      R"("target":{"id":"country/KOR","type":"country","iso3":"KOR","name":"South Korea","begin":1787,"end":1792,"aliases":[],"parties":[]},)"
      R"("affected":null,"about":{"text":"mixing two issues","begin":1806,"end":1853,"id":null},)"
      R"("place":null,"speaker":null,"by":"entente 0.1.0","quote":"The minister “criticised” Veland.",)"
      R"("url":"https://news.example/a1","publisher":"Example News","published":"2019-08-23",)"
      R"("doc_title":"Minister objects","commitment":null,"office":null})");
}

TEST(ClaimsJsonl, ReadsBackWhatItWrote) {
  Claim claim = full_claim();
  EXPECT_EQ(read(to_json_line(claim).value()), claim);

  claim.field = ArticleField::Title;
  claim.type = RelationType::Aids;
  claim.status = Status::Planned;
  claim.commitment = Commitment::Promised;
  claim.cameo = coding_of(claim.type, claim.status, claim.commitment).cameo;
  claim.until = Date{2020, 0, 0};
  claim.office = "foreign minister";
  claim.affected = claim.target;
  claim.place = ClaimEnd{"place/geneva", NodeType::Place, "CHE", "Geneva", {}, {3, 9}, {}};
  claim.speaker = claim.source;
  claim.target = ClaimEnd{"", std::nullopt, "", "a ship", {}, {20, 26}, {}};
  claim.about->id = "agreement/treaty-of-rome";
  EXPECT_EQ(read(to_json_line(claim).value()), claim);
}

TEST(ClaimsJsonl, LastingRelationsHaveNoCodes) {
  Claim claim = full_claim();
  claim.type = RelationType::PartyTo;
  claim.cameo.clear();
  const std::string line = to_json_line(claim).value();
  EXPECT_NE(line.find(R"("plover":null,"cameo":null,"quad":null,"goldstein":null)"), std::string::npos) << line;
}

TEST(ClaimsJsonl, ReadsAnotherExtractorsLine) {
  const Claim claim = read(R"({"doc":"x","type":"meets","source":{"type":"official","name":"Ana Vel"},)"
                           R"("target":{"id":"country/FRA"},"by":"curator","unknown":[1]})");
  EXPECT_EQ(claim.source.id, "person/ana-vel");
  EXPECT_EQ(claim.target.type, NodeType::Country);
  EXPECT_EQ(claim.by, "curator");
  EXPECT_EQ(claim.cameo, "040");
  EXPECT_EQ(claim.confidence, 1);
  EXPECT_EQ(claim.status, Status::Asserted);
}

TEST(ClaimsJsonl, SaysWhatIsWrongAndWhere) {
  EXPECT_EQ(error_of(R"({"doc":"x","type":"hugs","source":{},"target":{}})"),
            R"(claims.jsonl: claim, "type": unknown "hugs")");
  EXPECT_EQ(error_of(R"({"type":"meets","source":{},"target":{}})"),
            R"(claims.jsonl: claim, "doc": a string expected)");
  EXPECT_EQ(error_of(R"({"doc":"x","type":"meets","target":{}})"),
            R"(claims.jsonl: claim, "source": an object expected)");
  EXPECT_EQ(error_of(R"({"doc":"x","type":"meets","source":{"id":"person/a b"},"target":{}})"),
            R"(claims.jsonl: claim, "source": no id of a node: "person/a b")");
  EXPECT_EQ(error_of(R"({"doc":"x","type":"meets","source":{"id":"person/a","type":"country"},"target":{}})"),
            R"(claims.jsonl: claim, "source": no id of a node of type country: "person/a")");
  EXPECT_EQ(error_of(R"({"doc":"x","type":"meets","source":{},"target":{},"confidence":1.5})"),
            R"(claims.jsonl: claim, "confidence": a number from 0 to 1 expected)");
  EXPECT_EQ(error_of(R"({"doc":"x","type":"meets","source":{},"target":{},"begin":9,"end":3})"),
            R"(claims.jsonl: claim, "begin": the end lies before the begin)");
  EXPECT_EQ(error_of(R"({"doc":"x",)").rfind("claims.jsonl:11: not JSON", 0), 0U) << error_of(R"({"doc":"x",)");
}

TEST(ClaimsJsonl, RefusesTextThatIsNotUtf8) {
  Claim claim = full_claim();
  claim.quote = "\xc3(";
  EXPECT_EQ(to_json_line(claim).error().source, "a1");
}

TEST(ClaimsJsonl, TellsClaimsFromArticles) {
  const auto claim = JsonDocument::parse(R"({"type":"meets","source":{}})", "").value();
  const auto article = JsonDocument::parse(R"({"type":"story","source":"Example News","text":"x"})", "").value();
  EXPECT_TRUE(is_claim(claim.root()));
  EXPECT_FALSE(is_claim(article.root()));
}

}  // namespace
}  // namespace entente
