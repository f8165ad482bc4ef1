#include "entente/export/graphviz.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string_view>
#include <utility>

#include "entente/export/graphviz_names.h"
#include "entente/export/graphviz_spacing.h"
#include "entente/export/label_text.h"

namespace entente::exporter {
namespace {

constexpr std::string_view kFont = "DejaVu Sans";
constexpr std::size_t kEdgeLabelCharacters = 22;

// Of Okabe and Ito's colours, for text a shade darker, for contrast.
constexpr std::string_view text_colour(Tone tone) {
  switch (tone) {
    case Tone::Conflict:
      return "#A84300";
    case Tone::Neutral:
      return "#555555";
    case Tone::Cooperation:
      return "#005A8C";
  }
  return "";
}

/// The same tone after it has ended.
constexpr std::string_view faded_colour(Tone tone) {
  switch (tone) {
    case Tone::Conflict:
      return "#CDB3A2";
    case Tone::Neutral:
      return "#C4C4C4";
    case Tone::Cooperation:
      return "#A9BFCC";
  }
  return "";
}

constexpr std::string_view kFadedText = "#8A8A8A";
constexpr std::string_view kBelongingColour = "#B5B5B5";

std::string decimal(double value) {
  // Tenths are all that pen widths and sizes need, and they print the same everywhere.
  const auto tenths = static_cast<long>(std::lround(value * 10));
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10);
}

std::string font(std::string_view colour, double points, std::string_view text) {
  return std::string("<FONT COLOR=\"").append(colour) + "\" POINT-SIZE=\"" + decimal(points) + "\">" +
         std::string(text) + "</FONT>";
}

std::string html_lines(const std::vector<std::string>& lines) {
  std::string out;
  for (const auto& line : lines) out += (out.empty() ? "" : "<BR/>") + escape_html_label(line);
  return out;
}

enum class Engine : std::uint8_t { Dot, Sfdp };

/// Frees a cgraph graph.
struct GraphCloser {
  void operator()(Agraph_t* graph) const { agclose(graph); }
};
using GraphHandle = std::unique_ptr<Agraph_t, GraphCloser>;

/// Builds the cgraph graph of a diagram. Requires the lock.
class GraphBuilder {
 public:
  explicit GraphBuilder(const Diagram& diagram)
      : diagram_(diagram), engine_(diagram.is_spread() ? Engine::Sfdp : Engine::Dot) {}

  Engine engine() const { return engine_; }

  GraphHandle build() {
    std::string graph_name = diagram_.title.empty() ? "entente" : diagram_.title;
    Agdisc_t disciplines{&AgMemDisc, &names_in_order(), &AgIoDisc};
    root_ = agopen(graph_name.data(), Agdirected, &disciplines);
    GraphHandle handle(root_);
    set_defaults();
    add_nodes();
    add_lines();
    set_html(root_, "label", heading());
    return handle;
  }

