// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// The tracked words of a trace as candidates for an answer, token by token (arXiv 2609.21383).
/// With the leader of the last loop and its nearest rival there, g_r = log p(leader) - log
/// p(rival) is the gap at loop r and g_r - g_{r-1} the update.
struct CandidateMargins {
  std::vector<int> leader;    ///< [T,R] index of the tracked word with most probability; -1 absent
  std::vector<float> margin;  ///< [T,R] its lead over the second, nats
  std::vector<float> gap, update;  ///< [T,R] of the last loop's two, nats; NaN where absent
  std::vector<int> holdsFrom;  ///< [T] first loop from which on the leader is the last loop's; -1
};

/// Empty where fewer than two words were tracked.
CandidateMargins candidateMargins(const Trace& trace);

}  // namespace ouroscope
