#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "entente/actors/knowledge_base.h"

namespace entente {

/// What is known of a name besides its words.
struct ActorQuery {
  std::optional<Date> date;  // on which it was written
  ActorId country;           // whose it is, or whose news it is in
};

/// Somebody whom a text may mean.
struct Candidate {
  ActorId actor;
  double score = 0;              // [0,1], not calibrated: to be compared with the others' only
  std::vector<std::string> why;  // what speaks for and against it, in words, most telling first
};

/// The listed actors that a whole text may mean, best first, then by id: by a name ("Tokio", "Recep Tayyip Erdogan"),
/// by another spelling of a person's name ("Mouammar Kadhafi"), by family name, with or without a title ("President
/// Rohani"), or by office and country ("the foreign minister of Japan", "Japan's foreign minister"). Country, office
/// and date keep namesakes apart: who holds an office then comes before who held it, and that before who will.
std::vector<Candidate> resolve_actor(const KnowledgeBase& knowledge, std::string_view text, const ActorQuery& query);

/// The first of the candidates if it is likely enough and far enough before the second; else invalid.
ActorId clear_winner(std::span<const Candidate> candidates);

/// How well a listed person fits what a text says, [0,1], not calibrated; 0: cannot be meant.
struct PersonFit {
  double score = 0;
  std::vector<std::string> why;
};

/// The classes of office that the text gives the person; empty: none.
PersonFit fit_person(const KnowledgeBase& knowledge, ActorId person, const ActorQuery& query,
                     std::span<const OfficeClass> offices);

}  // namespace entente
