#include "entente/store/store.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "entente/graph/assemble.h"
#include "support/graph_builder.h"
#include "support/temporary_folder.h"

namespace entente::testing {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

StoredArticle article(std::string id, std::string text, std::string date = "2019-08-22") {
  StoredArticle made;
  made.document.id = std::move(id);
  made.document.url = "https://news.example/" + made.document.id;
  made.document.title = "Title";
  made.document.source = "Example News";
  made.document.date = parse_date(date);
  made.language = "en";
  made.text = std::move(text);
  return made;
}

Claim claim(const std::string& line, std::uint32_t number = 0) { return claim_of(line, number); }

/// "doc by quote" of all claims.
std::vector<std::string> claims_in(Store& store) {
  std::vector<std::string> out;
  const auto claims = store.all_claims();
  EXPECT_TRUE(claims) << (claims ? "" : claims.error().to_string());
  for (const Claim& stored : claims.value_or(std::vector<Claim>{})) {
    out.push_back(stored.doc.id + " " + stored.by + " " + stored.quote);
  }
  return out;
}

Store open(const std::filesystem::path& path, StoreMode mode = StoreMode::Write) {
  auto store = Store::open(path, mode);
  EXPECT_TRUE(store) << (store ? "" : store.error().to_string());
  return std::move(store.value());
}

std::string error_of(const std::filesystem::path& path, StoreMode mode) {
  const auto store = Store::open(path, mode, {.busy_timeout_ms = 0});
  return store ? "no error" : store.error().message;
}

Added add(Store& store, const StoredArticle& added, const std::vector<Claim>& claims) {
  const auto done = store.add(added, claims);
  EXPECT_TRUE(done) << (done ? "" : done.error().to_string());
  return done.value_or(Added::New);
}

TEST(Store, KeepsArticlesAndClaims) {
  const TemporaryFolder folder;
  const StoredArticle kept = article("a", std::string("Seoul slams Tokyo.\0x", 20));
  Claim read = claim("country/KOR criticizes country/JPN doc=a quote=Seoul_slams_Tokyo.");
  read.doc = kept.document;
  {
    Store store = open(folder / "g.entente");
    EXPECT_EQ(add(store, kept, {read}), Added::New);
    ASSERT_TRUE(store.commit());
  }
  Store store = open(folder / "g.entente", StoreMode::Read);
  EXPECT_EQ(store.article("a").value(), kept);
  EXPECT_EQ(store.article("b").value(), std::nullopt);
  EXPECT_THAT(store.all_claims().value(), ElementsAre(read));
  EXPECT_EQ(store.counts().value().articles, 1U);
  EXPECT_EQ(store.counts().value().claims, 1U);
}

TEST(Store, ForgetsWhatIsNotCommitted) {
  const TemporaryFolder folder;
  {
    Store store = open(folder / "g.entente");
    add(store, article("a", "x"), {claim("country/KOR criticizes country/JPN doc=a")});
  }
  Store store = open(folder / "g.entente");
  EXPECT_EQ(store.counts().value().articles, 0U);
}

TEST(Store, GivesTheGraphAgain) {
  const std::vector<std::string> lines = {"country/KOR criticizes country/JPN doc=a date=2019-08-22",
                                          "official:Taro_Kono@JPN~Kono meets country/KOR doc=b place=place:Geneva@CHE",
                                          "country/KOR scraps/planned agreement:Sea_Pact[JPN,KOR] doc=b conf=0.7"};
  Store store = Store::temporary().value();
  for (const Claim& stored : claims_of(lines)) ASSERT_TRUE(store.add_claims({&stored, 1}));
  const FakeActors actors = few_actors();
  EXPECT_EQ(text_of(assemble(store.all_claims().value(), actors.lookup())), text_of(graph_of(lines)));
}

TEST(Store, ReplacesTheTextOfAnEarlierRun) {
  const TemporaryFolder folder;
  const Claim old_claim = claim("country/KOR criticizes country/JPN doc=a quote=old");
  const Claim new_claim = claim("country/KOR criticizes country/JPN doc=a quote=new");
  const Claim curated = claim("country/KOR meets country/JPN doc=a quote=curated by=curator");
  {
    Store store = open(folder / "g.entente");
    add(store, article("a", "old", "2019-08-23"), {old_claim});
    ASSERT_TRUE(store.add_claims({&curated, 1}));
    ASSERT_TRUE(store.commit());
  }
  {
    // The same text read again: what others said of it still holds.
    Store store = open(folder / "g.entente");
    EXPECT_EQ(add(store, article("a", "old", "2019-08-23"), {new_claim}), Added::Renewed);
    ASSERT_TRUE(store.commit());
    EXPECT_THAT(claims_in(store), ElementsAre("a test new", "a curator curated"));
  }
  // Another text, even an earlier one: nothing said of the old one holds.
  Store store = open(folder / "g.entente");
  EXPECT_EQ(add(store, article("a", "new", "2019-08-22"), {old_claim}), Added::Replaced);
  EXPECT_THAT(claims_in(store), ElementsAre("a test old"));
}

TEST(Store, KeepsTheLaterTextOfOneRunInAnyOrder) {
  const Claim early = claim("country/KOR criticizes country/JPN doc=a quote=early");
  const Claim late = claim("country/KOR criticizes country/JPN doc=a quote=late");
  Store forth = Store::temporary().value();
  EXPECT_EQ(add(forth, article("a", "early", "2019-08-22"), {early}), Added::New);
  EXPECT_EQ(add(forth, article("a", "late", "2019-08-23"), {late}), Added::Supersedes);
  EXPECT_THAT(claims_in(forth), ElementsAre("a test late"));
  Store back = Store::temporary().value();
  EXPECT_EQ(add(back, article("a", "late", "2019-08-23"), {late}), Added::New);
  EXPECT_EQ(add(back, article("a", "early", "2019-08-22"), {early}), Added::Superseded);
  EXPECT_THAT(claims_in(back), ElementsAre("a test late"));
}

TEST(Store, KeepsTheLargerHashOfTwoTextsOfOneDay) {
  std::vector<std::string> kept;
  for (const bool forth : {true, false}) {
    Store store = Store::temporary().value();
    add(store, article("a", forth ? "one" : "two"), {});
    add(store, article("a", forth ? "two" : "one"), {});
    kept.push_back(store.article("a").value()->text);
  }
  EXPECT_EQ(kept[0], kept[1]);
}

TEST(Store, ReplacesGivenClaimsByDocumentAndReader) {
  const TemporaryFolder folder;
  const auto add_claims = [&](const std::vector<std::string>& lines) {
    Store store = open(folder / "g.entente");
    for (const std::string& line : lines) {
      const Claim given = claim(line);
      EXPECT_TRUE(store.add_claims({&given, 1}));
    }
    EXPECT_TRUE(store.commit());
    return claims_in(store);
  };
  const std::string act = "country/KOR criticizes country/JPN ";
  add_claims({act + "doc=a by=x quote=1", act + "doc=a by=y quote=2", act + "doc=b by=x quote=3"});
  EXPECT_THAT(add_claims({act + "doc=a by=x quote=4", act + "doc=a by=x quote=5", act + "doc=a by=x quote=4"}),
              ::testing::UnorderedElementsAre("a x 4", "a x 5", "a y 2", "b x 3"));
}

TEST(Store, TellsGivenClaimsWhatTheArticleTells) {
  Store store = Store::temporary().value();
  const Claim given = claim("country/KOR criticizes country/JPN doc=a by=x");
  add(store, article("a", "x"), {});
  ASSERT_TRUE(store.add_claims({&given, 1}));
  EXPECT_EQ(store.all_claims().value().at(0).doc, article("a", "x").document);
}

TEST(Store, RefusesClaimsOfAnotherArticle) {
  Store store = Store::temporary().value();
  const std::vector<Claim> claims = {claim("country/KOR criticizes country/JPN doc=b")};
  EXPECT_EQ(store.add(article("a", "x"), claims).error().code, ErrorCode::InvalidArgument);
  EXPECT_EQ(store.add(article("a", "\xff"), {}).error().code, ErrorCode::Encoding);
  EXPECT_EQ(store.counts().value().articles, 0U);
}

TEST(Store, VisitsArticlesInOrderAndHandsErrorsOn) {
  Store store = Store::temporary().value();
  for (const char* id : {"c", "a", "b"}) add(store, article(id, "x"), {});
  std::vector<std::string> ids;
  const auto stopped = store.for_each_article([&](StoredArticle&& visited) -> Result<void> {
    ids.push_back(visited.document.id);
    if (ids.size() == 2) return failure(ErrorCode::Interrupted, "", "enough");
    return {};
  });
  EXPECT_THAT(ids, ElementsAre("a", "b"));
  EXPECT_EQ(stopped.error().message, "enough");
}

TEST(Store, SaysWhatIsNoStore) {
  const TemporaryFolder folder;
  EXPECT_EQ(error_of(folder / "missing", StoreMode::Read), "there is no such store");
  EXPECT_EQ(error_of(folder.path(), StoreMode::Write), "no graph store: not a file");
  std::ofstream(folder / "text") << std::string(5000, 'x');
  EXPECT_EQ(error_of(folder / "text", StoreMode::Write), "no graph store: not a SQLite file");
  std::ofstream(folder / "empty").close();
  EXPECT_EQ(error_of(folder / "empty", StoreMode::Read), "no graph store: the file is empty");
  EXPECT_THAT(error_of(folder / "no" / "folder", StoreMode::Write), HasSubstr("cannot be opened"));
  EXPECT_FALSE(std::filesystem::exists(folder / "missing"));
}

/// Overwrites bytes of a file; in a SQLite file the version is at 60, the application id at 68.
void overwrite(const std::filesystem::path& path, std::streamoff offset, const std::string& bytes) {
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(offset);
  file << bytes;
}

TEST(Store, RefusesANewerVersionAndAnotherProgramsFile) {
  const TemporaryFolder folder;
  open(folder / "newer");
  overwrite(folder / "newer", 60, std::string("\0\0\0\x07", 4));
  for (const StoreMode mode : {StoreMode::Read, StoreMode::Write}) {
    EXPECT_EQ(error_of(folder / "newer", mode), "the store is of a newer entente: version 7 found, at most 1 expected");
  }
  open(folder / "other");
  overwrite(folder / "other", 68, "maps");
  EXPECT_EQ(error_of(folder / "other", StoreMode::Write), "no graph store: a SQLite file of another program");
}

TEST(Store, ReportsDamage) {
  const TemporaryFolder folder;
  {
    Store store = open(folder / "g");
    std::vector<Claim> claims;
    for (std::uint32_t i = 0; i < 200; ++i) claims.push_back(claim("country/KOR criticizes country/JPN doc=a", i));
    add(store, article("a", "x"), claims);
    ASSERT_TRUE(store.commit());
  }
  const auto size = static_cast<std::streamoff>(std::filesystem::file_size(folder / "g"));
  for (std::streamoff page = 4096; page < size; page += 4096) overwrite(folder / "g", page, std::string(4096, '\x5a'));
  const auto opened = Store::open(folder / "g", StoreMode::Read);
  const auto claims = opened ? const_cast<Store&>(*opened).all_claims() : tl::unexpected(opened.error());
  ASSERT_FALSE(claims);
  EXPECT_EQ(claims.error().code, ErrorCode::Corrupt) << claims.error().to_string();
}

TEST(Store, SaysWhenAnotherProgramWrites) {
  const TemporaryFolder folder;
  Store writer = open(folder / "g");
  add(writer, article("a", "x"), {});
  EXPECT_EQ(error_of(folder / "g", StoreMode::Write), "the store is in use by another program");
  // A reader sees what was committed before.
  Store reader = open(folder / "g", StoreMode::Read);
  EXPECT_EQ(reader.counts().value().articles, 0U);
  ASSERT_TRUE(writer.commit());
  EXPECT_EQ(reader.counts().value().articles, 1U);
}

}  // namespace
}  // namespace entente::testing
