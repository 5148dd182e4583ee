// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/LensFit.h"

#include <algorithm>
#include <cmath>

#include "core/run/PushEdit.h"
#include "core/run/RunRecording.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

constexpr int kProbes = 8;  ///< columns in which half the push is tried

/// Sums over tokens of one map, those of odd and of even tokens apart. Row-major [d,d].
struct Sums {
  std::vector<double> parts[2];
  int tokens[2] = {0, 0};
};

class Fit {
 public:
  Fit(const LoadedModel& model, const RunRequest& request, const LensFitOptions& options,
      const std::stop_token& stop)
      : options_(options),
        request_(request),
        stop_(stop),
        loops_(request.loops),
        layers_(model.backend->spec().stages.core),
        d_(model.backend->spec().hiddenSize),
        sequence_(model.backend->createSequence(intSize(request.prompt), request.loops)) {
    sequence_->setStartSeed(request.startSeed);
  }

  void token(int t, std::vector<Sums>& sums, std::vector<LensError>& errors) {
    if (t >= options_.skip) {
      begin(t);
      for (int loop = 0; loop < loops_; ++loop) sequence_->runLoop(stop_);
      // Backwards, so that the loops before the one that is pushed stay as they are.
      for (int loop = loops_ - 1; loop >= 0; --loop)
        for (int layer = 0; layer < layers_; ++layer) {
          const std::size_t at = loop * layers_ + layer;
          add(t, {loop, layer}, sums[at], errors[at]);
        }
    }
    begin(t);
    for (int loop = 0; loop < loops_; ++loop) sequence_->runLoop(stop_);
    sequence_->finish(KvPolicy::Full);
  }

 private:
  void begin(int t) {
    sequence_->setEdits(nullptr);
    sequence_->truncate(t);
    sequence_->begin(std::span(request_.prompt).subspan(t, 1), true);
  }

  int targetLoop(int loop) const { return options_.ownExit ? loop : loops_ - 1; }

  /// The target, with one channel pushed at the place.
  std::vector<float> target(int t, StatePlace place, int channel, float by) {
    if (place.loop > 0)
      sequence_->rewind(place.loop);
    else
      begin(t);
    edit_.place = place;
    edit_.position = t;
    edit_.delta.assign(d_, 0.0f);
    edit_.delta[channel] = by;
    sequence_->setEdits(&edit_);
    const int last = targetLoop(place.loop);
    while (sequence_->loopsRun() <= last) sequence_->runLoop(stop_);
    sequence_->setEdits(nullptr);
    std::vector<float> y(d_);
    sequence_->layerState(last, layers_ - 1, 0, 1, y);
    return y;
  }

  /// ∂y / ∂x of a channel.
  std::vector<double> column(int t, StatePlace place, int channel, float by) {
    const std::vector<float> up = target(t, place, channel, by);
    const float high = edit_.before[channel] + by;
    const std::vector<float> down = target(t, place, channel, -by);
    const double step = double{high} - double{edit_.before[channel] - by};  // after rounding
    std::vector<double> out(d_);
    for (int i = 0; i < d_; ++i) out[i] = (double(up[i]) - double(down[i])) / step;
    return out;
  }

  void add(int t, StatePlace place, Sums& sums, LensError& error) {
    const int part = t % 2;
    std::vector<double>& sum = sums.parts[part];
    sum.resize(std::size_t{1} * d_ * d_);
    ++sums.tokens[part];
    if (place.loop == targetLoop(place.loop) && place.layer + 1 == layers_) {
      for (int i = 0; i < d_; ++i) sum[std::size_t{1} * i * d_ + i] += 1;  // it is the target
      return;
    }
    target(t, place, 0, 0);
    const double size = std::sqrt(dot(edit_.before, edit_.before) / d_);
    const float by = std::max(options_.push * size, 1e-30);
    double off = 0, all = 0;
    for (int channel = 0; channel < d_; ++channel) {
      const std::vector<double> one = column(t, place, channel, by);
      for (int i = 0; i < d_; ++i) sum[std::size_t{1} * i * d_ + channel] += one[i];
      if (channel % std::max(1, d_ / kProbes) != 0) continue;
      const std::vector<double> half = column(t, place, channel, by / 2);
      for (int i = 0; i < d_; ++i) {
        off += (one[i] - half[i]) * (one[i] - half[i]);
        all += half[i] * half[i];
      }
    }
    error.finite = all > 0 ? std::sqrt(off / all) : 0;
  }

