#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "entente/base/date.h"
#include "entente/base/span.h"
#include "entente/schemas/types.h"

namespace entente {

/// Which field of the article a claim's offsets count in.
enum class ArticleField : std::uint8_t { Title, Text };

/// One end of a claim: who or what, as far as its article and the actor data tell.
struct ClaimEnd {
  std::string id;                    // id in the actor data or the one that the name gives; empty: no node ("a thing")
  std::optional<NodeType> type;      // none: no node
  std::string iso3;                  // country that it is or belongs to; empty if unknown
  std::string name;                  // fullest name in the article, or of the actor data
  std::vector<std::string> aliases;  // other names of it in the article, without name, sorted
  ByteSpan span;                     // the mention
  /// Of an agreement or policy: ids of its parties or owner, sorted. Of a person: empty.
  std::vector<std::string> parties;

  bool is_node() const { return type.has_value(); }
  bool operator==(const ClaimEnd&) const = default;
};

/// What a claim is over: words, and the node that they name, if any.
struct ClaimTopic {
  std::string text;
  ByteSpan span;
  std::string id;  // empty: no node
  bool operator==(const ClaimTopic&) const = default;
};

/// The article that a claim was read in, as far as evidence needs it.
struct ClaimDocument {
  std::string id;
  std::string url;
  std::string source;  // publisher
  std::string title;
  std::optional<Date> date;
  bool operator==(const ClaimDocument&) const = default;
};

/// One relation stated in one sentence of one article, in the form of CONTRACT "A claim". Self-contained: needs no
/// document. Spans count UTF-8 bytes of `field` of the article.
struct Claim {
  ClaimDocument doc;
  ArticleField field = ArticleField::Text;
  std::uint32_t sentence = 0;  // from 0 within the field
  ByteSpan span;               // the sentence or clause that supports it
  ByteSpan trigger;            // the word or words that carry the relation
  std::string quote;           // the text of span

  RelationType type = RelationType::Criticizes;
  Status status = Status::Asserted;
  Commitment commitment = Commitment::None;
  std::string cameo;          // of the statement (schemas: coding_of); empty for lasting relations
  double confidence = 0;      // [0,1], calibrated: actors, direction, type and status are all right
  std::optional<Date> date;   // when it happened or began
  std::optional<Date> until;  // when it ended
  std::string office;         // holds-office-in, spokesperson-for: "foreign minister"

  ClaimEnd source;
  ClaimEnd target;
  std::optional<ClaimEnd> affected;
  std::optional<ClaimEnd> place;
  std::optional<ClaimEnd> speaker;
  std::optional<ClaimTopic> about;
  std::string by;  // who read it: "entente 0.1.0"

  bool operator==(const Claim&) const = default;
};

}  // namespace entente
