#pragma once

#include <string>
#include <string_view>

namespace entente {

/// What the spellings of one name have in common: words one blank apart, without diacritics, full stops and
/// apostrophes; hyphens and slashes part words, "&" is "and", other punctuation is a word of its own. Letters keep
/// their case. "Sana'a" gives "Sanaa", "U.S." "US", "Guinea-Bissau" "Guinea Bissau", "Erdoğan" "Erdogan".
std::string fold_name(std::string_view text);
/// Appends the folded token to a folded name: with a blank between, unless an apostrophe joins them ("Sana", "'a").
void append_folded(std::string_view token, std::string& folded);
/// The same in lower case, as a key.
std::string match_key(std::string_view text);
void lower_in_place(std::string& folded);

/// Whether a text may spell a listed name of equal key: what the listed name capitalises is capitalised in the text,
/// but for function words within it ("the", "of", "al"). Both folded.
bool case_agrees(std::string_view listed, std::string_view text);

}  // namespace entente
