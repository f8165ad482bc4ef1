#include "entente/actors/slug.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <memory>

#include "entente/base/digest.h"

namespace entente {
namespace {

constexpr std::size_t kMaxSlugBytes = 60;

bool is_lower_alphanumeric(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }
bool is_ascii(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// Any-Latin; Latin-ASCII; Lower. ICU's transliterators are not safe to share between threads.
std::string transliterated(std::string_view text) {
  thread_local const std::unique_ptr<icu::Transliterator> kToAscii = [] {
    UErrorCode status = U_ZERO_ERROR;
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance("Any-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    return U_SUCCESS(status) ? std::move(made) : nullptr;
  }();
  icu::UnicodeString letters =
      icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size())));
  if (kToAscii != nullptr) kToAscii->transliterate(letters);
  std::string out;
  letters.toUTF8String(out);
  return ascii_lower(out);
}

std::string cut_between_words(std::string words) {
  if (words.size() <= kMaxSlugBytes) return words;
  const std::size_t word_end = words[kMaxSlugBytes] == '-' ? kMaxSlugBytes : words.rfind('-', kMaxSlugBytes - 1);
  words.resize(word_end == std::string::npos ? kMaxSlugBytes : word_end);
  return words;
}

}  // namespace

std::string lower_latin(std::string_view text) { return is_ascii(text) ? ascii_lower(text) : transliterated(text); }

std::string slug(std::string_view name) {
  const std::string letters = lower_latin(name);
  std::string out;
  for (const char c : letters) {
    if (is_lower_alphanumeric(c)) {
      out += c;
    } else if (!out.empty() && out.back() != '-') {
      out += '-';
    }
  }
  if (!out.empty() && out.back() == '-') out.pop_back();
  if (out.empty()) return "x-" + sha256_hex(name).substr(0, 6);
  return cut_between_words(std::move(out));
}

std::string name_key(std::string_view name) {
  std::string key = lower_latin(name);
  key.erase(std::remove_if(key.begin(), key.end(), [](char c) { return !is_lower_alphanumeric(c); }), key.end());
  return key.empty() ? std::string(name) : key;
}

bool is_node_id(std::string_view text) {
  for (std::size_t i = 0; i < kNodeTypeCount; ++i) {
    if (is_node_id(text, static_cast<NodeType>(i))) return true;
  }
  return false;
}

bool is_node_id(std::string_view text, NodeType type) {
  const std::string_view start = row(type).id_prefix;
  if (text.size() < start.size() + 2 || text.substr(0, start.size()) != start || text[start.size()] != '/')
    return false;
  const std::string_view rest = text.substr(start.size() + 1);
  return std::all_of(rest.begin(), rest.end(), [](char c) {
    return is_lower_alphanumeric(c) || (c >= 'A' && c <= 'Z') || c == '-' || c == '.' || c == '_';
  });
}

}  // namespace entente
