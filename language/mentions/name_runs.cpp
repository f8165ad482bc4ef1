#include "entente/language/mentions/name_runs.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace entente::language {

namespace {

/// Words of a letter that no name holds.
bool is_letter_word(std::string_view form) {
  static constexpr std::string_view kWords[] = {"Dear", "P.S.", "PS", "Regards", "Sincerely", "Thanks", "Cc", "Bcc"};
  return std::find(std::begin(kWords), std::end(kWords), form) != std::end(kWords);
}

class RunParts {
 public:
  RunParts(const Document& document, const KnowledgeBase& knowledge) : document_(document), knowledge_(knowledge) {}

  /// The names in a run, by its letter words and given names.
  std::vector<TokenRange> by_words(TokenRange run) const {
    std::vector<TokenRange> out;
    std::uint32_t begin = run.begin;
    const auto end_part = [&](std::uint32_t end) {
      if (begin < end) out.push_back({begin, end});
    };
    for (std::uint32_t i = run.begin; i < run.end; ++i) {
      if (is_letter_word(form(i))) {
        end_part(i);
        begin = i + 1;
      } else if (i >= begin + 2 && i + 1 < run.end && is_given(begin) && is_given(i) && is_family(i - 1) &&
                 is_capitalised(form(i + 1))) {
        end_part(i);
        begin = i;
      }
    }
    if (begin + 1 < run.end && is_salutation(run.end - 1)) {
      end_part(run.end - 1);
      begin = run.end - 1;
    }
    end_part(run.end);
    return out;
  }

  /// The length of the longest name of several words at the start of a run that stands elsewhere, before a given name;
  /// 0 without one.
  std::uint32_t known_start(TokenRange run, const std::set<std::string, std::less<>>& known) const {
    for (std::uint32_t end = run.end; --end > run.begin + 1;)
      if (is_given(end) && known.count(document_.text_of({run.begin, end})) != 0) return end - run.begin;
    return 0;
  }

 private:
  std::string_view form(std::uint32_t i) const { return document_.tokens[i].form; }
  bool is_given(std::uint32_t i) const { return is_capitalised(form(i)) && knowledge_.given_name(form(i)).has_value(); }

  /// "Regards, Tom Ann, Please call": a given name, then a mark and a word whose capital only a new sentence explains.
  bool is_salutation(std::uint32_t i) const {
    if (!is_given(i) || i + 2 >= document_.tokens.size()) return false;
    const std::string_view mark = form(i + 1), next = form(i + 2);
    if ((mark != "," && mark != "-") || !is_capitalised(next) || document_.tokens[i + 2].upos == Upos::Propn)
      return false;
    // "Like Elton John, I ..."
    return next != "I" || form(i) == form(i - 1);
  }

  /// A word that is a family name and nothing else: no given name, initial or particle.
  bool is_family(std::uint32_t i) const {
    return is_capitalised(form(i)) && form(i).size() > 2 && form(i).back() != '.' && !is_given(i) &&
           form(i).substr(0, 2) != "Al" && form(i) != "Bin" && form(i) != "Ibn" && form(i) != "Van" &&
           form(i) != "Von" && document_.tokens[i].upos != Upos::Punct;
  }

  const Document& document_;
  const KnowledgeBase& knowledge_;
};

bool is_run(const FoundName& name) {
  return name.listed == nullptr && name.tokens.size() > 1 &&
         (name.type == NodeType::Person || name.type == NodeType::Official);
}

/// Puts the parts in the place of the name at `at`; the index of the last.
std::size_t replace(std::vector<FoundName>& names, std::size_t at, const std::vector<TokenRange>& parts) {
  const FoundName whole = names[at];
  names.erase(names.begin() + static_cast<std::ptrdiff_t>(at));
  for (const TokenRange& part : parts) {
    FoundName name = whole;
    name.tokens = part;
    names.insert(names.begin() + static_cast<std::ptrdiff_t>(at++), name);
  }
  return at;
}

}  // namespace

void part_runs(const Document& document, const KnowledgeBase& knowledge, std::vector<FoundName>& names) {
  const RunParts parts(document, knowledge);
  for (std::size_t i = 0; i < names.size();)
    i = is_run(names[i]) ? replace(names, i, parts.by_words(names[i].tokens)) : i + 1;
  std::set<std::string, std::less<>> known;
  for (const FoundName& name : names)
    if (is_run(name)) known.emplace(document.text_of(name.tokens));
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (!is_run(names[i])) continue;
    const TokenRange run = names[i].tokens;
    if (const std::uint32_t length = parts.known_start(run, known); length > 0)
      replace(names, i, {{run.begin, run.begin + length}, {run.begin + length, run.end}});
  }
}

}  // namespace entente::language