 private:
  void set_defaults() {
    const auto set_all = [&](int kind, std::initializer_list<std::pair<const char*, std::string_view>> defaults) {
      for (const auto& [key, value] : defaults) agattr(root_, kind, const_cast<char*>(key), std::string(value).data());
    };
    set_all(AGRAPH, {{"bgcolor", "white"},
                     {"charset", "UTF-8"},
                     {"fontname", kFont},
                     {"label", ""},
                     {"labelloc", "t"},
                     {"labeljust", "l"},
                     {"layout", engine_ == Engine::Dot ? "dot" : "sfdp"},
                     // Otherwise agwrite breaks lines with a backslash, which not every reader of DOT knows.
                     {"linelength", "0"},
                     {"outputorder", "edgesfirst"},
                     {"pad", "0.3"},
                     {"style", ""},
                     {"color", "black"},
                     {"fillcolor", ""},
                     {"tooltip", " "}});
    if (engine_ == Engine::Dot) {
      set_all(AGRAPH,
              {// Ranks that ignore clusters: the other way puts ends of an edge beside each other, where labels overlap
               // and Graphviz 2.42 frees memory twice.
               {"newrank", "true"},
               {"rankdir", "LR"},
               {"nodesep", "0.3"},
               {"ranksep", "0.6"},
               {"splines", "true"},
               {"margin", ""},
               // More sweeps against crossings than the default: hardly slower at these sizes, far fewer crossings.
               {"mclimit", "20"}});
    } else {
      // Words on lines need more room than lines.
      set_all(AGRAPH, {{"overlap", "prism"},
                       {"splines", "line"},
                       {"K", diagram_.is_large() ? "1.6" : "2.4"},
                       {"sep", diagram_.is_large() ? "+4" : "+14"},
                       {"repulsiveforce", "1.0"}});
    }
    set_all(AGNODE, {{"fontname", kFont},
                     {"fontsize", "11"},
                     {"shape", "box"},
                     {"style", "filled"},
                     {"fillcolor", "white"},
                     {"color", "#666666"},
                     {"penwidth", "1.0"},
                     {"margin", "0.12,0.06"},
                     {"label", ""},
                     {"tooltip", " "}});
    set_all(AGEDGE, {{"fontname", kFont},
                     {"fontsize", "10"},
                     {"fontcolor", "black"},
                     {"color", "black"},
                     {"style", "solid"},
                     {"penwidth", "1.0"},
                     {"arrowsize", "0.8"},
                     {"dir", "forward"},
                     {"label", ""},
                     {"URL", ""},
                     {"tooltip", " "},
                     {"labeltooltip", ""},
                     {"weight", "1"}});
  }

  void set(void* object, const char* key, std::string value) {
    agsafeset(object, const_cast<char*>(key), value.data(), const_cast<char*>(""));
  }

  void set_html(void* object, const char* key, std::string value) {
    char* text = agstrdup_html(root_, value.data());
    agsafeset(object, const_cast<char*>(key), text, const_cast<char*>(""));
    agstrfree(root_, text);
  }

  void add_nodes() {
    std::map<std::string, Agraph_t*> clusters;
    if (engine_ == Engine::Dot) {
      for (const auto& cluster : diagram_.clusters) clusters[cluster.key] = add_cluster(cluster);
    }
    for (const auto& node : diagram_.nodes) {
      const auto found = clusters.find(node.cluster);
      Agraph_t* parent = found == clusters.end() ? root_ : found->second;
      std::string id = node.id;
      Agnode_t* out = agnode(parent, id.data(), 1);
      nodes_[node.id] = out;
      const auto& type = row(node.type);
      types_.insert(node.type);
      set(out, "shape", std::string(type.shape));
      set(out, "fillcolor", std::string(type.fill));
      set_html(out, "label", node_label(node));
      set(out, "tooltip", escape_tooltip(node.tooltip));
    }
  }

  Agraph_t* add_cluster(const DiagramCluster& cluster) {
    std::string graph_name = "cluster_" + cluster.key;
    Agraph_t* out = agsubg(root_, graph_name.data(), 1);
    set(out, "style", "rounded,filled");
    set(out, "color", "#C8CDD2");
    set(out, "fillcolor", "#F6F7F8");
    set(out, "tooltip", escape_tooltip(cluster.title.empty() ? cluster.key : cluster.title));
    set_html(out, "label", font("#444444", 12, "<B>" + escape_html_label(cluster.title) + "</B>"));
    if (cluster.title.empty()) set(out, "label", "");
    return out;
  }

