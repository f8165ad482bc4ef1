#include "entente/actors/import/petrarch.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "entente/actors/fold.h"
#include "entente/actors/slug.h"
#include "entente/base/utf8.h"

namespace entente {

namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t' || text.back() == '\r')) text.remove_suffix(1);
  return text;
}

/// Abbreviations: one short word of capitals.
bool is_abbreviation(std::string_view name) {
  return name.size() >= 2 && name.size() <= 5 && std::all_of(name.begin(), name.end(), [](char c) {
           return is_upper(c) || is_digit(c) || c == '-' || c == '/';
         });
}

/// Words that stay small inside a name.
bool is_small_word(std::string_view lower) {
  constexpr std::array<std::string_view, 14> kWords = {"and", "da", "de",  "del", "des", "di", "du",
                                                       "e",   "et", "for", "la",  "of",  "on", "the"};
  return std::find(kWords.begin(), kWords.end(), lower) != kWords.end();
}

std::string date_cell(const std::optional<Date>& date) { return date ? to_string(*date) : std::string(); }

/// The roles of a code: its letters in threes.
std::vector<std::string_view> triples(std::string_view code) {
  std::vector<std::string_view> out;
  for (std::size_t i = 0; i + 3 <= code.size(); i += 3) out.push_back(code.substr(i, 3));
  return out;
}

/// The country that the first letters of a code stand for.
ActorId country_of(const KnowledgeBase& knowledge, const CameoCodes& codes, std::string_view code) {
  const auto all = triples(code);
  // First Mauritius, later Muslims.
  if (!all.empty() && knowledge.country(all.front()).valid()) return knowledge.country(all.front());
  for (const std::string_view triple : all) {
    if (const CameoCode* known = codes.find(triple)) {
      if (!known->country.empty()) return knowledge.find(known->country);
      continue;
    }
    if (const ActorId country = knowledge.country(triple); country.valid()) return country;
  }
  return {};
}

/// The first of the code's roles that says something, or null.
const CameoCode* role_of(const CameoCodes& codes, std::string_view code) {
  for (const std::string_view triple : triples(code)) {
    const CameoCode* known = codes.find(triple);
    if (known != nullptr && known->country.empty() && !(known->kind.empty() && known->title.empty())) return known;
  }
  return nullptr;
}

}  // namespace

