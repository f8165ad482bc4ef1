#include "entente/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include "entente/cli/commands.h"
#include "entente/cli/interrupt.h"
#include "entente/cli/report.h"
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

void add_data(CLI::App& app, std::string& data) {
  app.add_option("--data", data, "Folder with models and actor data (default: $ENTENTE_DATA, else the installed one)")
      ->type_name("DIR");
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
  add_data(app, options.data);
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
  add_data(program, arguments.input.data);
  program.require_subcommand(1);
  program.footer("\nentente COMMAND --help tells more, with examples.\n" + std::string(kExitCodes));
  const std::vector<Command> commands = {
      parse_command(program, arguments),
      text_command(program, arguments),
  };
  try {
    program.parse(argc, argv);
  } catch (const CLI::ParseError& error) {
    return program.exit(error, std::cout, std::cerr) == 0 ? kDone : kNothingDone;
  }
  note_interrupts();
  for (const Command& command : commands) {
    if (command.app->parsed()) return command.run();
  }
  return kNothingDone;
} catch (const std::exception& error) {
  return fail({ErrorCode::Io, "", std::nullopt, std::string("internal failure: ") + error.what()});
}

}  // namespace entente::cli
