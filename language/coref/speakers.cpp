#include "entente/language/coref/speakers.h"

#include <algorithm>
#include <iterator>
#include <string_view>

#include "entente/actors/fold.h"
#include "entente/language/mentions/noun_phrase.h"
#include "entente/language/mentions/nouns.h"
#include "entente/language/mentions/titles.h"
#include "entente/language/mentions/word_classes.h"

namespace entente::language {

namespace {

constexpr std::uint32_t kLongestLabel = 9;

template <std::size_t N>
bool one_of(std::string_view word, const std::string_view (&list)[N]) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

constexpr std::string_view kSpeeches[] = {"address", "greeting", "lecture", "letter",    "message",  "messages",
                                          "remark",  "reply",    "speech",  "statement", "testimony"};
// Labels of turns whose speaker has no name.
constexpr std::string_view kUnnamed[] = {"q",        "question", "a",           "answer",   "moderator",   "reporter",
                                         "operator", "host",     "interviewer", "audience", "participant", "staff"};
// "spoke with Lee", "sat down with Lee"
constexpr std::string_view kTalks[] = {"interview", "speak", "talk", "sit", "chat", "conversation"};

bool is_first_person(std::string_view form) {
  return form == "i" || form == "me" || form == "my" || form == "we" || form == "our" || form == "us";
}

/// A name of a body that is part of a state, if it is of a country.
bool names_state_body(const std::string& name) {
  return is_of_class(lower(std::string_view(name).substr(name.find_last_of(' ') + 1)), WordClass::StateBodyEnd);
}

bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || static_cast<unsigned char>(c) >= 0x80;
}

bool has_letter(std::string_view form) { return std::any_of(form.begin(), form.end(), is_letter); }

bool is_shouted(std::string_view form) {
  return has_letter(form) && std::none_of(form.begin(), form.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

}  // namespace

Speakers::Speakers(Entities& entities, const Quotations& quotations)
    : entities_(entities), tree_(entities.tree()), quotations_(quotations), turns_(document().sentences.size()) {
  bool talks = false;
  for (std::size_t i = 0; i < document().tokens.size() && !talks; ++i)
    talks = !quotations_.quoted(TokenId(i)) && is_first_person(lower(document().tokens[i].form));
  if (!talks) return;
  labelled_ = read_labels();
  if (!labelled_ && !read_interview()) read_speech();
  read_joint_title();
  read_introductions();
}

ChainId Speakers::speaker(TokenId token) const {
  if (quotations_.quoted(token)) {
    const TokenId said = quotations_.speaker(token);
    return said.valid() ? entities_.entity_at(said) : ChainId();
  }
  const ChainId who = turns_[tree_.sentence(token)].speaker;
  return who.valid() ? entities_.resolve(who) : ChainId();
}

ChainId Speakers::addressee(TokenId token) const {
  // "Thank you, Mr Lee."
  const TokenRange sentence = tree_.sentence_range(token);
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const TokenId called(static_cast<std::size_t>(i));
    if (tree_[called].deprel != Deprel::Vocative || quotations_.quoted(called) != quotations_.quoted(token)) continue;
    if (const ChainId who = entities_.entity_at(called); who.valid() && is_person(who)) return who;
  }
  if (quotations_.quoted(token)) return {};
  const ChainId who = turns_[tree_.sentence(token)].addressee;
  return who.valid() ? entities_.resolve(who) : ChainId();
}

std::vector<ChainId> Speakers::side(TokenId token) const {
  const ChainId who = speaker(token);
  if (quotations_.quoted(token)) {
    const ChainId side = who.valid() ? side_of(who) : ChainId();
    return side.valid() ? std::vector<ChainId>{side} : std::vector<ChainId>{};
  }
  if (joint_ && !labelled_) return parties_;
  const ActorId publisher = entities_.publishing_country();
  if (publisher.valid()) {
    // The publisher's own words, or those of one of its people; not a reporter's or a guest's.
    const ChainId country = who.valid() ? entities_.country_of(who) : ChainId();
    const bool own = who.valid() ? !country.valid() || entities_[country].actor == publisher : !labelled_;
    if (own) return {entities_.country_entity(publisher)};
  }
  if (!who.valid()) return {};
  // In a speech "we" may be mankind: it is the speaker's side where it decides or owns what actors own.
  const TokenId governor = tree_.governor(token);
  const bool acts =
      governor.valid() && (tree_[token].deprel == Deprel::NmodPoss ? owned_by_actors(lemma(tree_[governor]))
                                                                   : needs_actor(lemma(tree_[governor])));
  const ChainId side = acts ? side_of(who) : ChainId();
  return side.valid() ? std::vector<ChainId>{side} : std::vector<ChainId>{};
}

/// "Joint Statement by the Foreign Ministers of Chad and Mali": "we" are those whom the title names.
void Speakers::read_joint_title() {
  for (const Sentence& sentence : document().sentences) {
    if (sentence.field != Field::Title) break;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      joint_ |= lower(document().tokens[i].form) == "joint";
      const ChainId named = entities_.entity_at(TokenId(static_cast<std::size_t>(i)));
      const ChainId country = named.valid() ? entities_.country_of(named) : ChainId();
      if (country.valid() && std::find(parties_.begin(), parties_.end(), country) == parties_.end())
        parties_.push_back(country);
    }
  }
  if (parties_.size() < 2) parties_.clear();
}

