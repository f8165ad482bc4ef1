#include <algorithm>
#include <cmath>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/base/utf8.h"
#include "entente/export/label_text.h"
#include "entente/export/property_table.h"
#include "entente/export/writers.h"
#include "entente/graph/summary.h"

// Event data in CSV (RFC 4180) with the columns that CAMEO, ICEWS, GDELT and POLECAT users know.
namespace entente::exporter {
namespace {

constexpr std::string_view kHeader =
    "event_id,happening_id,date,first_day,last_day,published,"
    "source_id,source_name,source_country,source_type,source_sector,"
    "target_id,target_name,target_country,target_type,target_sector,"
    "object_id,object_name,object_type,"
    "relation,status,cameo,cameo_label,cameo_root,plover,quad,quad_class,goldstein,"
    "confidence,sources,articles,sentences,"
    "place_id,place_name,place_country,about,office,url,publisher,title,quote\n";

/// Spreadsheets run a cell that begins so; an apostrophe before it makes it text. The wide forms are signs in East
/// Asian editions.
bool is_formula(std::string_view text) {
  constexpr std::string_view kWide[] = {"\uFF1D", "\uFF0B", "\uFF0D", "\uFF20"};
  return text.find_first_of("=+-@") == 0 ||
         std::any_of(std::begin(kWide), std::end(kWide), [&](auto sign) { return text.substr(0, 3) == sign; });
}

/// A row under way.
class Row {
 public:
  explicit Row(std::string& out) : out_(out) { out_.clear(); }

  /// On one line, without control characters.
  Row& text(std::string_view value) {
    begin();
    if (value.empty()) return *this;
    if (find_invalid_utf8(value)) well_formed_ = false;
    std::string cell = clean_text(value);
    if (is_formula(cell)) cell.insert(0, "'");
    if (cell.find_first_of(",\"'") == std::string::npos) {
      out_ += cell;
      return *this;
    }
    out_ += '"';
    for (const char c : cell) out_.append(c == '"' ? 2 : 1, c);
    out_ += '"';
    return *this;
  }
  Row& integer(std::size_t value) {
    begin();
    out_ += std::to_string(value);
    return *this;
  }
  Row& number(std::string_view value) {
    begin();
    out_ += value;
    return *this;
  }
  Row& date(const std::optional<Date>& value) { return number(value ? to_string(*value) : std::string{}); }

  bool end() {
    out_ += '\n';
    return well_formed_;
  }

 private:
  void begin() {
    if (!std::exchange(first_, false)) out_ += ',';
  }

