// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QString>
#include <string>

#include "core/trace/Trace.h"

namespace ouroscope {

/// A label of a token that no other token of this trace has: that of TokenText.h where it is the
/// only one, else with its spaces as U+2423 and all that is invisible spelled out (" 8" and "8").
/// @param most characters of a label that is the only one; one that has to differ is whole
QString tokenLabel(const TracePtr& trace, const std::string& bytes, int most = 24);

}  // namespace ouroscope
