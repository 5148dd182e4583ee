// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/MainWindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QFileInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>

#include "core/model/DemoModel.h"
#include "core/support/Error.h"
#include "ui/figures/FigureExport.h"
#include "ui/views/ControlBar.h"
#include "ui/views/HeatmapView.h"
#include "ui/views/LensView.h"
#include "ui/views/MessageBar.h"
#include "ui/views/TextView.h"

namespace ouroscope {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      controls_(new ControlBar(state_)),
      messages_(new MessageBar),
      text_(new TextView(state_)),
      heatmap_(new HeatmapView(state_)),
      lens_(new LensView(state_)),
      progress_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel"))),
      doing_(new QLabel) {
  setWindowTitle("Ouroscope");
  resize(1280, 840);
  setDockNestingEnabled(true);
  auto* top = new QWidget;
  auto* column = new QVBoxLayout(top);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(messages_);
  column->addWidget(controls_);
  column->addWidget(text_, 1);
  setCentralWidget(top);

  const auto dock = [this](const QString& title, const char* name, QWidget* view,
                           Qt::DockWidgetArea area) {
    auto* d = new QDockWidget(title, this);
    d->setObjectName(name);
    d->setWidget(view);
    addDockWidget(area, d);
    return d;
  };
  QDockWidget* heatmapDock =
      dock(tr("Depth heatmap"), "heatmapDock", heatmap_, Qt::BottomDockWidgetArea);
  QDockWidget* lensDock = dock(tr("Loop lens"), "lensDock", lens_, Qt::RightDockWidgetArea);
  setCorner(Qt::BottomRightCorner, Qt::RightDockWidgetArea);
  resizeDocks({heatmapDock}, {300}, Qt::Vertical);
  resizeDocks({lensDock}, {500}, Qt::Horizontal);

  progress_->setObjectName("progress");
  progress_->setMaximumWidth(220);
  progress_->setTextVisible(false);
  cancel_->setObjectName("cancel");
  doing_->setTextFormat(Qt::PlainText);
  statusBar()->addWidget(doing_, 1);
  statusBar()->addPermanentWidget(progress_);
  statusBar()->addPermanentWidget(cancel_);
  progress_->hide();
  cancel_->hide();

  connect(controls_, &ControlBar::runAsked, this, &MainWindow::run);
  connect(controls_, &ControlBar::stopAsked, &jobs_, &JobRunner::cancel);
  connect(cancel_, &QPushButton::clicked, &jobs_, &JobRunner::cancel);
  connect(&jobs_, &JobRunner::started, this, [this](const QString& name) {
    controls_->setRunning(true);
    doing_->setText(name);
    progress_->setRange(0, 0);
    progress_->show();
    cancel_->show();
  });
  connect(&jobs_, &JobRunner::progress, this,
          [this](const QString& stage, qint64 done, qint64 total) {
            doing_->setText(stage);
            progress_->setRange(0, 1000);
            progress_->setValue(total > 0 ? static_cast<int>(1000 * done / total) : 0);
          });
  connect(&jobs_, &JobRunner::failed, messages_,
          [this](const QString& sentence) { messages_->show(sentence); });
  connect(&jobs_, &JobRunner::ended, this, [this] {
    controls_->setRunning(false);
    doing_->clear();
    progress_->hide();
    cancel_->hide();
  });
  buildMenus();
  QSettings settings;
  setTheme(static_cast<ThemeChoice>(settings.value("theme", 0).toInt()));
  restoreGeometry(settings.value("geometry").toByteArray());
  restoreState(settings.value("layout").toByteArray());
}

MainWindow::~MainWindow() {
  jobs_.cancel();
}

void MainWindow::open(const QString& path) {
  if (!path.isEmpty() && QFileInfo(path).isFile()) return openTrace(path);
  if (!path.isEmpty()) return openModel(path);
  try {
    ModelRequest request;
    request.folder = demoModelFolder();
    loadModelThenRun(request, true);
  } catch (const Error& error) {
    messages_->show(QString::fromUtf8(error.what()));
  }
}

void MainWindow::openModel(const QString& folder) {
  ModelRequest request;
  request.folder = folder.toStdString();
  loadModelThenRun(request, false);
}

void MainWindow::loadModelThenRun(const ModelRequest& request, bool runAfter) {
  jobs_.start(
      tr("Loading %1").arg(QString::fromStdString(request.folder.string())), loadModelJob(request),
      [this, runAfter](const std::any& result) {
        model_ = std::any_cast<ModelPtr>(result);
        controls_->setModel(model_);
        fillExamples();
        if (!runAfter || !examples_ || examples_->actions().isEmpty()) return;
        // The second example needs depth, so the first picture shows what the program is for.
        examples_->actions().at(std::min<qsizetype>(1, examples_->actions().size() - 1))->trigger();
      });
}

void MainWindow::run() {
  if (!model_)
    return messages_->show(tr("There is no model loaded: open a model folder first (File menu)."));
  const auto shown = std::make_shared<bool>(false);
  jobs_.start(
      tr("Running"), runJob(model_, controls_->order()),
      [this, shown](const std::any& result) { showTrace(std::any_cast<TracePtr>(result), true); },
      [this, shown](const std::any& part) {
        showTrace(std::any_cast<TracePtr>(part), !*shown);
        *shown = true;
      });
}

void MainWindow::showTrace(const TracePtr& trace, bool selectLast) {
  state_.setTrace(trace);
  if (selectLast) state_.select(std::max(0, trace->info().promptTokens - 1));
}

void MainWindow::openTrace(const QString& path) {
  jobs_.start(tr("Opening %1").arg(path), openTraceJob(path), [this, path](const std::any& result) {
    const auto trace = std::any_cast<TracePtr>(result);
    state_.setTrace(trace);
    state_.select(std::max(0, trace->info().promptTokens - 1));
    setWindowTitle(QStringLiteral("%1 \u2013 Ouroscope").arg(QFileInfo(path).fileName()));
  });
}

void MainWindow::saveTrace(const QString& path) {
  if (!state_.trace()) return messages_->show(tr("There is no trace to save: run a prompt first."));
  jobs_.start(
      tr("Saving %1").arg(path), saveTraceJob(state_.trace(), path),
      [this, path](const std::any&) { statusBar()->showMessage(tr("Saved %1").arg(path), 5000); });
}

void MainWindow::exportFigure(const FigureRecipe& recipe, const QString& path) {
  if (!state_.trace())
    return messages_->show(tr("There is nothing to export: run a prompt or open a trace first."));
  const auto done = [this, path](const std::any&) {
    statusBar()->showMessage(tr("Exported %1").arg(path), 5000);
  };
  try {
    // Plots are widgets and are painted here, at most a few thousand rectangles; writing to disk is
    // the job's.
    const QString suffix = path.section('.', -1).toLower();
    if (suffix == "csv")
      jobs_.start(tr("Exporting %1").arg(path), exportCsvJob(state_.trace(), recipe, path), done);
    else
      jobs_.start(tr("Exporting %1").arg(path),
                  writeFigureJob(renderFigure(state_.trace(), recipe, suffix), path), done);
  } catch (const std::exception& error) {
    messages_->show(QString::fromUtf8(error.what()));
  }
}

void MainWindow::setTheme(ThemeChoice choice) {
  const bool dark = applyTheme(choice);
  const FigureTheme theme = dark ? FigureTheme::dark() : FigureTheme::light();
  text_->setTheme(theme);
  heatmap_->setTheme(theme);
  lens_->setTheme(theme);
  QSettings().setValue("theme", static_cast<int>(choice));
}

void MainWindow::stepInteresting(int direction) {
  // Interesting: read deeper than three quarters of the tokens.
  const TracePtr trace = state_.trace();
  if (!trace) return;
  const std::vector<int>& loop = state_.readout().loop;
  std::vector<int> sorted = loop;
  std::sort(sorted.begin(), sorted.end());
  const int limit = std::max(sorted[sorted.size() * 3 / 4], sorted.front() + 1);
  for (int t = state_.selectedToken() + direction; t >= 0 && t < trace->tokens(); t += direction)
    if (loop[static_cast<std::size_t>(t)] >= limit) return state_.select(t);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
  switch (event->key()) {
    case Qt::Key_Escape:
      return state_.select(-1);
    case Qt::Key_Comma:
      return stepInteresting(-1);
    case Qt::Key_Period:
      return stepInteresting(1);
    case Qt::Key_Question:
      return showKeys();
    default:
      QMainWindow::keyPressEvent(event);
  }
}

void MainWindow::closeEvent(QCloseEvent* event) {
  jobs_.cancel();
  QSettings settings;
  settings.setValue("geometry", saveGeometry());
  settings.setValue("layout", saveState());
  QMainWindow::closeEvent(event);
}

}  // namespace ouroscope
