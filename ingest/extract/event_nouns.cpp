#include "entente/ingest/extract/event_reader.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace entente::ingest {

using enum RelationType;

/// "Quito's attack on Lima", "a protest from Lima", "talks between Lima and Quito": no verb has read it.
void EventReader::read_noun(TokenId noun) {
  const NounEntry* event = event_noun(noun);
  if (event == nullptr) return;
  auto sources = event_sources(noun, *event);
  auto targets = event_targets(noun, *event);
  const RelationType type = event->frame->relation;
  if (row(type).symmetric && (sources.size() > 1) && without(targets, sources).empty()) {
    targets.assign(sources.begin() + 1, sources.end());
    sources.resize(1);
  }
  targets = only_actors(without(std::move(targets), sources));
  if (sources.empty() || targets.empty()) return;
  Relation relation{type,
                    std::move(sources),
                    std::move(targets),
                    {},
                    noun,
                    topic(noun, event->frame->about),
                    false,
                    standing_of(noun, tree_, patterns_),
                    {},
                    event->cameo,
                    event->frame->confidence};
  relation.standing.background = true;
  if (type == AgreesWith) relation.commitment = Commitment::Concluded;
  // A time that has its bounds: "labourers during Lima's occupation", "after the war with Quito".
  const std::string preposition = tree_.case_marker(noun);
  relation.ended = row(type).lasting && (preposition == "during" || preposition == "after");
  add(std::move(relation));
}

std::vector<End> EventReader::subjects(TokenId verb) const {
  return acting(ends_.at(arguments_.subject(verb)), tree_, patterns_);
}

