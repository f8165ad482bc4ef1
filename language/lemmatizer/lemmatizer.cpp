#include "entente/language/lemmatizer/lemmatizer.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "entente/base/digest.h"
#include "entente/language/lemmatizer/agreement.h"

namespace entente::language {
namespace {

constexpr std::string_view kMagic = "entente-lemmas";
constexpr std::string_view kVersion = "1";
constexpr std::size_t kSuffixBytes = 5 * 4;  // five characters
constexpr std::size_t kKnownFormBytes = 64;  // longer words are in no table

// Of verbs that are inflected as what follows; as in training/lemmatizer.py.
constexpr std::string_view kPrefixes[] = {"fore", "mis", "out", "over", "re", "un", "under", "up", "with"};

/// What the table knows of the letters' case; see training/lemmatizer.py.
enum class Shape : char { Lower = 'l', Title = 't', Upper = 'u', Other = 'o' };

bool is_ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_ascii_letter(char c) { return is_ascii_upper(c) || (c >= 'a' && c <= 'z'); }
char lower(char c) { return is_ascii_upper(c) ? static_cast<char>(c - 'A' + 'a') : c; }
bool continues_character(char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; }

bool is_number(std::string_view form) {
  return form.front() >= '0' && form.front() <= '9' && form.find_first_not_of("0123456789,.") == std::string_view::npos;
}

Shape shape_of(std::string_view form) {
  const auto letters = std::count_if(form.begin(), form.end(), is_ascii_letter);
  const auto capitals = std::count_if(form.begin(), form.end(), is_ascii_upper);
  if (capitals == 0) return Shape::Lower;
  if (capitals == letters && capitals > 1) return Shape::Upper;
  return capitals == 1 && is_ascii_upper(form.front()) ? Shape::Title : Shape::Other;
}

/// The lower-cased form with a plain apostrophe, for look-ups, tab and the rest of a key behind it.
class Key {
 public:
  Key(std::string_view form, std::string_view upos, std::string_view xpos) {
    if (form.size() + upos.size() + xpos.size() + 2 > bytes_.size()) return;
    for (std::size_t i = 0; i < form.size(); ++i) {
      if (form.substr(i, 3) == "\xE2\x80\x99") {
        bytes_[size_++] = '\'';
        i += 2;
      } else {
        bytes_[size_++] = lower(form[i]);
      }
    }
    for (const std::string_view part : {upos, xpos}) {
      bytes_[size_++] = '\t';
      size_ = static_cast<std::size_t>(std::copy(part.begin(), part.end(), bytes_.begin() + size_) - bytes_.begin());
    }
  }
  std::string_view view() const { return {bytes_.data(), size_}; }

