#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// Text from articles made fit for labels: nothing in it may end a label, start markup or break the XML of a picture.
namespace entente::exporter {

/// One line of printable text: white space runs and control characters become one space; characters that XML forbids,
/// invisible direction marks and bytes that are no UTF-8 are left out. Ends are trimmed.
std::string clean_text(std::string_view text);

/// Clean text cut to at most that many characters (code points), the last one "…" if something was cut.
std::string shorten(std::string_view clean, std::size_t max_characters);

/// Clean text broken at spaces, and within longer words, into lines of at most that many characters; what does not fit
/// into max_lines is cut with "…". One line at the least.
std::vector<std::string> wrap(std::string_view clean, std::size_t max_characters, std::size_t max_lines);

/// Characters (code points) of clean text.
std::size_t length_in_characters(std::string_view clean);

/// For the text of an HTML-like label of Graphviz, which replaces "\N" and the like even there.
std::string escape_html_label(std::string_view clean);

/// For a tooltip, in which Graphviz replaces HTML entities once and backslash sequences twice. Line feeds stay.
std::string escape_tooltip(std::string_view text);

/// The address if it is one that a reader may be sent to (http, https), with whatever an IRI cannot hold as %XX; else
/// empty.
std::string web_address(std::string_view url);

}  // namespace entente::exporter
