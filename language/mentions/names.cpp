#include "entente/language/mentions/names.h"

#include <algorithm>
#include <deque>
#include <iterator>
#include <optional>
#include <string>

#include "entente/language/mentions/name_context.h"
#include "entente/language/mentions/nominals.h"
#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"
#include "entente/language/mentions/titles.h"

namespace entente::language {

namespace {

constexpr float kSure = 0.6F;  // of the recogniser, to overrule the actor data

bool is_national(NodeType type) { return type == NodeType::Country || type == NodeType::Place; }

bool is_demonym(NameKind kind) {
  return kind == NameKind::DemonymNoun || kind == NameKind::DemonymPlural || kind == NameKind::DemonymAdjective;
}

bool overlap(TokenRange a, TokenRange b) { return a.begin < b.end && b.begin < a.end; }
bool covers(TokenRange a, TokenRange b) { return a.begin <= b.begin && b.end <= a.end; }

/// Written behind a comma after a firm's name.
bool is_legal_form(std::string_view form) {
  static constexpr std::string_view kForms[] = {"Inc", "Inc.", "Ltd", "Ltd.", "LLC",
                                                "LLP", "L.P.", "LP",  "N.A.", "S.A."};
  return std::find(std::begin(kForms), std::end(kForms), form) != std::end(kForms);
}

bool is_function_word(Upos upos) {
  return upos == Upos::Verb || upos == Upos::Aux || upos == Upos::Det || upos == Upos::Pron || upos == Upos::Adp ||
         upos == Upos::Sconj || upos == Upos::Cconj || upos == Upos::Adv || upos == Upos::Intj || upos == Upos::Part;
}

/// Finds the names of one sentence.
class NameFinder {
 public:
  NameFinder(const Tree& tree, const KnowledgeBase& knowledge, TokenRange sentence, std::vector<FoundName>& out)
      : tree_(tree), knowledge_(knowledge), document_(tree.document()), sentence_(sentence), out_(out) {
    for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) forms_.push_back(document_.tokens[i].form);
    shouted_ = std::all_of(forms_.begin(), forms_.end(),
                           [](std::string_view form) { return lower(form) == form || is_all_capitals(form); });
    for (const NameSpan& name : document_.names)
      if (sentence.begin <= name.tokens.begin && name.tokens.end <= sentence.end) recognised_.push_back(name);
    capitalise_small_names();
  }

  void run() {
    for (const NameSpan& name : recognised_) trimmed_.push_back(trim(name.tokens, name.type));
    find_listed();
    add_recognised();
    if (document_.names.empty())
      add_runs();
    else
      add_titled();
    out_.insert(out_.end(), found_.begin(), found_.end());
  }

 private:
  const Token& token(std::uint32_t i) const { return document_.tokens[i]; }

  /// "florida", as careless texts write it, where parser or recogniser take it for a name all the same: as the lists
  /// have it.
  void capitalise_small_names() {
    listed_forms_ = forms_;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      const Token& t = token(i);
      if (t.form.size() < 4 || t.form[0] < 'a' || t.form[0] > 'z' || !(is_proper(t) || is_recognised(i))) continue;
      std::string& form = capitalised_.emplace_back(t.form);
      form[0] = static_cast<char>(form[0] - 'a' + 'A');
      listed_forms_[i - sentence_.begin] = form;
    }
  }

  bool is_recognised(std::uint32_t i) const {
    return std::any_of(recognised_.begin(), recognised_.end(),
                       [&](const NameSpan& n) { return n.tokens.begin <= i && i < n.tokens.end; });
  }

