#include "entente/base/json.h"

#include <rapidjson/document.h>
#include <rapidjson/error/en.h>
#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>
#include <rapidjson/writer.h>

#include <charconv>
#include <cmath>
#include <type_traits>
#include <utility>
#include <variant>

namespace entente {
namespace {

constexpr unsigned kMaxDepth = 64;
// Numbers come as text: at full precision RapidJSON 1.1 reads "0e43" as another number than 0.
constexpr unsigned kReadFlags =
    rapidjson::kParseIterativeFlag | rapidjson::kParseValidateEncodingFlag | rapidjson::kParseNumbersAsStringsFlag;

const rapidjson::Value& value_of(const void* value) {
  static const rapidjson::Value kNull;
  return value == nullptr ? kNull : *static_cast<const rapidjson::Value*>(value);
}

/// The shortest reading of a JSON number: an integer where it is written as one and fits, else the nearest double.
/// False where it is too large for one; what is too small is 0.
bool add_number(rapidjson::Document& out, std::string_view text) {
  if (text.find_first_of(".eE") == std::string_view::npos && text != "-0") {
    std::int64_t integer = 0;
    std::uint64_t natural = 0;
    if (std::from_chars(text.begin(), text.end(), integer).ec == std::errc()) return out.Int64(integer);
    if (std::from_chars(text.begin(), text.end(), natural).ec == std::errc()) return out.Uint64(natural);
  }
  double number = 0;
  if (std::from_chars(text.begin(), text.end(), number).ec == std::errc()) return out.Double(number);
  return text.find("e-") != std::string_view::npos || text.find("E-") != std::string_view::npos ? out.Double(0) : false;
}

/// Forwards SAX events to a document being built and stops at kMaxDepth.
class DepthLimited {
 public:
  explicit DepthLimited(rapidjson::Document& out) : out_(out) {}

  bool Null() { return out_.Null(); }
  bool Bool(bool b) { return out_.Bool(b); }
  bool Int(int i) { return out_.Int(i); }
  bool Uint(unsigned u) { return out_.Uint(u); }
  bool Int64(std::int64_t i) { return out_.Int64(i); }
  bool Uint64(std::uint64_t u) { return out_.Uint64(u); }
  bool Double(double d) { return out_.Double(d); }
  bool RawNumber(const char* s, rapidjson::SizeType n, bool) { return add_number(out_, {s, n}); }
  bool String(const char* s, rapidjson::SizeType n, bool copy) { return out_.String(s, n, copy); }
  bool StartObject() { return enter() && out_.StartObject(); }
  bool Key(const char* s, rapidjson::SizeType n, bool copy) { return out_.Key(s, n, copy); }
  bool EndObject(rapidjson::SizeType n) { return leave() && out_.EndObject(n); }
  bool StartArray() { return enter() && out_.StartArray(); }
  bool EndArray(rapidjson::SizeType n) { return leave() && out_.EndArray(n); }
  bool too_deep() const { return too_deep_; }

 private:
  bool enter() {
    too_deep_ = ++depth_ > kMaxDepth;
    return !too_deep_;
  }
  bool leave() {
    --depth_;
    return true;
  }

