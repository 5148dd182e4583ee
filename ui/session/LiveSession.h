// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QObject>
#include <QTimer>
#include <optional>

#include "core/run/ModelRequest.h"
#include "core/run/RunOrder.h"
#include "ui/jobs/LiveRun.h"

namespace ouroscope {

/// The generation under way, as the window sees it: the tokens that came, how fast, and the
/// settings for those to come. Where nothing runs it holds what the next run or branch will begin
/// with. Views steer it; MainWindow does what it asks for.
class LiveSession : public QObject {
  Q_OBJECT
 public:
  enum class State { Idle, Prompt, Generating, Pausing, Paused };

  explicit LiveSession(QObject* parent = nullptr);

  State state() const { return state_; }
  bool running() const { return run_ != nullptr; }
  /// For the tokens to come: of the run under way, else of the next one.
  const RunSettings& settings() const { return settings_; }
  void setSettings(const RunSettings& settings);
  /// An exit rule stops the tokens of the run under way: q does not count.
  bool ruled() const { return run_ && run_->ruled; }
  /// settings() as they hold for the run under way: under an exit rule loops after an exit are not
  /// run, and the gate's threshold is 1.
  RunSettings inForce() const;
  const SamplingOptions& sampling() const { return sampling_; }  ///< of the next run
  void setSampling(const SamplingOptions& sampling);
  int loops() const { return loops_; }  ///< R of the run under way, or of what is shown

  void run();  ///< begins one
  void pause();
  void resume();
  void step();  ///< one token; begins a run that waits after its first token where there is none
  void stop();
  /// Leaves the shown record; a run under way is stopped first, and its record is left.
  void branch(const BranchPoint& point);

  // Of a record these are read when first asked for: most are opened with no Live view in sight.
  const std::vector<LiveToken>& tokens() const;
  const std::vector<RunEvent>& events() const;
  double tokensPerSecond() const;  ///< NaN where unknown
  double meanLoops() const;        ///< of the generated tokens; NaN without any

  // For the window, which starts and ends the work:
  /// For the next job, with the settings that hold now.
  /// @param rule what stops its tokens
  LiveRunPtr prepare(const ExitCriterion& rule = {});
  void begin(LiveRunPtr run, int loops);
  void end(TracePtr trace);         ///< `trace`: what was recorded; null where nothing was
  void showRecord(TracePtr trace);  ///< a record, where nothing runs
  void setModel(const LoadedModel* model);

 signals:
  void runAsked();
  void stopAsked();
  void branchAsked(TracePtr before, BranchPoint point);
  void stateChanged();
  void settingsChanged();
  void samplingChanged();
  void noted(const QString& sentence);  ///< what a person should know of the run under way
  void tokensReset();                   ///< another run or record
  void tokensAppended();                ///< or events, at most 60 times a second

 private:
  void drain();
  void add(LiveFeed::Part part);
  void clear();
  void show(TracePtr record);
  void load() const;
  void setState(State state);

  QTimer timer_;
  LiveRunPtr run_;
  std::shared_ptr<RunMemory> memory_;
  RunSettings settings_;
  SamplingOptions sampling_;
  State state_ = State::Idle;
  int loops_ = 4;
  bool stepFirst_ = false;
  TracePtr shown_;
  mutable bool loaded_ = true;  ///< of `shown_`, what follows is there
  std::optional<BranchPoint> waitingBranch_;
  std::vector<double> times_;  ///< of generated tokens
  mutable std::vector<LiveToken> tokens_;
  mutable std::vector<RunEvent> events_;
  mutable std::vector<TokenReading> readings_;  ///< of generated tokens
};

}  // namespace ouroscope
