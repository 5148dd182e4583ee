// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "core/corpus/FixedSum.h"

namespace ouroscope {

/// Numbers that a text has as a whole, added up over documents: ranks of its states, means of what
/// its heads attend to. A mean over documents is the sum over their count; tokens weigh nothing.
struct TextSums {
  std::int64_t documents = 0;    ///< with a finite number at all loops and layers
  std::vector<FixedSum> values;  ///< [loops] or [loops, L], as in textNumbers()

  bool operator==(const TextSums&) const = default;

  template <class Visit>
  static void each(const Visit& visit) {
    visit("documents", &TextSums::documents);
    visit("values", &TextSums::values);
  }
};

/// One of these numbers (core/analysis/StateRank.h, AttentionStatistics.h).
struct TextNumber {
  std::string_view id;  ///< "effective_rank": its measure in reports
  std::string_view unit;
  bool ofLayers = false;  ///< of every layer of every loop
  int first = 1;          ///< loop of the first value, from 1
};
std::span<const TextNumber> textNumbers();

}  // namespace ouroscope
