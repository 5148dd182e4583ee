// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "core/trace/Trace.h"

namespace ouroscope {

/// 64 hex digits that name what was recorded: token ids, gates and lens columns with the hashes of
/// the weights. The same before and after saving; not of the large optional columns (hidden,
/// logits, layers), which follow from the rest and the model.
std::string traceFingerprint(const Trace& trace);

}  // namespace ouroscope
