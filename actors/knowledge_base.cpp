#include "entente/actors/knowledge_base.h"

#include <algorithm>
#include <array>
#include <tuple>
#include <utility>

#include "entente/actors/fold.h"
#include "entente/actors/tables.h"

namespace entente {

namespace {

/// Whether the person may have been in office on a day of `date`.
bool held_on(const Office& office, Date date) {
  constexpr std::int32_t kUnseenDays = 366;  // an office last seen may have been held on until the next edition
  if (office.end != OfficeEnd::LastSeen || !office.held.to) return office.held.covers(date);
  return office.held.covers(date) ||
         (first_day(date) > last_day(*office.held.to) && first_day(date) <= last_day(*office.held.to) + kUnseenDays);
}

bool has_words(std::string_view key, std::string_view words) {
  const std::size_t at = key.find(words);
  return at != std::string_view::npos && (at == 0 || key[at - 1] == ' ') &&
         (at + words.size() == key.size() || key[at + words.size()] == ' ');
}

/// The key of an office's title, with one spelling of words that have two.
std::string title_key(std::string_view title) {
  std::string key = match_key(title);
  constexpr std::array<std::pair<std::string_view, std::string_view>, 3> kSpellings = {
      {{"advisor", "adviser"}, {"defence", "defense"}, {"vice minister", "deputy minister"}}};
  for (const auto& [from, to] : kSpellings) {
    for (std::size_t at = key.find(from); at != std::string::npos; at = key.find(from, at + to.size())) {
      key.replace(at, from.size(), to);
    }
  }
  return key;
}

/// Whether "the" holder of such an office is known by the class alone: there is one foreign minister, but many envoys.
bool has_one_holder(OfficeClass office_class) {
  switch (office_class) {
    case OfficeClass::HeadOfState:
    case OfficeClass::HeadOfGovernment:
    case OfficeClass::DeputyHeadOfGovernment:
    case OfficeClass::VicePresident:
    case OfficeClass::ForeignMinister:
    case OfficeClass::DefenceMinister:
    case OfficeClass::FinanceMinister:
    case OfficeClass::InteriorMinister:
    case OfficeClass::JusticeMinister:
    case OfficeClass::TradeMinister:
    case OfficeClass::EnergyMinister:
    case OfficeClass::CentralBank:
    case OfficeClass::HeadOfOrganisation:
    case OfficeClass::Leader:
      return true;
    case OfficeClass::Security:
    case OfficeClass::Ambassador:
    case OfficeClass::Military:
    case OfficeClass::Spokesperson:
    case OfficeClass::Other:
      return false;
  }
  return false;
}

/// Keys of fewer letters say too little: "Li" and "Lee".
constexpr std::size_t kMinSpellingKey = 4;

/// A token of punctuation only, which a name may run across: "Guinea - Bissau", "St . Lucia".
bool bridges(std::string_view token, std::string_view before) {
  return token == "-" || token == "\u2013" || token == "'" || token == "\u2019" || (token == "." && before.size() <= 4);
}

bool is_initial(std::string_view token) {
  return (token.size() == 1 || (token.size() == 2 && token[1] == '.')) && token[0] >= 'A' && token[0] <= 'Z';
}

/// The names of that key that a text may spell, each reading of an actor once, those written as the text first.
void spellings(const ActorTables& tables, std::string_view key, std::string_view folded,
               std::vector<const Name*>& out) {
  out.clear();
  for (const bool exact : {true, false}) {
    for (std::uint32_t i = tables.name_index.first(key); i != NameIndex::kEnd; i = tables.name_index.after(i)) {
      const Name& name = tables.names[i];
      const std::string listed = fold_name(name.text);
      if ((listed == folded) != exact || !case_agrees(listed, folded)) continue;
      const bool known = std::any_of(out.begin(), out.end(), [&name](const Name* other) {
        return other->actor == name.actor && other->kind == name.kind && other->institution == name.institution;
      });
      if (!known) out.push_back(&name);
    }
  }
}

/// Calls visit(key, folded, tokens) for every run of tokens from `at` that has at most as many words as a listed name
/// beginning with its first word.
template <class Visit>
void each_run(const NameIndex& index, std::span<const std::string_view> tokens, std::size_t at, Visit visit) {
  if (at >= tokens.size()) return;
  std::string folded;
  std::string key;
  std::uint32_t longest = 0;
  for (std::size_t i = at; i < tokens.size(); ++i) {
    if (i > at && bridges(tokens[i], tokens[i - 1])) continue;
    const std::size_t before = folded.size();
    append_folded(tokens[i], folded);
    if (folded.size() == before) return;
    key = folded;
    lower_in_place(key);
    if (i == at) {
      longest = index.longest(std::string_view(key).substr(0, key.find(' ')));
      if (longest == 0 && i + 1 < tokens.size()) {
        // "Sana" "'a": the first word may not be whole yet.
        if (!tokens[i + 1].starts_with('\'') && !tokens[i + 1].starts_with("\u2019")) return;
        continue;
      }
    } else if (longest == 0) {
      longest = index.longest(std::string_view(key).substr(0, key.find(' ')));
    }
    if (longest == 0) return;
    if (static_cast<std::uint32_t>(std::count(key.begin(), key.end(), ' ')) + 1 > longest) return;
    visit(std::string_view(key), std::string_view(folded), static_cast<std::uint32_t>(i - at + 1));
  }
}

}  // namespace

Result<KnowledgeBase> KnowledgeBase::load(const std::filesystem::path& folder,
                                          std::span<const std::filesystem::path> own) {
  auto tables = ActorTables::load(folder, own);
  if (!tables) return tl::make_unexpected(std::move(tables.error()));
  return KnowledgeBase(std::move(*tables));
}

KnowledgeBase::KnowledgeBase(std::unique_ptr<const ActorTables> tables) : tables_(std::move(tables)) {}
KnowledgeBase::KnowledgeBase(KnowledgeBase&&) noexcept = default;
KnowledgeBase& KnowledgeBase::operator=(KnowledgeBase&&) noexcept = default;
KnowledgeBase::~KnowledgeBase() = default;

std::span<const Actor> KnowledgeBase::actors() const { return tables_->actors; }

const Actor& KnowledgeBase::actor(ActorId id) const { return tables_->actors[id.index()]; }

ActorId KnowledgeBase::find(std::string_view id) const {
  const auto found = tables_->by_id.find(id);
  return found == tables_->by_id.end() ? ActorId() : found->second;
}

ActorId KnowledgeBase::country(std::string_view iso3) const {
  const auto found = tables_->by_iso3.find(iso3);
  return found == tables_->by_iso3.end() ? ActorId() : found->second;
}

std::vector<const Name*> KnowledgeBase::names(ActorId actor) const {
  std::vector<const Name*> names;
  for (const std::uint32_t i : tables_->names_of.of(actor)) names.push_back(&tables_->names[i]);
  return names;
}

std::vector<std::string_view> KnowledgeBase::merged_ids(ActorId actor) const {
  std::vector<std::string_view> ids;
  for (const auto& [id, merged] : tables_->merged_ids) {
    if (id == actor) ids.push_back(merged);
  }
  return ids;
}

bool KnowledgeBase::are_apart(std::string_view id, std::string_view other) const {
  return std::binary_search(tables_->never_merged.begin(), tables_->never_merged.end(),
                            std::pair(std::min(id, other), std::max(id, other)));
}

std::span<const ActorId> KnowledgeBase::successors(ActorId former_state) const {
  return tables_->successors.of(former_state);
}

std::vector<const Name*> KnowledgeBase::lookup(std::string_view text) const {
  std::vector<const Name*> names;
  const std::string folded = fold_name(text);
  std::string key = folded;
  lower_in_place(key);
  spellings(*tables_, key, folded, names);
  if (names.empty()) {
    // "Lea P. Stone", listed without the initial.
    const std::size_t first = text.find(' ');
    const std::size_t second = first == std::string_view::npos ? first : text.find(' ', first + 1);
    if (second != std::string_view::npos && is_initial(text.substr(first + 1, second - first - 1))) {
      names = lookup(std::string(text.substr(0, first)) + std::string(text.substr(second)));
      std::erase_if(names, [this](const Name* name) { return actor(name->actor).type != NodeType::Official; });
    }
  }
  return names;
}

void KnowledgeBase::match(std::span<const std::string_view> tokens, std::size_t at, std::vector<NameMatch>& out) const {
  out.clear();
  std::vector<const Name*> names;
  each_run(tables_->name_index, tokens, at, [&](std::string_view key, std::string_view folded, std::uint32_t length) {
    spellings(*tables_, key, folded, names);
    for (const Name* name : names) out.push_back({name, length});
  });
  match_across_initial(tokens, at, out);
  std::stable_sort(out.begin(), out.end(), [](const NameMatch& a, const NameMatch& b) { return a.tokens > b.tokens; });
}

void KnowledgeBase::match_across_initial(std::span<const std::string_view> tokens, std::size_t at,
                                         std::vector<NameMatch>& out) const {
  if (at + 2 >= tokens.size() || tokens[at].size() < 2 || !is_initial(tokens[at + 1])) return;
  constexpr std::size_t kNameTokens = 6;
  std::vector<std::string_view> kept{tokens[at]};
  for (std::size_t i = at + 2; i < tokens.size() && kept.size() < kNameTokens; ++i) kept.push_back(tokens[i]);
  std::vector<const Name*> names;
  each_run(tables_->name_index, kept, 0, [&](std::string_view key, std::string_view folded, std::uint32_t length) {
    if (length < 2) return;
    spellings(*tables_, key, folded, names);
    for (const Name* name : names) {
      if (actor(name->actor).type == NodeType::Official) out.push_back({name, length + 1});
    }
  });
}

std::span<const Office> KnowledgeBase::offices(ActorId person) const { return tables_->offices.of(person); }

std::vector<const Office*> KnowledgeBase::holders(OfficeClass office_class, ActorId of, Date date) const {
  const auto& offices = tables_->offices.values;
  const auto& held = tables_->offices_held;
  const auto key = std::tuple(of, office_class);
  auto at = std::lower_bound(held.begin(), held.end(), key, [&](std::uint32_t i, const auto& wanted) {
    return std::tuple(offices[i].of, offices[i].office_class) < wanted;
  });
  std::vector<const Office*> holders;
  for (; at != held.end() && std::tuple(offices[*at].of, offices[*at].office_class) == key; ++at) {
    if (held_on(offices[*at], date)) holders.push_back(&offices[*at]);
  }
  std::reverse(holders.begin(), holders.end());
  return holders;
}

std::vector<const Office*> KnowledgeBase::holders(std::string_view title, ActorId of, Date date) const {
  std::vector<OfficeClass> classes = office_classes(title, of);
  const bool listed = !classes.empty();
  if (!listed) {
    if (!titles(title).empty()) return {};
    for (std::size_t i = 0; i < kOfficeClassCount; ++i) classes.push_back(static_cast<OfficeClass>(i));
  }
  const std::string wanted = title_key(title);
  std::vector<const Office*> said;   // those whose title has the words
  std::vector<const Office*> meant;  // those whose class has one holder at a time
  for (const OfficeClass office_class : classes) {
    for (const Office* office : holders(office_class, of, date)) {
      if (has_words(title_key(office->title), wanted)) {
        said.push_back(office);
      } else if (listed && has_one_holder(office_class)) {
        meant.push_back(office);
      }
    }
  }
  // Iran has a supreme leader and a president: the one whose title says so.
  return said.empty() ? meant : said;
}

std::vector<OfficeClass> KnowledgeBase::office_classes(std::string_view title, ActorId of) const {
  std::vector<OfficeClass> classes;
  const auto add = [&classes](OfficeClass office_class) {
    if (std::find(classes.begin(), classes.end(), office_class) == classes.end()) classes.push_back(office_class);
  };
  bool of_this_country = false;
  for (const Title* reading : titles(title)) {
    if (!reading->office) continue;
    if (reading->country.valid()) {
      if (reading->country != of) continue;
      if (!of_this_country) classes.clear();
      of_this_country = true;
    } else if (of_this_country) {
      continue;
    }
    add(*reading->office);
    if (*reading->office == OfficeClass::Leader || *reading->office == OfficeClass::HeadOfOrganisation) {
      add(OfficeClass::HeadOfState);
      add(OfficeClass::HeadOfGovernment);
    }
  }
  if (!classes.empty() && of.valid() && actor(of).type == NodeType::Organisation) {
    // What is an office of state in a country is one of its leaders in an organisation: "the president of the bank".
    add(OfficeClass::HeadOfOrganisation);
    add(OfficeClass::Leader);
  }
  return classes;
}

std::vector<const Office*> KnowledgeBase::by_family_name(std::string_view family_name, Date date) const {
  std::vector<const Office*> found;
  const auto add_offices = [&](const std::vector<ActorId>& persons) {
    for (const ActorId person : persons) {
      for (const Office& office : offices(person)) {
        if (held_on(office, date)) found.push_back(&office);
      }
    }
  };
  add_offices(persons_called(family_name, Spelling::AsListed));
  if (found.empty()) add_offices(persons_called(family_name, Spelling::Variant));
  return found;
}

std::vector<ActorId> KnowledgeBase::persons_called(std::string_view family_name, Spelling spelling) const {
  const bool listed = spelling == Spelling::AsListed;
  const std::string key = listed ? match_key(family_name) : tables_->spellings.key(family_name);
  if (!listed && key.size() < kMinSpellingKey) return {};
  std::vector<ActorId> persons;
  if (listed) {
    const NameIndex& index = tables_->family_index;
    for (std::uint32_t i = index.first(key); i != NameIndex::kEnd; i = index.after(i))
      persons.push_back(tables_->families[i].person);
  } else {
    tables_->spelled_families.find(key, [&](std::uint32_t i) {
      if (spelling_key(tables_->families[i].text) == key) persons.push_back(tables_->families[i].person);
    });
  }
  std::sort(persons.begin(), persons.end());
  persons.erase(std::unique(persons.begin(), persons.end()), persons.end());
  return persons;
}

std::vector<const Name*> KnowledgeBase::lookup_any_case(std::string_view text) const {
  std::vector<const Name*> found;
  const NameIndex& index = tables_->name_index;
  for (std::uint32_t i = index.first(match_key(text)); i != NameIndex::kEnd; i = index.after(i)) {
    const Name& name = tables_->names[i];
    const bool known = std::any_of(found.begin(), found.end(), [&](const Name* other) {
      return other->actor == name.actor && other->kind == name.kind;
    });
    if (!known) found.push_back(&name);
  }
  return found;
}

std::vector<const Name*> KnowledgeBase::lookup_variant(std::string_view text) const {
  std::vector<const Name*> found;
  const std::string key = tables_->spellings.key(text);
  if (key.size() < kMinSpellingKey) return found;
  tables_->spelled_persons.find(key, [&](std::uint32_t i) {
    const Name& name = tables_->names[i];
    const bool known =
        std::any_of(found.begin(), found.end(), [&](const Name* other) { return other->actor == name.actor; });
    if (!known && spelling_key(name.text) == key) found.push_back(&name);
  });
  return found;
}

std::string KnowledgeBase::spelling_key(std::string_view name) const { return tables_->spellings.key(name); }

std::span<const Membership> KnowledgeBase::members(ActorId organisation) const {
  return tables_->members.of(organisation);
}

bool KnowledgeBase::is_member(ActorId member, ActorId organisation, Date date) const {
  const auto all = members(organisation);
  return std::any_of(all.begin(), all.end(), [&](const Membership& membership) {
    return membership.member == member && membership.role == "member" && membership.valid.covers(date);
  });
}

std::vector<ActorId> KnowledgeBase::memberships(ActorId member, Date date) const {
  std::vector<ActorId> organisations;
  for (const std::uint32_t i : tables_->memberships.of(member)) {
    const Membership& membership = tables_->members.values[i];
    if (membership.role == "member" && membership.valid.covers(date)) organisations.push_back(membership.organisation);
  }
  organisations.erase(std::unique(organisations.begin(), organisations.end()), organisations.end());
  return organisations;
}

std::span<const ActorId> KnowledgeBase::parties(ActorId agreement) const { return tables_->parties.of(agreement); }

const Title* KnowledgeBase::match_title(std::span<const std::string_view> tokens, std::size_t at,
                                        std::uint32_t& length) const {
  const Title* found = nullptr;
  length = 0;
  const NameIndex& index = tables_->title_index;
  each_run(index, tokens, at, [&](std::string_view key, std::string_view folded, std::uint32_t run) {
    for (std::uint32_t i = index.first(key); i != NameIndex::kEnd; i = index.after(i)) {
      const Title& title = tables_->titles[i];
      const bool any_case = title.title_class == TitleClass::Office || title.title_class == TitleClass::Spokesperson;
      if (any_case || case_agrees(fold_name(title.text), folded)) {
        found = &title;
        length = run;
        return;
      }
    }
  });
  return found;
}

std::vector<const Title*> KnowledgeBase::titles(std::string_view text) const {
  std::vector<const Title*> found;
  const NameIndex& index = tables_->title_index;
  for (std::uint32_t i = index.first(match_key(text)); i != NameIndex::kEnd; i = index.after(i)) {
    found.push_back(&tables_->titles[i]);
  }
  return found;
}

const RoleNoun* KnowledgeBase::role_noun(std::string_view word) const {
  const std::uint32_t i = tables_->role_index.first(match_key(word));
  return i == NameIndex::kEnd ? nullptr : &tables_->role_nouns[i / 2];
}

std::optional<Gender> KnowledgeBase::given_name(std::string_view word) const {
  const std::uint32_t first = tables_->given_index.first(match_key(word));
  if (first == NameIndex::kEnd) return std::nullopt;
  // Spellings that differ in diacritics only may differ in gender.
  Gender gender = tables_->given_genders[first];
  for (std::uint32_t i = tables_->given_index.after(first); i != NameIndex::kEnd; i = tables_->given_index.after(i)) {
    if (tables_->given_genders[i] != gender) gender = Gender::Either;
  }
  return gender;
}

ActorId KnowledgeBase::publisher(std::string_view name_or_domain) const {
  if (name_or_domain.starts_with("www.")) name_or_domain.remove_prefix(4);
  const std::uint32_t i = tables_->publisher_index.first(match_key(name_or_domain));
  return i == NameIndex::kEnd ? ActorId() : tables_->publishers[i];
}

}  // namespace entente
