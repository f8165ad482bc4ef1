#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "entente/language/parser/parser_network.h"

namespace entente::language {
namespace {

constexpr const char* kModels = ENTENTE_DATA_DIR "/models/";

/// Sentences of words parted by spaces, one a line.
Document document_of(const std::string& lines) {
  Article article;
  article.text = lines;
  Document document(std::move(article));
  const std::string_view text = document.text();
  std::uint32_t sentence_begin = 0;
  std::uint32_t begin = 0;
  for (std::uint32_t i = 0; i <= text.size(); ++i) {
    if (i < text.size() && text[i] != ' ' && text[i] != '\n') continue;
    if (i > begin) {
      Token token;
      token.span = {begin, i};
      token.form = text.substr(begin, i - begin);
      document.tokens.push_back(token);
    }
    begin = i + 1;
    const auto tokens = static_cast<std::uint32_t>(document.tokens.size());
    if ((i == text.size() || text[i] == '\n') && tokens > sentence_begin) {
      Sentence sentence;
      sentence.tokens = {sentence_begin, tokens};
      document.sentences.push_back(sentence);
      sentence_begin = tokens;
    }
  }
  return document;
}

/// "form/UPOS/head/deprel" of each token.
std::vector<std::string> analysis(const Document& document) {
  std::vector<std::string> out;
  for (const Token& t : document.tokens) {
    out.push_back(std::string(t.form) + "/" + std::string(name(t.upos)) + "/" +
                  (t.head.valid() ? std::string(document[t.head].form) : "-") + "/" + std::string(name(t.deprel)));
  }
  return out;
}

ParserNetwork load(InstructionSet set = best_instruction_set()) {
  return ParserNetwork::load(kModels + std::string("parser.bin"),
                             WordVectors::load(kModels + std::string("vectors.bin")).value(), set)
      .value();
}

const char* const kText =
    "The minister rejected the treaty .\n"
    "The treaty was rejected by the minister .\n"
    "Officials in the capital said the two countries would not sign the agreement they negotiated last year .\n"
    "Yes\n";

TEST(ParserNetwork, FindsWhoDidWhat) {
  Document document = document_of(kText);
  ParserNetwork::Workspace workspace;
  load().annotate(document, workspace);
  const auto found = analysis(document);
  const std::vector<std::string> expected = {"The/DET/minister/det",
                                             "minister/NOUN/rejected/nsubj",
                                             "rejected/VERB/-/root",
                                             "the/DET/treaty/det",
                                             "treaty/NOUN/rejected/obj",
                                             "./PUNCT/rejected/punct",
                                             "The/DET/treaty/det",
                                             "treaty/NOUN/rejected/nsubj:pass",
                                             "was/AUX/rejected/aux:pass",
                                             "rejected/VERB/-/root",
                                             "by/ADP/minister/case",
                                             "the/DET/minister/det",
                                             "minister/NOUN/rejected/obl:agent"};
  EXPECT_EQ(std::vector<std::string>(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(expected.size())),
            expected);
  EXPECT_EQ(document.tokens[2].xpos, "VBD");
}

TEST(ParserNetwork, GivesTheSameOnEveryInstructionSet) {
  Document expected = document_of(kText);
  ParserNetwork::Workspace workspace;
  load(InstructionSet::Baseline).annotate(expected, workspace);
  for (const InstructionSet set : {InstructionSet::Avx2, InstructionSet::Avx512Vnni}) {
    if (!supported(set)) continue;
    Document document = document_of(kText);
    ParserNetwork::Workspace other;
    load(set).annotate(document, other);
    EXPECT_EQ(analysis(document), analysis(expected)) << static_cast<int>(set);
  }
}

TEST(ParserNetwork, DependsNeitherOnTheCacheNorOnOtherSentences) {
  const ParserNetwork parser = load();
  ParserNetwork::Workspace workspace;
  Document together = document_of(kText);
  parser.annotate(together, workspace);
  const auto first = analysis(together);
  parser.annotate(together, workspace);
  EXPECT_EQ(analysis(together), first);
  std::vector<std::string> alone;
  std::string text = kText;
  while (!text.empty()) {
    Document document = document_of(text.substr(0, text.find('\n')));
    text.erase(0, text.find('\n') + 1);
    ParserNetwork::Workspace fresh;
    parser.annotate(document, fresh);
    const auto part = analysis(document);
    alone.insert(alone.end(), part.begin(), part.end());
  }
  EXPECT_EQ(alone, first);
}

TEST(ParserNetwork, MakesOneTreeOfAVeryLongSentence) {
  std::string text;
  for (int i = 0; i < 1500; ++i) text += "talks resumed , ";
  Document document = document_of(text);
  ParserNetwork::Workspace workspace;
  load().annotate(document, workspace);
  std::size_t roots = 0;
  for (std::uint32_t t = 0; t < document.tokens.size(); ++t) {
    if (!document.tokens[t].head.valid()) ++roots;
    TokenId up(t);
    for (std::size_t step = 0; up.valid(); ++step, up = document[up].head) ASSERT_LE(step, document.tokens.size());
  }
  EXPECT_EQ(roots, 1U);
}

TEST(ParserNetwork, LeavesAnEmptyDocumentEmpty) {
  Document document = document_of("");
  ParserNetwork::Workspace workspace;
  load().annotate(document, workspace);
  EXPECT_TRUE(document.tokens.empty());
}

TEST(ParserNetwork, RejectsAModelOfAnotherKind) {
  const auto vectors = WordVectors::load(kModels + std::string("vectors.bin")).value();
  const auto parser = ParserNetwork::load(kModels + std::string("vectors.bin"), vectors);
  ASSERT_FALSE(parser);
  EXPECT_EQ(parser.error().message, "is a model of kind VECT, expected PARS");
}

}  // namespace
}  // namespace entente::language
