#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "entente/actors/actor.h"
#include "entente/base/error.h"

namespace entente {

struct ActorTables;

/// Whether a name must be one of the list or may be spelled otherwise.
enum class Spelling : std::uint8_t { AsListed, Variant };

/// Who there is in the world, and when: the tables of data/actors, read once and frozen. Any thread may read.
/// Views and pointers that it hands out are bound to it and survive a move of it.
class KnowledgeBase {
 public:
  /// Reads the tables in `folder`, then those of a user's own (docs/formats/actors.md), which add to them and overrule
  /// them, later ones the earlier. Errors: a table that is missing or has a malformed row: FILE:LINE and the reason.
  [[nodiscard]] static Result<KnowledgeBase> load(const std::filesystem::path& folder,
                                                  std::span<const std::filesystem::path> own = {});

  KnowledgeBase(KnowledgeBase&&) noexcept;
  KnowledgeBase& operator=(KnowledgeBase&&) noexcept;
  ~KnowledgeBase();

  // Actors. -----------------------------------------------------------------------------------------------------------
  /// In order of table and id.
  std::span<const Actor> actors() const;
  const Actor& actor(ActorId id) const;
  /// By id ("country/KOR"); invalid if it is not listed.
  ActorId find(std::string_view id) const;
  /// The country of today with that ISO 3166-1 alpha-3 code; a former state's code only if no other has it.
  ActorId country(std::string_view iso3) const;
  /// Its listed names, its own name first.
  std::vector<const Name*> names(ActorId actor) const;
  /// Ids of others that mean this actor, by a user's table.
  std::vector<std::string_view> merged_ids(ActorId actor) const;
  /// Whether a user's table says that these ids, listed or not, are two actors.
  bool are_apart(std::string_view id, std::string_view other) const;
  /// The states that a former state became.
  std::span<const ActorId> successors(ActorId former_state) const;

  // Names. ------------------------------------------------------------------------------------------------------------
  /// Every listed name that the whole text spells, each reading of an actor once, those written as the text first, else
  /// in order of table. Diacritics, hyphens, apostrophes and full stops do not matter
  /// ("Erdogan", "Kim Jong Un", "US" for "U.S."); what a listed name capitalises, the text must: "us" is no country. A
  /// person's name may have an initial that the list has not.
  std::vector<const Name*> lookup(std::string_view text) const;
  /// The same whatever the case of letters: for names that people type.
  std::vector<const Name*> lookup_any_case(std::string_view text) const;
  /// Of each person that has a name of two words or more of which the text may be another spelling ("Mouammar
  /// Kadhafi"), that name. What is meant by the text is sure only where nothing else is and one fits by country or
  /// date.
  std::vector<const Name*> lookup_variant(std::string_view text) const;
  /// What the spellings of a name have in common (actors/spelling.h).
  std::string spelling_key(std::string_view name) const;
  /// The listed names that begin at tokens[at] and end at a token's end, longest first, then in the order of lookup.
  /// A name may be split otherwise than the text ("Guinea", "-", "Bissau"), and a person's may have an initial there
  /// that the list has not ("Lea P. Stone").
  void match(std::span<const std::string_view> tokens, std::size_t at, std::vector<NameMatch>& out) const;

  // Offices. ----------------------------------------------------------------------------------------------------------
  /// In order of their start.
  std::span<const Office> offices(ActorId person) const;
  /// Those who may have held an office of that class in `of` (a country or organisation) on a day of `date`, latest
  /// start first. An office that its source left open counts as held ever since, unless the same office has a later
  /// holder.
  std::vector<const Office*> holders(OfficeClass office_class, ActorId of, Date date) const;
  /// The same for an office by its words: "foreign minister", "Secretary of State", "secretary-general". Of offices
  /// that many hold at a time ("envoy", "spokesman") only those whose title has the words ("State Department
  /// spokeswoman").
  std::vector<const Office*> holders(std::string_view title, ActorId of, Date date) const;
  /// Offices at `date` of the persons with that family name ("Kono"), in order of the person's id; if there is none, of
  /// those whose family name it may be another spelling of ("Rohani").
  std::vector<const Office*> by_family_name(std::string_view family_name, Date date) const;
  /// The persons that are called so in short, in order.
  std::vector<ActorId> persons_called(std::string_view family_name, Spelling spelling) const;

  // Membership and agreements. ----------------------------------------------------------------------------------------
  /// In order of organisation and member.
  std::span<const Membership> members(ActorId organisation) const;
  bool is_member(ActorId member, ActorId organisation, Date date) const;
  /// Organisations and alliances that it belonged to then.
  std::vector<ActorId> memberships(ActorId member, Date date) const;
  /// Countries and organisations that are party to it; empty if they are many or unknown.
  std::span<const ActorId> parties(ActorId agreement) const;

  // Words. ------------------------------------------------------------------------------------------------------------
  /// The longest listed title that begins at tokens[at], and its length in tokens (0: none). Ranks, honorifics and
  /// royal titles must be capitalised ("General", not "general"); offices need not be.
  const Title* match_title(std::span<const std::string_view> tokens, std::size_t at, std::uint32_t& length) const;
  /// All readings of a title by its whole text: "chancellor" is one office in Berlin and another in London.
  std::vector<const Title*> titles(std::string_view text) const;
  /// By singular or plural, in any case.
  const RoleNoun* role_noun(std::string_view word) const;
  /// Of a given name ("Condoleezza"); none if it is not listed as one.
  std::optional<Gender> given_name(std::string_view word) const;
  /// Publisher or news agency by one of its names or its domain ("www.reuters.com"); invalid if it is not listed.
  ActorId publisher(std::string_view name_or_domain) const;

 private:
  /// The classes of office that the title may mean in `of`.
  std::vector<OfficeClass> office_classes(std::string_view title, ActorId of) const;
  void match_across_initial(std::span<const std::string_view> tokens, std::size_t at,
                            std::vector<NameMatch>& out) const;
  explicit KnowledgeBase(std::unique_ptr<const ActorTables> tables);
  std::unique_ptr<const ActorTables> tables_;
};

}  // namespace entente
