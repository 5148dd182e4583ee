// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope::cli {

/// Everything that `show` knows, as JSON: how the trace came about, how it is read, every number
/// per token and loop. Positions and loops count from 1; what is absent is null.
std::string showJson(const Trace& trace, const Readout& read);

/// One line per token and loop that was run; token texts escaped as on the terminal.
std::string showCsv(const Trace& trace, const Readout& read);

}  // namespace ouroscope::cli
