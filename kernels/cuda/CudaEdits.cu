// SPDX-License-Identifier: GPL-3.0-or-later
// What interventions do to a loop under way: the rows that they want go to the host and back.
#include <algorithm>

#include "kernels/cuda/CudaSequence.h"

namespace ouroscope::cuda {

/// @return some row was read or changed
template <class T>
bool CudaSequence<T>::edit(int layer) {
  if (!edits_) return false;
  const StatePlace place{loopsRun_, layer};
  std::vector<std::int32_t> positions;
  for (int r = 0; r < batch_; ++r)
    if (inPass(r) && edits_->at(place, length() + r)) positions.push_back(length() + r);
  if (positions.empty()) return false;
  const std::size_t d = size(model_.layout.spec.hiddenSize);
  std::vector<float> states(positions.size() * d);
  const auto rowOf = [&](std::size_t i) {
    return x_.data() + size(positions[i] - length()) * size(width_);
  };
  const auto stateOf = [&](std::size_t i) { return states.data() + i * d; };
  for (std::size_t i = 0; i < positions.size(); ++i)
    copyToHost(stateOf(i), rowOf(i), d, stream_.get());
  wait(stream_.get());
  edits_->edit(place, positions, states);
  for (std::size_t i = 0; i < positions.size(); ++i)
    copyToDevice(rowOf(i), stateOf(i), d, stream_.get());
  wait(stream_.get());
  return true;
}

/// More passes of the loop for the rows that shall have them. The others run along and get back
/// what they had.
template <class T>
void CudaSequence<T>::repeatTurns(const Stopped& stopped) {
  int passes = 0;
  for (int r = 0; r < batch_; ++r)
    passes = std::max(passes, edits_->repeats(loopsRun_, length() + r));
  if (passes == 0) return;
  cudaStream_t s = stream_.get();
  const std::size_t states = size(batch_) * size(width_);
  keptState_.grow(states, s);
  keptNorms_.grow(size(batch_), s);
  float* norms = residualNorms_.data() + size(loopsRun_) * size(batch_);
  for (pass_ = 1; pass_ <= passes; ++pass_) {
    copyWithin(keptState_.data(), x_.data(), states, s);
    copyWithin(keptNorms_.data(), norms, size(batch_), s);
    turn(stopped);
    for (int r = 0; r < batch_; ++r) {
      if (inPass(r)) continue;
      const std::size_t at = size(r) * size(width_);
      copyWithin(x_.data() + at, keptState_.data() + at, size(width_), s);
      copyWithin(norms + r, keptNorms_.data() + r, 1, s);
    }
  }
  pass_ = 0;
}

/// State, gate and what the head reads, once more from the stream as it is now.
template <class T>
void CudaSequence<T>::closeEdited() {
  LoopClose close = loopClose();
  close.norm = nullptr;
  keptNorms_.grow(size(batch_), stream_.get());
  LoopPlace first = placeOfLoop();
  first.residualNorm = keptNorms_.data();  // that of the loop's own end stays
  launch(stream_.get(), grid(batch_), dim3(kNormThreads), 0, &closeRows<>, close, x_.data(), first);
}

#define OUROSCOPE_EDITS_OF(T)                                 \
  template bool CudaSequence<T>::edit(int);                   \
  template void CudaSequence<T>::repeatTurns(const Stopped&); \
  template void CudaSequence<T>::closeEdited();
OUROSCOPE_EDITS_OF(float)
OUROSCOPE_EDITS_OF(Bf16)

}  // namespace ouroscope::cuda