  /// A recogniser's span without what belongs to no name: the article, titles before a person, the possessive mark.
  TokenRange trim(TokenRange range, NodeType type) const {
    while (range.size() > 1 && (token(range.end - 1).xpos == "POS" || token(range.end - 1).upos == Upos::Punct) &&
           token(range.end - 1).form != "." && token(range.end - 1).form != ")")
      --range.end;
    // "Quetta - BBC News" is two.
    for (std::uint32_t i = range.begin + 1; i + 1 < range.end; ++i)
      if ((token(i).form == "-" || token(i).form == "–" || token(i).form == "|") && token(i).space_after &&
          token(i - 1).space_after) {
        range.end = i;
        break;
      }
    while (range.size() > 1 && (token(range.begin).upos == Upos::Det || lower(token(range.begin).form) == "the"))
      ++range.begin;
    if (type == NodeType::Person || type == NodeType::Official) {
      for (std::uint32_t length = title_length(range.begin, range.end); length > 0 && length < range.size();
           length = title_length(range.begin, range.end))
        range.begin += length;
    }
    // "Google, Inc.": the form of a firm is a part of its name.
    if (type == NodeType::Organisation && range.end + 1 < sentence_.end && token(range.end).form == "," &&
        is_legal_form(token(range.end + 1).form))
      range.end += 2;
    // "U.S. Commerce Secretary": the title begins inside the span.
    if (type == NodeType::Organisation && range.size() > 1 && title_length(range.end - 1, sentence_.end) > 1)
      --range.end;
    return range;
  }

  std::uint32_t title_length(std::uint32_t at, std::uint32_t end) const {
    std::uint32_t length = 0;
    const Title* title = knowledge_.match_title(forms_, at - sentence_.begin, length);
    return title != nullptr && at + length <= end ? length : 0;
  }

  // Listed names. ---------------------------------------------------------------------------------------------------

  void find_listed() {
    std::vector<NameMatch> matches;
    for (std::uint32_t i = sentence_.begin; i < sentence_.end;) {
      matches.clear();
      knowledge_.match(listed_forms_, i - sentence_.begin, matches);
      std::uint32_t taken = 0;
      for (std::size_t first = 0; first < matches.size() && taken == 0;) {
        std::size_t last = first;
        while (last < matches.size() && matches[last].tokens == matches[first].tokens) ++last;
        const TokenRange range{i, i + matches[first].tokens};
        if (const Name* name = choose({matches.begin() + static_cast<std::ptrdiff_t>(first),
                                       matches.begin() + static_cast<std::ptrdiff_t>(last)},
                                      range))
          taken = accept(range, *name);
        first = last;
      }
      i += std::max(taken, 1U);
    }
  }

  /// The listed name of these tokens that the context supports best.
  const Name* choose(const std::vector<NameMatch>& matches, TokenRange range) const {
    const bool adjective = modifies_noun(range);
    const NameSpan* recognised = recognised_as(range);
    const auto rank = [&](const Name& name) {
      const Actor& actor = knowledge_.actor(name.actor);
      int score = 0;
      if (recognised != nullptr && agrees(recognised->type, name)) score += 8;
      if (document_.article().date && !name.valid.covers(*document_.article().date)) score -= 6;
      if (document_.article().date && !actor.valid.covers(*document_.article().date)) score -= 4;
      if (name.ambiguous) score -= 2;
      if (is_demonym(name.kind)) score += adjective == (name.kind == NameKind::DemonymAdjective) ? 3 : 1;
      if (actor.type == NodeType::Country) score += 2;
      if (name.kind == NameKind::Name || name.kind == NameKind::OfficialName) score += 1;
      return score;
    };
    const Name* best = nullptr;
    for (const NameMatch& m : matches)
      if (best == nullptr || rank(*m.name) > rank(*best)) best = m.name;
    return best;
  }

  static bool is_metonym(const Name& name) {
    return name.kind == NameKind::Capital || name.kind == NameKind::Seat || name.kind == NameKind::Building;
  }

  /// Whether the recogniser's class fits the listed name; a seat of government may look like a body or a place.
  bool agrees(NodeType recognised, const Name& name) const {
    if (same_class(recognised, knowledge_.actor(name.actor).type)) return true;
    if (is_demonym(name.kind)) return recognised == NodeType::Group || is_national(recognised);
    return is_metonym(name) && recognised != NodeType::Person;
  }

  static bool same_class(NodeType recognised, NodeType listed) {
    if (is_national(recognised)) return is_national(listed);
    if (recognised == NodeType::Person) return listed == NodeType::Person || listed == NodeType::Official;
    return recognised == listed;
  }

  const NameSpan* recognised_as(TokenRange range) const {
    for (std::size_t i = 0; i < recognised_.size(); ++i)
      if (trimmed_[i] == range || recognised_[i].tokens == range) return &recognised_[i];
    return nullptr;
  }

