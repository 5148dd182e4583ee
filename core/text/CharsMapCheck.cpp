// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/text/CharsMapCheck.h"

#include <algorithm>
#include <cstdint>
#include <vector>

#include "core/text/Utf8.h"

namespace ouroscope {
namespace {

constexpr std::size_t kLongestReplacement = 1024;
constexpr int kMostKeysOnAPath = 32;

std::uint32_t word(std::string_view bytes, std::size_t index) {
  std::uint32_t value = 0;
  for (int i = 3; i >= 0; --i) {
    value = value << 8 | static_cast<unsigned char>(bytes[4 * index + i]);
  }
  return value;
}

/// One unit of the double array, as Darts-clone packs it.
struct Unit {
  std::uint32_t bits;

  bool hasLeaf() const { return (bits >> 8 & 1) != 0; }
  std::uint32_t value() const { return bits & 0x7FFFFFFFu; }
  std::uint32_t label() const { return bits & 0x800000FFu; }
  std::uint32_t offset() const { return (bits >> 10) << ((bits & 0x200u) >> 6); }
};

class TrieWalk {
 public:
  TrieWalk(std::string_view trie, std::string_view texts)
      : trie_(trie), texts_(texts), units_(trie.size() / 4), keysBelow_(units_, kNotSeen) {}

  std::string defect() {
    // Depth-first without recursion: a node is entered once, and its keys below are known when it
    // is left.
    std::vector<Frame> path;
    if (!enter(0, path)) return defect_;
    while (!path.empty()) {
      Frame& top = path.back();
      if (top.label > 0xFF) {
        const int keys = top.deepest + (top.hasLeaf ? 1 : 0);
        if (keys > kMostKeysOnAPath) return "more than 32 keys lie on one path of its trie";
        keysBelow_[top.node] = keys;
        path.pop_back();
        if (!path.empty()) path.back().deepest = std::max(path.back().deepest, keys);
        continue;
      }
      const std::uint32_t label = top.label++;
      const std::uint32_t child = top.base ^ label;
      if (Unit{word(trie_, child)}.label() != label) continue;
      if (keysBelow_[child] == kOnPath) return "its trie runs in a circle";
      if (keysBelow_[child] != kNotSeen) {
        top.deepest = std::max(top.deepest, keysBelow_[child]);
      } else if (!enter(child, path)) {
        return defect_;
      }
    }
    return {};
  }

 private:
  static constexpr int kNotSeen = -1, kOnPath = -2;
  struct Frame {
    std::uint32_t node, base, label;
    int deepest;
    bool hasLeaf;
  };

  bool enter(std::uint32_t node, std::vector<Frame>& path) {
    const Unit unit{word(trie_, node)};
    const std::uint32_t base = node ^ unit.offset();
    if (base >= units_ || (base | 0xFFu) >= units_) {
      defect_ = "its trie points outside itself";
      return false;
    }
    if (unit.hasLeaf() && !goodText(Unit{word(trie_, base)}.value())) {
      defect_ = "a replacement text is out of bounds, too long or not UTF-8";
      return false;
    }
    keysBelow_[node] = kOnPath;
    path.push_back({node, base, 0, 0, unit.hasLeaf()});
    return true;
  }

  bool goodText(std::uint32_t start) const {
    if (start >= texts_.size()) return false;
    const std::size_t end = texts_.find('\0', start);
    return end != std::string_view::npos && end - start <= kLongestReplacement &&
           utf8ValidPrefix(texts_.substr(start, end - start)) == end - start;
  }

  std::string_view trie_, texts_;
  std::size_t units_;
  std::vector<int> keysBelow_;  ///< most keys on a path below a node, itself included
  std::string defect_;
};

}  // namespace

std::string charsMapDefect(std::string_view blob) {
  if (blob.empty()) return {};
  if (blob.size() < 8) return "it is too short";
  const std::size_t trieBytes = word(blob, 0);
  if (trieBytes < 4 || trieBytes % 4 != 0 || trieBytes >= blob.size() - 4) {
    return "its trie does not fit into it";
  }
  const std::string_view texts = blob.substr(4 + trieBytes);
  if (texts.back() != '\0') return "its last replacement text has no end";
  return TrieWalk(blob.substr(4, trieBytes), texts).defect();
}

}  // namespace ouroscope
