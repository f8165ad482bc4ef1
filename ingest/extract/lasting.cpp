#include "entente/ingest/extract/lasting.h"

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace entente::ingest {
namespace {

class LastingReader {
 public:
  LastingReader(const Ends& ends, const Patterns& patterns)
      : ends_(ends), patterns_(patterns), tree_(ends.arguments().tree()), document_(tree_.document()) {}

  std::vector<LastingRelation> read() {
    for (std::size_t c = 0; c < document_.chains.size(); ++c) {
      read_offices(ChainId(c));
      read_owner(ChainId(c));
      read_parties(ChainId(c));
    }
    for (std::size_t m = 0; m < document_.mentions.size(); ++m) read_noun(MentionId(m));
    std::stable_sort(out_.begin(), out_.end(),
                     [](const LastingRelation& a, const LastingRelation& b) { return a.trigger < b.trigger; });
    return std::move(out_);
  }

 private:
  void read_offices(ChainId chain);
  void read_owner(ChainId chain);
  void read_parties(ChainId chain);
  void read_noun(MentionId mention);

  const CorefChain& chain_of(ChainId id) const { return document_.chains[id.index()]; }
  bool is_definite(const Mention& mention) const;
  bool is_past(ByteSpan office) const;
  bool is_accredited_to(const StatedOffice& office, ChainId of) const;
  bool is_named(ChainId chain) const;
  /// The chain at its mention in the sentence of `near`, else at its first; none if it has no mention.
  std::optional<End> end_near(ChainId chain, ByteSpan near) const;
  void add(RelationType type, std::optional<End> source, std::optional<End> target, ByteSpan trigger,
           double confidence);

  const Ends& ends_;
  const Patterns& patterns_;
  const Tree& tree_;
  const Document& document_;
  std::vector<LastingRelation> out_;
};

bool LastingReader::is_definite(const Mention& mention) const {
  if (mention.kind == MentionKind::Name || !mention.head.valid()) return true;
  const TokenId article = exact_child(tree_, mention.head, Deprel::Det);
  return exact_child(tree_, mention.head, Deprel::NmodPoss).valid() ||
         (article.valid() && tree_[article].lemma != "a" && tree_[article].lemma != "an" &&
          tree_[article].lemma != "no");
}

/// An office of a part of a country.
bool is_regional(std::string_view title) {
  for (const std::string_view office : {"governor", "mayor", "sheriff", "alderman", "councillor", "councilman"}) {
    if (title == office) return true;
  }
  return false;
}

/// "ex-minister Jan Hus", "then Secretary of State Jan Hus"
bool LastingReader::is_past(ByteSpan office) const {
  constexpr std::uint32_t kBefore = 16;
  const std::uint32_t begin = office.begin > kBefore ? office.begin - kBefore : 0;
  const std::string around = " " + language::lower(document_.text().substr(begin, office.end - begin));
  return around.find(" ex-") != std::string::npos || around.find(" then ") != std::string::npos ||
         around.find(" then-") != std::string::npos;
}

/// "ambassador to Quito": represents another there.
bool LastingReader::is_accredited_to(const StatedOffice& office, ChainId of) const {
  constexpr std::uint32_t kNear = 40;
  for (const MentionId id : chain_of(of).mentions) {
    const ByteSpan span = document_.mentions[id.index()].span;
    if (span.begin < office.span.begin || span.begin > office.span.end + kNear) continue;
    const std::string words =
        language::lower(document_.text().substr(office.span.begin, span.begin - office.span.begin));
    if (words.find(" to ") != std::string::npos) return true;
  }
  return false;
}

bool LastingReader::is_named(ChainId chain) const {
  const auto& mentions = chain_of(chain).mentions;
  return std::any_of(mentions.begin(), mentions.end(),
                     [&](MentionId id) { return document_.mentions[id.index()].kind == MentionKind::Name; });
}

std::optional<End> LastingReader::end_near(ChainId chain, ByteSpan near) const {
  if (!chain.valid()) return std::nullopt;
  const std::size_t sentence = document_.sentence_at(near.begin);
  MentionId best;
  const auto distance = [&](MentionId id) {
    const ByteSpan span = document_.mentions[id.index()].span;
    return span.begin > near.begin ? span.begin - near.begin : near.begin - span.begin;
  };
  for (const MentionId id : chain_of(chain).mentions) {
    const Mention& mention = document_.mentions[id.index()];
    if (mention.head.valid() && tree_.sentence(mention.head) != sentence) continue;
    if (!best.valid() || distance(id) < distance(best)) best = id;
  }
  if (!best.valid() && !chain_of(chain).mentions.empty()) best = chain_of(chain).mentions.front();
  if (!best.valid()) return std::nullopt;
  const Mention& mention = document_.mentions[best.index()];
  return End{mention.head, best, chain, mention.span};
}

void LastingReader::add(RelationType type, std::optional<End> source, std::optional<End> target, ByteSpan trigger,
                        double confidence) {
  if (!source || !target || source->chain == target->chain) return;
  const RelationRow& relation = row(type);
  if (!relation.domain.contains(ends_.type_of(*source)) || !relation.range.contains(ends_.type_of(*target))) return;
  const bool known = std::any_of(out_.begin(), out_.end(), [&](const LastingRelation& other) {
    return other.type == type &&
           ((other.source.chain == source->chain && other.target.chain == target->chain) ||
            (relation.symmetric && other.source.chain == target->chain && other.target.chain == source->chain));
  });
  if (known) return;
  out_.push_back({type, *source, *target, trigger, {}, false, confidence});
}

void LastingReader::read_offices(ChainId chain) {
  if (chain_of(chain).type != NodeType::Official || !is_named(chain)) return;
  for (const StatedOffice& office : chain_of(chain).offices) {
    ChainId of = office.body.valid() ? office.body : office.country;
    if (office.span.end > office.span.begin && of.valid() && is_accredited_to(office, of)) of = office.country;
    const std::string title = language::lower(office.title);
    const bool speaks = title.find("spokes") != std::string::npos;
    const bool envoy = title.find("ambassador") != std::string::npos || title.find("envoy") != std::string::npos ||
                       title.find("representative") != std::string::npos;
    const RelationType type = speaks  ? RelationType::SpokespersonFor
                              : envoy ? RelationType::Represents
                                      : RelationType::HoldsOfficeIn;
    // "Texas Governor Ann Lee" holds no office of the country that Texas is in.
    if (type == RelationType::HoldsOfficeIn && of.valid() && chain_of(of).type == NodeType::Country &&
        is_regional(title))
      continue;
    const std::size_t before = out_.size();
    add(type, end_near(chain, office.span), end_near(of, office.span), office.span, 0.86);
    if (out_.size() > before) {
      out_.back().office = office.title;
      out_.back().ended = office.former || is_past(office.span);
    }
  }
}

void LastingReader::read_owner(ChainId chain) {
  const CorefChain& body = chain_of(chain);
  if (body.type != NodeType::Organisation || !body.owner.valid() || body.mentions.empty()) return;
  // "the bank's mission", "the party's bloc" say little; a state's ministry or a named branch does.
  if (chain_of(body.owner).type != NodeType::Country && !is_named(chain)) return;
  const TokenId noun = document_.mentions[body.mentions.front().index()].head;
  if (noun.valid() && patterns_.noun_is(language::lower(tree_[noun].form), "private")) return;
  // Where the text names the owner beside it: "South Korea's defense ministry".
  const Mention& mention = document_.mentions[body.mentions.front().index()];
  if (!mention.head.valid()) return;
  for (const End& owner : ends_.owners(mention.head)) {
    if (owner.chain == body.owner) {
      add(RelationType::PartOf, End{mention.head, body.mentions.front(), chain, mention.span}, owner, mention.span,
          0.82);
    }
  }
}

void LastingReader::read_parties(ChainId chain) {
  const CorefChain& agreement = chain_of(chain);
  if (agreement.type != NodeType::Agreement) return;
  // "the trade deals that we could strike"
  const TokenId noun =
      agreement.mentions.empty() ? TokenId{} : document_.mentions[agreement.mentions.front().index()].head;
  if (!is_named(chain) && noun.valid() && language::is_plural(tree_[noun])) return;
  for (const ChainId party : agreement.parties) {
    for (const MentionId id : agreement.mentions) {
      // "failed to reach a deal": only one that is named or known has parties.
      if (!is_definite(document_.mentions[id.index()])) continue;
      const ByteSpan span = document_.mentions[id.index()].span;
      const auto end = end_near(party, span);
      if (!end || document_.sentence_at(end->span.begin) != document_.sentence_at(span.begin)) continue;
      add(RelationType::PartyTo, end, End{document_.mentions[id.index()].head, id, chain, span}, span, 0.8);
      break;
    }
  }
}

/// "U.S. allies", "an ally of Quito", "a NATO member": the noun says what those that it stands for are to its owner.
void LastingReader::read_noun(MentionId id) {
  const Mention& mention = document_.mentions[id.index()];
  if (!mention.head.valid() || mention.role == MentionRole::Outlet) return;
  const std::string noun = lemma_of(tree_, mention.head);
  const bool ally = patterns_.noun_is(noun, "ally");
  const bool member = patterns_.noun_is(noun, "member");
  if (!ally && !member) return;
  std::vector<End> bearers;
  for (const ChainId each : mention.members) bearers.push_back({mention.head, id, each, mention.span});
  if (bearers.empty() && mention.chain.valid()) bearers.push_back({mention.head, id, mention.chain, mention.span});
  // "Lima, an ally of Quito", "Quito's ally Lima": the name beside it.
  const TokenId head = tree_[mention.head].head;
  if (bearers.empty() && tree_[mention.head].deprel == Deprel::Appos && head.valid()) bearers = ends_.single(head);
  for (const TokenId c : tree_.children(mention.head)) {
    const Deprel deprel = tree_[c].deprel;
    if (bearers.empty() && (deprel == Deprel::Appos || (universal(deprel) == Deprel::Nsubj &&
                                                        exact_child(tree_, mention.head, Deprel::Cop).valid()))) {
      bearers = ends_.at(c);
    }
  }
  const RelationType type = ally ? RelationType::AlliesWith : RelationType::MemberOf;
  for (const End& owner : ends_.owners(mention.head)) {
    for (const End& bearer : bearers) {
      if (!bearer.is_actor() || bearer.owned || !bearer.chain.valid() || !owner.chain.valid()) continue;
      // "the allies of Lima" as a group of no name says nothing.
      if (ends_.type_of(bearer) == NodeType::Group && !is_named(bearer.chain)) continue;
      add(type, bearer, owner, mention.span, 0.78);
    }
  }
}

}  // namespace

std::vector<LastingRelation> read_lasting(const Ends& ends, const Patterns& patterns) {
  return LastingReader(ends, patterns).read();
}

}  // namespace entente::ingest
