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
std::string ascii_lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

/// What ICU makes of U+00C0 to U+017F, two characters each, the second blank where there is one only.
constexpr std::string_view kLatin =
    "a a a a a a aec e e e e i i i i d n o o o o o * o u u u u y thss"
    "a a a a a a aec e e e e i i i i d n o o o o o / o u u u u y thy "
    "a a a a a a c c c c c c c c d d d d e e e e e e e e e e g g g g "
    "g g g g h h h h i i i i i i i i i i ijijj j k k q l l l l l l l "
    "l l l n n n n n n 'nn n o o o o o o oeoer r r r r r s s s s s s "
    "s s t t t t t t u u u u u u u u u u u u w w y y y z z z z z z s ";

/// lower_latin of a text of ASCII and the letters above, which is what most names are: ICU needs a hundred times as
/// long. False, and out in any state, for other texts.
bool append_latin(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      out += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte - 'A' + 'a') : text[i];
      continue;
    }
    if (byte == 0xC8 && i + 1 < text.size()) {  // the Romanian letters with a comma below
      const auto comma = static_cast<unsigned char>(text[++i]);
      if (comma < 0x98 || comma > 0x9B) return false;
      out += comma < 0x9A ? 's' : 't';
      continue;
    }
    // Two bytes from C3 80 to C5 BF.
    if (byte < 0xC3 || byte > 0xC5 || i + 1 == text.size()) return false;
    const auto next = static_cast<unsigned char>(text[++i]);
    if ((next & 0xC0U) != 0x80U) return false;
    const std::size_t at = 2 * (((byte & 0x1FU) << 6U | (next & 0x3FU)) - 0xC0U);
    out += kLatin[at];
    if (kLatin[at + 1] != ' ') out += kLatin[at + 1];
  }
  return true;
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

std::string lower_latin(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  if (append_latin(text, out)) return out;
  return transliterated(text);
}

bool is_common_latin(std::string_view text) {
  std::string scratch;
  return append_latin(text, scratch);
}

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
