#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/error.h"
#include "entente/graph/claim.h"

namespace entente {

/// An article as a store keeps it.
struct StoredArticle {
  ClaimDocument document;
  std::string language;
  std::string text;
  bool operator==(const StoredArticle&) const = default;
};

enum class StoreMode : std::uint8_t {
  Read,   // must exist; never changed but to undo what an interrupted writer left
  Write,  // made, empty, if there is none
};

struct StoreOptions {
  /// How long to wait for another program that is writing.
  int busy_timeout_ms = 5000;
};

/// What became of an article that was added.
enum class Added : std::uint8_t {
  New,
  Replaced,    // an earlier run's text had its id; that and the claims about it are gone
  Renewed,     // the same text; the claims read in it are new
  Supersedes,  // this run had added another text of that id, with an earlier date, or as early and a smaller hash
  Superseded,  // not kept: the other way round
};

struct StoreCounts {
  std::uint64_t articles = 0;
  std::uint64_t claims = 0;
};

/// Articles and claims on disk, in one SQLite file (docs/formats/store.md), from which the graph can be assembled
/// again. What is added becomes lasting with commit(), all of it or nothing, whatever kills the program; without it, it
/// is undone. A run is the time from open to the end; its result does not depend on the order of adding. Errors of all
/// calls: Io (in use, read-only, no space), Corrupt, with the store's path. One thread at a time; two programs may
/// write to one store by turns.
class Store {
 public:
  /// More errors: NotFound; InvalidArgument (no store); Version (of a newer program).
  static Result<Store> open(const std::filesystem::path& path, StoreMode mode, const StoreOptions& options = {});
  /// A new one that is gone with the object.
  static Result<Store> temporary();

  Store(Store&&) noexcept;
  Store& operator=(Store&&) noexcept;
  ~Store();

  /// Adds an article with the claims that were read in it. An article of an earlier run with its id gives way; so do,
  /// if its text was another, all claims about it that earlier runs brought. Errors: InvalidArgument (a claim of
  /// another document), Encoding (text that is not UTF-8).
  [[nodiscard]] Result<Added> add(const StoredArticle& article, std::span<const Claim> claims);

  /// Adds claims that were not read here. Those that an earlier run brought by the same reader (Claim::by) about the
  /// same document give way. Errors: Encoding.
  [[nodiscard]] Result<void> add_claims(std::span<const Claim> claims);

  [[nodiscard]] Result<void> commit();

  [[nodiscard]] Result<StoreCounts> counts();
  /// In order of id.
  [[nodiscard]] Result<void> for_each_article(const std::function<Result<void>(StoredArticle&&)>& visit);
  [[nodiscard]] Result<std::optional<StoredArticle>> article(std::string_view id);
  /// In order of document, whether given, reader and digest; url, publisher, title and date that a claim does not tell
  /// are those of the stored article. An error of visit ends it and is handed on.
  [[nodiscard]] Result<void> for_each_claim(const std::function<Result<void>(Claim&&)>& visit);
  [[nodiscard]] Result<std::vector<Claim>> all_claims();

 private:
  struct Impl;
  explicit Store(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
