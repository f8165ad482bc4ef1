#include "entente/export/output_file.h"

#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

namespace fs = std::filesystem;

/// A folder of its own, removed afterwards.
class OutputFolder : public testing::Test {
 protected:
  OutputFolder() : path_(fs::temp_directory_path() / ("entente-output-" + std::to_string(::getpid()))) {
    fs::create_directories(path_);
  }
  ~OutputFolder() override { fs::remove_all(path_); }

  std::string file(std::string_view file_name) const { return (path_ / file_name).string(); }
  std::size_t files() const {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(path_), fs::directory_iterator()));
  }
  static std::string content(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream out;
    out << in.rdbuf();
    return out.str();
  }

 private:
  fs::path path_;
};

TEST_F(OutputFolder, AppearsOnlyWhenCommitted) {
  std::ofstream(file("a.txt")) << "before";
  {
    auto output = OutputFile::create(file("a.txt"));
    ASSERT_TRUE(output);
    ASSERT_TRUE(output->write("half"));
    EXPECT_EQ(content(file("a.txt")), "before");
  }
  EXPECT_EQ(content(file("a.txt")), "before");
  EXPECT_EQ(files(), 1U) << "the temporary file is gone";
  auto output = OutputFile::create(file("a.txt"));
  ASSERT_TRUE(output->write("whole"));
  ASSERT_TRUE(output->commit());
  EXPECT_EQ(content(file("a.txt")), "whole");
  EXPECT_EQ(files(), 1U);
}

TEST_F(OutputFolder, KeepsPermissionsAndLinks) {
  std::ofstream(file("target.txt")) << "before";
  ::chmod(file("target.txt").c_str(), 0640);
  fs::create_symlink(file("target.txt"), file("link.txt"));
  auto output = OutputFile::create(file("link.txt"));
  ASSERT_TRUE(output->write("after"));
  ASSERT_TRUE(output->commit());
  EXPECT_TRUE(fs::is_symlink(file("link.txt")));
  EXPECT_EQ(content(file("target.txt")), "after");
  EXPECT_EQ(fs::status(file("target.txt")).permissions(),
            fs::perms::owner_read | fs::perms::owner_write | fs::perms::group_read);
}

TEST_F(OutputFolder, NamesTheFileThatCannotBeMade) {
  const auto output = OutputFile::create(file("missing/a.txt"));
  ASSERT_FALSE(output);
  EXPECT_EQ(output.error().code, ErrorCode::Io);
  EXPECT_EQ(output.error().source, file("missing/a.txt"));
}

TEST_F(OutputFolder, ReportsAFullDisk) {
  if (!fs::exists("/dev/full")) GTEST_SKIP() << "no /dev/full";
  const auto written = write_file(small_story(), *format_of_name("node-link"), {}, "/dev/full");
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::Io);
  EXPECT_EQ(written.error().source, "/dev/full");
}

TEST_F(OutputFolder, LeavesNothingWhenTheWriterFails) {
  Graph graph = small_story();
  graph.nodes[1].label = "\xff";
  const auto written = write_file(graph, *format_of_name("node-link"), {}, file("a.json"));
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::Encoding);
  EXPECT_EQ(written.error().source, "country/JPN");
  EXPECT_EQ(files(), 0U);
}

}  // namespace
}  // namespace entente::exporter
