#include "entente/actors/resolve.h"

#include <algorithm>
#include <array>

#include "entente/actors/fold.h"

namespace entente {

namespace {

constexpr double kLikelyEnough = 0.5;
constexpr double kFarEnough = 0.08;

bool is_person(const Actor& actor) { return actor.kind == ActorKind::Person; }

/// Closer to 1 by that part of what is missing.
double raised(double score, double part) { return 1 - (1 - score) * (1 - part); }

/// How much a way of naming says by itself.
double weight(NameKind kind) {
  switch (kind) {
    case NameKind::Name:
    case NameKind::OfficialName:
      return 0.9;
    case NameKind::Alias:
      return 0.85;
    case NameKind::Abbreviation:
      return 0.8;
    case NameKind::Capital:
    case NameKind::Seat:
    case NameKind::Building:
      return 0.75;
    case NameKind::DemonymNoun:
    case NameKind::DemonymPlural:
    case NameKind::DemonymAdjective:
      return 0.7;
  }
  return 0;
}

std::string_view words_of(NameKind kind) {
  switch (kind) {
    case NameKind::Name:
      return "the name";
    case NameKind::OfficialName:
      return "the official name";
    case NameKind::Alias:
      return "another name";
    case NameKind::Abbreviation:
      return "an abbreviation of the name";
    case NameKind::Capital:
      return "the capital";
    case NameKind::Seat:
      return "the seat of government";
    case NameKind::Building:
      return "a building of it";
    case NameKind::DemonymNoun:
    case NameKind::DemonymPlural:
      return "the people";
    case NameKind::DemonymAdjective:
      return "the adjective";
  }
  return {};
}

std::string quoted(std::string_view text) { return "'" + std::string(text) + "'"; }

std::string period(const Validity& held, OfficeEnd end) {
  std::string out = held.from ? to_string(*held.from) : "?";
  out += " to ";
  if (held.to) out += to_string(*held.to);
  if (!held.to) out += end == OfficeEnd::Open ? "now" : "?";
  if (end == OfficeEnd::LastSeen) out += " at least";
  return out;
}

/// Whether the person may have been in office on a day of `date`; last-seen ends may be a year late.
bool is_held(const KnowledgeBase& knowledge, const Office& office, Date date) {
  const auto holders = knowledge.holders(office.office_class, office.of, date);
  return std::find(holders.begin(), holders.end(), &office) != holders.end();
}

enum class Standing : std::uint8_t { Held, Ended, Later };

Standing standing_of(const KnowledgeBase& knowledge, const Office& office, Date date) {
  if (is_held(knowledge, office, date)) return Standing::Held;
  return office.held.from && first_day(*office.held.from) > last_day(date) ? Standing::Later : Standing::Ended;
}

std::string described(const KnowledgeBase& knowledge, const Office& office, std::string_view standing) {
  return std::string(standing) + quoted(office.title) + " of " + std::string(knowledge.actor(office.of).name) + ", " +
         period(office.held, office.end);
}

/// The words of a query, in the places that they have in it.
struct Words {
  std::vector<std::string> owned;
  std::vector<std::string_view> tokens;
};

Words words_of(std::string_view text) {
  Words words;
  const auto add = [&words](std::string_view token) {
    if (!token.empty()) words.owned.emplace_back(token);
  };
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    std::string_view token = text.substr(begin, end - begin);
    begin = end + 1;
    while (!token.empty() && (token.front() == '"' || token.front() == '(')) token.remove_prefix(1);
    while (!token.empty() && std::string_view(",;:!?\")").find(token.back()) != std::string_view::npos)
      token.remove_suffix(1);
    for (const std::string_view mark : {"'s", "\u2019s"}) {
      if (token.size() > mark.size() && token.ends_with(mark)) token.remove_suffix(mark.size());
    }
    if (token.size() > 1 && (token.ends_with('\'') || token.ends_with("\u2019")))
      token.remove_suffix(token.ends_with('\'') ? 1 : 3);
    add(token);
  }
  for (const std::string& word : words.owned) words.tokens.emplace_back(word);
  return words;
}

bool is_former_word(std::string_view key) {
  return key == "former" || key == "ex" || key == "then" || key == "late" || key == "outgoing";
}

bool is_small_word(std::string_view key) {
  return key == "the" || key == "of" || key == "for" || key == "a" || key == "an";
}

/// A text taken apart: "the foreign minister of Japan, Taro Kono".
struct Description {
  std::string title;
  ActorId of;
  std::string of_name;
  std::string name;  // what is neither title nor country
  bool former = false;
};

/// A name of a country or organisation by which an office may be of it.
const NameMatch* owner(const KnowledgeBase& knowledge, const std::vector<NameMatch>& matches) {
  for (const NameMatch& match : matches) {
    const NodeType type = knowledge.actor(match.name->actor).type;
    if (type == NodeType::Country || type == NodeType::Organisation) return &match;
  }
  return nullptr;
}

Description take_apart(const KnowledgeBase& knowledge, std::string_view text) {
  const Words words = words_of(text);
  Description found;
  std::vector<NameMatch> matches;
  for (std::size_t i = 0; i < words.tokens.size();) {
    std::uint32_t length = 0;
    const Title* title = knowledge.match_title(words.tokens, i, length);
    knowledge.match(words.tokens, i, matches);
    const NameMatch* match = owner(knowledge, matches);
    // "NATO secretary-general" is listed as a title.
    if (match != nullptr && match->tokens < length && !found.of.valid()) title = nullptr;
    if (title != nullptr && title->title_class != TitleClass::Honorific && found.title.empty()) {
      for (std::uint32_t k = 0; k < length; ++k) found.title += (k > 0 ? " " : "") + words.owned[i + k];
      i += length;
      continue;
    }
    if (title != nullptr && title->title_class == TitleClass::Honorific) {
      i += length;
      continue;
    }
    if (match != nullptr && !found.of.valid()) {
      found.of = match->name->actor;
      found.of_name = match->name->text;
      i += match->tokens;
      continue;
    }
    const std::string key = match_key(words.tokens[i]);
    found.former |= is_former_word(key);
    if (!is_small_word(key) && !is_former_word(key)) found.name += (found.name.empty() ? "" : " ") + words.owned[i];
    ++i;
  }
  return found;
}

class Resolver {
 public:
  Resolver(const KnowledgeBase& knowledge, const ActorQuery& query) : knowledge_(knowledge), query_(query) {}

