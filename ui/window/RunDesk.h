// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <functional>

#include "ui/jobs/Jobs.h"
#include "ui/session/Workspace.h"

namespace ouroscope {

/// Everything that the model does for the window: it is loaded here, runs a prompt, runs a text
/// again with more recorded, and leaves a record for a branch. One of these at a time.
class RunDesk : public QObject {
  Q_OBJECT
 public:
  /// @param window the parent of its dialog
  /// @param order what the prompt box asks for when a run begins; may throw Error
  /// @param generate tokens that it asks for
  RunDesk(Workspace& workspace, QWidget* window, std::function<RunOrder()> order,
          std::function<int()> generate);

  JobRunner& jobs() { return jobs_; }
  bool busy() const { return jobs_.running(); }

  /// @param demo emits demoLoaded instead of loaded
  void loadModel(const QString& folder, bool demo = false);
  void loadDemo();
  void askModel();
  void openWithGate(const QString& name);  ///< the model again; this gate decides exits
  void run() { rerun({}); }
  void rerun(const RunWish& wish);
  void branch(const TracePtr& before, const BranchPoint& at);
  void stop() { jobs_.cancel(); }

 signals:
  void messageAsked(const QString& sentence);
  void loaded(const QString& folder);
  void demoLoaded();

 private:
  void load(const ModelRequest& request, std::function<void()> then);
  void start(const QString& name, const JobRunner::Work& work, const LiveRunPtr& live, int loops);

  Workspace& workspace_;
  QWidget* window_;
  std::function<RunOrder()> order_;
  std::function<int()> generate_;
  JobRunner jobs_;
};

}  // namespace ouroscope
