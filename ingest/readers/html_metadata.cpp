#include "entente/ingest/readers/html_metadata.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdio>
#include <map>
#include <utility>
#include <vector>

#include "entente/base/json.h"
#include "entente/ingest/readers/html_dom.h"

namespace entente::ingest::html {
namespace {

constexpr std::array<std::string_view, 12> kMonths = {"jan", "feb", "mar", "apr", "may", "jun",
                                                      "jul", "aug", "sep", "oct", "nov", "dec"};

constexpr std::array<const char*, 19> kDateNames = {"article:published_time",
                                                    "og:article:published_time",
                                                    "og:published_time",
                                                    "datepublished",
                                                    "date",
                                                    "pubdate",
                                                    "publishdate",
                                                    "publish-date",
                                                    "publish_date",
                                                    "dc.date.issued",
                                                    "dc.date",
                                                    "parsely-pub-date",
                                                    "sailthru.date",
                                                    "citation_publication_date",
                                                    "pub_date",
                                                    "article.published",
                                                    "dc.date.created",
                                                    "dcterms.created",
                                                    "dcterms.date"};

// Classes of the element that shows the date.
constexpr std::array<std::string_view, 8> kDateClasses = {"published",    "entry-date", "publish-date", "pubdate",
                                                          "article-date", "post-date",  "datestamp",    "timestamp"};

void set_if_empty(std::string& field, std::string_view value) {
  if (field.empty()) field = collapsed(unescaped(std::string(value)));
}

void set_if_none(std::optional<Date>& date, std::string_view text) {
  if (!date) date = parse_page_date(text);
}

bool is_absolute(std::string_view url) { return url.starts_with("http://") || url.starts_with("https://"); }

std::optional<int> number_at(std::string_view text, std::size_t& at) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data() + at, text.data() + text.size(), value);
  if (error != std::errc()) return std::nullopt;
  at = static_cast<std::size_t>(end - text.data());
  return value;
}

/// None if there is no such day.
std::optional<Date> iso_date(int year, int month, int day) {
  char iso[16];
  std::snprintf(iso, sizeof iso, "%04d-%02d-%02d", std::clamp(year, 0, 9999), std::clamp(month, 0, 99),
                std::clamp(day, 0, 99));
  return parse_date(iso);
}

/// Reads JSON-LD scripts.
class JsonLd {
 public:
  explicit JsonLd(Metadata& out) : out_(out) {}

  /// Some scripts have comments or CDATA marks around the JSON.
  void read(std::string_view script) {
    const std::size_t begin = std::min(script.find_first_of("{["), script.size());
    script.remove_prefix(begin);
    script = script.substr(0, script.find_last_of("}]") + 1);
    const auto json = JsonDocument::parse(script, "JSON-LD");
    if (json) visit(json->root());
  }

 private:
  /// The article's object is the root, in an array, or in "@graph".
  void visit(JsonValue value) {
    if (value.is_array()) {
      for (std::size_t i = 0; i < value.size(); ++i) visit(value.at(i));
    } else if (value.is_object()) {
      if (is_article(value["@type"])) take(value);
      if (!value["@graph"].is_null()) visit(value["@graph"]);
    }
  }

  static bool is_article(JsonValue type) {
    if (type.is_array()) {
      for (std::size_t i = 0; i < type.size(); ++i) {
        if (is_article(type.at(i))) return true;
      }
      return false;
    }
    const std::string_view name = type.string_or_empty();
    return name.ends_with("Article") || name == "BlogPosting" || name == "Report" || name == "LiveBlogPosting";
  }

  void take(JsonValue article) {
    set_if_empty(out_.title, article["headline"].string_or_empty());
    set_if_none(out_.date, article["datePublished"].string_or_empty());
    set_if_empty(out_.publisher, name_in(article["publisher"]));
    set_if_empty(out_.language, article["inLanguage"].string_or_empty());
    for (const JsonValue url : {article["url"], article["mainEntityOfPage"], article["mainEntityOfPage"]["@id"]}) {
      if (is_absolute(url.string_or_empty())) set_if_empty(out_.url, url.string_or_empty());
    }
    if (out_.body.empty()) out_.body = unescaped(std::string(article["articleBody"].string_or_empty()));
  }

