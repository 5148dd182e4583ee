// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include "core/analysis/ExitAnalysis.h"
#include "core/corpus/CorpusSums.h"

namespace ouroscope {

/// The sums of one document.
/// @param rule how it is read
/// @param skipFirst tokens at its beginning that are run, but not counted
CorpusSums documentSums(const Trace& trace, const ReadoutRule& rule, int skipFirst);

}  // namespace ouroscope
