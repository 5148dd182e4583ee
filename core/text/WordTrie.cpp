// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/WordTrie.h"

#include <algorithm>

namespace ouroscope {

bool WordTrie::add(std::string_view word, std::int32_t value) {
  std::uint32_t node = 0;
  for (const char c : word) {
    auto& children = nodes_[node].children;
    const auto it =
        std::lower_bound(children.begin(), children.end(), c,
                         [](const auto& child, char wanted) { return child.first < wanted; });
    if (it != children.end() && it->first == c) {
      node = it->second;
      continue;
    }
    const std::uint32_t fresh = nodes_.size();
    children.insert(it, {c, fresh});
    nodes_.emplace_back();
    node = fresh;
  }
  if (word.empty() || nodes_[node].value >= 0) return false;
  nodes_[node].value = value;
  return true;
}

WordTrie::Found WordTrie::longestAt(std::string_view text, std::size_t pos) const {
  Found found;
  std::uint32_t node = 0;
  for (std::size_t i = pos; i < text.size(); ++i) {
    const auto& children = nodes_[node].children;
    const auto it =
        std::lower_bound(children.begin(), children.end(), text[i],
                         [](const auto& child, char wanted) { return child.first < wanted; });
    if (it == children.end() || it->first != text[i]) break;
    node = it->second;
    if (nodes_[node].value >= 0) found = {i + 1 - pos, nodes_[node].value};
  }
  return found;
}

}  // namespace ouroscope
