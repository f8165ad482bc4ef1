#include "entente/graph/assemble/entity.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

#include "entente/graph/ids.h"

namespace entente {
namespace {

std::size_t word_count(std::string_view name) {
  const std::string words = slug(name);
  return 1 + static_cast<std::size_t>(std::count(words.begin(), words.end(), '-'));
}

bool includes(const std::set<std::string>& all, const std::set<std::string>& some) {
  return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

std::size_t shared(const std::set<std::string>& a, const std::set<std::string>& b) {
  return static_cast<std::size_t>(std::count_if(a.begin(), a.end(), [&](const auto& x) { return b.count(x) != 0; }));
}

/// Two agreements of one name are one if their parties may be parts of one list: an agreement has two parties at least,
/// and two that are shared tell of one treaty with many.
bool parties_fit(const std::set<std::string>& a, const std::set<std::string>& b) {
  return includes(a, b) || includes(b, a) || shared(a, b) >= 2;
}

std::size_t root(std::vector<std::size_t>& parent, std::size_t i) {
  while (parent[i] != i) i = parent[i] = parent[parent[i]];
  return i;
}

/// `known` tells entities whose attribute divides; `fits` whether two of them are one; `may_join` whether an entity
/// that is not known may be of the class of one that is.
template <class Known, class Fits, class MayJoin>
std::vector<std::size_t> classes(const std::vector<const Entity*>& entities, Known known, Fits fits, MayJoin may_join) {
  std::vector<std::size_t> parent(entities.size());
  std::iota(parent.begin(), parent.end(), std::size_t{0});
  for (std::size_t i = 0; i < entities.size(); ++i) {
    for (std::size_t j = 0; j < i; ++j) {
      if (known(*entities[i]) && known(*entities[j]) && fits(*entities[i], *entities[j])) {
        parent[root(parent, i)] = root(parent, j);
      }
    }
  }
  std::vector<std::size_t> out(entities.size());
  std::set<std::size_t> known_classes;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    out[i] = root(parent, i);
    if (known(*entities[i])) known_classes.insert(out[i]);
  }
  const std::size_t unknown_class = entities.size();
  for (std::size_t i = 0; i < entities.size(); ++i) {
    if (known(*entities[i])) continue;
    std::set<std::size_t> fitting;
    for (std::size_t j = 0; j < entities.size(); ++j) {
      if (known(*entities[j]) && may_join(*entities[i], *entities[j])) fitting.insert(out[j]);
    }
    out[i] = fitting.size() == 1 ? *fitting.begin() : unknown_class;
  }
  return out;
}

std::vector<std::size_t> classes_by_country(const std::vector<const Entity*>& entities) {
  return classes(
      entities, [](const Entity& e) { return !e.iso3.empty(); },
      [](const Entity& a, const Entity& b) { return a.iso3 == b.iso3; },
      [](const Entity&, const Entity&) { return true; });
}

std::vector<std::size_t> classes_by_parties(const std::vector<const Entity*>& entities) {
  return classes(
      entities, [](const Entity& e) { return e.parties.size() >= 2; },
      [](const Entity& a, const Entity& b) { return parties_fit(a.parties, b.parties); },
      [](const Entity& few, const Entity& many) { return includes(many.parties, few.parties); });
}

/// "Kono", "Barack Obama" of "Taro Kono", "Barack Hussein Obama": words in the same order, with the first or the last.
bool is_part_of_person_name(std::string_view part, std::string_view name) {
  const auto some = word_keys(part);
  const auto all = word_keys(name);
  if (some.empty() || some.size() >= all.size()) return false;
  if (some.front() != all.front() && some.back() != all.back()) return false;
  std::size_t found = 0;
  for (const std::string& word : all) {
    if (found < some.size() && word == some[found]) ++found;
  }
  return found == some.size();
}

bool is_alias(const Entity& named, std::string_view name) {
  const std::string key = name_key(name);
  const auto same = [&](const std::string& other) { return name_key(other) == key; };
  return name_key(named.name()) == key || std::any_of(named.names.begin(), named.names.end(), same) ||
         std::any_of(named.aliases.begin(), named.aliases.end(), same);
}

}  // namespace

bool is_fuller(std::string_view a, std::string_view b) {
  const bool a_proper = is_proper_name(a);
  const bool b_proper = is_proper_name(b);
  if (a_proper != b_proper) return a_proper;
  const std::size_t a_words = word_count(a);
  const std::size_t b_words = word_count(b);
  return std::tuple(a_words, a.size(), b) > std::tuple(b_words, b.size(), a);
}

std::string_view Entity::name() const {
  if (listed != nullptr) return listed->name;
  std::string_view fullest;
  for (const std::string& candidate : names) {
    if (fullest.empty() || is_fuller(candidate, fullest)) fullest = candidate;
  }
  return fullest.empty() ? std::string_view(last_of_id) : fullest;
}

std::string Entity::base_id() const {
  return id_of_name(type, name(), std::vector<std::string>(parties.begin(), parties.end()));
}

void Entity::absorb(const Entity& other) {
  if (other.type == NodeType::Official && type == NodeType::Person) type = NodeType::Official;
  if (iso3.empty() || (!other.iso3.empty() && other.iso3 < iso3)) iso3 = other.iso3.empty() ? iso3 : other.iso3;
  if (last_of_id.empty() || other.last_of_id < last_of_id) last_of_id = other.last_of_id;
  names.insert(other.names.begin(), other.names.end());
  aliases.insert(other.aliases.begin(), other.aliases.end());
  parties.insert(other.parties.begin(), other.parties.end());
  documents.insert(other.documents.begin(), other.documents.end());
  if (other.first_year) first_year = std::min(first_year.value_or(*other.first_year), *other.first_year);
}

std::vector<std::string> word_keys(std::string_view name) {
  std::vector<std::string> keys;
  std::size_t begin = 0;
  while (begin < name.size()) {
    const std::size_t end = std::min(name.find(' ', begin), name.size());
    if (end > begin) keys.push_back(name_key(name.substr(begin, end - begin)));
    begin = end + 1;
  }
  return keys;
}

std::vector<std::size_t> classes_of_namesakes(const std::vector<const Entity*>& namesakes) {
  const auto by_country = classes_by_country(namesakes);
  std::vector<std::size_t> by_parties(namesakes.size(), 0);
  if (!namesakes.empty() && namesakes.front()->type == NodeType::Agreement) by_parties = classes_by_parties(namesakes);
  std::map<std::pair<std::size_t, std::size_t>, std::size_t> numbers;
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < namesakes.size(); ++i) {
    out.push_back(numbers.emplace(std::pair(by_country[i], by_parties[i]), numbers.size()).first->second);
  }
  return out;
}

