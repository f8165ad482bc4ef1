#pragma once

namespace entente::cli {

/// From now on the first interrupt or termination signal is only noted; the next one ends the process as ever.
void note_interrupts();

/// Whether a signal was noted. Any thread.
bool interrupted();

}  // namespace entente::cli
