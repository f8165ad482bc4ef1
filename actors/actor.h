#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

#include "entente/base/date.h"
#include "entente/base/id.h"
#include "entente/schemas/types.h"

namespace entente {

using ActorId = Id<struct ActorTag>;

/// What sort of country, organisation or place an actor is (the columns status and kind of data/actors).
enum class ActorKind : std::uint8_t {
  State,
  Territory,    // dependent territory or special region with a code of its own: Hong Kong, Greenland
  DeFacto,      // governs itself, recognised by few or none: Abkhazia, Somaliland
  FormerState,  // Soviet Union
  Igo,          // intergovernmental organisation
  IgoBody,      // organ of one: UN Security Council
  Alliance,
  Forum,
  Peacekeeping,
  Government,  // ministry, agency or other body of a state's executive
  Intelligence,
  Military,
  Legislature,
  Court,
  CentralBank,
  Party,
  Militant,
  Religious,
  Ngo,
  Company,
  Media,  // publishers and news agencies
  City,
  Region,  // province, federal state, historical or disputed region
  Sea,     // sea, strait, canal, river
  Site,    // base, plant, crossing, mountain
  Person,
  Agreement,
};

/// First and last day that something held, at the precision known; none: open or unknown.
struct Validity {
  std::optional<Date> from;
  std::optional<Date> to;

  /// Whether some day of `date` may lie within; open ends hold.
  bool covers(Date date) const {
    return (!from || first_day(*from) <= last_day(date)) && (!to || first_day(date) <= last_day(*to));
  }
};

/// Someone or something that the actor data lists. Views are bound to the KnowledgeBase.
struct Actor {
  std::string_view id;    // "country/KOR", "organisation/united-nations", "person/taro-kono", "place/aleppo"
  std::string_view name;  // as a graph shows it: "South Korea"
  std::string_view official_name;
  std::string_view family_name;  // of persons: "Kono", "Kang", "van der Leyen"
  std::string_view iso3;         // ISO 3166-1 alpha-3 of the country that it is or belongs to; empty if none
  std::string_view wikidata;     // "Q884"; empty if unknown
  NodeType type = NodeType::Country;
  ActorKind kind = ActorKind::State;
  char gender = 0;  // of persons: 'f', 'm', 0 unknown
  ActorId
      country;  // the country that it belongs to; of a territory, a de-facto state: the state that holds or claims it
  ActorId parent;  // the organisation that it is a body of
  Validity valid;
};

/// How a name names its actor.
enum class NameKind : std::uint8_t {
  Name,
  OfficialName,
  Alias,
  Abbreviation,
  DemonymNoun,    // one of its people: "Spaniard"
  DemonymPlural,  // its people: "Spaniards", "the French"
  DemonymAdjective,
  Capital,   // "Seoul": the state or the place
  Seat,      // seat of its government: "Kremlin", "Downing Street"
  Building,  // house of one institution: "Pentagon", "Foggy Bottom"
};

struct Name {
  std::string_view text;
  ActorId actor;
  ActorId institution;  // of a seat or building: the organisation that is meant, if listed
  NameKind kind = NameKind::Name;
  bool ambiguous = false;  // commonly means something else too ("Georgia", "Congress"): needs support from context
  Validity valid;          // of seats and capitals that moved
};

/// A run of tokens that is a listed name.
struct NameMatch {
  const Name* name = nullptr;  // bound to the KnowledgeBase
  std::uint32_t tokens = 0;
};

/// The standing kinds of office.
enum class OfficeClass : std::uint8_t {
  HeadOfState,
  HeadOfGovernment,
  DeputyHeadOfGovernment,
  VicePresident,
  ForeignMinister,
  DefenceMinister,
  FinanceMinister,
  InteriorMinister,
  JusticeMinister,
  TradeMinister,
  EnergyMinister,
  CentralBank,
  Security,  // national security adviser, head of an intelligence service
  HeadOfOrganisation,
  Ambassador,
  Military,  // chief of staff, commander
  Spokesperson,
  Leader,  // of a movement, party or de-facto power without one of the offices above
  Other,
};

inline constexpr std::size_t kOfficeClassCount = 19;

/// How far the end of an office is known.
enum class OfficeEnd : std::uint8_t {
  Stated,
  Inferred,  // from the successor's start
  Open,      // still in office when the source was written
  LastSeen,  // held until `to` at least
};

/// A person's time in an office. Views are bound to the KnowledgeBase.
struct Office {
  ActorId person;
  ActorId of;  // the country or organisation that it is an office of
  OfficeClass office_class = OfficeClass::Other;
  OfficeEnd end = OfficeEnd::Stated;
  std::string_view title;  // "Minister for Foreign Affairs"
  Validity held;
};

struct Membership {
  ActorId organisation;
  ActorId member;
  std::string_view role;  // "member", "observer", "candidate"
  Validity valid;
};

enum class Gender : std::uint8_t { Female, Male, Either };

/// What sort of body an office or a role belongs to.
enum class BodyKind : std::uint8_t {
  None,
  State,
  Ministry,
  Military,
  Legislature,
  Court,
  Organisation,
  Religious,
  Monarchy,
  Party,
  Media
};

enum class TitleClass : std::uint8_t { Honorific, MilitaryRank, Office, Spokesperson, Royal };

/// A title or noun of office that stands before or beside a name: "Lt. Gen.", "foreign minister", "spokeswoman".
struct Title {
  std::string_view text;  // lower case unless it is only a title when capitalised
  TitleClass title_class = TitleClass::Office;
  std::optional<OfficeClass> office;  // the standing office that it means, if any
  BodyKind body = BodyKind::None;
  std::optional<Gender> gender;
  ActorId country;  // it means `office` only in this country: "Secretary of State"
};

enum class RoleClass : std::uint8_t {
  Body,   // a standing body: "government", "parliament", "army"
  Group,  // people who act together: "rebels", "protesters", "lawmakers"
  Role,   // one person of such a group or body, or in an office: "rebel", "lawmaker", "official"
};

/// A common noun that can name an actor.
struct RoleNoun {
  std::string_view singular;
  std::string_view plural;  // empty: has none
  RoleClass role_class = RoleClass::Group;
  BodyKind body = BodyKind::None;
  bool is_state = false;  // its act is an act of the state: "government", "army", "regime"
};

}  // namespace entente