  std::string node_label(const DiagramNode& node) const {
    double points = node.type == NodeType::Country ? 14 : 11;
    const double root = std::sqrt(static_cast<double>(node.lines));
    // In a large picture, which is seen small first, the busiest names are all that can be read.
    if (diagram_.is_large()) {
      points += std::min(48.0, 2.4 * root);
    } else if (engine_ == Engine::Sfdp) {
      points += std::min(16.0, root);
    }
    std::string title = html_lines(node.title);
    if (node.type == NodeType::Country) title = "<B>" + title + "</B>";
    std::string label = font("#111111", points, title);
    if (!node.subtitle.empty()) label += "<BR/>" + font("#555555", points - 2, html_lines(node.subtitle));
    return label;
  }

  void add_lines() {
    std::size_t number = 0;
    for (const auto& line : diagram_.lines) {
      std::string key = "e" + std::to_string(number++);
      Agedge_t* out = agedge(root_, nodes_.at(line.source), nodes_.at(line.target), key.data(), 1);
      style_line(out, line);
      set(out, "tooltip", escape_tooltip(line.tooltip));
      set(out, "labeltooltip", escape_tooltip(line.tooltip));
      if (!line.url.empty()) set(out, "URL", escape_html_label(line.url));
    }
  }

  void style_line(Agedge_t* out, const DiagramLine& line) {
    if (line.belonging) {
      set(out, "color", std::string(kBelongingColour));
      set(out, "dir", "none");
      set(out, "weight", "3");
      has_belonging_ = true;
      return;
    }
    const bool ended = line.status == Status::Ended;
    tones_.insert(line.tone);
    statuses_.insert(line.status);
    several_sources_ = several_sources_ || line.sources > 1;
    set(out, "color", std::string(ended ? faded_colour(line.tone) : line_colour(line.tone)));
    set(out, "style", std::string(line_style(line.status)));
    set(out, "penwidth", decimal(pen_width(line.sources)));
    if (line.symmetric) set(out, "dir", "none");
    if (diagram_.is_large()) {
      if (line.edges > 1) set_html(out, "label", words_of(line, {"×" + std::to_string(line.edges)}));
      has_counts_ = has_counts_ || line.edges > 1;
      return;
    }
    std::vector<std::string> text;
    for (const auto& label : line.labels) {
      for (auto& part : wrap(label, kEdgeLabelCharacters, 3)) text.push_back(std::move(part));
    }
    set_html(out, "label", words_of(line, text));
  }

  /// The table's padding keeps other lines off the words, its ground those that were drawn before.
  static std::string words_of(const DiagramLine& line, const std::vector<std::string>& text) {
    const auto colour = line.status == Status::Ended ? kFadedText : text_colour(line.tone);
    return "<TABLE BORDER=\"0\" CELLBORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\" BGCOLOR=\"#FFFFFFC0\"><TR><TD>" +
           font(colour, 10, html_lines(text)) + "</TD></TR></TABLE>";
  }

  static double pen_width(std::uint32_t sources) {
    return 1.2 + std::min(4.0, 1.2 * std::log2(static_cast<double>(std::max(1U, sources))));
  }

  /// How much larger than in a small picture the heading is, so that it can be read when all of it is seen.
  double scale() const {
    if (engine_ == Engine::Dot) return 1;
    return std::clamp(std::sqrt(static_cast<double>(diagram_.nodes.size()) / 60), 1.0, 4.0);
  }

  /// Title, where it is all from, and how to read it. A table in the graph's label, because dot would place a legend of
  /// real nodes anywhere and sfdp would scatter it.
  std::string heading() const {
    std::string rows;
    const auto add_row = [&](const std::string& content) {
      rows += "<TR><TD ALIGN=\"LEFT\">" + content + "</TD></TR>";
    };
    if (!diagram_.title.empty()) {
      add_row(font("#111111", 20 * scale(), "<B>" + escape_html_label(shorten(diagram_.title, 90)) + "</B>"));
    }
    if (!diagram_.source_line.empty()) add_row(font("#666666", 10 * scale(), escape_html_label(diagram_.source_line)));
    if (diagram_.is_large()) {
      add_row(font("#666666", 10 * scale(), "Too many lines for words: what a line says is in its tooltip."));
    }
    if (!types_.empty()) add_row(legend_of_nodes());
    if (!tones_.empty() || has_belonging_) add_row(legend_of_lines());
    if (rows.empty()) return font("#666666", 10 * scale(), "empty graph");
    return "<TABLE BORDER=\"0\" CELLSPACING=\"0\" CELLPADDING=\"2\">" + rows + "</TABLE>";
  }

