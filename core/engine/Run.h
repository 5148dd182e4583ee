// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <deque>
#include <functional>
#include <optional>
#include <vector>

#include "core/engine/BatchRecorder.h"
#include "core/engine/GuessLoop.h"
#include "core/engine/Loop.h"
#include "core/engine/RunRequest.h"
#include "core/engine/Sampler.h"
#include "core/engine/TokenStop.h"
#include "core/record/ExitRule.h"
#include "core/support/Index.h"

namespace ouroscope {

/// One run under way: its sequence, and where it stands. It goes from pass to pass: Engine::run
/// takes one alone, SideBySide many together. First every known token in batches, at the depth it
/// had, at full depth where it is new; then token by token, staggered, or draft by draft. The
/// sequence outlives it in RunHooks::kept.
class Run {
 public:
  Run(Backend& backend, const RunRequest& request, LoopObserver& observer, const RunHooks& hooks);
  ~Run();
  Run(const Run&) = delete;
  Run& operator=(const Run&) = delete;

  /// Brings the run to its next pass: Sequence::runLoop(), or one with others (Backend::pass).
  /// @return false where the run is over
  bool prepare();
  /// After the pass: whether its batch has come to an end, or words start others.
  /// @return whether read() asks what the head says of the batch
  bool look();
  /// After look(): draws and records what there is.
  void read();

  Sequence& sequence() { return *now_.sequence; }
  int rows() const;  ///< of the batch that waits for its pass
  bool inPrompt() const { return length() < promptTokens(); }
  void tellStopped();  ///< the observer: it ends here, before its end
  const RunSummary& summary() const { return summary_; }

 private:
  struct Stretch {
    int first, count;
    TokenDepth depth;
  };

  int length() const { return intSize(now_.tokens); }
  int promptTokens() const { return intSize(request_.prompt); }
  int budgetOf(const RunSettings& settings) const {
    return settings.budget > 0 ? std::min(settings.budget, loops_) : loops_;
  }

  void openSequence();
  void showInside();
  int reusable(const KeptSequence& kept) const;
  TokenDepth depthOf(int position) const;
  Stretch stretchFrom(int first) const;
  void startStretch(const Stretch& stretch);
  void endStretch(const Stretch& stretch);

  void startToken();
  void takeSettings();
  bool isLast(int position, std::int32_t token) const;
  void step(std::int32_t token);
  bool mayDraft() const;
  void speculate(std::int32_t token);
  void draft(int count);
  void verify();

  /// A token of a staggered batch, in the order of positions (RunStagger.cpp).
  struct UnderWay {
    std::int32_t token;
    TokenStop stop;
    std::vector<std::int32_t> words{};  ///< what follows it by each loop run; -1: not drawn
    int exitLoop = -1;                  ///< that it is read at; -1: not known yet
  };
  bool mayStagger() const;
  void stagger(std::int32_t token);
  void guessNext();
  bool firstEnded() const;
  bool asksWords() const;
  void beginToken(std::int32_t token);
  void readLoops();
  std::int32_t wordAfter(const UnderWay& token) const;
  void dropFrom(int row);
  void endFirst();
  std::int32_t guess(int row, int loop, int ahead) const;
  void learn(const UnderWay& first);

  void start(std::span<const std::int32_t> tokens, bool captureLayers, Until until,
             std::function<void()> end);
  void enter(KvPolicy policy);
  int exitLoopOf(int row, int batch);
  std::int32_t draw(int row, int exitLoop);
  void finish(std::span<const std::int32_t> tokens, int kept, KvPolicy policy);
  void report(std::int64_t tokenLoops) const;

  const RunRequest& request_;
  LoopObserver& observer_;
  const RunHooks& hooks_;
  const ModelSpec& spec_;
  Backend& backend_;
  int loops_;
  std::optional<Interventions> edits_;  ///< where there are any; outlives the sequence
  KeptSequence now_;
  std::unique_ptr<BatchRecorder> recorder_;
  Sampler sampler_;
  RunSettings settings_;              ///< in force for the token that is run now
  KvPolicy policy_ = KvPolicy::Full;  ///< of the position before
  std::int32_t next_ = -1;            ///< token that follows the last position; -1: the run is over
  /// A batch whose rows run the same loops, and what comes after the last one.
  struct Batch {
    BatchLoops loops;
    int rows;
    std::function<void()> end;
  };
  std::optional<Batch> batch_;
  bool batchEnds_ = false;             ///< its loops have run, and it is not read yet
  std::vector<std::int32_t> drafted_;  ///< the token at hand and those drafted after it
  bool staggering_ = false;            ///< a token is under way in the staggered batch
  std::deque<UnderWay> underWay_;      ///< rows of the staggered batch; empty: none
  GuessLoop guessLoop_;
  int recorded_ = 0;
  RunSummary summary_;
};

}  // namespace ouroscope