  static std::string_view name_in(JsonValue publisher) {
    if (publisher.is_array() && publisher.size() > 0) publisher = publisher.at(0);
    return publisher.is_object() ? publisher["name"].string_or_empty() : publisher.string_or_empty();
  }

  Metadata& out_;
};

/// What the elements of a page say.
struct Elements {
  std::map<std::string, std::string, std::less<>> metas;  // by name, property or itemprop in lower case; the first one
  std::string canonical, html_language, title, heading, time;
  std::optional<Date> shown_date;
};

/// The date that an element of a date's class says, in its attributes or its text.
std::optional<Date> shown_date(const xmlNode* element) {
  const std::string classes = lowered(attribute(element, "class"));
  const bool named = std::any_of(kDateClasses.begin(), kDateClasses.end(), [&](std::string_view name) {
    const std::size_t at = classes.find(name);
    const std::size_t end = at + name.size();
    return at != std::string::npos && (at == 0 || classes[at - 1] == ' ') &&
           (end == classes.size() || classes[end] == ' ');
  });
  if (!named) return std::nullopt;
  if (auto date = parse_page_date(attribute(element, "title"))) return date;
  return parse_page_date(collapsed(text_below(element)));
}

/// "…/2020/01/02/…", "…/2020-01-02-…"
std::optional<Date> date_in_url(std::string_view url) {
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    std::size_t i = at + 1;
    int parts[3] = {};
    int count = 0;
    for (; count < 3 && i < url.size() && url[i] >= '0' && url[i] <= '9'; ++count) {
      const auto value = number_at(url, i);
      if (!value) break;
      parts[count] = *value;
      if (i < url.size() && (url[i] == '/' || url[i] == '-')) ++i;
    }
    if (count == 3 && parts[0] >= 1980 && parts[0] < 2200) return iso_date(parts[0], parts[1], parts[2]);
  }
  return std::nullopt;
}

Elements read_elements(const xmlDoc* document, JsonLd& json_ld) {
  Elements out;
  const xmlNode* const root = xmlDocGetRootElement(document);
  int depth = 0;
  for (const xmlNode* node = root; node != nullptr; node = next_node(root, node, true, depth)) {
    const std::string_view name = name_of(node);
    if (name.empty()) continue;
    if (name == "meta") {
      for (const char* key : {"property", "name", "itemprop", "http-equiv"}) {
        const std::string_view value = attribute(node, key);
        if (!value.empty()) out.metas.emplace(lowered(value), attribute(node, "content"));
      }
    } else if (name == "link") {
      if (lowered(attribute(node, "rel")) == "canonical" && out.canonical.empty())
        out.canonical = attribute(node, "href");
    } else if (name == "html") {
      if (out.html_language.empty()) out.html_language = attribute(node, "lang");
    } else if (name == "script") {
      if (lowered(attribute(node, "type")) == "application/ld+json") json_ld.read(text_below(node));
    } else if (name == "title") {
      if (out.title.empty()) out.title = text_below(node);
    } else if (name == "h1") {
      if (out.heading.empty()) out.heading = collapsed(text_below(node));
    } else if (name == "time") {
      if (out.time.empty()) out.time = attribute(node, "datetime");
    }
    if (!out.shown_date) out.shown_date = shown_date(node);
    if (attribute(node, "itemprop") == "datePublished" && name != "meta") {
      const std::string_view value = attribute(node, "datetime");
      out.metas.emplace("datepublished", value.empty() ? attribute(node, "content") : value);
    }
  }
  return out;
}

/// "Pact ends | The Wire", "The Wire - Pact ends": the page's title without the name of the site.
std::string without_site(const std::string& title, const std::string& publisher) {
  for (const std::string_view separator : {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " :: ", " \xC2\xAB "}) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || at == 0) continue;
    const std::string_view tail = std::string_view(title).substr(at + separator.size());
    const std::string site = lowered(publisher), name = lowered(tail);
    const bool is_site =
        !site.empty() && (name.find(site) != std::string::npos || (name.size() > 2 && site.starts_with(name)));
    if (const std::size_t first = title.find(separator); !site.empty() && lowered(title.substr(0, first)) == site) {
      return title.substr(first + separator.size());
    }
    if (is_site || (separator == " | " && tail.size() < 40 && at > tail.size())) return title.substr(0, at);
  }
  return title;
}

