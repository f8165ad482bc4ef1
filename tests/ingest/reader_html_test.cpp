#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "entente/ingest/reader.h"
#include "entente/ingest/readers/containers.h"
#include "entente/ingest/readers/html_metadata.h"

namespace entente::ingest {
namespace {

struct PageResult {
  std::optional<Article> article;
  std::string problem;
};

PageResult read_page(std::string page) {
  Diagnostics diagnostics;
  const auto stream = open_html(InputStream::of_bytes(std::move(page), "page.html"), {});
  PageResult out;
  if (auto input = stream->next(diagnostics)) out.article = std::move(std::get<Article>(input->content));
  EXPECT_FALSE(stream->next(diagnostics));
  if (!diagnostics.all().empty()) out.problem = diagnostics.all()[0].error.to_string();
  return out;
}

constexpr char kProse[] = "<p>Aland said on Thursday it would scrap its fishing pact with Borduria, its neighbour.</p>";

constexpr char kPage[] = R"(<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8">
<title>Aland ends pact | The Wire</title>
<link rel="canonical" href="https://wire.test/2020/01/02/pact">
<meta property="og:site_name" content="The Wire"><meta property="og:title" content="Aland ends pact &amp; talks">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"WebSite","name":"x"},
{"@type":["NewsArticle"],"headline":"Aland ends pact &amp; talks","datePublished":"2020-01-02T10:00:00Z",
"publisher":{"@type":"Organization","name":"The Wire Agency"},"inLanguage":"en"}]}</script>
<style>p {color: red}</style></head>
<body class="has-sidebar">
<header><h1>The Wire</h1><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World news of the day and the night</a></li></ul></nav></header>
<main><article>
<h1>Aland ends pact &amp; talks</h1>
<div class="byline">By Ann Lee</div><p>By Ann Lee and Bo Wu</p><time datetime="2020-01-02">2 January 2020</time>
<figure><img src="a.jpg"><figcaption>Boats in the harbour of Aland City, seen last year in the evening.</figcaption></figure>
<p>Aland said on <b>Thursday</b> it would scrap its fishing&nbsp;pact with Borduria,
   <a href="/b">its neighbour</a>.</p>
<p>&ldquo;We have no choice,&rdquo; the minister, Ed Su, told reporters<br>in the capital.</p>
<noscript><p>Please enable scripts in your browser to read this page as it was made.</p></noscript>
<div class="share-tools"><p>Share this</p><a href="#">Mail</a></div>
<aside class="related-stories"><p>Borduria built a new harbour in three years, and nobody knows who paid for it.</p></aside>
<h2>Old quarrel</h2>
<p>The two islands have quarrelled over herring since 1911, when their first treaty was lost at sea.</p>
<p>Follow us on Instagram</p><p>Read more: <a href="/x">The herring war</a></p>
<h3>More stories</h3><ul><li><a href="/y">Borduria hires a new coach for its national team</a></li></ul>
</article></main>
<div id="comments"><p>I have always said that these islands should be one country, and so does my cousin.</p></div>
<footer><p>All rights reserved by the owners of the site, who live far away from the islands.</p></footer>
<script>var x = "<p>not a paragraph of the article at all, whatever it may look like.</p>";</script>
</body></html>)";

TEST(HtmlReader, TakesTheArticleOutOfThePage) {
  const auto read = read_page(kPage);
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(read.article->text,
            "Aland said on Thursday it would scrap its fishing pact with Borduria, its neighbour.\n\n"
            "\xE2\x80\x9CWe have no choice,\xE2\x80\x9D the minister, Ed Su, told reporters in the capital.\n\n"
            "Old quarrel\n\n"
            "The two islands have quarrelled over herring since 1911, when their first treaty was lost at sea.");
}

TEST(HtmlReader, TakesTheMetadata) {
  const auto read = read_page(kPage);
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(read.article->title, "Aland ends pact & talks");
  EXPECT_EQ(read.article->url, "https://wire.test/2020/01/02/pact");
  EXPECT_EQ(read.article->id, read.article->url);
  EXPECT_EQ(read.article->source, "The Wire Agency");
  EXPECT_EQ(read.article->language, "en-GB");
  EXPECT_EQ(read.article->date, (Date{2020, 1, 2}));
}

TEST(HtmlReader, FallsBackToPlainMetadata) {
  const auto read = read_page(
      "<html><head><title>Pact ends | Isle Post</title><meta name='date' content='January 2, 2020'>"
      "<meta name=publisher content='Isle Post'></head><body>" +
      std::string(kProse));
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(read.article->title, "Pact ends");
  EXPECT_EQ(read.article->source, "Isle Post");
  EXPECT_EQ(read.article->date, (Date{2020, 1, 2}));
}

TEST(HtmlReader, FindsTheDateInTheAddressAndOnThePage) {
  const auto in_url =
      read_page("<link rel=canonical href='https://wire.test/world/2020/01/02/pact-1999'>" + std::string(kProse));
  ASSERT_TRUE(in_url.article) << in_url.problem;
  EXPECT_EQ(in_url.article->date, (Date{2020, 1, 2}));
  const auto shown = read_page("<span class='small entry-date'>January 2, 2020 6:14 AM</span>" + std::string(kProse));
  ASSERT_TRUE(shown.article) << shown.problem;
  EXPECT_EQ(shown.article->date, (Date{2020, 1, 2}));
}

