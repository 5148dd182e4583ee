// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/TraceTables.h"

#include "core/analysis/Computed.h"
#include "core/trace/TraceFingerprint.h"

namespace ouroscope {
namespace {

Computed<int, ReadoutTables>& tables() {
  static Computed<int, ReadoutTables> computed;
  return computed;
}

Computed<int, std::string>& fingerprints() {
  static Computed<int, std::string> computed;
  return computed;
}

}  // namespace

std::shared_ptr<const ReadoutTables> readoutTables(const TracePtr& trace, int gate) {
  return tables().get(trace, gate, [&] { return ReadoutTables(*trace, gate); });
}

std::shared_ptr<const ReadoutTables> knownReadoutTables(const TracePtr& trace, int gate) {
  return tables().find(trace, gate);
}

std::shared_ptr<const std::vector<StrikingToken>> whatStrikes(const TracePtr& trace) {
  static Computed<int, std::vector<StrikingToken>> computed;
  return computed.get(trace, 0, [&] {
    return strikingTokens(*trace, readoutTables(trace, 0)->read(*trace, {0, trace->loops(), 1.0}));
  });
}

std::shared_ptr<const NotNumbers> notNumbersOf(const TracePtr& trace) {
  static Computed<int, NotNumbers> computed;
  return computed.get(trace, 0, [&] { return notNumbers(*trace); });
}

std::shared_ptr<const LoopFindings> findingsOf(const TracePtr& trace) {
  static Computed<int, LoopFindings> computed;
  return computed.get(trace, 0, [&] { return loopFindings(*trace); });
}

void prepareTrace(const TracePtr& trace) {
  notNumbersOf(trace);
  readoutTables(trace, 0);
  whatStrikes(trace);
  findingsOf(trace);
}

std::shared_ptr<const std::string> fingerprintOf(const TracePtr& trace) {
  return fingerprints().get(trace, 0, [&] { return traceFingerprint(*trace); });
}

std::shared_ptr<const std::string> knownFingerprint(const TracePtr& trace) {
  return fingerprints().find(trace, 0);
}

}  // namespace ouroscope