  std::string& out_;
  bool first_ = true;
  bool well_formed_ = true;
};

/// CAMEO's role code, as far as the kind of node tells.
std::string_view sector(NodeType type) {
  switch (type) {
    case NodeType::Country:
    case NodeType::Official:
      return "GOV";
    case NodeType::Organisation:
    case NodeType::Person:
    case NodeType::Group:
    case NodeType::Agreement:
    case NodeType::Policy:
    case NodeType::Place:
      return {};
  }
  return {};
}

bool is_object(NodeType type) { return type == NodeType::Agreement || type == NodeType::Policy; }

void add_actor(Row& row, const Graph& graph, NodeId id) {
  if (!id.valid()) {
    row.text("").text("").text("").text("").text("");
    return;
  }
  const Node& node = graph[id];
  row.text(node.id).text(node.label).text(node.iso3).text(name(node.type)).text(sector(node.type));
}

void add_object(Row& row, const Graph& graph, NodeId id) {
  if (!id.valid()) {
    row.text("").text("").text("");
    return;
  }
  row.text(graph[id].id).text(graph[id].label).text(name(graph[id].type));
}

void add_place(Row& row, const Graph& graph, NodeId id) {
  if (!id.valid()) {
    row.text("").text("").text("");
    return;
  }
  row.text(graph[id].id).text(graph[id].label).text(graph[id].iso3);
}

std::string quad_class(std::optional<Quad> quad) {
  return quad ? std::to_string(static_cast<int>(*quad) + 1) : std::string{};
}
static_assert(static_cast<int>(Quad::VerbalCooperation) == 0 && static_cast<int>(Quad::MaterialConflict) == 3,
              "GDELT's QuadClass counts from 1 in this order");

void add_coding(Row& row, const Coding& coding) {
  const CameoRow* cameo = find_cameo(coding.cameo);
  row.number(coding.cameo).text(cameo ? cameo->label : "").number(coding.cameo.substr(0, 2));
  row.text(coding.plover ? name(*coding.plover) : "").text(coding.quad ? name(*coding.quad) : "");
  row.number(quad_class(coding.quad)).number(coding.goldstein ? float_text(*coding.goldstein) : "");
}

std::size_t count_articles(std::span<const Evidence> evidence) {
  std::vector<std::string_view> documents;
  for (const Evidence& sentence : evidence) documents.push_back(sentence.claim.doc.id);
  std::sort(documents.begin(), documents.end());
  return static_cast<std::size_t>(std::unique(documents.begin(), documents.end()) - documents.begin());
}

/// The surest sentence; of equally sure ones the first.
const Claim* surest(std::span<const Evidence> evidence) {
  const auto best = std::max_element(evidence.begin(), evidence.end(), [](const Evidence& a, const Evidence& b) {
    return a.claim.confidence < b.claim.confidence;
  });
  return best == evidence.end() ? nullptr : &best->claim;
}

std::optional<Date> first_published(std::span<const Evidence> evidence) {
  std::optional<Date> first;
  for (const Evidence& sentence : evidence) {
    const std::optional<Date>& date = sentence.claim.doc.date;
    if (date && (!first || first_day(*date) < first_day(*first))) first = date;
  }
  return first;
}

bool is_wanted(const Edge& edge, EventStatuses statuses) {
  if (row(edge.type).lasting) return false;
  return statuses == EventStatuses::All || (edge.status != Status::Negated && edge.status != Status::Hypothetical);
}

bool write_event(std::string& out, const Graph& graph, const Event& event) {
  const Edge& edge = graph[event.edge];
  const auto evidence = graph[event.evidence];
  const Claim* const claim = surest(evidence);
  const bool on_object = is_object(graph[edge.target].type);
  std::optional<Date> first;
  std::optional<Date> last;
  if (event.date) first = date_of_day(first_day(*event.date));
  if (event.until || event.date) last = date_of_day(last_day(event.until ? *event.until : *event.date));

  Row row(out);
  row.text(event.id).text(event.happening).date(event.date).date(first).date(last).date(first_published(evidence));
  add_actor(row, graph, edge.source);
  add_actor(row, graph, on_object ? event.affected : edge.target);
  add_object(row, graph, on_object ? edge.target : NodeId{});
  row.text(name(edge.type)).text(name(edge.status));
  add_coding(row, coding_of(graph, event));
  std::string confidence = float_text(std::round(event.confidence * 1000) / 1000);
  row.number(confidence).integer(event.sources).integer(count_articles(evidence)).integer(evidence.size());
  add_place(row, graph, event.place);
  row.text(claim && claim->about ? claim->about->text : "").text(office_of(graph, event));
  row.text(claim ? claim->doc.url : "").text(claim ? claim->doc.source : "");
  row.text(claim ? claim->doc.title : "").text(claim ? claim->quote : "");
  return row.end();
}

}  // namespace

Result<void> write_event_table(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  Result<void> sent = sink(kHeader);
  std::string line;
  for (const Event& event : graph.events) {
    if (!sent) return sent;
    if (!is_wanted(graph[event.edge], options.event_statuses)) continue;
    if (!write_event(line, graph, event)) return failure(ErrorCode::Encoding, event.id, "some text of it is not UTF-8");
    sent = sink(line);
  }
  return sent;
}

}  // namespace entente::exporter
