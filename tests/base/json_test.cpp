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

}  // namespace
}  // namespace entente
