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
  const int left = promptTokens() + request_.generate - length() - 1;
  // A person who steps token by token gets one token.
  const bool stepping =
      hooks_.control && hooks_.control->allowed() < request_.speculation.draftTokens;
  drafted_.assign(1, token);
  draft(stepping ? 0 : std::min(request_.speculation.draftTokens, left));
}

/// Up to `count` further tokens that the first loops would go on with, one batch after the other.
/// They leave the sequence as it was: the slots of the loops that were run are written again by the
/// verifying batch.
void Run::draft(int count) {
  const int drafts = intSize(drafted_) - 1;
  if (count == 0 || isLast(length() + drafts, drafted_.back())) {
    sequence().truncate(length());
    return verify();
  }
  start(std::span(&drafted_.back(), 1), false, {request_.speculation.draftLoops}, [this, count] {
    const std::int32_t word = draw(0, exitLoopOf(0, 1));
    sequence().finish(KvPolicy::LastExited);
    drafted_.push_back(word);
    draft(count - 1);
  });
}

void Run::verify() {
  enter(KvPolicy::Full);
  start(drafted_, request_.capture.layerStates(), {loops_}, [this] {
    const int position = length(), rows = intSize(drafted_);
    std::vector<std::int32_t> following;
    int kept = 0;
    do {
      const std::int32_t now = drafted_[kept];
      next_ = isLast(position + kept, now) ? -1 : draw(kept, exitLoopOf(kept, rows));
      following.push_back(next_);
      ++kept;
    } while (kept < rows && next_ == drafted_[kept]);

    const auto tokens = std::span<const std::int32_t>(drafted_).first(kept);
    recorder_->record({rows, 0, position, tokens, following}, hooks_.stop);
    recorded_ += kept;
    if (rows > 1) ++summary_.rounds;
    summary_.drafted += rows - 1;
    summary_.accepted += kept - 1;
    finish(drafted_, kept, KvPolicy::Full);
    report(std::int64_t{length()} * loops_);
  });
}

}  // namespace ouroscope