  bool modifies_noun(TokenRange range) const {
    const Token& top = document_[tree_.top(range)];
    if (top.upos == Upos::Adj && top.deprel != Deprel::Root && !top.head.valid()) return true;
    const Deprel relation = universal(top.deprel);
    // "U.S.-Saudi relations", whatever hangs from what.
    const bool joined =
        range.begin > sentence_.begin && token(range.begin - 1).form == "-" && !token(range.begin - 1).space_after;
    if (joined && range.end < sentence_.end && is_noun(token(range.end)) && token(range.end - 1).space_after)
      return true;
    return top.head.valid() && top.head.value >= range.end &&
           (relation == Deprel::Amod || relation == Deprel::Compound) && is_noun(document_[top.head]);
  }

  /// Takes the listed name if nothing speaks against it: how many tokens were taken.
  std::uint32_t accept(TokenRange range, const Name& name) {
    const Actor& actor = knowledge_.actor(name.actor);
    const Token& top = document_[tree_.top(range)];
    if (range.size() == 1 && is_function_word(top.upos) && !is_proper(top) && !(is_all_capitals(top.form) && !shouted_))
      return 0;
    const bool small_place = is_national(actor.type) && !is_metonym(name) && !name.ambiguous &&
                             listed_forms_[range.begin - sentence_.begin] != token(range.begin).form;
    if (!std::any_of(forms_.begin() + range.begin - sentence_.begin, forms_.begin() + range.end - sentence_.begin,
                     [](std::string_view form) {
                       return is_capitalised(form) || (!form.empty() && form[0] >= '0' && form[0] <= '9');
                     }) &&
        !is_demonym(name.kind) && !small_place)
      return 0;
    // "South Korea's defense ministry" is a country and its body.
    for (std::uint32_t i = range.begin + 1; i < range.end; ++i)
      if (token(i).xpos == "POS" && !is_capitalised(token(range.end - 1).form)) return 0;
    // "Chad Smith", "Jordan Peterson": one name with a word outside the range.
    for (std::size_t i = 0; i < recognised_.size(); ++i) {
      const NameSpan& other = recognised_[i];
      if (!overlap(trimmed_[i], range)) continue;
      if (covers(range, trimmed_[i])) {
        if (!agrees(other.type, name) && (name.ambiguous || actor.type == NodeType::Place || is_metonym(name)) &&
            other.score > kSure && trimmed_[i] == range && !is_demonym(name.kind))
          return 0;
        continue;
      }
      // The recogniser sees a longer name.
      if (other.type == NodeType::Person && other.score > kSure && !is_demonym(name.kind)) return 0;
      if (other.type != NodeType::Person && !splits_off(range, name, trimmed_[i])) return 0;
    }
    if (document_.names.empty() && is_part_of_longer(range, name)) return 0;
    if (name.ambiguous && !is_supported(range, name)) return 0;
    if (range.size() == 1 && actor.type == NodeType::Official && !is_in_office(name.actor)) return 0;
    FoundName found;
    found.tokens = range;
    // "the UN"; but "The Hague".
    if (range.size() > 1 &&
        (token(range.begin).form == "the" || (token(range.begin).form == "The" && actor.type == NodeType::Country &&
                                              name.kind != NameKind::Capital && !actor.name.starts_with("The "))))
      ++found.tokens.begin;
    found.listed = &name;
    found.type = actor.type;
    if (is_demonym(name.kind)) {
      // "U.S. and Russian forces": whatever hangs from what, an adjective or a singular right before a noun.
      const Deprel relation = universal(top.deprel);
      const bool before_noun = !is_plural(top) && range.end < sentence_.end && token(range.end).upos == Upos::Noun;
      found.adjective = modifies_noun(range) || before_noun ||
                        (top.upos == Upos::Adj && relation != Deprel::Nsubj && relation != Deprel::Obj);
      if (!found.adjective) {
        const bool plural = is_plural(top) || name.kind == NameKind::DemonymPlural;
        found.type = plural ? NodeType::Group : NodeType::Person;
        if (actor.type != NodeType::Country) found.type = actor.type;
      }
    }
    found_.push_back(found);
    return range.size();
  }