/// A month's name among two numbers, in either order of day and month.
std::optional<Date> parse_named_month(std::string_view text) {
  int month = 0;
  std::vector<int> numbers;
  for (std::size_t i = 0; i < text.size() && numbers.size() < 2;) {
    const char c = text[i];
    if (c >= '0' && c <= '9') {
      const auto value = number_at(text, i);
      if (!value) return std::nullopt;
      numbers.push_back(*value);
    } else if ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      const std::size_t begin = i;
      while (i < text.size() && ((text[i] >= 'a' && text[i] <= 'z') || (text[i] >= 'A' && text[i] <= 'Z'))) ++i;
      const std::string word = lowered(text.substr(begin, 3));
      const auto* const found = std::find(kMonths.begin(), kMonths.end(), word);
      if (month == 0 && i - begin >= 3 && found != kMonths.end()) month = static_cast<int>(found - kMonths.begin()) + 1;
    } else {
      ++i;
    }
  }
  if (month == 0 || numbers.size() < 2) return std::nullopt;
  if (numbers[0] > 31) std::swap(numbers[0], numbers[1]);
  return iso_date(numbers[1], month, numbers[0]);
}

}  // namespace

std::optional<Date> parse_page_date(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  const auto digits = [&](std::size_t begin, std::size_t size) {
    return text.size() >= begin + size && std::all_of(text.begin() + static_cast<std::ptrdiff_t>(begin),
                                                      text.begin() + static_cast<std::ptrdiff_t>(begin + size),
                                                      [](char c) { return c >= '0' && c <= '9'; });
  };
  if (digits(0, 8) && (text.size() == 8 || text[8] == 'T')) {
    return parse_date(std::string(text.substr(0, 4)) + "-" + std::string(text.substr(4, 2)) + "-" +
                      std::string(text.substr(6, 2)));
  }
  if (digits(0, 4) && text.size() >= 10 && (text[4] == '-' || text[4] == '/')) {
    std::string day(text.substr(0, 10));
    std::replace(day.begin(), day.end(), '/', '-');
    if (const auto date = parse_date(day)) return date;
  }
  if (const auto date = parse_date(text)) return date;
  return parse_named_month(text.substr(0, 64));
}

Metadata read_metadata(const xmlDoc* document) {
  Metadata out;
  JsonLd json_ld(out);
  const Elements elements = read_elements(document, json_ld);
  const auto meta = [&](std::string_view name) -> std::string_view {
    const auto found = elements.metas.find(name);
    return found == elements.metas.end() ? std::string_view{} : std::string_view(found->second);
  };

  for (const char* name : {"og:site_name", "publisher", "dc.publisher", "citation_publisher", "application-name"}) {
    if (!is_absolute(meta(name))) set_if_empty(out.publisher, meta(name));
  }
  for (const std::string_view title : {meta("og:title"), std::string_view(elements.heading), meta("twitter:title"),
                                       std::string_view(elements.title)}) {
    if (out.title.empty()) out.title = without_site(collapsed(unescaped(std::string(title))), out.publisher);
  }
  for (const std::string_view url : {std::string_view(elements.canonical), meta("og:url")}) {
    if (is_absolute(url)) set_if_empty(out.url, url);
  }
  for (const char* name : kDateNames) set_if_none(out.date, meta(name));
  if (!out.date) out.date = date_in_url(out.url);
  set_if_none(out.date, elements.time);
  if (!out.date) out.date = elements.shown_date;
  // The page's own language before what its data say: the latter is often left at a template's.
  std::string language = collapsed(elements.html_language);
  for (const std::string_view other : {meta("content-language"), meta("dc.language"), meta("og:locale")}) {
    set_if_empty(language, other.substr(0, other.find(',')));
  }
  if (!language.empty()) out.language = language;
  return out;
}

}  // namespace entente::ingest::html
