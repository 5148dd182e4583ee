// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/Branch.h"

#include <algorithm>

#include "core/run/InterventionSources.h"
#include "core/support/DisplayText.h"
#include "core/support/Error.h"

namespace ouroscope {
namespace {

/// Random numbers belong to tokens: the n-th generated token takes the n-th, in a branch as in the
/// run that it leaves.
std::uint64_t drawsBefore(const Trace& before, int token) {
  return std::max(0, token - before.info().promptTokens);
}

std::uint64_t seedBefore(const Trace& before, int token) {
  std::uint64_t seed = before.info().sampling.seed;
  for (const RunEvent& event : before.info().events)
    if (event.what == RunEvent::What::Seed && event.token < token) seed = event.seed;
  return seed;
}

}  // namespace

RunRequest branchRequest(const Trace& before, const BranchPoint& at, int generate) {
  if (at.token < 1 || at.token > before.tokens())
    throw Error("A branch leaves the record between two of its tokens, from token 2 to " +
                std::to_string(before.tokens() + 1) + ".");
  const TraceInfo& info = before.info();
  const TraceColumns& c = before.columns();
  const std::vector<RunSettings> settings = runSettings(before);
  const std::size_t kept = at.token;

  RunRequest request;
  request.prompt.assign(c.tokenId.begin(), c.tokenId.begin() + at.token);
  for (std::size_t t = 0; t < kept; ++t) {
    const bool drawn = before.generated(t);
    request.depths.push_back({c.loopsRun[t], drawn ? settings[t].kvPolicy : KvPolicy::Full});
  }
  request.known = at.token - 1;
  request.loops = before.loops();
  request.generate = generate;
  request.sampling = info.sampling;
  request.sampling.seed = at.seed.value_or(seedBefore(before, at.token));
  request.drawsBefore = drawsBefore(before, at.token);
  request.firstToken = at.replacement.value_or(-1);
  request.exitThreshold = settings[kept - 1].exitThreshold;
  request.criterion = info.criterion;
  request.budget = settings[kept - 1].budget;
  request.kvPolicy = settings[kept - 1].kvPolicy;
  request.startSeed = info.startSeed;
  request.interventions = withoutSources(info.interventions);
  request.topK = before.topK();
  request.stagger = true;
  request.tracked = info.tracked;
  request.capture = info.captured;
  return request;
}

void requireNoLenses(const TraceInfo& info) {
  if (!info.layerLensName.empty())
    throw Error("The layers of this record were read through the lenses of " +
                shownText(info.layerLensName, 200) +
                ", which the record does not hold: run it again with a lens file.");
}

TraceInfo branchInfo(const Trace& before, const BranchPoint& at) {
  TraceInfo info = before.info();
  info.promptTokens = std::min(info.promptTokens, at.token);
  info.speculation.reset();
  info.stagger.reset();
  info.sweep.reset();
  info.end = {};
  std::erase_if(info.dropped,
                [&](const DroppedText& gap) { return gap.token > info.promptTokens; });
  std::erase_if(info.events, [&](const RunEvent& event) { return event.token >= at.token; });
  const bool had = at.token < before.tokens();
  info.events.push_back(
      {at.token, RunEvent::What::Branch, had ? before.columns().tokenId[at.token] : -1.0});
  if (at.seed) info.events.push_back({at.token, RunEvent::What::Seed, 0, *at.seed});
  return info;
}

bool sameLoops(const TraceInfo& a, const TraceInfo& b) {
  return a.prelude == b.prelude && a.coda == b.coda && a.stepRule == b.stepRule &&
         a.stepWeight == b.stepWeight;
}

void requireSameModel(const Trace& before, const TraceInfo& now, const std::string& doing) {
  const TraceInfo& then = before.info();
  const auto named = [](const std::string& name) { return name.empty() ? "without a name" : name; };
  std::string difference;
  if (then.configSha256 != now.configSha256 || then.weightsSha256 != now.weightsSha256)
    difference = "model " + then.modelName + " with other weights or another config than the " +
                 now.modelName + " that is open";
  else if (then.dtype != now.dtype)
    difference = "arithmetic " + then.dtype + ", the model is open in " + now.dtype;
  else if (!sameLoops(then, now))
    difference = "other layers looped or another rule for the steps";
  else if (then.lens != now.lens)
    difference = "the lens " + then.lens + ", the model is open with the lens " + now.lens;
  else if (then.gated != now.gated)
    difference = then.gated ? "an exit gate, the model is open without one"
                            : "no exit gate, the model is open with one";
  else if (then.gateName != now.gateName || then.otherGates != now.otherGates)
    difference = "exit gate " + named(then.gateName) + ", the model is open with gate " +
                 named(now.gateName);
  if (!difference.empty())
    throw Error("This record cannot be " + doing + " here: it was made with " + difference +
                ". Open that model first.");
}

}  // namespace ouroscope