  /// Whether a national word keeps a mention of its own inside or before a longer name: "Turkish Foreign Ministry", and
  /// not "Bank of England" or "Seoul National Cemetery".
  bool splits_off(TokenRange range, const Name& name, TokenRange longer) const {
    if (range.begin != longer.begin || range.end >= longer.end) return false;
    // "American Motors Corp" is no American body.
    static constexpr std::string_view kFirms[] = {"airlines", "airways", "co",   "co.",  "company", "corp",
                                                  "corp.",    "inc",     "inc.", "ltd",  "ltd.",    "llc",
                                                  "motors",   "news",    "plc",  "post", "times",   "university"};
    if (std::find(std::begin(kFirms), std::end(kFirms), lower(token(longer.end - 1).form)) != std::end(kFirms))
      return false;
    if (is_demonym(name.kind)) return true;
    return knowledge_.actor(name.actor).type == NodeType::Country && name.kind != NameKind::Capital &&
           name.kind != NameKind::Seat && ends_body_name(lower(token(longer.end - 1).form));
  }

  /// Without a recogniser: whether the run of proper nouns around the range is one longer name.
  bool is_part_of_longer(TokenRange range, const Name& name) const {
    for (std::uint32_t i = range.begin; i < range.end; ++i)
      if (token(i).deprel == Deprel::Flat && token(i).head.valid() && !range.contains(token(i).head) &&
          is_proper(document_[token(i).head]))
        return true;
    for (std::uint32_t i = range.begin; i < range.end; ++i)
      for (TokenId c : tree_.children(TokenId(static_cast<std::size_t>(i))))
        if (document_[c].deprel == Deprel::Flat && !range.contains(c) && is_proper(document_[c])) return true;
    if (is_demonym(name.kind)) return false;
    if (range.begin > sentence_.begin && is_proper(token(range.begin - 1)) &&
        knowledge_.given_name(forms_[range.begin - 1 - sentence_.begin]) && range.size() == 1 &&
        is_national(knowledge_.actor(name.actor).type))
      return true;
    std::uint32_t end = range.end;
    while (end < sentence_.end && is_proper(token(end))) ++end;
    if (end == range.end) return false;
    if (title_length(range.end, sentence_.end) > 0) return false;
    std::vector<NameMatch> next;
    knowledge_.match(forms_, range.end - sentence_.begin, next);
    if (!next.empty()) return false;
    if (ends_body_name(lower(token(end - 1).form)))
      return name.kind == NameKind::Capital || name.kind == NameKind::Seat;
    return knowledge_.actor(name.actor).type != NodeType::Country || name.kind == NameKind::Capital;
  }

  /// "Bush" alone is whoever held an office then.
  bool is_in_office(ActorId person) const {
    const auto& date = document_.article().date;
    const auto offices = knowledge_.offices(person);
    return date && std::any_of(offices.begin(), offices.end(), [&](const Office& o) { return o.held.covers(*date); });
  }

  /// An ambiguous name needs a proper noun tag and either the recogniser or the shape of a name by itself.
  bool is_supported(TokenRange range, const Name& name) const {
    const Actor& actor = knowledge_.actor(name.actor);
    if (const NameSpan* recognised = recognised_as(range))
      return agrees(recognised->type, name) || recognised->score < kSure;
    if (!document_.names.empty() && !is_demonym(name.kind) && !is_all_capitals(token(range.begin).form) &&
        range.size() == 1 && actor.type != NodeType::Country)
      return false;
    return is_proper(document_[tree_.top(range)]) || is_demonym(name.kind);
  }

  // Names of the recogniser. ----------------------------------------------------------------------------------------

