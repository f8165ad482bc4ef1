#pragma once

#include <libxml/tree.h>

#include <optional>
#include <string>

#include "entente/base/date.h"

namespace entente::ingest::html {

/// What a page says of itself; empty where it does not.
struct Metadata {
  std::string title;
  std::string url;        // absolute
  std::string publisher;  // name
  std::string language;   // BCP 47
  std::string body;       // the text of the article, where the page has it apart; often cut or without paragraphs
  std::optional<Date> date;
};

/// From, in this order: JSON-LD of schema.org's Article types (https://schema.org/NewsArticle), Open Graph
/// (https://ogp.me), other <meta>, <link rel=canonical>, <html lang>, <time>, <h1>, <title>.
Metadata read_metadata(const xmlDoc* document);

/// A day in one of the forms that pages use: ISO 8601, "20190822", "Thu, 22 Aug 2019 10:00", "August 22, 2019".
std::optional<Date> parse_page_date(std::string_view text);

}  // namespace entente::ingest::html
