#include "entente/cli/reference.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <string_view>
#include <vector>

#include "entente/export/writer.h"
#include "entente/schemas/types.h"

namespace entente::cli {
namespace {

using Options = std::vector<const CLI::Option*>;

/// A command with the words that call it: "build", "actors resolve".
struct Called {
  std::string words;
  const CLI::App* app;
};

/// What people may call, in the order of --help, commands of a group behind the others.
std::vector<Called> commands_of(const CLI::App& program) {
  std::vector<Called> out;
  std::vector<Called> grouped;
  for (const CLI::App* command : program.get_subcommands({})) {
    if (command->get_group().empty()) continue;
    const auto below = command->get_subcommands({});
    if (below.empty()) out.push_back({command->get_name(), command});
    for (const CLI::App* inner : below) grouped.push_back({command->get_name() + " " + inner->get_name(), inner});
  }
  out.insert(out.end(), grouped.begin(), grouped.end());
  return out;
}

Options options_of(const CLI::App& app) {
  Options out;
  for (const CLI::Option* option : app.get_options()) {
    if (!option->get_lnames().empty() || !option->get_snames().empty()) out.push_back(option);
  }
  return out;
}

Options positionals_of(const CLI::App& app) {
  Options out;
  for (const CLI::Option* option : app.get_options()) {
    if (option->get_lnames().empty() && option->get_snames().empty()) out.push_back(option);
  }
  return out;
}

bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

/// The words that an option's value may be; empty: any.
std::string values_of(const CLI::Option& option) {
  std::string out;
  const auto add = [&](std::string_view word) { out.append(out.empty() ? "" : " ").append(word); };
  const auto is = [&](const char* name) { return option.check_lname(name); };
  if (is("type")) {
    for (std::size_t i = 0; i < kRelationTypeCount; ++i) add(row(static_cast<RelationType>(i)).name);
  } else if (is("status")) {
    for (std::size_t i = 0; i < kStatusCount; ++i) add(name(static_cast<Status>(i)));
  } else if (is("quad")) {
    for (std::size_t i = 0; i < kQuadCount; ++i) add(name(static_cast<Quad>(i)));
  } else if (is("format")) {
    for (const exporter::Format& format : exporter::formats()) add(format.name);
  }
  return out;
}

std::string names_of(const CLI::Option& option, std::string_view separator) {
  std::string out;
  const auto add = [&](const std::string& name) { out.append(out.empty() ? "" : separator).append(name); };
  for (const std::string& name : option.get_snames()) add("-" + name);
  for (const std::string& name : option.get_lnames()) add("--" + name);
  return out;
}

std::string all_names(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : options_of(app)) out += (out.empty() ? "" : " ") + names_of(*option, " ");
  return out;
}

/// Groups of commands ("actors") and commands by themselves, with their summaries.
std::vector<std::pair<std::string, std::string>> first_words(const CLI::App& program) {
  std::vector<std::pair<std::string, std::string>> out;
  for (const CLI::App* command : program.get_subcommands({})) {
    if (!command->get_group().empty()) out.emplace_back(command->get_name(), first_line(command->get_description()));
  }
  return out;
}

// Bash.
// --------------------------------------------------------------------------------------------------------------------

std::string bash(const CLI::App& program) {
  std::string first = all_names(program);
  std::string groups;
  std::string cases;
  for (const auto& [word, summary] : first_words(program)) first += " " + word;
  for (const CLI::App* group : program.get_subcommands({})) {
    std::string inner;
    for (const CLI::App* command : group->get_subcommands({})) inner += " " + command->get_name();
    if (!inner.empty()) cases += "    " + group->get_name() + ") words=\"" + inner.substr(1) + "\" ;;\n";
    if (!inner.empty()) groups += (groups.empty() ? "" : "|") + group->get_name();
  }
  std::string values;
  std::vector<std::string> told;
  for (const auto& [words, app] : commands_of(program)) {
    cases += "    '" + words + "') words=\"" + all_names(*app) + "\" ;;\n";
    for (const CLI::Option* option : options_of(*app)) {
      const std::string known = values_of(*option);
      if (known.empty() || std::find(told.begin(), told.end(), known) != told.end()) continue;
      told.push_back(known);
      values += "    " + names_of(*option, "|") + ") COMPREPLY=($(compgen -W \"" + known +
                "\" -- \"$current\")); return ;;\n";
    }
  }
  return "# Completions of entente for bash; made by: entente completions bash\n"
         "_entente() {\n"
         "  local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD-1]} command= words= i\n"
         "  for ((i = 1; i < COMP_CWORD; i++)); do\n"
         "    case ${COMP_WORDS[i]} in\n"
         "      -*) ;;\n"
         "      " +
         groups +
         ") command=${COMP_WORDS[i]} ;;\n"
         "      *) command=${command:+$command }${COMP_WORDS[i]}; break ;;\n"
         "    esac\n"
         "  done\n"
         "  case $previous in\n" +
         values +
         "  esac\n"
         "  case $command in\n"
         "    '') words=\"" +
         first + "\" ;;\n" + cases +
         "  esac\n"
         "  case $command/$current in\n"
         "    /*|" +
         groups +
         "/*|*/-*) COMPREPLY=($(compgen -W \"$words\" -- \"$current\")) ;;\n"
         "    *) COMPREPLY=($(compgen -f -- \"$current\")) ;;\n"
         "  esac\n"
         "}\n"
         "complete -o filenames -F _entente entente\n";
}

// Zsh.
// --------------------------------------------------------------------------------------------------------------------

/// Words within '…[…]' of zsh's _arguments and of _describe.
std::string zsh_words(const std::string& text) {
  std::string out;
  for (const char c : first_line(text)) {
    if (c == '\'') {
      out += "'\\''";
    } else {
      if (c == '[' || c == ']' || c == ':' || c == '\\') out += '\\';
      out += c;
    }
  }
  return out;
}

std::string zsh_arguments(const CLI::App& app) {
  std::string out;
  for (const CLI::Option* option : options_of(app)) {
    std::vector<std::string> names;
    for (const std::string& name : option->get_snames()) names.push_back("-" + name);
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    for (const std::string& name : names) {
      const std::string known = values_of(*option);
      const bool many = option->get_items_expected_max() > 1;
      out += " \\\n        '" + std::string(many ? "*" : "") + name + "[" + zsh_words(option->get_description()) + "]" +
             (takes_value(*option) ? ":value:" + (known.empty() ? std::string("_files") : "(" + known + ")") : "") +
             "'";
    }
  }
  return out + " \\\n        '*:file:_files'";
}

std::string zsh(const CLI::App& program) {
  std::string words;
  for (const auto& [word, summary] : first_words(program)) words += "    '" + word + ":" + zsh_words(summary) + "'\n";
  std::string cases;
  for (const CLI::App* group : program.get_subcommands({})) {
    const auto inner = group->get_subcommands({});
    if (inner.empty()) continue;
    cases += "      " + group->get_name() + ")\n        if ((CURRENT == 2)); then\n          _values command";
    for (const CLI::App* command : inner)
      cases += " '" + command->get_name() + "[" + zsh_words(command->get_description()) + "]'";
    cases += "\n        else\n          shift words; ((CURRENT--))\n          _entente_command \"" + group->get_name() +
             " $words[1]\"\n        fi ;;\n";
  }
  std::string commands;
  for (const auto& [called, app] : commands_of(program))
    commands += "    '" + called + "')\n      _arguments" + zsh_arguments(*app) + " ;;\n";
  return "#compdef entente\n"
         "# Completions of entente for zsh; made by: entente completions zsh\n"
         "_entente_command() {\n  case $1 in\n" +
         commands +
         "  esac\n}\n"
         "_entente() {\n"
         "  local context state line\n"
         "  local -a commands=(\n" +
         words +
         "  )\n"
         "  _arguments -C '--version[Print the version]' '--help[Print help]' '1:command:->command' "
         "'*::argument:->argument'\n"
         "  case $state in\n"
         "    command) _describe command commands ;;\n"
         "    argument)\n      case $words[1] in\n" +
         cases +
         "      *) _entente_command $words[1] ;;\n      esac ;;\n"
         "  esac\n"
         "}\n"
         "_entente \"$@\"\n";
}

// Fish.
// --------------------------------------------------------------------------------------------------------------------

std::string fish_words(const std::string& text) {
  std::string out;
  for (const char c : first_line(text)) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return "'" + out + "'";
}

std::string fish(const CLI::App& program) {
  std::string out = "# Completions of entente for fish; made by: entente completions fish\n";
  for (const auto& [word, summary] : first_words(program))
    out += "complete -c entente -n __fish_use_subcommand -f -a " + word + " -d " + fish_words(summary) + "\n";
  for (const CLI::App* group : program.get_subcommands({})) {
    for (const CLI::App* command : group->get_subcommands({})) {
      out += "complete -c entente -n '__fish_seen_subcommand_from " + group->get_name() + "' -f -a " +
             command->get_name() + " -d " + fish_words(command->get_description()) + "\n";
    }
  }
  for (const auto& [words, app] : commands_of(program)) {
    const std::string last = words.substr(words.rfind(' ') + 1);
    for (const CLI::Option* option : options_of(*app)) {
      out += "complete -c entente -n '__fish_seen_subcommand_from " + last + "'";
      for (const std::string& name : option->get_snames()) out += " -s " + name;
      for (const std::string& name : option->get_lnames()) out += " -l " + name;
      const std::string known = values_of(*option);
      if (takes_value(*option)) out += " -r";
      if (!known.empty()) out += " -f -a '" + known + "'";
      out += " -d " + fish_words(option->get_description()) + "\n";
    }
  }
  return out;
}

// The manual page.
// --------------------------------------------------------------------------------------------------------------------

/// Text of troff: no line is a request, hyphens are hyphens.
std::string troff(std::string_view text) {
  std::string out;
  bool start = true;
  for (const char c : text) {
    if (start && (c == '.' || c == '\'')) out += "\\&";
    if (c == '\\')
      out += "\\e";
    else if (c == '-')
      out += "\\-";
    else
      out += c;
    start = c == '\n';
  }
  return out;
}

void describe(const CLI::Option& option, std::string& out) {
  const std::string names = names_of(option, ", ");
  const std::string shown = names.empty() ? option.get_name() : names;
  out += ".TP\n.B " + troff(shown);
  if (takes_value(option) && !names.empty() && !option.get_type_name().empty())
    out += " \\fI" + troff(option.get_type_name().substr(0, option.get_type_name().find(':'))) + "\\fR";
  out += "\n" + troff(option.get_description()) + "\n";
}

/// The examples of a command's footer; empty if it has none.
std::string examples_in(const std::string& footer) {
  const std::size_t begin = footer.find("Examples:\n");
  if (begin == std::string::npos) return {};
  const std::size_t first = begin + std::string_view("Examples:\n").size();
  return footer.substr(first, footer.find("\nExit:", first) - first);
}

}  // namespace

