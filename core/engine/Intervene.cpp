// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Intervene.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "core/engine/StartNoise.h"
#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

using enum InterventionKind;

[[noreturn]] void refuse(const Intervention& what, const std::string& why) {
  throw Error("The intervention " + interventionText(what) + " " + why);
}

bool copiesState(InterventionKind kind) {
  return kind == Replace || kind == SkipLoop || kind == SkipLayer;
}

/// `what` changes the state of the position there.
bool changesAt(const Intervention& what, StatePlace place, int position) {
  if (what.kind == RepeatLoop || !what.loops.has(place.loop) || !what.hasToken(position))
    return false;
  if (what.atEnd()) return place.layer == StatePlace::kEnd;
  return place.layer >= 0 && what.layers.has(place.layer);
}

/// `what` copies states of this run that are at places where it changes states, too: it reads them
/// as they are before it.
bool readsWhereItChanges(const Intervention& what) {
  return what.kind == Replace && (what.fromLoop < 0 || what.loops.has(what.fromLoop));
}

/// `what` copies the state of the position there.
bool readsAt(const AppliedIntervention& one, StatePlace place, int position) {
  const Intervention& what = one.what;
  if (!copiesState(what.kind) || one.source) return false;
  if (what.fromToken >= 0 ? position != what.fromToken : !what.hasToken(position)) return false;
  if (what.fromLoop >= 0 ? place.loop != what.fromLoop : !what.loops.has(place.loop)) return false;
  switch (what.kind) {
    case SkipLoop:
      return place.layer == StatePlace::kInput;
    case SkipLayer:
      return place.layer == StatePlace::kStart
                 ? what.layers.has(0)
                 : place.layer >= 0 && what.layers.has(place.layer + 1);
    default:
      return what.atEnd() ? place.layer == StatePlace::kEnd
                          : place.layer >= 0 && what.layers.has(place.layer);
  }
}

/// Other numbers at every place, the same for every run.
std::uint64_t noiseSeed(std::uint64_t seed, StatePlace place) {
  const std::uint64_t ofLoop = splitMix(seed + kSplitMixStep * (std::uint64_t{1} + place.loop));
  return splitMix(ofLoop + kSplitMixStep * (std::uint64_t{2} + place.layer));  // the end is -1
}

}  // namespace

Interventions::Interventions(std::vector<AppliedIntervention> list, const ModelSpec& spec,
                             int loops, int tokens)
    : list_(std::move(list)), layers_(spec.stages.core), loops_(loops), width_(spec.hiddenSize) {
  for (const AppliedIntervention& one : list_) check(one, tokens);
}

void Interventions::check(const AppliedIntervention& one, int tokens) const {
  const Intervention& what = one.what;
  const auto within = [&](const IndexRange& range, int count, const char* of) {
    const int last = range.last == IndexRange::kOpen ? range.first : range.last;
    if (last >= count)
      refuse(what, "is of " + std::string(of) + " " + std::to_string(last + 1) +
                       ", of which there are " + std::to_string(count) + ".");
  };
  within(what.loops, loops_, "loop");
  if (!what.atEnd()) within(what.layers, layers_, "layer");
  for (const IndexRange& range : what.tokens) within(range, tokens, "token");
  if (what.hasSource() != (one.source != nullptr))
    throw std::logic_error("an intervention without its states");
  if (one.source) return checkSource(one, tokens);
  if (what.kind != Replace) return;
  int first = what.tokens.empty() ? 0 : tokens;
  for (const IndexRange& range : what.tokens) first = std::min(first, range.first);
  if (what.fromToken > first)
    refuse(what, "takes a state of token " + std::to_string(what.fromToken + 1) + " for token " +
                     std::to_string(first + 1) + ", which comes before it: name later tokens.");
  if (what.fromLoop > what.loops.first)
    refuse(what, "takes a state of loop " + std::to_string(what.fromLoop + 1) + " in loop " +
                     std::to_string(what.loops.first + 1) + ", which comes before it.");
}

/// Every state that will be asked for is there.
void Interventions::checkSource(const AppliedIntervention& one, int tokens) const {
  const Intervention& what = one.what;
  const SourceStates& source = *one.source;
  if (source.values.size() != width_ * source.tokens * source.loops)
    throw std::logic_error("states of another width");
  if (what.trace.empty()) return;
  for (int token = 0; token < tokens; ++token) {
    if (!what.hasToken(token)) continue;
    for (int loop = what.loops.first; loop <= std::min(what.loops.last, loops_ - 1); ++loop) {
      const int t = what.fromToken < 0 ? token : what.fromToken;
      const int r = what.fromLoop < 0 ? loop : what.fromLoop;
      if (t >= source.tokens || r >= source.loops ||
          std::isnan(source.values[width_ * (product(t, source.loops) + r)]))
        refuse(what, "asks for the state of token " + std::to_string(t + 1) + " in loop " +
                         std::to_string(r + 1) + ", which the trace does not have.");
    }
  }
}

