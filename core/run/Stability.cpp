// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/Stability.h"

#include <algorithm>
#include <cmath>

#include "core/engine/Engine.h"
#include "core/engine/StartNoise.h"
#include "core/run/PushEdit.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

double lengthOf(std::span<const float> v) {
  return std::sqrt(dot(v, v));
}

class PushMeter {
 public:
  PushMeter(const LoadedModel& model, const RunRequest& request, const StabilityOptions& options,
            const std::stop_token& stop)
      : options_(options),
        prompt_(request.prompt),
        loops_(request.loops),
        stop_(stop),
        sequence_(model.backend->createSequence(intSize(request.prompt), request.loops)),
        d_(model.backend->spec().hiddenSize) {
    sequence_->setStartSeed(request.startSeed);
    ends_.assign(loops_, std::vector<float>(d_));
  }

  void token(int t, Stability& out) {
    begin(t);
    for (int loop = 0; loop < loops_; ++loop) {
      sequence_->runLoop(stop_);
      sequence_->hidden(loop, 0, 1, ends_[loop]);
    }
    // Backwards, so that the loops before the one that is pushed stay as they are.
    for (int loop = loops_ - 1; loop >= 0; --loop) {
      double squares = 0, most = 0;
      for (int direction = 0; direction < options_.directions; ++direction) {
        const Grown grown = along(t, loop, direction);
        squares += grown.first * grown.first;
        most = std::max(most, grown.later);
      }
      out.growth[t * loops_ + loop] = std::sqrt(squares / options_.directions);
      if (options_.turns > 1) out.radius[t * loops_ + loop] = most;
    }
    // Its keys and values are those of the untouched run again.
    begin(t);
    for (int loop = 0; loop < loops_; ++loop) sequence_->runLoop(stop_);
    sequence_->finish(KvPolicy::Full);
  }

 private:
  struct Grown {
    double first = 0, later = 0;
  };

  void begin(int t) {
    sequence_->setEdits(nullptr);
    sequence_->truncate(t);
    sequence_->begin(std::span(prompt_).subspan(t, 1));
  }

  /// The end of the loop where the state that it gets is pushed along `delta`.
  std::vector<float> pushed(int t, int loop) {
    if (loop > 0)
      sequence_->rewind(loop);
    else
      begin(t);
    push_.place = {loop, StatePlace::kInput};
    push_.position = t;
    sequence_->setEdits(&push_);
    sequence_->runLoop(stop_);
    sequence_->setEdits(nullptr);
    std::vector<float> end(d_);
    sequence_->hidden(loop, 0, 1, end);
    return end;
  }

  Grown along(int t, int loop, int direction) {
    // The length of the state that the loop gets is known after a pass that pushes nothing.
    if (direction == 0) {
      push_.delta.assign(d_, 0.0f);
      pushed(t, loop);
      size_ = options_.push * lengthOf(push_.before);
    }
    std::vector<float> along(d_);
    const std::uint64_t seed =
        splitMix(options_.seed + kSplitMixStep * (std::uint64_t(loop) + 1)) + direction;
    for (int i = 0; i < d_; ++i) along[i] = startNoise(seed, t, i);
    Grown out;
    double logs = 0;
    int counted = 0;
    for (int turn = 0; turn < options_.turns; ++turn) {
      const double length = lengthOf(along);
      if (!(length > 0)) return {out.first, 0};
      for (int i = 0; i < d_; ++i) push_.delta[i] = along[i] * (size_ / length);
      // The push that was really made, after rounding.
      std::vector<float> made(d_), end = pushed(t, loop);
      for (int i = 0; i < d_; ++i) {
        made[i] = (push_.before[i] + push_.delta[i]) - push_.before[i];
        along[i] = end[i] - ends_[loop][i];
      }
      const double growth = lengthOf(along) / lengthOf(made);
      if (turn == 0) out.first = growth;
      if (2 * turn < options_.turns - 1) continue;
      logs += std::log(growth);
      ++counted;
    }
    out.later = std::exp(logs / counted);
    return out;
  }

  const StabilityOptions& options_;
  const std::vector<std::int32_t>& prompt_;
  const int loops_;
  const std::stop_token stop_;
  std::unique_ptr<Sequence> sequence_;
  const int d_;
  PushEdit push_;
  double size_ = 0;                       ///< of the pushes of the token and loop at hand
  std::vector<std::vector<float>> ends_;  ///< [R] of the untouched token
};

}  // namespace

Stability stabilityOf(const LoadedModel& model, const RunOrder& order,
                      const StabilityOptions& options, const std::stop_token& stop,
                      const ProgressFn& progress) {
  const PreparedRun prepared = prepareRun(model, order);
  if (model.backend->precision() != Precision::F32)
    throw Error("A small push is lost in the rounding of bf16: choose --dtype f32.");
  Engine(*model.backend).plan(prepared.request);
  if (!model.backend->createSequence(1, 1)->rewinds())
    throw Error("Pushes are measured on the CPU alone so far, not on " + model.backend->device() +
                ": choose --device cpu.");
  Stability out;
  out.tokens = prepared.request.prompt;
  out.loops = prepared.request.loops;
  const int tokens = intSize(out.tokens);
  out.growth.assign(product(tokens, out.loops), kNaN);
  if (options.turns > 1) out.radius = out.growth;
  PushMeter measure(model, prepared.request, options, stop);
  for (int t = 0; t < tokens; ++t) {
    measure.token(t, out);
    if (progress) progress("Pushing", t + 1, tokens);
  }
  return out;
}

}  // namespace ouroscope
