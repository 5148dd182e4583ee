// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/trace/FirstLoops.h"

#include <algorithm>

#include "core/support/Error.h"

namespace ouroscope {
namespace {

/// The block of an array that begins in every axis at 0. @param from, to lengths of the axes
template <class Value>
std::vector<Value> blockOf(const std::vector<Value>& values, const std::vector<std::uint64_t>& from,
                           const std::vector<std::uint64_t>& to) {
  std::uint64_t size = 1;
  for (const std::uint64_t length : to) size *= length;
  std::vector<Value> out;
  out.reserve(size);
  std::vector<std::uint64_t> at(to.size(), 0);
  for (std::uint64_t n = 0; n < size; n += to.back()) {
    std::uint64_t place = 0;
    for (std::size_t axis = 0; axis < to.size(); ++axis) place = place * from[axis] + at[axis];
    out.insert(out.end(), values.begin() + place, values.begin() + place + to.back());
    for (std::size_t axis = to.size() - 1; axis-- > 0;) {
      if (++at[axis] < to[axis]) break;
      at[axis] = 0;
    }
  }
  return out;
}

}  // namespace

TracePtr firstLoops(const Trace& trace, int loops) {
  TraceInfo info = trace.info();
  if (!info.keepsPrefix())
    throw Error("With the step rule " + info.stepRule +
                " a run with fewer loops takes other steps: its first loops are not those of one.");
  RecordColumns columns(trace.columns());
  columns.logits = trace.logits();
  columns.layerState = trace.layerState();
  columns.similarity = trace.similarity();
  const AxisSizes from = trace.sizes();
  info.captured.hidden = false;
  info.budget = std::min(info.budget, loops);
  for (RunEvent& event : info.events)
    if (event.what == RunEvent::What::Budget)
      event.number = std::min(event.number, static_cast<double>(loops));
  const AxisSizes to = axisSizes(info, from.tokens, loops, trace.topK());
  forEachColumn(columns, [&](const Column& column, auto& values) {
    if (values.empty() || column.shape(from) == column.shape(to)) return;
    values = blockOf(values, column.shape(from), column.shape(to));
  });
  for (std::int32_t& run : columns.loopsRun) run = std::min(run, loops);
  for (auto* ofLast : {&columns.kl, &columns.layerLastCosine})
    std::fill(ofLast->begin(), ofLast->end(), kAbsentNumber);
  return std::make_shared<const Trace>(std::move(info), std::move(columns), loops, trace.topK());
}

std::vector<TracePtr> commonLoops(const std::vector<TracePtr>& traces) {
  std::vector<TracePtr> out = traces;
  int fewest = traces.empty() ? 0 : traces.front()->loops();
  for (const TracePtr& trace : traces) fewest = std::min(fewest, trace->loops());
  for (TracePtr& trace : out)
    if (trace->loops() > fewest) trace = firstLoops(*trace, fewest);
  return out;
}

}  // namespace ouroscope
