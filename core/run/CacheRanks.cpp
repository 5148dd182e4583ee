// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/CacheRanks.h"

#include <algorithm>

#include "core/engine/BatchRecorder.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {

CacheRanks cacheRanks(const LoadedModel& model, const RunOrder& order, const std::stop_token& stop,
                      const ProgressFn& progress) {
  Backend& backend = *model.backend;
  const ModelSpec& spec = backend.spec();
  if (!backend.showsAttention())
    throw Error("Keys and values cannot be read on " + backend.device() + ": choose --device cpu.");
  PreparedRun prepared = prepareRun(model, order);
  prepared.request.capture.layerNumbers = true;  // states of all layers
  const std::vector<std::int32_t>& prompt = prepared.request.prompt;
  CacheRanks out;
  out.tokens = intSize(prompt);
  out.loops = prepared.request.loops;
  out.layers = spec.stages.core;
  const int d = spec.hiddenSize, width = spec.kvWidth(), places = out.loops * out.layers;
  MemoryPlan plan;
  plan.kvCache = backend.kvBytesPerToken(out.loops) * out.tokens;
  const int batch = batchPositions(prepared.request, out.loops, backend);
  plan.scratch = backend.scratchBytes(out.loops, batch, true);
  plan.trace = std::uint64_t{4} * (product(out.tokens, places, d) + 2 * product(out.tokens, width));
  backend.requireFit(plan, "The states of all layers of this text");
  std::vector<std::vector<float>> states(places);
  for (auto& rows : states) rows.resize(product(out.tokens, d));
  const auto sequence = backend.createSequence(out.tokens, out.loops);
  sequence->setStartSeed(prepared.request.startSeed);
  const int most = std::min(sequence->maxBatch(), batch);
  for (int first = 0; first < out.tokens; first += most) {
    const int count = std::min(most, out.tokens - first);
    sequence->begin(std::span(prompt).subspan(first, count), true);
    for (int loop = 0; loop < out.loops; ++loop) sequence->runLoop(stop);
    for (int place = 0; place < places; ++place)
      sequence->layerState(place / out.layers, place % out.layers, 0, count,
                           std::span(states[place]).subspan(product(first, d), product(count, d)));
    sequence->finish(KvPolicy::Full);
  }
  std::vector<float> keys(product(out.tokens, width)), values(keys.size());
  for (int place = 0; place < places; ++place) {
    if (stop.stop_requested()) throw Cancelled();
    sequence->keysAndValues(place / out.layers, place % out.layers, 0, out.tokens, keys, values);
    out.states.push_back(stateRank(states[place], d));
    out.keys.push_back(stateRank(keys, width));
    out.values.push_back(stateRank(values, width));
    if (progress) progress("Ranks", place + 1, places);
  }
  return out;
}

}  // namespace ouroscope
