#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "entente/base/json.h"
#include "entente/graph/claims_jsonl.h"

// Any bytes are a JSON text or an error; a claim that is read and written is read again as the same claim.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto document = entente::JsonDocument::parse(text, "fuzz");
  const auto claim = entente::claim_of_json_line(text, "fuzz");
  if (!claim) return 0;
  if (!document) std::abort();
  const auto line = entente::to_json_line(*claim);
  if (!line) return 0;
  const auto again = entente::claim_of_json_line(*line, "fuzz");
  if (!again) std::abort();
  const auto twice = entente::to_json_line(*again);
  if (!twice || *twice != *line) std::abort();
  return 0;
}
