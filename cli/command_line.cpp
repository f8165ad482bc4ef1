#include "entente/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include "entente/cli/commands.h"
#include "entente/cli/interrupt.h"
#include "entente/cli/reference.h"
#include "entente/cli/report.h"
#include "entente/export/writer.h"
#include "entente/ingest/reader.h"

namespace entente::cli {
namespace {

const std::string kVersion = "entente " ENTENTE_VERSION;

constexpr const char* kExitCodes =
    "Exit: 0 done; 1 done, but some inputs were rejected (each is named on standard error);\n"
    "2 nothing could be done, and no output file was touched; 130 interrupted, what was committed is kept.";

// All that the command line says. Commands share it: options of the program may stand before or after the command.
struct Arguments {
  InputOptions input;
  OutputOptions output;
  FilterOptions filter;
  std::string graph;
  OutputForm form = OutputForm::Text;
  ResolveOptions resolve;
  ImportOptions imports;
  bool conllu = false;
};

// A command with what runs it, once its options are parsed.
struct Command {
  CLI::App* app;
  std::function<int()> run;
};

Command add_command(CLI::App& program, const std::string& name, const std::string& summary, const std::string& examples,
                    std::function<int()> run) {
  CLI::App* command = program.add_subcommand(name, summary);
  command->set_version_flag("--version", kVersion, "Print the version");
  command->footer("\nExamples:\n" + examples + "\n" + kExitCodes);
  return {command, std::move(run)};
}

void add_date(CLI::App& app, const std::string& name, std::optional<Date>& date, const std::string& help) {
  app.add_option_function<std::string>(
         name,
         [name, &date](const std::string& text) {
           date = parse_date(text);
           if (!date) throw CLI::ValidationError(name, "'" + text + "' is no ISO 8601 date, such as 2019-08-22");
         },
         help)
      ->type_name("DATE");
}

// An option whose values are names of the ontology.
template <class Value>
void add_names(CLI::App& app, const std::string& option, std::vector<Value>& values,
               std::optional<Value> (*value_of)(std::string_view), const std::string& help) {
  app.add_option_function<std::vector<std::string>>(
         option,
         [option, &values, value_of](const std::vector<std::string>& texts) {
           for (const std::string& text : texts) {
             const std::optional<Value> value = value_of(text);
             if (!value) throw CLI::ValidationError(option, "'" + text + "' is not in the ontology");
             values.push_back(*value);
           }
         },
         help)
      ->type_name("NAME")
      ->delimiter(',');
}

std::optional<Quad> quad_named(std::string_view text) {
  for (std::size_t q = 0; q < kQuadCount; ++q) {
    if (name(static_cast<Quad>(q)) == text) return static_cast<Quad>(q);
  }
  return std::nullopt;
}

void add_data(CLI::App& app, InputOptions& options) {
  app.add_option("--data", options.data,
                 "Folder with models and actor data (default: $ENTENTE_DATA, else the installed one)")
      ->type_name("DIR");
  app.add_option("--actors", options.actors,
                 "Your own actors, aliases, merges (docs/formats/actors.md), over the shipped ones. May be repeated")
      ->type_name("TSV")
      ->allow_extra_args(false);
}

void add_threads(CLI::App& app, unsigned& threads) {
  app.add_option("--threads", threads, "Threads (default: one a core); changes speed, never bytes")
      ->type_name("N")
      ->check(CLI::Range(1U, 1024U));
}

void add_inputs(CLI::App& app, InputOptions& options, const std::string& help) {
  app.add_option("INPUT", options.inputs, help)->type_name("")->required();
}

void add_article_options(CLI::App& app, InputOptions& options) {
  add_inputs(app, options,
             "Articles as text, HTML or JSON Lines (.gz, .zst of each): files, folders, - for standard input");
  add_date(app, "--date", options.date, "Publication date of articles that do not say theirs");
  app.add_option("--source", options.source, "Publisher of articles that do not say theirs")->type_name("NAME");
  std::vector<std::string> readers;
  for (const ingest::ArticleReader& reader : ingest::article_readers()) readers.emplace_back(reader.name);
  app.add_option("--from", options.from, "Form of input without a known suffix (default: told by the first bytes)")
      ->check(CLI::IsMember(readers));
  add_threads(app, options.threads);
  add_data(app, options);
}

void add_min_confidence(CLI::App& app, double& value) {
  app.add_option("--min-confidence", value, "Leave out claims that are less sure")
      ->type_name("P")
      ->check(CLI::Range(0.0, 1.0))
      ->capture_default_str();
}

void add_output_options(CLI::App& app, OutputOptions& options) {
  app.add_option("-o,--output", options.files,
                 "Write the graph to FILE, - for standard output; the suffix tells the format. May be repeated.\n" +
                     exporter::known_formats())
      ->type_name("FILE")
      ->allow_extra_args(false);
  app.add_option("--format", options.format, "Format, whatever the suffix")->type_name("NAME");
  add_min_confidence(app, options.min_confidence);
  app.add_flag("--all-statuses", options.all_statuses,
               "Event tables also of what did not happen and of what may (negated, hypothetical)");
  app.add_option("--quote-words", options.quote_words,
                 "Cut quotes to so many words around what tells the act, for texts under copyright; 0: none")
      ->type_name("N");
  app.add_option("--base", options.base_iri, "What ids are relative to in RDF (default: https://w3id.org/entente/)")
      ->type_name("IRI");
}

void add_filters(CLI::App& app, FilterOptions& options) {
  constexpr const char* kGroup = "Which edges";
  const auto grouped = [&](const char* name) { app.get_option(name)->group(kGroup); };
  app.add_option("--actor", options.actors,
                 "Edges from, to or affecting this actor: an id or any name. May be repeated")
      ->type_name("ACTOR")
      ->allow_extra_args(false)
      ->group(kGroup);
  app.add_option("--hops", options.hops, "With --actor: edges up to so many steps away (default: 1)")
      ->type_name("N")
      ->check(CLI::Range(1U, 1000U))
      ->needs("--actor")
      ->group(kGroup);
  add_names<RelationType>(app, "--type", options.types, relation_of, "Relations: criticizes,accuses");
  add_names<Status>(app, "--status", options.statuses, status_of,
                    "asserted, planned, hypothetical, ended, negated, denied");
  add_names<Quad>(app, "--quad", options.quads, quad_named,
                  "verbal-cooperation, material-cooperation, verbal-conflict, material-conflict");
  add_date(app, "--since", options.since, "What happened or held on that day or later; undated: was published");
  add_date(app, "--until", options.until, "What happened or held on that day or before");
  app.add_option("--min-sources", options.min_sources, "Edges that so many independent publishers tell of")
      ->type_name("N")
      ->group(kGroup);
  app.add_option("--top", options.top,
                 "The N edges of most sources, then claims, then confidence, and the offices among their actors")
      ->type_name("N")
      ->check(CLI::PositiveNumber)
      ->group(kGroup);
  for (const char* name : {"--type", "--status", "--quad", "--since", "--until"}) grouped(name);
}

void add_ends(CLI::App& app, FilterOptions& options) {
  app.add_option("--source", options.sources, "Edges from this actor: an id or any name")
      ->type_name("ACTOR")
      ->allow_extra_args(false)
      ->group("Which edges");
  app.add_option("--target", options.targets, "Edges to this actor")
      ->type_name("ACTOR")
      ->allow_extra_args(false)
      ->group("Which edges");
}

// Whoever asks for statuses wants them in event tables too.
void take_asked_statuses(Arguments& arguments) {
  if (!arguments.filter.statuses.empty()) arguments.output.all_statuses = true;
}

Command build_command(CLI::App& program, Arguments& arguments) {
  Command command =
      add_command(program, "build", "Read articles (or claims), add them to a graph, write it",
                  "  entente build story.html -o story.svg -o story.jsonld\n"
                  "  entente build news/ -g news.entente\n"
                  "  entente build news/ --top 80 --min-sources 2 -o news.svg\n"
                  "  entente build story.txt --date 2019-08-22 -o - --format dot | dot -Tx11\n"
                  "  entente claims a.txt | entente build - -o a.json\n",
                  [&] {
                    take_asked_statuses(arguments);
                    return run_build(arguments.input, arguments.filter, arguments.output, arguments.graph);
                  });
  add_article_options(*command.app, arguments.input);
  command.app->add_option("-g,--graph", arguments.graph, "Keep the graph in this file, or add to the one there")
      ->type_name("GRAPH");
  add_output_options(*command.app, arguments.output);
  add_filters(*command.app, arguments.filter);
  return command;
}

Command export_command(CLI::App& program, Arguments& arguments) {
  Command command =
      add_command(program, "export", "Write an existing graph, whole or filtered",
                  "  entente export news.entente -o news.jsonld\n"
                  "  entente export news.entente --actor Seoul --hops 2 --status asserted -o seoul.svg\n"
                  "  entente export news.entente --since 2019-07 --until 2019-08 --top 100 -o summer.svg\n"
                  "  entente export news.entente --type sanctions,lifts -o - --format json\n",
                  [&] {
                    take_asked_statuses(arguments);
                    return run_export(arguments.graph, arguments.input, arguments.filter, arguments.output);
                  });
  command.app->add_option("GRAPH", arguments.graph, "A graph that build -g made")->type_name("")->required();
  add_output_options(*command.app, arguments.output);
  command.app->get_option("--output")->required();
  add_ends(*command.app, arguments.filter);
  add_filters(*command.app, arguments.filter);
  add_data(*command.app, arguments.input);
  return command;
}

Command explain_command(CLI::App& program, Arguments& arguments) {
  Command command = add_command(program, "explain", "Print the quotes behind edges",
                                "  entente explain news.entente --source Tokyo --target Seoul\n"
                                "  entente explain news.entente --type scraps --json\n",
                                [&] {
                                  return run_explain(arguments.graph, arguments.input, arguments.filter,
                                                     arguments.output.min_confidence, arguments.form);
                                });
  command.app->add_option("GRAPH", arguments.graph, "A graph that build -g made")->type_name("")->required();
  add_ends(*command.app, arguments.filter);
  add_filters(*command.app, arguments.filter);
  add_min_confidence(*command.app, arguments.output.min_confidence);
  command.app->add_flag_callback(
      "--json", [&] { arguments.form = OutputForm::Json; }, "Node-link JSON of those edges");
  add_data(*command.app, arguments.input);
  return command;
}

Command claims_command(CLI::App& program, Arguments& arguments) {
  Command command =
      add_command(program, "claims", "Print the claims, JSON Lines, unmerged, in input order",
                  "  entente claims news/ > claims.jsonl\n"
                  "  entente claims story.txt --date 2019-08-22 | jq -c 'select(.status == \"planned\")'\n",
                  [&] { return run_claims(arguments.input); });
  add_article_options(*command.app, arguments.input);
  return command;
}

Command relate_command(CLI::App& program, Arguments& arguments) {
  Command command = add_command(
      program, "relate", "Say what the first of two marked spans does to the second",
      "  echo '{\"id\": 1, \"text\": \"Chad halted aid to Mali.\", \"source\": [0, 4], \"target\": [19, 23]}' |\n"
      "    entente relate -\n",
      [&] { return run_relate(arguments.input); });
  add_inputs(*command.app, arguments.input,
             "JSON Lines {\"id\", \"text\", \"source\": [begin, end], \"target\": [begin, end]} in UTF-8 bytes");
  add_date(*command.app, "--date", arguments.input.date, "Publication date of the texts");
  add_threads(*command.app, arguments.input.threads);
  add_data(*command.app, arguments.input);
  return command;
}

Command mentions_command(CLI::App& program, Arguments& arguments) {
  Command command =
      add_command(program, "mentions", "Print who and what is mentioned, and whom a pronoun means",
                  "  entente mentions story.txt | jq -r 'select(.kind == \"name\") | .entity' | sort -u\n",
                  [&] { return run_mentions(arguments.input); });
  add_article_options(*command.app, arguments.input);
  return command;
}

Command parse_command(CLI::App& program, Arguments& arguments) {
  Command command =
      add_command(program, "parse", "Print the linguistic analysis in CoNLL-U",
                  "  entente parse story.txt\n"
                  "  entente parse --conllu gold_tokens.conllu\n",
                  [&] { return arguments.conllu ? run_parse_conllu(arguments.input) : run_parse(arguments.input); });
  command.app->add_flag("--conllu", arguments.conllu, "INPUT is CoNLL-U: its words are kept, and tagged and parsed");
  add_article_options(*command.app, arguments.input);
  return command;
}

Command resolve_command(CLI::App& actors, Arguments& arguments) {
  Command command = add_command(actors, "resolve", "Show whom a name or a description may mean, and why",
                                "  entente actors resolve 'the foreign minister of Japan' --date 2019-08-22\n"
                                "  entente actors resolve 'President Rohani' --date 2015\n"
                                "  entente actors resolve Congress --country India --json\n",
                                [&] { return run_resolve(arguments.input, arguments.resolve); });
  command.app->add_option("TEXT", arguments.resolve.text, "A name, or an office with its country")
      ->type_name("")
      ->required();
  add_date(*command.app, "--date", arguments.input.date, "The day on which it was written");
  command.app->add_option("--country", arguments.resolve.country, "Whose news it is in: an id, an ISO code or a name")
      ->type_name("COUNTRY");
  command.app->add_flag_callback(
      "--json", [&] { arguments.resolve.form = OutputForm::Json; }, "One JSON object");
  add_data(*command.app, arguments.input);
  return command;
}

Command import_command(CLI::App& actors, Arguments& arguments) {
  Command command =
      add_command(actors, "import", "Turn actor dictionaries and Wikidata dumps into a table for --actors",
                  "  entente actors import Phoenix.Countries.actors.txt Phoenix.MilNonState.actors.txt -o phoenix.tsv\n"
                  "  entente actors import latest-all.json.gz -o wikidata.tsv\n"
                  "  bzcat latest-all.json.bz2 | entente actors import - --from wikidata -o wikidata.tsv\n",
                  [&] { return run_import(arguments.input, arguments.imports); });
  command.app
      ->add_option(
          "FILE", arguments.imports.inputs,
          "PETRARCH and TABARI actor dictionaries, Wikidata JSON dumps (.gz, .zst of each), - for standard input")
      ->type_name("")
      ->required();
  command.app->add_option("-o,--output", arguments.imports.output, "The table, - for standard output")
      ->type_name("TSV")
      ->required();
  command.app->add_option("--from", arguments.imports.from, "Form of the input (default: told by the first bytes)")
      ->check(CLI::IsMember({"petrarch", "wikidata"}));
  add_data(*command.app, arguments.input);
  return command;
}

Command text_command(CLI::App& program, Arguments& arguments) {
  Command command = add_command(program, "text", "Print the articles as read, JSON Lines: what all offsets count in",
                                "  entente text story.html\n"
                                "  entente text news/ | jq -r .title\n",
                                [&] { return run_text(arguments.input); });
  add_article_options(*command.app, arguments.input);
  return command;
}

}  // namespace

int run(int argc, char** argv) try {
  CLI::App program("entente: news articles in, a graph of who did what to whom out.", "entente");
  program.set_version_flag("--version", kVersion, "Print the version");
  Arguments arguments;
  add_threads(program, arguments.input.threads);
  add_data(program, arguments.input);
  program.require_subcommand(1);
  program.footer("\nentente COMMAND --help tells more, with examples.\n" + std::string(kExitCodes));
  CLI::App* actors = program.add_subcommand("actors", "Who is who: resolve names, import lists of actors");
  actors->require_subcommand(1);
  actors->footer("\nentente actors COMMAND --help tells more, with examples.");
  const std::vector<Command> commands = {
      build_command(program, arguments),  export_command(program, arguments), explain_command(program, arguments),
      claims_command(program, arguments), relate_command(program, arguments), mentions_command(program, arguments),
      parse_command(program, arguments),  text_command(program, arguments),   resolve_command(*actors, arguments),
      import_command(*actors, arguments),
  };
  std::string shell;
  CLI::App* complete = program.add_subcommand("completions", "Print what a shell reads to complete the command line");
  complete->footer(
      "\nExamples:\n  entente completions bash > /etc/bash_completion.d/entente\n"
      "  entente completions zsh > /usr/share/zsh/vendor-completions/_entente\n");
  complete->add_option("SHELL", shell, "bash, zsh or fish")
      ->type_name("")
      ->required()
      ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  // The package's; nobody types it.
  const CLI::App* manual = program.add_subcommand("manual", "Print the manual page")->group("");
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error, std::cout, std::cerr) == 0 ? kDone : kNothingDone;
  }
  note_interrupts();
  if (complete->parsed()) {
    std::cout << completions(program, shell == "bash" ? Shell::Bash : shell == "zsh" ? Shell::Zsh : Shell::Fish);
    return kDone;
  }
  if (manual->parsed()) {
    std::cout << manual_page(program, kVersion);
    return kDone;
  }
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.run();
  }
  return kNothingDone;
} catch (const std::exception& error) {
  return fail({ErrorCode::Io, "", std::nullopt, std::string("internal failure: ") + error.what()});
}

}  // namespace entente::cli
