#include "entente/base/string_pool.h"

#include <algorithm>

namespace entente {

std::string_view StringPool::intern(std::string_view text) {
  if (text.empty()) return {};
  if (const auto found = strings_.find(text); found != strings_.end()) return *found;
  auto* bytes = static_cast<char*>(memory_.allocate(text.size(), 1));
  std::copy(text.begin(), text.end(), bytes);
  return *strings_.emplace(bytes, text.size()).first;
}

}  // namespace entente