TEST(HtmlReader, ReadsPagesThatAreOneForm) {
  const auto read =
      read_page("<body><form action=x><input name=q><p>Search</p><div>" + std::string(kProse) + "</div></form>");
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(read.article->text, "Aland said on Thursday it would scrap its fishing pact with Borduria, its neighbour.");
}

TEST(HtmlReader, TakesTheSiteOffTheTitle) {
  const std::string site = "<meta property='og:site_name' content='The Wire'>";
  for (const char* title : {"Aland ends pact - The Wire", "The Wire | Aland ends pact", "Aland ends pact | World news",
                            "Aland ends pact"}) {
    const auto read =
        read_page("<head><title>" + std::string(title) + "</title>" + site + "</head>" + std::string(kProse));
    ASSERT_TRUE(read.article) << read.problem;
    EXPECT_EQ(read.article->title, "Aland ends pact") << title;
  }
}

TEST(HtmlReader, LeavesOutLinesThatAreNoText) {
  const auto read =
      read_page("<body>" + std::string(kProse) +
                "<p>___</p><p>Reuters</p><p>By ANN LEE and BO WU - The Wire | 2 hours ago</p>"
                "<p>Share prices fell in Borduria after the ministry in the capital had spoken to reporters.</p>"
                "<p>Ann Lee in Aland City contributed to this report.</p>");
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(read.article->text,
            "Aland said on Thursday it would scrap its fishing pact with Borduria, its neighbour.\n\n"
            "Share prices fell in Borduria after the ministry in the capital had spoken to reporters.");
}

TEST(HtmlReader, ReadsOldPagesWithoutParagraphs) {
  const auto read = read_page(
      "<html><body><table><tr><td><a href=a>Home</a><td><font size=2>Aland said on Thursday it would scrap its fishing "
      "pact."
      "<br><br>The two islands have quarrelled over herring since 1911, when their first treaty<br>was lost at sea."
      "</font></table>");
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(read.article->text,
            "Aland said on Thursday it would scrap its fishing pact.\n\n"
            "The two islands have quarrelled over herring since 1911, when their first treaty was lost at sea.");
}

TEST(HtmlReader, TakesTheBodyOfTheDataWhereThePageIsEmpty) {
  const auto read = read_page(
      "<html><head><script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"headline\":\"Pact "
      "ends\",\"articleBody\":\"Aland left the pact on Thursday. Borduria stayed.\"}</script></head><body><div "
      "id=app></div></body></html>");
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(read.article->text, "Aland left the pact on Thursday. Borduria stayed.");
}

TEST(HtmlReader, ConvertsTheDeclaredCharset) {
  const auto read = read_page(
      "<html><head><meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'></head><body>"
      "<p>The minister said in a caf\xE9 that \x93"
      "there is no pact\x94 and left for the harbour.</p>");
  ASSERT_TRUE(read.article) << read.problem;
  EXPECT_EQ(
      read.article->text,
      "The minister said in a caf\xC3\xA9 that \xE2\x80\x9Cthere is no pact\xE2\x80\x9D and left for the harbour.");
}

TEST(HtmlReader, RejectsWhatItCannotRead) {
  EXPECT_EQ(read_page("<html><body><p>caf\xE9</p>").problem, "page.html:18: invalid UTF-8");
  EXPECT_EQ(read_page("<meta charset=x-none>" + std::string(kProse)).problem,
            "page.html: charset \"x-none\" is not known");
  EXPECT_EQ(read_page("<html><body></body></html>").problem, "page.html: no article text found on the page");
  EXPECT_EQ(read_page("<html lang=fr><body>" + std::string(kProse)).problem,
            "page.html: language \"fr\", only English is read");
  EXPECT_NE(read_page("").problem, "");
}

TEST(HtmlReader, SurvivesDeepAndBrokenPages) {
  std::string deep = "<html><body>" + std::string(kProse);
  for (int i = 0; i < 200'000; ++i) deep += "<div><b>";
  EXPECT_TRUE(read_page(deep).article);
  EXPECT_TRUE(read_page("<p><table></p><li>" + std::string(kProse) + "</html></td><p").article);
}

TEST(PageDate, ReadsTheFormsThatPagesUse) {
  for (const char* text :
       {"2020-01-02", "2020-01-02T10:00:00+09:00", "2020-01-02 10:00:00", "20200102", "2020/01/02",
        "Thu, 02 Jan 2020 10:00:00 GMT", "January 2, 2020", "2 January 2020", "Jan. 2, 2020 5:00 pm"}) {
    EXPECT_EQ(html::parse_page_date(text), (Date{2020, 1, 2})) << text;
  }
  EXPECT_FALSE(html::parse_page_date("yesterday"));
  EXPECT_FALSE(html::parse_page_date(""));
  EXPECT_FALSE(html::parse_page_date("January 42, 2020"));
}

}  // namespace
}  // namespace entente::ingest
