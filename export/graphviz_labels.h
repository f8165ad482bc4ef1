#pragma once

struct Agraph_s;

namespace entente::exporter {

/// Moves edge labels of a graph that was laid out away from nodes and from each other, along their own lines. dot
/// itself keeps room for one label only of those between two clusters. Labels that are in nobody's way stay where they
/// are.
void separate_edge_labels(Agraph_s* graph);

}  // namespace entente::exporter
