// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <vector>

namespace ouroscope {

/// What the post-processor of a tokenizer.json puts around a single text.
struct TextAffixes {
  std::vector<std::int32_t> before;
  bool behind = false;  ///< there are tokens behind it, too
};

}  // namespace ouroscope
