#include "entente/graph/claims_jsonl.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "entente/graph/ids.h"

namespace entente {
namespace {

void write_date(JsonWriter& out, std::string_view key, const std::optional<Date>& date) {
  out.key(key);
  if (date) {
    out.string(to_string(*date));
  } else {
    out.null();
  }
}

void write_strings(JsonWriter& out, std::string_view key, const std::vector<std::string>& strings) {
  out.key(key).begin_array();
  for (const std::string& text : strings) out.string(text);
  out.end_array();
}

void write_coding(JsonWriter& out, const Coding& coding) {
  out.key("plover").string_or_null(coding.plover ? name(*coding.plover) : std::string_view{});
  out.key("cameo").string_or_null(coding.cameo);
  out.key("quad").string_or_null(coding.quad ? name(*coding.quad) : std::string_view{});
  out.key("goldstein");
  if (coding.goldstein) {
    out.number(*coding.goldstein);
  } else {
    out.null();
  }
}

void write_end(JsonWriter& out, std::string_view key, const ClaimEnd& end) {
  out.key(key).begin_object();
  out.key("id").string_or_null(end.id);
  out.key("type").string_or_null(end.type ? name(*end.type) : std::string_view{});
  out.key("iso3").string_or_null(end.iso3);
  out.key("name").string_or_null(end.name);
  out.key("begin").integer(end.span.begin).key("end").integer(end.span.end);
  write_strings(out, "aliases", end.aliases);
  write_strings(out, "parties", end.parties);
  out.end_object();
}

void write_end(JsonWriter& out, std::string_view key, const std::optional<ClaimEnd>& end) {
  if (end) {
    write_end(out, key, *end);
  } else {
    out.key(key).null();
  }
}

void write_about(JsonWriter& out, const std::optional<ClaimTopic>& about) {
  out.key("about");
  if (!about) {
    out.null();
    return;
  }
  out.begin_object().key("text").string(about->text);
  out.key("begin").integer(about->span.begin).key("end").integer(about->span.end);
  out.key("id").string_or_null(about->id).end_object();
}

std::string_view name_of(Commitment commitment) {
  switch (commitment) {
    case Commitment::None:
      return {};
    case Commitment::Promised:
      return "promised";
    case Commitment::Concluded:
      return "concluded";
  }
  return {};
}

/// Reads the members of one claim; keeps the first error.
class Reader {
 public:
  explicit Reader(std::string source_name) : source_(std::move(source_name)) {}

  std::string text(JsonValue object, std::string_view key) {
    const JsonValue value = object[key];
    if (!value.is_null() && !value.is_string()) fail(key, "a string or null expected");
    return std::string(value.string_or_empty());
  }

  std::string required_text(JsonValue object, std::string_view key) {
    std::string value = text(object, key);
    if (value.empty()) fail(key, "a string expected");
    return value;
  }

  std::optional<Date> date(JsonValue object, std::string_view key) {
    const std::string value = text(object, key);
    if (value.empty()) return std::nullopt;
    const auto parsed = parse_date(value);
    if (!parsed) fail(key, "an ISO 8601 date expected, found " + quoted(value));
    return parsed;
  }

  std::uint32_t offset(JsonValue value, std::string_view key) {
    if (value.is_null()) return 0;
    const auto number = value.as_int();
    if (!number || *number < 0 || *number > std::int64_t{UINT32_MAX}) {
      fail(key, "an offset expected");
      return 0;
    }
    return static_cast<std::uint32_t>(*number);
  }

  ByteSpan span(JsonValue begin, JsonValue end, std::string_view key) {
    const ByteSpan read{offset(begin, key), offset(end, key)};
    if (read.end < read.begin) fail(key, "the end lies before the begin");
    return read;
  }

  std::vector<std::string> strings(JsonValue object, std::string_view key) {
    const JsonValue value = object[key];
    if (!value.is_null() && !value.is_array()) fail(key, "an array of strings expected");
    std::vector<std::string> read;
    if (!value.is_array()) return read;
    for (std::size_t i = 0; i < value.size(); ++i) {
      if (!value.at(i).is_string()) fail(key, "an array of strings expected");
      if (!value.at(i).string_or_empty().empty()) read.emplace_back(value.at(i).string_or_empty());
    }
    std::sort(read.begin(), read.end());
    read.erase(std::unique(read.begin(), read.end()), read.end());
    return read;
  }