 private:
  std::array<char, kKnownFormBytes + 32> bytes_{};
  std::size_t size_ = 0;
};

/// A rule: case, number of characters to cut in two digits, what to append.
bool is_rule(std::string_view rule) {
  const auto digit = [](char c) { return c >= '0' && c <= '9'; };
  return rule.size() >= 3 && (rule[0] == 'l' || rule[0] == 'k') && digit(rule[1]) && digit(rule[2]);
}

void append_by_rule(std::string& out, std::string_view rule, std::string_view form) {
  std::size_t size = form.size();
  for (int cut = (rule[1] - '0') * 10 + (rule[2] - '0'); cut > 0 && size > 0; --cut) {
    --size;
    while (size > 0 && continues_character(form[size])) --size;
  }
  const std::size_t begin = out.size();
  out += form.substr(0, size);
  if (rule[0] == 'l')
    std::transform(out.begin() + static_cast<std::ptrdiff_t>(begin), out.end(),
                   out.begin() + static_cast<std::ptrdiff_t>(begin), lower);
  out += rule.substr(3);
  if (out.size() == begin) out += form;  // a rule for another word would leave nothing
}

/// Takes what is before the next tab, or the whole, off the line.
std::string_view take_column(std::string_view& line) {
  const std::size_t tab = line.find('\t');
  const std::string_view column = line.substr(0, tab);
  line.remove_prefix(tab == std::string_view::npos ? line.size() : tab + 1);
  return column;
}

}  // namespace

Result<Lemmatizer> Lemmatizer::load(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  if (!file) return failure(ErrorCode::NotFound, path, "cannot be opened");
  std::string bytes((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (file.bad()) return failure(ErrorCode::Io, path, "cannot be read");
  return of_bytes(std::move(bytes), path);
}

Result<Lemmatizer> Lemmatizer::of_bytes(std::string bytes, const std::string& source) {
  Lemmatizer out;
  out.bytes_ = std::make_unique<const std::string>(std::move(bytes));
  const std::string_view all = *out.bytes_;
  const std::size_t header_end = std::min(all.find('\n'), all.size());
  std::string_view header = all.substr(0, header_end);
  if (const auto magic = take_column(header); magic != kMagic) {
    return failure(ErrorCode::Corrupt, source,
                   "no table of lemmas: it does not begin with \"" + std::string(kMagic) + "\"", 0);
  }
  if (const auto version = take_column(header); version != kVersion) {
    return failure(ErrorCode::Version, source,
                   "version \"" + std::string(version) + "\" of the table of lemmas, this program reads version " +
                       std::string(kVersion),
                   kMagic.size() + 1);
  }
  const std::size_t body = std::min(header_end + 1, all.size());
  if (const std::string digest = sha256_hex(all.substr(body)); digest != header) {
    return failure(ErrorCode::Corrupt, source,
                   "checksum " + digest.substr(0, 16) + "…, the header says " + std::string(header.substr(0, 16)) + "…",
                   body);
  }

  for (std::size_t at = body; at < all.size();) {
    const std::size_t end = std::min(all.find('\n', at), all.size());
    std::string_view line = all.substr(at, end - at);
    const std::string_view kind = take_column(line);
    const std::size_t tab = line.rfind('\t');
    if (tab == std::string_view::npos) return failure(ErrorCode::Corrupt, source, "line without a value", at);
    const std::string_view key = line.substr(0, tab);
    const std::string_view value = line.substr(tab + 1);
    const bool is_rules = kind == "S" || kind == "L";
    if ((!is_rules && kind != "D" && kind != "F") || (is_rules && !is_rule(value))) {
      return failure(ErrorCode::Corrupt, source,
                     "\"" + std::string(all.substr(at, end - at)) + "\" is no line of the table", at);
    }
    Table& table = kind == "S"   ? out.suffix_rules_
                   : kind == "L" ? out.word_rules_
                   : kind == "D" ? out.tag_features_
                                 : out.word_features_;
    table.emplace(key, value == "_" && !is_rules ? std::string_view{} : value);
    at = end + 1;
  }
  return out;
}

void Lemmatizer::annotate(Document& document) const {
  std::string scratch;
  for (Token& token : document.tokens) {
    scratch.clear();
    append_lemma(scratch, token.form, token.upos, token.xpos);
    token.lemma = scratch == token.form ? token.form : document.pool().intern(scratch);
    // Shared by all documents of the lemmatizer's life, but a Document must not depend on that.
    token.feats = document.pool().intern(features(token.form, token.upos, token.xpos));
  }
  refine_features(document);
}

void Lemmatizer::append_lemma(std::string& out, std::string_view form, Upos upos, std::string_view xpos) const {
  if (form.empty()) return;
  if (is_number(form)) {
    std::copy_if(form.begin(), form.end(), std::back_inserter(out), [](char c) { return c != ','; });
    return;
  }
  if (form.size() <= kKnownFormBytes) {
    const Key key(form, name(upos), xpos);
    auto rule = word_rules_.find(key.view());
    // "overthrew" as "threw".
    for (std::size_t p = 0; upos == Upos::Verb && rule == word_rules_.end() && p < std::size(kPrefixes); ++p) {
      if (!key.view().starts_with(kPrefixes[p]) || form.size() <= kPrefixes[p].size() + 2) continue;
      rule = word_rules_.find(key.view().substr(kPrefixes[p].size()));
    }
    if (rule != word_rules_.end()) {
      append_by_rule(out, rule->second, form);
      return;
    }
  }
  // The longest suffix that is listed.
  std::array<char, kSuffixBytes + 16> key{};
  if (xpos.size() > 8) {
    out += form;
    return;
  }
  auto* const suffix_begin = std::copy(xpos.begin(), xpos.end(), key.begin());
  suffix_begin[0] = '\t';
  suffix_begin[1] = static_cast<char>(shape_of(form));
  suffix_begin[2] = '\t';
  const auto prefix_size = static_cast<std::size_t>(suffix_begin + 3 - key.begin());
  std::string_view rule = "k00";
  std::size_t begin = form.size();
  for (int characters = 0; characters <= 5; ++characters) {
    std::transform(form.begin() + static_cast<std::ptrdiff_t>(begin), form.end(), key.begin() + prefix_size, lower);
    const auto found = suffix_rules_.find({key.data(), prefix_size + form.size() - begin});
    if (found != suffix_rules_.end()) rule = found->second;
    if (begin == 0) break;
    --begin;
    while (begin > 0 && continues_character(form[begin]) && form.size() - begin < kSuffixBytes) --begin;
    if (form.size() - begin > kSuffixBytes) break;
  }
  append_by_rule(out, rule, form);
}

std::string_view Lemmatizer::features(std::string_view form, Upos upos, std::string_view xpos) const& {
  if (xpos.size() > 8) return {};
  if (form.size() <= kKnownFormBytes) {
    const Key key(form, name(upos), xpos);
    if (const auto found = word_features_.find(key.view()); found != word_features_.end()) return found->second;
  }
  const Key tag({}, name(upos), xpos);
  const auto found = tag_features_.find(tag.view().substr(1));
  return found == tag_features_.end() ? std::string_view{} : found->second;
}

}  // namespace entente::language
