// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>

namespace ouroscope {

/// The noise that a loop starts from, in units of its spread: a normal variable cut off at three.
/// It is a function of its arguments alone, so that neither chunks nor drafts nor threads change
/// it. Its name in traces is kStartGenerator (core/trace/TraceMetadata.h).
double startNoise(std::uint64_t seed, std::int64_t position, int channel);

}  // namespace ouroscope
