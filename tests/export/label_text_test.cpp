#include "entente/export/label_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace entente::exporter {
namespace {

using testing::ElementsAre;

TEST(CleanText, LeavesOneLineThatCanBePrinted) {
  EXPECT_EQ(clean_text("  a\n\tb\x01"
                       "c  "),
            "a b c");
  EXPECT_EQ(clean_text("x\u202Ey\uFFFEz"), "xyz");
  EXPECT_EQ(clean_text("ok\xff\xc3"), "ok");
  EXPECT_EQ(clean_text(std::string("a\0b", 3)), "a b");
  EXPECT_EQ(clean_text("Søren 김유근"), "Søren 김유근");
}

TEST(Wrap, BreaksAtSpacesAndCutsWhatIsTooLong) {
  EXPECT_THAT(wrap("South Korea", 20, 3), ElementsAre("South Korea"));
  EXPECT_THAT(wrap("General Security of Military", 10, 3), ElementsAre("General", "Security", "of Milita…"));
  EXPECT_THAT(wrap("General Security", 7, 3), ElementsAre("General", "Securit", "y"))
      << "a full line ends at its space";
  EXPECT_THAT(wrap("Abcdefghij", 4, 2), ElementsAre("Abcd", "efg…"));
  EXPECT_THAT(wrap("", 4, 2), ElementsAre(""));
}

TEST(Wrap, CountsCharactersAndNeverSplitsOne) {
  EXPECT_THAT(wrap("ééééé", 5, 1), ElementsAre("ééééé"));
  EXPECT_THAT(wrap("éééééé", 5, 1), ElementsAre("éééé…"));
}

TEST(WebAddress, TakesOnlyWhatABrowserMayOpen) {
  EXPECT_EQ(web_address("https://news.example/a?b=c&d#e"), "https://news.example/a?b=c&d#e");
  EXPECT_EQ(web_address("HTTP://x/\"><b>"), "HTTP://x/%22%3E%3Cb%3E");
  EXPECT_EQ(web_address("https://x/é"), "https://x/%C3%A9");
  EXPECT_EQ(web_address("javascript:alert(1)"), "");
  EXPECT_EQ(web_address("data:text/html,x"), "");
  EXPECT_EQ(web_address(""), "");
}

}  // namespace
}  // namespace entente::exporter