std::vector<End> EventReader::fill(TokenId predicate, const std::vector<Slot>& slots, EndUse use) const {
  for (const Slot& slot : slots) {
    auto found = ends_.at(arguments_.fill(predicate, slot), use);
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<End> EventReader::event_sources(TokenId noun, const NounEntry& event) const {
  for (const Slot& slot : event.frame->source) {
    auto found = only_actors(ends_.at(arguments_.fill(noun, slot)));
    if (slot == "poss" || slot == "mod") {
      found.clear();
      for (const End& end : ends_.owners(noun)) {
        const auto tokens = arguments_.fill(noun, slot);
        if (std::find(tokens.begin(), tokens.end(), tree_.first_conjunct(end.token)) != tokens.end() || slot == "poss")
          found.push_back(end);
      }
    }
    if (!found.empty()) return found;
  }
  return {};
}

std::vector<End> EventReader::event_targets(TokenId noun, const NounEntry& event) const {
  auto out = fill(noun, event.frame->target, use_of(event.frame->relation));
  if (!out.empty() || event.frame->relation != Demands) return out;
  // "its demand that Quito leave"
  for (const TokenId c : tree_.children(noun)) {
    const Deprel deprel = tree_[c].deprel;
    if (deprel != Deprel::Acl && deprel != Deprel::Ccomp && deprel != Deprel::AclRelcl) continue;
    if (const TokenId subject = exact_child(tree_, c, Deprel::Nsubj); subject.valid())
      return only_actors(ends_.at(subject));
  }
  return out;
}

std::vector<End> EventReader::concerned(TokenId verb, TokenId noun, const std::vector<End>& sources) const {
  std::vector<Slot> slots{"with", "on", "against", "to", "for"};
  auto out = only_actors(fill(noun, slots));
  if (out.empty()) out = without(ends_.owners(noun), sources);
  if (out.empty()) out = only_actors(fill(verb, {"with", "against"}));
  if (!out.empty()) return without(std::move(out), sources);
  const MentionId mention = ends_.mention_at(noun);
  if (!mention.valid()) return {};
  const ChainId chain = tree_.document().mentions[mention.index()].chain;
  if (!chain.valid()) return {};
  for (const ChainId party : tree_.document().chains[chain.index()].parties) {
    End end;
    end.token = noun;
    end.mention = mention;
    end.chain = party;
    end.span = tree_.document().mentions[mention.index()].span;
    end.certainty = 0.9;
    out.push_back(end);
  }
  return without(std::move(out), sources);
}

/// The word that says what the noun is: itself, or of a light noun the noun before it ("aid deliveries", "peace
/// efforts").
std::string EventReader::telling_lemma(TokenId noun) const {
  const std::string own = lemma_of(tree_, noun);
  if (!patterns_.nouns(own).empty() && !patterns_.noun_is(own, "light")) return own;
  const auto& children = tree_.children(noun);
  for (auto c = children.rbegin(); c != children.rend(); ++c) {
    if (*c > noun || tree_[*c].deprel != Deprel::Compound) continue;
    const std::string before = lemma_of(tree_, *c);
    if (!patterns_.nouns(before).empty()) return before;
  }
  // "a wave of arrests", "the state of emergency"
  if (patterns_.noun_is(own, "light") || patterns_.noun_is(own, "quantity")) {
    for (const TokenId of : arguments_.fill(noun, "of")) {
      const std::string behind = lemma_of(tree_, of);
      if (tree_[of].upos == Upos::Noun && !patterns_.nouns(behind).empty()) return behind;
    }
  }
  return own;
}

const NounEntry* EventReader::event_noun(TokenId noun) const {
  const NounEntry* first = nullptr;
  if (patterns_.noun_is(lemma_of(tree_, noun), "attack")) {
    // "a scathing attack on the minister" is made with words.
    for (const TokenId c : tree_.children(noun)) {
      const bool modifier = tree_[c].deprel == Deprel::Amod || tree_[c].deprel == Deprel::Compound;
      if (modifier && patterns_.noun_is(lemma_of(tree_, c), "verbal")) return &patterns_.nouns("criticism").front();
    }
  }
  for (const NounEntry& entry : patterns_.nouns(telling_lemma(noun))) {
    if (entry.frame == nullptr) continue;
    // "the war on Quito" is an attack, "the war with Quito" a dispute: the reading whose target is there.
    for (const Slot& slot : entry.frame->target) {
      if (slot != "of" && !arguments_.fill(noun, slot).empty()) return &entry;
    }
    if (first == nullptr) first = &entry;
  }
  return first;
}

bool EventReader::is_class(TokenId noun, std::string_view noun_class) const {
  for (const TokenId each : conjuncts(tree_, noun)) {
    if (patterns_.noun_is(telling_lemma(each), noun_class)) return true;
  }
  return false;
}

bool EventReader::is_node(TokenId noun, NodeType type) const {
  const MentionId mention = ends_.mention_at(noun);
  if (!mention.valid()) return false;
  const Mention& found = tree_.document().mentions[mention.index()];
  return (found.chain.valid() ? tree_.document().chains[found.chain.index()].type : found.type) == type;
}

/// A name, or "the pact", "their pact": one that is known. "reached a deal" makes one.
bool EventReader::is_definite(TokenId noun) const {
  const MentionId mention = ends_.mention_at(noun);
  if (mention.valid() && tree_.document().mentions[mention.index()].kind == MentionKind::Name) return true;
  for (const TokenId c : tree_.children(noun)) {
    if (tree_[c].deprel == Deprel::NmodPoss) return true;
    if (tree_[c].deprel == Deprel::Det && tree_[c].lemma != "a" && tree_[c].lemma != "an" && tree_[c].lemma != "no")
      return true;
  }
  return false;
}

TokenId EventReader::topic(TokenId predicate, const std::vector<Slot>& slots) const {
  for (const TokenId c : tree_.children(predicate)) {
    const Deprel deprel = tree_[c].deprel;
    if (deprel == Deprel::Advcl || deprel == Deprel::Obl || deprel == Deprel::Nmod || deprel == Deprel::Acl) {
      const std::string word =
          deprel == Deprel::Advcl || deprel == Deprel::Acl ? mark_of(tree_, c) : tree_.case_marker(c);
      // "criticized Quito on Monday"
      if (is_time(tree_, c)) continue;
      if (std::find(slots.begin(), slots.end(), word) != slots.end()) return c;
    }
    if (deprel == Deprel::Xcomp || deprel == Deprel::Ccomp) return c;
  }
  return {};
}

}  // namespace entente::ingest
