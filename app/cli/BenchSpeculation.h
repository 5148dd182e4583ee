// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <stop_token>
#include <string>
#include <vector>

#include "app/cli/Terminal.h"
#include "core/engine/RunRequest.h"

namespace ouroscope::cli {

/// Greedy decoding with drafts of one depth, beside plain greedy decoding of the same text.
struct SpeculationRow {
  int draftLoops = 0, draftTokens = 0, repeats = 0;
  double acceptance = 0;      ///< share of the drafted tokens that full depth agreed with
  double tokensPerRound = 0;  ///< what one verifying batch gave
  double speed = 0;           ///< plain seconds / speculated seconds, median of pairs
};

/// Every draft depth below `request.loops`, each run in turn with the plain run so that both see
/// the same machine. Recording is on in both. @throws Error, Cancelled
std::vector<SpeculationRow> benchSpeculation(Backend& backend, RunRequest request, int draftTokens,
                                             int repeat, const std::stop_token& stop);

std::string speculationTable(const std::vector<SpeculationRow>& rows, int loops,
                             const Terminal& terminal);

}  // namespace ouroscope::cli
