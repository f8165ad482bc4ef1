#include <gtest/gtest.h>

#include <random>
#include <sstream>

#include "entente/base/utf8.h"
#include "entente/ingest/reader.h"
#include "entente/language/conllu.h"

namespace entente::ingest {
namespace {

constexpr std::uint32_t kSeed = 20190823;

const std::string kSeeds[] = {
    "{\"id\":\"a\",\"title\":\"Pact ends\",\"date\":\"2019-08-22\",\"text\":\"Aland left. \\u00e9\"}\n{\"type\":\"x\","
    "\"source\":{}}\n",
    "<html lang=en><head><meta charset=utf-8><title>Pact | Wire</title><script type=\"application/ld+json\">{\"@type\":"
    "\"NewsArticle\",\"headline\":\"Pact\"}</script></head><body><article><p>Aland said on Thursday it would scrap its "
    "fishing pact with Borduria.</p><br><ul><li><a href=x>More</a></li></ul></article>",
    "\xEF\xBB\xBFPact ends\r\n\r\nAland left. \xE2\x80\x9CNo,\xE2\x80\x9D he said.\n",
    "# newdoc id = "
    "d\n1-2\tdon't\t_\t_\t_\t_\t_\t_\t_\t_\n1\tdo\tdo\tAUX\tVBP\t_\t0\troot\t_\t_\n2\tn't\tnot\tPART\tRB\t_\t1"
    "\tadvmod\t_\t_\n\n"};

std::string mutated(std::string text, std::mt19937& random) {
  for (std::uint32_t edits = 1 + random() % 8; edits > 0 && !text.empty(); --edits) {
    const std::size_t at = random() % text.size();
    switch (random() % 5) {
      case 0:
        text[at] = static_cast<char>(random());
        break;
      case 1:
        text.erase(at, 1 + random() % 9);
        break;
      case 2:
        text.insert(at, text.substr(random() % text.size(), random() % 20));
        break;
      case 3:
        text.insert(at, 1, "<>\"&{}\\\n\t"[random() % 9]);
        break;
      default:
        text.resize(at);
    }
  }
  return text;
}

TEST(Readers, GiveArticlesOrDiagnosticsForAnyBytes) {
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  for (int round = 0; round < 400; ++round) {
    const std::string bytes = mutated(kSeeds[random() % 3], random);
    for (const ArticleReader& reader : article_readers()) {
      Diagnostics diagnostics;
      const auto stream = reader.open(InputStream::of_bytes(bytes, "mutated"), {});
      while (const auto input = stream->next(diagnostics)) {
        if (const auto* article = std::get_if<Article>(&input->content)) {
          ASSERT_FALSE(article->id.empty());
          ASSERT_FALSE(find_invalid_utf8(article->text)) << testing::PrintToString(bytes);
        }
      }
    }
  }
}

TEST(ConlluReader, ReadsWhatItWroteForAnyBytes) {
  SCOPED_TRACE(kSeed);
  std::mt19937 random(kSeed);
  const auto read_and_write = [](const std::string& text) {
    std::istringstream in(text);
    language::ConlluReader reader(in, "mutated");
    std::string out;
    while (const auto document = reader.next()) {
      if (*document) language::write_conllu(out, **document);
    }
    return out;
  };
  for (int round = 0; round < 400; ++round) {
    const std::string once = read_and_write(mutated(kSeeds[3] + kSeeds[3], random));
    ASSERT_EQ(read_and_write(once), once);
  }
}

}  // namespace
}  // namespace entente::ingest
