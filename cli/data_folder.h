#pragma once

#include <filesystem>
#include <string>

#include "entente/actors/knowledge_base.h"
#include "entente/base/error.h"
#include "entente/cli/commands.h"
#include "entente/ingest/pipeline.h"

namespace entente::cli {

/// The folder with models and actor data: `given` (--data) if not empty, else the environment's ENTENTE_DATA, else
/// share/entente beside the running program's bin, else, for a program run from its build folder, the source tree's
/// data. Errors: NotFound, naming what was tried.
Result<std::filesystem::path> find_data_folder(const std::string& given);

/// The actor data of the folder that options.data tells, with the tables of options.actors.
Result<KnowledgeBase> load_actors(const InputOptions& options);

/// The pipeline of that folder's models and data.
Result<ingest::Pipeline> load_pipeline(const InputOptions& options, ingest::Depth depth);

}  // namespace entente::cli
