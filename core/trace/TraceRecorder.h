// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "core/engine/LoopObserver.h"
#include "core/text/Tokenizer.h"
#include "core/trace/Trace.h"

namespace ouroscope {

/// Collects a run into a Trace. One thread records; snapshot() may be called on the same thread at
/// any time (streaming).
class TraceRecorder : public LoopObserver {
 public:
  /// `info` as far as it is known before the run; `loops` and `topK` are those of the request.
  TraceRecorder(TraceInfo info, const Tokenizer& tokenizer, int loops, int topK,
                int expectedTokens);

  void onRecord(const LoopRecord& record) override;

  int tokens() const;
  /// Everything recorded so far as an immutable Trace (a copy). @throws Error when nothing was
  /// recorded.
  TracePtr snapshot() const;
  /// The same without the copy; the recorder is empty afterwards.
  TracePtr take();

 private:
  TraceInfo info_;
  const Tokenizer& tokenizer_;
  int loops_, topK_;
  TraceColumns columns_;
};

}  // namespace ouroscope
