#include "entente/ingest/extract/patterns.h"

#include <charconv>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

namespace entente::ingest {
namespace {

constexpr std::pair<std::string_view, Operator> kOperators[] = {
    {"perform", Operator::Perform},         {"receive", Operator::Receive}, {"end", Operator::End},
    {"tighten", Operator::Tighten},         {"extend", Operator::Extend},   {"sign", Operator::Sign},
    {"ratify", Operator::Ratify},           {"violate", Operator::Violate}, {"propose", Operator::Propose},
    {"reject", Operator::Reject},           {"condemn", Operator::Condemn}, {"praise", Operator::Praise},
    {"support", Operator::Support},         {"demand", Operator::Demand},   {"threaten", Operator::Threaten},
    {"promise", Operator::Promise},         {"plan", Operator::Plan},       {"deny", Operator::Deny},
    {"investigate", Operator::Investigate},
};

constexpr std::pair<std::string_view, Standing> kStandings[] = {
    {"transparent", Standing::Transparent},   {"reported", Standing::Reported},
    {"planned", Standing::Planned},           {"promised", Standing::Promised},
    {"hypothetical", Standing::Hypothetical}, {"negated", Standing::Negated},
    {"refused", Standing::Refused},           {"denied", Standing::Denied},
    {"threatened", Standing::Threatened},     {"demanded", Standing::Demanded},
    {"alleged", Standing::Alleged},           {"stopped", Standing::Stopped},
};

template <class Value, std::size_t N>
std::optional<Value> named(const std::pair<std::string_view, Value> (&rows)[N], std::string_view name) {
  for (const auto& [key, value] : rows) {
    if (key == name) return value;
  }
  return std::nullopt;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const std::size_t at = text.find(separator);
    out.emplace_back(text.substr(0, at));
    text = at == std::string_view::npos ? std::string_view{} : text.substr(at + 1);
  }
  return out;
}

using Columns = std::vector<std::string_view>;
/// Takes a row's columns; what is wrong with it, or empty.
using TakeRow = std::function<std::string(const Columns&)>;

/// Reads a table with one header line and exactly that many columns.
Result<bool> read_table(const std::filesystem::path& file, std::size_t columns, const TakeRow& take) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return failure(ErrorCode::Io, file.string(), "cannot be opened");
  std::string line;
  for (std::size_t number = 1; std::getline(in, line); ++number) {
    if (number == 1) continue;
    Columns row;
    std::string_view rest = line;
    for (;;) {
      const std::size_t tab = rest.find('\t');
      row.push_back(rest.substr(0, tab));
      if (tab == std::string_view::npos) break;
      rest.remove_prefix(tab + 1);
    }
    const std::string problem = row.size() == columns
                                    ? take(row)
                                    : std::to_string(row.size()) + " columns, expected " + std::to_string(columns);
    if (!problem.empty()) return failure(ErrorCode::Parse, file.string() + ":" + std::to_string(number), problem);
  }
  return true;
}

template <class Map>
const typename Map::mapped_type& list_or_empty(const Map& map, std::string_view key) {
  static const typename Map::mapped_type kEmpty;
  const auto found = map.find(std::string(key));
  return found == map.end() ? kEmpty : found->second;
}

}  // namespace

Result<Patterns> Patterns::load(const std::filesystem::path& folder) {
  Patterns out;
  const std::pair<const char*, Result<bool> (Patterns::*)(const std::filesystem::path&)> tables[] = {
      {"frames.tsv", &Patterns::load_frames},       {"verbs.tsv", &Patterns::load_verbs},
      {"nouns.tsv", &Patterns::load_nouns},         {"operators.tsv", &Patterns::load_operators},
      {"governors.tsv", &Patterns::load_governors}, {"evaluations.tsv", &Patterns::load_evaluations},
      {"periods.tsv", &Patterns::load_periods},
  };
  for (const auto& [name, load_table] : tables) {
    if (auto loaded = (out.*load_table)(folder / name); !loaded) return tl::unexpected(std::move(loaded.error()));
  }
  return out;
}

Result<bool> Patterns::load_frames(const std::filesystem::path& file) {
  return read_table(file, 7, [this](const Columns& row) -> std::string {
    Frame frame;
    frame.name = row[0];
    const auto relation = relation_of(row[1]);
    if (!relation) return "unknown relation '" + std::string(row[1]) + "'";
    frame.relation = *relation;
    frame.source = split(row[2], ',');
    frame.target = split(row[3], ',');
    frame.about = split(row[4], ',');
    const auto parsed = std::from_chars(row[5].data(), row[5].data() + row[5].size(), frame.confidence);
    if (parsed.ec != std::errc{} || frame.confidence < 0 || frame.confidence > 1)
      return "confidence is no number from 0 to 1";
    if (frame.source.empty() || frame.target.empty()) return "a frame needs a source and a target";
    if (!frames_.emplace(frame.name, frame).second) return "frame '" + frame.name + "' stands twice";
    return {};
  });
}

