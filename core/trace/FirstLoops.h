// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// The record of the first loops alone, as a run of so many would have left it. What looks at the
/// last loop (kl, layer_last_cosine) is not known then and NaN; hidden states are left out.
/// @throws Error where fewer loops are another run (TraceInfo::keepsPrefix)
TracePtr firstLoops(const Trace& trace, int loops);

/// Of traces that differ in their loops the first ones, which all have; else the traces themselves.
std::vector<TracePtr> commonLoops(const std::vector<TracePtr>& traces);

}  // namespace ouroscope
