#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <sstream>
#include <string>
#include <tuple>

#include "entente/export/writer.h"
#include "export/sample_graph.h"

namespace entente::exporter {
namespace {

struct GoldenCase {
  const char* name;
  Graph (*graph)();
};

class Golden : public testing::TestWithParam<std::tuple<const char*, GoldenCase>> {};

TEST_P(Golden, IsWrittenByteForByte) {
  const auto& [format_name, sample] = GetParam();
  const Format* format = format_of_name(format_name);
  ASSERT_NE(format, nullptr);
  ASSERT_EQ(format->bytes, FormatBytes::Everywhere);
  const std::string path = std::string(ENTENTE_SOURCE_DIR "/tests/golden/") + format_name + "/" + sample.name +
                           "/expected" + std::string(format->suffix);
  std::ifstream in(path, std::ios::binary);
  ASSERT_TRUE(in) << path;
  std::ostringstream expected;
  expected << in.rdbuf();
  WriteOptions options;
  options.title = std::string("Sample <") + sample.name + "> & \"more\"";
  std::string written;
  const auto done = format->write(sample.graph(), options, [&](std::string_view bytes) -> Result<void> {
    written += bytes;
    return {};
  });
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(written, expected.str()) << "if that is meant: tools/update_goldens.py";
}

INSTANTIATE_TEST_SUITE_P(
    Formats, Golden,
    testing::Combine(testing::Values("node-link", "dot", "jsonld", "turtle", "ntriples", "nquads", "trig", "cypher",
                                     "graphml", "gexf", "cytoscape", "events-csv"),
                     testing::Values(GoldenCase{"small", small_story}, GoldenCase{"pact", pact_story},
                                     GoldenCase{"hostile", hostile_story},
                                     GoldenCase{"empty", [] { return Graph{}; }})),
    [](const auto& parameters) {
      std::string test = std::get<0>(parameters.param);
      std::replace(test.begin(), test.end(), '-', '_');
      return test + "_" + std::get<1>(parameters.param).name;
    });

}  // namespace
}  // namespace entente::exporter
