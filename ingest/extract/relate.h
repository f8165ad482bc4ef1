#pragma once

#include <optional>

#include "entente/ingest/extract/patterns.h"
#include "entente/language/document.h"

namespace entente::ingest {

class RelationModel;

/// What the actor at one span does to the actor at another.
struct Answer {
  std::optional<RelationType> type;  // none: below the threshold, then `coding` is the best guess
  Status status = Status::Asserted;
  Coding coding;
  double confidence = 0;  // [0,1]
};

/// Makes the span a mention that may act, if it is none; its head word (head_of_span).
TokenId mark_actor(Document& document, ByteSpan span);

/// Types the relation between two spans (bytes of Document::text()) of an annotated document. Spans that are no
/// mentions yet are made ones in the document. Without a model the frames alone answer.
Answer relate(Document& document, ByteSpan source, ByteSpan target, const Patterns& patterns,
              const RelationModel* model = nullptr);

}  // namespace entente::ingest
