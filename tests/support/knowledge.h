#pragma once

#include <gtest/gtest.h>

#include "entente/actors/knowledge_base.h"

namespace entente::support {

/// The shipped actor data, read once a test program.
inline const KnowledgeBase& knowledge() {
  static const auto loaded = KnowledgeBase::load(ENTENTE_DATA_DIR "/actors");
  if (!loaded) ADD_FAILURE() << loaded.error().to_string();
  return *loaded;
}

}  // namespace entente::support
