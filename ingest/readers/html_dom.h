#pragma once

#include <libxml/tree.h>

#include <memory>
#include <string>
#include <string_view>

#include "entente/base/error.h"

namespace entente::ingest::html {

/// Elements nested deeper are not looked at: no page needs them, and a broken one may have any number.
inline constexpr int kDepthLimit = 400;

struct FreeDocument {
  void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using DocumentPointer = std::unique_ptr<xmlDoc, FreeDocument>;

/// Parses a page in UTF-8, as browsers do: no page is too broken. Errors: Parse if nothing is left.
Result<DocumentPointer> parse(std::string_view page, const std::string& source);

/// The element's name in lower case; empty for what is no element. Bound to the document.
std::string_view name_of(const xmlNode* node);
bool is_element(const xmlNode* node, std::string_view name);

/// The attribute's value, empty if there is none. Bound to the document.
std::string_view attribute(const xmlNode* element, const char* name);

/// The node that follows in document order below root, nullptr behind the last; `descend` false leaves out what is
/// below node. depth is kept up to date.
const xmlNode* next_node(const xmlNode* root, const xmlNode* node, bool descend, int& depth);

/// All text below the element, white space as it stands.
std::string text_below(const xmlNode* element);

/// White space collapsed to single spaces, none at the ends; non-breaking and zero-width spaces too.
std::string collapsed(std::string_view text);

/// "Peace &amp; quiet": character references that were escaped twice.
std::string unescaped(const std::string& text);

/// ASCII letters in lower case.
std::string lowered(std::string_view text);

}  // namespace entente::ingest::html