  /// Cells of a legend in a row. Graphviz would stretch them to the width of the title: the row gets its own width,
  /// from the number of characters in it.
  class LegendRow {
   public:
    explicit LegendRow(double scale) : scale_(scale) {}
    void add(const std::string& attributes, const std::string& content, std::size_t characters) {
      cells_ += "<TD " + attributes + ">" + content + "</TD>";
      width_ += 6.3 * static_cast<double>(characters) + 16;
    }
    std::string table() const {
      return "<TABLE ALIGN=\"LEFT\" BORDER=\"0\" CELLSPACING=\"" + scaled(4) + "\" CELLPADDING=\"" + scaled(3) +
             "\" FIXEDSIZE=\"TRUE\" HEIGHT=\"" + scaled(28) + "\" WIDTH=\"" + scaled(width_) + "\"><TR>" + cells_ +
             "</TR></TABLE>";
    }

   private:
    std::string scaled(double points) const { return std::to_string(std::lround(points * scale_)); }

    double scale_;
    std::string cells_;
    double width_ = 10;
  };

  std::string legend_of_nodes() const {
    LegendRow legend(scale());
    for (const NodeType type : types_) {
      const auto attributes = std::string("BORDER=\"1\" COLOR=\"#666666\" BGCOLOR=\"").append(row(type).fill) +
                              (row(type).shape == "ellipse" ? "\" STYLE=\"ROUNDED\"" : "\"");
      legend.add(attributes, font("#333333", 9 * scale(), name(type)), name(type).size());
    }
    if (!diagram_.clusters.empty() && engine_ == Engine::Dot) {
      constexpr std::string_view kText = "grey area: a country with its people and bodies";
      legend.add("", font("#666666", 9 * scale(), kText), kText.size());
    }
    return legend.table();
  }

  std::string legend_of_lines() const {
    LegendRow legend(scale());
    const auto add = [&](std::string_view colour, std::string_view sample, std::string_view text) {
      legend.add("", font(colour, 10 * scale(), sample) + font("#333333", 9 * scale(), std::string(" ").append(text)),
                 text.size() + 2 * length_in_characters(sample));
    };
    for (const Tone tone : tones_) add(line_colour(tone), "━━▶", tone_name(tone));
    if (statuses_.contains(Status::Planned) || statuses_.contains(Status::Hypothetical)) {
      add("#777777", "━ ━ ▶", "planned or possible");
    }
    if (statuses_.contains(Status::Denied) || statuses_.contains(Status::Negated)) {
      add("#777777", "· · ✗ · ·▶", "denied or did not happen");
    }
    if (statuses_.contains(Status::Ended)) add("#C4C4C4", "━━▶", "ended");
    if (has_belonging_) add(kBelongingColour, "───", "belongs to");
    if (several_sources_) add("#777777", "─ ━", "thicker: more sources");
    if (has_counts_) add("#777777", "×2", "stands for so many relations");
    return legend.table();
  }

  static std::string_view tone_name(Tone tone) {
    switch (tone) {
      case Tone::Conflict:
        return "conflict";
      case Tone::Neutral:
        return "neutral";
      case Tone::Cooperation:
        return "cooperation";
    }
    return {};
  }

