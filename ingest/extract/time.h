#pragma once

#include <optional>

#include "entente/base/date.h"
#include "entente/ingest/extract/standing.h"

namespace entente::ingest {

/// When something happened or held; none where the text does not say.
struct TimeSpan {
  std::optional<Date> date;
  std::optional<Date> until;
};

/// Reads the time of a clause from its adverbials: absolute dates, dates relative to publication ("Thursday", "last
/// year"), ranges ("from 1910 until 1945"), "since". Without a publication date relative ones stay unknown.
class ClauseTime {
 public:
  ClauseTime(const Tree& tree, std::optional<Date> published, const Periods& periods)
      : tree_(tree), published_(published), periods_(periods) {}

  /// Looks at the predicate's own adverbials, then at those of the verb that its clause belongs to.
  TimeSpan of(TokenId predicate, const ClauseStanding& standing) const;
  /// Adverbials of one word only ("the pact of 1965", "the rule from 1910 until 1945").
  TimeSpan below(TokenId head, bool future) const;

 private:
  std::optional<Date> read(TokenRange words, bool future, bool last) const;

  const Tree& tree_;
  std::optional<Date> published_;
  const Periods& periods_;
};

}  // namespace entente::ingest
