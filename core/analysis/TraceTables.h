// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <memory>
#include <string>
#include <vector>

#include "core/analysis/ExitAnalysis.h"
#include "core/analysis/LoopFindings.h"
#include "core/analysis/NotNumbers.h"
#include "core/analysis/Striking.h"

namespace ouroscope {

// What several views look up of one trace: made once, by whoever needs it first. Any thread. A job
// that brings a trace calls prepareTrace(), so that the window's thread finds all of it there.

std::shared_ptr<const ReadoutTables> readoutTables(const TracePtr& trace, int gate);
/// Null where nobody has made them yet.
std::shared_ptr<const ReadoutTables> knownReadoutTables(const TracePtr& trace, int gate);

/// Where to look first, read by the trace's own gate at full depth.
std::shared_ptr<const std::vector<StrikingToken>> whatStrikes(const TracePtr& trace);

/// Of the light columns.
std::shared_ptr<const NotNumbers> notNumbersOf(const TracePtr& trace);

/// For the sentences under the questions.
std::shared_ptr<const LoopFindings> findingsOf(const TracePtr& trace);

void prepareTrace(const TracePtr& trace);

/// traceFingerprint(), computed once. It reads every column, heavy ones too: in a job of its own.
/// @throws Error as traceFingerprint()
std::shared_ptr<const std::string> fingerprintOf(const TracePtr& trace);
/// Null where nobody has computed it yet.
std::shared_ptr<const std::string> knownFingerprint(const TracePtr& trace);

}  // namespace ouroscope
