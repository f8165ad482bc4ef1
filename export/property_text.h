#pragma once

#include <string>

#include "entente/export/property_table.h"

namespace entente::exporter {

/// The value as the text of formats whose attributes are scalars: dates in ISO 8601, lists as JSON arrays, which
/// Gephi takes for lists too. Requires a value, and UTF-8.
std::string property_text(const PropertyValue& value);

}  // namespace entente::exporter
