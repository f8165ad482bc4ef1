#pragma once

#include <optional>
#include <string>

#include "entente/base/date.h"

namespace entente {

/// One published item before analysis, as a reader found it. Offsets everywhere count bytes of title or text as they
/// stand here.
struct Article {
  std::string id;            // stable: the url, else 16 hex digits of the SHA-256 of title and text
  std::string url;           // empty if unknown
  std::string title;         // empty if none
  std::string source;        // publisher as given; empty if unknown
  std::string language;      // BCP 47 as given; empty if unknown
  std::string text;          // UTF-8
  std::optional<Date> date;  // of publication
};

}  // namespace entente
