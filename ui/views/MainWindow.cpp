// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/MainWindow.h"

#include <QApplication>
#include <QCloseEvent>
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
#include "ui/views/DockHost.h"
#include "ui/views/MessageBar.h"

namespace ouroscope {

MainWindow::MainWindow(QWidget* parent)
    : QMainWindow(parent),
      workspace_(state_),
      controls_(new ControlBar(state_)),
      messages_(new MessageBar),
      docks_(new DockHost({state_, workspace_, intents_})),
      progress_(new QProgressBar),
      cancel_(new QPushButton(tr("Cancel"))),
      doing_(new QLabel) {
  setWindowTitle("Ouroscope");
  resize(1280, 840);
  auto* top = new QWidget;
  auto* column = new QVBoxLayout(top);
  column->setContentsMargins(0, 0, 0, 0);
  column->setSpacing(0);
  column->addWidget(messages_);
  column->addWidget(controls_);
  column->addWidget(docks_, 1);
  setCentralWidget(top);

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
  connect(&workspace_, &Workspace::modelChanged, this, [this] {
    controls_->setModel(workspace_.model());
    fillExamples();
  });
  buildMenus();
  serveIntents();
  QSettings settings;
  setTheme(static_cast<ThemeChoice>(settings.value("theme", 0).toInt()));
  restoreGeometry(settings.value("geometry").toByteArray());
  docks_->restoreState(settings.value("docks").toByteArray());
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
        workspace_.setModel(std::any_cast<ModelPtr>(result));
        if (!runAfter || !examples_ || examples_->actions().isEmpty()) return;
        // The second example needs depth, so the first picture shows what the program is for.
        examples_->actions().at(std::min<qsizetype>(1, examples_->actions().size() - 1))->trigger();
      });
}

void MainWindow::run() {
  rerun({});
}

void MainWindow::rerun(const RunWish& wish) {
  if (!workspace_.model())
    return messages_->show(tr("There is no model loaded: open a model folder first (File menu)."));
  RunOrder order = controls_->order();
  order.wish = wish;
  // The first part that arrives opens a trace, the later ones let it grow.
  const auto id = std::make_shared<int>(-1);
  const auto take = [this, id](const std::any& part) {
    const auto trace = std::any_cast<TracePtr>(part);
    if (*id >= 0) return workspace_.replace(*id, trace);
    addTrace(trace, {});
    *id = workspace_.current();
  };
  jobs_.start(tr("Running"), runJob(workspace_.model(), order), take, take);
}

void MainWindow::addTrace(const TracePtr& trace, const QString& path) {
  workspace_.add(trace, path.isEmpty() ? QString() : QFileInfo(path).fileName(), path);
  state_.select(std::max(0, trace->info().promptTokens - 1));
}

void MainWindow::openTrace(const QString& path) {
  jobs_.start(tr("Opening %1").arg(path), openTraceJob(path), [this, path](const std::any& result) {
    addTrace(std::any_cast<TracePtr>(result), path);
    setWindowTitle(QStringLiteral("%1 \u2013 Ouroscope").arg(QFileInfo(path).fileName()));
  });
}

void MainWindow::serveIntents() {
  connect(&intents_, &Intents::rerunAsked, this, &MainWindow::rerun);
  connect(&intents_, &Intents::openAsked, this, &MainWindow::open);
  connect(&intents_, &Intents::promptAsked, this,
          [this](const QString& text, int loops, int generate, bool runNow) {
            controls_->setPrompt(text, loops, generate);
            if (runNow) run();
          });
  connect(&intents_, &Intents::exportAsked, this, [this](const FigureRecipe&) { askExport(); });
  connect(&intents_, &Intents::presetAsked, docks_, &DockHost::arrange);
  connect(&intents_, &Intents::viewAsked, docks_, &DockHost::showView);
  connect(&intents_, &Intents::messageAsked, messages_, &MessageBar::show);
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
    if (suffix == "csv" || suffix == "json")
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
  docks_->setTheme(theme);
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
  settings.setValue("docks", docks_->saveState());
  QMainWindow::closeEvent(event);
}

}  // namespace ouroscope
