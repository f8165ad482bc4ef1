#pragma once

#include <string_view>

// The parts of the explorer page that do not depend on the graph; the build makes them of export/explorer and of the
// npm package cytoscape.
namespace entente::exporter {

extern const std::string_view kExplorerPage;     // HTML of the body
extern const std::string_view kExplorerStyle;    // CSS
extern const std::string_view kExplorerScript;   // JavaScript
extern const std::string_view kExplorerLibrary;  // Cytoscape.js with its licence

}  // namespace entente::exporter
