// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <vector>

#include "core/record/LoopRecord.h"

namespace ouroscope::cli {

inline double secondsSince(std::chrono::steady_clock::time_point begun) {
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
}

/// Looks at the clock where the prompt ends and the text ends, counts the tokens whose word stood
/// from the first loop on, and lets the records go.
class DecodingClock : public LoopObserver {
 public:
  using Clock = std::chrono::steady_clock;

  explicit DecodingClock(int promptTokens) : promptTokens_(promptTokens) {}
  void onRecord(const LoopRecord& record) override {
    (record.first + record.count <= promptTokens_ ? begun_ : ended_) = Clock::now();
    if (record.first < promptTokens_) return;
    text_.insert(text_.end(), record.columns.tokenId.begin(), record.columns.tokenId.end());
    const std::vector<std::int32_t>& words = record.columns.topkId;
    const std::size_t perLoop = words.size() / record.count / record.loops;
    for (std::size_t i = 0; i < words.size(); i += perLoop * record.loops)
      stood_ += words[i] == words[i + perLoop * (record.loops - 1)];
  }
  Clock::time_point begun() const { return begun_; }
  Clock::time_point ended() const { return ended_; }
  double seconds() const { return std::chrono::duration<double>(ended_ - begun_).count(); }
  const std::vector<std::int32_t>& text() const { return text_; }
  /// Share of the text's tokens whose first loop says the word that their last loop says.
  double stood() const { return text_.empty() ? 0 : 1.0 * stood_ / std::ssize(text_); }

 private:
  int promptTokens_;
  Clock::time_point begun_, ended_;
  std::vector<std::int32_t> text_;
  int stood_ = 0;
};

}  // namespace ouroscope::cli
