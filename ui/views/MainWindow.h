// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
#include <QMainWindow>

#include "ui/jobs/Jobs.h"
#include "ui/models/ViewState.h"
#include "ui/views/Theme.h"

class QLabel;
class QProgressBar;
class QPushButton;

namespace ouroscope {

class ControlBar;
class HeatmapView;
class LensView;
class MessageBar;
class TextView;

/// One window: controls on top, the text in the middle, heatmap and lens as docks. Holds the
/// ViewState and the jobs; every view reads the one and nothing else.
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
  void showTrace(const TracePtr& trace, bool selectLast);

  ViewState state_;
  JobRunner jobs_;
  ModelPtr model_;
  ControlBar* controls_;
  MessageBar* messages_;
  TextView* text_;
  HeatmapView* heatmap_;
  LensView* lens_;
  QProgressBar* progress_;
  QPushButton* cancel_;
  QLabel* doing_;
  QMenu* examples_ = nullptr;
};

}  // namespace ouroscope
