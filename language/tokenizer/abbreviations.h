#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace entente::language {

/// What an abbreviation's stop says about the end of a sentence.
enum class Abbreviation : std::uint8_t {
  Title,         // "Gen.", "St.": a name follows, no sentence ends here
  Word,          // "Inc.", "etc.", "Aug.": a sentence may end here
  BeforeNumber,  // "No. 5", "Art. 2": an abbreviation only there, else a word ("no.")
  AfterComma,    // "Salem, Mass.": an abbreviation only there
};

/// The abbreviation that is written as `word` and a stop. Single letters and dotted acronyms ("U.S") are not listed.
std::optional<Abbreviation> abbreviation(std::string_view word);

/// A capitalised word that begins sentences and hardly follows an abbreviation as a part of the same name: "The",
/// "However".
bool is_sentence_starter(std::string_view word);

/// Verbs of speech as they follow a quotation: "said", "asks".
bool is_speech_verb(std::string_view word);

}  // namespace entente::language
