#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "entente/actors/import/codes.h"
#include "entente/actors/import/own_rows.h"
#include "entente/base/diagnostics.h"

namespace entente {

/// Turns a Wikidata JSON dump (one array, an entity a line;
/// https://doc.wikimedia.org/Wikibase/master/php/docs_topics_json.html) into rows of a table of actors, an entity at a
/// time and without memory of those before: countries, persons who hold or held a position (P39) with its dates,
/// organisations, treaties (P31 by data/actors/wikidata_classes.tsv, or P1891), and the positions themselves. Of actors
/// that are listed already only names and offices. Entities refer to each other by their Wikidata ids; who reads the
/// table finds them. Labels and aliases are the English ones; entities without an English label are left out. Lines
/// that are no entity go to diagnostics as FILE:LINE, and the next one is read.
class WikidataImport {
 public:
  WikidataImport(const KnowledgeBase& knowledge, const WikidataClasses& classes);

  void read_line(std::string_view line, const std::string& where, Diagnostics& diagnostics);
  OwnRows& rows() { return rows_; }
  const OwnRows& rows() const { return rows_; }

 private:
  void add_actor(std::string_view id, std::initializer_list<std::pair<Column, std::string_view>> cells,
                 std::string_view label, const std::string& aliases);

  const KnowledgeBase& knowledge_;
  const WikidataClasses& classes_;
  std::unordered_map<std::string_view, ActorId> listed_;  // by Wikidata id
  OwnRows rows_;
};

}  // namespace entente
