#pragma once

struct Agraph_s;

// What dot leaves too close together in a graph that it has laid out.
namespace entente::exporter {

/// Bends lines between the same two nodes that lie on each other, as those there and back between neighbours do.
void separate_parallel_lines(Agraph_s* graph);

/// Moves edge labels away from nodes and from each other, along their own lines. dot keeps room for one label only of
/// those between two clusters. Labels that are in nobody's way stay where they are.
void separate_edge_labels(Agraph_s* graph);

}  // namespace entente::exporter
