#pragma once

namespace entente {

/// schema.sql: makes an empty store of version 1.
extern const char* const kSchemaSql;

}  // namespace entente
