// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/AttentionMap.h"

#include <algorithm>

#include "core/engine/Engine.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/Index.h"

namespace ouroscope {
namespace {

void requireBelow(int value, int count, const std::string& what) {
  if (value >= count)
    throw Error("There is no " + what + " " + std::to_string(value + 1) + ": the run has " +
                std::to_string(count) + ".");
}

}  // namespace

AttentionMap attentionMap(const LoadedModel& model, const RunOrder& order, int token, int layer,
                          int loop, const std::stop_token& stop) {
  Backend& backend = *model.backend;
  const ModelSpec& spec = backend.spec();
  if (!backend.showsAttention())
    throw Error("The attention of heads cannot be shown on " + backend.device() +
                ": choose --device cpu.");
  PreparedRun prepared = prepareRun(model, order);
  std::vector<std::int32_t>& prompt = prepared.request.prompt;
  const int loops = prepared.request.loops;
  requireBelow(token, intSize(prompt), "token");
  requireBelow(layer, spec.stages.core, "layer");
  requireBelow(loop, loops, "loop");
  AttentionMap out;
  out.token = token < 0 ? intSize(prompt) - 1 : token;
  out.layer = layer;
  out.loop = loop;
  out.heads = spec.heads;
  prompt.resize(out.token + 1);
  Engine(backend).plan(prepared.request);
  const auto sequence = backend.createSequence(intSize(prompt), loops);
  sequence->setStartSeed(prepared.request.startSeed);
  // Queries are kept for the last batch alone, which is the token.
  for (int first = 0, count = 0; first < out.token; first += count) {
    count = std::min(sequence->maxBatch(), out.token - first);
    sequence->begin(std::span(prompt).subspan(first, count));
    for (int r = 0; r < loops; ++r) sequence->runLoop(stop);
    sequence->finish(KvPolicy::Full);
  }
  sequence->captureAttention(true);
  sequence->begin(std::span(prompt).last(1));
  for (int r = 0; r <= loop; ++r) sequence->runLoop(stop);
  out.weights.resize(prompt.size() * out.heads);
  sequence->attention(loop, layer, 0, out.weights);
  out.tokens = std::move(prompt);
  return out;
}

}  // namespace ouroscope
