// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/engine/Loop.h"

#include <stdexcept>

namespace ouroscope {

void StateAccess::requireLoop(int loop) const {
  if (loop < 0 || loop >= loopsRun())
    throw std::logic_error("a hook reads only loops that were run");
}

void StateAccess::states(int loop, int first, int count, std::span<float> out) const {
  requireLoop(loop);
  if (first < 0 || count < 0 || first > rows_ - count ||
      std::ssize(out) != std::ptrdiff_t{count} * width())
    throw std::logic_error("a hook reads only rows of its batch");
  sequence_.hidden(loop, first, count, out);
}

std::vector<float> StateAccess::gateLogits(int loop) const {
  requireLoop(loop);
  std::vector<float> gates(rows_);
  sequence_.gateLogits(loop, gates);
  return gates;
}

void BatchLoops::before() {
  if (hooks_) hooks_->beforeLoop(StateAccess(sequence_, rows_, loop_));
}

bool BatchLoops::after() {
  if (hooks_) hooks_->afterLoop(StateAccess(sequence_, rows_, loop_));
  const int loop = loop_++;
  return !(until_.enough && until_.enough(loop)) && loop_ < until_.loops;
}

int advance(Sequence& sequence, int rows, const Until& until, LoopHooks* hooks,
            const std::stop_token& stop) {
  BatchLoops loops(sequence, rows, until, hooks);
  do {
    loops.before();
    sequence.runLoop(stop);
  } while (loops.after());
  return loops.run();
}

}  // namespace ouroscope
