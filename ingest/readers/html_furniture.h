#pragma once

#include <string_view>

namespace entente::ingest::html {

/// Whether a class or id names something around an article: "related-stories", "shareBar", "ad_slot".
bool is_furniture_name(std::string_view names);

/// Whether a line of a page is no sentence of its article: "Follow us on …", "Read more: …", "By Ann Lee", "Photo: …".
bool is_furniture_line(std::string_view line);

}  // namespace entente::ingest::html