  const Diagram& diagram_;
  Engine engine_;
  Agraph_t* root_ = nullptr;
  std::map<std::string, Agnode_t*> nodes_;
  std::set<NodeType> types_;
  std::set<Tone> tones_;
  std::set<Status> statuses_;
  bool has_belonging_ = false;
  bool several_sources_ = false;
  bool has_counts_ = false;
};

/// The process's one Graphviz context, made at first use, and the lock that guards all of Graphviz.
struct Library {
  std::mutex mutex;
  GVC_t* context = nullptr;
  std::string messages;
  ~Library() {
    if (context != nullptr) gvFreeContext(context);
  }
};

Library& library() {
  static Library instance;
  return instance;
}

/// Graphviz would print its complaints.
int keep_message(char* text) {
  library().messages += text;
  return 0;
}

void listen() {
  library().messages.clear();
  agreseterrors();
  agseterrf(keep_message);
}

int append_to_string(void* out, const char* text) {
  static_cast<std::string*>(out)->append(text);
  return 0;
}

int read_from_view(void* in, char* buffer, int size) {
  auto& rest = *static_cast<std::string_view*>(in);
  const std::size_t length = std::min(rest.size(), static_cast<std::size_t>(size));
  rest.copy(buffer, length);
  rest.remove_prefix(length);
  return static_cast<int>(length);
}

int flush_nothing(void*) { return 0; }

std::string written(Agraph_t* graph) {
  std::string out;
  Agiodisc_t io{read_from_view, append_to_string, flush_nothing};
  Agiodisc_t* before = std::exchange(graph->clos->disc.io, &io);
  agwrite(graph, &out);
  graph->clos->disc.io = before;
  return out;
}

GraphHandle read(std::string_view dot) {
  static Agiodisc_t io{read_from_view, append_to_string, flush_nothing};
  Agdisc_t disciplines{&AgMemDisc, &names_in_order(), &io};
  return GraphHandle(agread(&dot, &disciplines));
}

/// sfdp's results differ in the last digits from run to run: it sums in the order of addresses.
pointf snapped(pointf point) { return {std::round(point.x * 16) / 16, std::round(point.y * 16) / 16}; }

void snap_positions(Agraph_t* graph) {
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    ND_coord(node) = snapped(ND_coord(node));
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      const splines* path = ED_spl(edge);
      for (int i = 0; path != nullptr && i < path->size; ++i) {
        bezier& curve = path->list[i];
        std::transform(curve.list, curve.list + curve.size, curve.list, snapped);
        curve.sp = snapped(curve.sp);
        curve.ep = snapped(curve.ep);
      }
      if (ED_label(edge) != nullptr) ED_label(edge)->pos = snapped(ED_label(edge)->pos);
    }
  }
  GD_bb(graph) = {snapped(GD_bb(graph).LL), snapped(GD_bb(graph).UR)};
  if (GD_label(graph) != nullptr) GD_label(graph)->pos = snapped(GD_label(graph)->pos);
}

/// Dots an inch for a bitmap: as on a screen, fewer (but enough to read) where that would take too much memory.
double bitmap_resolution(Agraph_t* graph) {
  constexpr double kScreen = 96;
  constexpr double kLeast = 60;
  constexpr double kMaxPixels = 25e6;
  const boxf box = GD_bb(graph);
  const double pixels = (box.UR.x - box.LL.x) * (box.UR.y - box.LL.y) * (kScreen / 72) * (kScreen / 72);
  return std::clamp(std::floor(kScreen * std::sqrt(kMaxPixels / std::max(1.0, pixels))), kLeast, kScreen);
}

/// Where DejaVu is missing Verdana is nearly as wide, so that text stays inside its box.
void name_fallback_fonts(std::string& svg) {
  constexpr std::string_view kNamed = "font-family=\"DejaVu Sans\"";
  constexpr std::string_view kFallback = ",Verdana,sans-serif";
  for (auto at = svg.find(kNamed); at != std::string::npos; at = svg.find(kNamed, at + kNamed.size())) {
    svg.insert(at + kNamed.size() - 1, kFallback);
  }
}

