// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <stop_token>
#include <vector>

namespace ouroscope {

/// A stretch that is the same in both sequences: a[a .. a+length) == b[b .. b+length).
struct CommonRun {
  int a = 0, b = 0, length = 0;
  bool operator==(const CommonRun&) const = default;
};
struct SequenceDiff {
  std::vector<CommonRun> runs;  ///< in order, none empty, no two that touch in both sequences
  bool shortest = true;  ///< false: the sequences differ so much that the search was cut short, and
                         ///< another alignment may keep more
};

/// Shortest edit script in linear space (Myers 1986, An O(ND) difference algorithm). Where a part
/// needs more than `mostEdits` edits it is split at the farthest point reached instead, as GNU diff
/// does: time stays below about (|a| + |b|) * mostEdits steps. @throws Cancelled.
SequenceDiff sequenceDiff(std::span<const int> a, std::span<const int> b, int mostEdits = 1000,
                          const std::stop_token& stop = {});

}  // namespace ouroscope
