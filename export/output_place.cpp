#include "entente/export/output_place.h"

#include <unistd.h>

#include <cerrno>
#include <filesystem>
#include <system_error>

namespace entente::exporter {

tl::unexpected<Error> io_failure(const std::string& path, const char* step, int error_number) {
  return failure(ErrorCode::Io, path, std::string(step) + ": " + std::generic_category().message(error_number));
}

int create_beside(const std::string& target, const std::function<int(const char*)>& make, std::string& name) {
  const std::string stem = target + ".part-" + std::to_string(::getpid()) + "-";
  for (int attempt = 0;; ++attempt) {
    name = stem + std::to_string(attempt);
    const int made = make(name.c_str());
    if (made >= 0 || errno != EEXIST || attempt == 999) return made;
  }
}

std::string resolve_link(std::string path) {
  std::error_code error;
  if (!std::filesystem::is_symlink(path, error)) return path;
  auto target = std::filesystem::weakly_canonical(path, error);
  return error ? path : target.string();
}

}  // namespace entente::exporter
