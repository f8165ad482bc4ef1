#pragma once

namespace entente::cli {

/// The program: reads the arguments, runs the command, returns the exit code. Lets no exception out.
int run(int argc, char** argv);

}  // namespace entente::cli