  template <class Value, class Find>
  std::optional<Value> named(JsonValue object, std::string_view key, Find find) {
    const std::string value = text(object, key);
    if (value.empty()) return std::nullopt;
    const std::optional<Value> found = find(value);
    if (!found) fail(key, "unknown " + quoted(value));
    return found;
  }

  ClaimEnd end(JsonValue object, std::string_view key) {
    ClaimEnd read;
    if (!object.is_object()) {
      fail(key, "an object expected");
      return read;
    }
    read.id = text(object, "id");
    read.type = named<NodeType>(object, "type", node_type_of);
    read.iso3 = text(object, "iso3");
    read.name = text(object, "name");
    read.span = span(object["begin"], object["end"], key);
    read.aliases = strings(object, "aliases");
    read.parties = strings(object, "parties");
    complete(read, key);
    return read;
  }

  std::optional<ClaimEnd> optional_end(JsonValue object, std::string_view key) {
    return object.is_null() ? std::nullopt : std::optional(end(object, key));
  }

  std::optional<ClaimTopic> topic(JsonValue object, std::string_view key) {
    if (object.is_null()) return std::nullopt;
    if (!object.is_object()) {
      fail(key, "an object or null expected");
      return std::nullopt;
    }
    ClaimTopic read{text(object, "text"), span(object["begin"], object["end"], key), text(object, "id")};
    if (!read.id.empty() && !is_node_id(read.id)) fail(key, "no id of a node: " + quoted(read.id));
    return read;
  }

  double confidence(JsonValue value) {
    if (value.is_null()) return 1;
    const double read = value.as_double().value_or(-1);
    if (!(read >= 0 && read <= 1)) fail("confidence", "a number from 0 to 1 expected");
    return rounded_confidence(read);
  }

  void fail(std::string_view key, const std::string& message) {
    if (!error_) {
      error_ = Error{ErrorCode::InvalidArgument, source_, std::nullopt, "claim, " + quoted(key) + ": " + message};
    }
  }

  const std::optional<Error>& error() const { return error_; }

 private:
  static std::string quoted(std::string_view value) { return "\"" + std::string(value.substr(0, 80)) + "\""; }

  void complete(ClaimEnd& read, std::string_view key) {
    for (std::size_t i = 0; i < kNodeTypeCount && !read.type && !read.id.empty(); ++i) {
      const auto type = static_cast<NodeType>(i);
      // Official and person share a prefix; without a type the weaker of both holds.
      if (type != NodeType::Official && is_node_id(read.id, type)) read.type = type;
    }
    if (!read.type && !read.id.empty()) fail(key, "no id of a node: " + quoted(read.id));
    if (read.type && read.id.empty()) {
      if (read.name.empty()) {
        fail(key, "a node needs an id or a name");
      } else {
        read.id = id_of_name(read);
      }
    }
    if (read.type && !read.id.empty() && !is_node_id(read.id, *read.type)) {
      fail(key, "no id of a node of type " + std::string(name(*read.type)) + ": " + quoted(read.id));
    }
    if (!read.iso3.empty() && (read.iso3.size() != 3 || std::any_of(read.iso3.begin(), read.iso3.end(),
                                                                    [](char c) { return c < 'A' || c > 'Z'; }))) {
      fail(key, "iso3 of three capital letters expected, found " + quoted(read.iso3));
    }
    for (const std::string& party : read.parties) {
      if (!is_node_id(party)) fail(key, "no id of a party: " + quoted(party));
    }
  }