ChainId Speakers::side_of(ChainId speaker) const {
  const Entity& e = entities_[speaker];
  if (!is_person(speaker)) return e.plural && e.type != NodeType::Group ? ChainId() : entities_.resolve(speaker);
  for (const StatedOffice& office : e.offices) {
    if (office.former) continue;
    if (office.body.valid() && entities_[office.body].type != NodeType::Country) {
      const Entity& body = entities_[office.body];
      if (body.type != NodeType::Organisation && body.type != NodeType::Group) continue;
      const ActorKind kind = body.actor.valid() ? entities_.knowledge().actor(body.actor).kind : ActorKind::Party;
      const bool of_state = kind == ActorKind::Government || kind == ActorKind::Military ||
                            kind == ActorKind::Legislature || kind == ActorKind::Intelligence ||
                            (!body.actor.valid() && !body.names.empty() && names_state_body(body.names.front()));
      const ChainId country = of_state ? entities_.country_of(office.body) : ChainId();
      return country.valid() ? country : entities_.resolve(office.body);
    }
    const Title* title = find_title(entities_.knowledge(), lower(office.title));
    const bool of_state = title == nullptr || title->title_class == TitleClass::Spokesperson ||
                          title->body == BodyKind::State || title->body == BodyKind::Ministry ||
                          title->body == BodyKind::Military || title->body == BodyKind::Legislature ||
                          title->body == BodyKind::Monarchy;
    if (!of_state) continue;
    if (office.country.valid()) return entities_.resolve(office.country);
    if (const ChainId country = entities_.country_of(speaker); country.valid()) return country;
  }
  return {};
}

bool Speakers::is_person(ChainId chain) const {
  const NodeType type = entities_[chain].type;
  return type == NodeType::Person || type == NodeType::Official;
}

void Speakers::give(std::size_t begin, std::size_t end, Turn turn) {
  for (std::size_t s = begin; s < end; ++s) turns_[s] = turn;
}

// Labels. -------------------------------------------------------------------------------------------------------------

/// The words before the colon that opens a turn: "SECRETARY LEE" or "Q"; empty if there is none.
TokenRange Speakers::label(const Sentence& sentence, bool starts_paragraph) const {
  const auto& tokens = document().tokens;
  const TokenRange range = sentence.tokens;
  const TokenRange none{range.begin, range.begin};
  if (starts_paragraph && range.size() > 2 && tokens[range.begin].form == "Q" &&
      has_letter(tokens[range.begin + 1].form))
    return {range.begin, range.begin + 1};
  std::uint32_t colon = range.begin;
  while (colon < range.end && colon < range.begin + kLongestLabel && tokens[colon].form != ":") ++colon;
  if (colon == range.begin || colon >= range.end || tokens[colon].form != ":") return none;
  std::uint32_t begin = colon;
  while (begin > range.begin && (is_shouted(tokens[begin - 1].form) ||
                                 (begin < colon && (tokens[begin - 1].form == "." || tokens[begin - 1].form == "-"))))
    --begin;
  if (begin < colon) {
    // "6:13 P.M. EDT THE PRESIDENT:" is one, "Talks on CHIPS:" is none.
    const bool opens = begin == range.begin || !is_letter(tokens[begin - 1].form.back());
    const bool brief = colon - begin == 1 && tokens[begin].form.size() < 3;
    return opens && (!brief || one_of(lower(tokens[begin].form), kUnnamed)) ? TokenRange{begin, colon} : none;
  }
  if (!starts_paragraph || colon - range.begin > 5) return none;
  if (colon == range.begin + 1 && one_of(lower(tokens[range.begin].form), kUnnamed)) return {range.begin, colon};
  const MentionId name = entities_.name_over(TokenId(static_cast<std::size_t>(colon - 1)));
  if (!name.valid() || !entities_.mention(name).chain.valid() || !is_person(entities_.mention(name).chain)) return none;
  for (std::uint32_t i = range.begin; i < colon; ++i)
    if (!is_capitalised(tokens[i].form)) return none;
  return {range.begin, colon};
}

