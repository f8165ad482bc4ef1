#include "entente/actors/fold.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(FoldName, DropsWhatSpellingsOfANameDifferIn) {
  EXPECT_EQ(fold_name("Sana'a"), "Sanaa");
  EXPECT_EQ(fold_name("Sana\u2019a"), "Sanaa");
  EXPECT_EQ(fold_name("U.S."), "US");
  EXPECT_EQ(fold_name("Guinea-Bissau"), "Guinea Bissau");
  EXPECT_EQ(fold_name("Recep Tayyip Erdoğan"), "Recep Tayyip Erdogan");
  EXPECT_EQ(fold_name("Łódź"), "Lodz");
  EXPECT_EQ(fold_name("  Trinidad  & Tobago "), "Trinidad and Tobago");
  EXPECT_EQ(fold_name("Washington, D.C."), "Washington , DC");
  EXPECT_EQ(fold_name(""), "");
}

TEST(FoldName, KeepsOtherScripts) { EXPECT_EQ(match_key("Москва"), "москва"); }

TEST(FoldName, FoldsTokensAsTheirText) {
  std::string folded;
  for (const char* token : {"Washington", ",", "D.C."}) append_folded(token, folded);
  EXPECT_EQ(folded, fold_name("Washington, D.C."));
}

TEST(CaseAgrees, ForgivesFunctionWordsWithinAName) {
  EXPECT_TRUE(case_agrees("The Hague", "the Hague"));
  EXPECT_TRUE(case_agrees("Al Qaeda", "al Qaeda"));
  EXPECT_TRUE(case_agrees("six party talks", "Six Party Talks"));
  EXPECT_FALSE(case_agrees("Turkey", "turkey"));
  EXPECT_FALSE(case_agrees("US", "Us"));
}

}  // namespace
}  // namespace entente
