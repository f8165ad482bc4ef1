#include "entente/language/mentions/nouns.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace entente::language {

namespace {

struct Entry {
  std::string_view lemma;
  NounClass noun_class;
};

// Sorted by lemma.
constexpr Entry kNouns[] = {
    {"accord", NounClass::Agreement},
    {"accusation", NounClass::Speech},
    {"act", NounClass::Policy},
    {"afternoon", NounClass::Time},
    {"agreement", NounClass::Agreement},
    {"aid", NounClass::Aid},
    {"airport", NounClass::PlaceNoun},
    {"airspace", NounClass::PlaceNoun},
    {"ally", NounClass::Side},
    {"amnesty", NounClass::Policy},
    {"announcement", NounClass::Speech},
    {"appeal", NounClass::Speech},
    {"approval", NounClass::Speech},
    {"april", NounClass::Time},
    {"area", NounClass::PlaceNoun},
    {"armistice", NounClass::Agreement},
    {"assistance", NounClass::Aid},
    {"assurance", NounClass::Speech},
    {"attempt", NounClass::Speech},
    {"august", NounClass::Time},
    {"backing", NounClass::Speech},
    {"ban", NounClass::Policy},
    {"blockade", NounClass::Policy},
    {"border", NounClass::PlaceNoun},
    {"boycott", NounClass::Policy},
    {"call", NounClass::Speech},
    {"capital", NounClass::PlaceNoun},
    {"cease-fire", NounClass::Agreement},
    {"ceasefire", NounClass::Agreement},
    {"cent", NounClass::Time},
    {"century", NounClass::Time},
    {"city", NounClass::PlaceNoun},
    {"claim", NounClass::Speech},
    {"clampdown", NounClass::Policy},
    {"coast", NounClass::PlaceNoun},
    {"combatant", NounClass::Side},
    {"comment", NounClass::Speech},
    {"compact", NounClass::Agreement},
    {"complaint", NounClass::Speech},
    {"concern", NounClass::Speech},
    {"condemnation", NounClass::Speech},
    {"controls", NounClass::Policy},
    {"convention", NounClass::Agreement},
    {"cooperation", NounClass::Speech},
    {"counter-sanction", NounClass::Policy},
    {"countermeasure", NounClass::Policy},
    {"country", NounClass::State},
    {"crackdown", NounClass::Policy},
    {"criticism", NounClass::Speech},
    {"curb", NounClass::Policy},
    {"curfew", NounClass::Policy},
    {"day", NounClass::Time},
    {"deal", NounClass::Agreement},
    {"december", NounClass::Time},
    {"decision", NounClass::Speech},
    {"decree", NounClass::Policy},
    {"demand", NounClass::Speech},
    {"denial", NounClass::Speech},
    {"district", NounClass::PlaceNoun},
    {"dollar", NounClass::Time},
    {"embargo", NounClass::Policy},
    {"embassy", NounClass::PlaceNoun},
    {"evening", NounClass::Time},
    {"february", NounClass::Time},
    {"friday", NounClass::Time},
    {"help", NounClass::Speech},
    {"hospital", NounClass::PlaceNoun},
    {"hotel", NounClass::PlaceNoun},
    {"hour", NounClass::Time},
    {"invitation", NounClass::Speech},
    {"january", NounClass::Time},
    {"july", NounClass::Time},
    {"june", NounClass::Time},
    {"kingdom", NounClass::State},
    {"law", NounClass::Policy},
    {"legislation", NounClass::Policy},
    {"letter", NounClass::Speech},
    {"levy", NounClass::Policy},
    {"march", NounClass::Time},
    {"may", NounClass::Time},
    {"memorandum", NounClass::Agreement},
    {"message", NounClass::Speech},
    {"minute", NounClass::Time},
    {"monday", NounClass::Time},
    {"month", NounClass::Time},
    {"moratorium", NounClass::Policy},
    {"morning", NounClass::Time},
    {"mou", NounClass::Agreement},
    {"move", NounClass::Speech},
    {"nation", NounClass::State},
    {"neighbor", NounClass::Side},
    {"neighbour", NounClass::Side},
    {"night", NounClass::Time},
    {"november", NounClass::Time},
    {"objection", NounClass::Speech},
    {"october", NounClass::Time},
    {"offer", NounClass::Speech},
    {"opposition", NounClass::Speech},
    {"order", NounClass::Speech},
    {"pact", NounClass::Agreement},
    {"permission", NounClass::Speech},
    {"plea", NounClass::Speech},
    {"pledge", NounClass::Speech},
    {"policy", NounClass::Policy},
    {"port", NounClass::PlaceNoun},
    {"power", NounClass::Side},
    {"pressure", NounClass::Speech},
    {"program", NounClass::Policy},
    {"programme", NounClass::Policy},
    {"promise", NounClass::Speech},
    {"proposal", NounClass::Speech},
    {"protest", NounClass::Speech},
    {"protocol", NounClass::Agreement},
    {"province", NounClass::PlaceNoun},
    {"quarter", NounClass::Time},
    {"quota", NounClass::Policy},
    {"reaction", NounClass::Speech},
    {"rebuke", NounClass::Speech},
    {"region", NounClass::PlaceNoun},
    {"regulation", NounClass::Policy},
    {"rejection", NounClass::Speech},
    {"remark", NounClass::Speech},
    {"report", NounClass::Speech},
    {"republic", NounClass::State},
    {"request", NounClass::Speech},
    {"response", NounClass::Speech},
    {"restriction", NounClass::Policy},
    {"retaliation", NounClass::Speech},
    {"rival", NounClass::Side},
    {"sanction", NounClass::Policy},
    {"saturday", NounClass::Time},
    {"second", NounClass::Time},
    {"september", NounClass::Time},
    {"side", NounClass::Side},
    {"state", NounClass::State},
    {"statement", NounClass::Speech},
    {"status", NounClass::Policy},
    {"street", NounClass::PlaceNoun},
    {"suburb", NounClass::PlaceNoun},
    {"summit", NounClass::PlaceNoun},
    {"sunday", NounClass::Time},
    {"support", NounClass::Speech},
    {"suspension", NounClass::Speech},
    {"tariff", NounClass::Policy},
    {"threat", NounClass::Speech},
    {"thursday", NounClass::Time},
    {"time", NounClass::Time},
    {"today", NounClass::Time},
    {"tomorrow", NounClass::Time},
    {"tonight", NounClass::Time},
    {"town", NounClass::PlaceNoun},
    {"treaty", NounClass::Agreement},
    {"truce", NounClass::Agreement},
    {"tuesday", NounClass::Time},
    {"university", NounClass::PlaceNoun},
    {"village", NounClass::PlaceNoun},
    {"warning", NounClass::Speech},
    {"wednesday", NounClass::Time},
    {"week", NounClass::Time},
    {"weekend", NounClass::Time},
    {"year", NounClass::Time},
    {"yesterday", NounClass::Time},
};

// Sorted.
constexpr std::string_view kBodyNameEnds[] = {
    "academy",       "administration",
    "agency",        "alliance",
    "army",          "assembly",
    "association",   "authority",
    "bank",          "battalion",
    "bloc",          "board",
    "brigade",       "brigades",
    "brotherhood",   "bureau",
    "cabinet",       "center",
    "centre",        "chamber",
    "church",        "club",
    "co.",           "coalition",
    "college",       "command",
    "commission",    "committee",
    "company",       "conference",
    "confederation", "congress",
    "consortium",    "corp",
    "corp.",         "corporation",
    "corps",         "council",
    "court",         "department",
    "directorate",   "division",
    "embassy",       "federation",
    "fleet",         "force",
    "forces",        "forum",
    "foundation",    "front",
    "fund",          "government",
    "group",         "guard",
    "guards",        "holdings",
    "house",         "inc",
    "inc.",          "institute",
    "institution",   "intelligence",
    "labs",          "laboratory",
    "league",        "limited",
    "llc",           "ltd",
    "ltd.",          "marines",
    "media",         "militia",
    "ministry",      "mission",
    "movement",      "museum",
    "navy",          "network",
    "news",          "office",
    "organisation",  "organization",
    "parliament",    "partnership",
    "party",         "plc",
    "police",        "politburo",
    "post",          "presidency",
    "press",         "regiment",
    "school",        "secretariat",
    "senate",        "service",
    "services",      "society",
    "sogo",          "station",
    "systems",       "team",
    "technologies",  "times",
    "treasury",      "tribunal",
    "trust",         "union",
    "university",
};

constexpr std::string_view kReportingVerbs[] = {
    "add",    "announce", "broadcast", "carry", "cite",  "describe", "disclose", "explain",
    "inform", "learn",    "note",      "post",  "print", "publish",  "quote",    "recount",
    "report", "reveal",   "run",       "say",   "state", "tell",     "tweet",    "write",
};

constexpr std::string_view kSayingVerbs[] = {
    "accuse",     "acknowledge", "admit",     "agree",   "argue",   "ask",     "assert",   "assure",    "believe",
    "boast",      "call",        "caution",   "charge",  "claim",   "comment", "complain", "conclude",  "concede",
    "confirm",    "contend",     "continue",  "counter", "declare", "demand",  "deny",     "emphasise", "emphasize",
    "estimate",   "exclaim",     "hail",      "hope",    "insist",  "joke",    "lament",   "maintain",  "observe",
    "pledge",     "predict",     "promise",   "recall",  "reckon",  "reiterate", "remark", "remember",  "repeat",
    "reply",      "respond",     "retort",    "speak",   "stress",  "suggest", "testify",  "think",     "underline",
    "underscore", "urge",        "vow",       "warn",    "wonder",
};

constexpr std::string_view kMotionVerbs[] = {
    "arrive", "come", "depart", "drive", "fly",  "go",   "head", "hurry",  "journey", "leave",
    "march",  "move", "return", "ride",  "rush", "sail", "send", "travel", "trek",    "walk",
};

constexpr std::string_view kPlaceVerbs[] = {
    "besiege", "bomb",  "bombard",  "capture", "encircle", "enter", "evacuate",  "flee",   "flood",
    "hit",     "leave", "liberate", "overrun", "pound",    "reach", "recapture", "retake", "rock",
    "seize",   "shake", "shell",    "storm",   "surround", "tour",  "visit",
};

constexpr std::string_view kImposingVerbs[] = {
    "adopt",  "apply",    "approve",   "cancel",    "ease",    "enact",   "enforce", "expand",
    "extend", "halt",     "impose",    "introduce", "keep",    "lift",    "loosen",  "maintain",
    "pass",   "reimpose", "reinstate", "relax",     "remove",  "renew",   "resume",  "scrap",
    "slap",   "stop",     "suspend",   "threaten",  "tighten", "toughen", "waive",   "withdraw",
};

template <std::size_t N>
bool in(const std::string_view (&sorted)[N], std::string_view word) {
  return std::find(std::begin(sorted), std::end(sorted), word) != std::end(sorted);
}

}  // namespace

std::optional<NounClass> noun_class(std::string_view lemma) {
  const auto* at = std::lower_bound(std::begin(kNouns), std::end(kNouns), lemma,
                                    [](const Entry& e, std::string_view word) { return e.lemma < word; });
  if (at == std::end(kNouns) || at->lemma != lemma) return std::nullopt;
  return at->noun_class;
}

bool ends_body_name(std::string_view lower_form) { return in(kBodyNameEnds, lower_form); }
bool is_reporting_verb(std::string_view lemma) { return in(kReportingVerbs, lemma); }
bool is_saying_verb(std::string_view lemma) { return in(kReportingVerbs, lemma) || in(kSayingVerbs, lemma); }
bool is_motion_verb(std::string_view lemma) { return in(kMotionVerbs, lemma); }
bool is_place_verb(std::string_view lemma) { return in(kPlaceVerbs, lemma); }
bool imposes(std::string_view lemma) { return in(kImposingVerbs, lemma); }

}  // namespace entente::language
