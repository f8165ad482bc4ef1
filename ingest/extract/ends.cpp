#include "entente/ingest/extract/ends.h"

#include <algorithm>
#include <string_view>

namespace entente::ingest {
namespace {

constexpr int kMaxDepth = 6;

bool can_act(NodeType type) {
  return type != NodeType::Place && type != NodeType::Agreement && type != NodeType::Policy;
}

/// How good a mention is as the end at its head word: a name or a resolved one before others.
int rank(const Mention& mention) {
  int out = mention.chain.valid() || !mention.members.empty() ? 4 : 0;
  if (mention.kind == MentionKind::Name) out += 2;
  if (mention.role == MentionRole::Plain || mention.role == MentionRole::Metonym) out += 8;
  return out;
}

}  // namespace

bool is_relative_pronoun(const Token& token) {
  return token.xpos == "WDT" || token.xpos == "WP" || token.xpos == "WP$" ||
         (token.upos == Upos::Pron && token.lemma == "that");
}

Ends::Ends(const Arguments& arguments, const Patterns& patterns)
    : arguments_(arguments), patterns_(patterns), tree_(arguments.tree()), document_(arguments.tree().document()) {
  by_head_.resize(document_.tokens.size());
  const auto offer = [&](TokenId token, MentionId id) {
    MentionId& kept = by_head_[token.index()];
    if (!kept.valid() || rank(document_.mentions[id.index()]) > rank(document_.mentions[kept.index()])) kept = id;
  };
  for (std::size_t m = 0; m < document_.mentions.size(); ++m) {
    const Mention& mention = document_.mentions[m];
    if (mention.head.valid()) offer(mention.head, MentionId(m));
    // Where the parser splits a name, any of its words may stand as the argument.
    if (mention.kind != MentionKind::Name) continue;
    for (std::uint32_t t = mention.tokens.begin; t < mention.tokens.end; ++t) {
      const TokenId head = document_[TokenId(t)].head;
      if ((!head.valid() || !mention.tokens.contains(head)) && !by_head_[t].valid()) by_head_[t] = MentionId(m);
    }
  }
}

MentionId Ends::mention_at(TokenId token, EndUse use) const {
  const MentionId id = by_head_[token.index()];
  if (!id.valid()) return {};
  const Mention& mention = document_.mentions[id.index()];
  if (mention.role == MentionRole::Outlet) return {};
  if (use == EndUse::Site) return id;
  return mention.role == MentionRole::Location || mention.type == NodeType::Place ? MentionId{} : id;
}

NodeType Ends::type_of(const End& end) const {
  if (end.chain.valid()) return document_.chains[end.chain.index()].type;
  return document_.mentions[end.mention.index()].type;
}

std::vector<End> Ends::of_mention(MentionId id, TokenId token) const {
  const Mention& mention = document_.mentions[id.index()];
  std::vector<End> out;
  if (!mention.members.empty()) {
    for (const ChainId member : mention.members) out.push_back({token, id, member, mention.span});
    return out;
  }
  double certainty = mention.kind == MentionKind::Pronoun ? 0.9 : mention.chain.valid() ? 1 : 0.9;
  // "a sitting president": anybody.
  const bool person = mention.type == NodeType::Official || mention.type == NodeType::Person;
  if (mention.kind == MentionKind::Nominal && person && mention.head.valid()) {
    const TokenId article = exact_child(tree_, mention.head, Deprel::Det);
    if (article.valid() && (tree_[article].lemma == "a" || tree_[article].lemma == "an")) certainty *= 0.85;
  }
  out.push_back({token, id, mention.chain, mention.span, false, certainty});
  return out;
}

TokenId Ends::antecedent(TokenId token) const {
  TokenId clause = tree_[token].head;
  for (int depth = 0; clause.valid() && depth < kMaxDepth; ++depth, clause = tree_[clause].head) {
    if (tree_[clause].deprel == Deprel::AclRelcl) return tree_[clause].head;
  }
  return {};
}

ByteSpan Ends::naming_words(TokenId token) const {
  TokenRange range{token.value, token.value + 1};
  std::vector<TokenId> open{token};
  for (std::size_t i = 0; i < open.size() && open.size() < 64; ++i) {
    for (const TokenId c : tree_.children(open[i])) {
      const Deprel deprel = tree_[c].deprel;
      const Deprel kind = universal(deprel);
      if (kind == Deprel::Acl || kind == Deprel::Appos || kind == Deprel::Conj || kind == Deprel::Cc ||
          kind == Deprel::Punct || kind == Deprel::Case || kind == Deprel::Parataxis) {
        continue;
      }
      if (open[i] == token &&
          (kind == Deprel::Nsubj || kind == Deprel::Cop || kind == Deprel::Advcl || kind == Deprel::Mark))
        continue;
      open.push_back(c);
      range.begin = std::min(range.begin, c.value);
      range.end = std::max(range.end, c.value + 1);
    }
  }
  while (range.size() > 1 && document_[TokenId(range.begin)].upos == Upos::Det) ++range.begin;
  return document_.span_of(range);
}

std::vector<End> Ends::owners(TokenId noun, int depth) const {
  std::vector<Slot> slots{"poss", "by", "from", "mod", "of"};
  for (const NounEntry& entry : patterns_.nouns(lemma_of(tree_, noun))) {
    if (entry.frame == nullptr) continue;
    slots = entry.frame->source;
    slots.push_back("poss");
    break;
  }
  for (const Slot& slot : slots) {
    if (slot == "subj") continue;
    std::vector<End> out;
    for (const TokenId token : arguments_.fill(noun, slot)) {
      for (const TokenId each : conjuncts(tree_, token)) {
        const MentionId mention = by_head_[each.index()];
        if (mention.valid()) {
          const Mention& found = document_.mentions[mention.index()];
          if (!can_act(found.type) || found.role == MentionRole::Outlet) continue;
          // "the meeting in Seoul" has no owner, "Seoul's decision" has.
          if (found.role == MentionRole::Location && slot != "poss" && slot != "mod") continue;
          for (End end : of_mention(mention, each)) out.push_back(end);
        } else if (slot == "poss" && is_relative_pronoun(tree_[each])) {
          if (const TokenId of = antecedent(each); of.valid() && of != noun) {
            for (End end : single(of, EndUse::Actor, depth + 1)) out.push_back(end);
          }
        } else if (depth < 2 && slot != "mod" && tree_[each].upos == Upos::Noun) {
          // "the decision of Lima's government"
          for (End end : owners(each, depth + 1)) out.push_back(end);
        }
      }
    }
    if (!out.empty()) return out;
  }
  // "the threats made by Lima"
  for (const TokenId c : tree_.children(noun)) {
    if (tree_[c].deprel != Deprel::Acl || tree_[c].xpos != "VBN" || depth > 1) continue;
    if (const TokenId agent = arguments_.subject(c); agent.valid()) {
      std::vector<End> out;
      for (End& end : single(agent, EndUse::Actor, depth + 1)) {
        if (end.is_actor()) out.push_back(end);
      }
      if (!out.empty()) return out;
    }
  }
  return {};
}

/// Where a part of the world that has no name of its own lies: "the enclave of Lima", "a camp in Peru".
std::vector<End> Ends::site(TokenId noun) const {
  if (!patterns_.noun_is(lemma_of(tree_, noun), "site")) return {};
  for (const char* slot : {"poss", "of", "mod", "in", "near", "with", "around"}) {
    std::vector<End> out;
    auto tokens = arguments_.fill(noun, slot);
    // "troops along the border with Lima": the phrase may hang at the verb.
    const TokenId governor = tree_[noun].head;
    if (tokens.empty() && std::string_view(slot) == "with" && governor.valid())
      tokens = arguments_.fill(governor, slot);
    for (const TokenId token : tokens) {
      const MentionId mention = by_head_[token.index()];
      if (!mention.valid() || document_.mentions[mention.index()].role == MentionRole::Outlet) continue;
      const NodeType type = document_.mentions[mention.index()].type;
      if (type == NodeType::Agreement || type == NodeType::Policy) continue;
      for (const End& end : of_mention(mention, token)) out.push_back(end);
    }
    if (!out.empty()) return out;
  }
  return {};
}

std::vector<End> Ends::single(TokenId token, EndUse use, int depth) const {
  if (!token.valid() || depth > kMaxDepth) return {};
  if (is_relative_pronoun(tree_[token])) {
    const TokenId of = antecedent(token);
    if (of.valid() && of != token) return single(of, use, depth + 1);
    return {};
  }
  if (const MentionId mention = mention_at(token, use); mention.valid()) {
    const Mention& found = document_.mentions[mention.index()];
    if (found.role == MentionRole::Demonym && tree_[token].upos == Upos::Adj) return {};
    return of_mention(mention, token);
  }
  // "Imam Sule Gani", "president Jan Hus": the title heads the name in the tree.
  for (const TokenId c : tree_.children(token)) {
    const bool beside = tree_[c].deprel == Deprel::Appos && c.value == token.value + 1;
    if (tree_[c].deprel != Deprel::Flat && !beside) continue;
    const MentionId named = mention_at(c, use);
    if (named.valid() && document_.mentions[named.index()].kind == MentionKind::Name) return of_mention(named, token);
  }
  const MentionId excluded = by_head_[token.index()];
  if (excluded.valid() && (document_.mentions[excluded.index()].role == MentionRole::Outlet ||
                           document_.mentions[excluded.index()].role == MentionRole::Location)) {
    return {};
  }
  const Token& word = tree_[token];
  if (word.upos == Upos::Noun || word.upos == Upos::Num || word.upos == Upos::Det || word.upos == Upos::Adj ||
      word.upos == Upos::Pron) {
    // "thousands of protesters", "several of its members"
    const bool quantity = patterns_.noun_is(lemma_of(tree_, token), "quantity") || word.upos != Upos::Noun;
    if (quantity) {
      for (const TokenId of : arguments_.fill(token, "of")) {
        auto out = single(of, use, depth + 1);
        for (End& end : out) end.certainty *= 0.95;
        if (!out.empty()) return out;
      }
    }
  }
  if (word.upos != Upos::Noun && word.upos != Upos::Propn) return {};
  // "the murderer of two students" is somebody of his own.
  // So is "the U.S. bike maker".
  if (patterns_.noun_is(lemma_of(tree_, token), "person-noun") || patterns_.noun_is(lemma_of(tree_, token), "private"))
    return {End{token, {}, {}, naming_words(token), false, 0.74}};
  auto out = use == EndUse::Site ? site(token) : std::vector<End>{};
  if (out.empty()) out = owners(token, depth + 1);
  for (End& end : out) {
    end.token = token;
    end.owned = true;
    end.certainty *= 0.85;
  }
  if (!out.empty()) return out;
  return {End{token, {}, {}, naming_words(token), false, 0.74}};
}

std::vector<End> Ends::at(TokenId token, EndUse use) const {
  std::vector<End> out;
  if (!token.valid()) return out;
  TokenId start = token;
  if (is_relative_pronoun(tree_[token])) {
    const TokenId of = antecedent(token);
    if (of.valid()) start = of;
  }
  for (const TokenId each : conjuncts(tree_, start)) {
    if (each != start && is_verb(tree_, each)) continue;
    for (End& end : single(each, use, 0)) out.push_back(end);
  }
  return out;
}

std::vector<End> Ends::at(std::span<const TokenId> tokens, EndUse use) const {
  std::vector<End> out;
  for (const TokenId token : tokens) {
    for (End& end : at(token, use)) out.push_back(end);
  }
  return out;
}

std::vector<End> Ends::actors(TokenId token) const {
  std::vector<End> out;
  for (const End& end : at(token)) {
    if (end.is_actor() && !end.owned && can_act(type_of(end))) out.push_back(end);
  }
  return out;
}

}  // namespace entente::ingest
