// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QElapsedTimer>
#include <QMainWindow>
#include <memory>

#include "ui/base/Theme.h"
#include "ui/session/Intents.h"
#include "ui/session/SessionFile.h"
#include "ui/session/ViewHistory.h"
#include "ui/session/Workspace.h"
#include "ui/state/ViewState.h"
#include "ui/window/FileDesk.h"
#include "ui/window/RunDesk.h"

class QLabel;
class QSplitter;
class QProgressBar;
class QPushButton;

namespace ouroscope {

class Actions;
class ControlBar;
class DockHost;
class GuideWindow;
class MessageBar;
class SessionKeeper;
struct Command;

/// The shell: runs and questions at the left, controls on top, under them the views of ViewList as
/// docks, theme, language, session, actions. What runs is RunDesk's and what is a file is
/// FileDesk's; it hands the views' Intents to them. Its widgets can be made again at any time
/// (another language): everything that counts is in the ViewState, the Workspace and the two desks.
class MainWindow : public QMainWindow {
  Q_OBJECT
 public:
  explicit MainWindow(QWidget* parent = nullptr);
  ~MainWindow() override;

  /// A trace file, a model folder, or empty for the first recorded example, with the demo model
  /// open for texts of one's own.
  void open(const QString& path);
  void setTheme(ThemeChoice choice);
  void setLanguage(const QString& code);
  /// Brings back what the last program left in `folder`, keeps the session there from then on, and
  /// then opens `path` as open() does; the demo only where nothing came back.
  void startSession(const QString& folder, const QString& path);
  /// For a signal: closes without a question. Runs that nothing keeps are written to a folder that
  /// is named on standard error.
  void closeUnattended();

  /// What `--do` takes: the id of an action, or one of "goto:12", "measure:kl", "text:entropy",
  /// "budget:3", "q:0.5", "words:a,b", "prompt:text", "example:2", "open:PATH", "trace:2",
  /// "size:1280x800", "picture:F.png". @return false for anything else
  bool perform(const QString& command);

  ViewState& state() { return state_; }
  Workspace& workspace() { return workspace_; }
  DockHost& docks() { return *docks_; }
  Actions& actions() { return *actions_; }
  ViewHistory& history() { return history_; }
  RunDesk& runs() { return runs_; }
  FileDesk& files() { return files_; }
  bool busy() const { return runs_.busy() || files_.busy(); }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;
  void dragEnterEvent(QDragEnterEvent* event) override;
  void dropEvent(QDropEvent* event) override;
  bool eventFilter(QObject* object, QEvent* event) override;
  void resizeEvent(QResizeEvent* event) override;
  void moveEvent(QMoveEvent* event) override;

 private:
  // MainWindow.cpp
  void build();
  QWidget* makeSide();
  void compareWith(int id);  ///< the same, and asks how they differ
  void addToPage(const FigureRequest& figure);
  void openFirst();
  void rebuild();
  void wireJobs(JobRunner& runner);
  void cancelAll();
  void showDoing();  ///< the stage of the work and how far it is, at the foot of the window
  void serveIntents();
  void showTitle();
  QJsonObject shellState() const;
  void setShellState(const QJsonObject& json);
  SessionState sessionState() const;
  void restore(const SessionState& session, const QString& path);
  void touch();  ///< something that the session keeps has changed
  /// Waits a little for a run under way to end, so that what it has is kept as a run that was
  /// stopped.
  void endRun();
  std::vector<int> lostByClosing()
      const;  ///< ids of runs that neither a person nor the session has
  bool askToClose(const std::vector<int>& lost);  ///< @return whether to close now
  void saveAndClose(const std::vector<int>& runs);
  void rescue(const std::vector<int>& runs);

  // ActionList.cpp
  void makeActions();
  void markActions();
  void stepInteresting(int direction);
  void stepBudget(int by);
  void askToken();
  void toggleView(const QString& id);
  void toggleControls();
  void toggleSide();
  void showParts();  ///< prompt, runs and questions: where they are wanted, and the preset has them
  void toggleFullScreen();
  void toggleMotion();
  void zoomTo(double zoom);

  // Menus.cpp
  void buildMenus();
  void fillExamples();
  void fillRecorded();
  void fillRecent(QMenu* menu);
  void showGuide();  ///< the page of the question, or of the preset
  void showKeys();
  void showPalette();
  void showAbout();
  std::vector<Command> commands();
  std::vector<Command> commandsOfQuery(const QString& query);

  ViewState state_;
  Workspace workspace_;
  Intents intents_;
  ViewHistory history_;
  std::unique_ptr<SessionKeeper> keeper_;  ///< outlives the job that reads the session
  RunDesk runs_;
  FileDesk files_;
  std::unique_ptr<Actions> actions_;
  ControlBar* controls_ = nullptr;
  MessageBar* messages_ = nullptr;
  DockHost* docks_ = nullptr;
  QProgressBar* progress_ = nullptr;
  QPushButton* cancel_ = nullptr;
  QLabel *doing_ = nullptr, *model_ = nullptr;
  QWidget *presets_ = nullptr, *side_ = nullptr;
  QSplitter* body_ = nullptr;
  GuideWindow* guide_ = nullptr;
  QMenu *examples_ = nullptr, *recorded_ = nullptr;
  QString stage_, part_;  ///< what is done, and how much of it
  QElapsedTimer stageClock_;
  bool controlsHidden_ = false, sideHidden_ = false;
  bool unattended_ = false;
  bool discard_ = false;  ///< a person said that unsaved runs may go
};

}  // namespace ouroscope