  std::vector<Candidate> run(std::string_view text) {
    by_name(text);
    if (found_.empty() && text.find(' ') == std::string_view::npos) by_family_name(text, {});
    if (found_.empty()) by_description(take_apart(knowledge_, text));
    if (found_.empty()) by_variant(text, {});
    if (found_.empty()) by_other_spelling(text);
    std::sort(found_.begin(), found_.end(), [this](const Candidate& a, const Candidate& b) {
      return a.score != b.score ? a.score > b.score : knowledge_.actor(a.actor).id < knowledge_.actor(b.actor).id;
    });
    return std::move(found_);
  }

 private:
  void by_name(std::string_view text) {
    for (std::string_view article : {"the ", "The "}) {
      if (text.starts_with(article) && knowledge_.lookup(text).empty()) text.remove_prefix(article.size());
    }
    auto names = knowledge_.lookup(text);
    double part = 1;
    std::string how;
    if (names.empty()) {
      names = knowledge_.lookup_any_case(text);
      part = 0.9;
      how = ", in other letter case";
    }
    for (const Name* name : names) add_named(*name, part, how, {});
  }

  /// Another spelling of a person's full name.
  void by_variant(std::string_view text, std::span<const OfficeClass> offices) {
    for (const Name* name : knowledge_.lookup_variant(text)) add_named(*name, 0.85, ", in another spelling", offices);
  }

