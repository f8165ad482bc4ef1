#include "entente/ingest/link/link.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>
#include <vector>

#include "entente/base/json.h"
#include "entente/graph/ids.h"
#include "entente/language/mentions/titles.h"

namespace entente::ingest {

namespace {

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

/// "defense ministry" as a list would spell it: "Defense Ministry".
std::string title_case(std::string_view text) {
  std::string out(text);
  bool start = true;
  for (std::size_t i = 0; i < out.size(); ++i) {
    const bool small =
        out.compare(i, 3, "of ") == 0 || out.compare(i, 4, "and ") == 0 || out.compare(i, 4, "for ") == 0;
    if (start && !small && 'a' <= out[i] && out[i] <= 'z') out[i] = static_cast<char>(out[i] - 'a' + 'A');
    start = out[i] == ' ';
  }
  return out;
}

class Linker {
 public:
  Linker(Document& document, const KnowledgeBase& knowledge) : document_(document), knowledge_(knowledge) {}

  void run() {
    for (std::size_t i = 0; i < document_.chains.size(); ++i) {
      CorefChain& chain = document_.chains[i];
      if (!chain.actor_id.empty()) continue;
      if (is_person(chain.type))
        link_person(chain);
      else if (chain.type == NodeType::Organisation)
        link_body(chain);
      else if (chain.type == NodeType::Place)
        link_place(chain);
    }
    for (CorefChain& chain : document_.chains)
      if (chain.actor_id.empty()) rename(chain);
  }

 private:
  void take(CorefChain& chain, const Actor& actor) {
    chain.actor_id = actor.id;
    if (!actor.iso3.empty()) chain.iso3 = actor.iso3;
    if (chain.name != actor.name) {
      if (is_named(chain)) chain.aliases.insert(chain.aliases.begin(), chain.name);
      chain.name = actor.name;
      std::erase(chain.aliases, chain.name);
    }
  }

  bool is_named(const CorefChain& chain) const {
    return std::any_of(chain.mentions.begin(), chain.mentions.end(),
                       [&](MentionId m) { return document_.mentions[m.index()].kind == MentionKind::Name; });
  }

  // Persons.
  // ------------------------------------------------------------------------------------------------------------

  bool country_agrees(const CorefChain& chain, const Actor& person) const {
    return chain.iso3.empty() || person.iso3.empty() || chain.iso3 == person.iso3;
  }

  bool in_office(ActorId person, const CorefChain& chain) const {
    const auto& date = document_.article().date;
    for (const Office& office : knowledge_.offices(person)) {
      if (date && !office.held.covers(*date)) continue;
      for (const StatedOffice& stated : chain.offices) {
        const Title* title = language::find_title(knowledge_, lower(stated.title));
        if (title != nullptr && title->office && *title->office == office.office_class) return true;
      }
    }
    return false;
  }

  void link_person(CorefChain& chain) {
    if (!is_named(chain)) return;
    if (chain.name.find(' ') == std::string::npos) return;
    const Actor* found = nullptr;
    for (const Name* name : knowledge_.lookup(chain.name)) {
      const Actor& actor = knowledge_.actor(name->actor);
      if (!is_person(actor.type) || !country_agrees(chain, actor)) continue;
      if (found == nullptr || in_office(name->actor, chain)) found = &actor;
    }
    if (found != nullptr) take(chain, *found);
  }

  // Bodies.
  // -------------------------------------------------------------------------------------------------------------

  const CorefChain* owner_country(const CorefChain& chain) const {
    ChainId owner = chain.owner;
    for (int steps = 0; owner.valid() && steps < 4; ++steps) {
      const CorefChain& o = document_.chains[owner.index()];
      if (o.type == NodeType::Country) return &o;
      owner = o.owner;
    }
    return nullptr;
  }

