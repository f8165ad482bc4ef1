#include "entente/graph/assemble/identity.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <tuple>
#include <utility>

#include "entente/base/digest.h"
#include "entente/graph/assemble/entity.h"
#include "entente/graph/ids.h"

namespace entente {
namespace {

/// Document and the id that its claims use.
using LocalId = std::pair<std::string, std::string>;
using LocalEntities = std::map<LocalId, Entity>;

bool has_parties(NodeType type) { return type == NodeType::Agreement || type == NodeType::Policy; }

/// Calls visit(end, claim) for every end of the claim that is a node.
template <class ClaimType, class Visit>
void for_each_node_end(ClaimType& claim, Visit visit) {
  if (claim.source.is_node()) visit(claim.source);
  if (claim.target.is_node()) visit(claim.target);
  for (auto* end : {&claim.affected, &claim.place, &claim.speaker}) {
    if (*end && (*end)->is_node()) visit(**end);
  }
}

bool makes_official(const Claim& claim) {
  return (claim.type == RelationType::HoldsOfficeIn || claim.type == RelationType::SpokespersonFor) &&
         (claim.status == Status::Asserted || claim.status == Status::Ended);
}

LocalEntities local_entities(const std::vector<Claim>& claims) {
  LocalEntities entities;
  for (const Claim& claim : claims) {
    for_each_node_end(claim, [&](const ClaimEnd& end) {
      Entity said;
      said.type = *end.type;
      if (&end == &claim.source && said.type == NodeType::Person && makes_official(claim))
        said.type = NodeType::Official;
      said.iso3 = end.iso3;
      said.last_of_id = end.id.substr(end.id.find('/') + 1);
      if (!end.name.empty()) said.names.insert(end.name);
      said.aliases.insert(end.aliases.begin(), end.aliases.end());
      said.parties.insert(end.parties.begin(), end.parties.end());
      said.documents.insert(claim.doc.id);
      if (claim.doc.date) said.first_year = claim.doc.date->year;
      const auto [found, is_new] = entities.emplace(LocalId(claim.doc.id, end.id), said);
      if (!is_new) found->second.absorb(said);
    });
  }
  return entities;
}

/// Listed persons of another country are namesakes.
const Actor* listed_as(const Entity& entity, std::string_view id, const ActorLookup& actors) {
  const Actor* actor = actors.actor(id);
  if (actor == nullptr || row(actor->type).id_prefix != entity.prefix()) return nullptr;
  // A user has said that this id is that actor.
  if (actor->id != id) return actor;
  const bool differs = !actor->iso3.empty() && !entity.iso3.empty() && actor->iso3 != entity.iso3;
  return entity.prefix() == "person" && differs ? nullptr : actor;
}

/// Where shorter names look for fuller ones.
class NameIndex {
 public:
  explicit NameIndex(const ActorLookup& actors) : actors_(actors) {}

  void add(const Entity& entity, std::size_t cluster) {
    for (const std::string& key : keys(entity)) clusters_[key].insert(cluster);
  }

  std::set<std::size_t> find(const Entity& shorter) const {
    std::set<std::size_t> found;
    for (const std::string& key : keys_of_name(shorter, shorter.name())) {
      const auto entry = clusters_.find(key);
      if (entry != clusters_.end()) found.insert(entry->second.begin(), entry->second.end());
    }
    return found;
  }

 private:
  /// Keys that a name has where it is one of the entity: namesakes of other countries are never compared.
  std::vector<std::string> keys_of_name(const Entity& entity, std::string_view name) const {
    const std::string prefix(entity.prefix());
    const std::string start = prefix + "/" + (has_parties(entity.type) ? "" : entity.iso3) + "/";
    std::vector<std::string> out = {start + name_key(name)};
    if (prefix == "person") {
      const auto words = word_keys(name);
      if (words.size() > 1 && actors_.spelling_key) out.push_back(start + "~" + actors_.spelling_key(name));
      if (!words.empty()) out.insert(out.end(), {start + " " + words.front(), start + " " + words.back()});
    }
    return out;
  }

  std::set<std::string> keys(const Entity& entity) const {
    std::set<std::string> out;
    const auto add_name = [&](std::string_view name) {
      for (std::string& key : keys_of_name(entity, name)) out.insert(std::move(key));
    };
    add_name(entity.name());
    for (const std::string& name : entity.names) add_name(name);
    for (const std::string& alias : entity.aliases) add_name(alias);
    return out;
  }