  /// Another spelling of what is no person. It looks at every name: for people who ask, not for texts.
  void by_other_spelling(std::string_view text) {
    constexpr std::size_t kTelling = 5;
    const std::string key = knowledge_.spelling_key(text);
    if (key.size() < kTelling) return;
    for (std::size_t i = 0; i < knowledge_.actors().size(); ++i) {
      if (is_person(knowledge_.actors()[i])) continue;
      for (const Name* name : knowledge_.names(ActorId(i))) {
        if (knowledge_.spelling_key(name->text) == key) add_named(*name, 0.8, ", in another spelling", {});
      }
    }
  }

  void add_named(const Name& name, double part, std::string_view how, std::span<const OfficeClass> offices) {
    const Actor& actor = knowledge_.actor(name.actor);
    double score = weight(name.kind) * part;
    std::vector<std::string> why = {quoted(name.text) + " is " + std::string(words_of(name.kind)) + std::string(how)};
    if (name.ambiguous) {
      score *= 0.5;
      why.emplace_back("the name commonly means something else too");
    }
    if (is_person(actor)) {
      add_person(name.actor, score, std::move(why), offices);
      return;
    }
    if (query_.date && !name.valid.covers(*query_.date)) {
      score *= 0.3;
      why.emplace_back("not its name on that day");
    } else if (query_.date && !actor.valid.covers(*query_.date)) {
      score *= 0.2;
      why.push_back("was there from " + period(actor.valid, OfficeEnd::Stated));
    }
    if (query_.country.valid() && actor.type != NodeType::Country) {
      if (actor.country == query_.country) {
        score = raised(score, 0.5);
        why.push_back("of " + std::string(knowledge_.actor(query_.country).name));
      } else if (actor.country.valid()) {
        score *= 0.2;
        why.push_back("of " + std::string(knowledge_.actor(actor.country).name));
      }
    }
    add(name.actor, score, std::move(why));
  }

  void add_person(ActorId person, double score, std::vector<std::string> why, std::span<const OfficeClass> offices) {
    PersonFit fit = fit_person(knowledge_, person, query_, offices);
    // A full name is good evidence by itself, the rest says which of the namesakes.
    score = score * (0.4 + 0.6 * fit.score) + (1 - score) * 0.3 * fit.score;
    why.insert(why.end(), fit.why.begin(), fit.why.end());
    add(person, score, std::move(why));
  }

  void by_family_name(std::string_view name, std::span<const OfficeClass> offices) {
    for (const Spelling spelling : {Spelling::AsListed, Spelling::Variant}) {
      for (const ActorId person : knowledge_.persons_called(name, spelling)) {
        add_person(person, spelling == Spelling::AsListed ? 0.55 : 0.45,
                   {quoted(name) +
                    (spelling == Spelling::AsListed ? " is the family name of " : " may spell the family name of ") +
                    std::string(knowledge_.actor(person).name)},
                   offices);
      }
      if (!found_.empty()) return;
    }
  }

  void by_description(const Description& description) {
    ActorId of = description.of.valid() ? description.of : query_.country;
    if (description.title.empty() && (description.name.empty() || !description.of.valid())) {
      if (!description.name.empty()) by_person_name(description, {}, of);
      return;
    }
    std::vector<OfficeClass> offices;
    for (const Title* title : knowledge_.titles(description.title)) {
      if (title->office && (!title->country.valid() || title->country == of)) offices.push_back(*title->office);
    }
    if (!description.name.empty()) {
      by_person_name(description, offices, of);
      return;
    }
    if (of.valid() && query_.date) by_office(description, of);
  }

  void by_person_name(const Description& description, std::span<const OfficeClass> offices, ActorId of) {
    const ActorId before = query_.country;
    query_.country = of;
    if (description.name.find(' ') == std::string::npos) {
      by_family_name(description.name, offices);
    } else {
      for (const Name* name : knowledge_.lookup(description.name)) {
        if (is_person(knowledge_.actor(name->actor))) add_named(*name, 1, {}, offices);
      }
      if (found_.empty()) by_variant(description.name, offices);
    }
    query_.country = before;
  }

