#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "entente/base/error.h"

struct sqlite3;
struct sqlite3_stmt;

namespace entente {

class Database;

/// One prepared SQL statement with its bindings, bound to its Database. Errors are those of Database.
class Statement {
 public:
  Statement& bind(int index, std::string_view text);
  Statement& bind(int index, std::int64_t value);

  /// Steps to the next row; false: there is none, and the statement is ready to be bound again.
  Result<bool> next();
  /// Runs a statement without rows and readies it.
  Result<void> run();

  /// Column of the row, from 0. The view is valid until the next step.
  std::string_view text(int column) const;
  std::int64_t integer(int column) const;

 private:
  friend class Database;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const;
  };
  Database* database_ = nullptr;
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

enum class DatabaseMode : std::uint8_t { Read, Write, Temporary };

/// A SQLite file, and what its errors mean to people. With database.cpp the only code that knows SQLite. One thread at
/// a time. Move-only; statements must not outlive it, nor a move of it.
class Database {
 public:
  /// Read: the file must exist; it is written to only to undo what an interrupted writer left. Write: made if there is
  /// none. Temporary: path is a name for messages only. Errors: NotFound, Io (locked, read-only, full), InvalidArgument
  /// (no SQLite file), Corrupt; each with path.
  static Result<Database> open(const std::string& path, DatabaseMode mode, int busy_timeout_ms);

  Result<Statement> prepare(std::string_view sql);
  /// Runs all statements of a script.
  Result<void> run(const char* script);
  /// The first column of the first row. Requires one.
  Result<std::int64_t> integer(std::string_view sql);

  const std::string& path() const { return path_; }

 private:
  friend class Statement;
  struct Close {
    void operator()(sqlite3* database) const;
  };
  Error error(int code) const;

  std::string path_;
  std::unique_ptr<sqlite3, Close> database_;
};

}  // namespace entente
