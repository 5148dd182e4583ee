// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/analysis/Evaluation.h"

namespace ouroscope {

void PredictionScore::add(const Trace& trace, const Readout& read, int position) {
  const TraceColumns& c = trace.columns();
  const int R = trace.loops();
  const std::size_t K = trace.topK();
  right_.resize(R);
  nll_.resize(R);
  ++count_;
  const std::int32_t next = c.tokenId[position + 1];
  for (int r = 0; r < R; ++r) {
    const std::size_t cell = trace.at(position, r);
    right_[r] += c.topkId[cell * K] == next;
    nll_[r] -= double{c.logprob[cell]};
  }
  const int exit = read.loop[position];
  exitLoops_ += exit + 1;
  rightAtExit_ += c.topkId[trace.at(position, exit) * K] == next;
}

void Evaluation::add(const Trace& trace, const Readout& read, std::span<const ScoredToken> tokens) {
  for (const ScoredToken& scored : tokens)
    if (scored.token > 0) scores_[{scored.group, scored.level}].add(trace, read, scored.token - 1);
}

}  // namespace ouroscope
