#include "entente/export/output_folder.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

namespace entente::exporter {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kFiles[] = {"nodes.csv", "edges.csv"};

Result<void> write_counts(const Graph& graph, const WriteOptions& options, const OpenFile& open) {
  for (const std::string_view name : kFiles) {
    const Result<Sink> file = open(name);
    if (!file) return tl::unexpected(file.error());
    if (const Result<void> sent = (*file)(std::string(name) + std::to_string(graph.nodes.size())); !sent) return sent;
  }
  if (options.title == "bad") return failure(ErrorCode::Encoding, "", "a bad title");
  return {};
}

const Format kCounts = {.name = "counts",
                        .suffix = ".counts/",
                        .media_type = "text/csv",
                        .description = "",
                        .content = FormatContent::Text,
                        .bytes = FormatBytes::Everywhere,
                        .write = nullptr,
                        .write_folder = write_counts,
                        .files = [] { return std::span<const std::string_view>(kFiles); }};

/// A folder of its own, removed afterwards.
class OutputOfAFolder : public testing::Test {
 protected:
  OutputOfAFolder() : path_(fs::temp_directory_path() / ("entente-folder-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~OutputOfAFolder() override { fs::remove_all(path_); }

  std::string at(std::string_view name) const { return (path_ / name).string(); }
  static std::size_t entries(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
  }
  std::size_t entries() const { return entries(path_); }
  static std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
  }

 private:
  fs::path path_;
};

TEST_F(OutputOfAFolder, AppearsOnlyWhenCommitted) {
  {
    auto folder = OutputFolder::create(at("a.counts/"), kFiles);
    ASSERT_TRUE(folder) << folder.error().to_string();
    const auto sink = folder->open("nodes.csv");
    ASSERT_TRUE(sink && (*sink)("half"));
    EXPECT_FALSE(fs::exists(at("a.counts")));
  }
  EXPECT_EQ(entries(), 0U) << "nothing is left";
  ASSERT_TRUE(write_file(Graph{}, kCounts, {}, at("a.counts/")));
  EXPECT_EQ(content(at("a.counts/nodes.csv")), "nodes.csv0");
  EXPECT_EQ(content(at("a.counts/edges.csv")), "edges.csv0");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(OutputOfAFolder, ReplacesTheOneBeforeWhole) {
  fs::create_directory(at("a.counts"));
  ::chmod(at("a.counts").c_str(), 0750);
  ASSERT_TRUE(write_file(Graph{}, kCounts, {}, at("a.counts"))) << "an empty folder is replaced";
  Graph graph;
  graph.nodes.resize(3);
  ASSERT_TRUE(write_file(graph, kCounts, {}, at("a.counts/")));
  EXPECT_EQ(content(at("a.counts/edges.csv")), "edges.csv3");
  EXPECT_EQ(entries(at("a.counts")), 2U);
  EXPECT_EQ(entries(), 1U);
  EXPECT_EQ(fs::status(at("a.counts")).permissions(),
            fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec);
}

TEST_F(OutputOfAFolder, StaysAsItWasWhenTheWriterFails) {
  ASSERT_TRUE(write_file(Graph{}, kCounts, {}, at("a.counts/")));
  WriteOptions options;
  options.title = "bad";
  Graph graph;
  graph.nodes.resize(3);
  const auto written = write_file(graph, kCounts, options, at("a.counts/"));
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().source, at("a.counts/"));
  EXPECT_EQ(content(at("a.counts/nodes.csv")), "nodes.csv0");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(OutputOfAFolder, FollowsALink) {
  fs::create_directory(at("target"));
  fs::create_directory_symlink(at("target"), at("a.counts"));
  ASSERT_TRUE(write_file(Graph{}, kCounts, {}, at("a.counts/")));
  EXPECT_TRUE(fs::is_symlink(at("a.counts")));
  EXPECT_EQ(entries(at("target")), 2U);
}

TEST_F(OutputOfAFolder, DoesNotRemoveWhatIsNotOurs) {
  ASSERT_TRUE(write_file(Graph{}, kCounts, {}, at("a.counts/")));
  std::ofstream(at("a.counts/thesis.txt")) << "years of work";
  const auto written = write_file(Graph{}, kCounts, {}, at("a.counts/"));
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("thesis.txt"), std::string::npos);
  EXPECT_EQ(content(at("a.counts/thesis.txt")), "years of work");
  EXPECT_EQ(entries(), 1U);
}

TEST_F(OutputOfAFolder, RefusesAFileAndAFolderThatIsMissing) {
  std::ofstream(at("a.counts")) << "a file";
  const auto file = OutputFolder::create(at("a.counts/"), kFiles);
  ASSERT_FALSE(file);
  EXPECT_EQ(content(at("a.counts")), "a file");
  const auto missing = OutputFolder::create(at("missing/a.counts/"), kFiles);
  ASSERT_FALSE(missing);
  EXPECT_EQ(missing.error().code, ErrorCode::Io);
  EXPECT_EQ(missing.error().source, at("missing/a.counts/"));
}

}  // namespace
}  // namespace entente::exporter
