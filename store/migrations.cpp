#include "entente/store/migrations.h"

#include <array>
#include <string>

#include "entente/store/schema_sql.h"

namespace entente {
namespace {

/// Scripts by the version that they start from.
std::array<const char*, 1> scripts() { return {kSchemaSql}; }

/// SQLite application id of stores, "entt".
constexpr std::int64_t kApplicationId = 0x656e7474;

struct Marks {
  std::int64_t application = 0;
  std::int64_t version = 0;
  std::int64_t tables = 0;
};

Result<Marks> marks_of(Database& database) {
  const auto application = database.integer("PRAGMA application_id");
  if (!application) return tl::unexpected(application.error());
  const auto version = database.integer("PRAGMA user_version");
  if (!version) return tl::unexpected(version.error());
  const auto tables = database.integer("SELECT count(*) FROM sqlite_schema");
  if (!tables) return tl::unexpected(tables.error());
  return Marks{*application, *version, *tables};
}

Result<void> check(const Marks& marks, const std::string& path, DatabaseMode mode) {
  const bool empty = marks.application == 0 && marks.version == 0 && marks.tables == 0;
  if (empty && mode != DatabaseMode::Read) return {};
  if (marks.application != kApplicationId || marks.version < 1) {
    return failure(ErrorCode::InvalidArgument, path,
                   empty ? "no graph store: the file is empty" : "no graph store: a SQLite file of another program");
  }
  const auto present = static_cast<std::int64_t>(scripts().size());
  if (marks.version > present) {
    return failure(ErrorCode::Version, path,
                   "the store is of a newer entente: version " + std::to_string(marks.version) + " found, at most " +
                       std::to_string(present) + " expected");
  }
  return {};
}

Result<void> migrate(Database& database) {
  // Another program may have done it since.
  const auto marks = marks_of(database);
  if (!marks) return tl::unexpected(marks.error());
  const auto all = scripts();
  for (auto version = static_cast<std::size_t>(marks->version); version < all.size(); ++version) {
    const auto done = database.run(all[version]);
    if (!done) return done;
  }
  const std::string mark = "PRAGMA application_id = " + std::to_string(kApplicationId) +
                           "; PRAGMA user_version = " + std::to_string(all.size()) + ";";
  return database.run(mark.c_str());
}

}  // namespace

Result<void> bring_to_present_version(Database& database, DatabaseMode mode) {
  auto marks = marks_of(database);
  if (!marks) return tl::unexpected(marks.error());
  if (auto checked = check(*marks, database.path(), mode); !checked) return checked;
  if (mode == DatabaseMode::Read || marks->version == static_cast<std::int64_t>(scripts().size())) return {};
  auto begun = database.run("BEGIN IMMEDIATE");
  if (!begun) return begun;
  auto migrated = migrate(database);
  if (migrated) migrated = database.run("COMMIT");
  if (!migrated) (void)database.run("ROLLBACK");
  return migrated;
}

}  // namespace entente
