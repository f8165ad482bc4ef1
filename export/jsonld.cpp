#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/base/json.h"
#include "entente/export/iri.h"
#include "entente/export/rdf_records.h"
#include "entente/export/writers.h"
#include "entente/schemas/context.h"

namespace entente::exporter {
namespace {

/// A record a line; one within another as an object.
class JsonLdSink : public RdfRecordSink {
 public:
  JsonLdSink(const std::string& base, const Sink& sink) : base_(base), sink_(sink) {}

  void begin(std::string_view subject, const std::vector<std::string_view>& types, std::string_view) override {
    ++depth_;
    json_.begin_object().key("id").string(iri(subject)).key("type").begin_array();
    for (const std::string_view type : types) json_.string(type);
    json_.end_array();
  }

  Result<void> end() override {
    json_.end_object();
    if (--depth_ > 0) return {};
    auto text = json_.take();
    if (!text) return failure(ErrorCode::Encoding, "", text.error().message);
    return sink_(std::string(std::exchange(separator_, ",\n")).append(*text));
  }

  void node(const RdfProperty& property, std::string_view path) override { text(property, iri(path)); }
  void address(const RdfProperty& property, std::string_view iri) override { text(property, iri); }
  void term(const RdfProperty& property, std::string_view name) override { text(property, name); }
  void text(const RdfProperty& property, std::string_view text) override {
    key(property);
    json_.string(text);
  }
  void integer(const RdfProperty& property, std::uint32_t value) override {
    key(property);
    json_.integer(value);
  }
  /// A string: JSON numbers would become xsd:double or xsd:integer by their looks.
  void decimal(const RdfProperty& property, double value, int digits) override {
    text(property, decimal_literal(value, digits));
  }
  void date(const RdfProperty& property, const Date& date) override {
    key(property);
    if (date.is_day()) {
      json_.string(to_string(date));
      return;
    }
    json_.begin_object().key("@value").string(to_string(date)).key("@type").string(date_type(date)).end_object();
  }

  void begin_list(const RdfProperty& property) override {
    key(property);
    json_.begin_array();
    in_list_ = true;
  }
  void end_list() override {
    json_.end_array();
    in_list_ = false;
  }

 private:
  void key(const RdfProperty& property) {
    if (!in_list_ || depth_ > 1) json_.key(property.key);
  }

  /// Relative to the base, but in full where it has escapes: the processor of Jena 5 takes these apart when it
  /// resolves.
  std::string_view iri(std::string_view path) {
    if (path.find('%') == std::string_view::npos) return path;
    full_.assign(base_).append(path);
    return full_;
  }

  const std::string& base_;
  const Sink& sink_;
  std::string full_;
  JsonWriter json_;
  std::string_view separator_ = "\n";
  int depth_ = 0;
  bool in_list_ = false;
};

}  // namespace

Result<void> write_jsonld(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  if (auto base = check_base_iri(options.base_iri); !base) return base;
  JsonWriter json;
  json.begin_object().key("@version").number(1.1).key("@base").string(options.base_iri);
  json.key("@vocab").string(options.base_iri + "ns#").end_object();
  auto own = json.take();
  if (!own) return failure(ErrorCode::Encoding, "base", own.error().message);
  own->back() = ',';
  auto done = sink("{\"@context\":" + *own + std::string(jsonld_context_terms()) + "},\n\"@graph\":[");
  JsonLdSink records(options.base_iri, sink);
  if (done) done = write_records(graph, EvidencePlace::Nested, records);
  return done ? sink("\n]}\n") : done;
}

}  // namespace entente::exporter