std::string completions(const CLI::App& program, Shell shell) {
  switch (shell) {
    case Shell::Bash:
      return bash(program);
    case Shell::Zsh:
      return zsh(program);
    case Shell::Fish:
      return fish(program);
  }
  return {};
}

std::string manual_page(const CLI::App& program, const std::string& version) {
  std::string out = ".\\\" Made by: entente manual\n.TH ENTENTE 1 \"\" \"" + troff(version) +
                    "\" \"User Commands\"\n"
                    ".SH NAME\nentente \\- read news articles into a graph of who did what to whom\n"
                    ".SH SYNOPSIS\n.B entente\n.I COMMAND\n[\\fIOPTIONS\\fR] \\fIINPUT\\fR...\n"
                    ".SH DESCRIPTION\n";
  out += troff(
      "entente reads news articles and writes a graph of countries, officials, organisations, agreements and "
      "policies, and of what they did to each other, each edge with its status, event codes and the sentences "
      "that support it. It works offline and gives the same bytes for the same input.\n");
  out += ".SH COMMANDS\n";
  for (const auto& [words, app] : commands_of(program)) {
    out += ".SS entente " + troff(words);
    for (const CLI::Option* option : positionals_of(*app)) out += " " + troff(option->get_name());
    out += "\n" + troff(app->get_description()) + ".\n";
    for (const CLI::Option* option : positionals_of(*app)) describe(*option, out);
    for (const CLI::Option* option : options_of(*app)) describe(*option, out);
    if (const std::string examples = examples_in(app->get_footer()); !examples.empty())
      out += ".PP\nExamples:\n.PP\n.nf\n" + troff(examples) + ".fi\n";
  }
  out += ".SH FORMATS\n";
  for (const exporter::Format& format : exporter::formats()) {
    out += ".TP\n.B " + troff(format.suffix) + "\n" + troff(format.description) + " (\\-\\-format " +
           troff(format.name) + ")\n";
  }
  out +=
      ".SH EXIT STATUS\n.TP\n.B 0\ndone\n.TP\n.B 1\ndone, but some inputs were rejected; each is named on standard "
      "error\n"
      ".TP\n.B 2\nnothing could be done, and no output file was touched\n"
      ".TP\n.B 130\ninterrupted; what was committed is kept\n"
      ".SH ENVIRONMENT\n.TP\n.B ENTENTE_DATA\nfolder with models and actor data, where \\-\\-data is not given\n"
      ".SH FILES\n.TP\n.I /usr/share/entente\nmodels and actor data\n"
      ".SH SEE ALSO\n.BR dot (1)\n";
  return out;
}

}  // namespace entente::cli
