#pragma once

#include <libxml/tree.h>

#include <string>
#include <string_view>

namespace entente::ingest::html {

/// The text of the page's article: its paragraphs, headings and list entries, parted by blank lines. Left out are
/// navigation, headers and footers, asides, figures and captions, forms, lists of links, bylines, and lines that ask to
/// follow, share or subscribe; and the headline, if title repeats it.
std::string article_text(const xmlDoc* document, std::string_view title);

}  // namespace entente::ingest::html
