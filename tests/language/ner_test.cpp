#include "entente/language/ner/name_recogniser.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <utility>
#include <vector>

namespace entente::language {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

constexpr const char* kModels = ENTENTE_DATA_DIR "/models/";

/// Sentences, and the names that they should have as "type begin end".
struct Marked {
  Document document{Article()};
  std::set<std::string> names;
};

/// Sentences of words parted by spaces, one a line. "Ana_Lind/person" is a name of two words.
Marked marked(const std::string& lines) {
  struct Word {
    std::string form;
    bool ends_sentence = false;
  };
  Marked out;
  std::vector<Word> words;
  std::istringstream in(lines);
  for (std::string line; std::getline(in, line);) {
    std::istringstream parts(line);
    for (std::string part; parts >> part;) {
      const std::size_t slash = part.find('/');
      const std::size_t begin = words.size();
      std::istringstream forms(part.substr(0, slash));
      for (std::string form; std::getline(forms, form, '_');) words.push_back({form});
      if (slash == std::string::npos) continue;
      out.names.insert(part.substr(slash + 1) + " " + std::to_string(begin) + " " + std::to_string(words.size()));
    }
    if (!words.empty()) words.back().ends_sentence = true;
  }
  Article article;
  for (const Word& word : words) article.text += word.form + " ";
  out.document = Document(std::move(article));
  std::uint32_t at = 0;
  std::uint32_t first = 0;
  for (const Word& word : words) {
    Token token;
    token.span = {at, at + static_cast<std::uint32_t>(word.form.size())};
    token.form = token.span.of(out.document.text());
    out.document.tokens.push_back(token);
    at = token.span.end + 1;
    if (!word.ends_sentence) continue;
    Sentence sentence;
    sentence.tokens = {first, static_cast<std::uint32_t>(out.document.tokens.size())};
    out.document.sentences.push_back(sentence);
    first = sentence.tokens.end;
  }
  return out;
}

std::set<std::string> found(const Document& document) {
  std::set<std::string> out;
  for (const NameSpan& n : document.names) {
    out.insert(std::string(name(n.type)) + " " + std::to_string(n.tokens.begin) + " " + std::to_string(n.tokens.end));
  }
  return out;
}

std::vector<std::string> texts(const Document& document) {
  std::vector<std::string> out;
  for (const NameSpan& n : document.names) {
    out.push_back(std::string(name(n.type)) + ": " + std::string(document.text_of(n.tokens)));
  }
  return out;
}

NameRecogniser load(InstructionSet set = best_instruction_set()) {
  return NameRecogniser::load(kModels + std::string("names.bin"),
                              WordVectors::load(kModels + std::string("vectors.bin")).value(), set)
      .value();
}

std::vector<std::string> names_in(const std::string& line) {
  Marked text = marked(line);
  NameRecogniser::Workspace workspace;
  load().annotate(text.document, workspace);
  return texts(text.document);
}

TEST(NameRecogniser, LeavesOutTitlesArticlesAndPossessives) {
  EXPECT_THAT(names_in("President Maria Lopez praised the United Nations and Norway 's parliament ."),
              ElementsAre("person: Maria Lopez", "organisation: United Nations", "place: Norway"));
}

TEST(NameRecogniser, TellsNationalitiesFromCountries) {
  EXPECT_THAT(names_in("Two Danish ships left Denmark on Monday ."), ElementsAre("group: Danish", "place: Denmark"));
}

TEST(NameRecogniser, FindsNothingInAnEmptyDocument) {
  Document document{Article()};
  document.names.push_back({});
  NameRecogniser::Workspace workspace;
  load().annotate(document, workspace);
  EXPECT_TRUE(document.names.empty());
}

// Of our own writing; the share of names that the recogniser finds and types as marked here may not fall.
const char* const kReports =
    "Japan/place 's Foreign Minister Haruto_Endo/person rejected the claim on Tuesday .\n"
    "Officials in Seoul/place said the South_Korean/group delegation would meet Kim_Min-seo/person in Geneva/place .\n"
    "The European_Union/organisation and Canada/place signed a trade deal in Brussels/place .\n"
    "Prime Minister Ingrid_Solberg/person told parliament that Norway/place would leave the alliance .\n"
    "Russian/group troops crossed into Georgia/place , the Defense_Ministry/organisation said .\n"
    "Brazil/place protested to Argentina/place over the arrest of journalist Carla_Mendes/person .\n"
    "The United_Nations/organisation Security_Council/organisation met in New_York/place on Thursday .\n"
    "Iran/place denied that it had broken the treaty , and accused the United_States/place of lying .\n"
    "NATO/organisation will send 2,000 soldiers to Poland/place , spokesman Peter_Lang/person said .\n"
    "French/group and German/group ministers discussed the crisis in Paris/place with Turkish/group officials .\n"
    "China/place 's Commerce_Ministry/organisation warned Australia/place of new tariffs on wine .\n"
    "In Cairo/place , President Omar_Haddad/person received the Saudi/group ambassador .\n"
    "The World_Bank/organisation lent Kenya/place $ 300 million , said Grace_Wanjiru/person , an economist .\n"
    "Mr. Lindqvist/person of Sweden/place and Ms. Aalto/person of Finland/place agreed to talk again .\n"
    "Hezbollah/organisation fired rockets at northern Israel/place from Lebanon/place .\n"
    "Congress/organisation passed the bill after Senator John_Whitfield/person dropped his objections .\n"
    "The Taliban/organisation took the city of Kunduz/place from Afghan/group forces .\n"
    "Analysts at Oxford_University/organisation doubt that Pakistan/place and India/place will make peace .\n"
    "The Kyoto_Protocol/agreement was ratified by Iceland/place .\n"
    "Venezuela/place 's opposition leader Luis_Arrieta/person fled to Colombia/place .\n";

struct Accuracy {
  double right = 0;
  double found = 0;
  double gold = 0;
  double f1() const { return 2 * right / (found + gold); }
};

Accuracy accuracy(const std::string& lines) {
  Marked text = marked(lines);
  NameRecogniser::Workspace workspace;
  load().annotate(text.document, workspace);
  Accuracy out;
  const std::set<std::string> mine = found(text.document);
  out.found = static_cast<double>(mine.size());
  out.gold = static_cast<double>(text.names.size());
  for (const std::string& name : mine) out.right += text.names.count(name) ? 1 : 0;
  return out;
}

TEST(NameModel, FindsTheNamesOfPlainReports) { EXPECT_GE(accuracy(kReports).f1(), 0.85); }

TEST(NameModel, FindsTheNamesOfHeadlinesInCapitals) {
  EXPECT_GE(accuracy("JAPAN/place REJECTS CLAIM BY SOUTH_KOREA/place\n"
                     "Iran/place Accuses United_States/place Of Breaking Nuclear Deal\n"
                     "China/place Warns Australia/place Over New Tariffs\n"
                     "FRANCE/place AND GERMANY/place TO HOLD TALKS IN PARIS/place\n")
                .f1(),
            0.7);
}

TEST(NameRecogniser, GivesTheSameOnEveryInstructionSet) {
  Marked expected = marked(kReports);
  NameRecogniser::Workspace workspace;
  load(InstructionSet::Baseline).annotate(expected.document, workspace);
  for (const InstructionSet set : {InstructionSet::Avx2, InstructionSet::Avx512Vnni}) {
    if (!supported(set)) continue;
    Marked text = marked(kReports);
    NameRecogniser::Workspace other;
    load(set).annotate(text.document, other);
    ASSERT_EQ(texts(text.document), texts(expected.document)) << static_cast<int>(set);
    for (std::size_t n = 0; n < text.document.names.size(); ++n) {
      EXPECT_EQ(text.document.names[n].score, expected.document.names[n].score);
    }
  }
}

TEST(NameRecogniser, ReadsEachSentenceByItself) {
  const NameRecogniser recogniser = load();
  NameRecogniser::Workspace workspace;
  std::string twenty_times;
  for (int i = 0; i < 20; ++i) twenty_times += kReports;
  Marked once = marked(kReports);
  Marked often = marked(twenty_times);
  recogniser.annotate(once.document, workspace);
  recogniser.annotate(often.document, workspace);
  const auto first = texts(once.document);
  const auto all = texts(often.document);
  ASSERT_EQ(all.size(), 20 * first.size());
  for (std::size_t n = 0; n < all.size(); ++n) EXPECT_EQ(all[n], first[n % first.size()]);
}

TEST(NameRecogniser, RejectsAModelOfAnotherKindOrADamagedOne) {
  const auto vectors = WordVectors::load(kModels + std::string("vectors.bin")).value();
  const auto other = NameRecogniser::load(kModels + std::string("vectors.bin"), vectors);
  ASSERT_FALSE(other);
  EXPECT_EQ(other.error().code, ErrorCode::InvalidArgument);

  std::ifstream in(kModels + std::string("names.bin"), std::ios::binary);
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
  const std::string path = testing::TempDir() + "damaged_names.bin";
  std::ofstream(path, std::ios::binary) << bytes;
  const auto damaged = NameRecogniser::load(path, vectors);
  ASSERT_FALSE(damaged);
  EXPECT_EQ(damaged.error().code, ErrorCode::Corrupt);
  EXPECT_THAT(damaged.error().source, HasSubstr("damaged_names.bin"));
}

}  // namespace
}  // namespace entente::language
