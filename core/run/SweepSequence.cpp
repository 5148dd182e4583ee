// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/run/SweepSequence.h"

#include <algorithm>

#include "core/support/Index.h"

namespace ouroscope {

SweepSequence::SweepSequence(Backend& backend, std::vector<std::int32_t> tokens, int loops,
                             std::uint64_t seed, std::stop_token stop)
    : backend_(backend),
      tokens_(std::move(tokens)),
      loops_(loops),
      stop_(std::move(stop)),
      sequence_(backend.createSequence(intSize(tokens_), loops)) {
  sequence_->setStartSeed(seed);
}

void SweepSequence::begin(int first, int count) {
  sequence_->begin(std::span(tokens_).subspan(first, count));
}

void SweepSequence::runLoop(int rows) {
  sequence_->runLoop(stop_);
  rows_ += rows;
}

/// Tokens [first, first + count) through all loops, as finished ones.
void SweepSequence::runBatch(int first, int count, StateEdits* edits) {
  begin(first, count);
  sequence_->setEdits(edits);
  for (int loop = 0; loop < loops_; ++loop) runLoop(count);
  sequence_->finish(KvPolicy::Full);
}

/// The tokens before `token` are finished and untouched, and nothing is behind them.
void SweepSequence::keepUntil(int token) {
  if (sequence_->length() > token) sequence_->truncate(token);
  while (sequence_->length() < token) {
    const int first = sequence_->length();
    runBatch(first, std::min(sequence_->maxBatch(), token - first), nullptr);
  }
}

std::vector<float> SweepSequence::answer(StateEdits* edits, int firstToken, int firstLoop) {
  const int rows = intSize(tokens_) - firstToken, most = sequence_->maxBatch();
  std::vector<float> logits(backend_.spec().vocabSize);
  if (rows > most || !sequence_->rewinds()) {
    sequence_->truncate(std::min(sequence_->length(), firstToken));
    keepUntil(firstToken);
    int first = firstToken;
    for (; intSize(tokens_) - first > most; first += most) runBatch(first, most, edits);
    const int last = intSize(tokens_) - first;
    begin(first, last);
    sequence_->setEdits(edits);
    for (int loop = 0; loop < loops_; ++loop) runLoop(last);
    sequence_->logits(loops_ - 1, last - 1, logits);
    sequence_->setEdits(nullptr);
    sequence_->truncate(firstToken);  // what was run with edits is of no use to the next
    return logits;
  }
  const bool here = clean_ > 0 && sequence_->length() == firstToken && sequence_->loopsRun() > 0;
  if (const int from = std::min(firstLoop, clean_); here && from > 0) {
    sequence_->rewind(from);
  } else {
    clean_ = 0;
    keepUntil(firstToken);
    begin(firstToken, rows);
  }
  sequence_->setEdits(edits);
  try {
    while (sequence_->loopsRun() < loops_) runLoop(rows);
  } catch (...) {
    sequence_->setEdits(nullptr);
    throw;
  }
  clean_ = edits ? firstLoop : loops_;
  sequence_->logits(loops_ - 1, rows - 1, logits);
  sequence_->setEdits(nullptr);
  return logits;
}

}  // namespace ouroscope
