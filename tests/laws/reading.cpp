#include "laws/reading.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <utility>

#include "entente/ingest/pipeline.h"
#include "entente/schemas/types.h"

namespace entente::laws {
namespace {

/// `build` keeps what is at least as sure.
constexpr double kMinConfidence = 0.5;

const ingest::Pipeline& pipeline() {
  static const auto loaded = ingest::Pipeline::load(ENTENTE_DATA_DIR);
  if (!loaded) {
    ADD_FAILURE() << loaded.error().to_string();
    std::abort();
  }
  return *loaded;
}

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size())) {
    text.replace(at, what.size(), with);
  }
}

/// "South Korea" as ids spell it: "south-korea".
std::string slug_of(std::string_view name) {
  if (name.substr(0, 4) == "the ") name.remove_prefix(4);
  std::string out;
  for (const char c : name) out += c == ' ' ? '-' : static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return out;
}

std::string end_text(const ClaimEnd& end, const Cast& cast) {
  if (!end.is_node() || end.type == NodeType::Agreement || end.type == NodeType::Policy) return "*";
  for (std::size_t i = 0; i < cast.size(); ++i) {
    if (end.id == "country/" + std::string(cast[i].iso3)) return std::string(1, static_cast<char>('A' + i));
  }
  std::string id = end.id;
  for (std::size_t i = 0; i < cast.size(); ++i) {
    // Ids of the unnamed begin with their country: "group/peru-s-sailors", "organisation/united-states-court".
    const std::string letter(1, static_cast<char>('A' + i));
    replace_all(id, slug_of(cast[i].name) + "-s-", letter + "-");
    replace_all(id, slug_of(cast[i].demonym) + "-", letter + "-");
    replace_all(id, slug_of(cast[i].name), letter);
  }
  return id;
}

std::string claim_text(const Claim& claim, const Cast& cast, Rendering rendering) {
  std::string source = end_text(claim.source, cast);
  std::string target = end_text(claim.target, cast);
  if (row(claim.type).symmetric && target < source) std::swap(source, target);
  std::string out = source + " " + std::string(name(claim.type)) + " " + target + " " + std::string(name(claim.status));
  const Coding coding = coding_of(claim.type, claim.status, claim.commitment, claim.cameo);
  if (coding.plover) out += " " + std::string(name(*coding.plover));
  if (claim.affected) out += " affected=" + end_text(*claim.affected, cast);
  if (!rendering.place_and_speaker) return out;
  if (claim.speaker) out += " speaker=" + end_text(*claim.speaker, cast);
  if (claim.place) out += " place=" + claim.place->name;
  return out;
}

std::string joined(const std::vector<std::string>& lines) {
  std::string out;
  for (const std::string& line : lines) out += (out.empty() ? "" : " | ") + line;
  return out.empty() ? "(none)" : out;
}

}  // namespace

const std::vector<Cast>& casts() {
  static const std::vector<Cast> kCasts{
      {{{"Peru", "PER", "Peruvian"}, {"Chile", "CHL", "Chilean"}, {"Bolivia", "BOL", "Bolivian"}}},
      {{{"South Korea", "KOR", "South Korean"}, {"Japan", "JPN", "Japanese"}, {"China", "CHN", "Chinese"}}},
      {{{"the United States", "USA", "American"}, {"Iran", "IRN", "Iranian"}, {"Turkey", "TUR", "Turkish"}}},
      {{{"France", "FRA", "French"}, {"Morocco", "MAR", "Moroccan"}, {"Spain", "ESP", "Spanish"}}},
      {{{"Sudan", "SDN", "Sudanese"}, {"Ethiopia", "ETH", "Ethiopian"}, {"Egypt", "EGY", "Egyptian"}}},
  };
  return kCasts;
}

std::string cast_into(std::string_view text, const Cast& cast) {
  std::string out(text);
  for (std::size_t i = 0; i < cast.size(); ++i) {
    const std::string letter(1, static_cast<char>('A' + i));
    const std::string name(cast[i].name);
    replace_all(out, "{" + letter + "}", name);
    replace_all(out, "{" + letter + "'s}", name + (name.back() == 's' ? "'" : "'s"));
    replace_all(out, "{" + letter + ".adj}", cast[i].demonym);
  }
  // Sentences begin with a capital; behind a dateline or an introduction the article stays small.
  if (out.compare(0, 4, "the ") == 0) out[0] = 'T';
  replace_all(out, ". the ", ". The ");
  replace_all(out, " - the ", " - The ");
  return out;
}

std::vector<std::string> read(const std::string& text, const Cast& cast, Rendering rendering) {
  thread_local ingest::Pipeline::Workspace scratch;
  Article article;
  article.id = "law";
  article.text = text;
  article.date = parse_date("2021-05-20");
  std::vector<std::string> out;
  for (const Claim& claim : pipeline().claims(std::move(article), scratch)) {
    if (!row(claim.type).lasting && claim.confidence >= kMinConfidence)
      out.push_back(claim_text(claim, cast, rendering));
  }
  std::sort(out.begin(), out.end());
  return out;
}

bool is_known(std::string_view text, const std::vector<Gap>& gaps) {
  return std::any_of(gaps.begin(), gaps.end(),
                     [&](const Gap& gap) { return text.find(gap.text) != std::string_view::npos; });
}

void expect_claims(const std::vector<Case>& cases, const std::vector<Gap>& gaps, Rendering rendering,
                   std::size_t most) {
  std::size_t tried = 0;
  std::size_t failed = 0;
  for (const Case& each : cases) {
    const bool known = is_known(each.text, gaps);
    std::vector<std::string> expected = each.claims;
    std::sort(expected.begin(), expected.end());
    for (const Cast& cast : casts()) {
      const std::string text = cast_into(each.text, cast);
      const std::vector<std::string> found = read(text, cast, rendering);
      ++tried;
      if (found == expected) continue;
      ++failed;
      if (known) continue;
      ADD_FAILURE() << text << "\n  template " << each.text << "\n  expected " << joined(expected) << "\n  read     "
                    << joined(found);
    }
  }
  EXPECT_LE(failed, most) << "of " << tried << ", known gaps included";
}

}  // namespace entente::laws
