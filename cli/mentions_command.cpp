#include "entente/base/json.h"
#include "entente/cli/commands.h"
#include "entente/cli/data_folder.h"
#include "entente/cli/ordered_output.h"
#include "entente/ingest/link/link.h"

namespace entente::cli {
namespace {

std::string_view kind_name(MentionKind kind) {
  switch (kind) {
    case MentionKind::Name:
      return "name";
    case MentionKind::Nominal:
      return "nominal";
    case MentionKind::Pronoun:
      return "pronoun";
  }
  return "";
}

// A mention that stands for that actor, in the form of CONTRACT "A mention".
void write_mention(JsonWriter& json, const Document& document, const Mention& mention, const ClaimEnd& end) {
  const FieldSpan place = document.to_field(mention.span);
  json.begin_object();
  json.key("doc").string(document.article().id);
  json.key("field").string(place.field == Field::Title ? "title" : "text");
  json.key("begin").integer(place.span.begin);
  json.key("end").integer(place.span.end);
  json.key("text").string(mention.span.of(document.text()));
  json.key("kind").string(kind_name(mention.kind));
  json.key("type").string_or_null(end.type ? name(*end.type) : std::string_view());
  json.key("entity").string_or_null(end.id);
  json.key("iso3").string_or_null(end.iso3);
  json.end_object();
}

// Names always; of nominals and pronouns those that were resolved, one line for each chain that they stand for.
Result<std::string> mention_lines(const Document& document) {
  std::string out;
  for (std::size_t i = 0; i < document.mentions.size(); ++i) {
    const Mention& mention = document.mentions[i];
    std::vector<ChainId> chains = mention.members;
    if (mention.chain.valid()) chains.insert(chains.begin(), mention.chain);
    for (const ChainId chain : chains) {
      const ClaimEnd end = ingest::claim_end(document, MentionId(i), chain);
      if (end.id.empty() && mention.kind != MentionKind::Name) continue;
      JsonWriter json;
      write_mention(json, document, mention, end);
      Result<std::string> line = json.take();
      if (!line) return line;
      out += *line;
      out += '\n';
    }
  }
  return out;
}

}  // namespace

int run_mentions(const InputOptions& options) {
  const auto pipeline = load_pipeline(options, ingest::Depth::Mentions);
  if (!pipeline) return fail(pipeline.error());
  return print_each(options, [&] {
    return [&, scratch = ingest::Pipeline::Workspace()](ingest::Input input) mutable {
      return article_of(std::move(input)).and_then([&](Article article) {
        return mention_lines(pipeline->annotate(std::move(article), scratch));
      });
    };
  });
}

}  // namespace entente::cli
