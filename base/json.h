#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "entente/base/error.h"

namespace entente {

/// One value inside a JsonDocument, bound to it. A missing value acts as null.
class JsonValue {
 public:
  JsonValue() = default;

  bool is_null() const;
  bool is_object() const;
  bool is_array() const;
  bool is_string() const;
  bool is_number() const;
  bool is_bool() const;

  /// The member of that name; null value if there is none or this is no object.
  JsonValue operator[](std::string_view key) const;
  /// Elements of an array, members of an object, else 0.
  std::size_t size() const;
  /// Element of an array. Requires i < size().
  JsonValue at(std::size_t i) const;
  /// Member of an object, in document order. Requires i < size().
  std::string_view key_at(std::size_t i) const;
  JsonValue member_at(std::size_t i) const;

  /// None if the value is of another type (for as_int: or no 64-bit integer).
  std::optional<std::string_view> as_string() const;
  std::optional<double> as_double() const;
  std::optional<std::int64_t> as_int() const;
  std::optional<bool> as_bool() const;
  /// The string, or empty.
  std::string_view string_or_empty() const { return as_string().value_or(std::string_view{}); }

 private:
  friend class JsonDocument;
  explicit JsonValue(const void* value) : value_(value) {}
  const void* value_ = nullptr;
};

/// A parsed JSON text. Move-only; values are bound to it.
class JsonDocument {
 public:
  /// Parses text whole: RFC 8259, UTF-8 checked, numbers at full precision, nesting at most 64 deep, no recursion.
  /// Errors: Parse, Encoding or Limit with source and byte offset.
  static Result<JsonDocument> parse(std::string_view text, std::string source);

  JsonDocument(JsonDocument&&) noexcept;
  JsonDocument& operator=(JsonDocument&&) noexcept;
  ~JsonDocument();

  JsonValue root() const&;
  JsonValue root() && = delete;

 private:
  struct Impl;
  explicit JsonDocument(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

enum class JsonStyle : std::uint8_t { Compact, Indented };

/// Writes JSON to a string: strings must be UTF-8 (else take() fails), numbers shortest round-trip, a number that is
/// not finite makes take() fail. Calls must nest properly.
class JsonWriter {
 public:
  explicit JsonWriter(JsonStyle style = JsonStyle::Compact);
  JsonWriter(JsonWriter&&) noexcept;
  JsonWriter& operator=(JsonWriter&&) noexcept;
  ~JsonWriter();

  JsonWriter& begin_object();
  JsonWriter& end_object();
  JsonWriter& begin_array();
  JsonWriter& end_array();
  JsonWriter& key(std::string_view name);
  JsonWriter& string(std::string_view text);
  JsonWriter& string_or_null(std::string_view text);
  JsonWriter& number(double value);
  /// With that many decimals at the most (confidence: 3).
  JsonWriter& decimal(double value, int decimals);
  JsonWriter& integer(std::int64_t value);
  JsonWriter& boolean(bool value);
  JsonWriter& null();

  /// What was written so far and not yet flushed away; keeps the nesting, so that long documents can be streamed.
  std::string flush();
  /// The document; the writer is then empty. Errors: Encoding.
  Result<std::string> take();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace entente
