#include "entente/store/store.h"

#include <tuple>
#include <utility>

#include "entente/base/digest.h"
#include "entente/base/utf8.h"
#include "entente/graph/claims_jsonl.h"
#include "entente/store/database.h"
#include "entente/store/migrations.h"

namespace entente {
namespace {

constexpr std::string_view kArticleColumns = "id, url, title, published, source, language, text, hash, run";

struct ArticleRow {
  StoredArticle article;
  std::string hash;
  std::int64_t run = 0;
};

ArticleRow article_of(const Statement& row) {
  ArticleRow read;
  read.article.document.id = row.text(0);
  read.article.document.url = row.text(1);
  read.article.document.title = row.text(2);
  read.article.document.date = parse_date(row.text(3));
  read.article.document.source = row.text(4);
  read.article.language = row.text(5);
  read.article.text = row.text(6);
  read.hash = row.text(7);
  read.run = row.integer(8);
  return read;
}

std::string text_of(const std::optional<Date>& date) { return date ? to_string(*date) : std::string{}; }

std::string hash_of(const StoredArticle& article) { return sha256_hex(article.document.title + "\n" + article.text); }

/// Which of two articles of one id stays in a run; the parts after the hash only make it a total order.
auto precedence(const ArticleRow& row) {
  const ClaimDocument& document = row.article.document;
  return std::tuple(document.date.value_or(Date{}), std::string_view(row.hash), std::string_view(document.source),
                    std::string_view(document.url), std::string_view(row.article.language));
}

}  // namespace

struct Store::Impl {
  explicit Impl(Database opened) : database(std::move(opened)) {}

  Database database;
  std::optional<std::int64_t> run;  // number of this run, once it has written
  bool in_transaction = false;

  /// Opens a transaction and gives the run its number where that is still to do.
  Result<void> begin() {
    if (in_transaction) return {};
    auto done = database.run("BEGIN IMMEDIATE");
    if (!done) return done;
    in_transaction = true;
    if (run) return {};
    done = database.run("UPDATE state SET run = run + 1");
    if (!done) return done;
    const auto number = database.integer("SELECT run FROM state");
    if (!number) return tl::unexpected(number.error());
    run = *number;
    return {};
  }

  Result<std::optional<ArticleRow>> find(std::string_view id) {
    auto statement = database.prepare("SELECT " + std::string(kArticleColumns) + " FROM article WHERE id = ?1");
    if (!statement) return tl::unexpected(statement.error());
    const auto row = statement->bind(1, id).next();
    if (!row) return tl::unexpected(row.error());
    return *row ? std::optional(article_of(*statement)) : std::nullopt;
  }

  Result<void> put(const ArticleRow& row) {
    auto statement = database.prepare("INSERT OR REPLACE INTO article (" + std::string(kArticleColumns) +
                                      ") VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)");
    if (!statement) return tl::unexpected(statement.error());
    const ClaimDocument& document = row.article.document;
    statement->bind(1, document.id).bind(2, document.url).bind(3, document.title);
    statement->bind(4, text_of(document.date)).bind(5, document.source).bind(6, row.article.language);
    return statement->bind(7, row.article.text).bind(8, row.hash).bind(9, row.run).run();
  }

  enum class Origin : std::uint8_t { Read, Given };

  Result<void> put(const std::vector<std::pair<const Claim*, std::string>>& lines, Origin origin) {
    auto statement = database.prepare(
        "INSERT INTO claim (doc, given, by, digest, run, line) VALUES (?1, ?2, ?3, ?4, ?5, ?6) "
        "ON CONFLICT DO UPDATE SET run = excluded.run");
    if (!statement) return tl::unexpected(statement.error());
    for (const auto& [claim, line] : lines) {
      statement->bind(1, claim->doc.id).bind(2, std::int64_t{origin == Origin::Given}).bind(3, claim->by);
      auto done = statement->bind(4, short_digest(line)).bind(5, *run).bind(6, line).run();
      if (!done) return done;
    }
    return {};
  }

