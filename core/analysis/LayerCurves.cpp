// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/LayerCurves.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "core/support/DisplayText.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

using C = TraceColumns;

/// 1 where the best word of the lens is that of loop `end` of the token, 0 where it is another.
float agreement(const Trace& trace, int token, int loop, int layer, int end) {
  const C& c = trace.columns();
  const std::size_t K = trace.topK(), L = trace.info().layers;
  const std::int32_t inside = c.layerTopkId[(trace.at(token, loop) * L + layer) * K];
  const std::int32_t outside = c.topkId[trace.at(token, end) * K];
  if (inside < 0 || outside < 0) return kAbsentNumber;
  return inside == outside ? 1.0f : 0.0f;
}

constexpr LayerNumber kNumbers[] = {
    {"norm", "Norm of the residual stream", "Norm", "", &C::layerNorm},
    {"update-norm", "Norm of what the layer adds", "Norm added", "", &C::layerUpdateNorm},
    {"cosine", "Cosine to the layer below", "Cosine", "", &C::layerCosine},
    {"step-norm", "Step from the loop before", "Step", "", &C::layerStepNorm},
    {"step-cosine", "Cosine to the loop before", "Cosine", "", &C::layerStepCosine},
    {"last-cosine", "Cosine to the last loop", "Cosine", "", &C::layerLastCosine},
    {"kl", "KL to the end of the loop", "KL", "nats", &C::layerKl},
    {"entropy", "Entropy of the lens", "Entropy", "nats", &C::layerEntropy},
    {"logprob", "Log p of the next token", "Log p", "nats", &C::layerLogprob},
    {"agree-exit", "Agreement with the loop's own exit", "Agreement", "", nullptr, false,
     [](const Trace& trace, int token, int loop, int layer) {
       return agreement(trace, token, loop, layer, loop);
     }},
    {"agree-final", "Agreement with the last loop", "Agreement", "", nullptr, false,
     [](const Trace& trace, int token, int loop, int layer) {
       return agreement(trace, token, loop, layer, trace.columns().loopsRun[token] - 1);
     }},
    {"sink", "Attention to the first token", "Sink", "", &C::attentionSink, true},
    {"concentration", "Concentration of columns", "Concentration", "", &C::attentionColumns, true},
    {"attention-entropy", "Entropy of attention", "Entropy", "nats", &C::attentionEntropy, true},
    {"attention-step", "Attention: step from the loop before", "Step", "", &C::attentionStep, true},
};

}  // namespace

std::span<const LayerNumber> layerNumbers() {
  return kNumbers;
}

const LayerNumber& layerNumber(std::string_view id) {
  std::string ids;
  for (const LayerNumber& number : kNumbers) {
    if (number.id == id) return number;
    ids += (ids.empty() ? "" : ", ") + std::string(number.id);
  }
  throw Error("There is no number of layers " + shownText(id) + ": choose one of " + ids + ".");
}

bool hasLayerNumber(const Trace& trace, const LayerNumber& number) {
  if (number.value) return !trace.columns().layerTopkId.empty();
  return !(trace.columns().*number.column).empty();
}

LayerCurves layerCurves(const Trace& trace, const LayerNumber& number, int first, int last) {
  LayerCurves out;
  if (!hasLayerNumber(trace, number)) return out;
  out.loops = trace.loops();
  out.layers = trace.info().layers;
  const float* const column = number.value ? nullptr : (trace.columns().*number.column).data();
  const int heads = number.ofHeads ? trace.info().heads : 1;
  const std::size_t cells = product(out.loops, out.layers);
  for (std::size_t cell = 0; cell < cells; ++cell) {
    std::vector<double> values;
    for (int t = first; t <= last; ++t) {
      if (number.value) {
        values.push_back(double{number.value(trace, t, static_cast<int>(cell) / out.layers,
                                             static_cast<int>(cell) % out.layers)});
        continue;
      }
      const float* at = column + (cells * t + cell) * heads;
      double sum = 0;
      for (int head = 0; head < heads; ++head) sum += double{at[head]};
      values.push_back(sum / heads);
    }
    out.cells.push_back(spreadOf(std::move(values)));
  }
  return out;
}

}  // namespace ouroscope