  /// A listed body of that country by this description: "Japan" and "foreign ministry".
  const Actor* body_of_country(const std::string& description, const CorefChain& country) const {
    const std::string titled = title_case(description);
    const ActorId id = knowledge_.find(country.actor_id);
    std::vector<std::string> names;
    if (id.valid()) {
      for (const Name* name : knowledge_.names(id))
        if (name->kind == NameKind::Name || name->kind == NameKind::DemonymAdjective ||
            name->kind == NameKind::Abbreviation)
          names.push_back(std::string(name->text) + " " + titled);
    }
    names.push_back(titled + " of " + country.name);
    names.push_back(titled);
    for (const std::string& candidate : names)
      for (const Name* name : knowledge_.lookup(candidate)) {
        const Actor& actor = knowledge_.actor(name->actor);
        if (actor.type == NodeType::Organisation && actor.iso3 == country.iso3 && !country.iso3.empty()) return &actor;
      }
    return nullptr;
  }

  void link_body(CorefChain& chain) {
    const CorefChain* country = owner_country(chain);
    if (is_named(chain))
      for (const Name* name : knowledge_.lookup(chain.name)) {
        const Actor& actor = knowledge_.actor(name->actor);
        if (actor.type != NodeType::Organisation || name->ambiguous) continue;
        if (country != nullptr && !actor.iso3.empty() && actor.iso3 != country->iso3) continue;
        take(chain, actor);
        return;
      }
    if (country == nullptr || chain.owner != ChainId(static_cast<std::size_t>(country - document_.chains.data())))
      return;
    if (const Actor* actor = body_of_country(chain.name, *country)) take(chain, *actor);
  }

  void link_place(CorefChain& chain) {
    for (const Name* name : knowledge_.lookup(chain.name)) {
      const Actor& actor = knowledge_.actor(name->actor);
      if (actor.type != NodeType::Place || !(chain.iso3.empty() || actor.iso3.empty() || chain.iso3 == actor.iso3))
        continue;
      take(chain, actor);
      return;
    }
  }

  // Names for what has none of its own.
  // ---------------------------------------------------------------------------------

  bool is_capitalised_name(const CorefChain& chain) const { return is_named(chain); }

  /// "defense ministry" is "South Korea's defense ministry", "foreign minister" "Japan's foreign minister".
  void rename(CorefChain& chain) {
    if (chain.type == NodeType::Group) {
      rename_group(chain);
      return;
    }
    const bool body = chain.type == NodeType::Organisation && (!is_named(chain) || is_common_body(chain.name));
    const bool role = is_person(chain.type) && !is_named(chain);
    if (!body && !role) return;
    const CorefChain* owner = chain.owner.valid() ? &document_.chains[chain.owner.index()] : nullptr;
    if (owner == nullptr && !chain.offices.empty()) {
      const StatedOffice& office = chain.offices.front();
      if (office.body.valid())
        owner = &document_.chains[office.body.index()];
      else if (office.country.valid())
        owner = &document_.chains[office.country.index()];
    }
    if (owner == nullptr || owner->name.empty() || chain.name.empty() || mentions_owner(chain.name, *owner)) return;
    if (is_named(chain)) chain.aliases.insert(chain.aliases.begin(), chain.name);
    chain.name = owner->name + (owner->name.ends_with("s") ? "' " : "'s ") + chain.name;
  }

  /// Names that many countries have a body of: "Foreign Ministry", "Supreme Court".
  bool is_common_body(const std::string& name) const {
    const std::string last = lower(std::string_view(name).substr(name.find_last_of(' ') + 1));
    const RoleNoun* noun = knowledge_.role_noun(last);
    return noun != nullptr && noun->role_class == RoleClass::Body && std::count(name.begin(), name.end(), ' ') <= 1;
  }

