#include "entente/language/conllu.h"

#include <gtest/gtest.h>

#include <sstream>

#include "support/conllu_document.h"

namespace entente::language {
namespace {

std::string read_and_write(const std::string& text) {
  std::istringstream in(text);
  ConlluReader reader(in, "gold");
  std::string out;
  while (auto document = reader.next()) {
    if (!*document) return document->error().to_string();
    write_conllu(out, **document);
  }
  return out;
}

constexpr char kGold[] =
    "# newdoc id = d1\n"
    "# sent_id = d1-1\n"
    "# text = Aland won't sign.\n"
    "1\tAland\tAland\tPROPN\tNNP\tNumber=Sing\t4\tnsubj\t_\t_\n"
    "2-3\twon't\t_\t_\t_\t_\t_\t_\t_\t_\n"
    "2\two\twill\tAUX\tMD\tVerbForm=Fin\t4\taux\t_\t_\n"
    "3\tn't\tnot\tPART\tRB\t_\t4\tadvmod\t_\t_\n"
    "4\tsign\tsign\tVERB\tVB\tVerbForm=Inf\t0\troot\t_\tSpaceAfter=No\n"
    "5\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_\n\n"
    "# newdoc id = d2\n"
    "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n\n";

TEST(Conllu, WritesWhatItRead) { EXPECT_EQ(read_and_write(kGold), kGold); }

TEST(Conllu, GivesADocumentAtATimeWithSpansIntoTheText) {
  std::istringstream in(kGold);
  ConlluReader reader(in, "gold");
  const auto first = reader.next();
  ASSERT_TRUE(first && *first);
  const Document& document = (*first)->document;
  EXPECT_EQ(document.article().id, "d1");
  EXPECT_EQ(document.text(), "Aland won't sign.");
  ASSERT_EQ(document.tokens.size(), 5U);
  EXPECT_EQ(document.tokens[2].span, (ByteSpan{8, 11}));
  EXPECT_FALSE(document.tokens[1].space_after);
  EXPECT_TRUE(document.tokens[2].space_after);
  EXPECT_EQ(document.tokens[0].head, TokenId(3));
  EXPECT_FALSE(document.tokens[3].head.valid());
  ASSERT_TRUE(reader.next());
  EXPECT_FALSE(reader.next());
}

TEST(Conllu, DropsEllipsisNodesAndKeepsWordsThatDoNotSpellTheirSurface) {
  std::istringstream in(
      "1-2\tain't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tis\t_\t_\t_\t_\t_\t_\t_\t_\n2\tnot\t_\t_\t_\t_\t_\t_\t_\t_\n"
      "2.1\tleft\t_\t_\t_\t_\t_\t_\t_\t_\n3\tso\t_\t_\t_\t_\t_\t_\t_\t_\n");
  ConlluReader reader(in, "gold");
  const auto read = reader.next();
  ASSERT_TRUE(read && *read);
  const Document& document = (*read)->document;
  EXPECT_EQ(document.text(), "ain't so");
  ASSERT_EQ(document.tokens.size(), 3U);
  EXPECT_EQ(document.tokens[1].form, "not");
  EXPECT_EQ(document.tokens[1].span, (ByteSpan{0, 5}));
}

TEST(Conllu, TellsWhereALineIsWrongAndGoesOnWithTheNextDocument) {
  std::istringstream in(
      "# newdoc id = a\n1\tx\t_\t_\t_\t_\t7\tdep\t_\t_\n\n# newdoc id = b\n1\tOne\t_\t_\t_\t_\t_\t_\t_\t_\n");
  ConlluReader reader(in, "gold");
  const auto bad = reader.next();
  ASSERT_TRUE(bad);
  ASSERT_FALSE(*bad);
  EXPECT_EQ(bad->error().to_string(), "gold:16: HEAD 7 in a sentence of 1 words");
  const auto good = reader.next();
  ASSERT_TRUE(good && *good);
  EXPECT_EQ((*good)->document.article().id, "b");
}

TEST(Conllu, RejectsRowsThatAreNoWords) {
  for (const char* row : {"1\tx\n", "2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", "1\tx\t_\tVRB\t_\t_\t_\t_\t_\t_\n",
                          "1-0\tx\t_\t_\t_\t_\t_\t_\t_\t_\n", "1\t\xFF\t_\t_\t_\t_\t_\t_\t_\t_\n",
                          "1-2\tx\t_\t_\t_\t_\t_\t_\t_\t_\n1\tx\t_\t_\t_\t_\t_\t_\t_\t_\n",
                          "1\tx\t_\t_\t_\t_\t1\tdep\t_\t_\n", "x\ty\t_\t_\t_\t_\t_\t_\t_\t_\n"}) {
    std::istringstream in(row);
    ConlluReader reader(in, "gold");
    const auto read = reader.next();
    ASSERT_TRUE(read) << row;
    EXPECT_FALSE(*read) << row;
  }
}

TEST(Conllu, PartsTitleAndParagraphs) {
  const Document document = support::conllu_document(R"(
    # field = title
    1  Pact  pact  NOUN  NN  _  2  nsubj
    2  ends  end   VERB  VBZ  _  0  root

    # newpar
    1  Aland  Aland  PROPN  NNP  _  2  nsubj
    2  left   leave  VERB   VBD  _  0  root

    # newpar
    1  Borduria  Borduria  PROPN  NNP  _  2  nsubj
    2  stayed    stay      VERB   VBD  _  0  root
  )");
  EXPECT_EQ(document.text(), "Pact ends\n\nAland left\n\nBorduria stayed");
  ASSERT_EQ(document.sentences.size(), 3U);
  EXPECT_EQ(document.sentences[0].field, Field::Title);
  EXPECT_EQ(document.sentences[1].number, 0U);
  EXPECT_EQ(document.sentences[2].number, 1U);
  EXPECT_EQ(document.sentences[1].paragraph, 1U);
  EXPECT_EQ(document.sentences[2].paragraph, 2U);
  EXPECT_EQ(document[support::token_of(document, "left")].head, TokenId());
}

Token word(ByteSpan span, std::string_view form) {
  Token token;
  token.span = span;
  token.form = form;
  return token;
}

TEST(Conllu, WritesOffsetsOfTheFieldAndContractions) {
  Article article;
  article.id = "a1";
  article.title = "T";
  article.text = "It isn't";
  Document document(std::move(article));
  const std::uint32_t body = 3;
  document.tokens = {word({0, 1}, "T"), word({body, body + 2}, "It"), word({body + 3, body + 5}, "is"),
                     word({body + 5, body + 8}, "n't")};
  document.tokens[2].space_after = false;
  document.tokens[3].head = TokenId(2);
  document.tokens[3].deprel = Deprel::Advmod;
  document.sentences = {{{0, 1}, {0, 1}, Field::Title, 0, 0}, {{1, 4}, {body, body + 8}, Field::Text, 0, 1}};
  std::string out;
  write_conllu(out, document);
  EXPECT_EQ(out,
            "# newdoc id = a1\n# newpar\n# field = title\n# sent_id = a1-title-0\n# text = T\n"
            "1\tT\t_\tX\t_\t_\t0\troot\t_\tTokenRange=0:1\n\n"
            "# newpar\n# sent_id = a1-0\n# text = It isn't\n"
            "1\tIt\t_\tX\t_\t_\t0\troot\t_\tTokenRange=0:2\n"
            "2-3\tisn't\t_\t_\t_\t_\t_\t_\t_\t_\n"
            "2\tis\t_\tX\t_\t_\t0\troot\t_\tTokenRange=3:5\n"
            "3\tn't\t_\tX\t_\t_\t2\tadvmod\t_\tTokenRange=5:8\n\n");
}

}  // namespace
}  // namespace entente::language
