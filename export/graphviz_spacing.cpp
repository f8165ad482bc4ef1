#include "entente/export/graphviz_spacing.h"

#include <graphviz/cgraph.h>
#include <graphviz/gvc.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>
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

double distance_to_box(pointf point, const boxf& box) {
  return std::hypot(std::max({box.LL.x - point.x, 0.0, point.x - box.UR.x}),
                    std::max({box.LL.y - point.y, 0.0, point.y - box.UR.y}));
}

bool runs_through(const std::vector<pointf>& path, const boxf& box) {
  constexpr int kSteps = 6;
  for (std::size_t i = 1; i < path.size(); ++i) {
    for (int step = 0; step < kSteps; ++step) {
      const double t = static_cast<double>(step) / kSteps;
      const pointf point{path[i - 1].x + t * (path[i].x - path[i - 1].x),
                         path[i - 1].y + t * (path[i].y - path[i - 1].y)};
      if (distance_to_box(point, box) == 0) return true;
    }
  }
  return false;
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

double distance_to_segment(pointf point, pointf from, pointf to) {
  const double dx = to.x - from.x;
  const double dy = to.y - from.y;
  const double squared = dx * dx + dy * dy;
  const double t =
      squared > 0 ? std::clamp(((point.x - from.x) * dx + (point.y - from.y) * dy) / squared, 0.0, 1.0) : 0;
  return std::hypot(point.x - from.x - t * dx, point.y - from.y - t * dy);
}

/// Whether a line cannot be told from another where the nodes at its ends are far.
bool lies_on(const std::vector<pointf>& line, const std::vector<pointf>& other) {
  constexpr double kLeastDistance = 7;
  for (std::size_t i = line.size() / 4; i <= line.size() * 3 / 4 && i < line.size(); ++i) {
    double nearest = kLeastDistance;
    for (std::size_t j = 1; j < other.size(); ++j) {
      nearest = std::min(nearest, distance_to_segment(line[i], other[j - 1], other[j]));
    }
    if (nearest >= kLeastDistance) return false;
  }
  return true;
}

/// Bends the line to one side by that many points in its middle; its ends stay.
void bend(splines& line, double by) {
  const pointf from = line.list[0].list[0];
  const bezier& last_curve = line.list[line.size - 1];
  const pointf to = last_curve.list[last_curve.size - 1];
  const double length = std::max(1.0, std::hypot(to.x - from.x, to.y - from.y));
  const pointf side{-(to.y - from.y) / length, (to.x - from.x) / length};
  for (int b = 0; b < line.size; ++b) {
    const bezier& curve = line.list[b];
    for (int i = 0; i < curve.size; ++i) {
      // Where the control point is along the straight way; a parabola that is 0 at both ends.
      const double t =
          std::clamp(((curve.list[i].x - from.x) * (to.x - from.x) + (curve.list[i].y - from.y) * (to.y - from.y)) /
                         (length * length),
                     0.0, 1.0);
      const bool end = (b == 0 && i == 0) || (b == line.size - 1 && i == curve.size - 1);
      const double shift = end ? 0 : by * 6 * t * (1 - t);
      curve.list[i].x += side.x * shift;
      curve.list[i].y += side.y * shift;
    }
  }
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
      if (is_far_from_its_line(labels_[i]) || clutter(i, labels_[i].box) > 0) move(i);
    }
  }

 private:
  /// dot straightens lines after it has kept room for their words.
  static bool is_far_from_its_line(const Label& label) {
    constexpr double kFar = 14;
    return std::none_of(label.path.begin(), label.path.end(),
                        [&](pointf point) { return distance_to_box(point, label.box) < kFar; });
  }

  /// How much of the box lies over nodes and other labels.
  double clutter(std::size_t label, const boxf& box) const {
    double area = 0;
    for (const boxf& node : nodes_) area += shared_area(box, node);
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (i != label) area += shared_area(box, labels_[i].box);
    }
    return area;
  }

  /// What a place for the label costs: clutter, and each other line that runs through it.
  double cost(std::size_t label, const boxf& box) const {
    constexpr double kLineCost = 100;
    double total = clutter(label, box);
    for (std::size_t i = 0; i < labels_.size(); ++i) {
      if (i != label && runs_through(labels_[i].path, box)) total += kLineCost;
    }
    return total;
  }

  /// Tries the middle of the line first, then ever farther from it; on the line, above it, below it.
  void move(std::size_t i) {
    Label& label = labels_[i];
    const auto last = static_cast<int>(label.path.size()) - 1;
    const double shift = label.text->dimen.y / 2 + 2;
    double best = is_far_from_its_line(label) ? HUGE_VAL : cost(i, label.box);
    for (int step = 0; step <= last - 2 && best > 0; ++step) {
      const int at = last / 2 + (step % 2 == 0 ? step / 2 : -(step + 1) / 2);
      if (at < 1 || at >= last) continue;
      for (const double dy : {0.0, shift, -shift}) {
        const pointf point = label.path[static_cast<std::size_t>(at)];
        const pointf centre{point.x, point.y + dy};
        const boxf box = box_around(centre, label.text->dimen);
        const double area = is_inside(box, bounds_) ? cost(i, box) : best;
        if (area >= best) continue;
        best = area;
        label.box = box;
        label.text->pos = centre;
      }
    }
    if (clutter(i, label.box) > 0) move_aside(i);
  }

  /// Words that are longer than their line, between two near nodes: above or below it, as near as there is room.
  void move_aside(std::size_t i) {
    constexpr int kSteps = 6;
    constexpr double kStep = 8;
    Label& label = labels_[i];
    const pointf middle = label.path[label.path.size() / 2];
    double best = clutter(i, label.box);
    for (int step = 1; step <= kSteps && best > 0; ++step) {
      for (const double side : {1.0, -1.0}) {
        const pointf centre{middle.x, middle.y + side * (label.text->dimen.y / 2 + step * kStep)};
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

void separate_parallel_lines(Agraph_s* graph) {
  std::map<std::pair<IDTYPE, IDTYPE>, std::vector<Agedge_t*>> between;
  for (Agnode_t* node = agfstnode(graph); node != nullptr; node = agnxtnode(graph, node)) {
    for (Agedge_t* edge = agfstout(graph, node); edge != nullptr; edge = agnxtout(graph, edge)) {
      if (ED_spl(edge) != nullptr && agtail(edge) != aghead(edge)) {
        between[std::minmax(AGID(agtail(edge)), AGID(aghead(edge)))].push_back(edge);
      }
    }
  }
  for (const auto& entry : between) {
    const std::vector<Agedge_t*>& edges = entry.second;
    double by = 12;
    for (std::size_t i = 1; i < edges.size(); ++i) {
      const auto hidden = std::any_of(
          edges.begin(), edges.begin() + static_cast<std::ptrdiff_t>(i),
          [&](Agedge_t* other) { return lies_on(even_path(*ED_spl(edges[i])), even_path(*ED_spl(other))); });
      if (!hidden) continue;
      // Sides are told from the tail, so that lines there and back bend apart with one sign.
      bend(*ED_spl(edges[i]), agtail(edges[i]) == agtail(edges[0]) ? by : -by);
      by = by > 0 ? -by : -by + 12;
    }
  }
}

void separate_edge_labels(Agraph_s* graph) { LabelSeparator(graph).run(); }

}  // namespace entente::exporter
