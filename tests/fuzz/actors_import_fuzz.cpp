#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "entente/actors/import/petrarch.h"
#include "entente/actors/import/wikidata.h"

// The first byte chooses the parser, the others are a file, read line by line: whatever it holds, every line that comes
// out is a row of the table, with as many cells as its header.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  static const std::filesystem::path folder = ENTENTE_DATA_DIR "/actors";
  static const KnowledgeBase knowledge = KnowledgeBase::load(folder).value();
  static const CameoCodes codes = CameoCodes::load(folder).value();
  static const WikidataClasses classes = WikidataClasses::load(folder).value();
  if (size == 0) return 0;
  PetrarchImport petrarch(knowledge, codes);
  static WikidataImport wikidata(knowledge, classes);  // it keeps nothing of what it read
  Diagnostics diagnostics;
  const std::string text(reinterpret_cast<const char*>(data) + 1, size - 1);
  for (std::size_t begin = 0; begin <= text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = std::string_view(text).substr(begin, end - begin);
    if (data[0] % 2 == 0) {
      petrarch.read_line(line, "fuzz", diagnostics);
    } else {
      wikidata.read_line(line, "fuzz", diagnostics);
    }
    begin = end + 1;
  }
  petrarch.finish();
  const auto tabs = [](std::string_view line) { return std::count(line.begin(), line.end(), '\t'); };
  const auto cells = tabs(OwnRows::header());
  const std::string table = petrarch.rows().take() + wikidata.rows().take();
  for (std::size_t begin = 0; begin < table.size();) {
    const std::size_t end = table.find('\n', begin);
    if (end == std::string::npos || tabs(std::string_view(table).substr(begin, end - begin)) != cells) std::abort();
    begin = end + 1;
  }
  return 0;
}
