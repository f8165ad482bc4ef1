#pragma once

#include <string>

namespace CLI {
class App;
}

namespace entente::cli {

enum class Shell { Bash, Zsh, Fish };

/// What the shell reads to complete commands, options and their names of the ontology, off the program's own options.
std::string completions(const CLI::App& program, Shell shell);

/// The manual page, troff, off the same.
std::string manual_page(const CLI::App& program, const std::string& version);

}  // namespace entente::cli