/// Whether the document is a record of turns with labels; then each sentence has the speaker of its turn.
bool Speakers::read_labels() {
  struct Labelled {
    std::size_t sentence;
    ChainId speaker;
  };
  std::vector<Labelled> labels;
  std::size_t shouted = 0, repeated = 0;
  std::vector<std::string> seen;
  const auto& sentences = document().sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    if (sentences[s].field != Field::Text || sentences[s].tokens.empty()) continue;
    const bool starts = s == 0 || sentences[s - 1].paragraph != sentences[s].paragraph;
    const TokenRange found = label(sentences[s], starts);
    if (found.empty()) continue;
    std::string text(document().text_of(found));
    shouted += is_shouted(text) ? 1 : 0;
    repeated += std::find(seen.begin(), seen.end(), text) != seen.end() ? 1 : 0;
    seen.push_back(std::move(text));
    labels.push_back({s, labelled(found)});
  }
  // One label in capitals before a long text, or labels that come again.
  if (labels.empty() || (repeated == 0 && shouted == 0)) return false;
  if (repeated == 0 && labels.size() == 1 && !labels.front().speaker.valid()) return false;
  ChainId answering;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    const std::size_t end = i + 1 < labels.size() ? labels[i + 1].sentence : sentences.size();
    Turn turn{labels[i].speaker, {}};
    if (turn.speaker.valid()) {
      answering = turn.speaker;
    } else {
      // A question is put to the one who answers next.
      turn.addressee = i + 1 < labels.size() && labels[i + 1].speaker.valid() ? labels[i + 1].speaker : answering;
    }
    give(labels[i].sentence, end, turn);
  }
  return true;
}

/// The person of a label: named in it, known by that family name, or holder of that office.
ChainId Speakers::labelled(TokenRange label) const {
  const auto& tokens = document().tokens;
  for (std::uint32_t i = label.end; i-- > label.begin;) {
    const MentionId name = entities_.name_over(TokenId(static_cast<std::size_t>(i)));
    if (name.valid() && entities_.mention(name).chain.valid() && is_person(entities_.mention(name).chain) &&
        entities_[entities_.mention(name).chain].mentions.size() > 1)
      return entities_.resolve(entities_.mention(name).chain);
  }
  const std::string last = match_key(tokens[label.end - 1].form);
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const ChainId id(i);
    if (!entities_.is_live(id) || !is_person(id)) continue;
    const Entity& e = entities_[id];
    const bool family = (e.name_words.size() > 1 && e.name_words.back() == last) ||
                        (e.actor.valid() && match_key(entities_.knowledge().actor(e.actor).family_name) == last);
    if (family) return id;
  }
  for (std::uint32_t begin = label.begin; begin < label.end; ++begin)
    if (const ChainId who = holder(lower(document().text_of({begin, label.end}))); who.valid()) return who;
  const MentionId name = entities_.name_over(TokenId(static_cast<std::size_t>(label.end - 1)));
  if (name.valid() && entities_.mention(name).chain.valid() && is_person(entities_.mention(name).chain))
    return entities_.resolve(entities_.mention(name).chain);
  return {};
}

/// The one person of the document with that title; of several the one of the publishing country; else whom the actor
/// data gives.
ChainId Speakers::holder(std::string_view title_text) const {
  if (title_text.starts_with("the ")) title_text.remove_prefix(4);
  const Title* title = find_title(entities_.knowledge(), title_text, entities_.publishing_country());
  if (title == nullptr || !title->office || *title->office == OfficeClass::Other) return {};
  const ActorId publisher = entities_.publishing_country();
  ChainId only;
  bool several = false;
  for (std::size_t i = 0; i < entities_.size(); ++i) {
    const ChainId id(i);
    if (!entities_.is_live(id) || !is_person(id)) continue;
    const Entity& e = entities_[id];
    const bool holds = std::any_of(e.offices.begin(), e.offices.end(), [&](const StatedOffice& office) {
      return !office.former && lower(office.title) == title_text;
    });
    if (!holds) continue;
    const ChainId country = entities_.country_of(id);
    if (publisher.valid() && country.valid() && entities_[country].actor == publisher) return id;
    several |= only.valid();
    only = id;
  }
  if (only.valid() && !several) return only;
  if (!publisher.valid() || !document().article().date) return {};
  const auto holders = entities_.knowledge().holders(*title->office, publisher, *document().article().date);
  if (holders.empty()) return {};
  for (std::size_t i = 0; i < entities_.size(); ++i)
    if (entities_.is_live(ChainId(i)) && entities_[ChainId(i)].actor == holders.front()->person) return ChainId(i);
  return {};
}

