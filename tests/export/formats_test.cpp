#include <gtest/gtest.h>

#include <set>

#include "entente/export/writer.h"

namespace entente::exporter {
namespace {

TEST(Formats, AreFoundBySuffixInAnyCase) {
  ASSERT_NE(format_of_path("out/a.b.SVG"), nullptr);
  EXPECT_EQ(format_of_path("out/a.b.SVG")->name, "svg");
  EXPECT_EQ(format_of_path("x.json")->name, "node-link");
  EXPECT_EQ(format_of_path("x.docx"), nullptr);
  EXPECT_EQ(format_of_path("svg"), nullptr);
  EXPECT_EQ(format_of_path(".svg"), nullptr) << "a hidden file without suffix";
}

TEST(Formats, AreFoundByName) {
  for (const auto& format : formats()) EXPECT_EQ(format_of_name(format.name), &format);
  EXPECT_EQ(format_of_name("SVG "), nullptr);
}

TEST(Formats, HaveNamesAndSuffixesOfTheirOwn) {
  std::set<std::string_view> names;
  std::set<std::string_view> suffixes;
  for (const auto& format : formats()) {
    EXPECT_TRUE(names.insert(format.name).second) << format.name;
    EXPECT_TRUE(suffixes.insert(format.suffix).second) << format.suffix;
    EXPECT_NE(known_formats().find(format.suffix), std::string::npos);
  }
}

}  // namespace
}  // namespace entente::exporter