  std::string source_;
  std::optional<Error> error_;
};

std::optional<ArticleField> field_of(std::string_view text) {
  if (text == "title") return ArticleField::Title;
  if (text == "text") return ArticleField::Text;
  return std::nullopt;
}

std::optional<Commitment> commitment_of(std::string_view text) {
  for (const Commitment commitment : {Commitment::Promised, Commitment::Concluded}) {
    if (text == name_of(commitment)) return commitment;
  }
  return std::nullopt;
}

}  // namespace

double rounded_confidence(double confidence) { return std::round(std::clamp(confidence, 0.0, 1.0) * 1000) / 1000; }

Result<std::string> to_json_line(const Claim& claim) {
  JsonWriter out;
  out.begin_object();
  out.key("doc").string(claim.doc.id);
  out.key("field").string(claim.field == ArticleField::Title ? "title" : "text");
  out.key("sentence").integer(claim.sentence);
  out.key("begin").integer(claim.span.begin).key("end").integer(claim.span.end);
  out.key("trigger").begin_array().integer(claim.trigger.begin).integer(claim.trigger.end).end_array();
  out.key("type").string(name(claim.type));
  out.key("status").string(name(claim.status));
  write_coding(out, coding_of(claim.type, claim.status, claim.commitment, claim.cameo));
  out.key("confidence").decimal(claim.confidence, 3);
  write_date(out, "date", claim.date);
  write_date(out, "until", claim.until);
  write_end(out, "source", claim.source);
  write_end(out, "target", claim.target);
  write_end(out, "affected", claim.affected);
  write_about(out, claim.about);
  write_end(out, "place", claim.place);
  write_end(out, "speaker", claim.speaker);
  out.key("by").string_or_null(claim.by);
  out.key("quote").string_or_null(claim.quote);
  out.key("url").string_or_null(claim.doc.url);
  out.key("publisher").string_or_null(claim.doc.source);
  write_date(out, "published", claim.doc.date);
  out.key("doc_title").string_or_null(claim.doc.title);
  out.key("commitment").string_or_null(name_of(claim.commitment));
  out.key("office").string_or_null(claim.office);
  out.end_object();
  auto line = out.take();
  if (!line) {
    Error error = line.error();
    error.source = claim.doc.id;
    return tl::unexpected(std::move(error));
  }
  return line;
}

bool is_claim(JsonValue line) { return line["type"].is_string() && line["source"].is_object(); }

Result<Claim> claim_of_json_line(std::string_view line, std::string source_name) {
  auto parsed = JsonDocument::parse(line, source_name);
  if (!parsed) return tl::unexpected(parsed.error());
  return claim_of_json(parsed->root(), std::move(source_name));
}

Result<Claim> claim_of_json(JsonValue line, std::string source_name) {
  Reader in(std::move(source_name));
  if (!line.is_object()) in.fail("doc", "an object expected");
  Claim claim;
  claim.doc = {in.required_text(line, "doc"), in.text(line, "url"), in.text(line, "publisher"),
               in.text(line, "doc_title"), in.date(line, "published")};
  claim.field = in.named<ArticleField>(line, "field", field_of).value_or(ArticleField::Text);
  claim.sentence = in.offset(line["sentence"], "sentence");
  claim.span = in.span(line["begin"], line["end"], "begin");
  if (line["trigger"].is_array() && line["trigger"].size() == 2) {
    claim.trigger = in.span(line["trigger"].at(0), line["trigger"].at(1), "trigger");
  } else if (!line["trigger"].is_null()) {
    in.fail("trigger", "two offsets or null expected");
  }
  claim.quote = in.text(line, "quote");
  if (in.required_text(line, "type").empty()) return tl::unexpected(*in.error());
  claim.type = in.named<RelationType>(line, "type", relation_of).value_or(claim.type);
  claim.status = in.named<Status>(line, "status", status_of).value_or(Status::Asserted);
  claim.commitment = in.named<Commitment>(line, "commitment", commitment_of).value_or(Commitment::None);
  claim.cameo = coding_of(claim.type, claim.status, claim.commitment, in.text(line, "cameo")).cameo;
  claim.confidence = in.confidence(line["confidence"]);
  claim.date = in.date(line, "date");
  claim.until = in.date(line, "until");
  claim.office = in.text(line, "office");
  claim.source = in.end(line["source"], "source");
  claim.target = in.end(line["target"], "target");
  claim.affected = in.optional_end(line["affected"], "affected");
  claim.place = in.optional_end(line["place"], "place");
  claim.speaker = in.optional_end(line["speaker"], "speaker");
  claim.about = in.topic(line["about"], "about");
  claim.by = in.text(line, "by");
  if (in.error()) return tl::unexpected(*in.error());
  return claim;
}

}  // namespace entente
