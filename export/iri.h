#pragma once

#include <string>
#include <string_view>

#include "entente/base/error.h"

// IRIs of the RDF formats (RFC 3987).
namespace entente::exporter {

/// The id as a relative IRI: what may not stand in a path, or would be read as a scheme, query or fragment, as %XX.
std::string iri_path(std::string_view id);

/// The Wikidata entity of an item number, or empty if it is none ("Q" and digits).
std::string wikidata_iri(std::string_view item);

/// Errors: InvalidArgument, source "base", for anything but an absolute IRI with host that ends in "/".
Result<void> check_base_iri(std::string_view base);

}  // namespace entente::exporter
