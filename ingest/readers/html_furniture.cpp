#include "entente/ingest/readers/html_furniture.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "entente/ingest/readers/html_dom.h"

namespace entente::ingest::html {
namespace {

// Words of class names and ids. Sorted.
constexpr std::string_view kNameWords[] = {
    "ad",          "ads",       "advert",     "advertisement", "banner",       "breadcrumb", "breadcrumbs",
    "byline",      "caption",   "captions",   "comment",       "comments",     "consent",    "cookie",
    "cookies",     "copyright", "credit",     "credits",       "disclaimer",   "disqus",     "donate",
    "follow",      "footer",    "gallery",    "masthead",      "menu",         "modal",      "mostread",
    "nav",         "navbar",    "navigation", "newsletter",    "outbrain",     "pagination", "paywall",
    "popular",     "popup",     "promo",      "promoted",      "readmore",     "recirc",     "recommendations",
    "recommended", "related",   "share",      "sharing",       "sidebar",      "signup",     "skip",
    "social",      "sponsor",   "sponsored",  "subscribe",     "subscription", "taboola",    "tags",
    "teaser",      "toolbar",   "topics",     "trending",      "widget"};

// Beginnings of short lines, in lower case.
constexpr std::string_view kLineBeginnings[] = {"(adds ",
                                                "advertisement",
                                                "all rights reserved",
                                                "also read",
                                                "and get ",
                                                "by continuing",
                                                "click here",
                                                "click to ",
                                                "comments",
                                                "contact us",
                                                "copyright",
                                                "credit:",
                                                "download our",
                                                "download the",
                                                "editing by ",
                                                "file photo",
                                                "file:",
                                                "follow us",
                                                "follow our",
                                                "follow @",
                                                "for more ",
                                                "get our ",
                                                "get the latest",
                                                "getty images",
                                                "image:",
                                                "image caption",
                                                "image copyright",
                                                "image credit",
                                                "image source",
                                                "join our",
                                                "join us on",
                                                "last modified",
                                                "last updated",
                                                "like us on",
                                                "listen to this",
                                                "loading",
                                                "more from ",
                                                "more on this",
                                                "most popular",
                                                "most read",
                                                "photo:",
                                                "photo by",
                                                "photo credit",
                                                "photograph:",
                                                "picture:",
                                                "please subscribe",
                                                "posted ",
                                                "print this",
                                                "published ",
                                                "read also",
                                                "read full",
                                                "read more",
                                                "read next",
                                                "read the full",
                                                "recommended",
                                                "register now",
                                                "related",
                                                "reporting by ",
                                                "see also",
                                                "share ",
                                                "share this",
                                                "sign up",
                                                "skip to",
                                                "sponsored",
                                                "subscribe",
                                                "support our",
                                                "tags:",
                                                "this article was originally",
                                                "this story was originally",
                                                "topics:",
                                                "trending",
                                                "tweet",
                                                "updated ",
                                                "view comments",
                                                "watch:",
                                                "watch live",
                                                "watch now",
                                                "you may also",
                                                "\xC2\xA9"};

constexpr std::size_t kShortLine = 160;
constexpr std::size_t kVeryShortLine = 80;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_any_word(std::string_view word) {
  return std::binary_search(std::begin(kNameWords), std::end(kNameWords), word);
}

static_assert(std::is_sorted(std::begin(kNameWords), std::end(kNameWords)));

bool ends_in_stop(std::string_view line) { return line.ends_with('.') || line.ends_with('!') || line.ends_with('?'); }

}  // namespace

bool is_furniture_name(std::string_view names) {
  // Words begin at a capital and end at what is no letter: "shareBar", "ad_slot-2".
  std::string word;
  for (std::size_t i = 0; i <= names.size(); ++i) {
    const char c = i < names.size() ? names[i] : ' ';
    const bool letter = (c >= 'a' && c <= 'z') || is_upper(c);
    if (!letter || (is_upper(c) && !word.empty() && !is_upper(names[i - 1]))) {
      if (is_any_word(word)) return true;
      word.clear();
    }
    if (letter) word += is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
  }
  return false;
}

bool is_furniture_line(std::string_view line) {
  if (line.size() > kShortLine) return false;
  const std::string lower = lowered(line);
  // "Share prices fell on Monday after the talks." is a sentence: what reads like one must be shorter.
  const bool sentence = ends_in_stop(line) && line.size() > kVeryShortLine;
  for (const std::string_view beginning : kLineBeginnings) {
    if (!lower.starts_with(beginning)) continue;
    const bool whole =
        lower.size() == beginning.size() || beginning.back() == ':' || beginning.find(' ') + 1 < beginning.size();
    if (whole && !sentence) return true;
    if (!ends_in_stop(line)) return true;
  }
  // "By Ann Lee", "BY ANN LEE | Reuters"
  const bool byline = lower.starts_with("by ") && line.size() > 3 && is_upper(line[3]) && line.size() < kVeryShortLine;
  return byline && !ends_in_stop(line);
}

}  // namespace entente::ingest::html