  const ActorLookup& actors_;
  std::map<std::string, std::set<std::size_t>> clusters_;
};

/// Entities across documents, and which of them each local entity is.
struct Clusters {
  std::vector<Entity> entities;
  std::map<LocalId, std::size_t> of;
};

/// The listed actor that an entity's name names: also in claims that were read before it was listed.
const Actor* listed_by_name(const Entity& entity, std::string_view id, const ActorLookup& actors) {
  const std::string_view name = entity.name();
  const bool person = entity.prefix() == "person";
  if (!actors.named || entity.names.empty() || has_parties(entity.type) || entity.type == NodeType::Group)
    return nullptr;
  // A word by itself may be anybody's.
  if (person && name.find(' ') == std::string_view::npos) return nullptr;
  const Actor* actor = actors.named(name, entity.type, entity.iso3);
  return actor != nullptr && actors.are_apart && actors.are_apart(actor->id, id) ? nullptr : actor;
}

Clusters join_namesakes(const LocalEntities& local, const ActorLookup& actors) {
  std::map<std::string, std::vector<LocalEntities::const_iterator>> by_base;
  std::map<std::string, const Actor*> listed;
  for (auto entity = local.begin(); entity != local.end(); ++entity) {
    const std::string base = entity->second.base_id();
    const Actor* actor = listed_as(entity->second, entity->first.second, actors);
    if (actor == nullptr) actor = listed_as(entity->second, base, actors);
    if (actor == nullptr) actor = listed_by_name(entity->second, base, actors);
    // "*" keeps the listed from unlisted namesakes.
    const std::string key = actor != nullptr ? "*" + std::string(actor->id) : base;
    if (actor != nullptr) listed[key] = actor;
    by_base[key].push_back(entity);
  }
  Clusters clusters;
  for (const auto& [key, members] : by_base) {
    const auto actor = listed.find(key);
    std::vector<std::size_t> classes(members.size(), 0);
    if (actor == listed.end()) {
      std::vector<const Entity*> namesakes;
      for (const auto member : members) namesakes.push_back(&member->second);
      classes = classes_of_namesakes(namesakes);
    }
    const std::size_t first = clusters.entities.size();
    for (std::size_t i = 0; i < members.size(); ++i) {
      const std::size_t cluster = first + classes[i];
      if (cluster == clusters.entities.size()) {
        clusters.entities.push_back(members[i]->second);
        clusters.entities.back().listed = actor == listed.end() ? nullptr : actor->second;
      } else {
        clusters.entities[cluster].absorb(members[i]->second);
      }
      clusters.of[members[i]->first] = cluster;
    }
  }
  return clusters;
}

bool share_document(const Entity& a, const Entity& b) {
  return std::any_of(a.documents.begin(), a.documents.end(), [&](const auto& d) { return b.documents.count(d) != 0; });
}

/// Listed first, then fuller names first: what a shorter name may join lies before it.
std::vector<std::size_t> fullest_first(const std::vector<Entity>& entities) {
  std::vector<std::tuple<bool, bool, std::size_t, std::size_t, std::size_t>> order;
  for (std::size_t i = 0; i < entities.size(); ++i) {
    const std::string_view name = entities[i].name();
    const std::string words = slug(name);
    const auto dashes = static_cast<std::size_t>(std::count(words.begin(), words.end(), '-'));
    order.emplace_back(entities[i].listed == nullptr, !is_proper_name(name), SIZE_MAX - dashes, SIZE_MAX - name.size(),
                       i);
  }
  // The last part is the position by (base id, class), which does not depend on the order of claims.
  std::sort(order.begin(), order.end());
  std::vector<std::size_t> out;
  for (const auto& entry : order) out.push_back(std::get<4>(entry));
  return out;
}

/// Whether an id that the names of one would give and one of the other's must stay apart.
bool must_stay_apart(const Entity& a, const Entity& b, const ActorLookup& actors) {
  if (!actors.are_apart) return false;
  const auto ids = [](const Entity& entity) {
    const std::vector<std::string> parties(entity.parties.begin(), entity.parties.end());
    std::set<std::string> out = {entity.listed != nullptr ? std::string(entity.listed->id) : entity.base_id()};
    for (const std::string& name : entity.names) out.insert(id_of_name(entity.type, name, parties));
    return out;
  };
  for (const std::string& id : ids(a)) {
    for (const std::string& other : ids(b)) {
      if (actors.are_apart(id, other)) return true;
    }
  }
  return false;
}

/// Whether two persons of one country are one by their full names, in two spellings: "Serhiy Marko", "Sergei Marko".
bool is_spelled_alike(const Entity& a, const Entity& b, const ActorLookup& actors) {
  constexpr std::size_t kTelling = 6;
  if (!actors.spelling_key || a.prefix() != "person" || b.prefix() != "person" || a.listed != nullptr) return false;
  if (a.iso3.empty() || a.iso3 != b.iso3 || a.name().find(' ') == std::string_view::npos) return false;
  const std::string key = actors.spelling_key(a.name());
  return key.size() >= kTelling && key == actors.spelling_key(b.name());
}

/// Lets shorter names join fuller ones; the number of the cluster that each now belongs to.
std::vector<std::size_t> join_shorter_names(std::vector<Entity>& entities, const ActorLookup& actors) {
  std::vector<std::size_t> joined(entities.size());
  NameIndex index(actors);
  for (const std::size_t i : fullest_first(entities)) {
    joined[i] = i;
    std::set<std::size_t> fuller;
    if (entities[i].listed == nullptr) {
      for (const std::size_t candidate : index.find(entities[i])) {
        if ((may_be(entities[i], entities[candidate]) || is_spelled_alike(entities[i], entities[candidate], actors)) &&
            !must_stay_apart(entities[i], entities[candidate], actors))
          fuller.insert(candidate);
      }
    }
    if (fuller.size() == 1 && !share_document(entities[i], entities[*fuller.begin()])) joined[i] = *fuller.begin();
    index.add(entities[i], joined[i]);
    if (joined[i] != i) entities[joined[i]].absorb(entities[i]);
  }
  return joined;
}

std::string lower(std::string text) {
  for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return text;
}

std::string digest_of(const Entity& entity) {
  std::string described = entity.base_id() + "\n" + entity.iso3 + "\n" + *entity.documents.begin();
  for (const std::string& party : entity.parties) described += "\n" + party;
  return sha256_hex(described).substr(0, 6);
}

/// Suffixes for clashing ids, in the order in which they are tried; empty: not known.
std::vector<std::string> suffixes(const Entity& entity) {
  return {lower(entity.iso3), entity.first_year ? std::to_string(*entity.first_year) : "", digest_of(entity)};
}

/// Ids of `entities` at `which`, in that order. A listed id is never given to another.
std::vector<std::string> give_ids(const std::vector<Entity>& entities, const std::vector<std::size_t>& which,
                                  const ActorLookup& actors) {
  std::vector<std::string> ids;
  std::map<std::string, int> uses;
  for (const std::size_t i : which) {
    ids.push_back(entities[i].listed != nullptr ? std::string(entities[i].listed->id) : entities[i].base_id());
    ++uses[ids.back()];
  }
  std::vector<bool> clashing(which.size());
  for (std::size_t k = 0; k < which.size(); ++k) {
    const bool listed = entities[which[k]].listed != nullptr;
    clashing[k] = !listed && (uses[ids[k]] > 1 || actors.actor(ids[k]) != nullptr);
  }
  for (std::size_t level = 0; level < 3; ++level) {
    std::vector<bool> suffixed(which.size(), false);
    for (std::size_t k = 0; k < which.size(); ++k) {
      const std::string suffix = clashing[k] ? suffixes(entities[which[k]])[level] : "";
      if (suffix.empty()) continue;
      ids[k] += "-" + suffix;
      suffixed[k] = true;
    }
    uses.clear();
    for (const std::string& id : ids) ++uses[id];
    for (std::size_t k = 0; k < which.size(); ++k) {
      if (suffixed[k]) clashing[k] = uses[ids[k]] > 1 || actors.actor(ids[k]) != nullptr;
    }
  }
  return ids;
}

Node node_of(const Entity& entity, std::string id, const ActorLookup& actors) {
  Node node;
  node.id = std::move(id);
  node.label = entity.name();
  node.type = entity.listed != nullptr ? entity.listed->type : entity.type;
  if (node.type == NodeType::Person) node.type = entity.type;
  node.iso3 = entity.listed != nullptr && !entity.listed->iso3.empty() ? std::string(entity.listed->iso3) : entity.iso3;
  if (entity.listed != nullptr) node.wikidata = entity.listed->wikidata;
  std::set<std::string> aliases = entity.aliases;
  aliases.insert(entity.names.begin(), entity.names.end());
  aliases.erase(node.label);
  node.aliases.assign(aliases.begin(), aliases.end());
  std::set<std::string> former;
  if (entity.listed != nullptr && actors.merged_ids) {
    for (const std::string_view merged : actors.merged_ids(node.id)) former.emplace(merged);
  }
  if (entity.listed == nullptr || entity.prefix() == "person") {
    const std::vector<std::string> parties(entity.parties.begin(), entity.parties.end());
    for (const std::string& alias : aliases) {
      if (is_fuller(node.label, alias)) former.insert(id_of_name(node.type, alias, parties));
    }
  }
  former.erase(node.id);
  node.former_ids.assign(former.begin(), former.end());
  return node;
}

/// Nodes in the order of their clusters, and the node of each local entity.
struct Resolved {
  std::vector<Node> nodes;
  std::map<LocalId, std::size_t> of;
};

void resolve(const LocalEntities& local, const ActorLookup& actors, Resolved& out) {
  Clusters clusters = join_namesakes(local, actors);
  const std::vector<std::size_t> joined = join_shorter_names(clusters.entities, actors);
  std::vector<std::size_t> kept;
  std::vector<std::size_t> node_of_cluster(joined.size());
  for (std::size_t i = 0; i < joined.size(); ++i) {
    if (joined[i] == i) {
      node_of_cluster[i] = out.nodes.size() + kept.size();
      kept.push_back(i);
    }
  }
  std::vector<std::string> ids = give_ids(clusters.entities, kept, actors);
  for (std::size_t k = 0; k < kept.size(); ++k)
    out.nodes.push_back(node_of(clusters.entities[kept[k]], std::move(ids[k]), actors));
  for (const auto& [id, cluster] : clusters.of) out.of[id] = node_of_cluster[joined[cluster]];
}

/// Sorts the nodes by id and renumbers.
void sort_nodes(Resolved& resolved) {
  std::vector<std::size_t> order(resolved.nodes.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(),
            [&](std::size_t a, std::size_t b) { return resolved.nodes[a].id < resolved.nodes[b].id; });
  std::vector<std::size_t> place(order.size());
  std::vector<Node> sorted;
  for (const std::size_t i : order) {
    place[i] = sorted.size();
    sorted.push_back(std::move(resolved.nodes[i]));
  }
  resolved.nodes = std::move(sorted);
  for (auto& [id, node] : resolved.of) node = place[node];
}

void rename(ClaimEnd& end, const Node& node) {
  if (!end.name.empty() && end.name != node.label) end.aliases.push_back(end.name);
  end.aliases.erase(std::remove(end.aliases.begin(), end.aliases.end(), node.label), end.aliases.end());
  std::sort(end.aliases.begin(), end.aliases.end());
  end.aliases.erase(std::unique(end.aliases.begin(), end.aliases.end()), end.aliases.end());
  end.id = node.id;
  end.type = node.type;
  end.iso3 = node.iso3;
  end.name = node.label;
}

}  // namespace

Identities identify(std::vector<Claim> claims, const ActorLookup& actors) {
  LocalEntities simple = local_entities(claims);
  LocalEntities with_parties;
  for (auto entity = simple.begin(); entity != simple.end();) {
    const auto here = entity++;
    if (has_parties(here->second.type)) with_parties.insert(simple.extract(here));
  }

  Resolved resolved;
  resolve(simple, actors, resolved);
  const auto party_id = [&](const std::string& document, const std::string& party) {
    const auto found = resolved.of.find({document, party});
    return found == resolved.of.end() ? party : resolved.nodes[found->second].id;
  };
  for (auto& [id, entity] : with_parties) {
    std::set<std::string> parties;
    for (const std::string& party : entity.parties) parties.insert(party_id(id.first, party));
    entity.parties = std::move(parties);
  }
  for (Claim& claim : claims) {
    for_each_node_end(claim, [&](ClaimEnd& end) {
      for (std::string& party : end.parties) party = party_id(claim.doc.id, party);
      std::sort(end.parties.begin(), end.parties.end());
      end.parties.erase(std::unique(end.parties.begin(), end.parties.end()), end.parties.end());
    });
  }
  resolve(with_parties, actors, resolved);
  sort_nodes(resolved);

  Identities out;
  out.nodes = std::move(resolved.nodes);
  for (Claim& claim : claims) {
    const auto node_of_end = [&](const std::string& id) {
      const auto found = resolved.of.find({claim.doc.id, id});
      return found == resolved.of.end() ? NodeId{} : NodeId(found->second);
    };
    const auto optional_node = [&](const std::optional<ClaimEnd>& end) {
      return end && end->is_node() ? node_of_end(end->id) : NodeId{};
    };
    IdentifiedClaim identified;
    if (claim.source.is_node()) identified.source = node_of_end(claim.source.id);
    if (claim.target.is_node()) identified.target = node_of_end(claim.target.id);
    identified.affected = optional_node(claim.affected);
    identified.place = optional_node(claim.place);
    identified.speaker = optional_node(claim.speaker);
    if (claim.about) {
      identified.about = node_of_end(claim.about->id);
      claim.about->id = identified.about.valid() ? out.nodes[identified.about.index()].id : std::string{};
    }
    for_each_node_end(claim, [&](ClaimEnd& end) { rename(end, out.nodes[node_of_end(end.id).index()]); });
    identified.claim = std::move(claim);
    out.claims.push_back(std::move(identified));
  }
  return out;
}

}  // namespace entente
