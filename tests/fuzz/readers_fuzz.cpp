#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "entente/base/utf8.h"
#include "entente/ingest/reader.h"

// The first byte chooses the reader, the others are a file, packed or not: every article that comes out has an id and
// is UTF-8.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  if (size == 0) return 0;
  const auto readers = ingest::article_readers();
  std::string bytes(reinterpret_cast<const char*>(data) + 1, size - 1);
  const auto stream =
      readers[data[0] % readers.size()].open(ingest::InputStream::of_bytes(std::move(bytes), "fuzz"), {});
  Diagnostics diagnostics;
  while (const auto input = stream->next(diagnostics)) {
    const auto* article = std::get_if<Article>(&input->content);
    if (article == nullptr) continue;
    if (article->id.empty() || find_invalid_utf8(article->text) || find_invalid_utf8(article->title)) std::abort();
  }
  return 0;
}
