// Who chains are, by name, country, office and date: chains made by hand over a tokenized text.

#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "entente/ingest/link/era.h"
#include "entente/ingest/link/link.h"
#include "entente/language/tokenizer/tokenizer.h"
#include "support/knowledge.h"

namespace entente {
namespace {

using support::knowledge;

/// A text whose chains are the names given, one mention each.
class Linked {
 public:
  Linked(std::string text, std::string_view date) : document_(article(std::move(text), date)) {
    language::tokenize(document_);
  }

  Linked& named(std::string_view words, NodeType type, std::string iso3 = "", std::string office = "") {
    Mention mention;
    for (std::uint32_t i = 0; i < document_.tokens.size(); ++i) {
      for (std::uint32_t end = i + 1; end <= document_.tokens.size(); ++end) {
        if (document_.text_of({i, end}) == words) mention.tokens = {i, end};
      }
    }
    EXPECT_FALSE(mention.tokens.empty()) << words;
    mention.head = TokenId(static_cast<std::size_t>(mention.tokens.begin));
    mention.span = document_.span_of(mention.tokens);
    mention.type = type;
    mention.chain = ChainId(document_.chains.size());
    document_.mentions.push_back(mention);
    CorefChain chain;
    chain.type = type;
    chain.mentions = {MentionId(document_.mentions.size() - 1)};
    chain.name = words;
    chain.iso3 = std::move(iso3);
    if (!office.empty()) {
      StatedOffice stated;
      stated.title = std::move(office);
      chain.offices.push_back(std::move(stated));
    }
    document_.chains.push_back(std::move(chain));
    return *this;
  }

  /// The last name is that listed actor's.
  Linked& known(std::string id) {
    document_.chains.back().actor_id = std::move(id);
    return *this;
  }

  /// The chain of the n-th name after linking.
  CorefChain chain(std::size_t n = 0) {
    ingest::link(document_, knowledge());
    return document_.chains[n];
  }
  std::string end_id(std::size_t n = 0) {
    ingest::link(document_, knowledge());
    return ingest::claim_end(document_, MentionId(n)).id;
  }

 private:
  static Article article(std::string text, std::string_view date) {
    Article article;
    article.text = std::move(text);
    article.date = parse_date(date);
    return article;
  }

