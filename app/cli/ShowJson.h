// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>
#include <string_view>

#include "core/analysis/ExitAnalysis.h"

namespace ouroscope::cli {

using TextSink = std::function<void(std::string_view)>;

/// Everything that `show` knows, as JSON: how the trace came about, how it is read, every number
/// per token and loop. Positions and loops count from 1; what is absent is null. Written in pieces:
/// a long trace is never whole in memory as text.
void showJson(const Trace& trace, const Readout& read, const TextSink& write);

/// One line per token and loop that was run; token texts escaped as on the terminal. In pieces.
void showCsv(const Trace& trace, const Readout& read, const TextSink& write);

}  // namespace ouroscope::cli
