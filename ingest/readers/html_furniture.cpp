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

// clang-format off
// Beginnings of short lines, in lower case.
constexpr std::string_view kLineBeginnings[] = {
    "(ap photo", "\xC2\xA9", "all rights reserved", "also read", "ap photo", "associated press photo",
    "by continuing", "click here", "click to", "contact us", "contributing:", "create an account", "credit:",
    "download our", "download the", "e-mail us", "editing by", "email us", "file photo", "file:", "follow @",
    "follow our", "follow us", "font size", "get our", "get the latest", "getty images", "got a tip",
    "have your say", "illustration by", "image caption", "image copyright", "image credit", "image source",
    "image:", "join our", "join us on", "last modified", "last updated", "like us on", "listen to this",
    "log in", "more from", "more on this", "most emailed", "most popular", "most read", "most viewed",
    "photo by", "photo credit", "photo:", "photograph:", "picture:", "please subscribe", "posted:",
    "print this", "published:", "read also", "read full", "read more", "read next", "read or share",
    "read the full", "register now", "related articles", "related stories", "reporting by", "see also",
    "send us", "share article", "share on", "share this", "share via", "sign in", "sign up", "skip to",
    "support our", "tags:", "tell us what", "text size", "this article was originally",
    "this story was originally", "topics:", "tweet this", "up next", "updated:", "via getty", "view all",
    "view comments", "view gallery", "watch live", "watch now", "watch:", "what do you think", "you may also"};

// The same, where the line has hardly more.
constexpr std::string_view kOneWordLines[] = {
    "(adds", "advertisement", "comments", "copyright", "posted", "published", "recommended", "related",
    "reuters/", "sponsored", "subscribe", "trending", "updated"};
// clang-format on

constexpr std::size_t kShortLine = 160;
constexpr std::size_t kVeryShortLine = 80;
constexpr std::size_t kOneWordLine = 40;

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

bool is_any_word(std::string_view word) {
  return std::binary_search(std::begin(kNameWords), std::end(kNameWords), word);
}

static_assert(std::is_sorted(std::begin(kNameWords), std::end(kNameWords)));

// Sources of pictures that stand alone on a line. In lower case.
constexpr std::string_view kCredits[] = {
    "reuters", "ap",        "afp",     "getty images", "associated press", "the associated press", "epa",
    "xinhua",  "bloomberg", "handout", "file"};

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
  const bool has_letters = std::any_of(line.begin(), line.end(), [](char c) {
    return is_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
  });
  if (!has_letters) return true;
  const std::string lower = lowered(line);
  if (std::find(std::begin(kCredits), std::end(kCredits), lower) != std::end(kCredits)) return true;
  // "Borduria signs. Full story \xC2\xBB": a teaser.
  if (line.find("\xC2\xBB") != std::string_view::npos && line.find("\xC2\xAB") == std::string_view::npos) return true;
  // "Ann Lee in Aland City contributed to this report."
  if (lower.find("contributed to this ") != std::string::npos) return true;
  // "Share this": furniture. "Share prices fell on Monday after the ministers had met in the capital.": a sentence.
  const bool sentence = ends_in_stop(line) && line.size() > kVeryShortLine;
  const auto begins = [&lower](std::string_view beginning) {
    if (!lower.starts_with(beginning)) return false;
    const char next = lower.size() > beginning.size() ? lower[beginning.size()] : ' ';
    return beginning.back() == ':' || next < 'a' || next > 'z';
  };
  if (!sentence && std::any_of(std::begin(kLineBeginnings), std::end(kLineBeginnings), begins)) return true;
  if (line.size() < kOneWordLine && !ends_in_stop(line) &&
      std::any_of(std::begin(kOneWordLines), std::end(kOneWordLines), begins)) {
    return true;
  }
  // "By Ann Lee", "BY: ANN LEE - The Wire | 2 hours ago"
  const std::size_t name = lower.starts_with("by: ") ? 4 : lower.starts_with("by ") ? 3 : 0;
  return name != 0 && line.size() > name && is_upper(line[name]) && !ends_in_stop(line);
}

}  // namespace entente::ingest::html
