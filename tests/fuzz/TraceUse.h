// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/trace/Trace.h"

namespace ouroscope::fuzz {

/// Runs all of core/analysis on a trace, and what another run takes out of a record. A refusal is
/// an Error; numbers that must hold for every trace are checked.
void useTrace(const TracePtr& trace);

}  // namespace ouroscope::fuzz
