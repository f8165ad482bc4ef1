#include "entente/language/coref/antecedent_features.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"

namespace entente::language {

namespace {

/// Adds features under one form of pronoun, alone and with the place of the pronoun. A template is a small number that
/// stays what it is while a model is in use.
class Adder {
 public:
  Adder(std::uint32_t form, std::uint32_t place, std::vector<std::uint32_t>& out)
      : form_(form), place_(place), out_(out) {}

  void add(std::uint32_t feature, std::uint64_t value) { push(feature, value, 0); }
  void add_placed(std::uint32_t feature, std::uint64_t value) {
    push(feature, value, 0);
    push(feature, value, 1 + place_);
  }

 private:
  void push(std::uint32_t feature, std::uint64_t value, std::uint64_t place) {
    // SplitMix64's finaliser (Steele, Lea and Flood 2014).
    std::uint64_t x = value * 0x9E3779B97F4A7C15ULL + ((form_ * 64ULL + feature) * 16ULL + place + 1);
    x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
    x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
    out_.push_back(static_cast<std::uint32_t>((x ^ (x >> 31)) % kAntecedentBuckets));
  }

  std::uint64_t form_;
  std::uint64_t place_;
  std::vector<std::uint32_t>& out_;
};

std::uint64_t hash_of(std::string_view text) {  // FNV-1a
  std::uint64_t hash = 14695981039346656037ULL;
  for (char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
  return hash;
}

std::uint64_t bucket(std::size_t n) { return n < 4 ? n : n < 6 ? 4 : n < 9 ? 5 : n < 15 ? 6 : n < 30 ? 7 : 8; }

bool is_person(NodeType type) { return type == NodeType::Person || type == NodeType::Official; }

}  // namespace

struct AntecedentFeatures::Context {
  MentionId pronoun;
  TokenId at;
  std::uint32_t form = 0;   // he, she, it, they
  std::uint32_t place = 0;  // subject, possessive, reflexive, object, else
  std::string governor;
  bool quoted = false;
  std::size_t most_mentions = 0;
  double best = -100, second = -100;  // salience
  std::span<const Antecedent> candidates;
};

AntecedentFeatures::AntecedentFeatures(const Entities& entities, const AntecedentFinder& finder,
                                       const Quotations& quotations)
    : entities_(entities), finder_(finder), quotations_(quotations) {}

void AntecedentFeatures::of(MentionId pronoun, std::span<const Antecedent> candidates,
                            std::vector<std::vector<std::uint32_t>>& out) const {
  const Context c = context(pronoun, candidates);
  out.resize(candidates.size() + 1);
  for (auto& buckets : out) buckets.clear();
  for (std::size_t i = 0; i < candidates.size(); ++i) add_candidate(c, i, out[i]);
  add_none(c, out.back());
}

AntecedentFeatures::Context AntecedentFeatures::context(MentionId pronoun,
                                                        std::span<const Antecedent> candidates) const {
  const Tree& tree = entities_.tree();
  Context c;
  c.pronoun = pronoun;
  c.at = entities_.mention(pronoun).head;
  c.candidates = candidates;
  const std::string form = lower(tree[c.at].form);
  c.form = static_cast<std::uint32_t>(form_of(form));
  const Deprel relation = tree.relation(c.at);
  c.place = form.ends_with("self") || form.ends_with("selves") ? 2
            : tree[c.at].deprel == Deprel::NmodPoss            ? 1
            : relation == Deprel::Nsubj                        ? 0
            : relation == Deprel::Obj                          ? 3
                                                               : 4;
  if (const TokenId governor = tree.governor(c.at); governor.valid()) c.governor = lemma(tree[governor]);
  c.quoted = quotations_.quoted(c.at);
  for (const Antecedent& a : candidates) {
    if (a.entity.valid()) c.most_mentions = std::max(c.most_mentions, entities_[a.entity].mentions.size());
    if (a.salience > c.best) {
      c.second = c.best;
      c.best = a.salience;
    } else {
      c.second = std::max(c.second, a.salience);
    }
  }
  return c;
}

void AntecedentFeatures::add_candidate(const Context& c, std::size_t index, std::vector<std::uint32_t>& out) const {
  const Tree& tree = entities_.tree();
  const Document& document = entities_.document();
  const Antecedent& a = c.candidates[index];
  const Token& word = tree[a.token];
  const TokenId first = tree.first_conjunct(a.token);
  Adder f(c.form, c.place, out);

  // What it is.
  const MentionId id = entities_.mention_at(a.token);
  const std::uint64_t kind = a.thing              ? 0
                             : !a.members.empty() ? 1
                             : id.valid()         ? 2 + static_cast<std::uint64_t>(entities_.mention(id).kind)
                                                  : 5;
  const std::uint64_t type = a.entity.valid() ? 1 + static_cast<std::uint64_t>(entities_[a.entity].type) : 0;
  const std::uint64_t standing = id.valid() ? static_cast<std::uint64_t>(entities_.mention(id).role) : 0;
  f.add_placed(1, kind * 16 + type);
  f.add_placed(2, type * 8 + standing);
  const bool noun = kind == 0 || kind == 3;
  f.add(3, noun ? 1 + static_cast<std::uint64_t>(definiteness(tree, a.token)) : 0);
  if (noun) f.add_placed(4, hash_of(lemma(word)));
  f.add(5, (is_plural(word) ? 1 : 0) + 2 * type);
  f.add_placed(6, hash_of(c.governor) ^ (kind == 0 ? 99 : type));

  const bool acts = tree[c.at].deprel == Deprel::NmodPoss ? owned_by_actors(c.governor) : needs_actor(c.governor);
  f.add_placed(29, (acts ? 32 : 0) + (kind == 0 ? 31 : type));

  // Where it stands.
  const Deprel relation = tree.relation(a.token);
  const std::size_t distance = a.token < c.at ? tree.sentence(c.at) - tree.sentence(a.token) : 9;
  const std::uint64_t role = static_cast<std::uint64_t>(word.deprel == Deprel::Conj ? tree[first].deprel : word.deprel);
  f.add_placed(7, role);
  f.add_placed(8, distance);
  f.add_placed(9, distance * 64 + role);
  f.add(10, static_cast<std::uint64_t>(relation) * 2 + (first != a.token ? 1 : 0));
  f.add(11, distance == 0 ? bucket(c.at.value - std::min(c.at.value, a.token.value)) : 0);
  const Sentence& sentence = document.sentences[tree.sentence(a.token)];
  f.add(12, (sentence.paragraph == document.sentences[tree.sentence(c.at)].paragraph ? 1 : 0) + 2 * distance);
  f.add(13, (quotations_.quoted(a.token) ? 1 : 0) + (c.quoted ? 2 : 0));
  f.add(14, a.token.value < sentence.tokens.begin + 4 ? 1 : 0);
  if (distance == 0) {
    f.add_placed(15, static_cast<std::uint64_t>(finder_.clause_level(a.token, c.at)));
    const auto apart = static_cast<std::uint64_t>(AntecedentFinder::clause_distance(tree, a.token, c.at));
    f.add_placed(30, apart);
    f.add_placed(31, apart * 64 + role);
    f.add(16, (AntecedentFinder::is_joined(tree, a.token, c.at) ? 1 : 0) +
                  (AntecedentFinder::owns_context(tree, a.token, c.at) ? 2 : 0));
  }
  if (const TokenId governor = tree.governor(a.token); governor.valid() && lemma(tree[governor]) == c.governor)
    f.add_placed(17, static_cast<std::uint64_t>(relation));

  // How much it is spoken of.
  f.add(18, bucket(a.mentions));
  if (a.entity.valid()) {
    const Entity& e = entities_[a.entity];
    f.add(19, bucket(e.mentions.size()) + (e.named ? 16 : 0));
    f.add(20, e.mentions.size() == c.most_mentions ? 1 : 0);
    MentionId last;
    for (MentionId m : e.mentions)
      if (m < c.pronoun && (!last.valid() || last < m)) last = m;
    if (last.valid()) {
      const Mention& m = entities_.mention(last);
      const bool same =
          m.kind == MentionKind::Pronoun && static_cast<std::uint32_t>(form_of(lower(document[m.head].form))) == c.form;
      f.add_placed(21, (same ? 1 : 0) + 2 * std::min<std::uint64_t>(tree.sentence(c.at) - tree.sentence(m.head), 4) +
                           16 * (tree.relation(m.head) == Deprel::Nsubj ? 1 : 0));
    }
    if (is_person(e.type)) f.add(22, e.gender == 0 ? 0 : 1);
    f.add(23, (e.plural ? 1 : 0) + (e.actor.valid() ? 2 : 0));
    f.add(24,
          !e.mentions.empty() &&
                  document.sentences[tree.sentence(entities_.mention(e.mentions.front()).head)].field == Field::Title
              ? 1
              : 0);
  }

  // Beside the others.
  std::size_t more_salient = 0, nearer = 0, beside = 0;
  for (const Antecedent& other : c.candidates) {
    beside += &other != &a && !other.thing && tree.sentence(other.token) == tree.sentence(c.at) ? 1 : 0;
    more_salient += other.salience > a.salience ? 1 : 0;
    nearer += other.token > a.token && other.token < c.at ? 1 : 0;
  }
  f.add_placed(25, std::min<std::size_t>(more_salient, 5));
  f.add_placed(26, std::min<std::size_t>(nearer, 6));
  f.add_placed(32, std::min<std::size_t>(beside, 2) * 4 + std::min<std::size_t>(distance, 3));
  f.add(27, static_cast<std::uint64_t>(std::lround(std::clamp(a.salience, -4.0, 30.0) + 4)));
  const double lead = a.salience - (a.salience == c.best ? c.second : c.best);
  f.add(28, static_cast<std::uint64_t>(std::lround(std::clamp(lead, -10.0, 10.0) + 10)));
}

void AntecedentFeatures::add_none(const Context& c, std::vector<std::uint32_t>& out) const {
  const Tree& tree = entities_.tree();
  Adder f(c.form, c.place, out);
  f.add_placed(40, 0);
  f.add_placed(41, bucket(c.candidates.size()));
  f.add_placed(42, hash_of(c.governor));
  f.add(43, static_cast<std::uint64_t>(tree[c.at].deprel));
  f.add(44, static_cast<std::uint64_t>(std::lround(std::clamp(c.best, -4.0, 30.0) + 4)));
  f.add(45, static_cast<std::uint64_t>(std::lround(std::clamp(c.best - c.second, 0.0, 12.0))));
  f.add(46, c.quoted ? 1 : 0);
  const TokenId governor = tree.governor(c.at);
  if (governor.valid()) {
    f.add_placed(
        47, static_cast<std::uint64_t>(tree[governor].upos) * 2 + (tree.child(governor, Deprel::Cop).valid() ? 1 : 0));
    f.add(48, static_cast<std::uint64_t>(tree[governor].deprel));
    f.add(49, (tree.child(governor, Deprel::Ccomp).valid() ? 1 : 0) +
                  (tree.child(governor, Deprel::Xcomp).valid() ? 2 : 0) +
                  (tree.child(governor, Deprel::Advcl).valid() ? 4 : 0));
  }
  const TokenRange sentence = tree.sentence_range(c.at);
  f.add(50, bucket(c.at.value - sentence.begin));
}

}  // namespace entente::language