  Result<void> forget_read_claims(std::string_view doc) {
    auto statement = database.prepare("DELETE FROM claim WHERE doc = ?1 AND given = 0");
    if (!statement) return tl::unexpected(statement.error());
    return statement->bind(1, doc).run();
  }

  Result<void> forget_given_claims_of_earlier_runs(std::string_view doc) {
    auto statement = database.prepare("DELETE FROM claim WHERE doc = ?1 AND given = 1 AND run < ?2");
    if (!statement) return tl::unexpected(statement.error());
    return statement->bind(1, doc).bind(2, *run).run();
  }

  Result<void> forget_given_claims_of_earlier_runs(std::string_view doc, std::string_view by) {
    auto statement = database.prepare("DELETE FROM claim WHERE doc = ?1 AND given = 1 AND by = ?2 AND run < ?3");
    if (!statement) return tl::unexpected(statement.error());
    return statement->bind(1, doc).bind(2, by).bind(3, *run).run();
  }

  Result<std::vector<std::pair<const Claim*, std::string>>> lines_of(std::span<const Claim> claims) {
    std::vector<std::pair<const Claim*, std::string>> lines;
    for (const Claim& claim : claims) {
      auto line = to_json_line(claim);
      if (!line) return tl::unexpected(line.error());
      lines.emplace_back(&claim, std::move(*line));
    }
    return lines;
  }

