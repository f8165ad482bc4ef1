#include "entente/cli/data_folder.h"

#include <cstdlib>
#include <system_error>

namespace entente::cli {
namespace fs = std::filesystem;

Result<fs::path> find_data_folder(const std::string& given) {
  const char* environment = std::getenv("ENTENTE_DATA");
  std::string named = given;
  std::string by = "--data";
  if (named.empty() && environment != nullptr) {
    named = environment;
    by = "ENTENTE_DATA";
  }
  std::error_code error;
  if (!named.empty()) {
    if (fs::is_directory(fs::path(named) / "models", error)) return fs::path(named);
    return failure(ErrorCode::NotFound, named, "holds no models and actor data (given by " + by + ")");
  }
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path installed = program.parent_path().parent_path() / "share" / "entente";
  if (!error && fs::is_directory(installed / "models", error)) return installed;
  const fs::path source_tree = ENTENTE_SOURCE_DATA;
  if (program.parent_path() == fs::path(ENTENTE_BUILD_FOLDER) && fs::is_directory(source_tree / "models", error)) {
    return source_tree;
  }
  return failure(ErrorCode::NotFound, installed.string(),
                 "no models and actor data there; say where they are with --data or ENTENTE_DATA");
}

Result<KnowledgeBase> load_actors(const InputOptions& options) {
  const std::vector<fs::path> own(options.actors.begin(), options.actors.end());
  return find_data_folder(options.data).and_then([&](const fs::path& data) {
    return KnowledgeBase::load(data / "actors", own);
  });
}

Result<ingest::Pipeline> load_pipeline(const InputOptions& options, ingest::Depth depth) {
  const std::vector<fs::path> own(options.actors.begin(), options.actors.end());
  return find_data_folder(options.data).and_then([&](const fs::path& data) {
    return ingest::Pipeline::load(data, depth, own);
  });
}

}  // namespace entente::cli
