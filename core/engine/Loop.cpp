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

int advance(Sequence& sequence, int rows, const Until& until, LoopHooks* hooks,
            const std::stop_token& stop) {
  for (int loop = 0; loop < until.loops; ++loop) {
    const StateAccess access(sequence, rows, loop);
    if (hooks) hooks->beforeLoop(access);
    sequence.runLoop(stop);
    if (hooks) hooks->afterLoop(access);
    if (until.enough && until.enough(loop)) return loop + 1;
  }
  return until.loops;
}

}  // namespace ouroscope