bool may_be(const Entity& shorter, const Entity& fuller) {
  if (shorter.prefix() != fuller.prefix() || shorter.listed != nullptr) return false;
  switch (fuller.type) {
    case NodeType::Official:
    case NodeType::Person: {
      if (shorter.type != fuller.type || shorter.iso3.empty() || shorter.iso3 != fuller.iso3) return false;
      const auto part_of = [&](std::string_view name) { return is_part_of_person_name(shorter.name(), name); };
      return is_alias(fuller, shorter.name()) || part_of(fuller.name()) ||
             std::any_of(fuller.names.begin(), fuller.names.end(), part_of);
    }
    case NodeType::Agreement:
      // "pact" alone says too little to be the name of one.
      return !shorter.parties.empty() && !fuller.parties.empty() && parties_fit(shorter.parties, fuller.parties) &&
             (is_proper_name(shorter.name()) || word_count(shorter.name()) > 1) && is_alias(fuller, shorter.name());
    case NodeType::Policy:
      return !shorter.parties.empty() && shorter.parties == fuller.parties && word_count(shorter.name()) > 1 &&
             is_alias(fuller, shorter.name());
    case NodeType::Organisation:
    case NodeType::Place:
    case NodeType::Group:
      return !shorter.iso3.empty() && shorter.iso3 == fuller.iso3 && is_alias(fuller, shorter.name());
    case NodeType::Country:
      return is_alias(fuller, shorter.name());
  }
  return false;
}

}  // namespace entente
