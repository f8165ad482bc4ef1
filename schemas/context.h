#pragma once

#include <string_view>

namespace entente {

/// The terms of schemas/context.jsonld as JSON members, without braces: a writer puts its own @base and @vocab before
/// them.
std::string_view jsonld_context_terms();

}  // namespace entente
