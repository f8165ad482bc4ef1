#include "entente/ingest/readers/html_dom.h"

#include <libxml/HTMLparser.h>

#include <utility>

namespace entente::ingest::html {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

/// Bytes of the white space that begins there, 0 if none does.
std::size_t space_size(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte <= ' ') return 1;
  const std::string_view rest = text.substr(at, 3);
  if (rest.starts_with("\xC2\xA0")) return 2;
  for (const std::string_view space :
       {"\xE2\x80\x8B", "\xE2\x80\xAF", "\xE2\x80\x89", "\xE3\x80\x80", "\xEF\xBB\xBF"}) {
    if (rest == space) return 3;
  }
  return 0;
}

}  // namespace

Result<DocumentPointer> parse(std::string_view page, const std::string& source) {
  constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET;
  DocumentPointer document(htmlReadMemory(page.data(), static_cast<int>(page.size()), nullptr, "UTF-8", kOptions));
  if (!document || xmlDocGetRootElement(document.get()) == nullptr) {
    return failure(ErrorCode::Parse, source, "no HTML element found");
  }
  return document;
}

std::string_view name_of(const xmlNode* node) {
  return node->type == XML_ELEMENT_NODE ? view(node->name) : std::string_view{};
}

bool is_element(const xmlNode* node, std::string_view name) { return name_of(node) == name; }

std::string_view attribute(const xmlNode* element, const char* name) {
  if (element->type != XML_ELEMENT_NODE) return {};
  for (const xmlAttr* a = element->properties; a != nullptr; a = a->next) {
    if (view(a->name) == name) return a->children == nullptr ? std::string_view{} : view(a->children->content);
  }
  return {};
}

const xmlNode* next_node(const xmlNode* root, const xmlNode* node, bool descend, int& depth) {
  if (descend && node->children != nullptr && node->type == XML_ELEMENT_NODE && depth < kDepthLimit) {
    ++depth;
    return node->children;
  }
  while (node != root) {
    if (node->next != nullptr) return node->next;
    node = node->parent;
    --depth;
  }
  return nullptr;
}

std::string text_below(const xmlNode* element) {
  std::string out;
  int depth = 0;
  for (const xmlNode* node = element; node != nullptr; node = next_node(element, node, true, depth)) {
    if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) out += view(node->content);
  }
  return out;
}

std::string collapsed(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool space = false;
  for (std::size_t i = 0; i < text.size();) {
    if (const std::size_t size = space_size(text, i); size != 0) {
      space = !out.empty();
      i += size;
      continue;
    }
    if (std::exchange(space, false)) out += ' ';
    out += text[i++];
  }
  return out;
}

std::string unescaped(const std::string& text) {
  const std::size_t mark = text.find('&');
  if (mark == std::string::npos || text.find(';', mark) == std::string::npos) return text;
  const auto document = parse("<p>" + text + "</p>", {});
  return document ? text_below(xmlDocGetRootElement(document->get())) : text;
}

std::string lowered(std::string_view text) {
  std::string out(text);
  for (char& c : out) {
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  }
  return out;
}

}  // namespace entente::ingest::html