  bool mentions_owner(const std::string& name, const CorefChain& owner) const {
    const std::string small = lower(name);
    if (small.find(lower(owner.name)) != std::string::npos) return true;
    const ActorId id = knowledge_.find(owner.actor_id);
    if (!id.valid()) return false;
    const auto names = knowledge_.names(id);
    return std::any_of(names.begin(), names.end(), [&](const Name* n) {
      const std::size_t at = small.find(lower(n->text));
      return at != std::string::npos && (at == 0 || small[at - 1] == ' ');
    });
  }

  /// "More than 100,000 people" is named "people".
  static std::string without_numbers(std::string_view text) {
    static constexpr std::array<std::string_view, 24> kCounts = {
        "more", "than",  "nearly", "about", "some", "at",    "least", "over", "around", "almost", "several", "many",
        "two",  "three", "four",   "five",  "six",  "seven", "eight", "nine", "ten",    "dozen",  "most",    "other"};
    while (true) {
      const std::size_t end = std::min(text.find(' '), text.size());
      if (end == text.size()) return std::string(text);
      const std::string word = lower(text.substr(0, end));
      const bool number = '0' <= word[0] && word[0] <= '9';
      if (!number && std::find(kCounts.begin(), kCounts.end(), word) == kCounts.end()) return std::string(text);
      text.remove_prefix(end + 1);
    }
  }

  void rename_group(CorefChain& chain) {
    std::string best;
    for (MentionId id : chain.mentions) {
      const Mention& m = document_.mentions[id.index()];
      const std::string_view text = document_.text_of(m.tokens);
      if (m.kind != MentionKind::Pronoun && text.size() > best.size()) best = text;
    }
    if (best.empty()) return;
    const CorefChain* country = owner_country(chain);
    if (!is_named(chain) && chain.name.size() > best.size()) best = chain.name;
    best = without_numbers(best);
    if (country != nullptr && !mentions_owner(best, *country)) best = country->name + " " + best;
    chain.name = best;
  }

