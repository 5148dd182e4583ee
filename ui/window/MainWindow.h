// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QMainWindow>
#include <deque>
#include <memory>

#include "ui/base/Theme.h"
#include "ui/jobs/Jobs.h"
#include "ui/session/Intents.h"
#include "ui/session/SessionFile.h"
#include "ui/session/ViewHistory.h"
#include "ui/session/Workspace.h"
#include "ui/state/ViewState.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace ouroscope {

class Actions;
class ControlBar;
class DockHost;
class MessageBar;
class SessionKeeper;
struct Command;

/// One window: controls on top, under them the views of ViewList as docks. Holds the ViewState, the
/// Workspace and the jobs, and serves the views' Intents. Its widgets can be made anew at any time
/// (another language): everything that counts is in those three.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  /// A trace file, a model folder, or empty for the demo model with its first example run.
  void open(const QString& path);
  void openTrace(const QString& path);
  void openModel(const QString& folder);
  void saveTrace(const QString& path);
  void exportFigure(const FigureRequest& figure, const QString& path);
  void run();
  void setTheme(ThemeChoice choice);
  void setLanguage(const QString& code);
  /// Brings back what the last program left in `folder`, keeps the session there from then on, and
  /// then opens `path` as open() does; the demo only where nothing came back.
  void startSession(const QString& folder, const QString& path);

  /// What `--do` takes: the id of an action, or one of "goto:12", "measure:kl", "text:entropy",
  /// "budget:3", "q:0.5", "words:a,b", "prompt:text", "example:2", "open:PATH", "trace:2",
  /// "picture:F.png". @return false for anything else
  bool perform(const QString& command);

  ViewState& state() { return state_; }
  Workspace& workspace() { return workspace_; }
  DockHost& docks() { return *docks_; }
  Actions& actions() { return *actions_; }
  ViewHistory& history() { return history_; }
  bool busy() const { return jobs_.running() || files_.running(); }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void moveEvent(QMoveEvent* event) override;

 private:
  // MainWindow.cpp
  void build();
  void rebuild();
  void wireJobs(JobRunner& runner);
  void cancelAll();
  void serveIntents();
  void showTitle();
  QJsonObject shellState() const;
  void setShellState(const QJsonObject& json);
  SessionState sessionState() const;
  void restore(const SessionState& session, const QString& path);
  void touch();  ///< something that the session keeps has changed

  // ActionList.cpp
  void makeActions();
  void markActions();
  void stepInteresting(int direction);
  void stepBudget(int by);
  void toggleView(const QString& id);
  void toggleControls();
  void toggleFullScreen();
  void toggleMotion();

  // Menus.cpp
  void buildMenus();
  void fillExamples();
  void fillRecent(QMenu* menu);
  void askExport();
  void askExport(const FigureRequest& wanted);
  void showKeys();
  void showPalette();
  void showAbout();
  std::vector<Command> commands();
  std::vector<Command> commandsOfQuery(const QString& query);

  // Files.cpp
  void askOpenTrace();
  void askOpenModel();
  void askSave();
  void askToken();
  void openTraces(const QStringList& paths);
  void startFileJob(const QString& what, JobRunner::Work work, JobRunner::Done done);
  void loadModelThenRun(const ModelRequest& request, bool runAfter);
  void rerun(const RunWish& wish);
  void branch(const TracePtr& before, const BranchPoint& at);
  void startRun(const QString& name, const JobRunner::Work& work, const LiveRunPtr& live,
                int loops);
  void addTrace(const TracePtr& trace, const QString& path);
  void remember(const QString& path);  ///< in the recent files

  ViewState state_;
  Workspace workspace_;
  Intents intents_;
  ViewHistory history_;
  std::unique_ptr<SessionKeeper> keeper_;  ///< outlives the job that reads the session
  struct FileJob {
    QString what;
    JobRunner::Work work;
    JobRunner::Done done;
  };
  JobRunner jobs_;   ///< the model: loading and running
  JobRunner files_;  ///< opening, saving, exporting: these do not stop a run
  std::deque<FileJob> waiting_;
  std::unique_ptr<Actions> actions_;
  ControlBar* controls_ = nullptr;
  MessageBar* messages_ = nullptr;
  DockHost* docks_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton* cancel_ = nullptr;
  QLabel* doing_ = nullptr;
  QWidget* presets_ = nullptr;
  QMenu* examples_ = nullptr;
  QString stage_;
  QElapsedTimer stageClock_;
  bool controlsHidden_ = false;
};

}  // namespace ouroscope
