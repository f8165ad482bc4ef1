#include "entente/export/csv.h"

namespace entente::exporter {
namespace {

constexpr std::string_view kReplacement = "\xEF\xBF\xBD";

/// Appends text in which each `what` is `with`.
void append_replaced(std::string& out, std::string_view text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what)) {
    out.append(text.substr(0, at)).append(with);
    text.remove_prefix(at + what.size());
  }
  out.append(text);
}

std::string element(const std::string& text, std::string_view empty) {
  std::string out;
  if (text.empty()) return std::string(empty);
  append_replaced(out, text, kElementSeparator, kReplacement);
  return out;
}

std::string element(std::int64_t value, std::string_view /*empty*/) { return std::to_string(value); }
std::string element(double value, std::string_view /*empty*/) { return float_text(value); }

struct CellWriter {
  std::string& out;
  std::string_view empty_element;

  void operator()(std::monostate) const {}
  void operator()(std::string_view text) const { append_quoted(out, text); }
  void operator()(std::int64_t value) const { out += std::to_string(value); }
  void operator()(double value) const { out += float_text(value); }
  void operator()(Date date) const { append_quoted(out, to_string(date)); }
  template <class Element>
  void operator()(const std::vector<Element>& elements) const {
    std::string joined;
    for (std::size_t i = 0; i < elements.size(); ++i) {
      if (i != 0) joined += kElementSeparator;
      joined += element(elements[i], empty_element);
    }
    append_quoted(out, joined);
  }
};

}  // namespace

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (const char c : text) {
    if (c == '"') out += '"';
    if (c == '\0') {
      out += kReplacement;
    } else {
      out += c;
    }
  }
  out += '"';
}

void append_cell(std::string& out, const PropertyValue& value, std::string_view empty_element) {
  std::visit(CellWriter{out, empty_element}, value);
}

}  // namespace entente::exporter
