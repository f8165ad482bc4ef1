#pragma once

#include "entente/base/error.h"
#include "entente/store/database.h"

namespace entente {

/// Checks that the file is a store that this program reads; a Write one that is empty or older is brought to the
/// present version in one transaction. Errors: InvalidArgument (no store), Version, and those of Database.
Result<void> bring_to_present_version(Database& database, DatabaseMode mode);

}  // namespace entente
