#include "entente/ingest/link/link.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <string_view>
#include <vector>

#include "entente/actors/resolve.h"
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
      if (is_person(chain.type)) link_person(chain);
      if (chain.type == NodeType::Organisation && !chain.actor_id.empty()) doubt_body(chain);
      if (!chain.actor_id.empty() || is_person(chain.type)) continue;
      if (chain.type == NodeType::Organisation)
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
    if (chain.type == NodeType::Person && actor.type == NodeType::Official) chain.type = NodeType::Official;
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

  /// What the text says of the person besides the name.
  ActorQuery query_of(const CorefChain& chain) const {
    ActorQuery query;
    query.date = document_.article().date;
    // The country of somebody who is linked already may be that of the list.
    if (chain.actor_id.empty() && !chain.iso3.empty()) query.country = knowledge_.country(chain.iso3);
    return query;
  }

  std::vector<OfficeClass> offices_of(const CorefChain& chain) const {
    std::vector<OfficeClass> classes;
    for (const StatedOffice& stated : chain.offices) {
      const Title* title = language::find_title(knowledge_, lower(stated.title));
      if (title != nullptr && title->office) classes.push_back(*title->office);
    }
    return classes;
  }

  /// The fullest name that the text gives.
  std::string_view name_in_text(const CorefChain& chain) const {
    std::string_view fullest;
    for (const MentionId id : chain.mentions) {
      const Mention& m = document_.mentions[id.index()];
      if (m.kind == MentionKind::Name && document_.text_of(m.tokens).size() > fullest.size())
        fullest = document_.text_of(m.tokens);
    }
    return fullest;
  }

  /// Of the persons with that name the one that fits best by country, office and date; null if none does or two do.
  const Actor* best_of(const std::vector<const Name*>& names, const CorefChain& chain, double least) const {
    const ActorQuery query = query_of(chain);
    const std::vector<OfficeClass> offices = offices_of(chain);
    ActorId best;
    double best_score = 0;
    double second_score = 0;
    for (const Name* name : names) {
      const Actor& actor = knowledge_.actor(name->actor);
      if (!is_person(actor.type) || name->actor == best) continue;
      // Somebody of another country is a namesake.
      if (query.country.valid() && !actor.iso3.empty() && chain.iso3 != actor.iso3) continue;
      const double score = fit_person(knowledge_, name->actor, query, offices).score;
      if (score > best_score) {
        second_score = best_score;
        best_score = score;
        best = name->actor;
      } else {
        second_score = std::max(second_score, score);
      }
    }
    constexpr double kApart = 0.02;
    if (!best.valid() || best_score < least || best_score - second_score < kApart) return nullptr;
    return &knowledge_.actor(best);
  }

  void link_person(CorefChain& chain) {
    if (!is_named(chain)) return;
    const std::string_view text = chain.actor_id.empty() ? std::string_view(chain.name) : name_in_text(chain);
    if (text.find(' ') != std::string_view::npos) {
      constexpr double kNamed = 0.2;     // who will first be in office many years later is somebody else
      constexpr double kVariant = 0.45;  // nor is another spelling somebody of long ago
      const Actor* found = best_of(knowledge_.lookup(text), chain, kNamed);
      if (found == nullptr && chain.actor_id.empty() && knowledge_.lookup(text).empty())
        found = best_of(knowledge_.lookup_variant(text), chain, kVariant);
      if (found != nullptr && found->id != chain.actor_id) take(chain, *found);
    }
    // Who is known has the country of the list, whatever one stands beside the name.
    if (const Actor* known = actor_of(chain); known != nullptr && !known->iso3.empty()) chain.iso3 = known->iso3;
    place_offices(chain);
    mark_former_offices(chain);
  }

  /// Null: not in the actor data.
  const Actor* actor_of(const CorefChain& chain) const {
    const ActorId id = knowledge_.find(chain.actor_id);
    return id.valid() ? &knowledge_.actor(id) : nullptr;
  }

  /// "Prime Minister Ann Lee" says of which country where she is known to have held that office of one of whom the text
  /// speaks.
  void place_offices(CorefChain& chain) const {
    const ActorId person = knowledge_.find(chain.actor_id);
    if (!person.valid()) return;
    for (StatedOffice& stated : chain.offices) {
      if (stated.body.valid() || stated.country.valid()) continue;
      const Title* title = language::find_title(knowledge_, lower(stated.title));
      if (title == nullptr || !title->office) continue;
      for (const Office& office : knowledge_.offices(person)) {
        if (office.office_class != *title->office || !began(office)) continue;
        const Actor& of = knowledge_.actor(office.of);
        for (std::size_t i = 0; i < document_.chains.size(); ++i) {
          const CorefChain& country = document_.chains[i];
          if (of.type == NodeType::Country && country.type == NodeType::Country && country.iso3 == of.iso3 &&
              !country.mentions.empty()) {
            stated.country = ChainId(i);
          }
        }
      }
    }
  }

  /// Whether the office was held by the day of the article already, as far as both are known.
  bool began(const Office& office) const {
    const auto& date = document_.article().date;
    return !date || !office.held.from || first_day(*office.held.from) <= last_day(*date);
  }

  /// Who held an office until before the day of the article holds it no more, whether the text says "former" or not.
  void mark_former_offices(CorefChain& chain) const {
    constexpr std::int32_t kDoubtDays = 31;  // sources differ by some days
    const auto& date = document_.article().date;
    const ActorId person = knowledge_.find(chain.actor_id);
    if (!date || !person.valid()) return;
    for (StatedOffice& stated : chain.offices) {
      const Title* title = language::find_title(knowledge_, lower(stated.title));
      if (title == nullptr || !title->office) continue;
      bool known = false;
      bool ended = true;
      for (const Office& office : knowledge_.offices(person)) {
        if (office.office_class != *title->office) continue;
        known = true;
        const bool sure = office.end == OfficeEnd::Stated || office.end == OfficeEnd::Inferred;
        ended &= sure && office.held.to && last_day(*office.held.to) + kDoubtDays < first_day(*date);
      }
      stated.former |= known && ended;
    }
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
    const auto names = is_named(chain) ? knowledge_.lookup(chain.name) : std::vector<const Name*>();
    for (const Name* name : names) {
      const Actor& actor = knowledge_.actor(name->actor);
      if (actor.type != NodeType::Organisation || name->ambiguous) continue;
      if (country != nullptr && !actor.iso3.empty() && actor.iso3 != country->iso3) continue;
      take(chain, actor);
      return;
    }
    if (country != nullptr && chain.owner == ChainId(static_cast<std::size_t>(country - document_.chains.data()))) {
      if (const Actor* actor = body_of_country(chain.name, *country)) take(chain, *actor);
      return;
    }
    if (is_named(chain) && country == nullptr && chain.iso3.empty()) link_common_body(chain, names);
  }

  /// "Congress" in a text that has nothing to do with the country whose Congress is listed.
  void doubt_body(CorefChain& chain) const {
    const std::string text(name_in_text(chain));
    const auto names = knowledge_.lookup(text);
    const bool unsure = std::any_of(names.begin(), names.end(), [&](const Name* name) {
      return name->ambiguous && knowledge_.actor(name->actor).id == chain.actor_id;
    });
    const Actor& listed = knowledge_.actor(knowledge_.find(chain.actor_id));
    if (!unsure || listed.iso3.empty() || text == listed.name) return;
    const auto counts = country_mentions();
    const auto count = counts.find(std::string(listed.iso3));
    if (count != counts.end() && count->second > chain.mentions.size()) return;
    chain.actor_id.clear();
    chain.iso3.clear();
    chain.name = text;
    std::erase(chain.aliases, chain.name);
    chain.is_vague = true;
  }

  /// How often the text speaks of each country and of those who belong to one.
  std::map<std::string, std::size_t> country_mentions() const {
    std::map<std::string, std::size_t> counts;
    for (const CorefChain& chain : document_.chains)
      if (!chain.iso3.empty() && chain.type != NodeType::Place) counts[chain.iso3] += chain.mentions.size();
    return counts;
  }

  /// "Congress", "the Supreme Court": that of the country which the text is about, else nobody's.
  void link_common_body(CorefChain& chain, const std::vector<const Name*>& names) {
    const bool listed = std::any_of(names.begin(), names.end(), [&](const Name* name) {
      return name->ambiguous && knowledge_.actor(name->actor).type == NodeType::Organisation;
    });
    if (!listed && !is_common_body(chain.name)) return;
    const auto counts = country_mentions();
    const Actor* best = nullptr;
    std::size_t best_count = 0;
    bool tie = false;
    for (const Name* name : names) {
      const Actor& actor = knowledge_.actor(name->actor);
      const auto count = counts.find(std::string(actor.iso3));
      if (actor.type != NodeType::Organisation || count == counts.end() || best == &actor) continue;
      tie = count->second == best_count;
      if (count->second < best_count) continue;
      best = &actor;
      best_count = count->second;
    }
    if (best != nullptr && !tie) {
      take(chain, *best);
      return;
    }
    // No list has it, but there is only one country whose it can be.
    if (best == nullptr && counts.size() == 1 && is_common_body(chain.name)) {
      chain.iso3 = counts.begin()->first;
      for (std::size_t i = 0; i < document_.chains.size(); ++i) {
        const CorefChain& other = document_.chains[i];
        if (other.type == NodeType::Country && other.iso3 == chain.iso3) chain.owner = ChainId(i);
      }
      return;
    }
    chain.is_vague = true;
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
  if (chain.name.empty() || chain.is_vague) return false;
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
