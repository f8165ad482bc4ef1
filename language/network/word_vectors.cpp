#include "entente/language/network/word_vectors.h"

#include <algorithm>
#include <utility>

namespace entente::language {

Result<std::shared_ptr<const WordVectors>> WordVectors::load(const std::string& path) {
  auto file = ModelFile::load(path, "VECT");
  if (!file) return tl::unexpected(std::move(file.error()));
  // Not make_shared: the constructor is private.
  const std::shared_ptr<WordVectors> vectors(new WordVectors(std::move(*file)));
  const auto words = vectors->file_.lines("words");
  if (!words) return tl::unexpected(words.error());
  const auto values = vectors->file_.int8s("vectors", words->size(), kSize);
  if (!values) return tl::unexpected(values.error());
  const auto scales = vectors->file_.floats("scales", words->size(), 1);
  if (!scales) return tl::unexpected(scales.error());
  const auto outside = [](std::int8_t v) { return v < -63 || v > 63; };
  if (std::any_of(values->values.begin(), values->values.end(), outside)) {
    return failure(ErrorCode::Corrupt, path, "section vectors has values outside of -63 … 63");
  }
  vectors->values_ = *values;
  vectors->scales_ = *scales;
  vectors->rows_.reserve(words->size());
  for (std::size_t row = 0; row < words->size(); ++row) {
    vectors->rows_.emplace((*words)[row], static_cast<std::uint32_t>(row));
  }
  return std::shared_ptr<const WordVectors>(vectors);
}

std::optional<WordVectors::Vector> WordVectors::find(std::string_view lexical_form) const {
  const auto found = row(lexical_form);
  if (!found) return std::nullopt;
  return Vector{values_.row(*found), scales_.values[*found]};
}

std::optional<std::uint32_t> WordVectors::row(std::string_view lexical_form) const {
  const auto found = rows_.find(lexical_form);
  if (found == rows_.end()) return std::nullopt;
  return found->second;
}

}  // namespace entente::language
