#include "entente/cli/command_line.h"

#include <CLI/CLI.hpp>
#include <functional>
#include <iostream>
#include <memory>
#include <string>

#include "entente/cli/commands.h"
#include "entente/cli/interrupt.h"
#include "entente/cli/report.h"

namespace entente::cli {
namespace {

// A command as the table below gives it: its options are bound to what `run` captures.
struct Command {
  CLI::App* app;
  std::function<int()> run;
};

const std::string kVersion = "entente " ENTENTE_VERSION;

constexpr const char* kExitCodes =
    "Exit: 0 done; 1 done, but some inputs were rejected (each is named on standard error); 2 nothing could be done, "
    "and no output file was touched; 130 interrupted, what was committed is kept.";

CLI::App* add_command(CLI::App& program, const std::string& name, const std::string& summary,
                      const std::string& examples) {
  CLI::App* command = program.add_subcommand(name, summary);
  command->set_version_flag("--version", kVersion, "Print the version");
  command->footer("Examples:\n" + examples + "\n" + kExitCodes);
  return command;
}

void add_input_options(CLI::App* command, InputOptions& options) {
  command->add_option("INPUT", options.inputs, "Articles: files, folders (searched through), - for standard input")
      ->required();
  command
      ->add_option_function<std::string>(
          "--date",
          [&options](const std::string& text) {
            options.date = parse_date(text);
            if (!options.date) throw CLI::ValidationError("--date", "'" + text + "' is no ISO 8601 date (2019-08-22)");
          },
          "Publication date of articles that do not say theirs")
      ->type_name("DATE");
  command->add_option("--source", options.source, "Publisher of articles that do not say theirs");
  command->add_option("--from", options.from, "Form of input without a known suffix: txt, html or jsonl");
  command->add_option("--threads", options.threads, "Threads (default: one a core); changes speed, never bytes")
      ->check(CLI::Range(1U, 1024U));
  command->add_option("--data", options.data, "Folder with models and actor data (default: the installed one)");
}

Command text_command(CLI::App& program) {
  CLI::App* app = add_command(program, "text", "Print the articles as read, JSON Lines: what all offsets count in",
                              "  entente text story.html\n"
                              "  entente text news/ | jq -r .title\n");
  auto options = std::make_shared<InputOptions>();
  add_input_options(app, *options);
  return {app, [options] { return run_text(*options); }};
}

}  // namespace

int run(int argc, char** argv) try {
  CLI::App program("entente: news articles in, a graph of who did what to whom out.", "entente");
  program.set_version_flag("--version", kVersion, "Print the version");
  program.require_subcommand(1);
  program.footer("entente COMMAND --help tells more, with examples.\n" + std::string(kExitCodes));
  const std::vector<Command> commands = {
      text_command(program),
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
