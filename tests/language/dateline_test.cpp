#include "entente/language/dateline.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

#include "entente/language/tokenizer/tokenizer.h"

namespace entente::language {
namespace {

/// The words of the dateline that the sentence begins with.
std::string dateline_of(const std::string& text) {
  Article article;
  article.text = text;
  Document document(std::move(article));
  tokenize(document);
  const auto length = static_cast<std::uint32_t>(dateline_length(document.tokens));
  return length == 0 ? std::string() : std::string(document.text_of({0, length}));
}

TEST(Dateline, EndsWithItsDash) {
  EXPECT_EQ(dateline_of("LIMA - Police have arrested two editors."), "LIMA -");
  EXPECT_EQ(dateline_of("QUITO, Aug 22 -- The minister left for Lima."), "QUITO, Aug 22 --");
  EXPECT_EQ(dateline_of("Lima (Harbour News) – The court freed the editor."), "Lima (Harbour News) –");
}

TEST(Dateline, IsNotWhereADashJoinsOrInterrupts) {
  EXPECT_EQ(dateline_of("Mr Smith - a teacher from Quito - left the party."), "");
  EXPECT_EQ(dateline_of("UN-backed forces left Lima on Monday."), "");
  EXPECT_EQ(dateline_of("The minister left for Lima on Monday."), "");
}

}  // namespace
}  // namespace entente::language