  /// Runs write within the transaction, all of it or nothing.
  template <class Write>
  Result<void> all_or_nothing(const Write& write) {
    auto done = begin();
    if (!done) return done;
    done = database.run("SAVEPOINT one_call");
    if (!done) return done;
    done = write();
    if (done) return database.run("RELEASE one_call");
    (void)database.run("ROLLBACK TO one_call; RELEASE one_call");
    return done;
  }
};

Store::Store(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Store::Store(Store&&) noexcept = default;
Store& Store::operator=(Store&&) noexcept = default;
// Closing undoes what is not committed.
Store::~Store() = default;

Result<Store> Store::open(const std::filesystem::path& path, StoreMode mode, const StoreOptions& options) {
  const auto database_mode = mode == StoreMode::Read ? DatabaseMode::Read : DatabaseMode::Write;
  auto database = Database::open(path.string(), database_mode, options.busy_timeout_ms);
  if (!database) return tl::unexpected(database.error());
  auto usable = bring_to_present_version(*database, database_mode);
  // A writer finds out now, not after an hour of reading, that it cannot write.
  if (usable && mode == StoreMode::Write) usable = database->run("BEGIN IMMEDIATE; ROLLBACK");
  if (!usable) return tl::unexpected(usable.error());
  return Store(std::make_unique<Impl>(std::move(*database)));
}

Result<Store> Store::temporary() {
  auto database = Database::open("temporary store", DatabaseMode::Temporary, 0);
  if (!database) return tl::unexpected(database.error());
  const auto present = bring_to_present_version(*database, DatabaseMode::Temporary);
  if (!present) return tl::unexpected(present.error());
  return Store(std::make_unique<Impl>(std::move(*database)));
}

Result<Added> Store::add(const StoredArticle& article, std::span<const Claim> claims) {
  const std::string& id = article.document.id;
  for (const Claim& claim : claims) {
    if (claim.doc.id != id) {
      return failure(ErrorCode::InvalidArgument, id, "a claim of this article expected, found one of " + claim.doc.id);
    }
  }
  for (const std::string* text : {&id, &article.document.title, &article.document.source, &article.text}) {
    const auto invalid = find_invalid_utf8(*text);
    if (invalid) return failure(ErrorCode::Encoding, id, "an article that is not UTF-8 cannot be stored", *invalid);
  }
  const auto lines = impl_->lines_of(claims);
  if (!lines) return tl::unexpected(lines.error());
  Added added = Added::New;
  const auto written = impl_->all_or_nothing([&]() -> Result<void> {
    const ArticleRow row{article, hash_of(article), *impl_->run};
    const auto stored = impl_->find(id);
    if (!stored) return tl::unexpected(stored.error());
    if (*stored) {
      const bool same_text = (*stored)->hash == row.hash;
      if ((*stored)->run == row.run && precedence(row) < precedence(**stored)) {
        added = Added::Superseded;
        return {};
      }
      added = same_text ? Added::Renewed : (*stored)->run == row.run ? Added::Supersedes : Added::Replaced;
      auto done = impl_->forget_read_claims(id);
      if (!done) return done;
      if (!same_text) done = impl_->forget_given_claims_of_earlier_runs(id);
      if (!done) return done;
    }
    auto done = impl_->put(row);
    return done ? impl_->put(*lines, Impl::Origin::Read) : done;
  });
  if (!written) return tl::unexpected(written.error());
  return added;
}

Result<void> Store::add_claims(std::span<const Claim> claims) {
  const auto lines = impl_->lines_of(claims);
  if (!lines) return tl::unexpected(lines.error());
  return impl_->all_or_nothing([&]() -> Result<void> {
    for (const Claim& claim : claims) {
      auto done = impl_->forget_given_claims_of_earlier_runs(claim.doc.id, claim.by);
      if (!done) return done;
    }
    return impl_->put(*lines, Impl::Origin::Given);
  });
}

Result<void> Store::commit() {
  if (!impl_->in_transaction) return {};
  auto done = impl_->database.run("COMMIT");
  if (done) impl_->in_transaction = false;
  return done;
}

Result<StoreCounts> Store::counts() {
  const auto articles = impl_->database.integer("SELECT count(*) FROM article");
  if (!articles) return tl::unexpected(articles.error());
  const auto claims = impl_->database.integer("SELECT count(*) FROM claim");
  if (!claims) return tl::unexpected(claims.error());
  return StoreCounts{static_cast<std::uint64_t>(*articles), static_cast<std::uint64_t>(*claims)};
}

Result<void> Store::for_each_article(const std::function<Result<void>(StoredArticle&&)>& visit) {
  auto statement = impl_->database.prepare("SELECT " + std::string(kArticleColumns) + " FROM article ORDER BY id");
  if (!statement) return tl::unexpected(statement.error());
  for (auto row = statement->next();; row = statement->next()) {
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    auto visited = visit(article_of(*statement).article);
    if (!visited) return visited;
  }
}

Result<std::optional<StoredArticle>> Store::article(std::string_view id) {
  auto found = impl_->find(id);
  if (!found) return tl::unexpected(found.error());
  return *found ? std::optional(std::move((*found)->article)) : std::nullopt;
}

Result<void> Store::for_each_claim(const std::function<Result<void>(Claim&&)>& visit) {
  auto statement = impl_->database.prepare(
      "SELECT claim.line, claim.doc, url, title, published, source FROM claim LEFT JOIN article ON article.id = "
      "claim.doc "
      "ORDER BY claim.doc, claim.given, claim.by, claim.digest");
  if (!statement) return tl::unexpected(statement.error());
  for (auto row = statement->next();; row = statement->next()) {
    if (!row) return tl::unexpected(row.error());
    if (!*row) return {};
    auto claim = claim_of_json_line(statement->text(0), std::string(statement->text(1)));
    if (!claim) {
      return failure(ErrorCode::Corrupt, impl_->database.path(),
                     "a stored claim is damaged: " + claim.error().to_string());
    }
    if (claim->doc.url.empty()) claim->doc.url = statement->text(2);
    if (claim->doc.title.empty()) claim->doc.title = statement->text(3);
    if (!claim->doc.date) claim->doc.date = parse_date(statement->text(4));
    if (claim->doc.source.empty()) claim->doc.source = statement->text(5);
    auto visited = visit(std::move(*claim));
    if (!visited) return visited;
  }
}

Result<std::vector<Claim>> Store::all_claims() {
  std::vector<Claim> claims;
  const auto read = for_each_claim([&](Claim&& claim) -> Result<void> {
    claims.push_back(std::move(claim));
    return {};
  });
  if (!read) return tl::unexpected(read.error());
  return claims;
}

}  // namespace entente
