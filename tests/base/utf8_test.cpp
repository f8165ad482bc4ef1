#include "entente/base/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace entente {
namespace {

TEST(FindInvalidUtf8, AcceptsEveryLengthOfSequence) {
  EXPECT_FALSE(find_invalid_utf8("plain, caf\xC3\xA9, \xE2\x80\x9Cquoted\xE2\x80\x9D, \xF0\x9F\x87\xB0"));
  EXPECT_FALSE(find_invalid_utf8(""));
}

TEST(FindInvalidUtf8, TellsWhereItBegins) {
  EXPECT_EQ(find_invalid_utf8("0123456789\xFF"), 10U);
  EXPECT_EQ(find_invalid_utf8("ab\xC0\x80"), 2U);      // overlong
  EXPECT_EQ(find_invalid_utf8("ab\xED\xA0\x80"), 2U);  // surrogate
  EXPECT_EQ(find_invalid_utf8("abc\xE2\x80"), 3U);     // cut
}

}  // namespace
}  // namespace entente
