// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <nlohmann/json_fwd.hpp>
#include <string>

#include "core/trace/Trace.h"

namespace ouroscope {

/// The newest major version that this program reads. What fits into format 1 is written as 1.2, so
/// that earlier versions read it; 2.0 holds models other than Ouro and runs without an exit gate.
inline constexpr int kTraceFormatMajor = 2;
inline constexpr int kPlainFormatMajor = 1, kPlainFormatMinor = 2;
/// The generator of noise that loops start from (core/engine/StartNoise.h).
inline constexpr const char* kStartGenerator = "splitmix64-as241-cut3";
inline constexpr const char* kTraceMetadataKey = "ouroscope.trace";
/// Most bytes of that text, written and read: what a safetensors header can hold.
inline constexpr std::size_t kMaxTraceMetadata = 100'000'000;

/// The JSON under `ouroscope.trace` (docs/trace-format.md), keys sorted.
std::string writeTraceMetadata(const Trace& trace);

/// One of `events`: {"token" (from 0), "what", "value"}.
nlohmann::json runEventJson(const RunEvent& event);

struct TraceMetadata {
  TraceInfo info;
  int loops = 0, topK = 0;
  std::vector<std::string> tokenBytes;
  std::vector<std::pair<std::int32_t, std::string>> wordBytes;
};
/// @throws Error naming file and field; a newer major version is refused by name.
TraceMetadata readTraceMetadata(const std::string& json, const std::string& file);

}  // namespace ouroscope
