#pragma once

#include <gtest/gtest.h>

#include "entente/ingest/extract/patterns.h"

namespace entente::ingest {

/// The shipped lexicon of extraction, read once a test program.
inline const Patterns& shipped_patterns() {
  static const auto loaded = Patterns::load(ENTENTE_DATA_DIR "/patterns");
  if (!loaded) ADD_FAILURE() << loaded.error().to_string();
  return *loaded;
}

}  // namespace entente::ingest
