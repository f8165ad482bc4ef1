#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <sstream>
#include <string>

#include "entente/language/conllu.h"

namespace {

std::string read_and_write(const std::string& text) {
  std::istringstream in(text);
  entente::language::ConlluReader reader(in, "fuzz");
  std::string out;
  while (const auto document = reader.next()) {
    if (*document) entente::language::write_conllu(out, **document);
  }
  return out;
}

}  // namespace

// Any bytes are documents or errors, and what was written is read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string once = read_and_write(std::string(reinterpret_cast<const char*>(data), size));
  if (read_and_write(once) != once) std::abort();
  return 0;
}
