#include "entente/export/label_text.h"

#include <unicode/utf8.h>

#include <cctype>
#include <cstdint>

#include "entente/export/xml_text.h"

namespace entente::exporter {
namespace {

constexpr std::string_view kEllipsis = "…";

/// Marks and overrides of text direction: they would turn the rest of a label around.
bool is_direction_mark(UChar32 c) {
  return c == 0x200E || c == 0x200F || (0x202A <= c && c <= 0x202E) || (0x2066 <= c && c <= 0x2069) || c == 0xFEFF;
}

bool is_space(UChar32 c) {
  return c == ' ' || (0x09 <= c && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (0x2000 <= c && c <= 0x200B) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

bool is_control(UChar32 c) { return c < 0x20 || (0x7F <= c && c < 0xA0); }

/// Noncharacters; XML 1.0 allows some of them, fonts none.
bool is_noncharacter(UChar32 c) { return (c & 0xFFFE) == 0xFFFE || (0xFDD0 <= c && c <= 0xFDEF); }

/// Byte length of the first `characters` code points of clean text.
std::size_t bytes_of(std::string_view clean, std::size_t characters) {
  std::size_t i = 0;
  while (i < clean.size() && characters > 0) {
    ++i;
    while (i < clean.size() && (static_cast<unsigned char>(clean[i]) & 0xC0U) == 0x80U) ++i;
    --characters;
  }
  return i;
}

}  // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  const auto size = static_cast<std::int32_t>(text.size());
  for (std::int32_t i = 0; i < size;) {
    const std::int32_t begin = i;
    UChar32 c = 0;
    U8_NEXT(text.data(), i, size, c);
    if (c < 0 || is_direction_mark(c) || is_noncharacter(c)) continue;
    if (is_space(c) || is_control(c)) {
      space = true;
      continue;
    }
    if (space && !out.empty()) out += ' ';
    space = false;
    out.append(text.substr(static_cast<std::size_t>(begin), static_cast<std::size_t>(i - begin)));
  }
  return out;
}

std::size_t length_in_characters(std::string_view clean) {
  std::size_t length = 0;
  for (const char c : clean) length += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
  return length;
}

std::string shorten(std::string_view clean, std::size_t max_characters) {
  if (length_in_characters(clean) <= max_characters) return std::string(clean);
  auto cut = clean.substr(0, bytes_of(clean, max_characters - 1));
  while (!cut.empty() && cut.back() == ' ') cut.remove_suffix(1);
  return std::string(cut).append(kEllipsis);
}

std::vector<std::string> wrap(std::string_view clean, std::size_t max_characters, std::size_t max_lines) {
  std::vector<std::string> lines;
  while (length_in_characters(clean) > max_characters && lines.size() + 1 < max_lines) {
    const std::size_t limit = bytes_of(clean, max_characters);
    // The space just behind the limit counts: the line before it is full.
    const std::size_t space = clean.substr(0, limit + 1).rfind(' ');
    const std::size_t end = space == std::string_view::npos || space == 0 ? limit : space;
    lines.emplace_back(clean.substr(0, end));
    clean.remove_prefix(end);
    while (!clean.empty() && clean.front() == ' ') clean.remove_prefix(1);
  }
  lines.push_back(shorten(clean, max_characters));
  return lines;
}

std::string escape_html_label(std::string_view clean) {
  std::string out;
  for (const char c : clean) {
    if (const std::string_view entity = markup_entity(c); !entity.empty()) {
      out += entity;
    } else {
      if (c == '\\') out += c;
      out += c;
    }
  }
  return out;
}

std::string escape_tooltip(std::string_view text) {
  std::string out;
  for (const char c : text) {
    switch (c) {
      case '&':
        out += "&amp;";
        break;
      case '\\':
        out += "\\\\\\\\";
        break;
      case '\n':
        out += "\\n";
        break;
      default:
        out += c;
    }
  }
  return out;
}

std::string web_address(std::string_view url) {
  const auto starts_with = [&](std::string_view scheme) {
    if (url.size() <= scheme.size()) return false;
    for (std::size_t i = 0; i < scheme.size(); ++i) {
      if (std::tolower(static_cast<unsigned char>(url[i])) != scheme[i]) return false;
    }
    return true;
  };
  if (!starts_with("http://") && !starts_with("https://")) return {};
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string out;
  for (const char c : url) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte <= 0x20 || byte >= 0x7F || std::string_view("<>\"{}|\\^`").find(c) != std::string_view::npos) {
      out.append({'%', kHex[byte >> 4U], kHex[byte & 15U]});
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace entente::exporter