  void by_office(const Description& description, ActorId of) {
    for (const Office* office : knowledge_.holders(description.title, of, *query_.date)) {
      // Who held it at least until some day may have been followed.
      const bool sure = office->held.covers(*query_.date);
      add(office->person, sure ? 0.9 : 0.6, {described(knowledge_, *office, sure ? "holds " : "last seen as ")});
    }
  }

  void add(ActorId actor, double score, std::vector<std::string> why) {
    const auto known = std::find_if(found_.begin(), found_.end(), [&](const Candidate& c) { return c.actor == actor; });
    if (known == found_.end()) {
      found_.push_back({actor, score, std::move(why)});
    } else if (score > known->score) {
      *known = {actor, score, std::move(why)};
    }
  }

  const KnowledgeBase& knowledge_;
  ActorQuery query_;
  std::vector<Candidate> found_;
};

}  // namespace

PersonFit fit_person(const KnowledgeBase& knowledge, ActorId id, const ActorQuery& query,
                     std::span<const OfficeClass> offices) {
  constexpr std::int32_t kDaysInNews = 15 * 365;
  constexpr std::int32_t kDaysBefore = 10 * 365;
  const Actor& person = knowledge.actor(id);
  PersonFit fit;
  fit.score = 0.5;
  if (query.country.valid() && person.country.valid()) {
    const bool same = query.country == person.country;
    fit.score = same ? raised(fit.score, 0.5) : fit.score * 0.2;
    fit.why.push_back("of " + std::string(knowledge.actor(person.country).name));
  }
  // The office that says most: held then before held once before to be held.
  const Office* best = nullptr;
  int best_rank = -1;
  bool stated = false;
  Standing standing = Standing::Held;
  for (const Office& office : knowledge.offices(id)) {
    const bool fits = std::find(offices.begin(), offices.end(), office.office_class) != offices.end();
    const Standing now = query.date ? standing_of(knowledge, office, *query.date) : Standing::Held;
    const int rank = (fits ? 4 : 0) + (now == Standing::Held ? 2 : now == Standing::Ended ? 1 : 0);
    if (rank <= best_rank) continue;
    best = &office;
    best_rank = rank;
    stated = fits;
    standing = now;
  }
  if (!offices.empty())
    fit.score = stated ? raised(fit.score, standing == Standing::Held ? 0.7 : 0.2) : fit.score * 0.4;
  if (best == nullptr) return fit;
  if (!query.date) {
    fit.why.push_back(described(knowledge, *best, ""));
    return fit;
  }
  switch (standing) {
    case Standing::Held:
      fit.score = raised(fit.score, 0.5);
      fit.why.push_back(described(knowledge, *best, "holds "));
      break;
    case Standing::Ended: {
      const std::int32_t ended = best->held.to ? last_day(*best->held.to) : first_day(*query.date);
      if (first_day(*query.date) - ended > kDaysInNews) fit.score *= 0.6;
      fit.why.push_back(described(knowledge, *best, "held "));
      break;
    }
    case Standing::Later:
      fit.score *= first_day(*best->held.from) - last_day(*query.date) > kDaysBefore ? 0.3 : 0.7;
      fit.why.push_back(described(knowledge, *best, "held only later "));
      break;
  }
  return fit;
}

std::vector<Candidate> resolve_actor(const KnowledgeBase& knowledge, std::string_view text, const ActorQuery& query) {
  return Resolver(knowledge, query).run(text);
}

ActorId clear_winner(std::span<const Candidate> candidates) {
  if (candidates.empty() || candidates[0].score < kLikelyEnough) return {};
  if (candidates.size() > 1 && candidates[0].score - candidates[1].score < kFarEnough) return {};
  return candidates[0].actor;
}

}  // namespace entente
