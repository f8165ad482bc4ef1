#include "entente/language/document.h"

#include <gtest/gtest.h>

namespace entente {
namespace {

TEST(Document, MapsOffsetsToFieldsAndBack) {
  Article article;
  article.title = "Pact ends";
  article.text = "Aland left.";
  const Document document(article);
  const auto at = static_cast<std::uint32_t>(document.text().find("Aland"));
  const FieldSpan field = document.to_field({at, at + 5});
  EXPECT_EQ(field.field, Field::Text);
  EXPECT_EQ(field.span, (ByteSpan{0, 5}));
  EXPECT_EQ(document.from_field(field), (ByteSpan{at, at + 5}));
  EXPECT_EQ(document.to_field({0, 4}).field, Field::Title);
}

TEST(Deprel, NamesItsSubtypes) {
  for (std::size_t i = 0; i < kDeprelCount; ++i) {
    const auto deprel = static_cast<Deprel>(i);
    EXPECT_EQ(deprel_of(name(deprel)), deprel);
  }
  EXPECT_EQ(deprel_of("nsubj:unheard"), Deprel::Nsubj);
  EXPECT_EQ(universal(Deprel::AclRelcl), Deprel::Acl);
  EXPECT_FALSE(deprel_of("subject"));
}

}  // namespace
}  // namespace entente
