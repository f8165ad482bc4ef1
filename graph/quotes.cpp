#include "entente/graph/quotes.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "entente/base/span.h"

namespace entente {
namespace {

std::vector<ByteSpan> words_in(std::string_view text) {
  std::vector<ByteSpan> words;
  const auto is_space = [](char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; };
  for (std::size_t i = 0; i < text.size();) {
    if (is_space(text[i])) {
      ++i;
      continue;
    }
    const std::size_t begin = i;
    while (i < text.size() && !is_space(text[i])) ++i;
    words.push_back({static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)});
  }
  return words;
}

/// So many words around the one at that byte.
std::string around(std::string_view text, std::size_t at, std::size_t count) {
  if (count == 0) return {};
  const std::vector<ByteSpan> words = words_in(text);
  if (words.size() <= count) return std::string(text);
  std::size_t middle = 0;
  while (middle + 1 < words.size() && words[middle].end <= at) ++middle;
  const std::size_t first = std::min(middle - std::min(middle, count / 2), words.size() - count);
  const std::size_t last = first + count;
  std::string out = first > 0 ? "… " : "";
  out += text.substr(words[first].begin, words[last - 1].end - words[first].begin);
  if (last < words.size()) out += " …";
  return out;
}

}  // namespace

std::string cut_quote(const Claim& claim, std::size_t words) {
  const bool inside = claim.trigger.begin >= claim.span.begin;
  return around(claim.quote, inside ? claim.trigger.begin - claim.span.begin : 0, words);
}

void cut_quotes(Graph& graph, std::size_t words) {
  for (Evidence& evidence : graph.evidence) {
    evidence.claim.quote = cut_quote(evidence.claim, words);
    if (evidence.claim.about) evidence.claim.about->text = around(evidence.claim.about->text, 0, words);
  }
}

}  // namespace entente
