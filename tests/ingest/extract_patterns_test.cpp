#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <string_view>

#include "entente/ingest/extract/patterns.h"
#include "support/temporary_folder.h"

namespace entente::ingest {
namespace {

class PatternTables : public ::testing::Test {
 protected:
  /// A small good lexicon; tests spoil one table.
  void SetUp() override {
    write("frames.tsv",
          "frame\trelation\tsource\ttarget\tabout\tconfidence\texample\n"
          "attack\tattacks\tsubj\tobj\t\t.86\tLima bombed Quito.\n");
    write("verbs.tsv", "lemma\tparticle\tframe\tobject_class\tcameo\nbomb\t\tattack\t\t190\n");
    write("nouns.tsv", "lemma\tclass\tframe\tcameo\nraid\tattack\tattack\t190\n");
    write("operators.tsv", "lemma\tparticle\toperator\ncall\tfor\tdemand\nlift\t\tend\n");
    write("governors.tsv", "lemma\tpart\tstanding\tcontrol\nurge\tV\tdemanded\tobject\n");
    write("evaluations.tsv", "lemma\tevaluation\nabuse\t-\n");
    write("periods.tsv", "name\tfirst\tlast\ncold war\t1947\t1991\n");
  }

  void write(const std::string& name, std::string_view text) const {
    std::ofstream(folder_ / name, std::ios::binary) << text;
  }

  /// The message of what load says; empty if it loads.
  std::string problem() const {
    const auto loaded = Patterns::load(folder_.path());
    return loaded ? std::string{} : loaded.error().to_string();
  }

  entente::testing::TemporaryFolder folder_;
};

TEST_F(PatternTables, AreReadIntoALexicon) {
  const auto patterns = Patterns::load(folder_.path());
  ASSERT_TRUE(patterns) << patterns.error().to_string();
  ASSERT_EQ(patterns->verbs("bomb").size(), 1U);
  EXPECT_EQ(patterns->verbs("bomb").front().frame->relation, RelationType::Attacks);
  EXPECT_TRUE(patterns->noun_is("raid", "attack"));
  EXPECT_EQ(patterns->operator_of("call", "for"), Operator::Demand);
  EXPECT_EQ(patterns->operator_of("call", ""), std::nullopt);
  ASSERT_NE(patterns->governor("urge", 'V'), nullptr);
  EXPECT_TRUE(patterns->governor("urge", 'V')->object_control);
  EXPECT_EQ(patterns->governor("urge", 'N'), nullptr);
  EXPECT_EQ(patterns->evaluation("abuse"), -1);
  EXPECT_EQ(patterns->periods().count("cold war"), 1U);
}

TEST_F(PatternTables, NameTheLineOfAnUnknownRelation) {
  write("frames.tsv",
        "frame\trelation\tsource\ttarget\tabout\tconfidence\texample\n"
        "attack\tattacks\tsubj\tobj\t\t.86\tLima bombed Quito.\n"
        "tickle\ttickles\tsubj\tobj\t\t.5\tLima tickled Quito.\n");
  EXPECT_NE(problem().find("frames.tsv:3"), std::string::npos) << problem();
  EXPECT_NE(problem().find("unknown relation 'tickles'"), std::string::npos) << problem();
}

TEST_F(PatternTables, NameTheLineWithTooFewColumns) {
  write("verbs.tsv", "lemma\tparticle\tframe\tobject_class\tcameo\nbomb\t\tattack\n");
  EXPECT_NE(problem().find("verbs.tsv:2"), std::string::npos) << problem();
  EXPECT_NE(problem().find("3 columns, expected 5"), std::string::npos) << problem();
}

TEST_F(PatternTables, NameTheLineOfAnUnknownFrameOrOperatorOrStanding) {
  write("nouns.tsv", "lemma\tclass\tframe\tcameo\nraid\tattack\tcharge\t190\n");
  EXPECT_NE(problem().find("nouns.tsv:2"), std::string::npos) << problem();
  SetUp();
  write("operators.tsv", "lemma\tparticle\toperator\nlift\t\traise\n");
  EXPECT_NE(problem().find("operators.tsv:2"), std::string::npos) << problem();
  SetUp();
  write("governors.tsv", "lemma\tpart\tstanding\tcontrol\nurge\tV\twished\tobject\n");
  EXPECT_NE(problem().find("governors.tsv:2"), std::string::npos) << problem();
}

TEST_F(PatternTables, AreAllNeeded) {
  std::filesystem::remove(folder_ / "periods.tsv");
  EXPECT_NE(problem().find("periods.tsv"), std::string::npos) << problem();
}

TEST(Patterns, OfTheShippedDataLoad) {
  const auto patterns = Patterns::load(ENTENTE_DATA_DIR "/patterns");
  EXPECT_TRUE(patterns) << patterns.error().to_string();
}

}  // namespace
}  // namespace entente::ingest
