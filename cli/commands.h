#pragma once

#include <optional>
#include <string>
#include <vector>

#include "entente/base/date.h"
#include "entente/schemas/types.h"

namespace entente::cli {

/// What every command that reads articles takes.
struct InputOptions {
  std::vector<std::string> inputs;  // files, folders, "-"
  std::optional<Date> date;         // --date
  std::string source;               // --source
  std::string from;                 // --from
  unsigned threads = 0;             // --threads; 0: one a core
  std::string data;                 // --data
  std::vector<std::string> actors;  // --actors
};

/// What every command that writes graphs takes.
struct OutputOptions {
  std::vector<std::string> files;          // -o
  std::string format;                      // --format; empty: by suffix
  double min_confidence = 0.5;             // --min-confidence; [0,1]
  std::string base_iri;                    // --base; empty: the default
  bool all_statuses = false;               // --all-statuses: in event tables
  std::optional<std::size_t> quote_words;  // --quote-words
};

/// Which edges are wanted; empty lists take all.
struct FilterOptions {
  std::vector<std::string> actors;  // ids or names; source, target or affected
  std::vector<std::string> sources;
  std::vector<std::string> targets;
  std::vector<RelationType> types;
  std::vector<Status> statuses;
  std::vector<Quad> quads;
  std::uint32_t hops = 1;
  std::optional<Date> since;
  std::optional<Date> until;
  std::uint32_t min_sources = 0;
  std::size_t top = 0;

  bool operator==(const FilterOptions&) const = default;
};

enum class OutputForm { Text, Json };

/// Who is asked for.
struct ResolveOptions {
  std::string text;
  std::string country;  // --country: an id, an ISO code or a name
  OutputForm form = OutputForm::Text;
};

struct ImportOptions {
  std::vector<std::string> inputs;  // files, "-"
  std::string from;                 // --from: petrarch or wikidata; empty: told by the first bytes
  std::string output;               // -o
};

/// The commands. Each prints its result on standard output, problems on standard error, and returns the exit code.
/// graph: where the graph is kept; empty: nowhere.
int run_build(const InputOptions& input, const FilterOptions& filter, const OutputOptions& output,
              const std::string& graph);
/// input: whose data and actors are used.
int run_export(const std::string& graph, const InputOptions& input, const FilterOptions& filter,
               const OutputOptions& output);
int run_explain(const std::string& graph, const InputOptions& input, const FilterOptions& filter, double min_confidence,
                OutputForm form);
/// The listed actors that a text may mean, on input.date.
int run_resolve(const InputOptions& input, const ResolveOptions& options);
/// Actor dictionaries and Wikidata dumps as a table of actors.
int run_import(const InputOptions& input, const ImportOptions& options);
int run_claims(const InputOptions& options);
int run_relate(const InputOptions& options);
int run_mentions(const InputOptions& options);
int run_parse(const InputOptions& options);
/// Gold tokens in CoNLL-U, analysed.
int run_parse_conllu(const InputOptions& options);
int run_text(const InputOptions& options);

}  // namespace entente::cli