  const LensFitOptions& options_;
  const RunRequest& request_;
  const std::stop_token stop_;
  const int loops_, layers_, d_;
  std::unique_ptr<Sequence> sequence_;
  PushEdit edit_;
};

/// The mean over all tokens, and how far the means of both halves are apart.
std::vector<float> meanOf(const Sums& sums, LensError& error) {
  const std::size_t cells = std::max(sums.parts[0].size(), sums.parts[1].size());
  error.tokens = sums.tokens[0] + sums.tokens[1];
  std::vector<float> mean(cells);
  double apart = 0, together = 0;
  const bool both = sums.tokens[0] > 0 && sums.tokens[1] > 0;
  for (std::size_t i = 0; i < cells; ++i) {
    double sum = 0;
    for (const std::vector<double>& part : sums.parts) sum += part.empty() ? 0 : part[i];
    mean[i] = sum / error.tokens;
    if (!both) continue;
    const double a = sums.parts[0][i] / sums.tokens[0], b = sums.parts[1][i] / sums.tokens[1];
    apart += (a - b) * (a - b);
    together += (a + b) * (a + b);
  }
  error.sampling = both ? std::sqrt(apart / together) : kNaN;
  return mean;
}

}  // namespace

LensFit fitLenses(const LoadedModel& model, std::span<const RunOrder> orders,
                  const LensFitOptions& options, const std::stop_token& stop,
                  const ProgressFn& progress) {
  Backend& backend = *model.backend;
  const ModelSpec& spec = backend.spec();
  if (backend.precision() != Precision::F32)
    throw Error("A small push is lost in the rounding of bf16: choose --dtype f32.");
  if (!backend.createSequence(1, 1)->rewinds())
    throw Error("Lenses are fitted on the CPU alone so far, not on " + backend.device() +
                ": choose --device cpu.");
  std::vector<PreparedRun> runs;
  std::int64_t tokens = 0, done = 0;
  for (const RunOrder& order : orders) {
    runs.push_back(prepareRun(model, order));
    tokens += std::ssize(runs.back().request.prompt);
  }
  if (runs.empty()) throw Error("A lens is fitted to texts: give at least one.");
  LensFit out;
  out.lenses.loops = runs.front().request.loops;
  out.lenses.layers = spec.stages.core;
  out.lenses.width = spec.hiddenSize;
  const std::size_t places = product(out.lenses.loops, out.lenses.layers);
  MemoryPlan plan;
  plan.scratch = std::uint64_t{20} * places * product(spec.hiddenSize, spec.hiddenSize);
  backend.requireFit(plan, "The maps of all loops and layers");
  std::vector<Sums> sums(places);
  out.errors.resize(places);
  for (const PreparedRun& run : runs) {
    Fit fit(model, run.request, options, stop);
    for (int t = 0; t < intSize(run.request.prompt); ++t) {
      fit.token(t, sums, out.errors);
      if (progress) progress("Fitting", ++done, tokens);
    }
  }
  if (sums.front().tokens[0] + sums.front().tokens[1] == 0)
    throw Error("No token is left to fit to: give longer texts, or skip fewer tokens.");
  for (std::size_t i = 0; i < places; ++i)
    out.lenses.weights.push_back(meanOf(sums[i], out.errors[i]));
  out.lenses.biases.resize(places);
  return out;
}

}  // namespace ouroscope