// Interviews. ---------------------------------------------------------------------------------------------------------

/// Whether the document is an interview without labels; then the paragraphs after each question answer it.
bool Speakers::read_interview() {
  const auto& sentences = document().sentences;
  struct Paragraph {
    std::size_t begin, end;  // sentences
    bool question;
  };
  std::vector<Paragraph> paragraphs;
  std::size_t questions = 0;
  std::size_t first = sentences.size();
  for (std::size_t s = 0; s < sentences.size();) {
    std::size_t end = s + 1;
    while (end < sentences.size() && sentences[end].paragraph == sentences[s].paragraph) ++end;
    if (sentences[s].field == Field::Text) {
      const bool question = is_question(s, end);
      if (question && first == sentences.size()) first = s;
      questions += question ? 1 : 0;
      paragraphs.push_back({s, end, question});
    }
    s = end;
  }
  constexpr std::size_t kFewestQuestions = 3;
  if (questions < kFewestQuestions) return false;
  const ChainId who = interviewee(first);
  if (!who.valid()) return false;
  for (const Paragraph& p : paragraphs) {
    if (p.begin < first) continue;
    if (p.question)
      give(p.begin, p.end, {{}, who});
    else
      give(p.begin, p.end, {who, {}});
  }
  return true;
}

/// A paragraph that asks: it ends in a question mark or says "you", and speaks of nobody's own affairs.
bool Speakers::is_question(std::size_t begin, std::size_t end) const {
  const TokenRange range{document().sentences[begin].tokens.begin, document().sentences[end - 1].tokens.end};
  constexpr std::uint32_t kLongest = 90, kLongestRemark = 40;
  if (range.size() > kLongest || range.empty()) return false;
  bool mark = false, you = false, own = false, any = false;
  for (std::uint32_t i = range.begin; i < range.end; ++i) {
    if (quotations_.quoted(TokenId(static_cast<std::size_t>(i)))) continue;
    any = true;
    const std::string form = lower(document().tokens[i].form);
    mark |= form == "?";
    you |= form == "you" || form == "your";
    own |= is_first_person(form);
  }
  if (!any) return false;
  const bool ends = document().tokens[range.end - 1].form == "?";
  if (ends) return you || !own;
  if (mark && you) return true;
  return you && !own && range.size() < kLongestRemark;
}

/// Who is interviewed, as the title and the sentences before the first question say.
ChainId Speakers::interviewee(std::size_t intro_end) const {
  bool is_interview = false;
  ChainId only;
  bool several = false;
  constexpr std::size_t kLongestIntro = 40;
  for (std::size_t s = 0; s < std::min(intro_end, kLongestIntro); ++s) {
    const Sentence& sentence = document().sentences[s];
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const TokenId token(static_cast<std::size_t>(i));
      is_interview |= lemma(tree_[token]) == "interview";
      const ChainId who = entities_.mention_at(token).valid() ? entities_.entity_at(token) : ChainId();
      if (!who.valid() || !is_person(who) || entities_[who].plural) continue;
      const TokenId governor = tree_.governor(token);
      const std::string verb = governor.valid() ? lemma(tree_[governor]) : std::string();
      const std::string marker = tree_.case_marker(token);
      const Deprel relation = tree_.relation(token);
      // "Ann Lee: an interview with the River Poet"
      const std::uint32_t end = entities_.mention(entities_.mention_at(token)).tokens.end;
      if (sentence.field == Field::Title && end < sentence.tokens.end && document().tokens[end].form == ":") return who;
      // "Interview with Ann Lee and Bo Li": whose turn it is, nothing tells.
      const bool asked = verb == "interview" || one_of(verb, kTalks);
      if (asked && entities_.entities_of(tree_.first_conjunct(token)).size() > 1) return {};
      if (verb == "interview" && marker.empty() &&
          (relation == Deprel::Obj || tree_[tree_.first_conjunct(token)].deprel == Deprel::NsubjPass))
        return who;
      if (one_of(verb, kTalks) && (marker == "with" || marker == "to" || marker == "of")) return who;
      if (sentence.field != Field::Title) continue;
      if (relation == Deprel::Compound || marker == "on" || marker == "about") continue;
      several |= only.valid() && only != who;
      only = who;
    }
  }
  if (only.valid() && !several) return only;
  if (!is_interview) return {};
  // The one person whom the introduction names.
  only = ChainId();
  for (const Mention& m : document().mentions) {
    if (m.kind != MentionKind::Name || !m.chain.valid() || !is_person(m.chain)) continue;
    if (tree_.sentence(m.head) >= intro_end) break;
    const ChainId who = entities_.resolve(m.chain);
    if (only.valid() && only != who) return {};
    only = who;
  }
  return only;
}