  rapidjson::Document& out_;
  unsigned depth_ = 0;
  bool too_deep_ = false;
};

}  // namespace

bool JsonValue::is_null() const { return value_of(value_).IsNull(); }
bool JsonValue::is_object() const { return value_of(value_).IsObject(); }
bool JsonValue::is_array() const { return value_of(value_).IsArray(); }
bool JsonValue::is_string() const { return value_of(value_).IsString(); }
bool JsonValue::is_number() const { return value_of(value_).IsNumber(); }
bool JsonValue::is_bool() const { return value_of(value_).IsBool(); }

JsonValue JsonValue::operator[](std::string_view key) const {
  const auto& value = value_of(value_);
  if (!value.IsObject()) return {};
  const rapidjson::Value name(rapidjson::StringRef(key.data(), key.size()));
  const auto member = value.FindMember(name);
  return member == value.MemberEnd() ? JsonValue{} : JsonValue(&member->value);
}

std::size_t JsonValue::size() const {
  const auto& value = value_of(value_);
  if (value.IsArray()) return value.Size();
  return value.IsObject() ? value.MemberCount() : 0;
}

JsonValue JsonValue::at(std::size_t i) const {
  return JsonValue(&value_of(value_)[static_cast<rapidjson::SizeType>(i)]);
}

std::string_view JsonValue::key_at(std::size_t i) const {
  const auto& name = (value_of(value_).MemberBegin() + static_cast<std::ptrdiff_t>(i))->name;
  return {name.GetString(), name.GetStringLength()};
}

JsonValue JsonValue::member_at(std::size_t i) const {
  return JsonValue(&(value_of(value_).MemberBegin() + static_cast<std::ptrdiff_t>(i))->value);
}

std::optional<std::string_view> JsonValue::as_string() const {
  const auto& value = value_of(value_);
  if (!value.IsString()) return std::nullopt;
  return std::string_view(value.GetString(), value.GetStringLength());
}

std::optional<double> JsonValue::as_double() const {
  const auto& value = value_of(value_);
  return value.IsNumber() ? std::optional(value.GetDouble()) : std::nullopt;
}

std::optional<std::int64_t> JsonValue::as_int() const {
  const auto& value = value_of(value_);
  return value.IsInt64() ? std::optional(value.GetInt64()) : std::nullopt;
}

std::optional<bool> JsonValue::as_bool() const {
  const auto& value = value_of(value_);
  return value.IsBool() ? std::optional(value.GetBool()) : std::nullopt;
}

struct JsonDocument::Impl {
  rapidjson::Document document;
};

JsonDocument::JsonDocument(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
JsonDocument::JsonDocument(JsonDocument&&) noexcept = default;
JsonDocument& JsonDocument::operator=(JsonDocument&&) noexcept = default;
JsonDocument::~JsonDocument() = default;

Result<JsonDocument> JsonDocument::parse(std::string_view text, std::string source) {
  auto impl = std::make_unique<Impl>();
  rapidjson::ParseResult status;
  bool too_deep = false;
  const auto fill = [&](rapidjson::Document& document) {
    rapidjson::MemoryStream stream(text.data(), text.size());
    rapidjson::Reader reader;
    DepthLimited handler(document);
    status = reader.Parse<kReadFlags>(stream, handler);
    too_deep = handler.too_deep();
    return !status.IsError();
  };
  impl->document.Populate(fill);
  if (too_deep) {
    return failure(ErrorCode::Limit, std::move(source), "JSON nested more than " + std::to_string(kMaxDepth) + " deep",
                   status.Offset());
  }
  if (status.IsError()) {
    const bool encoding = status.Code() == rapidjson::kParseErrorStringInvalidEncoding;
    return failure(encoding ? ErrorCode::Encoding : ErrorCode::Parse, std::move(source),
                   std::string("not JSON: ") + rapidjson::GetParseError_En(status.Code()), status.Offset());
  }
  return JsonDocument(std::move(impl));
}

JsonValue JsonDocument::root() const& { return JsonValue(&impl_->document); }

struct JsonWriter::Impl {
  using Compact = rapidjson::Writer<rapidjson::StringBuffer>;
  using Indented = rapidjson::PrettyWriter<rapidjson::StringBuffer>;

  explicit Impl(JsonStyle style) {
    if (style == JsonStyle::Indented) {
      output.emplace<Indented>(buffer).SetIndent(' ', 1);
    } else {
      output.emplace<Compact>(buffer);
    }
  }

  template <class Call>
  void write(const Call& call) {
    std::visit(
        [&](auto& writer) {
          if constexpr (!std::is_same_v<std::decay_t<decltype(writer)>, std::monostate>) {
            if (!call(writer)) failed = true;
          }
        },
        output);
  }

  /// PrettyWriter of RapidJSON 1.1 does not compile with kWriteValidateEncodingFlag, so strings are checked before.
  void check_utf8(std::string_view text) {
    rapidjson::MemoryStream in(text.data(), text.size());
    rapidjson::StringBuffer ignored;
    while (in.Tell() < text.size() && !failed) {
      ignored.Clear();
      failed = !rapidjson::UTF8<>::Validate(in, ignored) || in.Tell() > text.size();
    }
  }

  /// Writes a number that is already spelled.
  void raw_number(const char* begin, const char* end) {
    write([&](auto& w) { return w.RawValue(begin, static_cast<std::size_t>(end - begin), rapidjson::kNumberType); });
  }

  rapidjson::StringBuffer buffer;
  std::variant<std::monostate, Compact, Indented> output;
  bool failed = false;
};

JsonWriter::JsonWriter(JsonStyle style) : impl_(std::make_unique<Impl>(style)) {}
JsonWriter::JsonWriter(JsonWriter&&) noexcept = default;
JsonWriter& JsonWriter::operator=(JsonWriter&&) noexcept = default;
JsonWriter::~JsonWriter() = default;

JsonWriter& JsonWriter::begin_object() {
  impl_->write([](auto& w) { return w.StartObject(); });
  return *this;
}

JsonWriter& JsonWriter::end_object() {
  impl_->write([](auto& w) { return w.EndObject(); });
  return *this;
}

JsonWriter& JsonWriter::begin_array() {
  impl_->write([](auto& w) { return w.StartArray(); });
  return *this;
}

JsonWriter& JsonWriter::end_array() {
  impl_->write([](auto& w) { return w.EndArray(); });
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view name) {
  impl_->check_utf8(name);
  impl_->write([&](auto& w) { return w.Key(name.data(), static_cast<rapidjson::SizeType>(name.size())); });
  return *this;
}

JsonWriter& JsonWriter::string(std::string_view text) {
  impl_->check_utf8(text);
  impl_->write([&](auto& w) {
    return w.String(text.empty() ? "" : text.data(), static_cast<rapidjson::SizeType>(text.size()));
  });
  return *this;
}

JsonWriter& JsonWriter::string_or_null(std::string_view text) { return text.empty() ? null() : string(text); }

JsonWriter& JsonWriter::number(double value) {
  if (!std::isfinite(value)) {
    impl_->failed = true;
    return null();
  }
  char digits[32];
  char* end = std::to_chars(digits, digits + sizeof digits, value).ptr;
  impl_->raw_number(digits, end);
  return *this;
}

JsonWriter& JsonWriter::decimal(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  return number(std::round(value * scale) / scale);
}

JsonWriter& JsonWriter::integer(std::int64_t value) {
  impl_->write([&](auto& w) { return w.Int64(value); });
  return *this;
}

JsonWriter& JsonWriter::boolean(bool value) {
  impl_->write([&](auto& w) { return w.Bool(value); });
  return *this;
}

JsonWriter& JsonWriter::null() {
  impl_->write([](auto& w) { return w.Null(); });
  return *this;
}

std::string JsonWriter::flush() {
  std::string out(impl_->buffer.GetString(), impl_->buffer.GetSize());
  impl_->buffer.Clear();
  return out;
}

Result<std::string> JsonWriter::take() {
  std::string out = flush();
  const bool failed = std::exchange(impl_->failed, false);
  std::visit(
      [&](auto& writer) {
        if constexpr (!std::is_same_v<std::decay_t<decltype(writer)>, std::monostate>) writer.Reset(impl_->buffer);
      },
      impl_->output);
  if (failed)
    return failure(ErrorCode::Encoding, "",
                   "a string that is not UTF-8 or a number that is not finite cannot be written as JSON");
  return out;
}

}  // namespace entente
