// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/AttentionStatistics.h"

#include <algorithm>
#include <cmath>

#include "core/support/Error.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

/// A mean that knows of how many it is.
struct Mean {
  double sum = 0;
  int count = 0;
  void add(double value) {
    if (std::isnan(value)) return;
    sum += value;
    ++count;
  }
  double value() const { return count > 0 ? sum / count : kNaN; }
};

/// The numbers of one loop and layer of a trace, mean over heads.
struct OfTrace {
  Mean sink, sinkRate, concentration, entropy, step;
};

OfTrace read(const Trace& trace, std::size_t cell, std::size_t cells, int heads, double share) {
  const TraceColumns& c = trace.columns();
  OfTrace out;
  for (int head = 0; head < heads; ++head) {
    Mean sink, entropy, squares;
    double concentration = kNaN;  // of the last token that ran the loop
    for (int t = 0; t < trace.tokens(); ++t) {
      const std::size_t at = (cells * t + cell) * heads + head;
      sink.add(double{c.attentionSink[at]});
      entropy.add(double{c.attentionEntropy[at]});
      squares.add(double{c.attentionStep[at]} * double{c.attentionStep[at]});
      if (!std::isnan(c.attentionColumns[at])) concentration = c.attentionColumns[at];
    }
    out.sink.add(sink.value());
    if (sink.count > 0) out.sinkRate.add(sink.value() >= share ? 1 : 0);
    out.concentration.add(concentration);
    out.entropy.add(entropy.value());
    out.step.add(std::sqrt(squares.value()));
  }
  return out;
}

}  // namespace

AttentionStatistics attentionStatistics(std::span<const TracePtr> traces) {
  AttentionStatistics out;
  const auto captured = [](const TracePtr& trace) { return trace->info().captured.attention; };
  if (traces.empty() || !std::ranges::all_of(traces, captured)) return out;
  const TraceInfo& info = traces.front()->info();
  out.loops = traces.front()->loops();
  out.layers = info.layers;
  out.heads = info.heads;
  out.traces = static_cast<int>(traces.size());
  for (const TracePtr& trace : traces) {
    if (trace->loops() != out.loops || trace->info().layers != out.layers ||
        trace->info().heads != out.heads)
      throw Error("The traces have different numbers of loops, layers or heads: their attention " +
                  std::string("cannot be averaged."));
    out.tokens += trace->tokens();
  }
  const std::size_t cells = std::size_t{1} * out.loops * out.layers;
  for (std::size_t cell = 0; cell < cells; ++cell) {
    OfTrace all;
    for (const TracePtr& trace : traces) {
      const OfTrace one = read(*trace, cell, cells, out.heads, out.sinkShare);
      all.sink.add(one.sink.value());
      all.sinkRate.add(one.sinkRate.value());
      all.concentration.add(one.concentration.value());
      all.entropy.add(one.entropy.value());
      all.step.add(one.step.value());
    }
    out.sink.push_back(all.sink.value());
    out.sinkRate.push_back(all.sinkRate.value());
    out.concentration.push_back(all.concentration.value());
    out.entropy.push_back(all.entropy.value());
    out.step.push_back(all.step.value());
  }
  return out;
}

}  // namespace ouroscope
