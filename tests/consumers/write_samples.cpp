// Writes the hand-made graphs into a folder, for the scripts here that check them with other programs and for goldens.
//   write_samples FOLDER FORMAT…
#include <filesystem>
#include <iostream>

#include "entente/export/output_file.h"
#include "export/sample_graph.h"

int main(int argc, char** argv) {
  using namespace entente::exporter;
  if (argc < 3) return 2;
  const std::filesystem::path folder = argv[1];
  std::filesystem::create_directories(folder);
  struct Sample {
    const char* name;
    entente::Graph graph;
  };
  const Sample samples[] = {{"small", small_story()},
                            {"pact", pact_story()},
                            {"hostile", hostile_story()},
                            {"world", made_up_world(400)},
                            {"awkward", awkward_strings()},
                            {"empty", {}}};
  for (const auto& sample : samples) {
    for (int i = 2; i < argc; ++i) {
      const Format* format = format_of_name(argv[i]);
      if (format == nullptr) return 2;
      WriteOptions options;
      options.title = std::string("Sample <") + sample.name + "> & \"more\"";
      const auto path = (folder / sample.name).string() + std::string(format->suffix);
      if (const auto done = write_file(sample.graph, *format, options, path); !done) {
        std::cerr << done.error().to_string() << '\n';
        return 1;
      }
    }
  }
  return 0;
}
