#pragma once

#include <string>
#include <vector>

#include "entente/graph/claim.h"
#include "entente/ingest/extract/patterns.h"
#include "entente/language/document.h"

namespace entente::ingest {

class RelationModel;

struct ExtractOptions {
  /// Named as the reader of the claims (Claim::by).
  std::string by = "entente";
  /// Weighs what the frames find and finds more; null: the frames alone.
  const RelationModel* relations = nullptr;
};

/// Reads the claims of an annotated document: parsed, with mentions, chains and links. In order of field (title first),
/// begin, trigger, source, target. A claim on an end that is no node (a thing) has an end without id and type.
std::vector<Claim> extract(const Document& document, const Patterns& patterns, const ExtractOptions& options = {});

}  // namespace entente::ingest