bool Interventions::touches(int position) const {
  return std::ranges::any_of(list_, [&](const AppliedIntervention& one) {
    return one.what.hasToken(position) || one.what.fromToken == position;
  });
}

bool Interventions::at(StatePlace place, int position) const {
  return std::ranges::any_of(list_, [&](const AppliedIntervention& one) {
    return changesAt(one.what, place, position) || readsAt(one, place, position);
  });
}

void Interventions::edit(StatePlace place, std::span<const std::int32_t> positions,
                         std::span<float> states) {
  const int rows = intSize(positions);
  const auto row = [&](int r) { return states.subspan(width_ * r, width_); };
  const auto read = [&](std::size_t i) {
    for (int r = 0; r < rows; ++r)
      if (readsAt(list_[i], place, positions[r])) keep(i, place, positions[r], row(r));
  };
  for (std::size_t i = 0; i < list_.size(); ++i) {
    if (readsWhereItChanges(list_[i].what)) read(i);
    for (int r = 0; r < rows; ++r)
      if (changesAt(list_[i].what, place, positions[r])) change(i, place, positions[r], row(r));
  }
  for (std::size_t i = 0; i < list_.size(); ++i)
    if (!readsWhereItChanges(list_[i].what)) read(i);
}

int Interventions::repeats(int loop, int position) const {
  int times = 0;
  for (const AppliedIntervention& one : list_)
    if (one.what.kind == RepeatLoop && one.what.loops.has(loop) && one.what.hasToken(position))
      times += one.what.times;
  return times;
}

void Interventions::keep(std::size_t i, StatePlace place, int position,
                         std::span<const float> state) {
  kept_[{i, position, place.loop, place.layer}].assign(state.begin(), state.end());
}

/// Puts the state that `i` copies in the place of another one.
void Interventions::copy(std::size_t i, StatePlace place, int position, std::span<float> state) {
  const Intervention& what = list_[i].what;
  const int token = what.fromToken < 0 ? position : what.fromToken;
  const int loop = what.fromLoop < 0 ? place.loop : what.fromLoop;
  if (const SourceStates* source = list_[i].source.get()) {
    const std::int64_t at = what.trace.empty() ? 0 : product(token, source->loops) + loop;
    std::copy_n(source->values.begin() + width_ * at, width_, state.begin());
    return;
  }
  int layer = place.layer;
  if (what.kind == SkipLoop) layer = StatePlace::kInput;
  if (what.kind == SkipLayer) layer = place.layer == 0 ? StatePlace::kStart : place.layer - 1;
  const auto kept = kept_.find({i, token, loop, layer});
  if (kept == kept_.end())
    refuse(what, "asks for the state of token " + std::to_string(token + 1) + " in loop " +
                     std::to_string(loop + 1) + ", which was not run.");
  std::ranges::copy(kept->second, state.begin());
  const bool last = what.fromLoop < 0 || place.loop == std::min(what.loops.last, loops_ - 1);
  if (what.fromToken < 0 && last) kept_.erase(kept);  // nothing else reads it
}

void Interventions::change(std::size_t i, StatePlace place, int position, std::span<float> state) {
  const Intervention& what = list_[i].what;
  if (copiesState(what.kind)) return copy(i, place, position, state);
  if (what.by == 0 && what.kind != Scale) return;
  const auto set = [&](const auto& value) {
    for (std::size_t k = 0; k < width_; ++k) state[k] = static_cast<float>(value(k));
  };
  const std::span<const float> v =
      list_[i].source ? std::span<const float>(list_[i].source->values) : std::span<const float>();
  switch (what.kind) {
    case Scale:
      return set([&](std::size_t k) { return what.by * state[k]; });
    case Add:
      return set([&](std::size_t k) { return state[k] + what.by * v[k]; });
    case Remove: {
      const double share = what.by * dot(state, v) / dot(v, v);
      return set([&](std::size_t k) { return state[k] - share * v[k]; });
    }
    default: {  // noise
      const double size = what.by * std::sqrt(dot(state, state) / width_);
      const std::uint64_t seed = noiseSeed(what.seed, place);
      return set([&](std::size_t k) { return state[k] + size * startNoise(seed, position, k); });
    }
  }
}

}  // namespace ouroscope
