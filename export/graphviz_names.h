#pragma once

struct Agiddisc_s;

namespace entente::exporter {

/// Names of a graph's nodes, edges and subgraphs, numbered as they come. Graphviz itself numbers them by address and
/// keeps subgraphs in the order of these numbers, so that clusters would be written and drawn in another order every
/// time.
Agiddisc_s& names_in_order();

}  // namespace entente::exporter