  void add_recognised() {
    for (std::size_t i = 0; i < recognised_.size(); ++i) {
      const TokenRange range = trimmed_[i];
      bool free = true;
      for (const FoundName& other : found_) {
        if (!overlap(other.tokens, range)) continue;
        const bool nested = other.tokens.begin == range.begin && other.tokens.size() < range.size() &&
                            other.listed != nullptr && splits_off(other.tokens, *other.listed, range);
        if (!nested) free = false;
      }
      if (!free) continue;
      // "The German Government" is the state, by a nominal.
      if (range.size() > 1 && means_state(lower(token(range.end - 1).form)) &&
          std::any_of(found_.begin(), found_.end(), [&](const FoundName& other) {
            return other.listed != nullptr && other.tokens == TokenRange{range.begin, range.end - 1} &&
                   knowledge_.actor(other.listed->actor).type == NodeType::Country;
          }))
        continue;
      // "Madam Speaker" names nobody.
      if (recognised_[i].type == NodeType::Person && title_length(range.begin, range.end) == range.size()) continue;
      FoundName found;
      found.tokens = range;
      found.type = recognised_[i].type;
      // "Saint Catherine Parish", "VMRO-DPMNE": no persons.
      const std::string last = lower(token(range.end - 1).form);
      if (found.type == NodeType::Person && range.size() > 1 &&
          (noun_class(last) == NounClass::PlaceNoun || last == "parish" || last == "county"))
        found.type = NodeType::Place;
      if (found.type == NodeType::Person && !shouted_ && range.size() == 1 && token(range.begin).form.size() > 3 &&
          is_all_capitals(token(range.begin).form))
        found.type = NodeType::Organisation;
      // "Democratic senator": a modifier.
      found.adjective = found.type == NodeType::Group && modifies_noun(range);
      // "Affordable Care Act" is a law.
      if (found.type == NodeType::Organisation && range.size() > 1 &&
          (last == "law" || last == "act" || last == "bill"))
        found.type = NodeType::Policy;
      if (found.type == NodeType::Agreement && noun_class(lemma(token(range.end - 1))) == NounClass::Policy)
        found.type = NodeType::Policy;
      if (found.type == NodeType::Organisation && range.size() > 1 &&
          is_agreement_word(document_[kind_word(document_, range)]))
        found.type = NodeType::Agreement;
      // "Trump Administration": the government of one who is named.
      if (found.type == NodeType::Organisation && means_state(last) && is_family_name(range.begin) &&
          (range.size() == 2 || (range.size() == 4 && token(range.begin + 1).form == "-"))) {
        found.tokens.end = range.begin + 1;
        found.type = NodeType::Person;
      }
      found_.push_back(found);
    }
  }

  bool is_family_name(std::uint32_t i) const {
    const auto& date = document_.article().date;
    if (!date) return i + 1 < sentence_.end && lower(token(i + 1).form) == "administration" && is_proper(token(i));
    return date && !knowledge_.by_family_name(token(i).form, *date).empty();
  }

