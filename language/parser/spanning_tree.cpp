#include "entente/language/parser/spanning_tree.h"

#include <algorithm>
#include <cassert>
#include <utility>
#include <vector>

namespace entente::language {
namespace {

void best_heads(std::span<const float> scores, std::span<std::uint32_t> heads) {
  const std::size_t n = heads.size();
  for (std::size_t i = 0; i < n; ++i) {
    const auto row = scores.subspan(i * (n + 1), n + 1);
    std::size_t best = 0;
    for (std::size_t column = 1; column <= n; ++column) {
      if (column != i + 1 && row[column] > row[best]) best = column;
    }
    heads[i] = static_cast<std::uint32_t>(best);
  }
}

bool is_tree_with_one_root(std::span<const std::uint32_t> heads) {
  if (std::count(heads.begin(), heads.end(), 0U) != 1) return false;
  std::vector<std::uint32_t> seen_from(heads.size(), 0);
  for (std::uint32_t i = 1; i <= heads.size(); ++i) {
    for (std::uint32_t word = i; word != 0 && seen_from[word - 1] == 0; word = heads[word - 1]) {
      seen_from[word - 1] = i;
      const std::uint32_t head = heads[word - 1];
      if (head != 0 && seen_from[head - 1] == i) return false;
    }
  }
  return true;
}

/// Contracts cycles of best heads into one of their nodes until there is none, then opens them again. Node 0 is the
/// root; an edge between contracted nodes remembers the words that it joins.
class Arborescence {
 public:
  explicit Arborescence(std::span<const float> scores, std::size_t words)
      : size_(words + 1), edges_(size_ * size_), best_(size_), members_(size_), active_(size_, true) {
    // Every tree pays the penalty at least once, so the best one has a single root whatever the penalty is.
    constexpr double kRootPenalty = 1e6;
    for (std::uint32_t d = 1; d < size_; ++d) {
      for (std::uint32_t h = 0; h < size_; ++h) {
        edge(h, d) = {scores[(d - 1) * size_ + h] - (h == 0 ? kRootPenalty : 0.0), h, d};
      }
    }
    for (std::uint32_t node = 0; node < size_; ++node) members_[node] = {node};
  }

  void solve(std::span<std::uint32_t> heads) {
    for (;;) {
      choose_best();
      const std::vector<std::uint32_t> cycle = find_cycle();
      if (cycle.empty()) break;
      contract(cycle);
    }
    std::vector<Edge> entering(size_);
    for (std::uint32_t d = 1; d < size_; ++d) {
      if (active_[d]) entering[d] = edge(best_[d], d);
    }
    for (auto contraction = contractions_.rbegin(); contraction != contractions_.rend(); ++contraction) {
      const Edge outer = entering[contraction->nodes.front()];
      for (std::size_t k = 0; k < contraction->nodes.size(); ++k) {
        const auto& inside = contraction->members[k];
        const bool enters = std::find(inside.begin(), inside.end(), outer.dependent) != inside.end();
        entering[contraction->nodes[k]] = enters ? outer : contraction->edges[k];
      }
    }
    for (std::uint32_t d = 1; d < size_; ++d) heads[d - 1] = entering[d].head;
  }

 private:
  struct Edge {
    double score = 0;
    std::uint32_t head = 0;
    std::uint32_t dependent = 0;
  };
  struct Contraction {
    std::vector<std::uint32_t> nodes;  // the first stands for all
    std::vector<std::vector<std::uint32_t>> members;
    std::vector<Edge> edges;  // of the cycle, into each node
  };

  Edge& edge(std::uint32_t head, std::uint32_t dependent) { return edges_[dependent * size_ + head]; }

  void choose_best() {
    for (std::uint32_t d = 1; d < size_; ++d) {
      if (!active_[d]) continue;
      best_[d] = 0;
      for (std::uint32_t h = 1; h < size_; ++h) {
        if (active_[h] && h != d && edge(h, d).score > edge(best_[d], d).score) best_[d] = h;
      }
    }
  }

  std::vector<std::uint32_t> find_cycle() const {
    std::vector<std::uint32_t> seen_from(size_, 0);
    for (std::uint32_t start = 1; start < size_; ++start) {
      if (!active_[start]) continue;
      std::uint32_t node = start;
      while (node != 0 && seen_from[node] == 0) {
        seen_from[node] = start;
        node = best_[node];
      }
      if (node == 0 || seen_from[node] != start) continue;
      std::vector<std::uint32_t> cycle = {node};
      for (std::uint32_t next = best_[node]; next != node; next = best_[next]) cycle.push_back(next);
      return cycle;
    }
    return {};
  }

  void contract(const std::vector<std::uint32_t>& cycle) {
    Contraction contraction;
    contraction.nodes = cycle;
    for (const std::uint32_t node : cycle) {
      contraction.members.push_back(members_[node]);
      contraction.edges.push_back(edge(best_[node], node));
      active_[node] = false;
    }
    const std::uint32_t joint = cycle.front();
    for (std::uint32_t other = 0; other < size_; ++other) {
      if (!active_[other]) continue;
      Edge out = edge(cycle[0], other);
      Edge in = edge(other, cycle[0]);
      in.score -= contraction.edges[0].score;
      for (std::size_t k = 1; k < cycle.size(); ++k) {
        if (edge(cycle[k], other).score > out.score) out = edge(cycle[k], other);
        const Edge into = edge(other, cycle[k]);
        if (into.score - contraction.edges[k].score > in.score) {
          in = {into.score - contraction.edges[k].score, into.head, into.dependent};
        }
      }
      edge(joint, other) = out;
      edge(other, joint) = in;
    }
    for (std::size_t k = 1; k < cycle.size(); ++k) {
      members_[joint].insert(members_[joint].end(), members_[cycle[k]].begin(), members_[cycle[k]].end());
    }
    active_[joint] = true;
    contractions_.push_back(std::move(contraction));
  }

  std::size_t size_;
  std::vector<Edge> edges_;  // [dependent × head]
  std::vector<std::uint32_t> best_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<bool> active_;
  std::vector<Contraction> contractions_;
};

}  // namespace

void best_tree(std::span<const float> scores, std::span<std::uint32_t> heads) {
  assert(scores.size() == heads.size() * (heads.size() + 1));
  if (heads.empty()) return;
  best_heads(scores, heads);
  if (!is_tree_with_one_root(heads)) Arborescence(scores, heads.size()).solve(heads);
}

}  // namespace entente::language
