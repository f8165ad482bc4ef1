#include "entente/store/database.h"

#include <sqlite3.h>

#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace entente {
namespace {

ErrorCode error_code(int code) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return ErrorCode::InvalidArgument;
    case SQLITE_CORRUPT:
      return ErrorCode::Corrupt;
    case SQLITE_TOOBIG:
      return ErrorCode::Limit;
    case SQLITE_INTERRUPT:
      return ErrorCode::Interrupted;
    default:
      return ErrorCode::Io;
  }
}

std::string cause(int code, sqlite3* database) {
  switch (code & 0xff) {
    case SQLITE_NOTADB:
      return "no graph store: not a SQLite file";
    case SQLITE_CORRUPT:
      return "the store is damaged";
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return "the store is in use by another program";
    case SQLITE_READONLY:
      return "the store cannot be written: the file or its folder is read-only";
    case SQLITE_FULL:
      return "the store cannot be written: no space is left";
    case SQLITE_CANTOPEN:
      return "the store cannot be opened";
    default:
      return database == nullptr ? sqlite3_errstr(code) : sqlite3_errmsg(database);
  }
}

/// The operating system's reason, where there is one.
std::string system_cause(int code, sqlite3* database) {
  const int number = database == nullptr ? 0 : sqlite3_system_errno(database);
  const bool tells = (code & 0xff) == SQLITE_CANTOPEN || (code & 0xff) == SQLITE_IOERR;
  return number == 0 || !tells ? "" : " (" + std::generic_category().message(number) + ")";
}

}  // namespace

void Statement::Finalize::operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
void Database::Close::operator()(sqlite3* database) const { sqlite3_close(database); }

Statement& Statement::bind(int index, std::string_view text) {
  sqlite3_bind_text64(statement_.get(), index, text.empty() ? "" : text.data(), text.size(), SQLITE_TRANSIENT,
                      SQLITE_UTF8);
  return *this;
}

Statement& Statement::bind(int index, std::int64_t value) {
  sqlite3_bind_int64(statement_.get(), index, value);
  return *this;
}

Result<bool> Statement::next() {
  const int code = sqlite3_step(statement_.get());
  if (code == SQLITE_ROW) return true;
  Error error = database_->error(code);
  sqlite3_reset(statement_.get());
  if (code != SQLITE_DONE) return tl::unexpected(std::move(error));
  return false;
}

Result<void> Statement::run() {
  const auto row = next();
  if (!row) return tl::unexpected(row.error());
  sqlite3_reset(statement_.get());
  return {};
}

std::string_view Statement::text(int column) const {
  const auto* begin = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
  const int size = sqlite3_column_bytes(statement_.get(), column);
  return begin == nullptr ? std::string_view{} : std::string_view(begin, static_cast<std::size_t>(size));
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(statement_.get(), column); }

Result<Database> Database::open(const std::string& path, DatabaseMode mode, int busy_timeout_ms) {
  std::error_code ignored;
  const bool exists = std::filesystem::exists(path, ignored);
  if (mode == DatabaseMode::Read && !exists) return failure(ErrorCode::NotFound, path, "there is no such store");
  if (mode != DatabaseMode::Temporary && exists && !std::filesystem::is_regular_file(path, ignored)) {
    return failure(ErrorCode::InvalidArgument, path, "no graph store: not a file");
  }
  Database opened;
  opened.path_ = path;
  sqlite3* database = nullptr;
  // Readers open for writing where they may, because only then can they undo what a killed writer left.
  const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_EXRESCODE | SQLITE_OPEN_NOMUTEX |
                    (mode == DatabaseMode::Read ? 0 : SQLITE_OPEN_CREATE);
  // "./" keeps SQLite from taking a path for a URI or a special name.
  const bool relative = !path.empty() && path.front() != '/';
  const std::string file = mode == DatabaseMode::Temporary ? "" : (relative ? "./" : "") + path;
  const int code = sqlite3_open_v2(file.c_str(), &database, flags, nullptr);
  opened.database_.reset(database);
  if (code != SQLITE_OK) return tl::unexpected(opened.error(code));
  sqlite3_busy_timeout(database, busy_timeout_ms);
  // A store may come from a stranger: nothing in its schema may run code.
  sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
  sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
  // SQLite opens what may not be written for reading.
  if (mode == DatabaseMode::Write && sqlite3_db_readonly(database, "main") == 1) {
    return tl::unexpected(opened.error(SQLITE_READONLY));
  }
  const auto set = opened.run("PRAGMA synchronous = FULL;");
  if (!set) return tl::unexpected(set.error());
  return opened;
}

Result<Statement> Database::prepare(std::string_view sql) {
  sqlite3_stmt* prepared = nullptr;
  const int code = sqlite3_prepare_v2(database_.get(), sql.data(), static_cast<int>(sql.size()), &prepared, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(error(code));
  Statement statement;
  statement.database_ = this;
  statement.statement_.reset(prepared);
  return statement;
}

Result<void> Database::run(const char* script) {
  const int code = sqlite3_exec(database_.get(), script, nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return tl::unexpected(error(code));
  return {};
}

Result<std::int64_t> Database::integer(std::string_view sql) {
  auto statement = prepare(sql);
  if (!statement) return tl::unexpected(statement.error());
  const auto row = statement->next();
  if (!row) return tl::unexpected(row.error());
  return statement->integer(0);
}

Error Database::error(int code) const {
  return {error_code(code), path_, std::nullopt, cause(code, database_.get()) + system_cause(code, database_.get())};
}

}  // namespace entente
