#include "entente/language/tokenizer/abbreviations.h"

#include <algorithm>
#include <iterator>

namespace entente::language {
namespace {

// All sorted bytewise.
constexpr std::string_view kTitles[] = {"Adm",  "Amb", "Bp",   "Brig", "Capt",   "Cmdr", "Col", "Comdr", "Cpl",  "Cpt",
                                        "Det",  "Dr",  "Ens",  "Fr",   "Ft",     "Gen",  "Gov", "Hon",   "Insp", "Lt",
                                        "Ltc",  "MR",  "MRS",  "Maj",  "Messrs", "Mgr",  "Mr",  "Mrs",   "Ms",   "Msgr",
                                        "Mt",   "Mx",  "Ofc",  "Pfc",  "Pres",   "Prof", "Pvt", "Rep",   "Reps", "Rev",
                                        "Secy", "Sen", "Sens", "Sgt",  "Spc",    "St",   "Ste", "Supt",  "Treas"};

constexpr std::string_view kWords[] = {
    "Ala",  "Apr",  "Ariz", "Ark",  "Assn", "Assoc", "Aug",  "Ave",  "Bhd",  "Blvd", "Bros", "Calif", "Cia", "Cie",
    "Co",   "Colo", "Conn", "Corp", "Cos",  "Dec",   "Dept", "Dist", "Div",  "Eq",   "Esq",  "Est",   "Feb", "Fla",
    "Ga",   "Govt", "Inc",  "Inst", "Intl", "Jan",   "Jr",   "Jul",  "Jun",  "Kan",  "Ky",   "Ltd",   "Md",  "Mfg",
    "Mich", "Minn", "Mont", "Natl", "Neb",  "Nev",   "Nov",  "Oct",  "Okla", "Penn", "Ph",   "Plc",   "Pte", "Pty",
    "Rd",   "Sec",  "Sep",  "Sept", "Sr",   "Tenn",  "Tex",  "Univ", "Va",   "Vt",   "Wis",  "Wyo",   "al",  "approx",
    "assn", "ave",  "ca",   "cf",   "co",   "corp",  "dept", "e.g",  "eg",   "est",  "etc",  "govt",  "i.e", "inc",
    "incl", "jr",   "ltd",  "misc", "resp", "sq",    "viz",  "vs"};

constexpr std::string_view kBeforeNumber[] = {"Art",  "Arts", "Ch",   "Chap", "Ext",  "Fig", "Figs", "Mar", "NO",
                                              "No",   "Nos",  "Op",   "Par",  "Para", "Res", "S",    "Ser", "Vol",
                                              "Vols", "art",  "c",    "ch",   "chap", "fig", "figs", "n",   "no",
                                              "nos",  "p",    "para", "pp",   "s",    "sec", "v",    "vol", "vols"};

constexpr std::string_view kAfterComma[] = {"Del",  "Id", "Ill", "Ind", "La", "Mass", "Me",
                                            "Miss", "Mo", "Ore", "Pa",  "RI", "Wash"};

constexpr std::string_view kStarters[] = {
    "A",       "About",     "According", "Additionally", "After",  "All",     "Although",     "Among",   "An",
    "And",     "Another",   "Any",       "Are",          "As",     "At",      "Because",      "Before",  "Both",
    "But",     "By",        "Can",       "Did",          "Do",     "Does",    "Don",          "During",  "Each",
    "Earlier", "Even",      "Every",     "Few",          "For",    "From",    "Furthermore",  "Given",   "Had",
    "Has",     "Have",      "He",        "Her",          "Here",   "His",     "How",          "However", "I",
    "If",      "In",        "Indeed",    "Instead",      "Is",     "It",      "Its",          "Last",    "Later",
    "Many",    "Meanwhile", "More",      "Moreover",     "Most",   "My",      "Nevertheless", "No",      "Nor",
    "Not",     "Now",       "Of",        "On",           "Once",   "One",     "Only",         "Or",      "Other",
    "Others",  "Our",       "Over",      "Perhaps",      "Please", "Several", "She",          "Since",   "So",
    "Some",    "Still",     "Such",      "That",         "The",    "Their",   "Then",         "There",   "Therefore",
    "These",   "They",      "This",      "Those",        "Though", "Through", "Thus",         "To",      "Today",
    "Under",   "Unlike",    "Until",     "Was",          "We",     "Were",    "What",         "When",    "Where",
    "Whether", "Which",     "While",     "Who",          "Why",    "Will",    "With",         "Without", "Yet",
    "You",     "Your"};

constexpr std::string_view kSpeechVerbs[] = {"added",     "adds",   "announced", "answered", "argued",    "asked",
                                             "asks",      "cried",  "declared",  "demanded", "explained", "insisted",
                                             "joked",     "noted",  "recalled",  "remarked", "replied",   "reported",
                                             "responded", "said",   "says",      "shouted",  "stated",    "told",
                                             "tweeted",   "warned", "wondered",  "writes",   "wrote",     "yelled"};

static_assert(std::is_sorted(std::begin(kTitles), std::end(kTitles)));
static_assert(std::is_sorted(std::begin(kWords), std::end(kWords)));
static_assert(std::is_sorted(std::begin(kBeforeNumber), std::end(kBeforeNumber)));
static_assert(std::is_sorted(std::begin(kAfterComma), std::end(kAfterComma)));
static_assert(std::is_sorted(std::begin(kStarters), std::end(kStarters)));
static_assert(std::is_sorted(std::begin(kSpeechVerbs), std::end(kSpeechVerbs)));

template <std::size_t kSize>
bool holds(const std::string_view (&sorted)[kSize], std::string_view word) {
  return std::binary_search(std::begin(sorted), std::end(sorted), word);
}

}  // namespace

std::optional<Abbreviation> abbreviation(std::string_view word) {
  if (word.size() > 7) return std::nullopt;
  if (holds(kTitles, word)) return Abbreviation::Title;
  if (holds(kBeforeNumber, word)) return Abbreviation::BeforeNumber;
  if (holds(kWords, word)) return Abbreviation::Word;
  if (holds(kAfterComma, word)) return Abbreviation::AfterComma;
  return std::nullopt;
}

bool is_sentence_starter(std::string_view word) { return holds(kStarters, word); }

bool is_speech_verb(std::string_view word) { return holds(kSpeechVerbs, word); }

}  // namespace entente::language
