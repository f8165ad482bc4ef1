#include <serd/serd.h>

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "entente/base/utf8.h"
#include "entente/export/iri.h"
#include "entente/export/rdf_records.h"
#include "entente/export/writers.h"

namespace entente::exporter {
namespace {

/// Serd's nodes are views.
SerdNode node_of(SerdType type, std::string_view text) {
  return serd_node_from_substring(type, reinterpret_cast<const uint8_t*>(text.data()), text.size());
}

struct Free {
  void operator()(SerdEnv* env) const { serd_env_free(env); }
  void operator()(SerdWriter* writer) const { serd_writer_free(writer); }
};

class SerdSink : public RdfRecordSink {
 public:
  SerdSink(SerdSyntax syntax, const std::string& base, const Sink& sink)
      : sink_(sink),
        // Lines name everything in full.
        prefix_(syntax == SERD_NTRIPLES || syntax == SERD_NQUADS ? base : ""),
        env_(serd_env_new(nullptr)),
        writer_(serd_writer_new(
            syntax, static_cast<SerdStyle>(SERD_STYLE_BULK | (prefix_.empty() ? SERD_STYLE_ABBREVIATED : 0)),
            env_.get(), nullptr, &SerdSink::take, this)) {
    serd_writer_set_error_sink(writer_.get(), &SerdSink::complain, this);
    if (prefix_.empty()) {
      const SerdNode iri = node_of(SERD_URI, base);
      serd_writer_set_base_uri(writer_.get(), &iri);
    }
    for (const RdfPrefix& prefix : kRdfPrefixes) {
      const std::string iri = prefix.iri.empty() ? base + "ns#" : std::string(prefix.iri);
      const SerdNode name = node_of(SERD_LITERAL, prefix.name);
      const SerdNode of = node_of(SERD_URI, iri);
      serd_writer_set_prefix(writer_.get(), &name, &of);
    }
  }

  void begin(std::string_view subject, const std::vector<std::string_view>& types, std::string_view graph) override {
    subject_ = prefix_;
    subject_ += subject;
    subject_node_ = node_of(SERD_URI, subject_);
    graph_.clear();
    if (!graph.empty()) graph_.append(prefix_).append(graph);
    graph_node_ = node_of(SERD_URI, graph_);
    for (const std::string_view type : types) {
      constexpr RdfProperty kType{"type", "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"};  // in full for Serd's "a"
      if (is_iri(type))
        address(kType, type);
      else
        term(kType, type);
    }
  }

  Result<void> end() override {
    if (!sunk_) return sunk_;
    if (!fault_.empty()) return failure(ErrorCode::Encoding, "", fault_);
    return {};
  }

  Result<void> finish() {
    serd_writer_finish(writer_.get());
    return end();
  }

  void node(const RdfProperty& property, std::string_view path) override {
    object_ = prefix_;
    object_ += path;
    write(property, node_of(SERD_URI, object_), nullptr);
  }
  void address(const RdfProperty& property, std::string_view iri) override {
    write(property, node_of(SERD_URI, iri), nullptr);
  }
  void term(const RdfProperty& property, std::string_view name) override {
    curie(object_, name);
    write(property, node_of(SERD_CURIE, object_), nullptr);
  }
  void text(const RdfProperty& property, std::string_view text) override {
    if (const auto invalid = find_invalid_utf8(text); invalid && fault_.empty())
      fault_ = "text is not UTF-8 at byte " + std::to_string(*invalid);
    write(property, node_of(SERD_LITERAL, text), nullptr);
  }
  void integer(const RdfProperty& property, std::uint32_t value) override {
    typed(property, std::to_string(value), "http://www.w3.org/2001/XMLSchema#integer");
  }
  void decimal(const RdfProperty& property, double value, int digits) override {
    typed(property, decimal_literal(value, digits), "http://www.w3.org/2001/XMLSchema#decimal");
  }
  void date(const RdfProperty& property, const Date& date) override {
    typed(property, to_string(date), date_type(date));
  }

 private:
  static void curie(std::string& out, std::string_view name) {
    out.clear();
    if (name.find(':') == std::string_view::npos) out.append(kOwnPrefix).append(":");
    out += name;
  }

  static bool is_iri(std::string_view name) { return name.find("://") != std::string_view::npos; }

  /// type: a CURIE, or an IRI, of which Serd knows those of numbers that Turtle writes bare.
  void typed(const RdfProperty& property, const std::string& lexical, std::string_view type) {
    const SerdNode datatype = node_of(is_iri(type) ? SERD_URI : SERD_CURIE, type);
    write(property, node_of(SERD_LITERAL, lexical), &datatype);
  }

  void write(const RdfProperty& property, const SerdNode& object, const SerdNode* datatype) {
    if (!fault_.empty() || !sunk_) return;
    curie(predicate_, property.curie);
    const SerdNode predicate = node_of(is_iri(predicate_) ? SERD_URI : SERD_CURIE, predicate_);
    const SerdStatus status = serd_writer_write_statement(writer_.get(), 0, graph_.empty() ? nullptr : &graph_node_,
                                                          &subject_node_, &predicate, &object, datatype, nullptr);
    if (status != SERD_SUCCESS && fault_.empty()) fault_ = reinterpret_cast<const char*>(serd_strerror(status));
  }

  static size_t take(const void* bytes, size_t size, void* self) {
    auto& me = *static_cast<SerdSink*>(self);
    if (me.sunk_) me.sunk_ = me.sink_({static_cast<const char*>(bytes), size});
    return size;
  }

  static SerdStatus complain(void* self, const SerdError* error) {
    auto& fault = static_cast<SerdSink*>(self)->fault_;
    if (fault.empty()) fault = reinterpret_cast<const char*>(serd_strerror(error->status));
    return SERD_SUCCESS;
  }

  const Sink& sink_;
  std::string prefix_;
  std::unique_ptr<SerdEnv, Free> env_;
  std::unique_ptr<SerdWriter, Free> writer_;
  Result<void> sunk_;
  std::string fault_;
  std::string subject_;
  std::string graph_;
  std::string predicate_;
  std::string object_;
  SerdNode subject_node_ = SERD_NODE_NULL;
  SerdNode graph_node_ = SERD_NODE_NULL;
};

Result<void> write_rdf(SerdSyntax syntax, EvidencePlace place, const Graph& graph, const WriteOptions& options,
                       const Sink& sink) {
  if (auto base = check_base_iri(options.base_iri); !base) return base;
  SerdSink records(syntax, options.base_iri, sink);
  auto done = write_records(graph, place, records);
  return done ? records.finish() : done;
}

}  // namespace

Result<void> write_turtle(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return write_rdf(SERD_TURTLE, EvidencePlace::BehindStatement, graph, options, sink);
}

Result<void> write_ntriples(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return write_rdf(SERD_NTRIPLES, EvidencePlace::BehindStatement, graph, options, sink);
}

Result<void> write_nquads(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return write_rdf(SERD_NQUADS, EvidencePlace::ByDocument, graph, options, sink);
}

Result<void> write_trig(const Graph& graph, const WriteOptions& options, const Sink& sink) {
  return write_rdf(SERD_TRIG, EvidencePlace::ByDocument, graph, options, sink);
}

}  // namespace entente::exporter
