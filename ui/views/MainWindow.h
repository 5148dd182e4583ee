// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMainWindow>

#include "ui/jobs/Jobs.h"
#include "ui/models/Intents.h"
#include "ui/models/ViewState.h"
#include "ui/models/Workspace.h"
#include "ui/views/Theme.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace ouroscope {

class ControlBar;
class DockHost;
class MessageBar;

/// One window: controls on top, under them the views of ViewList as docks. Holds the ViewState, the
/// Workspace and the jobs, and serves the views' Intents.
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
  void exportFigure(const FigureRecipe& recipe, const QString& path);
  void run();
  void setTheme(ThemeChoice choice);

  ViewState& state() { return state_; }
  Workspace& workspace() { return workspace_; }
  DockHost& docks() { return *docks_; }
  bool busy() const { return jobs_.running(); }

 protected:
  void closeEvent(QCloseEvent* event) override;
  void keyPressEvent(QKeyEvent* event) override;

 private:
  void buildMenus();
  void loadModelThenRun(const ModelRequest& request, bool runAfter);
  void fillExamples();
  void stepInteresting(int direction);
  void askExport();
  void showKeys();
  void serveIntents();
  void rerun(const RunWish& wish);
  void addTrace(const TracePtr& trace, const QString& path);

  ViewState state_;
  Workspace workspace_;
  Intents intents_;
  JobRunner jobs_;
  ControlBar* controls_;
  MessageBar* messages_;
  DockHost* docks_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QLabel* doing_;
  QMenu* examples_ = nullptr;
};

}  // namespace ouroscope