// Speeches. -----------------------------------------------------------------------------------------------------------

/// One speaker for all that stands outside quotation marks: of the title, or whom one of the first lines introduces.
void Speakers::read_speech() {
  const auto& sentences = document().sentences;
  if (const ChainId who = person_in_title(); who.valid()) {
    give(0, sentences.size(), {who, {}});
    return;
  }
  constexpr std::size_t kFirstLines = 6;
  std::size_t lines = 0;
  for (std::size_t s = 0; s < sentences.size() && lines < kFirstLines; ++s) {
    if (sentences[s].field == Field::Title) continue;
    ++lines;
    const ChainId who = introduced_speaker(s);
    if (!who.valid()) continue;
    give(s + 1, sentences.size(), {who, {}});
    return;
  }
}

/// "Remarks by President Moreno", "Interview with Ann Lee": the one person in the title, unless the words are said to
/// or about him.
ChainId Speakers::person_in_title() const {
  bool speaks = false;
  ChainId only;
  for (const Sentence& sentence : document().sentences) {
    if (sentence.field != Field::Title) break;
    for (std::uint32_t i = sentence.tokens.begin; i < sentence.tokens.end; ++i) {
      const TokenId token(static_cast<std::size_t>(i));
      const std::string word = lemma(document()[token]);
      speaks |= one_of(word, kSpeeches) || word == "interview";
      const MentionId name = entities_.name_over(token);
      if (!name.valid() || !entities_.mention(name).chain.valid()) continue;
      const ChainId chain = entities_.resolve(entities_.mention(name).chain);
      if (!is_person(chain) || entities_[chain].plural) continue;
      const std::string marker = tree_.case_marker(entities_.mention(name).head);
      if (marker == "to" || marker == "on" || marker == "about" || marker == "for" || marker == "in" ||
          marker == "against")
        continue;
      if (only.valid() && only != chain) return {};
      only = chain;
    }
  }
  return speaks ? only : ChainId();
}

/// "President Moreno's inaugural address", "Ms Lee delivered the following remarks.": no more than a line.
ChainId Speakers::introduced_speaker(std::size_t index) const {
  const TokenRange sentence = document().sentences[index].tokens;
  for (std::uint32_t i = sentence.begin; i < sentence.end; ++i) {
    const TokenId speech(static_cast<std::size_t>(i));
    if (!one_of(lemma(tree_[speech]), kSpeeches) || !is_noun(tree_[speech]) || quotations_.quoted(speech)) continue;
    TokenId who;
    if (tree_[speech].deprel == Deprel::Root) {
      who = possessor(tree_, speech);
      if (!who.valid()) who = complement(tree_, speech, {"by", "of"});
    } else if (universal(tree_[speech].deprel) == Deprel::Obj && tree_[speech].head.valid()) {
      const std::string verb = lemma(tree_[tree_[speech].head]);
      if (verb == "deliver" || verb == "make" || verb == "give" || verb == "issue" || verb == "release")
        who = tree_.subject(tree_[speech].head);
    }
    const ChainId chain = who.valid() ? entities_.entity_at(who) : ChainId();
    if (chain.valid() && is_person(chain)) return chain;
  }
  return {};
}

/// "I'm Ann Lee.": who says so has that paragraph.
void Speakers::read_introductions() {
  const auto& sentences = document().sentences;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::uint32_t i = sentences[s].tokens.begin; i < sentences[s].tokens.end; ++i) {
      const TokenId self(static_cast<std::size_t>(i));
      if (tree_[self].form != "I" || tree_[self].deprel != Deprel::Nsubj || quotations_.quoted(self)) continue;
      const TokenId name = tree_[self].head;
      if (!name.valid() || !tree_.child(name, Deprel::Cop).valid() || !entities_.name_over(name).valid()) continue;
      const ChainId who = entities_.entity_at(name);
      if (!who.valid() || !is_person(who)) continue;
      std::size_t begin = s, end = s + 1;
      while (begin > 0 && sentences[begin - 1].paragraph == sentences[s].paragraph) --begin;
      while (end < sentences.size() && sentences[end].paragraph == sentences[s].paragraph) ++end;
      give(begin, end, {who, {}});
    }
  }
}

}  // namespace entente::language
