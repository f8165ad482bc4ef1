#include "entente/base/json.h"
#include "entente/cli/commands.h"
#include "entente/cli/ordered_output.h"

namespace entente::cli {
namespace {

Result<std::string> article_line(const Article& article) {
  JsonWriter json;
  json.begin_object();
  json.key("id").string(article.id);
  json.key("url").string_or_null(article.url);
  json.key("title").string_or_null(article.title);
  json.key("date").string_or_null(article.date ? to_string(*article.date) : "");
  json.key("source").string_or_null(article.source);
  json.key("language").string_or_null(article.language);
  json.key("text").string(article.text);
  json.end_object();
  Result<std::string> line = json.take();
  if (line) line->push_back('\n');
  return line;
}

}  // namespace

int run_text(const InputOptions& options) {
  return print_each(
      options, [] { return [](ingest::Input input) { return article_of(std::move(input)).and_then(article_line); }; });
}

}  // namespace entente::cli
