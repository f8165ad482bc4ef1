#include "entente/export/property_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/export/csv.h"
#include "entente/export/xml_text.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

using testing::ElementsAre;
using testing::VariantWith;

const PropertyValue& value_of(std::string_view name, std::span<const Property> properties,
                              const std::vector<PropertyValue>& values) {
  for (std::size_t i = 0; i < properties.size(); ++i) {
    if (properties[i].name == name) return values[i];
  }
  throw std::out_of_range(std::string(name));
}

bool fits(PropertyKind kind, const PropertyValue& value) {
  switch (kind) {
    case PropertyKind::String:
      return std::holds_alternative<std::string_view>(value) || std::holds_alternative<Date>(value);
    case PropertyKind::Integer:
      return std::holds_alternative<std::int64_t>(value);
    case PropertyKind::Float:
      return std::holds_alternative<double>(value);
    case PropertyKind::Day:
      return std::holds_alternative<Date>(value) && std::get<Date>(value).is_day();
    case PropertyKind::Strings:
      return std::holds_alternative<std::vector<std::string>>(value);
    case PropertyKind::Integers:
      return std::holds_alternative<std::vector<std::int64_t>>(value);
    case PropertyKind::Floats:
      return std::holds_alternative<std::vector<double>>(value);
  }
  return false;
}

TEST(PropertyTable, HasValuesOfTheKindsThatItSays) {
  const Graph graph = pact_story();
  std::vector<PropertyValue> values;
  for (const Node& node : graph.nodes) {
    ASSERT_TRUE(node_values(node, values));
    for (std::size_t i = 0; i < values.size(); ++i) {
      EXPECT_TRUE(values[i].index() == 0 || fits(node_properties()[i].kind, values[i])) << node_properties()[i].name;
    }
  }
  for (const Event& event : graph.events) {
    ASSERT_TRUE(event_values(graph, event, values));
    for (std::size_t i = 0; i < values.size(); ++i) {
      EXPECT_TRUE(values[i].index() == 0 || fits(event_properties()[i].kind, values[i])) << event_properties()[i].name;
    }
  }
}

TEST(PropertyTable, HasNoLastDayForWhatMayStillHold) {
  const Graph graph =
      sample_graph({{"country/JPN", NodeType::Country, "Japan"}, {"agreement/pact", NodeType::Agreement, "pact"}},
                   {{"country/JPN", RelationType::PartyTo, "agreement/pact", Status::Asserted, {{"x"}}, "", "2016"},
                    {"country/JPN", RelationType::Signs, "agreement/pact", Status::Asserted, {{"y"}}, "", "2016"}});
  std::vector<PropertyValue> party;
  std::vector<PropertyValue> signs;
  ASSERT_TRUE(event_values(graph, graph.events[0], party));
  ASSERT_TRUE(event_values(graph, graph.events[1], signs));
  const auto properties = event_properties();
  EXPECT_THAT(value_of("firstDay", properties, party), VariantWith<Date>(Date{2016, 1, 1}));
  EXPECT_EQ(value_of("lastDay", properties, party).index(), 0U);
  EXPECT_THAT(value_of("lastDay", properties, signs), VariantWith<Date>(Date{2016, 12, 31}));
}

TEST(PropertyTable, KeepsListsOfOneEventInStep) {
  Graph graph = small_story();
  graph.evidence[0].claim.doc.url.clear();
  std::vector<PropertyValue> values;
  ASSERT_TRUE(event_values(graph, graph.events[0], values));
  EXPECT_THAT(value_of("urls", event_properties(), values),
              VariantWith<std::vector<std::string>>(ElementsAre("", "https://news.example/b2")));
  EXPECT_EQ(value_of("speakers", event_properties(), values).index(), 0U) << "nobody is known to have said it";
}

TEST(PropertyTable, NamesTheNodeWhoseTextIsNoUtf8) {
  Graph graph = small_story();
  graph.nodes[1].aliases = {"\xff"};
  std::vector<PropertyValue> values;
  const auto filled = node_values(graph.nodes[1], values);
  ASSERT_FALSE(filled);
  EXPECT_EQ(filled.error().code, ErrorCode::Encoding);
  EXPECT_EQ(filled.error().to_string(), "country/JPN: its aliases is not UTF-8");
}

TEST(PropertyTable, WritesNumbersThatReadBackAsNumbersWithFractions) {
  EXPECT_EQ(float_text(-2), "-2.0");
  EXPECT_EQ(float_text(0.877), "0.877");
  EXPECT_EQ(float_text(1e-7), "1e-07");
}

TEST(Csv, QuotesTextAndPartsLists) {
  const auto cell = [](const PropertyValue& value) {
    std::string out;
    append_cell(out, value, "␀");
    return out;
  };
  EXPECT_EQ(cell({}), "");
  EXPECT_EQ(cell(std::string_view("a \"b\", c\n")), "\"a \"\"b\"\", c\n\"");
  EXPECT_EQ(cell(std::string_view("a\0b", 3)), "\"a\uFFFDb\"");
  EXPECT_EQ(cell(-2.0), "-2.0");
  EXPECT_EQ(cell(std::vector<std::int64_t>{1, 20}), "\"1␟20\"");
  EXPECT_EQ(cell(std::vector<std::string>{"a;|", "", "x␟y"}), "\"a;|␟␀␟x\uFFFDy\"");
}

TEST(XmlText, GivesBackWhatXmlCanHold) {
  EXPECT_EQ(xml("<a b='\"'>&\t\r\n]]>"), "&lt;a b='&quot;'&gt;&amp;&#9;&#13;&#10;]]&gt;");
  EXPECT_EQ(xml("\x01 \uFFFE\uFFFF\uFFFD é😀"), "\uFFFD \uFFFD\uFFFD\uFFFD é😀");
}

}  // namespace
}  // namespace entente::exporter