  Document& document_;
  const KnowledgeBase& knowledge_;
};

// Claim ends.
// -------------------------------------------------------------------------------------------------------------

bool has_name(const Document& document, const CorefChain& chain) {
  return std::any_of(chain.mentions.begin(), chain.mentions.end(),
                     [&](MentionId m) { return document.mentions[m.index()].kind == MentionKind::Name; });
}

/// Words for groups that say nothing of who they are.
bool says_nothing(std::string_view name) {
  static constexpr std::array<std::string_view, 22> kVague = {
      "people",    "officials", "leaders", "men",       "women",    "children", "residents", "analysts",
      "experts",   "critics",   "sources", "others",    "members",  "allies",   "rivals",    "reporters",
      "observers", "sides",     "parties", "thousands", "hundreds", "officers"};
  const std::string small = lower(name);
  return std::find(kVague.begin(), kVague.end(), small) != kVague.end();
}

/// CONTRACT, Nodes.
bool is_node(const Document& document, const CorefChain& chain) {
  if (!chain.actor_id.empty()) return true;
  if (chain.name.empty()) return false;
  const bool named = has_name(document, chain);
  const bool owned = chain.owner.valid() || !chain.iso3.empty();
  switch (chain.type) {
    case NodeType::Person:
      // "An American": no name of his own.
      return std::any_of(chain.mentions.begin(), chain.mentions.end(), [&](MentionId m) {
        return document.mentions[m.index()].kind == MentionKind::Name && !document.mentions[m.index()].actor.valid();
      });
    case NodeType::Country:
    case NodeType::Place:
      return named;
    case NodeType::Official:
      return named || owned || std::any_of(chain.offices.begin(), chain.offices.end(), [](const StatedOffice& o) {
               return o.body.valid() || o.country.valid();
             });
    case NodeType::Organisation:
      return named || owned;
    case NodeType::Agreement:
      return named || !chain.parties.empty() || owned;
    case NodeType::Policy:
      return named || owned || !chain.parties.empty();
    case NodeType::Group:
      return named || owned || !says_nothing(chain.name);
  }
  return false;
}

std::string chain_id(const Document& document, const CorefChain& chain, int depth);

std::vector<std::string> party_ids(const Document& document, const CorefChain& chain, int depth) {
  std::vector<ChainId> chains;
  if (chain.type == NodeType::Agreement) chains = chain.parties;
  if (chain.type == NodeType::Policy && chain.owner.valid()) chains.push_back(chain.owner);
  std::vector<std::string> out;
  for (ChainId id : chains) {
    std::string party = depth < 3 ? chain_id(document, document.chains[id.index()], depth + 1) : std::string();
    if (!party.empty()) out.push_back(std::move(party));
  }
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

std::string chain_id(const Document& document, const CorefChain& chain, int depth) {
  if (!chain.actor_id.empty()) return chain.actor_id;
  if (!is_node(document, chain)) return {};
  return id_of_name(chain.type, chain.name, party_ids(document, chain, depth));
}

}  // namespace

void link(Document& document, const KnowledgeBase& knowledge) { Linker(document, knowledge).run(); }

ClaimEnd claim_end(const Document& document, MentionId mention, ChainId chain_id_of) {
  ClaimEnd end;
  if (mention.valid()) end.span = document.to_field(document.mentions[mention.index()].span).span;
  if (!chain_id_of.valid()) {
    if (mention.valid()) end.name = document.text_of(document.mentions[mention.index()].tokens);
    return end;
  }
  const CorefChain& chain = document.chains[chain_id_of.index()];
  if (!mention.valid() && !chain.mentions.empty())
    end.span = document.to_field(document.mentions[chain.mentions.front().index()].span).span;
  end.name = chain.name;
  end.iso3 = chain.iso3;
  if (!is_node(document, chain)) return end;
  end.type = chain.type;
  end.parties = party_ids(document, chain, 0);
  end.id = chain_id(document, chain, 0);
  end.aliases = chain.aliases;
  std::sort(end.aliases.begin(), end.aliases.end());
  end.aliases.erase(std::unique(end.aliases.begin(), end.aliases.end()), end.aliases.end());
  std::erase(end.aliases, end.name);
  return end;
}

ClaimEnd claim_end(const Document& document, MentionId mention) {
  return claim_end(document, mention, document.mentions[mention.index()].chain);
}

ClaimEnd claim_end(const Document& document, ChainId chain) { return claim_end(document, MentionId(), chain); }

bool is_reported(const Document& document, MentionId id) {
  const Mention& m = document.mentions[id.index()];
  if (!m.chain.valid()) return false;
  if (m.kind == MentionKind::Name) return true;
  const CorefChain& chain = document.chains[m.chain.index()];
  return is_node(document, chain) &&
         (m.kind == MentionKind::Nominal || has_name(document, chain) || chain.mentions.size() > 1);
}

Result<std::string> to_json_line(const Document& document, MentionId id) {
  const Mention& m = document.mentions[id.index()];
  const FieldSpan where = document.to_field(m.span);
  const ClaimEnd end = claim_end(document, id);
  // A national word is the country, also where a group of its people or a place in it is meant.
  const NodeType type = end.type.value_or(m.type);
  std::string_view kind = "name";
  if (m.kind == MentionKind::Nominal) kind = "nominal";
  if (m.kind == MentionKind::Pronoun) kind = "pronoun";
  JsonWriter out;
  out.begin_object();
  out.key("doc").string(document.article().id);
  out.key("field").string(where.field == Field::Title ? "title" : "text");
  out.key("begin").integer(where.span.begin).key("end").integer(where.span.end);
  out.key("text").string(m.span.of(document.text()));
  out.key("kind").string(kind);
  out.key("type").string(name(type));
  out.key("entity").string_or_null(end.id.empty() && m.kind == MentionKind::Name ? id_of_name(m.type, end.name)
                                                                                 : end.id);
  out.key("iso3").string_or_null(end.iso3);
  out.end_object();
  return out.take();
}

}  // namespace entente::ingest
