// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <string>
#include <vector>

#include "app/cli/Terminal.h"
#include "core/engine/RunRequest.h"

namespace ouroscope::cli {

/// A pass over rows at different loops, of one sequence or of several, beside a pass over one row.
struct PassRow {
  int rows = 0, sequences = 0, repeats = 0;
  double seconds = 0;  ///< median
  double ratio = 0;    ///< to a pass of one row, median within rounds
};

/// Staggered decoding beside plain decoding of the same text, both recorded.
struct StaggerRow {
  int tokens = 0, repeats = 0;
  double readings = 0;  ///< passes over the layers that a token took
  double dropped = 0;   ///< share of the rows that were begun in vain
  double stood = 0;     ///< share of the tokens whose first loop said the last loop's word
  double speed = 0;     ///< plain seconds / staggered seconds, median of pairs
};

/// Passes of 1 row, of a row at every loop (4 at most), and of 4 sequences of those. Empty where
/// the device runs no rows at different loops together. @throws Cancelled
std::vector<PassRow> benchPasses(Backend& backend, int loops, int context, int repeat,
                                 const std::stop_token& stop);
/// @throws Error where the texts differ; Cancelled
StaggerRow benchStagger(Backend& backend, RunRequest request, int repeat,
                        const std::stop_token& stop);

std::string staggerTables(const std::vector<PassRow>& passes, const StaggerRow& decoding,
                          const Terminal& terminal);

}  // namespace ouroscope::cli
