#include <algorithm>
#include <iomanip>
#include <iostream>
#include <sstream>

#include "entente/actors/import/petrarch.h"
#include "entente/actors/import/wikidata.h"
#include "entente/actors/resolve.h"
#include "entente/base/json.h"
#include "entente/cli/commands.h"
#include "entente/cli/data_folder.h"
#include "entente/cli/interrupt.h"
#include "entente/cli/report.h"
#include "entente/export/output_file.h"
#include "entente/ingest/input_stream.h"

namespace entente::cli {
namespace {

// An entity of Wikidata with many statements is some megabytes.
constexpr std::size_t kLineLimitBytes = std::size_t{256} << 20;

// The country of an id, an ISO code or a name in any case.
Result<ActorId> country_of(const KnowledgeBase& actors, const std::string& text) {
  std::string upper = text;
  std::transform(upper.begin(), upper.end(), upper.begin(),
                 [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
  if (const ActorId by_id = actors.find(text); by_id.valid()) return by_id;
  if (const ActorId by_code = actors.country(upper); by_code.valid()) return by_code;
  for (const Name* name : actors.lookup_any_case(text)) {
    if (actors.actor(name->actor).type == NodeType::Country) return name->actor;
  }
  return failure(ErrorCode::NotFound, "--country", "'" + text + "' is no country");
}

std::string decimal(double value) {
  std::ostringstream out;
  out << std::fixed << std::setprecision(3) << value;
  return out.str();
}

Result<std::string> json_of(const KnowledgeBase& actors, const ResolveOptions& options, const ActorQuery& query,
                            const std::vector<Candidate>& candidates) {
  const ActorId winner = clear_winner(candidates);
  JsonWriter json;
  json.begin_object();
  json.key("text").string(options.text);
  json.key("date").string_or_null(query.date ? to_string(*query.date) : std::string());
  json.key("country").string_or_null(query.country.valid() ? actors.actor(query.country).id : std::string_view());
  json.key("entity").string_or_null(winner.valid() ? actors.actor(winner).id : std::string_view());
  json.key("candidates").begin_array();
  for (const Candidate& candidate : candidates) {
    const Actor& actor = actors.actor(candidate.actor);
    json.begin_object();
    json.key("id").string(actor.id);
    json.key("name").string(actor.name);
    json.key("type").string(name(actor.type));
    json.key("iso3").string_or_null(actor.iso3);
    json.key("wikidata").string_or_null(actor.wikidata);
    json.key("score").decimal(candidate.score, 3);
    json.key("why").begin_array();
    for (const std::string& reason : candidate.why) json.string(reason);
    json.end_array();
    json.end_object();
  }
  json.end_array();
  json.end_object();
  return json.take();
}

void print_table(const KnowledgeBase& actors, const std::vector<Candidate>& candidates) {
  std::size_t width = 0;
  for (const Candidate& candidate : candidates) width = std::max(width, actors.actor(candidate.actor).id.size());
  for (const Candidate& candidate : candidates) {
    const std::string id(actors.actor(candidate.actor).id);
    std::cout << decimal(candidate.score) << "  " << id << std::string(width - id.size(), ' ');
    const char* mark = "  ";
    for (const std::string& reason : candidate.why) {
      std::cout << mark << reason;
      mark = "; ";
    }
    std::cout << '\n';
  }
  const ActorId winner = clear_winner(candidates);
  if (candidates.empty()) {
    std::cout << "no listed actor is named so\n";
  } else {
    std::cout << "-> " << (winner.valid() ? actors.actor(winner).id : "too close to call, or too little said") << '\n';
  }
}

// One file after the other, line by line, into the table.
class Importer {
 public:
  Importer(const KnowledgeBase& actors, const CameoCodes& codes, const WikidataClasses& classes,
           const ImportOptions& options, Report& report)
      : petrarch_(actors, codes), wikidata_(actors, classes), options_(options), report_(report) {}

  Result<void> write(exporter::OutputFile& out) {
    Result<void> written = out.write(OwnRows::header());
    for (const std::string& path : options_.inputs) {
      if (!written || interrupted()) break;
      written = read_file(path, out);
    }
    return written;
  }

  std::string summary() const {
    const OwnRows::Counts a = petrarch_.rows().counts();
    const OwnRows::Counts b = wikidata_.rows().counts();
    return counted(lines_, "line") + ", " + counted(a.actors + b.actors, "actor") + ", " +
           counted(a.offices + b.offices, "office") + ", " + std::to_string(report_.rejected_count()) + " rejected";
  }

 private:
  Result<void> read_file(const std::string& path, exporter::OutputFile& out) {
    Result<ingest::InputStream> stream = ingest::InputStream::open(path);
    if (!stream) {
      report_.rejected(stream.error());
      return {};
    }
    const Result<bool> is_dump = is_wikidata(*stream);
    if (!is_dump) {
      report_.rejected(is_dump.error());
      return {};
    }
    Diagnostics diagnostics;
    std::string line;
    for (std::uint64_t number = 1; !interrupted(); ++number) {
      const Result<bool> more = stream->read_line(line, kLineLimitBytes);
      if (more && !*more) break;
      if (!more) {
        report_.rejected(more.error());
        if (more.error().code != ErrorCode::Limit) break;
        continue;
      }
      ++lines_;
      const std::string where = stream->name() + ":" + std::to_string(number);
      if (*is_dump) {
        wikidata_.read_line(line, where, diagnostics);
      } else {
        petrarch_.read_line(line, where, diagnostics);
      }
      if (Result<void> written = flush(diagnostics, out); !written) return written;
      if (number % kProgressLines == 0) report_.progress(stream->name() + ": " + summary());
    }
    petrarch_.finish();
    report_.done();
    return flush(diagnostics, out);
  }

  Result<void> flush(Diagnostics& diagnostics, exporter::OutputFile& out) {
    report_.problems(diagnostics);
    for (OwnRows* rows : {&petrarch_.rows(), &wikidata_.rows()}) {
      const std::string lines = rows->take();
      if (lines.empty()) continue;
      if (Result<void> written = out.write(lines); !written) return written;
    }
    return {};
  }

  // By --from, else by the first bytes.
  Result<bool> is_wikidata(ingest::InputStream& stream) const {
    if (!options_.from.empty()) return options_.from == "wikidata";
    constexpr std::size_t kFirstBytes = 64;
    const Result<std::string_view> first = stream.peek(kFirstBytes);
    if (!first) return tl::unexpected(first.error());
    if (first->starts_with("BZh")) {
      return failure(ErrorCode::Unsupported, stream.name(),
                     "is packed with bzip2, which is not read: bzcat FILE | entente actors import - -o my.tsv");
    }
    const std::size_t at = first->find_first_not_of(" \t\r\n");
    return at != std::string_view::npos && ((*first)[at] == '{' || first->substr(at, 2) == "[\n" ||
                                            first->substr(at, 2) == "[{" || first->substr(at, 2) == "[\r");
  }

  static constexpr std::uint64_t kProgressLines = 64;

  PetrarchImport petrarch_;
  WikidataImport wikidata_;
  const ImportOptions& options_;
  Report& report_;
  std::uint64_t lines_ = 0;
};

}  // namespace

int run_resolve(const InputOptions& input, const ResolveOptions& options) {
  const Result<KnowledgeBase> actors = load_actors(input);
  if (!actors) return fail(actors.error());
  ActorQuery query;
  query.date = input.date;
  if (!options.country.empty()) {
    const Result<ActorId> country = country_of(*actors, options.country);
    if (!country) return fail(country.error());
    query.country = *country;
  }
  const std::vector<Candidate> candidates = resolve_actor(*actors, options.text, query);
  if (options.form == OutputForm::Json) {
    const Result<std::string> json = json_of(*actors, options, query, candidates);
    if (!json) return fail(json.error());
    std::cout << *json << '\n';
  } else {
    print_table(*actors, candidates);
  }
  std::cout.flush();
  if (std::cout.fail()) return fail({ErrorCode::Io, "standard output", std::nullopt, "cannot be written"});
  return kDone;
}

int run_import(const InputOptions& input, const ImportOptions& options) {
  const auto data = find_data_folder(input.data);
  if (!data) return fail(data.error());
  const Result<KnowledgeBase> actors = load_actors(input);
  if (!actors) return fail(actors.error());
  const Result<CameoCodes> codes = CameoCodes::load(*data / "actors");
  if (!codes) return fail(codes.error());
  const Result<WikidataClasses> classes = WikidataClasses::load(*data / "actors");
  if (!classes) return fail(classes.error());
  Result<exporter::OutputFile> out =
      exporter::OutputFile::create(options.output == "-" ? "/dev/stdout" : options.output);
  if (!out) return fail(out.error());

  Report report;
  Importer importer(*actors, *codes, *classes, options, report);
  if (const Result<void> written = importer.write(*out); !written) return fail(written.error());
  if (interrupted() || report.all_rejected()) return report.exit_code();
  if (const Result<void> committed = out->commit(); !committed) return fail(committed.error());
  report.line(importer.summary());
  return report.exit_code();
}

}  // namespace entente::cli
