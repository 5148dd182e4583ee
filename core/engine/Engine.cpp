// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Engine.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <utility>

#include "core/engine/BatchRecorder.h"
#include "core/engine/Run.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Memory.h"

namespace ouroscope {
namespace {

constexpr int kMaxDraftTokens = 64;

void checkSpeculation(const RunRequest& request, int loops) {
  const Speculation& s = request.speculation;
  if (s.draftLoops == 0) return;
  if (s.draftLoops < 0 || s.draftLoops >= loops)
    throw Error("Drafting takes 1 to " + std::to_string(loops - 1) + " of the " +
                std::to_string(loops) + " loops, not " + std::to_string(s.draftLoops) + ".");
  if (s.draftTokens < 1 || s.draftTokens > kMaxDraftTokens)
    throw Error("1 to " + std::to_string(kMaxDraftTokens) + " tokens can be drafted at a time.");
  if (request.sampling.temperature > 0)
    throw Error("Speculation by loops is for greedy runs: set the temperature to 0.");
  if (request.kvPolicy != KvPolicy::Full)
    throw Error(
        "Speculation by loops needs the KV policy full: every token is verified at full "
        "depth.");
}

/// A branch: what it says about the earlier run must fit together.
void checkPast(const RunRequest& request, int loops) {
  const auto prompt = request.prompt.size();
  if (request.known < 0 || std::cmp_greater_equal(request.known, prompt))
    throw std::logic_error("the last position of the prompt is always recorded");
  if (request.depths.empty()) return;
  if (request.depths.size() != prompt) throw std::logic_error("one depth per prompt position");
  for (const TokenDepth& depth : request.depths)
    if (depth.loops < 1 || depth.loops > loops ||
        (depth.policy == KvPolicy::Full && depth.loops != loops))
      throw Error("The earlier run cannot be continued: it ran a token " +
                  std::to_string(depth.loops) + " of " + std::to_string(loops) +
                  " loops deep with the KV policy " + kvPolicyName(depth.policy) + ".");
}

/// Where an answer can be read at the last loop only.
void checkDepth(const RunRequest& request, const ModelSpec& spec, int loops) {
  const bool shallow = (request.budget > 0 && request.budget < loops) ||
                       (spec.exitGate && request.exitThreshold < 1) ||
                       request.kvPolicy != KvPolicy::Full || request.speculation.draftLoops > 0;
  if (!shallow) return;
  if (!spec.keepsPrefix())
    throw Error("With the step rule " + stepRuleName(spec.stepRule) +
                ", fewer loops are another run: leave budget, exit threshold, KV policy and drafts "
                "out, and ask for as many loops as it shall have.");
  if (spec.stages.coda > 0 && spec.lens == LensKind::Logit)
    throw Error(
        "With the logit lens only the last loop goes through the layers after it: leave budget, "
        "exit threshold, KV policy and drafts out, or take the coda lens.");
}

void checkCriterion(const RunRequest& request) {
  const ExitCriterion& criterion = request.criterion;
  if (criterion.isGate()) return;
  const std::string rule(exitRuleInfo(criterion.kind).id);
  if (isBaseline(criterion.kind))
    throw Error("The rule " + rule + " is a baseline, which cannot stop a token while it runs.");
  if (!std::isfinite(criterion.threshold))
    throw Error("The exit rule " + rule + " has no usual threshold: give one.");
  if (request.kvPolicy == KvPolicy::Full)
    throw Error("With the exit rule " + rule +
                " loops after an exit are not run: choose the KV policy last-exited-copy or "
                "latest-available.");
}

void check(const RunRequest& request, const ModelSpec& spec) {
  const auto refuse = [](const std::string& sentence) { throw Error(sentence); };
  if (request.prompt.empty()) refuse("The prompt is empty: give at least one token.");
  if (request.loops < 0 || request.loops > kMaxLoops)
    refuse("The number of loops must be 1 to " + std::to_string(kMaxLoops) + ".");
  if (request.generate < 0) refuse("The number of tokens to generate must not be negative.");
  if (request.topK < 1) refuse("At least one candidate must be kept: top-k must be 1 or more.");
  if (!(request.exitThreshold >= 0)) refuse("The exit threshold q must be 0 or more.");
  for (const int layer : request.capture.stateLayers)
    if (layer < 0 || layer >= spec.stages.core)
      refuse("States of layer " + std::to_string(layer + 1) +
             " cannot be kept: layers run from 1 to " + std::to_string(spec.stages.core) + ".");
  if (request.budget < 0) refuse("The loop budget must not be negative.");
  for (const auto* ids : {&request.prompt, &request.tracked})
    for (const std::int32_t id : *ids)
      if (id < 0 || id >= spec.vocabSize)
        refuse("Token " + std::to_string(id) + " is not in the vocabulary: ids run from 0 to " +
               std::to_string(spec.vocabSize - 1) + ".");
  if (request.firstToken < -1 || request.firstToken >= spec.vocabSize)
    refuse("Token " + std::to_string(request.firstToken) + " is not in the vocabulary.");
  checkSpeculation(request, request.loopsOn(spec));
  checkCriterion(request);
  checkPast(request, request.loopsOn(spec));
  checkDepth(request, spec, request.loopsOn(spec));
  if (request.lenses &&
      (request.lenses->width != spec.hiddenSize || request.lenses->layers != spec.stages.core))
    throw std::logic_error("lenses of another model");
  Interventions(request.interventions, spec, request.loopsOn(spec),
                intSize(request.prompt) + request.generate);
}

std::uint64_t traceBytesPerToken(const RunRequest& request, const ModelSpec& c) {
  AxisSizes sizes;
  sizes.loops = request.loopsOn(c);
  sizes.candidates = std::min(request.topK, c.vocabSize);
  sizes.tracked = request.tracked.size();
  sizes.gates = request.otherGates.size();
  sizes.gated = c.exitGate;
  sizes.layers = c.stages.core;
  sizes.channels = c.hiddenSize;
  sizes.words = c.vocabSize;
  sizes.heads = c.heads;
  sizes.stateLayers = request.capture.stateLayers.size();
  return bytesPerToken(sizes, request.capture);
}

}  // namespace

Engine::Engine(Backend& backend) : backend_(backend) {}

MemoryPlan Engine::plan(const RunRequest& request) const {
  check(request, backend_.spec());
  if (request.capture.attention && !backend_.showsAttention())
    throw Error("The attention of heads cannot be recorded on " + backend_.device() +
                ": choose --device cpu, or leave it out of --capture.");
  if (request.lenses && !backend_.readsLenses())
    throw Error("Lenses from a file cannot be read on " + backend_.device() +
                ": choose --device cpu, or leave --lens-file out.");
  const int loops = request.loopsOn(backend_.spec());
  const std::int64_t tokens = std::ssize(request.prompt) + request.generate;
  if (tokens > std::numeric_limits<int>::max()) throw Error("Too many tokens for one run.");
  MemoryPlan plan;
  plan.weights = backend_.weightBytes();
  plan.kvCache = backend_.kvBytesPerToken(loops) * tokens;
  plan.scratch = backend_.scratchBytes(loops, batchPositions(request, loops, backend_),
                                       request.capture.layerStates());
  if (request.capture.attention) {
    const ModelSpec& c = backend_.spec();
    const std::uint64_t inside = product(loops, c.stages.core);
    plan.scratch += inside * (4 * c.attentionWidth() * batchPositions(request, loops, backend_) +
                              8 * c.heads * tokens);  // queries, and sums of weights
  }
  if (request.lenses) {  // on a GPU one map at a time, and what it makes of the states of a loop
    const ModelSpec& c = backend_.spec();
    plan.scratch +=
        std::uint64_t{4} * c.hiddenSize *
        (c.hiddenSize + product(c.stages.core, batchPositions(request, loops, backend_)));
  }
  plan.trace = traceBytesPerToken(request, backend_.spec()) * tokens;
  // The weights are in memory already; the rest has to fit beside them.
  backend_.requireFit(plan, "This run (" + std::to_string(tokens) + " tokens, " +
                                std::to_string(loops) + " loops: cache " +
                                formatBytes(plan.kvCache) + ", trace " + formatBytes(plan.trace) +
                                ")");
  return plan;
}

RunSummary Engine::run(const RunRequest& request, LoopObserver& observer, const RunHooks& hooks) {
  try {
    plan(request);
  } catch (const Error&) {
    // What an earlier run left for later use must not keep this one from running.
    if (!hooks.kept || !hooks.kept->sequence) throw;
    *hooks.kept = {};
    plan(request);
  }
  Run run(backend_, request, observer, hooks);
  try {
    while (run.prepare()) {
      run.sequence().runLoop(hooks.stop);
      run.look();
      run.read();
    }
  } catch (const Cancelled&) {
    if (hooks.summary) *hooks.summary = run.summary();
    run.tellStopped();
    throw;
  }
  if (hooks.summary) *hooks.summary = run.summary();
  return run.summary();
}

}  // namespace ouroscope
