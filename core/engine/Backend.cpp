// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Backend.h"

#include <cmath>
#include <stdexcept>

#include "core/support/Error.h"
#include "core/support/Index.h"
#include "core/support/Memory.h"
#include "core/support/Numbers.h"

namespace ouroscope {
namespace {

[[noreturn]] void refuseStagger() {
  throw std::logic_error("the rows of this device's batches all run the same loops");
}

}  // namespace

void StateSteps::set(std::size_t i, std::span<const float> now,
                     std::span<const float> before) const {
  const double length = std::sqrt(dot(now, now));
  norm[i] = length;
  step[i] = cosine[i] = kNaN;
  if (before.empty()) return;
  step[i] = distance(now, before);
  cosine[i] = dot(now, before) / (length * std::sqrt(dot(before, before)));
}

void Sequence::stateSteps(int loop, int first, int count, StateSteps out) const {
  const std::size_t d = stateWidth();
  std::vector<float> now(count * d), before;
  hidden(loop, first, count, now);
  if (loop > 0) {
    before.resize(now.size());
    hidden(loop - 1, first, count, before);
  }
  for (int i = 0; i < count; ++i) {
    const auto row = [&](const std::vector<float>& states) {
      return std::span(states).subspan(i * d, d);
    };
    out.set(i, row(now), loop > 0 ? row(before) : std::span<const float>());
  }
}

std::span<const float> Sequence::layerStates(int row, int layers, std::vector<float>& room) const {
  const std::size_t d = stateWidth();
  room.resize(d * product(loopsOf(row), layers));
  for (int at = 0; at < loopsOf(row) * layers; ++at)
    layerState(at / layers, at % layers, row, 1, std::span(room).subspan(at * d, d));
  return room;
}

void Sequence::each(int count, const std::function<void(int)>& work) const {
  for (int i = 0; i < count; ++i) work(i);
}

void Sequence::loopStart(int loop, int first, int count, std::span<float> out) const {
  hidden(loop - 1, first, count, out);
}

void Sequence::rewind(int) {
  throw std::logic_error("this device forgets no loops");
}
void Sequence::attention(int, int, int, std::span<float>) const {
  throw std::logic_error("this device shows no attention");
}

void Sequence::keysAndValues(int, int, int, int, std::span<float>, std::span<float>) const {
  throw std::logic_error("this device shows no keys");
}

void Sequence::append(std::int32_t) {
  refuseStagger();
}
void Sequence::keepRows(int) {
  refuseStagger();
}
void Sequence::holdRow(int) {
  refuseStagger();
}
void Sequence::finishFirst(KvPolicy) {
  refuseStagger();
}
int Sequence::loopsOf(int) const {
  return loopsRun();
}

void Backend::pass(std::span<Sequence* const> sequences, const std::stop_token& stop) {
  for (Sequence* sequence : sequences) sequence->runLoop(stop);
}

void Backend::readWords(std::span<Sequence* const>) {}

void Backend::requireFit(const MemoryPlan& plan, const std::string& what) const {
  requireMemory(plan.total() - plan.weights, what);
}

}  // namespace ouroscope
