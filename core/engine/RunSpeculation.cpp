// SPDX-License-Identifier: GPL-3.0-or-later
// Speculation by loops: loop D of a looped model is a complete, cheaper model of its own, so it can
// draft for loop R without a second set of weights.
#include <algorithm>

#include "core/engine/Run.h"
#include "core/support/Index.h"

namespace ouroscope {

bool Run::mayDraft() const {
  return request_.speculation.draftLoops > 0 && settings_.kvPolicy == KvPolicy::Full;
}

/// One round: `token` and the tokens drafted after it are run at full depth together. They count as
/// long as full depth draws what was drafted; the first other token that it draws is right anyway.
void Run::speculate(std::int32_t token) {
  const int position = length();
  const int left = promptTokens() + request_.generate - position - 1;
  // A person who steps token by token gets one token.
  const bool stepping =
      hooks_.control && hooks_.control->allowed() < request_.speculation.draftTokens;
  const int wanted = stepping ? 0 : std::min(request_.speculation.draftTokens, left);
  std::vector<std::int32_t> batch = draft(token, wanted);
  const int rows = intSize(batch);

  enter(KvPolicy::Full);
  advance(batch, request_.capture.layers, {loops_});

  std::vector<std::int32_t> following;
  int kept = 0;
  do {
    const std::int32_t now = batch[kept];
    next_ = isLast(position + kept, now) ? -1 : draw(kept, exitLoopOf(kept, rows));
    following.push_back(next_);
    ++kept;
  } while (kept < rows && next_ == batch[kept]);

  const auto tokens = std::span(batch).first(kept);
  recorder_->record({rows, 0, position, tokens, following}, hooks_.stop);
  recorded_ += kept;
  if (rows > 1) ++summary_.rounds;
  summary_.drafted += rows - 1;
  summary_.accepted += kept - 1;
  finish(batch, kept, KvPolicy::Full);
}

/// `token`, then up to `count` tokens that its first loops would go on with. Leaves the sequence as
/// it was: the slots of the loops that were run are written again by the verifying batch.
std::vector<std::int32_t> Run::draft(std::int32_t token, int count) {
  const int position = length(), depth = request_.speculation.draftLoops;
  std::vector<std::int32_t> batch{token};
  for (int i = 0; i < count && !isLast(position + i, batch.back()); ++i) {
    advance(std::span(&batch.back(), 1), false, {depth});
    const std::int32_t drafted = draw(0, exitLoopOf(0, 1));
    sequence().finish(KvPolicy::LastExited);
    batch.push_back(drafted);
  }
  sequence().truncate(position);
  return batch;
}

}  // namespace ouroscope
