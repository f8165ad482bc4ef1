#pragma once

#include <filesystem>
#include <string>

#include "entente/base/error.h"

namespace entente::cli {

/// The folder with models and actor data: `given` (--data) if not empty, else the environment's ENTENTE_DATA, else
/// share/entente beside the running program's bin, else, for a program run from its build folder, the source tree's data.
/// Errors: NotFound, naming what was tried.
Result<std::filesystem::path> find_data_folder(const std::string& given);

}  // namespace entente::cli
