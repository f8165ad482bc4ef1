#include "entente/language/network/word_features.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <vector>

namespace entente::language {
namespace {

using Characters = std::vector<UChar32>;

Characters decode(std::string_view text) {
  Characters characters;
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    UChar32 c = 0;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    characters.push_back(c);
  }
  return characters;
}

void append(std::string& out, UChar32 c) {
  std::uint8_t bytes[U8_MAX_LENGTH];
  std::int32_t size = 0;
  U8_APPEND_UNSAFE(bytes, size, c);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::string encode(const Characters& characters, std::size_t begin, std::size_t end) {
  std::string out;
  for (std::size_t i = begin; i < end; ++i) append(out, characters[i]);
  return out;
}

// Typographic quotes and dashes as the treebanks spell them.
void append_plain(Characters& out, UChar32 c) {
  switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201A:
    case 0x201B:
    case 0x0060:
    case 0x00B4:
      out.push_back('\'');
      return;
    case 0x201C:
    case 0x201D:
    case 0x201E:
    case 0x201F:
    case 0x00AB:
    case 0x00BB:
      out.push_back('"');
      return;
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2212:
      out.push_back('-');
      return;
    case 0x2014:
    case 0x2015:
      out.insert(out.end(), 2, '-');
      return;
    case 0x2026:
      out.insert(out.end(), 3, '.');
      return;
    case 0x00A0:
      out.push_back(' ');
      return;
    default:
      // The one letter whose simple mapping and full mapping differ in length keeps its case.
      out.push_back(c == 0x0130 ? c : u_tolower(c));
  }
}

Characters lexical_form(const Characters& form) {
  Characters plain;
  for (const UChar32 c : form) append_plain(plain, c);
  const std::string text = plain.size() == 2 || plain.size() == 5 ? encode(plain, 0, plain.size()) : "";
  if (text == "''") return {'"'};
  if (text == "-lrb-") return {'('};
  if (text == "-rrb-") return {')'};
  return plain;
}

// d digit, X capital, x other letter, else the character itself.
UChar32 character_class(UChar32 c) {
  if (u_isdigit(c) != 0) return 'd';
  const auto category = u_charType(c);
  if (category == U_UPPERCASE_LETTER || category == U_TITLECASE_LETTER) return 'X';
  return (U_MASK(category) & U_GC_L_MASK) != 0 ? 'x' : c;
}

// Classes of the first 32 characters, runs cut to two, at most eight of them.
std::string shape(const Characters& form) {
  Characters out;
  for (std::size_t i = 0; i < form.size() && i < 32 && out.size() < 8; ++i) {
    const UChar32 c = character_class(form[i]);
    const std::size_t n = out.size();
    if (n < 2 || out[n - 1] != c || out[n - 2] != c) out.push_back(c);
  }
  return encode(out, 0, out.size());
}

// - without letters, l lower case, U upper case, I one capital letter alone, T title case, M mixed.
const char* capitalisation(const Characters& form) {
  std::size_t upper = 0;
  std::size_t lower = 0;
  for (const UChar32 c : form) {
    const UChar32 kind = character_class(c);
    upper += kind == 'X' ? 1 : 0;
    lower += kind == 'x' ? 1 : 0;
  }
  if (upper == 0) return lower > 0 ? "l" : "-";
  if (lower == 0) return upper > 1 ? "U" : "I";
  return upper == 1 && character_class(form[0]) == 'X' ? "T" : "M";
}

// FNV-1a, 32 bits. kind tells the features apart.
std::uint32_t bucket(char kind, std::string_view text) {
  std::uint32_t h = (2166136261U ^ static_cast<std::uint8_t>(kind)) * 16777619U;
  for (const char c : text) h = (h ^ static_cast<std::uint8_t>(c)) * 16777619U;
  return h % kAffixBuckets;
}

}  // namespace

WordFeatures word_features(std::string_view form) {
  const Characters characters = decode(form);
  const Characters lexical = lexical_form(characters);
  Characters normal = lexical;
  for (UChar32& c : normal) c = u_isdigit(c) != 0 ? '0' : c;
  WordFeatures features;
  features.lexical = encode(lexical, 0, lexical.size());
  features.normal = encode(normal, 0, normal.size());
  const std::size_t n = normal.size();
  for (std::size_t size = 1; size <= 3; ++size) {
    features.affixes[size - 1] = bucket("123"[size - 1], encode(normal, 0, std::min(size, n)));
  }
  for (std::size_t size = 1; size <= 4; ++size) {
    features.affixes[size + 2] = bucket("abcd"[size - 1], encode(normal, n - std::min(size, n), n));
  }
  features.affixes[7] = bucket('s', shape(characters));
  features.affixes[8] = bucket('c', capitalisation(characters));
  return features;
}

}  // namespace entente::language