  Document document_;
};

TEST(LinkPersons, ReadsOtherSpellingsOfListedNames) {
  EXPECT_EQ(
      Linked("Hassan Rohani spoke.", "2019-08-22").named("Hassan Rohani", NodeType::Person, "IRN").chain().actor_id,
      "person/hassan-rouhani");
  EXPECT_EQ(Linked("Mouammar Kadhafi spoke.", "2005").named("Mouammar Kadhafi", NodeType::Person).chain().actor_id,
            "person/muammar-gaddafi");
}

TEST(LinkPersons, TakesNobodyOfAnotherCountry) {
  EXPECT_EQ(Linked("Hassan Rohani spoke.", "2019").named("Hassan Rohani", NodeType::Person, "PAK").chain().actor_id,
            "");
}

TEST(LinkPersons, GivesAKnownPersonTheCountryOfTheList) {
  Linked linked("Hassan Rouhani spoke.", "2018-05-01");
  linked.named("Hassan Rouhani", NodeType::Official, "USA").known("person/hassan-rouhani");
  EXPECT_EQ(linked.chain().iso3, "IRN");
}

TEST(LinkPersons, TakesNobodyWhoCameToOfficeLongAfter) {
  EXPECT_EQ(Linked("Taro Kono spoke.", "1975").named("Taro Kono", NodeType::Person).chain().actor_id, "");
}

TEST(LinkPersons, KnowsThatAnOfficeHasEnded) {
  const auto former = [](std::string_view date) {
    return Linked("President Barack Obama spoke.", date)
        .named("Barack Obama", NodeType::Official, "USA", "President")
        .chain()
        .offices.front()
        .former;
  };
  EXPECT_FALSE(former("2015-03-01"));
  EXPECT_TRUE(former("2019-08-22"));
}

/// The name of the country that "Prime Minister Theresa May" holds her office of, in a text on that country.
std::string country_of_may(std::string office, std::string_view country, std::string iso3, std::string_view date) {
  Linked linked("Theresa May spoke. " + std::string(country) + " waited.", date);
  linked.named("Theresa May", NodeType::Official, "", std::move(office))
      .named(country, NodeType::Country, std::move(iso3));
  const ChainId of = linked.chain().offices.front().country;
  return of.valid() ? linked.chain(of.index()).name : "";
}

TEST(LinkPersons, KnowsOfWhichCountryAnOfficeIs) {
  EXPECT_EQ(country_of_may("Prime Minister", "Britain", "GBR", "2018-12-03"), "Britain");
}

TEST(LinkPersons, TakesACountryOnlyForAnOfficeThatWasHeldThere) {
  EXPECT_EQ(country_of_may("Prime Minister", "Peru", "PER", "2018-12-03"), "");
  EXPECT_EQ(country_of_may("Governor", "Britain", "GBR", "2018-12-03"), "");
  EXPECT_EQ(country_of_may("Prime Minister", "Britain", "GBR", "2012-12-03"), "");
}

TEST(LinkBodies, TakesACommonNameForThatOfTheCountryInTheText) {
  EXPECT_EQ(Linked("Congress met. The United States sanctioned Iran.", "2019")
                .named("Congress", NodeType::Organisation)
                .named("United States", NodeType::Country, "USA")
                .chain()
                .actor_id,
            "organisation/us-congress");
}

TEST(LinkBodies, GivesACommonNameToTheOnlyCountryOfTheText) {
  Linked linked("The Supreme Court met. Kenya waited.", "2019");
  linked.named("Supreme Court", NodeType::Organisation).named("Kenya", NodeType::Country, "KEN");
  EXPECT_EQ(linked.chain().iso3, "KEN");
  EXPECT_EQ(linked.end_id(), "organisation/kenya-s-supreme-court");
}

TEST(LinkBodies, MakesNoNodeOfACommonNameWithoutACountry) {
  Linked alone("The Supreme Court met.", "2019");
  EXPECT_EQ(alone.named("Supreme Court", NodeType::Organisation).end_id(), "");
  Linked between("The Supreme Court met. Kenya sued Peru.", "2019");
  between.named("Supreme Court", NodeType::Organisation)
      .named("Kenya", NodeType::Country, "KEN")
      .named("Peru", NodeType::Country, "PER");
  EXPECT_EQ(between.end_id(), "");
}

/// The id of the target of a dated claim on what `words` of the text name.
std::string target_then(std::string text, std::string_view words, std::string id, std::string_view date) {
  Article article;
  const auto begin = static_cast<std::uint32_t>(text.find(words));
  article.text = std::move(text);
  const Document document(std::move(article));
  Claim claim;
  claim.field = ArticleField::Text;
  claim.date = parse_date(date);
  claim.target.id = std::move(id);
  claim.target.type = NodeType::Country;
  claim.target.span = {begin, begin + static_cast<std::uint32_t>(words.size())};
  std::vector<Claim> claims = {claim};
  ingest::settle_by_date(claims, document, knowledge());
  return claims.front().target.id;
}

TEST(SettleByDate, TakesTheStateThatWasThereThen) {
  EXPECT_EQ(target_then("In 1910 Japan annexed Korea.", "Korea", "country/KOR", "1910"), "country/korea-before-1948");
  EXPECT_EQ(target_then("In 1979 Moscow sent troops.", "Moscow", "country/RUS", "1979"), "country/SUN");
}

TEST(SettleByDate, LeavesStatesThatWereThereAndWordsThatNameNoOther) {
  EXPECT_EQ(target_then("In 2018 Korea met Japan.", "Korea", "country/KOR", "2018"), "country/KOR");
  EXPECT_EQ(target_then("In 1910 Japan annexed South Korea.", "South Korea", "country/KOR", "1910"), "country/KOR");
}

}  // namespace
}  // namespace entente
