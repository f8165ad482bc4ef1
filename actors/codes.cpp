#include "entente/actors/codes.h"

#include <array>
#include <utility>

namespace entente {

namespace {

template <class Value>
using Spelling = std::pair<std::string_view, Value>;

constexpr auto kKinds = std::to_array<Spelling<ActorKind>>({
    {"state", ActorKind::State},
    {"territory", ActorKind::Territory},
    {"de-facto", ActorKind::DeFacto},
    {"former", ActorKind::FormerState},
    {"igo", ActorKind::Igo},
    {"igo-body", ActorKind::IgoBody},
    {"alliance", ActorKind::Alliance},
    {"forum", ActorKind::Forum},
    {"peacekeeping", ActorKind::Peacekeeping},
    {"government", ActorKind::Government},
    {"intelligence", ActorKind::Intelligence},
    {"military", ActorKind::Military},
    {"legislature", ActorKind::Legislature},
    {"court", ActorKind::Court},
    {"central-bank", ActorKind::CentralBank},
    {"party", ActorKind::Party},
    {"militant", ActorKind::Militant},
    {"religious", ActorKind::Religious},
    {"ngo", ActorKind::Ngo},
    {"company", ActorKind::Company},
    {"city", ActorKind::City},
    {"region", ActorKind::Region},
    {"sea", ActorKind::Sea},
    {"site", ActorKind::Site},
    {"agency", ActorKind::Media},
    {"newspaper", ActorKind::Media},
    {"broadcaster", ActorKind::Media},
});

constexpr auto kOfficeClasses = std::to_array<Spelling<OfficeClass>>({
    {"head-of-state", OfficeClass::HeadOfState},
    {"head-of-government", OfficeClass::HeadOfGovernment},
    {"deputy-head-of-government", OfficeClass::DeputyHeadOfGovernment},
    {"vice-president", OfficeClass::VicePresident},
    {"foreign-minister", OfficeClass::ForeignMinister},
    {"defence-minister", OfficeClass::DefenceMinister},
    {"finance-minister", OfficeClass::FinanceMinister},
    {"interior-minister", OfficeClass::InteriorMinister},
    {"justice-minister", OfficeClass::JusticeMinister},
    {"trade-minister", OfficeClass::TradeMinister},
    {"energy-minister", OfficeClass::EnergyMinister},
    {"central-bank", OfficeClass::CentralBank},
    {"security", OfficeClass::Security},
    {"head-of-organisation", OfficeClass::HeadOfOrganisation},
    {"ambassador", OfficeClass::Ambassador},
    {"military", OfficeClass::Military},
    {"spokesperson", OfficeClass::Spokesperson},
    {"leader", OfficeClass::Leader},
    {"other", OfficeClass::Other},
});

constexpr auto kOfficeEnds = std::to_array<Spelling<OfficeEnd>>({{"stated", OfficeEnd::Stated},
                                                                 {"inferred", OfficeEnd::Inferred},
                                                                 {"open", OfficeEnd::Open},
                                                                 {"last-seen", OfficeEnd::LastSeen}});

constexpr auto kBodies = std::to_array<Spelling<BodyKind>>({{"", BodyKind::None},
                                                            {"state", BodyKind::State},
                                                            {"ministry", BodyKind::Ministry},
                                                            {"military", BodyKind::Military},
                                                            {"legislature", BodyKind::Legislature},
                                                            {"court", BodyKind::Court},
                                                            {"organisation", BodyKind::Organisation},
                                                            {"religious", BodyKind::Religious},
                                                            {"monarchy", BodyKind::Monarchy},
                                                            {"party", BodyKind::Party},
                                                            {"media", BodyKind::Media}});

constexpr auto kTitleClasses = std::to_array<Spelling<TitleClass>>({{"honorific", TitleClass::Honorific},
                                                                    {"military-rank", TitleClass::MilitaryRank},
                                                                    {"office", TitleClass::Office},
                                                                    {"spokesperson", TitleClass::Spokesperson},
                                                                    {"royal", TitleClass::Royal}});

constexpr auto kRoleClasses = std::to_array<Spelling<RoleClass>>(
    {{"body", RoleClass::Body}, {"group", RoleClass::Group}, {"role", RoleClass::Role}});

constexpr auto kMetonymKinds = std::to_array<Spelling<NameKind>>({{"capital", NameKind::Capital},
                                                                  {"seat", NameKind::Seat},
                                                                  {"building", NameKind::Building},
                                                                  {"other", NameKind::Alias}});

constexpr auto kGenders =
    std::to_array<Spelling<Gender>>({{"f", Gender::Female}, {"m", Gender::Male}, {"u", Gender::Either}});

template <class Value, std::size_t N>
std::optional<Value> value_of(const std::array<Spelling<Value>, N>& spellings, std::string_view text) {
  for (const auto& [spelling, value] : spellings) {
    if (spelling == text) return value;
  }
  return std::nullopt;
}

template <class Value, std::size_t N>
std::string_view spelling_of(const std::array<Spelling<Value>, N>& spellings, Value value) {
  for (const auto& [spelling, other] : spellings) {
    if (other == value) return spelling;
  }
  return {};
}

}  // namespace

std::optional<ActorKind> actor_kind_of(std::string_view text) { return value_of(kKinds, text); }
std::optional<OfficeClass> office_class_of(std::string_view text) { return value_of(kOfficeClasses, text); }
std::optional<OfficeEnd> office_end_of(std::string_view text) { return value_of(kOfficeEnds, text); }
std::optional<BodyKind> body_kind_of(std::string_view text) { return value_of(kBodies, text); }
std::optional<TitleClass> title_class_of(std::string_view text) { return value_of(kTitleClasses, text); }
std::optional<RoleClass> role_class_of(std::string_view text) { return value_of(kRoleClasses, text); }
std::optional<NameKind> metonym_kind_of(std::string_view text) { return value_of(kMetonymKinds, text); }
std::optional<Gender> gender_of(std::string_view text) { return value_of(kGenders, text); }

std::string_view code_of(ActorKind kind) { return spelling_of(kKinds, kind); }
std::string_view code_of(OfficeClass office_class) { return spelling_of(kOfficeClasses, office_class); }

}  // namespace entente
