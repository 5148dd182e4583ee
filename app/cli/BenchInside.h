// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <stop_token>
#include <string>
#include <vector>

#include "app/cli/Terminal.h"
#include "core/engine/RunRequest.h"

namespace ouroscope::cli {

/// A prompt that is recorded with more of what is inside the loops, beside the same without.
struct InsideRow {
  std::string capture;  ///< as --capture takes it; empty: nothing beside the usual columns
  int tokens = 0, repeats = 0;
  double seconds = 0;        ///< of the whole run, its record included; median
  double ratio = 0;          ///< to the run without, median of neighbouring runs
  double bytesPerToken = 0;  ///< in memory
};

/// The whole run of a prompt: the sequence made, run, read and recorded, as a person waits for it.
/// @param request of the prompt, which generates nothing
/// @throws Cancelled
std::vector<InsideRow> benchInside(Backend& backend, RunRequest request, int repeat,
                                   const std::stop_token& stop);

std::string insideTable(const std::vector<InsideRow>& rows, const Terminal& terminal);

}  // namespace ouroscope::cli
