#include "entente/base/json.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace entente {
namespace {

TEST(JsonDocument, RejectsDeepNestingWithoutRecursion) {
  const auto document = JsonDocument::parse(std::string(200'000, '['), "deep.json");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::Limit);
}

TEST(JsonDocument, RejectsInvalidUtf8WithOffset) {
  const auto document = JsonDocument::parse("{\"a\": \"\xff\"}", "bad.json");
  ASSERT_FALSE(document);
  EXPECT_EQ(document.error().code, ErrorCode::Encoding);
  ASSERT_TRUE(document.error().offset);
  EXPECT_NEAR(static_cast<double>(*document.error().offset), 7, 2);
}

TEST(JsonDocument, ReadsMembersByName) {
  const auto document = JsonDocument::parse(R"({"a": [1, 2.5], "b": {"c": "x"}, "d": true})", "t");
  ASSERT_TRUE(document);
  EXPECT_EQ(document->root()["a"].at(0).as_int(), 1);
  EXPECT_EQ(document->root()["a"].at(1).as_double(), 2.5);
  EXPECT_EQ(document->root()["b"]["c"].as_string(), "x");
  EXPECT_EQ(document->root()["d"].as_bool(), true);
  EXPECT_TRUE(document->root()["missing"]["deeper"].is_null());
}

TEST(JsonWriter, WritesShortestNumbers) {
  JsonWriter writer;
  writer.begin_array().number(0.1).decimal(0.93049, 3).integer(-7).end_array();
  EXPECT_EQ(writer.take().value(), "[0.1,0.93,-7]");
}

TEST(JsonWriter, RefusesWhatJsonCannotSay) {
  JsonWriter writer;
  writer.number(std::nan(""));
  EXPECT_FALSE(writer.take());
  writer.string("\xc3");
  EXPECT_FALSE(writer.take());
  writer.string("ok");
  EXPECT_EQ(writer.take().value(), "\"ok\"");
}

TEST(JsonDocument, ReadsNumbersAsTheNearest) {
  const auto read = [](const std::string& number) {
    const auto json = JsonDocument::parse("[" + number + "]", "test");
    return json ? json->root().at(0).as_double() : std::nullopt;
  };
  EXPECT_EQ(read("0.1"), 0.1);
  EXPECT_EQ(read("-2.5e-3"), -2.5e-3);
  EXPECT_EQ(read("0e43"), 0.0);
  EXPECT_EQ(read("0.0e300"), 0.0);
  EXPECT_EQ(read("5e-324"), 5e-324);
  EXPECT_EQ(read("1e-999"), 0.0);
  EXPECT_EQ(read("1.7976931348623157e308"), 1.7976931348623157e308);
  EXPECT_EQ(read("123456789012345678901234567890"), 123456789012345678901234567890.0);
  EXPECT_EQ(read("1e999"), std::nullopt);
  EXPECT_EQ(read("01"), std::nullopt);
}

TEST(JsonDocument, KeepsIntegersExact) {
  const auto json = JsonDocument::parse("[9007199254740993, -9223372036854775808, 7.0, 18446744073709551615]", "test");
  ASSERT_TRUE(json);
  EXPECT_EQ(json->root().at(0).as_int(), 9007199254740993);
  EXPECT_EQ(json->root().at(1).as_int(), INT64_MIN);
  EXPECT_EQ(json->root().at(2).as_int(), std::nullopt);
  EXPECT_EQ(json->root().at(3).as_int(), std::nullopt);
  EXPECT_EQ(json->root().at(3).as_double(), 18446744073709551615.0);
}

}  // namespace
}  // namespace entente
