#include "entente/ingest/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include <filesystem>
#include <fstream>

#include "entente/base/digest.h"

namespace entente::ingest {
namespace {

namespace fs = std::filesystem;

/// A folder of the test's own that goes away with it.
class Folder {
 public:
  Folder() {
    std::string pattern = (fs::temp_directory_path() / "entente-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  ~Folder() { fs::remove_all(path_); }

  std::string write(const std::string& name, const std::string& bytes) const {
    const fs::path file = path_ / name;
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << bytes;
    return file.string();
  }
  std::string path() const { return path_.string(); }

 private:
  fs::path path_;
};

struct ReadResult {
  std::vector<Input> inputs;
  std::vector<std::string> problems;
  std::uint64_t skipped_files = 0;

  const Article& article(std::size_t i) const { return std::get<Article>(inputs.at(i).content); }
};

ReadResult read_all(std::vector<std::string> paths, ReadOptions options = {}) {
  ReadResult out;
  auto inputs = open_inputs(std::move(paths), std::move(options));
  if (!inputs) {
    out.problems.push_back(inputs.error().to_string());
    return out;
  }
  Diagnostics diagnostics;
  while (auto input = inputs->next(diagnostics)) out.inputs.push_back(std::move(*input));
  for (const Diagnostic& d : diagnostics.all()) out.problems.push_back(d.error.to_string());
  out.skipped_files = inputs->skipped_files();
  return out;
}

std::string gzip(const std::string& bytes) {
  z_stream stream{};
  deflateInit2(&stream, 6, Z_DEFLATED, 16 + MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = reinterpret_cast<Bytef*>(out.data());
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::string zstd(const std::string& bytes) {
  std::string out(ZSTD_compressBound(bytes.size()), '\0');
  out.resize(ZSTD_compress(out.data(), out.size(), bytes.data(), bytes.size(), 3));
  return out;
}

constexpr char kLine[] = R"({"id":"a1","title":"Pact ends","date":"2019-08-22","source":"Wire","text":"Aland left."})";

TEST(Reader, LeavesPlainTextAsItIsBehindAByteOrderMark) {
  const Folder folder;
  const auto read = read_all({folder.write("a.txt", "\xEF\xBB\xBF\r\nAland  left.\r\n")});
  ASSERT_EQ(read.inputs.size(), 1U);
  EXPECT_EQ(read.article(0).text, "\r\nAland  left.\r\n");
  EXPECT_EQ(read.article(0).id, short_digest("\r\nAland  left.\r\n"));
  EXPECT_EQ(read.article(0).title, "");
}

TEST(Reader, TellsTheOffsetOfInvalidUtf8InTheFile) {
  const Folder folder;
  const std::string path = folder.write("a.txt",
                                        "\xEF\xBB\xBF"
                                        "ab\xFF");
  EXPECT_THAT(read_all({path}).problems, testing::ElementsAre(path + ":5: invalid UTF-8"));
}

TEST(Reader, ReadsTheFieldsOfAJsonLine) {
  const Folder folder;
  const auto read = read_all({folder.write(
      "a.jsonl", std::string(kLine) + "\n\n" + R"({"text":"Borduria stayed.","url":"https://x.test/1"})")});
  ASSERT_EQ(read.inputs.size(), 2U);
  EXPECT_EQ(read.article(0).id, "a1");
  EXPECT_EQ(read.article(0).title, "Pact ends");
  EXPECT_EQ(read.article(0).source, "Wire");
  EXPECT_EQ(read.article(0).date, (Date{2019, 8, 22}));
  EXPECT_EQ(read.article(1).id, "https://x.test/1");
}

TEST(Reader, NamesTheLineAndGoesOnWhenALineIsBad) {
  const Folder folder;
  const std::string path =
      folder.write("a.jsonl", "{\"text\":\"x\n[1]\n{\"title\":\"no text\"}\n" + std::string(kLine));
  const auto read = read_all({path});
  EXPECT_EQ(read.inputs.size(), 1U);
  ASSERT_EQ(read.problems.size(), 3U);
  EXPECT_THAT(read.problems[0], testing::StartsWith(path + ":1:"));
  EXPECT_EQ(read.problems[1], path + ":2: expected a JSON object");
  EXPECT_EQ(read.problems[2], path + ":3: expected a string \"text\"");
}

TEST(Reader, HandsClaimsOnUnread) {
  const Folder folder;
  const std::string claim = R"({"doc":"d","type":"criticizes","source":{"id":"country/KOR"}})";
  const auto read = read_all({folder.write("a.jsonl", claim + "\n")});
  ASSERT_EQ(read.inputs.size(), 1U);
  EXPECT_EQ(std::get<ClaimLine>(read.inputs[0].content).json, claim);
}

TEST(Reader, UnpacksGzipAndZstandard) {
  const Folder folder;
  const std::string many = std::string(kLine) + "\n" + kLine + "\n";
  const auto read = read_all({folder.write("a.jsonl.gz", gzip(many) + gzip(many)),
                              folder.write("b.jsonl.zst", zstd(many)), folder.write("c.TXT.gz", gzip("Aland left."))});
  EXPECT_THAT(read.problems, testing::IsEmpty());
  EXPECT_EQ(read.inputs.size(), 7U);
}

TEST(Reader, ReportsCutAndDamagedPacking) {
  const Folder folder;
  const std::string packed = gzip(std::string(1000, 'x') + kLine);
  const std::string cut = folder.write("a.jsonl.gz", packed.substr(0, packed.size() / 2));
  EXPECT_THAT(read_all({cut}).problems, testing::ElementsAre(testing::HasSubstr("end too early")));
  std::string damaged = zstd(kLine);
  damaged[damaged.size() / 2] ^= 0x55;
  damaged[6] ^= 0x55;
  EXPECT_THAT(read_all({folder.write("b.jsonl.zst", damaged)}).problems,
              testing::ElementsAre(testing::HasSubstr("Zstandard data")));
}

TEST(Reader, StopsAtALineWithoutEnd) {
  const Folder folder;
  const std::string path = folder.write("a.jsonl.gz", gzip(std::string(100U << 20, ' ') + "\n" + kLine));
  const auto read = read_all({path});
  EXPECT_EQ(read.inputs.size(), 1U);
  EXPECT_THAT(read.problems, testing::ElementsAre(testing::HasSubstr("line of more than")));
}

TEST(Reader, WalksFoldersInBytewiseOrderWithoutHiddenFiles) {
  const Folder folder;
  folder.write("in/b/x.txt", "Borduria stayed.");
  folder.write("in/b-c.txt", "Aland left.");
  folder.write("in/.hidden/y.txt", "no");
  folder.write("in/.z.txt", "no");
  folder.write("in/picture.png", "no");
  const auto read = read_all({folder.path() + "/in"});
  ASSERT_EQ(read.inputs.size(), 2U);
  EXPECT_EQ(read.article(0).text, "Aland left.");
  EXPECT_EQ(read.article(1).text, "Borduria stayed.");
  EXPECT_EQ(read.skipped_files, 1U);
}

TEST(Reader, TellsAFileWithoutSuffixByItsFirstBytes) {
  const Folder folder;
  const auto read = read_all({folder.write("lines", kLine), folder.write("prose", "{Aland} left.")});
  ASSERT_EQ(read.inputs.size(), 2U);
  EXPECT_EQ(read.article(0).id, "a1");
  EXPECT_EQ(read.article(1).text, "{Aland} left.");
  EXPECT_EQ(read_all({folder.write("lines2", kLine)}, {"txt", {}, {}}).article(0).text, kLine);
}

TEST(Reader, RejectsAnUnknownReaderAndAMissingFile) {
  EXPECT_THAT(read_all({"-"}, {"doc", {}, {}}).problems, testing::ElementsAre(testing::HasSubstr("jsonl")));
  EXPECT_THAT(read_all({"/nonexistent/a.txt"}).problems, testing::ElementsAre(testing::HasSubstr("cannot be opened")));
}

TEST(Reader, FillsInDateAndSourceWhereTheArticleHasNone) {
  const Folder folder;
  const std::string path = folder.write("a.jsonl", std::string(kLine) + "\n{\"text\":\"Borduria stayed.\"}");
  const auto read = read_all({path}, {"", Date{2020, 1, 2}, "Agency"});
  ASSERT_EQ(read.inputs.size(), 2U);
  EXPECT_EQ(read.article(0).date, (Date{2019, 8, 22}));
  EXPECT_EQ(read.article(1).date, (Date{2020, 1, 2}));
  EXPECT_EQ(read.article(1).source, "Agency");
}

TEST(Reader, RejectsOtherLanguages) {
  const Folder folder;
  const std::string path =
      folder.write("a.jsonl",
                   "{\"text\":\"Die Regierung hat am Montag mit dem Nachbarland und den Partnern \xC3\xBC"
                   "ber das Abkommen gesprochen, "
                   "aber nicht unterschrieben.\"}\n{\"text\":\"Aland left.\",\"language\":\"fr\"}\n{\"text\":\"Aland "
                   "left.\",\"language\":\"en-GB\"}");
  const auto read = read_all({path});
  EXPECT_EQ(read.inputs.size(), 1U);
  EXPECT_THAT(read.problems,
              testing::ElementsAre(path + ":1: not in English", path + ":2: language \"fr\", only English is read"));
}

}  // namespace
}  // namespace entente::ingest
