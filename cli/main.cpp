#include "entente/cli/command_line.h"

int main(int argc, char** argv) { return entente::cli::run(argc, argv); }