/// Digits only, so that the offsets in the file's tables stay right.
void blank_creation_date(std::string& pdf) {
  constexpr std::string_view kKey = "/CreationDate (D:";
  constexpr std::string_view kEpoch = "19700101000000Z";
  for (auto at = pdf.find(kKey); at != std::string::npos; at = pdf.find(kKey, at + 1)) {
    const auto end = pdf.find(')', at);
    const auto digits = at + kKey.size();
    if (end == std::string::npos || end - digits < kEpoch.size()) continue;
    pdf.replace(digits, end - digits, std::string(kEpoch).append(end - digits - kEpoch.size(), ' '));
  }
}

}  // namespace

std::string_view line_colour(Tone tone) {
  switch (tone) {
    case Tone::Conflict:
      return "#D55E00";
    case Tone::Neutral:
      return "#777777";
    case Tone::Cooperation:
      return "#0072B2";
  }
  return "";
}

std::string_view line_style(Status status) {
  switch (status) {
    case Status::Planned:
    case Status::Hypothetical:
      return "dashed";
    case Status::Denied:
    case Status::Negated:
      return "dotted";
    case Status::Ended:
    case Status::Asserted:
      return "solid";
  }
  return "";
}

Result<std::string> dot_text(const Diagram& diagram) {
  const std::lock_guard lock(library().mutex);
  listen();
  GraphBuilder builder(diagram);
  const auto graph = builder.build();
  return written(graph.get());
}

Result<std::string> draw(const Diagram& diagram, Picture picture) {
  if (diagram.edges > kMaxDrawnEdges) {
    return failure(ErrorCode::Limit, "",
                   "a diagram of " + std::to_string(diagram.edges) + " edges cannot be read (at most " +
                       std::to_string(kMaxDrawnEdges) +
                       "): choose a part of the graph with a filter, as --top 300 or --actor NAME");
  }
  const std::lock_guard lock(library().mutex);
  listen();
  if (library().context == nullptr) library().context = gvContext();
  GVC_t* context = library().context;
  GraphBuilder builder(diagram);
  // What is drawn is the DOT text read again: layout depends on the order in which a graph was made, and a picture
  // should be the one that others draw of the text.
  const auto graph = read(written(builder.build().get()));
  if (graph == nullptr)
    return failure(ErrorCode::Unsupported, "Graphviz", "cannot read its own text: " + library().messages);
  // sfdp and prism draw lots from the C library, whose state would be what the picture before has left.
  std::srand(1);
  srand48(1);
  if (gvLayout(context, graph.get(), builder.engine() == Engine::Dot ? "dot" : "sfdp") != 0) {
    return failure(ErrorCode::Unsupported, "Graphviz", "cannot lay out the diagram: " + library().messages);
  }
  // Before the rest: what is moved apart must not hang on the last digits.
  snap_positions(graph.get());
  separate_parallel_lines(graph.get());
  separate_edge_labels(graph.get());
  snap_positions(graph.get());
  if (picture == Picture::Png) GD_drawing(graph.get())->dpi = bitmap_resolution(graph.get());
  char* bytes = nullptr;
  unsigned length = 0;
  static constexpr std::array kDevices = {"svg", "png:cairo", "pdf:cairo"};
  const int status = gvRenderData(context, graph.get(), kDevices[static_cast<std::size_t>(picture)], &bytes, &length);
  std::string out(bytes == nullptr ? "" : bytes, bytes == nullptr ? 0 : length);
  if (bytes != nullptr) gvFreeRenderData(bytes);
  gvFreeLayout(context, graph.get());
  if (status != 0 || out.empty() || agerrors() >= AGERR) {
    return failure(ErrorCode::Unsupported, "Graphviz", "cannot draw the diagram: " + library().messages);
  }
  if (picture == Picture::Svg) name_fallback_fonts(out);
  if (picture == Picture::Pdf) blank_creation_date(out);
  return out;
}

}  // namespace entente::exporter
