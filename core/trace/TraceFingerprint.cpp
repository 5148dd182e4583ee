// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/TraceFingerprint.h"

#include "core/support/Sha256.h"

namespace ouroscope {

std::string traceFingerprint(const Trace& trace) {
  Sha256 sha;
  const TraceColumns& c = trace.columns();
  sha.update(trace.info().weightsSha256);
  sha.update(" " + std::to_string(trace.tokens()) + " " + std::to_string(trace.loops()) + " " +
             std::to_string(trace.topK()) + "\n");
  const auto add = [&](const auto& column) { sha.update(std::as_bytes(std::span(column))); };
  add(c.tokenId);
  add(c.loopsRun);
  add(c.gateLogit);
  add(c.otherGateLogit);
  add(c.entropy);
  add(c.logprob);
  add(c.kl);
  add(c.rank);
  add(c.topkId);
  add(c.topkLogprob);
  add(c.stateNorm);
  add(c.stepNorm);
  add(c.stepCosine);
  return sha.finishHex();
}

}  // namespace ouroscope
