// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <string>
#include <vector>

#include "app/cli/Terminal.h"
#include "core/engine/RunRequest.h"

namespace ouroscope::cli {

/// Texts that decode side by side, recorded, beside one that decodes alone.
struct TogetherRow {
  int texts = 0, repeats = 0;
  double tokensPerSecond = 0;  ///< of all texts, median
  double speed = 0;            ///< to that of one text alone, median of neighbouring runs
};

/// 1, 4, 16 and 32 texts. Empty where the device runs one text at a time.
/// @param request plain decoding, without staggering
/// @throws Error where a text differs from that of one alone; Cancelled
std::vector<TogetherRow> benchTogether(Backend& backend, RunRequest request, int repeat,
                                       const std::stop_token& stop);

std::string togetherTable(const std::vector<TogetherRow>& rows, int tokens,
                          const Terminal& terminal);

}  // namespace ouroscope::cli
