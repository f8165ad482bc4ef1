#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "entente/language/conllu.h"
#include "entente/language/tokenizer/tokenizer.h"

// Any bytes become words that follow each other and sentences that hold them all.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace entente;
  Article article;
  article.text.assign(reinterpret_cast<const char*>(data), size);
  if (size > 20) article.title = article.text.substr(0, data[0] % 20);
  Document document(std::move(article));
  language::tokenize(document);
  std::uint32_t end = 0;
  for (const Token& token : document.tokens) {
    if (token.span.begin < end || token.span.empty() || token.form != token.span.of(document.text())) std::abort();
    end = token.span.end;
  }
  std::uint32_t next = 0;
  for (const Sentence& sentence : document.sentences) {
    if (sentence.tokens.begin != next || sentence.tokens.empty()) std::abort();
    next = sentence.tokens.end;
  }
  if (next != document.tokens.size()) std::abort();
  std::string out;
  language::write_conllu(out, document);
  return 0;
}