std::string recased(std::string_view phrase, Abbreviations abbreviations) {
  std::string name(phrase);
  std::replace(name.begin(), name.end(), '_', ' ');
  name = trimmed(name);
  if (abbreviations == Abbreviations::Keep && is_abbreviation(name)) return name;
  std::string out;
  for (std::size_t begin = 0; begin < name.size();) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    std::string word = name.substr(begin, end - begin);
    begin = end + 1;
    if (word.empty()) continue;
    std::string small = word;
    lower_in_place(small);
    if (!out.empty() && is_small_word(small)) {
      word = small;
    } else if (small.size() == word.size()) {
      // Each part of a word with hyphens has a capital: "Al-Quds".
      bool start = true;
      for (std::size_t i = 0; i < word.size(); ++i) {
        if (!start) word[i] = small[i];
        start = word[i] == '-' || word[i] == '/' || word[i] == '(' || word[i] == '.';
      }
    }
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

std::optional<Date> read_dictionary_date(std::string_view text) {
  const auto number = [](std::string_view digits) {
    int value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    return value;
  };
  if ((text.size() != 6 && text.size() != 8) || !std::all_of(text.begin(), text.end(), is_digit)) return std::nullopt;
  int year = number(text.substr(0, text.size() - 4));
  // PETRARCH: of two digits, up to 30 is this century.
  if (text.size() == 6) year += year <= 30 ? 2000 : 1900;
  const std::string_view rest = text.substr(text.size() - 4);
  std::string iso = std::to_string(year);
  iso.insert(0, 4 - std::min<std::size_t>(4, iso.size()), '0');
  // "990001": a month or day of 00 is unknown.
  if (rest.substr(0, 2) != "00") {
    iso += "-" + std::string(rest.substr(0, 2));
    if (rest.substr(2) != "00") iso += "-" + std::string(rest.substr(2));
  }
  return parse_date(iso);
}

void PetrarchImport::read_line(std::string_view line, const std::string& where, Diagnostics& diagnostics) {
  if (find_invalid_utf8(line)) {
    diagnostics.reject({ErrorCode::Encoding, where, std::nullopt, "is not UTF-8"});
    return;
  }
  std::string text;
  for (std::size_t i = 0; i < line.size();) {
    if (in_comment_) {
      const std::size_t end = line.find("-->", i);
      if (end == std::string_view::npos) break;
      in_comment_ = false;
      i = end + 3;
    } else if (line.substr(i, 4) == "<!--") {
      in_comment_ = true;
      i += 4;
    } else if (line[i] == '#' || line[i] == ';') {
      break;
    } else {
      text += line[i++];
    }
  }
  const bool indented = !text.empty() && (text.front() == '\t' || text.front() == ' ');
  std::string_view rest = trimmed(text);
  if (rest.empty()) return;
  const auto fault = [&](std::string reason) {
    diagnostics.reject({ErrorCode::Parse, where, std::nullopt, std::move(reason)});
  };
  if (const std::string::size_type bad = text.find('~'); bad != std::string::npos) {
    fault("'~': an agent, no actor");
    // Its synonyms go with it.
    if (rest.front() != '+' && rest.front() != '[') {
      finish();
      record_.unusable = true;
    }
    return;
  }
  const std::size_t bracket = std::min(rest.find('['), rest.size());
  std::string_view phrase = trimmed(rest.substr(0, bracket));
  const std::string_view codes = rest.substr(bracket);
  if (record_.unusable && (phrase.empty() || phrase.front() == '+')) return;
  if (phrase.empty() && record_.names.empty()) {
    fault("a code without a name before it");
    return;
  }
  if (!phrase.empty()) {
    const bool synonym = phrase.front() == '+';
    if (synonym) phrase.remove_prefix(1);
    std::string name(trimmed(phrase));
    if (!synonym && !indented) finish();
    if (name.empty()) {
      fault("no name");
      return;
    }
    if (synonym && record_.names.empty()) {
      fault("a synonym without a name before it");
      return;
    }
    record_.names.push_back(std::move(name));
  }
  const std::string reason = read_codes(codes);
  if (!reason.empty()) fault(reason);
}

/// "[AFGELI 320101-331108] [AFGGOV > 331108]"
std::string PetrarchImport::read_codes(std::string_view codes) {
  while (!codes.empty()) {
    if (codes.front() != '[') return "'" + std::string(codes.substr(0, 20)) + "' where a code in brackets was expected";
    const std::size_t end = codes.find(']');
    if (end == std::string_view::npos) return "a bracket that does not close";
    std::string_view inside = trimmed(codes.substr(1, end - 1));
    codes = trimmed(codes.substr(end + 1));
    const std::size_t code_end = std::min(inside.find_first_of(" \t<>"), inside.size());
    Role role;
    role.code = inside.substr(0, code_end);
    std::string dates(inside.substr(code_end));
    std::erase_if(dates, [](char c) { return c == ' ' || c == '\t'; });
    if (role.code.empty() || role.code == "---" || role.code == "###") continue;  // codes for nothing
    if (!std::all_of(role.code.begin(), role.code.end(), [](char c) { return is_upper(c) || is_digit(c) || c == '/'; }))
      return "'" + role.code + "' is no code";
    if (!dates.empty()) {
      const std::string_view all(dates);
      const std::size_t dash = all.find('-');
      std::optional<Date> from;
      std::optional<Date> to;
      if (all.front() == '<') {
        to = read_dictionary_date(all.substr(1));
      } else if (all.front() == '>') {
        from = read_dictionary_date(all.substr(1));
      } else if (dash != std::string_view::npos) {
        from = read_dictionary_date(all.substr(0, dash));
        to = read_dictionary_date(all.substr(dash + 1));
        if (!from || !to) return "'" + dates + "' is no date";
        if (first_day(*from) > last_day(*to)) return "'" + dates + "' ends before it begins";
      }
      if (!from && !to) return "'" + dates + "' is no date";
      role.valid = {from, to};
    }
    record_.roles.push_back(std::move(role));
  }
  return {};
}

void PetrarchImport::finish() {
  if (!record_.unusable && !record_.names.empty() && !record_.roles.empty()) write(record_);
  record_ = {};
}

void PetrarchImport::write(const Record& record) {
  ActorId country;
  for (const Role& role : record.roles) {
    const ActorId one = country_of(knowledge_, codes_, role.code);
    // "[HRV >920115]": a name of the country, whatever it was before.
    if (role.code.size() == 3 && one.valid()) {
      write_country(record, one, role);
      return;
    }
    if (!country.valid()) country = one;
  }
  if (is_person(record)) {
    write_person(record, country);
  } else {
    write_body(record, country);
  }
}

bool PetrarchImport::is_listed_name(ActorId actor, std::string_view name) const {
  const auto names = knowledge_.lookup_any_case(name);
  return std::any_of(names.begin(), names.end(), [&](const Name* listed) {
    const Actor& other = knowledge_.actor(listed->actor);
    return listed->actor == actor || (other.type == NodeType::Place && other.country == actor);
  });
}

/// Names like those of the country are its own; others ("KANDAHAR") are places in it.
void PetrarchImport::write_country(const Record& record, ActorId country, const Role& role) {
  constexpr std::size_t kAlike = 4;
  const std::string id(knowledge_.actor(country).id);
  const std::string own = match_key(knowledge_.actor(country).name).substr(0, kAlike);
  std::string aliases;
  for (const std::string& phrase : record.names) {
    const std::string name = recased(phrase, Abbreviations::Recase);
    if (is_listed_name(country, name)) continue;
    const std::string key = match_key(name);
    const bool alike = key.starts_with(own) || key.find(" " + own) != std::string::npos;
    if (alike) {
      add_value(aliases, name);
      continue;
    }
    rows_.add("actor", {{Column::Id, id_of(NodeType::Place, name, country)},
                        {Column::Type, "place"},
                        {Column::Name, name},
                        {Column::Country, id},
                        {Column::Note, role.code}});
  }
  if (aliases.empty()) return;
  rows_.add("name", {{Column::Id, id},
                     {Column::Aliases, aliases},
                     {Column::ValidFrom, date_cell(role.valid.from)},
                     {Column::ValidTo, date_cell(role.valid.to)},
                     {Column::Note, role.code}});
}

bool PetrarchImport::is_person(const Record& record) const {
  bool has_body_word = false;
  bool has_given_name = false;
  for (const std::string& phrase : record.names) {
    const std::string name = recased(phrase, Abbreviations::Recase);
    for (std::size_t begin = 0; begin < name.size();) {
      const std::size_t end = std::min(name.find(' ', begin), name.size());
      const std::string word = name.substr(begin, end - begin);
      const RoleNoun* noun = knowledge_.role_noun(word);
      has_body_word |= &phrase == &record.names.front() && noun != nullptr && noun->role_class != RoleClass::Role;
      has_given_name |= begin == 0 && end < name.size() && knowledge_.given_name(word).has_value();
      begin = end + 1;
    }
    if (name.find('(') != std::string::npos) has_body_word = true;
  }
  if (has_body_word) return false;
  if (has_given_name) return true;
  // Bodies seldom have dates, persons' roles nearly always.
  return std::any_of(record.roles.begin(), record.roles.end(),
                     [](const Role& role) { return role.valid.from || role.valid.to; });
}

std::string PetrarchImport::id_of(NodeType type, std::string_view name, ActorId country) {
  for (const Name* listed : knowledge_.lookup_any_case(name)) {
    const Actor& actor = knowledge_.actor(listed->actor);
    const bool same_type = row(actor.type).id_prefix == row(type).id_prefix;
    if (same_type && !listed->ambiguous && (!country.valid() || !actor.country.valid() || actor.country == country))
      return std::string(actor.id);
  }
  std::string id = std::string(row(type).id_prefix) + "/" + slug(name);
  const auto taken = [&] {
    const auto given = given_ids_.find(id);
    return (given != given_ids_.end() && given->second != country) || knowledge_.find(id).valid();
  };
  if (taken() && country.valid()) {
    std::string suffix(knowledge_.actor(country).iso3.empty() ? std::string_view("x") : knowledge_.actor(country).iso3);
    lower_in_place(suffix);
    id += "-" + suffix;
  }
  given_ids_.emplace(id, country);
  return id;
}

void PetrarchImport::write_person(const Record& record, ActorId country) {
  std::string name;
  std::string aliases;
  std::string family;
  for (const std::string& phrase : record.names) {
    const std::string spelled = recased(phrase, Abbreviations::Recase);
    // "President Karzai" is Karzai.
    std::vector<std::string_view> tokens;
    for (std::size_t begin = 0; begin < spelled.size();) {
      const std::size_t end = std::min(spelled.find(' ', begin), spelled.size());
      tokens.push_back(std::string_view(spelled).substr(begin, end - begin));
      begin = end + 1;
    }
    std::size_t first = 0;
    std::uint32_t length = 0;
    while (first < tokens.size() && knowledge_.match_title(tokens, first, length) != nullptr &&
           first + length < tokens.size())
      first += length;
    std::string bare;
    for (std::size_t i = first; i < tokens.size(); ++i) bare += (bare.empty() ? "" : " ") + std::string(tokens[i]);
    if (bare.find(' ') == std::string::npos) {
      add_value(family, bare);
    } else if (name.empty()) {
      name = bare;
    } else if (bare != name) {
      add_value(aliases, bare);
    }
  }
  const bool full = !name.empty();
  if (!full) name = recased(record.names.front(), Abbreviations::Recase);
  std::string notes;
  std::string offices;
  for (const Role& role : record.roles) add_value(notes, role.code);
  const std::string id = id_of(NodeType::Person, name, country);
  const std::string country_id(country.valid() ? knowledge_.actor(country).id : std::string_view());
  // A word by itself may be anybody.
  rows_.add("actor", {{Column::Id, id},
                      {Column::Type, "official"},
                      {Column::Name, full ? name : name + "~"},
                      {Column::Aliases, aliases},
                      {Column::Family, family},
                      {Column::Country, country_id},
                      {Column::Note, notes}});
  if (!country.valid()) return;
  for (const Role& role : record.roles) {
    const CameoCode* known = role_of(codes_, role.code);
    if (known == nullptr || known->title.empty()) continue;
    rows_.add("office", {{Column::Id, id},
                         {Column::Title, known->title},
                         {Column::Class, known->office_class},
                         {Column::Of, country_id},
                         {Column::ValidFrom, date_cell(role.valid.from)},
                         {Column::ValidTo, date_cell(role.valid.to)},
                         {Column::Note, role.code}});
  }
}

void PetrarchImport::write_body(const Record& record, ActorId country) {
  std::string name;
  std::string aliases;
  std::string abbreviations;
  for (const std::string& phrase : record.names) {
    std::string spelled = recased(phrase, Abbreviations::Keep);
    // "Movement (FM)" has its abbreviation with it.
    const std::size_t open = spelled.find(" (");
    if (open != std::string::npos && spelled.ends_with(')')) {
      std::string inside = spelled.substr(open + 2, spelled.size() - open - 3);
      std::transform(inside.begin(), inside.end(), inside.begin(),
                     [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
      if (is_abbreviation(inside)) add_value(abbreviations, inside);
      spelled.resize(open);
    }
    if (name.empty()) {
      name = spelled;
    } else if (is_abbreviation(spelled)) {
      add_value(abbreviations, spelled);
    } else if (spelled != name) {
      add_value(aliases, spelled);
    }
  }
  std::string notes;
  std::string_view kind;
  for (const Role& role : record.roles) {
    add_value(notes, role.code);
    const CameoCode* known = role_of(codes_, role.code);
    if (kind.empty() && known != nullptr) kind = known->kind;
  }
  rows_.add("actor", {{Column::Id, id_of(NodeType::Organisation, name, country)},
                      {Column::Type, "organisation"},
                      {Column::Kind, kind},
                      {Column::Name, name},
                      {Column::Aliases, aliases},
                      {Column::Abbreviations, abbreviations},
                      {Column::Country, country.valid() ? knowledge_.actor(country).id : std::string_view()},
                      {Column::Note, notes}});
}

}  // namespace entente
