#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "entente/base/error.h"
#include "entente/export/diagram.h"

// The only code that touches Graphviz. Graphviz 2.42 crashes when two threads use it or a second context is made, so
// there is one lock and one context for the process; every function here may be called from any thread.
namespace entente::exporter {

enum class Picture : std::uint8_t { Svg, Png, Pdf };

/// More edges than that are no picture any more.
inline constexpr std::size_t kMaxDrawnEdges = 3000;

/// Okabe and Ito's colours, told apart with any kind of colour vision.
std::string_view line_colour(Tone tone);
std::string_view line_style(Status status);

/// The diagram in the DOT language, without positions: a function of the diagram alone. Errors: Unsupported.
Result<std::string> dot_text(const Diagram& diagram);

/// The diagram drawn, as the bytes of a file without its date of creation. Errors: Limit above kMaxDrawnEdges;
/// Unsupported with the message of Graphviz.
Result<std::string> draw(const Diagram& diagram, Picture picture);

}  // namespace entente::exporter
