#include <cstdint>
#include <memory>

#include "entente/base/json.h"
#include "entente/cli/commands.h"
#include "entente/cli/data_folder.h"
#include "entente/cli/ordered_output.h"
#include "entente/ingest/extract/relate.h"
#include "entente/ingest/input_stream.h"

namespace entente::cli {
namespace {

constexpr std::size_t kLineLimitBytes = std::size_t{16} << 20;

struct Line {
  std::string json;
  std::string origin;  // "FILE:LINE"
};

// The lines of the inputs, one after the other; blank ones are left out.
class Lines {
 public:
  explicit Lines(const std::vector<std::string>& paths) : paths_(paths.rbegin(), paths.rend()) {}

  std::optional<Line> next(Diagnostics& diagnostics) {
    while (stream_ || !paths_.empty()) {
      if (!stream_) {
        Result<ingest::InputStream> stream = ingest::InputStream::open(paths_.back());
        paths_.pop_back();
        number_ = 0;
        if (stream) {
          stream_ = std::make_unique<ingest::InputStream>(std::move(*stream));
        } else {
          diagnostics.reject(stream.error());
        }
        continue;
      }
      Line line;
      const Result<bool> read = stream_->read_line(line.json, kLineLimitBytes);
      ++number_;
      if (!read) diagnostics.reject(read.error());
      if (read && *read) {
        if (line.json.find_first_not_of(" \t\r") == std::string::npos) continue;
        line.origin = stream_->name() + ":" + std::to_string(number_);
        return line;
      }
      if (read || read.error().code != ErrorCode::Limit) stream_.reset();
    }
    return std::nullopt;
  }

 private:
  std::vector<std::string> paths_;  // still to be read, last first
  std::unique_ptr<ingest::InputStream> stream_;
  std::uint64_t number_ = 0;
};

// Two marked spans in a text.
struct Question {
  std::string id;
  std::string text;
  ByteSpan source;
  ByteSpan target;
};

Result<ByteSpan> span_of(JsonValue value, std::string_view key, std::string_view text, const std::string& origin) {
  const std::string name(key);
  if (!value.is_array() || value.size() != 2) {
    return failure(ErrorCode::InvalidArgument, origin, "'" + name + "' is no [begin, end]");
  }
  const std::int64_t begin = value.at(0).as_int().value_or(-1);
  const std::int64_t end = value.at(1).as_int().value_or(-1);
  const auto size = static_cast<std::int64_t>(text.size());
  const auto on_boundary = [&](std::int64_t at) {
    return at == size || (static_cast<unsigned char>(text[static_cast<std::size_t>(at)]) & 0xC0U) != 0x80U;
  };
  if (begin < 0 || begin >= end || end > size || !on_boundary(begin) || !on_boundary(end)) {
    return failure(ErrorCode::InvalidArgument, origin,
                   "'" + name + "' is no span of the " + std::to_string(size) + " bytes of the text");
  }
  return ByteSpan{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

// The id is filled in as soon as it is known, so that an error can name it.
Result<Question> read_question(const Line& line, std::string& id) {
  const Result<JsonDocument> json = JsonDocument::parse(line.json, line.origin);
  if (!json) return tl::unexpected(json.error());
  const JsonValue root = json->root();
  Question question;
  question.id = id = std::string(root["id"].string_or_empty());
  const auto text = root["text"].as_string();
  if (!text) return failure(ErrorCode::InvalidArgument, line.origin, "no 'text'");
  question.text = std::string(*text);
  const Result<ByteSpan> source = span_of(root["source"], "source", *text, line.origin);
  if (!source) return tl::unexpected(source.error());
  const Result<ByteSpan> target = span_of(root["target"], "target", *text, line.origin);
  if (!target) return tl::unexpected(target.error());
  question.source = *source;
  question.target = *target;
  return question;
}

Result<std::string> answer_line(const Question& question, const ingest::Answer& answer) {
  const Coding& coding = answer.coding;
  JsonWriter json;
  json.begin_object();
  json.key("id").string(question.id);
  json.key("type").string_or_null(answer.type ? name(*answer.type) : std::string_view());
  json.key("status").string(name(answer.status));
  json.key("plover").string_or_null(coding.plover ? name(*coding.plover) : std::string_view());
  json.key("cameo").string_or_null(coding.cameo);
  json.key("quad").string_or_null(coding.quad ? name(*coding.quad) : std::string_view());
  json.key("confidence").decimal(answer.confidence, 3);
  json.end_object();
  return json.take();
}

Result<std::string> error_line(const std::string& id, const Error& error) {
  JsonWriter json;
  json.begin_object();
  json.key("id").string_or_null(id);
  json.key("error").string(error.to_string());
  json.end_object();
  return json.take();
}

}  // namespace

int run_relate(const InputOptions& options) {
  const auto pipeline = load_pipeline(options, ingest::Depth::Claims);
  if (!pipeline) return fail(pipeline.error());
  // Every line gives a line: one that is unusable is counted all the same.
  struct Reply {
    std::string line;
    std::optional<Error> error;
  };
  Lines lines(options.inputs);
  Report report;
  bool replied = false;
  process_in_order<Line, Reply>(
      thread_count(options), report, [&](Diagnostics& diagnostics) { return lines.next(diagnostics); },
      [&] {
        return [&, scratch = ingest::Pipeline::Workspace()](const Line& line) mutable -> Result<Reply> {
          std::string id;
          const Result<std::string> answer = read_question(line, id).and_then([&](const Question& question) {
            Article article;
            article.id = question.id;
            article.text = question.text;
            article.date = options.date;
            Document document = pipeline->annotate(std::move(article), scratch);
            return answer_line(question, pipeline->relate(document, question.source, question.target));
          });
          if (answer) return Reply{*answer, std::nullopt};
          return error_line(id, answer.error()).map([&](std::string out) {
            return Reply{std::move(out), answer.error()};
          });
        };
      },
      [&](const Result<Reply>& reply) {
        if (!reply) {
          report.rejected(reply.error());
          return true;
        }
        if (reply->error) {
          report.rejected(*reply->error);
        } else {
          report.done();
        }
        std::cout << reply->line << '\n';
        replied = true;
        return !std::cout.fail();
      });
  std::cout.flush();
  if (std::cout.fail()) return fail({ErrorCode::Io, "standard output", std::nullopt, "cannot be written"});
  const int code = report.exit_code();
  // Lines that say what was wrong are something done.
  return code == kNothingDone && replied ? kSomeRejected : code;
}

}  // namespace entente::cli
