// SPDX-License-Identifier: GPL-3.0-or-later
// A trace file with everything that is ever computed from one.
#include <nlohmann/json.hpp>

#include "app/cli/ShowJson.h"
#include "core/support/StrictJson.h"
#include "core/trace/TraceFingerprint.h"
#include "core/trace/TraceMetadata.h"
#include "tests/fuzz/Fuzz.h"
#include "tests/fuzz/JsonMutator.h"
#include "tests/fuzz/TraceUse.h"

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size,
                                               std::size_t most, unsigned seed) {
  return ouroscope::fuzz::mutateSafetensors(data, size, most, seed);
}

namespace ouroscope {
namespace {

/// What `show` prints is JSON for every reader, and its table has as many lines as loops were run.
void writeTables(const Trace& trace, const ReadoutRule& rule) {
  const Readout read = readout(trace, rule);
  std::string json, csv;
  const cli::ListedTokens all{0, trace.tokens() - 1};
  cli::showJson(trace, read, all, [&](std::string_view piece) { json += piece; });
  fuzz::require(fuzz::quietly([&] { parseStrictJson(json, "show"); }));
  cli::showCsv(trace, read, all, [&](std::string_view piece) { csv += piece; });
  fuzz::require(!csv.empty() && csv.ends_with("\r\n"));
}

/// A trace that was read can be written, and is then the same trace.
void writeAgain(const Trace& trace) {
  const std::string written = writeTraceMetadata(trace);
  fuzz::require(fuzz::quietly([&] { readTraceMetadata(written, "written"); }));
  static const fixture::TempFolder folder;
  const auto path = folder / "t.trace.safetensors";
  writeTrace(trace, path);
  fuzz::require(traceFingerprint(*readTrace(path)) == traceFingerprint(trace));
}

}  // namespace
}  // namespace ouroscope

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ouroscope;
  fuzz::quietly([&] {
    const fuzz::MemoryFile file(fuzz::textOf(data, size));
    const TracePtr trace = readTrace(file.path());
    // Time grows with tokens x loops x candidates: small ones find as much.
    const std::uint64_t cells = std::uint64_t(trace->tokens()) * trace->loops();
    if (cells * trace->topK() > 4096) return;
    fuzz::useTrace(trace);
    writeTables(*trace, ruleOfRun(*trace));
    writeTables(*trace, {0, 1, 0.5});
    // An fsync is the slow part of it.
    if (size % 4 == 0) writeAgain(*trace);
  });
  return 0;
}
