#pragma once

#include <functional>
#include <string>

#include "entente/base/error.h"

// Where a file or folder is made before it appears.
namespace entente::exporter {

/// Error Io of the path: the step that failed, and the system's reason.
tl::unexpected<Error> io_failure(const std::string& path, const char* step, int error_number);

/// Makes something new beside target: make(name) as open or mkdir, exclusively, until a name is free. Returns what it
/// returned, -1 with errno if it made nothing; name: the last that it was given.
int create_beside(const std::string& target, const std::function<int(const char*)>& make, std::string& name);

/// The file or folder that a chain of symbolic links leads to, so that renaming replaces that and not the link.
std::string resolve_link(std::string path);

}  // namespace entente::exporter
