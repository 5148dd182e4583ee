// SPDX-License-Identifier: GPL-3.0-or-later
// What a trace says of its run, in the window's language.
#pragma once
#include <QString>

#include "core/trace/Trace.h"

namespace ouroscope {

/// Why there are no more tokens: "at the stop token ..."; empty where the trace does not say.
QString runEndText(const TracePtr& trace);

/// Where the turns of a conversation stand, a line for each; empty for other traces.
QString turnsText(const Trace& trace);

/// What the tokenizer left out of the prompt: how many places, and the first.
QString leftOutText(const Trace& trace);

}  // namespace ouroscope