Result<bool> Patterns::load_verbs(const std::filesystem::path& file) {
  return read_table(file, 5, [this](const Columns& row) -> std::string {
    const auto frame = frames_.find(std::string(row[2]));
    if (frame == frames_.end()) return "unknown frame '" + std::string(row[2]) + "'";
    if (!row[4].empty() && find_cameo(row[4]) == nullptr) return "unknown CAMEO code '" + std::string(row[4]) + "'";
    verbs_[std::string(row[0])].push_back(
        {std::string(row[1]), split(row[3], ','), &frame->second, std::string(row[4])});
    return {};
  });
}

Result<bool> Patterns::load_nouns(const std::filesystem::path& file) {
  return read_table(file, 4, [this](const Columns& row) -> std::string {
    NounEntry entry{std::string(row[1]), nullptr, std::string(row[3])};
    if (!row[2].empty()) {
      const auto frame = frames_.find(std::string(row[2]));
      if (frame == frames_.end()) return "unknown frame '" + std::string(row[2]) + "'";
      entry.frame = &frame->second;
    }
    if (!row[3].empty() && find_cameo(row[3]) == nullptr) return "unknown CAMEO code '" + std::string(row[3]) + "'";
    nouns_[std::string(row[0])].push_back(std::move(entry));
    return {};
  });
}

Result<bool> Patterns::load_operators(const std::filesystem::path& file) {
  return read_table(file, 3, [this](const Columns& row) -> std::string {
    const auto op = named(kOperators, row[2]);
    if (!op) return "unknown operator '" + std::string(row[2]) + "'";
    operators_.emplace(row[1].empty() ? std::string(row[0]) : std::string(row[0]) + " " + std::string(row[1]), *op);
    return {};
  });
}

Result<bool> Patterns::load_governors(const std::filesystem::path& file) {
  return read_table(file, 4, [this](const Columns& row) -> std::string {
    const auto standing = named(kStandings, row[2]);
    if (!standing) return "unknown standing '" + std::string(row[2]) + "'";
    if (row[3] != "subject" && row[3] != "object") return "control is neither subject nor object";
    governors_.emplace(std::string(row[1]) + ":" + std::string(row[0]), GovernorEntry{*standing, row[3] == "object"});
    return {};
  });
}

Result<bool> Patterns::load_evaluations(const std::filesystem::path& file) {
  return read_table(file, 2, [this](const Columns& row) -> std::string {
    if (row[1] != "-" && row[1] != "+") return "an evaluation is + or -";
    evaluations_.emplace(row[0], row[1] == "-" ? -1 : 1);
    return {};
  });
}

Result<bool> Patterns::load_periods(const std::filesystem::path& file) {
  return read_table(file, 3, [this](const Columns& row) -> std::string {
    const auto begin = parse_date(row[1]);
    const auto end = parse_date(row[2]);
    if (!begin || !end || *end < *begin) return "a period needs two dates in order";
    periods_.emplace(row[0], std::pair(*begin, *end));
    return {};
  });
}

const std::vector<VerbEntry>& Patterns::verbs(std::string_view lemma) const { return list_or_empty(verbs_, lemma); }
const std::vector<NounEntry>& Patterns::nouns(std::string_view lemma) const { return list_or_empty(nouns_, lemma); }

std::optional<Operator> Patterns::operator_of(std::string_view lemma, std::string_view particle) const {
  std::string key(lemma);
  if (!particle.empty()) key += " " + std::string(particle);
  const auto found = operators_.find(key);
  return found == operators_.end() ? std::nullopt : std::optional(found->second);
}

const GovernorEntry* Patterns::governor(std::string_view lemma, char part) const {
  const auto found = governors_.find(std::string(1, part) + ":" + std::string(lemma));
  return found == governors_.end() ? nullptr : &found->second;
}

bool Patterns::noun_is(std::string_view lemma, std::string_view noun_class) const {
  for (const NounEntry& entry : nouns(lemma)) {
    if (entry.noun_class == noun_class) return true;
  }
  return false;
}

int Patterns::evaluation(std::string_view lemma) const {
  const auto found = evaluations_.find(std::string(lemma));
  return found == evaluations_.end() ? 0 : found->second;
}

}  // namespace entente::ingest
