#include "entente/export/property_table.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <cmath>
#include <utility>

#include "entente/base/utf8.h"
#include "entente/graph/summary.h"

namespace entente::exporter {
namespace {

using enum PropertyKind;

constexpr Property kNodeProperties[] = {
    {"id", String},         {"name", String}, {"type", String},     {"aliases", Strings},
    {"formerIds", Strings}, {"iso3", String}, {"wikidata", String}, {"claims", Integer},
};

constexpr Property kEventProperties[] = {
    {"id", String},        {"happening", String},    {"type", String},        {"status", String},
    {"plover", String},    {"cameo", String},        {"quad", String},        {"goldstein", Float},
    {"date", String},      {"until", String},        {"firstDay", Day},       {"lastDay", Day},
    {"confidence", Float}, {"sources", Integer},     {"claims", Integer},     {"office", String},
    {"affected", String},  {"place", String},        {"evidence", Strings},   {"documents", Strings},
    {"urls", Strings},     {"titles", Strings},      {"publishers", Strings}, {"published", Strings},
    {"fields", Strings},   {"spanBegins", Integers}, {"spanEnds", Integers},  {"quotes", Strings},
    {"about", Strings},    {"speakers", Strings},    {"speakerIds", Strings}, {"confidences", Floats},
    {"readBy", Strings},
};

double three_decimals(double value) { return std::round(value * 1000) / 1000; }

PropertyValue text(std::string_view value) { return value.empty() ? PropertyValue{} : PropertyValue{value}; }

PropertyValue list(std::vector<std::string> values) {
  const bool known = std::any_of(values.begin(), values.end(), [](const auto& value) { return !value.empty(); });
  return known ? PropertyValue{std::move(values)} : PropertyValue{};
}

PropertyValue text(const std::optional<Date>& date) { return date ? PropertyValue{*date} : PropertyValue{}; }

PropertyValue node_id(const Graph& graph, NodeId id) { return id.valid() ? text(graph[id].id) : PropertyValue{}; }

/// The last day that it happened or held on; none of what may still hold.
PropertyValue last_day_of(const Event& event, RelationType type) {
  if (event.until) return date_of_day(last_day(*event.until));
  if (event.date && !row(type).lasting) return date_of_day(last_day(*event.date));
  return {};
}

/// One element a row of evidence.
template <class Element, class ElementOf>
std::vector<Element> each(std::span<const Evidence> evidence, const ElementOf& element_of) {
  std::vector<Element> out;
  out.reserve(evidence.size());
  for (const Evidence& row : evidence) out.push_back(element_of(row));
  return out;
}

template <class TextOf>
PropertyValue texts(std::span<const Evidence> evidence, const TextOf& text_of) {
  return list(each<std::string>(evidence, [&](const Evidence& row) { return std::string(text_of(row)); }));
}

template <class NumberOf>
PropertyValue integers(std::span<const Evidence> evidence, const NumberOf& number_of) {
  if (evidence.empty()) return {};
  return each<std::int64_t>(evidence, [&](const Evidence& row) { return std::int64_t{number_of(row)}; });
}

void add_evidence(std::span<const Evidence> evidence, std::vector<PropertyValue>& out) {
  const auto text_of = [&](auto member) { return texts(evidence, member); };
  out.push_back(text_of([](const Evidence& row) { return row.id; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.doc.id; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.doc.url; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.doc.title; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.doc.source; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.doc.date ? to_string(*row.claim.doc.date) : ""; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.field == ArticleField::Title ? "title" : "text"; }));
  out.push_back(integers(evidence, [](const Evidence& row) { return row.claim.span.begin; }));
  out.push_back(integers(evidence, [](const Evidence& row) { return row.claim.span.end; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.quote; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.about ? row.claim.about->text : ""; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.speaker ? row.claim.speaker->name : ""; }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.speaker ? row.claim.speaker->id : ""; }));
  out.push_back(evidence.empty() ? PropertyValue{} : each<double>(evidence, [](const Evidence& row) {
    return three_decimals(row.claim.confidence);
  }));
  out.push_back(text_of([](const Evidence& row) { return row.claim.by; }));
}

bool is_utf8(const PropertyValue& value) {
  if (const auto* one = std::get_if<std::string_view>(&value)) return !find_invalid_utf8(*one);
  if (const auto* many = std::get_if<std::vector<std::string>>(&value)) {
    return std::none_of(many->begin(), many->end(),
                        [](const auto& text) { return find_invalid_utf8(text).has_value(); });
  }
  return true;
}

Result<void> check_utf8(std::span<const Property> properties, const std::vector<PropertyValue>& values,
                        const std::string& subject) {
  assert(properties.size() == values.size());
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!is_utf8(values[i])) {
      return failure(ErrorCode::Encoding, subject, "its " + std::string(properties[i].name) + " is not UTF-8");
    }
  }
  return {};
}

}  // namespace

std::span<const Property> node_properties() { return kNodeProperties; }
std::span<const Property> event_properties() { return kEventProperties; }

Result<void> node_values(const Node& node, std::vector<PropertyValue>& out) {
  out.clear();
  out.push_back(text(node.id));
  out.push_back(text(node.label));
  out.push_back(text(name(node.type)));
  out.push_back(list(node.aliases));
  out.push_back(list(node.former_ids));
  out.push_back(text(node.iso3));
  out.push_back(text(node.wikidata));
  out.push_back(std::int64_t{node.claims});
  return check_utf8(kNodeProperties, out, node.id);
}

Result<void> event_values(const Graph& graph, const Event& event, std::vector<PropertyValue>& out) {
  const Edge& edge = graph[event.edge];
  const Coding coding = coding_of(graph, event);
  const auto evidence = graph[event.evidence];
  out.clear();
  out.push_back(text(event.id));
  out.push_back(text(event.happening));
  out.push_back(text(name(edge.type)));
  out.push_back(text(name(edge.status)));
  out.push_back(coding.plover ? text(name(*coding.plover)) : PropertyValue{});
  out.push_back(text(coding.cameo));
  out.push_back(coding.quad ? text(name(*coding.quad)) : PropertyValue{});
  out.push_back(coding.goldstein ? PropertyValue{*coding.goldstein} : PropertyValue{});
  out.push_back(text(event.date));
  out.push_back(text(event.until));
  out.push_back(event.date ? PropertyValue{date_of_day(first_day(*event.date))} : PropertyValue{});
  out.push_back(last_day_of(event, edge.type));
  out.push_back(three_decimals(event.confidence));
  out.push_back(std::int64_t{event.sources});
  out.push_back(static_cast<std::int64_t>(evidence.size()));
  out.push_back(text(office_of(graph, event)));
  out.push_back(node_id(graph, event.affected));
  out.push_back(node_id(graph, event.place));
  add_evidence(evidence, out);
  return check_utf8(kEventProperties, out, event.id);
}

bool is_id_or_name(const Property& property) { return property.name == "id" || property.name == "name"; }

std::string label_name(NodeType type) {
  std::string label(name(type));
  label[0] = static_cast<char>(label[0] - 'a' + 'A');
  return label;
}

std::string relationship_name(RelationType type) {
  std::string out(name(type));
  for (char& letter : out) letter = letter == '-' ? '_' : static_cast<char>(letter - 'a' + 'A');
  return out;
}

std::string float_text(double value) {
  char buffer[32];
  const auto end = std::to_chars(std::begin(buffer), std::end(buffer), value).ptr;
  std::string out(buffer, end);
  if (out.find_first_of(".e") == std::string::npos) out += ".0";
  return out;
}

}  // namespace entente::exporter
