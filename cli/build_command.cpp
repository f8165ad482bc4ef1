#include <filesystem>
#include <system_error>

#include "entente/cli/commands.h"
#include "entente/cli/data_folder.h"
#include "entente/cli/edge_filter.h"
#include "entente/cli/graph_outputs.h"
#include "entente/cli/ordered_output.h"
#include "entente/cli/read_claims.h"
#include "entente/cli/stored_graph.h"
#include "entente/store/store.h"

namespace entente::cli {
namespace {

// Articles that become lasting together: what is lost when the machine stops.
constexpr std::uint64_t kBatch = 1000;

// An input, read: an article with its claims, or claims that somebody else made.
struct ReadInput {
  std::string origin;
  std::optional<StoredArticle> article;
  std::vector<Claim> claims;
};

StoredArticle stored(const Article& article) {
  return {.document = {.id = article.id,
                       .url = article.url,
                       .source = article.source,
                       .title = article.title,
                       .date = article.date},
          .language = article.language,
          .text = article.text};
}

Result<ReadInput> read_input(const ingest::Pipeline& pipeline, ingest::Input input,
                             ingest::Pipeline::Workspace& scratch) {
  ReadInput out{.origin = input.origin, .article = std::nullopt, .claims = {}};
  if (const Article* article = std::get_if<Article>(&input.content)) out.article = stored(*article);
  Result<std::vector<Claim>> claims = read_claims(pipeline, std::move(input), scratch);
  if (!claims) return tl::unexpected(claims.error());
  out.claims = std::move(*claims);
  return out;
}

// Takes what was read, in input order, into the store.
class Adder {
 public:
  Adder(Store& store, Report& report) : store_(store), report_(report) {}

  /// Errors: the store's; those of one article are told and counted instead.
  Result<void> add(const ReadInput& input) {
    if (input.article) {
      const Result<Added> added = store_.add(*input.article, input.claims);
      if (!added) return reject_or_fail(input, added.error());
      tell(input, *added);
      ++articles_;
    } else if (const Result<void> added = store_.add_claims(input.claims); !added) {
      return reject_or_fail(input, added.error());
    }
    claims_ += input.claims.size();
    report_.done();
    report_.progress(added());
    if (++uncommitted_ < kBatch) return {};
    return commit();
  }

  Result<void> commit() {
    uncommitted_ = 0;
    return store_.commit();
  }

  std::string added() const { return counted(articles_, "article") + ", " + counted(claims_, "claim"); }

 private:
  Result<void> reject_or_fail(const ReadInput& input, Error error) {
    if (error.code == ErrorCode::Io || error.code == ErrorCode::Corrupt) return tl::unexpected(std::move(error));
    error.source = input.origin;
    report_.rejected(error);
    return {};
  }

  void tell(const ReadInput& input, Added added) {
    if (added != Added::Supersedes && added != Added::Superseded) return;
    report_.warning({ErrorCode::InvalidArgument, input.origin, std::nullopt,
                     "another text of this run has the id '" + input.article->document.id + "'; " +
                         (added == Added::Supersedes ? "this one is kept" : "that one is kept")});
  }

  Store& store_;
  Report& report_;
  std::uint64_t articles_ = 0;
  std::uint64_t claims_ = 0;
  std::uint64_t uncommitted_ = 0;
};

Result<Store> open_store(const std::string& graph) {
  return graph.empty() ? Store::temporary() : Store::open(graph, StoreMode::Write);
}

std::string summary(const Adder& adder, const Graph& graph, std::uint64_t rejected, std::uint64_t skipped_files) {
  std::string out = adder.added() + ", " + counted(graph.nodes.size(), "node") + ", " +
                    counted(graph.edges.size(), "edge") + ", " + std::to_string(rejected) + " rejected";
  if (skipped_files != 0) out += ", " + counted(skipped_files, "file") + " of other kinds left out";
  return out;
}

}  // namespace

int run_build(const InputOptions& input, const FilterOptions& filter, const OutputOptions& output,
              const std::string& graph) {
  // What can be wrong with the arguments comes before the first article.
  Result<GraphOutputs> outputs = GraphOutputs::open(output);
  if (!outputs) return fail(outputs.error());
  Result<ingest::Inputs> inputs = ingest::open_inputs(input.inputs, read_options(input));
  if (!inputs) return fail(inputs.error());
  const auto pipeline = load_pipeline(input, ingest::Depth::Claims);
  if (!pipeline) return fail(pipeline.error());
  std::error_code ignored;
  const bool made = !graph.empty() && !std::filesystem::exists(graph, ignored);
  std::optional<Result<Store>> store(open_store(graph));
  if (!*store) return fail(store->error());

  Report report;
  Adder adder(**store, report);
  Result<void> added;
  process_in_order<ingest::Input, ReadInput>(
      thread_count(input), report, [&](Diagnostics& diagnostics) { return inputs->next(diagnostics); },
      [&] {
        return [&, scratch = ingest::Pipeline::Workspace()](ingest::Input item) mutable {
          return read_input(*pipeline, std::move(item), scratch);
        };
      },
      [&](const Result<ReadInput>& read) {
        if (read) {
          added = adder.add(*read);
        } else {
          report.rejected(read.error());
        }
        return added.has_value();
      });
  if (added) added = adder.commit();
  if (!added) return fail(added.error());
  if (report.all_rejected()) {
    store.reset();
    if (made) std::filesystem::remove(graph, ignored);
    return report.exit_code();
  }
  if (interrupted()) {
    report.line("interrupted: " + adder.added() + (graph.empty() ? "" : " are kept"));
    return report.exit_code();
  }

  Result<Graph> assembled = assemble_stored(**store, pipeline->actors(), output.min_confidence);
  if (!assembled) return fail(assembled.error());
  const Result<Graph> part = filtered(std::move(*assembled), pipeline->actors(), filter, output.quote_words);
  if (!part) return fail(part.error());
  if (const Result<void> written = outputs->write(*part, common_title(*part), report); !written) {
    return fail(written.error());
  }
  report.line(summary(adder, *part, report.rejected_count(), inputs->skipped_files()));
  return report.exit_code();
}

}  // namespace entente::cli
