// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <chrono>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "core/analysis/RunReading.h"
#include "core/engine/RunControl.h"
#include "core/record/LoopRecord.h"
#include "core/record/Note.h"
#include "core/text/Tokenizer.h"

namespace ouroscope {

/// One token as it streams: what the Live view draws of it.
struct LiveToken {
  std::string bytes;
  TokenReading reading;
  int loopsRun = 0;
  bool generated = false;
  double seconds = 0;  ///< since the run began
};

/// The mailbox between the engine's thread and the window's: the one adds, the other takes all that
/// is there, once a frame. Neither waits for the other.
class LiveFeed {
 public:
  struct Part {
    std::vector<LiveToken> tokens;
    std::vector<RunEvent> events;
    std::vector<Note> notes;  ///< what a person should know of the run
    bool empty() const { return tokens.empty() && events.empty() && notes.empty(); }
  };

  void add(LiveToken token);
  void add(const RunEvent& event);
  void add(std::vector<Note> notes);
  Part take();

 private:
  std::mutex mutex_;
  Part part_;
};

struct RunMemory;  // core/run/RunRecording.h

/// What a run shares with the window while it goes on.
struct LiveRun {
  LiveRun(const RunSettings& settings, std::shared_ptr<RunMemory> keep, bool byRule = false)
      : control(settings), memory(std::move(keep)), ruled(byRule) {}
  RunControl control;
  LiveFeed feed;
  std::shared_ptr<RunMemory> memory;
  const bool ruled;  ///< an exit rule stops its tokens, not the gate
};
using LiveRunPtr = std::shared_ptr<LiveRun>;

/// Feeds the mailbox from the engine: the reading of every token under the settings of the time.
class LiveWriter {
 public:
  /// @param promptTokens tokens from here on are generated
  LiveWriter(LiveFeed& feed, const Tokenizer& tokenizer, const RunSettings& settings,
             int promptTokens);

  void add(const Trace& before, int tokens);  ///< the record that a branch continues
  void add(const LoopRecord& record);
  void add(const RunEvent& event);

 private:
  LiveFeed& feed_;
  const Tokenizer& tokenizer_;
  RunSettings settings_;
  int promptTokens_;
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
};

}  // namespace ouroscope
