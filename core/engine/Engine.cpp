// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Engine.h"

#include <algorithm>
#include <limits>

#include "core/engine/BatchRecorder.h"
#include "core/engine/ExitRule.h"
#include "core/engine/Memory.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

constexpr int kMaxLoops = 64;

void check(const RunRequest& request, const ModelConfig& config) {
  const auto refuse = [](const std::string& sentence) { throw Error(sentence); };
  if (request.prompt.empty()) refuse("The prompt is empty: give at least one token.");
  if (request.loops < 0 || request.loops > kMaxLoops)
    refuse("The number of loops must be 1 to " + std::to_string(kMaxLoops) + ".");
  if (request.generate < 0) refuse("The number of tokens to generate must not be negative.");
  if (request.topK < 1) refuse("At least one candidate must be kept: top-k must be 1 or more.");
  if (!(request.exitThreshold >= 0)) refuse("The exit threshold q must be 0 or more.");
  for (const auto* ids : {&request.prompt, &request.tracked})
    for (const std::int32_t id : *ids)
      if (id < 0 || id >= config.vocabSize)
        refuse("Token " + std::to_string(id) + " is not in the vocabulary: ids run from 0 to " +
               std::to_string(config.vocabSize - 1) + ".");
}

int loopsOf(const RunRequest& request, const ModelConfig& config) {
  return request.loops > 0 ? request.loops : config.trainedLoops;
}

std::uint64_t traceBytesPerToken(const RunRequest& request, const ModelConfig& c) {
  const auto u = [](std::size_t n) { return static_cast<std::uint64_t>(n); };
  const std::uint64_t k = u(static_cast<std::size_t>(std::min(request.topK, c.vocabSize)));
  std::uint64_t perLoop =
      4 * 8 + 8 * k + 8 * u(request.tracked.size()) + 4 * u(request.otherGates.size());
  if (request.capture.hidden) perLoop += 4 * u(static_cast<std::size_t>(c.hiddenSize));
  if (request.capture.logits) perLoop += 4 * u(static_cast<std::size_t>(c.vocabSize));
  if (request.capture.layers) perLoop += u(static_cast<std::size_t>(c.layers)) * (16 + 8 * k);
  return perLoop * u(static_cast<std::size_t>(loopsOf(request, c)));
}

}  // namespace

Engine::Engine(Backend& backend) : backend_(backend) {}

MemoryPlan Engine::plan(const RunRequest& request) const {
  check(request, backend_.config());
  const int loops = loopsOf(request, backend_.config());
  const auto tokens = static_cast<std::uint64_t>(request.prompt.size()) +
                      static_cast<std::uint64_t>(request.generate);
  if (tokens > static_cast<std::uint64_t>(std::numeric_limits<int>::max()))
    throw Error("Too many tokens for one run.");
  MemoryPlan plan;
  plan.weights = backend_.weightBytes();
  plan.kvCache = backend_.kvBytesPerToken(loops) * tokens;
  plan.scratch = backend_.scratchBytes(loops, batchPositions(request, loops, backend_),
                                       request.capture.layers);
  plan.trace = traceBytesPerToken(request, backend_.config()) * tokens;
  // The weights are in memory already; the rest has to fit beside them.
  backend_.requireFit(plan, "This run (" + std::to_string(tokens) + " tokens, " +
                                std::to_string(loops) + " loops: cache " +
                                formatBytes(plan.kvCache) + ", trace " + formatBytes(plan.trace) +
                                ")");
  return plan;
}

void Engine::run(const RunRequest& request, LoopObserver& observer, std::stop_token stop,
                 const ProgressFn& progress) {
  plan(request);
  const ModelConfig& config = backend_.config();
  const int loops = loopsOf(request, config);
  const int promptTokens = static_cast<int>(request.prompt.size());
  const auto sequence = backend_.createSequence(promptTokens + request.generate, loops);
  Sampler sampler(request.sampling);
  BatchRecorder recorder(request, config, *sequence, observer);

  const std::int64_t total = static_cast<std::int64_t>(promptTokens + request.generate) * loops;
  const auto report = [&](std::int64_t tokenLoops) {
    if (progress) progress("Running", tokenLoops, total);
  };

  // The last position's next token, read at its exit loop.
  const auto draw = [&](int row, int exitLoop) {
    std::vector<float> logits(static_cast<std::size_t>(config.vocabSize));
    sequence->logits(exitLoop, row, logits);
    return sampler.sample(logits);
  };

  // Prompt: every position at full depth, chunk by chunk.
  const int chunk = std::min(batchPositions(request, loops, backend_), sequence->maxBatch());
  std::int32_t next = -1;
  for (int first = 0; first < promptTokens; first += chunk) {
    const int count = std::min(chunk, promptTokens - first);
    const auto tokens =
        std::span(request.prompt)
            .subspan(static_cast<std::size_t>(first), static_cast<std::size_t>(count));
    sequence->begin(tokens, request.capture.layers);
    std::vector<float> gates(static_cast<std::size_t>(count));
    ExitRule rule(request.exitThreshold);
    int exitLoop = loops - 1;
    for (int loop = 0; loop < loops; ++loop) {
      sequence->runLoop(stop);
      sequence->gateLogits(loop, gates);
      if (rule.stops(gates.back()) && exitLoop == loops - 1) exitLoop = loop;
      report(static_cast<std::int64_t>(first) * loops +
             static_cast<std::int64_t>(count) * (loop + 1));
    }
    std::vector<std::int32_t> following(
        request.prompt.begin() + first + 1,
        request.prompt.begin() + std::min(promptTokens, first + count + 1));
    if (first + count == promptTokens) {
      if (request.generate > 0) next = draw(count - 1, exitLoop);
      following.push_back(next);
    }
    recorder.record(first, tokens, following, stop);
    sequence->finish(KvPolicy::Full);
  }
  if (request.kvPolicy == KvPolicy::LatestAvailable) sequence->shareDeepest(0, promptTokens);

  // Generation: one token at a time; with a policy other than full, loops after the exit are not
  // run at all.
  for (int i = 0; i < request.generate; ++i) {
    const std::int32_t token = next;
    const bool last =
        i + 1 == request.generate ||
        std::find(request.stopIds.begin(), request.stopIds.end(), token) != request.stopIds.end();
    sequence->begin(std::span(&token, 1), request.capture.layers);
    ExitRule rule(request.exitThreshold);
    int exitLoop = loops - 1;
    bool exited = false;
    for (int loop = 0; loop < loops && !(exited && request.kvPolicy != KvPolicy::Full); ++loop) {
      sequence->runLoop(stop);
      float gate = 0;
      sequence->gateLogits(loop, std::span(&gate, 1));
      if (!exited && rule.stops(gate)) {
        exited = true;
        exitLoop = loop;
      }
    }
    next = last ? -1 : draw(0, exitLoop);
    recorder.record(promptTokens + i, std::span(&token, 1), std::vector<std::int32_t>{next}, stop);
    sequence->finish(request.kvPolicy);
    report(static_cast<std::int64_t>(promptTokens + i + 1) * loops);
    if (last) break;
  }
  report(total);
}

}  // namespace ouroscope
