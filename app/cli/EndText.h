// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <string>

#include "core/trace/Trace.h"

namespace ouroscope::cli {

/// Why a run has no more tokens, as a phrase: "at the stop token '<|im_end|>'". "not recorded" for
/// a trace that does not say.
std::string endText(const Trace& trace);

}  // namespace ouroscope::cli
