#include <cstddef>
#include <cstdint>
#include <string>

#include "entente/base/digest.h"
#include "entente/language/lemmatizer/lemmatizer.h"

// Any bytes are a table or an error, with a right checksum too; a table that loads gives every word a lemma.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  const std::string body(reinterpret_cast<const char*>(data), size);
  if (language::Lemmatizer::of_bytes(body, "fuzz")) return 0;
  const auto lemmatizer =
      language::Lemmatizer::of_bytes("entente-lemmas\t1\t" + sha256_hex(body) + "\n" + body, "fuzz");
  if (!lemmatizer) return 0;
  std::string out;
  lemmatizer->append_lemma(out, body.substr(0, 40), Upos::Verb, "VBD");
  lemmatizer->append_lemma(out, "signed", Upos::Verb, body.substr(0, 9));
  return 0;
}
