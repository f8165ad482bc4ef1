#include "entente/export/iri.h"

#include <algorithm>
#include <cctype>

namespace entente::exporter {
namespace {

bool is_ascii_alnum(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 && (c & 0x80) == 0; }

}  // namespace

std::string iri_path(std::string_view id) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  constexpr std::string_view kAllowed = "-._~/!$&'()*+,;=";
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_ascii_alnum(c) || byte >= 0x80 || kAllowed.find(c) != std::string_view::npos) {
      out += c;
    } else {
      out.append({'%', kHex[byte >> 4U], kHex[byte & 15U]});
    }
  }
  return out;
}

std::string wikidata_iri(std::string_view item) {
  const bool number = item.size() > 1 && item[0] == 'Q' &&
                      std::all_of(item.begin() + 1, item.end(), [](char c) { return '0' <= c && c <= '9'; });
  return number ? "http://www.wikidata.org/entity/" + std::string(item) : "";
}

Result<void> check_base_iri(std::string_view base) {
  const std::size_t colon = base.find("://");
  const bool scheme = colon != std::string_view::npos && colon > 0 &&
                      std::all_of(base.begin(), base.begin() + static_cast<std::ptrdiff_t>(colon), is_ascii_alnum);
  const bool clean = std::none_of(base.begin(), base.end(), [](char c) {
    return static_cast<unsigned char>(c) <= 0x20 || std::string_view("<>\"{}|\\^`#?").find(c) != std::string_view::npos;
  });
  if (scheme && clean && base.size() > colon + 4 && base.back() == '/') return {};
  return failure(ErrorCode::InvalidArgument, "base",
                 "expected an absolute IRI that ends in \"/\", such as https://example.org/graph/, found \"" +
                     std::string(base) + "\"");
}

}  // namespace entente::exporter
