#include "entente/export/property_text.h"

#include "entente/base/json.h"

namespace entente::exporter {
namespace {

void write_element(JsonWriter& json, const std::string& element) { json.string(element); }
void write_element(JsonWriter& json, std::int64_t element) { json.integer(element); }
void write_element(JsonWriter& json, double element) { json.number(element); }

struct TextOf {
  std::string operator()(std::monostate) const { return {}; }
  std::string operator()(std::string_view text) const { return std::string(text); }
  std::string operator()(std::int64_t value) const { return std::to_string(value); }
  std::string operator()(double value) const { return float_text(value); }
  std::string operator()(Date date) const { return to_string(date); }
  template <class Element>
  std::string operator()(const std::vector<Element>& elements) const {
    JsonWriter json;
    json.begin_array();
    for (const Element& element : elements) write_element(json, element);
    json.end_array();
    return json.take().value_or("[]");
  }
};

}  // namespace

std::string property_text(const PropertyValue& value) { return std::visit(TextOf{}, value); }

}  // namespace entente::exporter
