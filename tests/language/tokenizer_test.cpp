#include "entente/language/tokenizer/tokenizer.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

#include "entente/language/tokenizer/sentences.h"

namespace entente::language {
namespace {

Document tokenized(std::string text, std::string title = {}) {
  Article article;
  article.title = std::move(title);
  article.text = std::move(text);
  Document document(std::move(article));
  tokenize(document);
  return document;
}

/// The words parted by spaces, the sentences by " / ".
std::string words_of(const Document& document) {
  std::string out;
  for (const Sentence& sentence : document.sentences) {
    if (!out.empty()) out += " / ";
    for (std::uint32_t t = sentence.tokens.begin; t < sentence.tokens.end; ++t) {
      if (t > sentence.tokens.begin) out += ' ';
      out += document.tokens[t].form;
    }
  }
  return out;
}

std::string words(std::string text) { return words_of(tokenized(std::move(text))); }

struct Case {
  const char* text;
  const char* words;
};

class TokenizerWords : public testing::TestWithParam<Case> {};

TEST_P(TokenizerWords, AreThoseOfTheTreebanks) { EXPECT_EQ(words(GetParam().text), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(Contractions, TokenizerWords,
                         testing::Values(Case{"They don't and cannot.", "They do n't and can not ."},
                                         Case{"We’re gonna stay, aren’t we?", "We ’re gon na stay , are n’t we ?"},
                                         Case{"Aland's envoy left the ministers' room",
                                              "Aland 's envoy left the ministers ' room"},
                                         Case{"Qur'an, O'Brien, D’Arcy", "Qur'an , O'Brien , D’Arcy"},
                                         Case{"in the '90s, tell 'em", "in the '90s , tell 'em"}));

INSTANTIATE_TEST_SUITE_P(Hyphens, TokenizerWords,
                         testing::Values(Case{"a fast-track vote", "a fast - track vote"},
                                         Case{"a non-nuclear state", "a non-nuclear state"},
                                         Case{"a 26-year-old in mid-1990", "a 26 - year - old in mid-1990"},
                                         Case{"from 1910-1945, call 555-0199", "from 1910 - 1945 , call 555-0199"},
                                         Case{"U.S.-led talks", "U.S. - led talks"},
                                         Case{"al-Safa F-16", "al - Safa F - 16"},
                                         Case{"talks--the first--ended", "talks -- the first -- ended"},
                                         Case{"the pact—signed in May—holds", "the pact — signed in May — holds"}));

INSTANTIATE_TEST_SUITE_P(NumbersAndSigns, TokenizerWords,
                         testing::Values(Case{"1,000.5 of [1,2]", "1,000.5 of [ 1 , 2 ]"},
                                         Case{"$5m or US$4.5bn", "$ 5 m or US$ 4.5 bn"},
                                         Case{"10% of 35mm, 5-10km", "10 % of 35 mm , 5 - 10 km"},
                                         Case{"a B-1B", "a B - 1B"}, Case{"at 10:30 on 9/11", "at 10:30 on 9/11"},
                                         Case{"and/or", "and / or"},
                                         Case{"the won KRW= fell, AAPL.O too", "the won KRW= fell , AAPL.O too"},
                                         Case{"AT&T and #Peace by @envoy", "AT&T and #Peace by @envoy"},
                                         Case{"No. 5, but no.", "No. 5 , but no ."}));

INSTANTIATE_TEST_SUITE_P(Addresses, TokenizerWords,
                         testing::Values(Case{"(see https://a.test/x?y=(1).)", "( see https://a.test/x?y=(1) . )"},
                                         Case{"mail a.b-c@d.test, or www.d.test.",
                                              "mail a.b-c@d.test , or www.d.test ."},
                                         Case{"d.test/path/to it", "d.test/path/to it"}));

INSTANTIATE_TEST_SUITE_P(Quotes, TokenizerWords,
                         testing::Values(Case{"“It ended,” he said.", "“ It ended , ” he said ."},
                                         Case{"a \"grave change\"...", "a \" grave change \" ..."},
                                         Case{"‘now’ and ''then''", "‘ now ’ and '' then ''"},
                                         Case{"Wait… What?!", "Wait … / What ?!"}));

class TokenizerSentences : public testing::TestWithParam<Case> {};

TEST_P(TokenizerSentences, EndWhereAReaderEndsThem) { EXPECT_EQ(words(GetParam().text), GetParam().words); }

INSTANTIATE_TEST_SUITE_P(
    Abbreviations, TokenizerSentences,
    testing::Values(Case{"U.S. Gen. Lee met Lt. Col. J. B. Wu.", "U.S. Gen. Lee met Lt. Col. J. B. Wu ."},
                    Case{"He left the U.S. The talks ended.", "He left the U.S. / The talks ended ."},
                    Case{"SEOUL, Aug. 22 - Aland left.", "SEOUL , Aug. 22 - Aland left ."},
                    Case{"GENEVA (Reuters) - Aland left. So did Wu.",
                         "GENEVA ( Reuters ) - Aland left . / So did Wu ."},
                    Case{"At 5 p.m. Thursday it ended.", "At 5 p.m. Thursday it ended ."},
                    Case{"Acme Inc. said no. It lied.", "Acme Inc. said no . / It lied ."},
                    Case{"Plan B. They left.", "Plan B. / They left ."}));

INSTANTIATE_TEST_SUITE_P(
    QuotedStops, TokenizerSentences,
    testing::Values(Case{"“It ended.” Kim left.", "“ It ended . ” / Kim left ."},
                    Case{"\"It ended.\" \"No,\" he said.", "\" It ended . \" / \" No , \" he said ."},
                    Case{"“Will it hold?” Kim Wu asked. Yes.", "“ Will it hold ? ” Kim Wu asked . / Yes ."},
                    Case{"“It ended. We left,” he said.", "“ It ended . / We left , ” he said ."},
                    Case{"(They left.) So did we.", "( They left . ) / So did we ."},
                    Case{"It ended.[8] We left.", "It ended . [ 8 ] / We left ."}));

INSTANTIATE_TEST_SUITE_P(
    Lines, TokenizerSentences,
    testing::Values(
        Case{"Pact ends\n\nAland left", "Pact ends / Aland left"},
        Case{"Regional repercussions\r\n\r\nAland left", "Regional repercussions / Aland left"},
        Case{"The two ministers of the neighbours signed the\nagreement on the exchange of prisoners in the\nold "
             "palace.\nThe end",
             "The two ministers of the neighbours signed the agreement on the exchange of prisoners in the "
             "old palace . / The end"},
        Case{"- first point\n- second point", "- first point / - second point"},
        Case{"2. The talks went on. Nobody left.", "2 . The talks went on . / Nobody left ."}));

TEST(Tokenizer, ReadsTheTitleAsOneSentenceOfItsOwn) {
  const Document document = tokenized("Aland left. Wu stayed.", "Pact ends. What now?");
  EXPECT_EQ(words_of(document), "Pact ends . What now ? / Aland left . / Wu stayed .");
  EXPECT_EQ(document.sentences[0].field, Field::Title);
  EXPECT_EQ(document.sentences[2].number, 1U);
  EXPECT_EQ(document.sentences[2].paragraph, 1U);
}

TEST(Tokenizer, ReadsARepeatedHeadlineOnce) {
  EXPECT_EQ(words("Pact ends\n\nPact ends\n\nAland left."), "Pact ends / Aland left .");
  EXPECT_EQ(words_of(tokenized("PACT ENDS\n\nAland left.", "Pact ends")), "Pact ends / Aland left .");
}

TEST(Tokenizer, KeepsSpansAndSpaces) {
  const Document document = tokenized("\xE2\x80\x9CNo,\xE2\x80\x9D  he said.");
  ASSERT_EQ(document.tokens.size(), 7U);
  EXPECT_EQ(document.tokens[1].span, (ByteSpan{3, 5}));
  EXPECT_FALSE(document.tokens[1].space_after);
  EXPECT_TRUE(document.tokens[3].space_after);
  EXPECT_EQ(document.sentences[0].span, (ByteSpan{0, 19}));
}

TEST(Tokenizer, CutsSentencesWithoutEnd) {
  std::string text;
  for (int i = 0; i < 1000; ++i) text += "word, ";
  const Document document = tokenized(text);
  for (const Sentence& sentence : document.sentences) EXPECT_LE(sentence.tokens.size(), kSentenceLimitTokens);
}

TEST(Tokenizer, CoversEveryTextAndStaysLinear) {
  const std::uint32_t seed = 20190822;
  SCOPED_TRACE(seed);
  std::mt19937 random(seed);
  const std::string pieces[] = {"a",
                                "B",
                                "1",
                                ".",
                                ",",
                                "'",
                                "\"",
                                "-",
                                " ",
                                "\n",
                                "\xE2\x80\x99",
                                "\xC3",
                                "\xFF",
                                "@",
                                "/",
                                ":",
                                "U.S.",
                                "www.",
                                "\xC2\xA0",
                                std::string(1, '\0'),
                                "[",
                                "]",
                                "$",
                                "(",
                                "?",
                                "n't"};
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int i = 0; i < 60; ++i) text += pieces[random() % std::size(pieces)];
    const Document document = tokenized(text);
    std::uint32_t end = 0;
    for (const Token& token : document.tokens) {
      ASSERT_LE(end, token.span.begin) << testing::PrintToString(text);
      ASSERT_LT(token.span.begin, token.span.end);
      ASSERT_EQ(token.form, token.span.of(document.text()));
      end = token.span.end;
    }
    std::uint32_t next = 0;
    for (const Sentence& sentence : document.sentences) {
      ASSERT_EQ(sentence.tokens.begin, next);
      next = sentence.tokens.end;
    }
    ASSERT_EQ(next, document.tokens.size());
  }
  for (const char* piece : {"a-", "a.", "1-", "@", "a/", "'", "\"", ".", "a:", "(", "[1]", ". ", "? \" "}) {
    std::string text;
    while (text.size() < 400'000) text += piece;
    tokenized(text);
  }
}

}  // namespace
}  // namespace entente::language
