// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <span>
#include <vector>

#include "core/trace/Trace.h"

namespace ouroscope {

/// What heads attend to, by loop and layer (arXiv 2604.11791; docs/measures.md): means over heads,
/// then tokens, then traces. [R,L], NaN where no token has the value.
struct AttentionStatistics {
  int loops = 0, layers = 0, heads = 0, traces = 0, tokens = 0;
  double sinkShare = 0.3;             ///< of a head's weight, from which on it is a sink
  std::vector<double> sink;           ///< weight that the first token gets
  std::vector<double> sinkRate;       ///< share of heads whose mean weight on it is a sink's
  std::vector<double> concentration;  ///< of columns, of whole texts
  std::vector<double> entropy;        ///< nats
  std::vector<double> step;           ///< ‖A_r - A_{r-1}‖ of whole maps over √T

  bool empty() const { return sink.empty(); }
};
/// Empty where not every trace has the attention.
/// @throws Error when the traces' loops, layers or heads differ
AttentionStatistics attentionStatistics(std::span<const TracePtr> traces);

}  // namespace ouroscope
