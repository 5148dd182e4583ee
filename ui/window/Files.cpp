// SPDX-License-Identifier: GPL-3.0-or-later
// What MainWindow opens, runs, saves and exports.
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QSettings>
#include <QStatusBar>

#include "core/model/DemoModel.h"
#include "core/support/Error.h"
#include "ui/window/ControlBar.h"
#include "ui/window/DockHost.h"
#include "ui/window/MainWindow.h"
#include "ui/window/MessageBar.h"

namespace ouroscope {
namespace {

constexpr int kRecent = 10;

}  // namespace

void MainWindow::open(const QString& path) {
  if (!path.isEmpty() && !QFileInfo(path).isDir()) return openTrace(path);
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
  const QString folder = QString::fromStdString(request.folder.string());
  jobs_.start(
      tr("Loading %1").arg(QFileInfo(folder).fileName()), loadModelJob(request),
      [this, runAfter, folder](const std::any& result) {
        workspace_.setModel(std::any_cast<ModelPtr>(result));
        if (!runAfter) return remember(folder);
        if (!examples_ || examples_->actions().isEmpty()) return;
        // The second example needs depth, so the first picture shows what the program is
        // for.
        examples_->actions().at(std::min<qsizetype>(1, examples_->actions().size() - 1))->trigger();
      });
}

void MainWindow::run() {
  rerun({});
}

void MainWindow::rerun(const RunWish& wish) {
  if (!workspace_.model())
    return messages_->show(tr("There is no model loaded: open a model folder first (File menu)."));
  LiveSession& session = workspace_.live();
  RunOrder order = controls_->order();
  order.wish = wish;
  order.settings = session.settings();
  order.sampling = session.sampling();
  const LiveRunPtr live = session.prepare();
  const int loops = order.loops > 0 ? order.loops : workspace_.model()->folder.config.trainedLoops;
  startRun(tr("Running"), runJob(workspace_.model(), order, live), live, loops);
}

void MainWindow::branch(const TracePtr& before, const BranchPoint& at) {
  if (!workspace_.model())
    return messages_->show(tr("There is no model loaded: open a model folder first (File menu)."));
  // As many tokens as the record had from here on, or as the prompt box says.
  const int generate = std::max(before->tokens() - at.token, controls_->order().generate);
  const LiveRunPtr live = workspace_.live().prepare();
  startRun(tr("Branching"), branchJob(workspace_.model(), before, at, std::max(1, generate), live),
           live, before->loops());
}

void MainWindow::startRun(const QString& name, const JobRunner::Work& work, const LiveRunPtr& live,
                          int loops) {
  // The first part that arrives opens a trace, the later ones let it grow.
  const auto id = std::make_shared<int>(-1);
  const auto take = [this, id](const std::any& part) {
    const auto trace = std::any_cast<TracePtr>(part);
    if (*id >= 0) return workspace_.replace(*id, trace);
    addTrace(trace, {});
    *id = workspace_.current();
  };
  jobs_.start(
      name, work,
      [this, take](const std::any& whole) {
        take(whole);
        workspace_.live().end(std::any_cast<TracePtr>(whole));
      },
      take);
  workspace_.live().begin(live, loops);
}

void MainWindow::addTrace(const TracePtr& trace, const QString& path) {
  workspace_.add(trace, path.isEmpty() ? QString() : QFileInfo(path).fileName(), path);
  state_.select(std::max(0, trace->info().promptTokens - 1));
}

void MainWindow::openTrace(const QString& path) {
  openTraces({path});
}

void MainWindow::openTraces(const QStringList& paths) {
  QStringList fresh;
  for (const QString& path : paths)
    if (const Workspace::Item* already = workspace_.findPath(path))
      workspace_.show(already->id);
    else
      fresh << path;
  if (fresh.isEmpty()) return;
  const QString what = fresh.size() == 1 ? tr("Opening %1").arg(QFileInfo(fresh[0]).fileName())
                                         : tr("Opening %n traces", nullptr, fresh.size());
  startFileJob(what, openTracesJob(fresh), [this](const std::any& result) {
    const auto opened = std::any_cast<OpenedTraces>(result);
    for (const auto& [path, trace] : opened.traces) {
      addTrace(trace, QFileInfo(path).absoluteFilePath());
      remember(path);
    }
    // What this trace is comes first; Teach and Figure have no such dock and stay as they are.
    if (!opened.traces.empty()) docks_->bringForward("summary");
    for (const QString& problem : opened.problems) messages_->show(problem);
  });
}

void MainWindow::startFileJob(const QString& what, JobRunner::Work work, JobRunner::Done done) {
  // One after the other: a file that is being saved is not overtaken by the next.
  if (files_.running()) return waiting_.push_back({what, std::move(work), std::move(done)});
  files_.start(what, std::move(work), std::move(done));
}

void MainWindow::saveTrace(const QString& path) {
  if (!state_.trace()) return messages_->show(tr("There is no trace to save: run a prompt first."));
  startFileJob(tr("Saving %1").arg(QFileInfo(path).fileName()), saveTraceJob(state_.trace(), path),
               [this, path, id = workspace_.current()](const std::any&) {
                 workspace_.setPath(id, QFileInfo(path).absoluteFilePath());
                 remember(path);
                 statusBar()->showMessage(tr("Saved %1").arg(path), 5000);
               });
}

void MainWindow::exportFigure(const FigureRequest& figure, const QString& path) {
  try {
    startFileJob(tr("Exporting %1").arg(path), exportFigureJob(figure, path),
                 [this, path](const std::any&) {
                   statusBar()->showMessage(tr("Exported %1").arg(path), 5000);
                 });
  } catch (const std::exception& error) {
    messages_->show(QString::fromUtf8(error.what()));
  }
}

void MainWindow::askOpenTrace() {
  openTraces(QFileDialog::getOpenFileNames(this, tr("Open trace"), {},
                                           tr("Traces (*.trace.safetensors);;All files (*)")));
}

void MainWindow::askOpenModel() {
  const QString path = QFileDialog::getExistingDirectory(this, tr("Open model folder"));
  if (!path.isEmpty()) openModel(path);
}

void MainWindow::askSave() {
  const QString suffix = ".trace.safetensors";
  QString path = QFileDialog::getSaveFileName(this, tr("Save trace"), "run" + suffix,
                                              tr("Traces (*.trace.safetensors)"));
  if (path.isEmpty()) return;
  if (!path.endsWith(suffix)) path += suffix;
  saveTrace(path);
}

void MainWindow::askToken() {
  if (!state_.trace()) return;
  bool good = false;
  const int token = QInputDialog::getInt(this, tr("Go to token"), tr("Token, from 1:"),
                                         std::max(1, state_.selectedToken() + 1), 1,
                                         state_.trace()->tokens(), 1, &good);
  if (good) state_.select(token - 1);
}

void MainWindow::remember(const QString& path) {
  QSettings settings;
  QStringList recent = settings.value("recent").toStringList();
  const QString full = QFileInfo(path).absoluteFilePath();
  recent.removeAll(full);
  recent.prepend(full);
  settings.setValue("recent", recent.mid(0, kRecent));
}

}  // namespace ouroscope
