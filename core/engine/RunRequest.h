// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <cstdint>
#include <memory>
#include <stop_token>
#include <vector>

#include "core/engine/Backend.h"
#include "core/engine/Intervene.h"
#include "core/engine/LayerLenses.h"
#include "core/engine/RunControl.h"
#include "core/engine/Sampler.h"
#include "core/model/ModelWeights.h"
#include "core/record/ExitCriterion.h"
#include "core/record/LoopRecord.h"
#include "core/record/RunSettings.h"
#include "core/support/Progress.h"

namespace ouroscope {

/// One run: a prompt is recorded at full depth, then `generate` tokens are drawn and recorded.
struct RunRequest {
  std::vector<std::int32_t> prompt;
  int loops = 0;                      ///< R; 0: ModelSpec::usualLoops()
  int generate = 0;                   ///< tokens to draw after the prompt
  std::vector<std::int32_t> stopIds;  ///< generation ends after one of these (it is recorded)
  SamplingOptions sampling;
  double exitThreshold =
      1.0;         ///< q: generated tokens are read at the first loop whose CDF reaches it
  int budget = 0;  ///< loops a generated token may use, from 1; 0: all
  ExitCriterion criterion = {};  ///< what stops a generated token in place of the gate; needs a
                                 ///< policy that skips loops, and q is not used
  KvPolicy kvPolicy =
      KvPolicy::Full;  ///< with another policy, loops after the exit are truly not run
  int topK = 10;
  std::vector<std::int32_t> tracked;
  Capture capture;
  std::shared_ptr<const LayerLenses>
      lenses;                        ///< layers are read through them; null: the norm alone
  std::vector<ExitGate> otherGates;  ///< recorded beside the model's own gate
  int chunk = 0;                     ///< prompt positions per batch; 0 chooses
  Speculation speculation;           ///< needs greedy sampling and KvPolicy::Full
  bool stagger = false;  ///< begin tokens from what the first loops of those before them say, where
                         ///< device and policy can and it pays (RunStagger.cpp); no number changes
  std::uint64_t startSeed = 0;  ///< of the states that loops start from, where they are noise
  std::vector<AppliedIntervention> interventions;  ///< of every token, in this order

  int loopsOn(const ModelSpec& spec) const { return loops > 0 ? loops : spec.usualLoops(); }

  // A run that goes on from the record of another one (core/run/Branch.h):
  int known =
      0;  ///< leading prompt positions that are run, but not recorded: the observer has them
  std::vector<TokenDepth> depths;  ///< [prompt]; empty: all at full depth
  std::int32_t firstToken = -1;    ///< given in place of the first drawn token; -1: it is drawn
  std::uint64_t drawsBefore = 0;   ///< random numbers that the earlier run had used

  RunSettings settings() const { return {exitThreshold, budget, kvPolicy}; }
};

/// The keys and values of the last run, so that one that begins alike need not run them again.
/// Outlives no Backend that it was used with.
struct KeptSequence {
  std::unique_ptr<Sequence> sequence;
  std::vector<std::int32_t> tokens;  ///< [sequence->length()]
  std::vector<TokenDepth> depths;    ///< [sequence->length()]
  std::uint64_t startSeed = 0;
  int lastShare = -1;  ///< positions before this one have had their deepest slots shared; -1 none
};

/// What came of a run, or of the part of it that was recorded before it was stopped.
struct RunSummary {
  int reused = 0;            ///< positions whose keys and values were taken from the kept sequence
  int rounds = 0;            ///< verifying batches of the speculation that held drafts
  int drafted = 0;           ///< tokens drafted with few loops and verified
  int accepted = 0;          ///< of these, how many full depth agreed with
  int staggered = 0;         ///< tokens that were decoded with others beginning behind them
  int readings = 0;          ///< passes over the layers that they took
  std::int64_t rows = 0;     ///< loops of all tokens begun in these passes
  std::int64_t dropped = 0;  ///< of these, those of tokens that were begun from another word
};

class LoopHooks;

/// What a run may be given besides its request; all of it optional.
struct RunHooks {
  std::stop_token stop;
  ProgressFn progress;
  RunControl* control = nullptr;  ///< its settings take the place of the request's from the first
                                  ///< generated token on; differences are told as events
  KeptSequence* kept = nullptr;   ///< read where it fits, and replaced by this run's
  LoopHooks* loops = nullptr;     ///< called around every loop (core/engine/Loop.h)
  RunSummary* summary = nullptr;  ///< what came of the run, also where it is stopped
};

}  // namespace ouroscope
