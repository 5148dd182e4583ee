// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/RunDesk.h"

#include <QFileDialog>
#include <QFileInfo>

#include "core/model/DemoModel.h"
#include "core/support/Error.h"

namespace ouroscope {

RunDesk::RunDesk(Workspace& workspace, QWidget* window, std::function<RunOrder()> order)
    : workspace_(workspace), window_(window), order_(std::move(order)) {
  LiveSession& live = workspace_.live();
  connect(&live, &LiveSession::runAsked, this, &RunDesk::run);
  connect(&live, &LiveSession::branchAsked, this, &RunDesk::branch);
  connect(&live, &LiveSession::stopAsked, this, &RunDesk::stop);
  // A job that takes the place of a run has ended it.
  connect(&jobs_, &JobRunner::started, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::failed, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::cancelled, &live, [&live] { live.end(nullptr); });
  connect(&jobs_, &JobRunner::failed, this, &RunDesk::messageAsked);
}

void RunDesk::loadDemo() {
  try {
    loadModel(QString::fromStdString(demoModelFolder().string()), true);
  } catch (const Error& error) {
    emit messageAsked(QString::fromUtf8(error.what()));
  }
}

void RunDesk::loadModel(const QString& folder, bool demo) {
  ModelRequest request;
  request.folder = folder.toStdString();
  jobs_.start(tr("Loading %1").arg(QFileInfo(folder).fileName()), loadModelJob(request),
              [this, demo, folder](const std::any& result) {
                workspace_.setModel(std::any_cast<ModelPtr>(result));
                demo ? emit demoLoaded() : emit loaded(folder);
              });
}

void RunDesk::askModel() {
  const QString path = QFileDialog::getExistingDirectory(window_, tr("Open model folder"));
  if (!path.isEmpty()) loadModel(path);
}

void RunDesk::rerun(const RunWish& wish) {
  if (!workspace_.model())
    return void(
        emit messageAsked(tr("There is no model loaded: open a model folder first (File menu).")));
  LiveSession& session = workspace_.live();
  RunOrder order = order_();
  order.wish = wish;
  order.settings = session.settings();
  order.sampling = session.sampling();
  const LiveRunPtr live = session.prepare();
  const int loops = order.loops > 0 ? order.loops : workspace_.model()->folder.config.trainedLoops;
  start(tr("Running"), runJob(workspace_.model(), order, live), live, loops);
}

void RunDesk::branch(const TracePtr& before, const BranchPoint& at) {
  if (!workspace_.model())
    return void(
        emit messageAsked(tr("There is no model loaded: open a model folder first (File menu).")));
  // As many tokens as the record had from here on, or as the prompt box says.
  const int generate = std::max(before->tokens() - at.token, order_().generate);
  const LiveRunPtr live = workspace_.live().prepare();
  start(tr("Branching"), branchJob(workspace_.model(), before, at, std::max(1, generate), live),
        live, before->loops());
}

void RunDesk::start(const QString& name, const JobRunner::Work& work, const LiveRunPtr& live,
                    int loops) {
  // The first part that arrives opens a trace, the later ones let it grow.
  const auto id = std::make_shared<int>(-1);
  const auto take = [this, id](const std::any& part) {
    const auto trace = std::any_cast<TracePtr>(part);
    if (*id >= 0)
      workspace_.replace(*id, trace);
    else
      *id = workspace_.open(trace, {});
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

}  // namespace ouroscope
