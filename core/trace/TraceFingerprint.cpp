// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/TraceFingerprint.h"

#include "core/support/Sha256.h"

namespace ouroscope {

std::string traceFingerprint(const Trace& trace) {
  Sha256 sha;
  sha.update(trace.info().weightsSha256);
  sha.update(" " + std::to_string(trace.tokens()) + " " + std::to_string(trace.loops()) + " " +
             std::to_string(trace.topK()) + "\n");
  for (const Column& column : columnTable()) {
    // A trace from before a column keeps the fingerprint that it had then.
    if (!column.younger) sha.update(std::string(column.name) + "\n");
    trace.eachPiece(column, [&](std::span<const std::byte> piece) { sha.update(piece); });
  }
  const auto text = [&](const std::string& bytes) {
    sha.update(std::to_string(bytes.size()) + ":" + bytes);
  };
  for (const std::string& bytes : trace.columns().tokenBytes) text(bytes);
  for (const auto& [id, bytes] : trace.columns().wordBytes) text(std::to_string(id) + " " + bytes);
  return sha.finishHex();
}

}  // namespace ouroscope
