// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "app/cli/Terminal.h"
#include "core/trace/Trace.h"

namespace ouroscope::cli {

/// The causal map of a trace (TraceInfo::sweep, which it has) as text, CSV and JSON.
std::string sweepText(const Trace& trace, const Terminal& terminal);
std::string sweepCsv(const Trace& trace);
std::string sweepJson(const Trace& trace);

}  // namespace ouroscope::cli
