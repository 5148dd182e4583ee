// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "core/record/LoopRecord.h"
#include "core/text/Tokenizer.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// Collects a run into a Trace. States of a bf16 run are rounded to bf16 here, once, so that a
/// trace in memory and its file hold the same numbers. One thread records; snapshot() may be called
/// on the same thread at any time (streaming).
class TraceRecorder : public LoopObserver {
 public:
  /// `info` as far as it is known before the run; `loops` and `topK` are those of the request.
  TraceRecorder(TraceInfo info, const Tokenizer& tokenizer, int loops, int topK,
                int expectedTokens);

  /// Goes on from a record, whose first `known` tokens are taken up as they are.
  TraceRecorder(TraceInfo info, const Trace& before, int known, const Tokenizer& tokenizer,
                int expectedTokens);

  void onRecord(const LoopRecord& record) override;
  void onEvent(
      const RunEvent& event) override;  ///< one of each kind per token: the last one counts

  TraceInfo& info() {
    return info_;
  }  ///< what is only known after the run may be set before take()
  int tokens() const;
  std::int32_t lastToken() const;  ///< id of the last token that was recorded; -1 none
  /// Everything recorded so far as an immutable Trace (a copy). @throws Error when nothing was
  /// recorded.
  TracePtr snapshot() const;
  /// The same without the copy; the recorder is empty afterwards.
  TracePtr take();

 private:
  void reserve(int expectedTokens);

  TraceInfo info_;
  const Tokenizer& tokenizer_;
  int loops_, topK_;
  RecordColumns columns_;
};

}  // namespace ouroscope