  /// What the recogniser missed though its place tells: a name after a title ("Crown Prince Naruhito"), letters that
  /// act
  /// ("ICE arrested").
  void add_titled() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (!starts_run(i)) continue;
      const std::uint32_t length = title_length(i, sentence_.end);
      const std::uint32_t name = i + length;
      // A rank before may be a part of the name: "General Staff".
      const Title* title = length == 1 ? find_title(knowledge_, token(i).form) : nullptr;
      const bool titled = length > 1 || (title != nullptr && title->title_class != TitleClass::MilitaryRank);
      if (length > 0 && titled && is_capitalised(token(i).form) && name < sentence_.end && starts_run(name) &&
          title_length(name, sentence_.end) == 0 && !ends_body_name(lower(token(name).form)) &&
          knowledge_.role_noun(token(name).form) == nullptr) {
        std::uint32_t end = name + 1;
        while (end < sentence_.end && is_proper(token(end)) && !is_taken(end) && is_capitalised(token(end).form)) ++end;
        FoundName found;
        found.tokens = {name, end};
        found.type = NodeType::Person;
        if (!shouted_ && !ends_body_name(lower(token(end - 1).form))) found_.push_back(found);
        i = end - 1;
        continue;
      }
      if (length > 0) {
        i += length - 1;
        continue;
      }
      const Token& t = token(i);
      if (!shouted_ && t.form.size() > 1 && t.form.size() < 8 && is_all_capitals(t.form) && t.deprel == Deprel::Nsubj &&
          t.head.valid() && document_[t.head].upos == Upos::Verb && !continues_run(i + 1)) {
        FoundName found;
        found.tokens = {i, i + 1};
        found.type = NodeType::Organisation;
        found_.push_back(found);
      }
    }
  }

  // Runs of proper nouns, where no recogniser has run. ----------------------------------------------------------------

  void add_runs() {
    for (std::uint32_t i = sentence_.begin; i < sentence_.end; ++i) {
      if (!starts_run(i)) continue;
      std::uint32_t end = i + 1;
      while (end < sentence_.end && continues_run(end)) ++end;
      add_run({i, end});
      i = end - 1;
    }
  }

  bool is_taken(std::uint32_t i) const {
    return std::any_of(found_.begin(), found_.end(),
                       [&](const FoundName& f) { return f.tokens.begin <= i && i < f.tokens.end; });
  }

  bool starts_run(std::uint32_t i) const {
    return is_proper(token(i)) && is_capitalised(token(i).form) && !is_taken(i);
  }

  bool continues_run(std::uint32_t i) const {
    if (i >= sentence_.end || is_taken(i)) return false;
    if (is_proper(token(i))) return true;
    const bool next_proper = i + 1 < sentence_.end && is_proper(token(i + 1)) && !is_taken(i + 1);
    if (token(i).form == "-" && !token(i - 1).space_after && !token(i).space_after)
      return i + 1 < sentence_.end && is_noun(token(i + 1));
    if (token(i - 1).form == "-" && !token(i - 1).space_after) return true;
    if (lower(token(i).form) == "of" || token(i).form == "&")
      return next_proper &&
             (ends_body_name(lower(token(i - 1).form)) || is_agreement_word(token(i - 1)) || has_agreement_after(i));
    return false;
  }

  static bool is_agreement_word(const Token& t) { return noun_class(lemma(t)) == NounClass::Agreement; }

  /// "General Security of Military Information Agreement": the run after `of` ends in a kind of agreement.
  bool has_agreement_after(std::uint32_t of) const {
    std::uint32_t end = of + 1;
    while (end < sentence_.end && is_proper(token(end))) ++end;
    return end > of + 1 && is_agreement_word(token(end - 1));
  }

  void add_run(TokenRange range) {
    bool titled = false;
    for (std::uint32_t length = title_length(range.begin, range.end); length > 0;
         length = title_length(range.begin, range.end)) {
      if (length >= range.size()) return;  // "the President"
      range.begin += length;
      titled = true;
    }
    const std::string last = lower(token(range.end - 1).form);
    const std::optional<NounClass> noun = noun_class(lemma(token(range.end - 1)));
    if (noun == NounClass::Time) return;
    FoundName found;
    found.tokens = range;
    if (titled) {
      found.type = NodeType::Person;
    } else if (noun == NounClass::Agreement && range.size() > 1) {
      found.type = NodeType::Agreement;
    } else if (noun == NounClass::Policy && range.size() > 1) {
      found.type = NodeType::Policy;
    } else if (ends_body_name(last)) {
      found.type = NodeType::Organisation;
    } else if (knowledge_.given_name(forms_[range.begin - sentence_.begin]) ||
               (range.size() >= 2 && is_person_run(range))) {
      found.type = NodeType::Person;
    } else if (is_located(range)) {
      found.type = NodeType::Place;
    } else if (range.size() == 1 && is_all_capitals(token(range.begin).form)) {
      found.type = NodeType::Organisation;
    } else if (range.size() == 1 && !is_agent(range)) {
      return;
    } else {
      found.type = range.size() == 1 ? NodeType::Person : NodeType::Organisation;
    }
    found_.push_back(found);
  }

  bool is_person_run(TokenRange range) const {
    const Token& second = token(range.begin + 1);
    return second.deprel == Deprel::Flat && second.head.valid() && range.contains(second.head);
  }

  bool is_located(TokenRange range) const {
    const std::string marker = tree_.case_marker(tree_.top(range));
    return marker == "in" || marker == "near" || marker == "at";
  }

  bool is_agent(TokenRange range) const {
    const Deprel relation = tree_.relation(tree_.top(range));
    return relation == Deprel::Nsubj;
  }

  const Tree& tree_;
  const KnowledgeBase& knowledge_;
  const Document& document_;
  TokenRange sentence_;
  std::vector<FoundName>& out_;
  std::vector<std::string_view> forms_;
  std::vector<std::string_view> listed_forms_;  // as the lists may have them
  std::deque<std::string> capitalised_;         // storage of some of them
  bool shouted_ = false;                        // a headline in capitals: capitals say nothing
  std::vector<NameSpan> recognised_;
  std::vector<TokenRange> trimmed_;  // of recognised_
  std::vector<FoundName> found_;
};

}  // namespace

std::vector<FoundName> find_names(const Tree& tree, const KnowledgeBase& knowledge) {
  std::vector<FoundName> out;
  for (const Sentence& sentence : tree.document().sentences) NameFinder(tree, knowledge, sentence.tokens, out).run();
  settle_names(tree, knowledge, out);
  return out;
}

}  // namespace entente::language
