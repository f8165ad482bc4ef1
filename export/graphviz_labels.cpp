#include "entente/export/graphviz_labels.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <vector>

namespace entente::exporter {
namespace {

struct Label {
  textlabel_t* text = nullptr;
  std::vector<pointf> path;  // points of its line, at about equal steps
  boxf box{};
};

boxf box_around(pointf centre, pointf size) {
  return {{centre.x - size.x / 2, centre.y - size.y / 2}, {centre.x + size.x / 2, centre.y + size.y / 2}};
}

double shared_area(const boxf& a, const boxf& b) {
  const double width = std::min(a.UR.x, b.UR.x) - std::max(a.LL.x, b.LL.x);
  const double height = std::min(a.UR.y, b.UR.y) - std::max(a.LL.y, b.LL.y);
  return width > 0 && height > 0 ? width * height : 0;
}

bool is_inside(const boxf& inner, const boxf& outer) {
  return inner.LL.x >= outer.LL.x && inner.LL.y >= outer.LL.y && inner.UR.x <= outer.UR.x && inner.UR.y <= outer.UR.y;
}

pointf on_bezier(const pointf* c, double t) {
  const double s = 1 - t;
  const double w0 = s * s * s;
  const double w1 = 3 * s * s * t;
  const double w2 = 3 * s * t * t;
  const double w3 = t * t * t;
  return {w0 * c[0].x + w1 * c[1].x + w2 * c[2].x + w3 * c[3].x, w0 * c[0].y + w1 * c[1].y + w2 * c[2].y + w3 * c[3].y};
}

/// The line as points of which neighbours are equally far from each other.
std::vector<pointf> even_path(const splines& line) {
  constexpr int kSamples = 16;
  constexpr std::size_t kPoints = 21;
  std::vector<pointf> dense;
  for (int b = 0; b < line.size; ++b) {
    const bezier& curve = line.list[b];
    for (int first = 0; first + 3 < curve.size; first += 3) {
      for (int i = 0; i <= kSamples; ++i)
        dense.push_back(on_bezier(curve.list + first, static_cast<double>(i) / kSamples));
    }
  }
  if (dense.size() < 2) return dense;
  std::vector<double> length(dense.size(), 0);
  for (std::size_t i = 1; i < dense.size(); ++i) {
    length[i] = length[i - 1] + std::hypot(dense[i].x - dense[i - 1].x, dense[i].y - dense[i - 1].y);
  }
  std::vector<pointf> path;
  for (std::size_t p = 0; p < kPoints; ++p) {
    const double wanted = length.back() * static_cast<double>(p) / (kPoints - 1);
    const auto at = std::lower_bound(length.begin(), length.end(), wanted) - length.begin();
    path.push_back(dense[std::min(static_cast<std::size_t>(at), dense.size() - 1)]);
  }
  return path;
}

class LabelSeparator {
 public:
  explicit LabelSeparator(Agraph_t* graph) : bounds_(GD_bb(graph)) {
    for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
      const pointf centre = ND_coord(node);
      nodes_.push_back(
          {{centre.x - ND_lw(node), centre.y - ND_ht(node) / 2}, {centre.x + ND_rw(node), centre.y + ND_ht(node) / 2}});
      for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
        textlabel_t* text = ED_label(edge);
        if (text == nullptr || !text->set || ED_spl(edge) == nullptr) continue;
        labels_.push_back({text, even_path(*ED_spl(edge)), box_around(text->pos, text->dimen)});
      }
    }
  }

  void run() {
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (clutter(i, labels_[i].box) > 0) move(i);
    }
  }

 private:
  /// How much of the box lies over nodes and other labels.
  double clutter(std::size_t label, const boxf& box) const {
    double area = 0;
    for (const boxf& node : nodes_) area += shared_area(box, node);
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (i != label) area += shared_area(box, labels_[i].box);
    }
    return area;
  }

  /// Tries the middle of the line first, then ever farther from it; on the line, above it, below it.
  void move(std::size_t i) {
    Label& label = labels_[i];
    const auto last = static_cast<int>(label.path.size()) - 1;
    const double shift = label.text->dimen.y / 2 + 2;
    double best = clutter(i, label.box);
    for (int step = 0; step <= last - 2 && best > 0; ++step) {
      const int at = last / 2 + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
      if (at < 1 || at >= last) continue;
      for (const double dy : {0.0, shift, -shift}) {
        const pointf point = label.path[static_cast<std::size_t>(at)];
        const pointf centre{point.x, point.y + dy};
        const boxf box = box_around(centre, label.text->dimen);
        const double area = is_inside(box, bounds_) ? clutter(i, box) : best;
        if (area >= best) continue;
        best = area;
        label.box = box;
        label.text->pos = centre;
      }
    }
  }

  boxf bounds_;
  std::vector<boxf> nodes_;
  std::vector<Label> labels_;
};

}  // namespace

void separate_edge_labels(Agraph_s* graph) { LabelSeparator(graph).run(); }

}  // namespace entente::exporter
