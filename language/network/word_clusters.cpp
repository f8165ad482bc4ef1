#include "entente/language/network/word_clusters.h"

#include <utility>

namespace entente::language {

Result<std::shared_ptr<const WordClusters>> WordClusters::load(const std::string& path,
                                                               std::shared_ptr<const WordVectors> vectors) {
  auto file = ModelFile::load(path, "CLUS");
  if (!file) return tl::unexpected(std::move(file.error()));
  // Not make_shared: the constructor is private.
  const std::shared_ptr<WordClusters> out(new WordClusters(std::move(*file), std::move(vectors)));
  const auto clusters = out->file_.uint32s("clusters", out->vectors_->size(), 2);
  if (!clusters) return tl::unexpected(clusters.error());
  out->clusters_ = *clusters;
  return std::shared_ptr<const WordClusters>(out);
}

std::optional<WordClusters::Cluster> WordClusters::find(std::string_view word) const {
  const auto row = vectors_->row(word);
  if (!row) return std::nullopt;
  return Cluster{clusters_.row(*row)[0], clusters_.row(*row)[1]};
}

}  // namespace entente::language
