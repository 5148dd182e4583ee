// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace ouroscope {

/// Finds the longest of many words at a place in the text.
class WordTrie {
 public:
  WordTrie() : nodes_(1) {}

  /// @return false, and nothing changes, where the word is empty or there already
  bool add(std::string_view word, std::int32_t value);

  struct Found {
    std::size_t length = 0;  ///< 0: no word starts here
    std::int32_t value = -1;
  };
  Found longestAt(std::string_view text, std::size_t pos) const;

 private:
  struct Node {
    std::int32_t value = -1;
    std::vector<std::pair<char, std::uint32_t>> children;  ///< sorted
  };
  std::vector<Node> nodes_;
};

}  // namespace ouroscope
